//! Needs and referrals as one CSV file: what hosts export, and what the command line reads.

use std::borrow::Cow;
use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::{ImpactFault, ImpactQuery, ImpactReport, impact};
use crate::codes;
use crate::directory::Directory;
use crate::follow_up::{PastExpert, Referral, ReferralError, TrackedNeed, from_value};
use crate::need::FieldValue;
use crate::sheet::read_sheet;
use crate::text::shorten;

/// The columns, in the order in which they are written: those of the need, then those of the
/// referral. `until` stands in the row of an expert who had the referral before.
const NEED: [&str; 15] = [
    "need",
    "subject",
    "first_subject",
    "commune",
    "deposited_on",
    "found",
    "company",
    "new_company",
    "adviser",
    "origin",
    "naf",
    "naf_2025",
    "headcount",
    "headcount_band",
    "anonymised_on",
];
const REFERRAL: [&str; 15] = [
    "referral",
    "expert",
    "antenne",
    "institution",
    "sent_on",
    "by_hand",
    "state",
    "reopened_on",
    "taken_on",
    "closed_on",
    "reason",
    "until",
    "author",
    "moved_on",
    "seq",
];

/// Needs and referrals of a file.
///
/// A row is a referral with the facts of its need; a need without referral is a row that has nothing
/// in the referral's columns. Facts of a need may be left blank in its further rows. An expert who
/// had a referral before is a row of its own, before the referral's row, with `until`. Columns may
/// stand in any order, and those that are not needed may be missing.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReferralFile {
    /// The needs, each once.
    pub needs: Vec<TrackedNeed>,
    /// The line on which each of them begins.
    pub need_lines: Vec<u32>,
    /// The referrals.
    pub referrals: Vec<Referral>,
    /// The line on which each of them stands.
    pub referral_lines: Vec<u32>,
    /// Rows that are left out, or that contradict others, with their lines.
    pub faults: Vec<ImpactFault>,
}

impl ReferralFile {
    /// Reads a file. With a directory, a blank institution or antenne is that of the expert.
    ///
    /// ```
    /// use aiguillage::impact::ReferralFile;
    ///
    /// let file = ReferralFile::read_csv("r.csv", "need;subject;deposited_on;referral;expert;institution;sent_on;state\n\
    ///     b-17;recruter;02/11/2026;r1;e1;cci;02/11/2026;waiting\n\
    ///     b-17;;;r2;e2;cma;02/11/2026;waitting\n".as_bytes(), None)?;
    /// assert_eq!((file.needs.len(), file.referrals.len()), (1, 1));
    /// assert_eq!((file.faults[0].line, file.faults[0].code.as_str()), (Some(3), "unknown_state"));
    /// # Ok::<(), aiguillage::ReferralError>(())
    /// ```
    ///
    /// # Errors
    /// `unknown_field` for a column that is none, `duplicate_id` for one given twice,
    /// `missing_field` without the columns `need`, `subject` and `deposited_on`, `invalid_value` for
    /// an empty file. A faulty row is among the faults.
    pub fn read_csv(
        name: &str,
        bytes: &[u8],
        directory: Option<&Directory>,
    ) -> Result<ReferralFile, ReferralError> {
        let (sheet, diagnostics) = read_sheet(name, bytes);
        let mut reader = Reader { directory, ..Reader::default() };
        for diagnostic in diagnostics {
            reader.file.faults.push(ImpactFault {
                line: diagnostic.line,
                need: None,
                referral: None,
                code: "invalid_value".to_owned(),
                field: None,
                message: diagnostic.message,
                left_out: true,
            });
        }
        let Some(sheet) = sheet else {
            return Err(ReferralError::new(
                "invalid_value",
                None,
                format!("`{}` is empty", shorten(name, 60)),
            ));
        };
        let columns = columns(&sheet.headers)?;
        for row in &sheet.rows {
            let cells =
                columns.iter().zip(&row.cells).filter_map(|(column, cell)| Some(((*column)?, cell.as_str())));
            reader.row(row.line, &cells.filter(|(_, cell)| !cell.is_empty()).collect::<Vec<_>>());
        }
        for (id, (line, _)) in reader.past {
            let message =
                format!("`{}` has rows with `until` only: who has it now is missing", shorten(&id, 60));
            let error = ReferralError::new("missing_field", Some("referral"), message);
            reader.file.faults.push(fault(line, None, Some(&id), &error, true));
        }
        reader.file.faults.sort_by_key(|fault| fault.line);
        Ok(reader.file)
    }

    /// The impact of the file's needs and referrals; faults know their lines.
    ///
    /// # Errors
    /// As [`impact`].
    pub fn impact(
        &self,
        query: &ImpactQuery,
        directory: Option<&Directory>,
    ) -> Result<ImpactReport, ReferralError> {
        let mut report = impact(&self.needs, &self.referrals, query, directory)?;
        let needs: HashMap<&str, u32> =
            self.needs.iter().map(|own| own.id.as_str()).zip(self.need_lines.iter().copied()).collect();
        let referrals: HashMap<&str, u32> = self
            .referrals
            .iter()
            .map(|own| own.id.as_str())
            .zip(self.referral_lines.iter().copied())
            .collect();
        for fault in &mut report.faults {
            fault.line = match (&fault.referral, &fault.need) {
                (Some(referral), _) => referrals.get(referral.as_str()).copied(),
                (None, Some(need)) => needs.get(need.as_str()).copied(),
                (None, None) => None,
            };
        }
        report.faults.extend(self.faults.iter().cloned());
        report.faults.sort_by_key(|fault| fault.line);
        Ok(report)
    }

    /// The file as CSV, which [`ReferralFile::read_csv`] reads back. Columns that nothing stands in
    /// are left out.
    pub fn to_csv(&self) -> String {
        let mut of_need: HashMap<&str, Vec<&Referral>> = HashMap::new();
        for referral in &self.referrals {
            of_need.entry(&referral.need).or_default().push(referral);
        }
        let mut rows: Vec<Vec<String>> = Vec::new();
        for need in &self.needs {
            let facts = need_cells(need);
            let referrals = of_need.remove(need.id.as_str()).unwrap_or_default();
            if referrals.is_empty() {
                rows.push([facts.clone(), vec![String::new(); REFERRAL.len()]].concat());
            }
            for referral in referrals {
                let past = referral.past.iter().map(|past| past_cells(&referral.id, past));
                let cells = past.chain([referral_cells(referral)]);
                rows.extend(cells.map(|cells| [facts.clone(), cells].concat()));
            }
        }
        let names: Vec<&str> = NEED.into_iter().chain(REFERRAL).collect();
        let needed =
            ["need", "subject", "deposited_on", "referral", "expert", "institution", "sent_on", "state"];
        let kept: Vec<bool> = (0..names.len())
            .map(|column| needed.contains(&names[column]) || rows.iter().any(|row| !row[column].is_empty()))
            .collect();
        let only = |row: &[String]| -> Vec<String> {
            row.iter().zip(&kept).filter(|(_, kept)| **kept).map(|(cell, _)| cell.clone()).collect()
        };
        let mut writer = csv::Writer::from_writer(Vec::new());
        // Writing to memory does not fail.
        let _ = writer.write_record(only(&names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>()));
        for row in &rows {
            let _ = writer.write_record(only(row));
        }
        String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
    }
}

/// The columns that headers name; nothing for a blank margin.
fn columns(headers: &[String]) -> Result<Vec<Option<&'static str>>, ReferralError> {
    let known: Vec<&str> = NEED.into_iter().chain(REFERRAL).collect();
    let mut columns: Vec<Option<&'static str>> = Vec::with_capacity(headers.len());
    for header in headers {
        let column = NEED.into_iter().chain(REFERRAL).find(|known| known == header);
        match column {
            None if !header.is_empty() => return Err(ReferralError::unknown_field(header, &known)),
            Some(column) if columns.contains(&Some(column)) => {
                let message = format!("the column `{column}` is given twice");
                return Err(ReferralError::new("duplicate_id", Some(column), message));
            }
            column => columns.push(column),
        }
    }
    match ["need", "subject", "deposited_on"].into_iter().find(|needed| !columns.contains(&Some(needed))) {
        Some(missing) => Err(ReferralError::missing(missing)),
        None => Ok(columns),
    }
}

type Cells<'s> = [(&'static str, &'s str)];

#[derive(Default)]
struct Reader<'d> {
    directory: Option<&'d Directory>,
    file: ReferralFile,
    /// By id of the need: its number.
    numbers: HashMap<String, usize>,
    /// By id of the referral: experts who had it before, and the line of the first.
    past: HashMap<String, (u32, Vec<PastExpert>)>,
    /// By id of the expert: antenne and institution.
    experts: Option<HashMap<&'d str, (&'d str, &'d str)>>,
}

impl Reader<'_> {
    fn row(&mut self, line: u32, cells: &Cells<'_>) {
        let get = |name: &str| cells.iter().find(|(column, _)| *column == name).map(|(_, cell)| *cell);
        let (need, referral) = (get("need"), get("referral"));
        let of_referral = |column: &str| REFERRAL.contains(&column);
        let done = self.need(line, cells).and_then(|()| {
            if cells.iter().any(|(column, _)| of_referral(column)) {
                self.referral(line, cells)
            } else {
                Ok(())
            }
        });
        if let Err(error) = done {
            self.file.faults.push(fault(line, need, referral, &error, true));
        }
    }

    /// A need that is new, or must agree with what is known of it.
    fn need(&mut self, line: u32, cells: &Cells<'_>) -> Result<(), ReferralError> {
        let own: Vec<_> = cells.iter().copied().filter(|(column, _)| NEED.contains(column)).collect();
        let id = own.iter().find(|(column, _)| *column == "need").map(|(_, cell)| *cell);
        let Some(id) = id else { return Err(ReferralError::missing("need")) };
        let Some(number) = self.numbers.get(id).copied() else {
            let need: TrackedNeed = read(&own, "need")?;
            self.numbers.insert(id.to_owned(), self.file.needs.len());
            self.file.needs.push(need);
            self.file.need_lines.push(line);
            return Ok(());
        };
        let first = self.file.need_lines[number];
        let known = need_cells(&self.file.needs[number]);
        for (column, cell) in own {
            let was = NEED.iter().zip(&known).find(|(name, _)| **name == column).map_or("", |(_, was)| was);
            if !same(column, was, cell) {
                let message = format!("the need has another `{column}` than on line {first}, which counts");
                let error = ReferralError::new("duplicate_id", Some(column), message);
                self.file.faults.push(fault(line, Some(id), None, &error, false));
            }
        }
        Ok(())
    }

    fn referral(&mut self, line: u32, cells: &Cells<'_>) -> Result<(), ReferralError> {
        let is_past = cells.iter().any(|(column, _)| *column == "until");
        let mut own: Vec<(&'static str, &str)> = cells
            .iter()
            .copied()
            .filter(|(column, _)| *column == "need" || REFERRAL.contains(column))
            .collect();
        let expert = own.iter().find(|(column, _)| *column == "expert").map(|(_, cell)| *cell);
        let office = expert.and_then(|expert| self.office(expert));
        for (column, given) in
            [("antenne", office.map(|own| own.0)), ("institution", office.map(|own| own.1))]
        {
            if let Some(given) = given.filter(|_| !own.iter().any(|(name, _)| *name == column)) {
                own.push((column, given));
            }
        }
        let id = own.iter().find(|(column, _)| *column == "referral").map(|(_, cell)| (*cell).to_owned());
        let Some(id) = id else { return Err(ReferralError::missing("referral")) };
        if is_past {
            own.retain(|(column, _)| !matches!(*column, "need" | "referral"));
            let past: PastExpert = read(&own, "referral")?;
            self.past.entry(id).or_insert_with(|| (line, Vec::new())).1.push(past);
            return Ok(());
        }
        let mut referral: Referral = read(&own, "referral")?;
        referral.past = self.past.remove(&id).map(|(_, past)| past).unwrap_or_default();
        self.file.referrals.push(referral);
        self.file.referral_lines.push(line);
        Ok(())
    }

    /// The antenne and the institution of an expert, where the directory has them.
    fn office(&mut self, expert: &str) -> Option<(&str, &str)> {
        let directory = self.directory?;
        let experts = self.experts.get_or_insert_with(|| {
            let antennes: HashMap<&str, &str> = directory
                .antennes()
                .iter()
                .map(|antenne| (antenne.id.as_str(), antenne.institution.as_str()))
                .collect();
            let office = |antenne: &str| antennes.get(antenne).copied().unwrap_or_default();
            let experts = directory.experts().iter();
            experts.map(|own| (own.id.as_str(), (own.antenne.as_str(), office(&own.antenne)))).collect()
        });
        experts.get(expert).copied()
    }
}

/// A record from cells; `id` is the column in which its id stands.
fn read<T: serde::de::DeserializeOwned>(cells: &Cells<'_>, id: &'static str) -> Result<T, ReferralError> {
    let mut members = Vec::with_capacity(cells.len());
    for (column, cell) in cells {
        let name = if *column == id { "id" } else { column };
        let value = if is_date(column) {
            let date = codes::date_in_cell(cell)
                .map_err(|error| ReferralError::invalid(column, format!("in `{column}`, {error}")))?;
            FieldValue::Text(Cow::Owned(date.to_string()))
        } else {
            FieldValue::Text(Cow::Owned((*cell).to_owned()))
        };
        members.push((Cow::Borrowed(name), typed(column, cell, value)?));
    }
    from_value::<T>(FieldValue::Map(members)).map_err(|error| error.renamed("id", id))
}

/// A cell as what its column holds.
fn typed(column: &str, cell: &str, text: FieldValue<'static>) -> Result<FieldValue<'static>, ReferralError> {
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
        _ => Ok(text),
    }
}

fn is_date(column: &str) -> bool {
    column.ends_with("_on") || column == "until"
}

/// Whether two cells say the same.
fn same(column: &str, one: &str, other: &str) -> bool {
    if is_date(column) {
        return codes::date_in_cell(one).ok() == codes::date_in_cell(other).ok();
    }
    match column {
        "new_company" => codes::yes_or_no(one) == codes::yes_or_no(other),
        _ => one == other,
    }
}

fn fault(
    line: u32,
    need: Option<&str>,
    referral: Option<&str>,
    error: &ReferralError,
    left_out: bool,
) -> ImpactFault {
    ImpactFault {
        line: Some(line),
        need: need.map(str::to_owned),
        referral: referral.map(str::to_owned),
        code: error.code().to_owned(),
        field: error.field().map(str::to_owned),
        message: error.to_string(),
        left_out,
    }
}

fn text<T: ToString>(value: Option<&T>) -> String {
    value.map(ToString::to_string).unwrap_or_default()
}

fn yes_no(value: bool) -> String {
    if value { "oui" } else { "non" }.to_owned()
}

fn need_cells(need: &TrackedNeed) -> Vec<String> {
    vec![
        need.id.clone(),
        need.subject.clone(),
        text(need.first_subject.as_ref()),
        text(need.commune.as_ref()),
        need.deposited_on.to_string(),
        text(need.found.as_ref()),
        text(need.company.as_ref()),
        need.new_company.map(yes_no).unwrap_or_default(),
        text(need.adviser.as_ref()),
        text(need.origin.as_ref()),
        text(need.naf.as_ref()),
        text(need.naf_2025.as_ref()),
        text(need.headcount.as_ref()),
        text(need.headcount_band.as_ref()),
        text(need.anonymised_on.as_ref()),
    ]
}

fn referral_cells(referral: &Referral) -> Vec<String> {
    vec![
        referral.id.clone(),
        referral.expert.clone(),
        text(referral.antenne.as_ref()),
        referral.institution.clone(),
        referral.sent_on.to_string(),
        if referral.by_hand { yes_no(true) } else { String::new() },
        referral.state.to_string(),
        text(referral.reopened_on.as_ref()),
        text(referral.taken_on.as_ref()),
        text(referral.closed_on.as_ref()),
        text(referral.reason.as_ref()),
        String::new(),
        text(referral.author.as_ref()),
        text(referral.moved_on.as_ref()),
        if referral.seq > 0 { referral.seq.to_string() } else { String::new() },
    ]
}

fn past_cells(id: &str, past: &PastExpert) -> Vec<String> {
    vec![
        id.to_owned(),
        past.expert.clone(),
        text(past.antenne.as_ref()),
        past.institution.clone(),
        past.sent_on.to_string(),
        String::new(),
        past.state.to_string(),
        String::new(),
        String::new(),
        text(past.closed_on.as_ref()),
        text(past.reason.as_ref()),
        past.until.to_string(),
        text(past.author.as_ref()),
        String::new(),
        String::new(),
    ]
}
