//! The records of a directory as a change leaves them, as a document that applies it.

use serde::Serialize;

use super::edit::{CriterionEdit, Edit};
use super::obstacle::ServedBy;
use super::zone_lists::zones_with;
use crate::directory::{
    AnswerGroup, Antenne, Competence, Criterion, CriterionOwner, Directory, Expert, ExpertRecord, Institution,
};
use crate::engine::compiled::Compiled;
use crate::geography::ZoneList;
use crate::invariant::{at, at_mut, broken};

const A_RECORD: &str = "an edit names a position of the directory";

/// The one record that a change gives anew.
#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum Document {
    Institutions([Institution; 1]),
    Antennes([Antenne; 1]),
    Experts([Expert; 1]),
}

/// What of an institution, an antenne or an expert changes.
enum Part<'e> {
    Active,
    Period,
    Criterion(usize, Option<&'e Criterion>),
    Answers(&'e [AnswerGroup]),
    Activities(Option<&'e crate::codes::Activity>),
    Zones(ZoneList),
}

/// The change as a document for [`Router::with_changes`](crate::Router::with_changes).
pub(super) fn document(compiled: &Compiled, edit: &Edit) -> String {
    let document = changed(compiled, edit);
    // A record of a directory has text for keys, and nothing that JSON cannot hold.
    serde_json::to_string(&document).unwrap_or_else(|_| broken("a record of a directory is JSON"))
}

fn changed(compiled: &Compiled, edit: &Edit) -> Document {
    let directory = compiled.directory();
    match edit {
        Edit::Zone(served_by, zone) => {
            let with = |list: &ZoneList| zones_with(directory, list, directory.geography().zone_of(*zone));
            match *served_by {
                ServedBy::Antenne(position) => {
                    let zones = with(&at(directory.antennes(), position as usize, A_RECORD).zones);
                    with_part(directory, CriterionOwner::Antenne(position as usize), Part::Zones(zones))
                }
                ServedBy::Expert(number) => {
                    of_expert(compiled, number, |expert| expert.zones = with(&expert.zones))
                }
                ServedBy::Competence(number, position) => of_expert(compiled, number, |expert| {
                    let invariant = "an edit names a competence of its expert";
                    let competence = at_mut(&mut expert.competences, position, invariant);
                    competence.zones = with(&competence.zones);
                }),
            }
        }
        Edit::Subject { expert, subject } => of_expert(compiled, *expert, |expert| {
            let subject = compiled.subject(*subject).id.clone();
            let general = Competence { subject, note: None, zones: ZoneList::default(), valid: None };
            expert.competences.push(general);
        }),
        Edit::Criterion { owner, position, edit, changed } => {
            let changed = changed.as_deref().filter(|_| *edit != CriterionEdit::Gone);
            with_part(directory, *owner, Part::Criterion(*position, changed))
        }
        Edit::Answers { owner, changed, .. } => with_part(directory, *owner, Part::Answers(changed)),
        Edit::Activities { institution, added } => {
            let owner = CriterionOwner::Institution(*institution);
            with_part(directory, owner, Part::Activities(added.as_ref()))
        }
        Edit::Active(owner) => with_part(directory, *owner, Part::Active),
        Edit::Period(owner) => with_part(directory, *owner, Part::Period),
    }
}

fn of_expert(compiled: &Compiled, number: u32, change: impl FnOnce(&mut ExpertRecord)) -> Document {
    let mut expert = compiled.placed(number).expert.clone();
    change(expert.edit());
    Document::Experts([expert])
}

fn with_part(directory: &Directory, owner: CriterionOwner, part: Part<'_>) -> Document {
    match owner {
        CriterionOwner::Institution(number) => {
            let mut changed = at(directory.institutions(), number, A_RECORD).clone();
            match part {
                Part::Active => changed.active = true,
                Part::Criterion(position, criterion) => put(&mut changed.criteria, position, criterion),
                Part::Answers(groups) => changed.answer_groups = groups.to_vec(),
                Part::Activities(Some(added)) => changed.activities.push(added.clone()),
                Part::Activities(None) => changed.activities.clear(),
                Part::Period | Part::Zones(_) => broken("an institution has no period and no zones"),
            }
            Document::Institutions([changed])
        }
        CriterionOwner::Antenne(number) => {
            let mut changed = at(directory.antennes(), number, A_RECORD).clone();
            match part {
                Part::Active => changed.active = true,
                Part::Period => changed.valid = None,
                Part::Criterion(position, criterion) => put(&mut changed.criteria, position, criterion),
                Part::Answers(groups) => changed.answer_groups = groups.to_vec(),
                Part::Zones(zones) => changed.zones = zones,
                Part::Activities(_) => broken("only an institution has natures of activity"),
            }
            Document::Antennes([changed])
        }
        CriterionOwner::Expert(number) => {
            let mut changed = at(directory.experts(), number, A_RECORD).clone();
            let record = changed.edit();
            match part {
                Part::Active => record.active = true,
                Part::Period => record.valid = None,
                Part::Criterion(position, criterion) => put(&mut record.criteria, position, criterion),
                Part::Answers(groups) => record.answer_groups = groups.to_vec(),
                Part::Zones(zones) => record.zones = zones,
                Part::Activities(_) => broken("only an institution has natures of activity"),
            }
            Document::Experts([changed])
        }
    }
}

/// Puts a criterion in the place of the one at a position, or takes that away.
fn put(criteria: &mut Vec<Criterion>, position: usize, criterion: Option<&Criterion>) {
    let place = at_mut(criteria, position, "an edit names a criterion of its owner");
    match criterion {
        Some(criterion) => place.clone_from(criterion),
        None => {
            criteria.remove(position);
        }
    }
}
