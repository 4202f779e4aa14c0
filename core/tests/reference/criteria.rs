//! 6. The criteria: what each demands, in three values, and how they compose.

use std::collections::BTreeSet;

use aiguillage::Directory;
use aiguillage::codes::{LegalForm, LegalFormEntry, NafCode, NafEntry, NafVersion};
use aiguillage::directory::{Criterion, RulesVersion, WhenUnknown};
use jiff::civil::Date;

use super::facts::{self, Facts};

type Fields = BTreeSet<&'static str>;

/// Yes, no, or nothing where it is undetermined.
type Truth = Option<bool>;

/// What is demanded of one fact.
struct Condition {
    field: &'static str,
    kind: Kind,
    /// Whether what is demanded, or excluded, is the case.
    truth: Truth,
}

enum Kind {
    Demands,
    Excludes,
}

/// The fields that stay unverified where the criteria accept, and nothing where they reject.
pub(crate) fn unverified(
    directory: &Directory,
    facts: &Facts<'_>,
    levels: [&Vec<Criterion>; 3],
) -> Option<Fields> {
    let mut unverified = Fields::new();
    for level in levels {
        let applying = level.iter().filter(|criterion| applies(criterion, facts));
        let verdicts: Vec<Option<Fields>> = applying.map(|one| verdict(directory, facts, one)).collect();
        match directory.rules() {
            RulesVersion::Every => {
                for verdict in verdicts {
                    unverified.extend(verdict?);
                }
            }
            RulesVersion::AnyInLevel if verdicts.is_empty() => {}
            RulesVersion::AnyInLevel => {
                // The one that leaves the fewest open, and the first of equals.
                unverified.extend(verdicts.into_iter().flatten().min_by_key(BTreeSet::len)?);
            }
        }
    }
    Some(unverified)
}

/// Out of its period a criterion is not there.
fn applies(criterion: &Criterion, facts: &Facts<'_>) -> bool {
    facts.counts(criterion.valid)
        && (criterion.subjects.is_empty() || criterion.subjects.contains(&facts.subject.id))
}

/// A criterion accepts where all its conditions do, and one of its alternatives.
fn verdict(directory: &Directory, facts: &Facts<'_>, criterion: &Criterion) -> Option<Fields> {
    let mut unverified = of_conditions(directory, facts, criterion)?;
    if !criterion.any_of.is_empty() {
        // What each would leave open, as if whatever is not known were accepted.
        let lenient = |alternative| {
            let mut conditions = Criterion::from(alternative);
            conditions.when_unknown = WhenUnknown::Accept;
            of_conditions(directory, facts, &conditions)
        };
        let fewest = criterion.any_of.iter().filter_map(lenient).min_by_key(BTreeSet::len)?;
        if !fewest.is_empty() && criterion.when_unknown == WhenUnknown::Reject {
            return None;
        }
        unverified.extend(fewest);
    }
    Some(unverified)
}

fn of_conditions(directory: &Directory, facts: &Facts<'_>, criterion: &Criterion) -> Option<Fields> {
    let mut unverified = Fields::new();
    for condition in conditions(directory, facts, criterion) {
        match (condition.kind, condition.truth) {
            (Kind::Demands, Some(true)) | (Kind::Excludes, Some(false) | None) => {}
            (Kind::Demands, Some(false)) | (Kind::Excludes, Some(true)) => return None,
            (Kind::Demands, None) => {
                if criterion.when_unknown == WhenUnknown::Reject {
                    return None;
                }
                unverified.insert(condition.field);
            }
        }
    }
    Some(unverified)
}

fn conditions(directory: &Directory, facts: &Facts<'_>, criterion: &Criterion) -> Vec<Condition> {
    let mut conditions = Vec::new();
    let mut demand = |field, kind, truth| conditions.push(Condition { field, kind, truth });
    let need = facts.need;
    if let Some(min) = criterion.min_years {
        let truth = need.created_on.map(|created| age(created, facts.on) >= i64::from(min));
        demand("created_on", Kind::Demands, truth);
    }
    if let Some(below) = criterion.below_years {
        let truth = need.created_on.map(|created| age(created, facts.on) < i64::from(below));
        demand("created_on", Kind::Demands, truth);
    }
    if let Some(min) = criterion.min_headcount {
        demand("headcount", Kind::Demands, facts::has_employees(need, min));
    }
    if let Some(below) = criterion.below_headcount {
        demand("headcount", Kind::Demands, facts::has_fewer_employees(need, below));
    }
    if let Some(min) = criterion.min_turnover {
        demand("turnover", Kind::Demands, need.turnover.map(|euros| euros >= u64::from(min)));
    }
    if let Some(below) = criterion.below_turnover {
        demand("turnover", Kind::Demands, need.turnover.map(|euros| euros < u64::from(below)));
    }
    if let Some(min) = criterion.min_balance_sheet {
        demand("balance_sheet", Kind::Demands, need.balance_sheet.map(|euros| euros >= u64::from(min)));
    }
    if let Some(below) = criterion.below_balance_sheet {
        demand("balance_sheet", Kind::Demands, need.balance_sheet.map(|euros| euros < u64::from(below)));
    }
    if let Some(wanted) = criterion.micro_entrepreneur {
        demand("micro_entrepreneur", Kind::Demands, need.micro_entrepreneur.map(|is_one| is_one == wanted));
    }
    for (quality, wanted) in &criterion.qualities {
        demand("qualities", Kind::Demands, need.qualities.get(quality).map(|has| has == wanted));
    }
    for (list, kind) in
        [(&criterion.accepted_activities, Kind::Demands), (&criterion.excluded_activities, Kind::Excludes)]
    {
        if !list.is_empty() {
            let shared = list.iter().any(|nature| facts.activities.contains(nature.as_str()));
            demand("activities", kind, (!facts.activities.is_empty()).then_some(shared));
        }
    }
    for (list, kind) in
        [(&criterion.accepted_nafa, Kind::Demands), (&criterion.excluded_nafa, Kind::Excludes)]
    {
        if !list.is_empty() {
            let begins = |code: &str| list.iter().any(|entry| code.starts_with(&entry.to_string()));
            let shared = need.nafa_codes.iter().any(|code| begins(&code.to_string()));
            demand("nafa_codes", kind, (!need.nafa_codes.is_empty()).then_some(shared));
        }
    }
    for (list, kind) in
        [(&criterion.accepted_idcc, Kind::Demands), (&criterion.excluded_idcc, Kind::Excludes)]
    {
        if !list.is_empty() {
            let (listed, applied) = (facts::agreements(list), facts::agreements(&need.idcc));
            demand("idcc", kind, (!applied.is_empty()).then_some(!listed.is_disjoint(&applied)));
        }
    }
    for (list, kind) in [(&criterion.accepted_naf, Kind::Demands), (&criterion.excluded_naf, Kind::Excludes)]
    {
        if !list.is_empty() {
            demand("naf", kind, naf_list_holds(directory, facts, list));
        }
    }
    for (list, kind) in
        [(&criterion.accepted_legal_forms, Kind::Demands), (&criterion.excluded_legal_forms, Kind::Excludes)]
    {
        if !list.is_empty() {
            demand("legal_form", kind, need.legal_form.map(|form| form_list_holds(list, form)));
        }
    }
    if !criterion.excluded_zones.is_empty() {
        let inside = criterion.excluded_zones.iter().any(|zone| facts.zones.contains(&zone.to_string()));
        demand("commune", Kind::Excludes, Some(inside));
    }
    if !criterion.origins.is_empty() {
        let origin = need.origin.as_deref().map(str::trim).filter(|origin| !origin.is_empty());
        let truth = origin.map(|origin| criterion.origins.iter().any(|own| own == origin));
        demand("origin", Kind::Demands, truth);
    }
    conditions
}

/// Full years; whoever was born on 29 February is a year older on 1 March.
fn age(created: Date, on: Date) -> i64 {
    let years = i64::from(on.year()) - i64::from(created.year());
    let birthday_is_to_come = (on.month(), on.day()) < (created.month(), created.day());
    if birthday_is_to_come { years - 1 } else { years }
}

/// A list that mixes both nomenclatures holds the activity if either part does.
fn naf_list_holds(directory: &Directory, facts: &Facts<'_>, list: &[NafEntry]) -> Truth {
    let mut truths = Vec::new();
    for version in [NafVersion::Rev2, NafVersion::Naf2025] {
        let part: Vec<NafEntry> = list.iter().copied().filter(|entry| entry.version() == version).collect();
        if !part.is_empty() {
            truths.push(naf_part_holds(directory, facts, version, &part));
        }
    }
    if truths.contains(&Some(true)) {
        Some(true)
    } else if truths.contains(&None) {
        None
    } else {
        Some(false)
    }
}

/// A list in one nomenclature is tested on the need's code in that one, else on its correspondents;
/// correspondents that disagree leave it undetermined.
fn naf_part_holds(directory: &Directory, facts: &Facts<'_>, version: NafVersion, part: &[NafEntry]) -> Truth {
    let holds = |code: NafCode| part.iter().any(|entry| naf_covers(*entry, code));
    let rows = directory.naf_correspondence().iter();
    let (own, correspondents): (Option<NafCode>, Vec<NafCode>) = match version {
        NafVersion::Rev2 => {
            let back = rows.filter(|row| Some(row.to) == facts.need.naf_2025);
            (facts.need.naf, back.map(|row| row.from).collect())
        }
        NafVersion::Naf2025 => {
            let forth = rows.filter(|row| Some(row.from) == facts.need.naf);
            (facts.need.naf_2025, forth.map(|row| row.to).collect())
        }
    };
    if let Some(own) = own {
        return Some(holds(own));
    }
    let verdicts: BTreeSet<bool> = correspondents.into_iter().map(holds).collect();
    // None, or two that disagree: undetermined.
    if verdicts.len() == 1 { verdicts.first().copied() } else { None }
}

/// The code itself or any level above it, compared as text without dots.
fn naf_covers(entry: NafEntry, code: NafCode) -> bool {
    let text = entry.to_string().replace("2025:", "").replace('.', "");
    let code_text = code.to_string().replace('.', "");
    entry.version() == code.version() && (code_text.starts_with(&text) || text == code.section().to_string())
}

fn form_list_holds(list: &[LegalFormEntry], form: LegalForm) -> bool {
    list.iter().any(|entry| form.to_string().starts_with(&entry.to_string()))
}
