//! The columns of a file of needs and referrals, and their cells.

use std::borrow::Cow;

use serde::de::DeserializeOwned;

use crate::codes;
use crate::follow_up::{PastExpert, Referral, ReferralError, TrackedNeed, from_value};
use crate::need::FieldValue;
use crate::text::shorten;

/// A column, and how its cells are written.
struct Column<F> {
    name: &'static str,
    cell: F,
}

/// A cell of a need.
type NeedCell = fn(&TrackedNeed) -> String;

/// A cell of a referral: as it stands, or in the row of an expert who had it before.
type ReferralCell = fn(&Referral, Option<&PastExpert>) -> String;

macro_rules! columns {
    ($($name:ident => $cell:expr),* $(,)?) => {
        &[$(Column { name: stringify!($name), cell: $cell }),*]
    };
}

/// The columns of a need, in the order in which they are written.
const NEED: &[Column<NeedCell>] = columns! {
    need => |need| need.id.clone(),
    subject => |need| need.subject.clone(),
    first_subject => |need| text(&need.first_subject),
    commune => |need| text(&need.commune),
    deposited_on => |need| need.deposited_on.to_string(),
    found => |need| text(&need.found),
    company => |need| text(&need.company),
    new_company => |need| need.new_company.map_or_else(String::new, yes_no),
    adviser => |need| text(&need.adviser),
    origin => |need| text(&need.origin),
    naf => |need| text(&need.naf),
    naf_2025 => |need| text(&need.naf_2025),
    headcount => |need| text(&need.headcount),
    headcount_band => |need| text(&need.headcount_band),
    anonymised_on => |need| text(&need.anonymised_on),
};

/// The columns of a referral, after those of its need. `until` stands in the row of an expert who had
/// the referral before, in which some others have no place.
const REFERRAL: &[Column<ReferralCell>] = columns! {
    referral => |referral, _| referral.id.clone(),
    expert => |referral, past| past.map_or(&referral.expert, |past| &past.expert).clone(),
    antenne => |referral, past| text(past.map_or(&referral.antenne, |past| &past.antenne)),
    institution => |referral, past| past.map_or(&referral.institution, |past| &past.institution).clone(),
    sent_on => |referral, past| past.map_or(referral.sent_on, |past| past.sent_on).to_string(),
    by_hand => |referral, past| if past.is_none() && referral.by_hand { yes_no(true) } else { String::new() },
    state => |referral, past| past.map_or(referral.state, |past| past.state).to_string(),
    reopened_on => |referral, past| text(if past.is_none() { &referral.reopened_on } else { &None }),
    taken_on => |referral, past| text(if past.is_none() { &referral.taken_on } else { &None }),
    closed_on => |referral, past| text(past.map_or(&referral.closed_on, |past| &past.closed_on)),
    reason => |referral, past| text(past.map_or(&referral.reason, |past| &past.reason)),
    until => |_, past| past.map_or_else(String::new, |past| past.until.to_string()),
    author => |referral, past| text(past.map_or(&referral.author, |past| &past.author)),
    moved_on => |referral, past| text(if past.is_none() { &referral.moved_on } else { &None }),
    seq => |referral, past| match (past, referral.seq) {
        (None, seq @ 1..) => seq.to_string(),
        _ => String::new(),
    },
};

/// The columns without which a file says nothing.
pub(super) const NEEDED_TO_READ: [&str; 3] = ["need", "subject", "deposited_on"];

/// The columns that are written even where nothing stands in them.
pub(super) const ALWAYS_WRITTEN: [&str; 8] =
    ["need", "subject", "deposited_on", "referral", "expert", "institution", "sent_on", "state"];

/// The names of all columns, in the order in which they are written.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    NEED.iter().map(|column| column.name).chain(REFERRAL.iter().map(|column| column.name))
}

/// Whether a cell is the name of a column.
pub(super) fn is_known(cell: &str) -> bool {
    names().any(|name| name == cell)
}

pub(super) fn is_of_need(name: &str) -> bool {
    NEED.iter().any(|column| column.name == name)
}

pub(super) fn is_of_referral(name: &str) -> bool {
    REFERRAL.iter().any(|column| column.name == name)
}

/// The row of a need without a referral.
pub(super) fn need_row(need: &TrackedNeed) -> Vec<String> {
    let of_need = NEED.iter().map(|column| (column.cell)(need));
    of_need.chain(REFERRAL.iter().map(|_| String::new())).collect()
}

/// The row of a referral of a need, or of an expert who had it before.
pub(super) fn referral_row(
    need: &TrackedNeed,
    referral: &Referral,
    past: Option<&PastExpert>,
) -> Vec<String> {
    let of_need = NEED.iter().map(|column| (column.cell)(need));
    of_need.chain(REFERRAL.iter().map(|column| (column.cell)(referral, past))).collect()
}

/// The cell of a need in one of its columns.
pub(super) fn need_cell(need: &TrackedNeed, name: &str) -> Option<String> {
    let column = NEED.iter().find(|column| column.name == name)?;
    Some((column.cell)(need))
}

fn text<T: ToString>(value: &Option<T>) -> String {
    value.as_ref().map_or_else(String::new, ToString::to_string)
}

fn yes_no(value: bool) -> String {
    if value { "oui" } else { "non" }.to_owned()
}

/// A record from cells; `id` is the column in which its id stands.
pub(super) fn read<T: DeserializeOwned>(
    cells: &[(&'static str, &str)],
    id: &'static str,
) -> Result<T, ReferralError> {
    let members = cells.iter().map(|(column, cell)| {
        let name = if *column == id { "id" } else { column };
        Ok((Cow::Borrowed(name), value(column, cell)?))
    });
    let members = members.collect::<Result<Vec<_>, ReferralError>>()?;
    from_value::<T>(FieldValue::Map(members)).map_err(|error| error.renamed("id", id))
}

/// A cell as what its column holds.
fn value(column: &str, cell: &str) -> Result<FieldValue<'static>, ReferralError> {
    if is_date(column) {
        let date = codes::date_in_cell(cell)
            .map_err(|error| ReferralError::invalid(column, format!("in `{column}`, {error}")))?;
        return Ok(FieldValue::Text(Cow::Owned(date.to_string())));
    }
    match column {
        "found" | "headcount" | "seq" => cell.parse().map(FieldValue::Integer).map_err(|_| {
            ReferralError::invalid(
                column,
                format!("`{column}` is a whole number from 0 up, not `{}`", shorten(cell, 60)),
            )
        }),
        "new_company" | "by_hand" => codes::yes_or_no(cell).map(FieldValue::Bool).ok_or_else(|| {
            ReferralError::invalid(
                column,
                format!("`{column}` is `oui` or `non`, not `{}`", shorten(cell, 60)),
            )
        }),
        _ => Ok(FieldValue::Text(Cow::Owned(cell.to_owned()))),
    }
}

pub(super) fn is_date(column: &str) -> bool {
    column.ends_with("_on") || column == "until"
}

/// Whether two cells of a column say the same.
pub(super) fn is_same(column: &str, first: &str, second: &str) -> bool {
    if is_date(column) {
        return codes::date_in_cell(first).ok() == codes::date_in_cell(second).ok();
    }
    match column {
        "new_company" => codes::yes_or_no(first) == codes::yes_or_no(second),
        _ => first == second,
    }
}
