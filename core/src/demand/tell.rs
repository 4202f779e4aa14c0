//! A change as the report has it: what, where, from which value to which.

use super::apply;
use super::edit::{AnswerEdit, Candidate, CriterionEdit, Edit};
use super::kinds::DemandBy;
use super::obstacle::ServedBy;
use super::report::DemandChange;
use super::sentence;
use crate::engine::compiled::Compiled;
use crate::engine::conditions::ConditionValue;
use crate::invariant::at;
use crate::language::Language;
use crate::validity::Validity;

/// What changes: the field, the value before and the value afterwards.
struct Values {
    field: &'static str,
    before: Option<String>,
    after: Option<String>,
}

impl Values {
    fn new(field: &'static str, before: Option<String>, after: Option<String>) -> Values {
        Values { field, before, after }
    }
}

/// The change as the report has it.
pub(super) fn change(compiled: &Compiled, candidate: &Candidate, language: Language) -> DemandChange {
    let edit = &candidate.edit;
    let owner = edit.owner(compiled);
    let Values { field, before, after } = values(compiled, edit);
    DemandChange {
        kind: edit.kind(),
        target: DemandBy::of(owner),
        id: owner.id(compiled.directory()).to_owned(),
        criterion: match edit {
            Edit::Criterion { position, .. } => Some(*position),
            _ => None,
        },
        field: field.to_owned(),
        before,
        after,
        subject: match edit {
            Edit::Subject { subject, .. } | Edit::Answers { subject, .. } => {
                Some(compiled.subject(*subject).id.clone())
            }
            Edit::Zone(ServedBy::Competence(number, position), _) => {
                let competence = compiled.placed(*number).expert.competences.get(*position);
                competence.map(|competence| competence.subject.clone())
            }
            _ => None,
        },
        needs: candidate.needs,
        sentence: sentence::sentence(compiled, owner, candidate, language),
        document: apply::document(compiled, edit),
    }
}

fn values(compiled: &Compiled, edit: &Edit) -> Values {
    let directory = compiled.directory();
    match edit {
        Edit::Zone(_, zone) => {
            Values::new("zones", None, Some(directory.geography().zone_of(*zone).to_string()))
        }
        Edit::Subject { subject, .. } => {
            Values::new("competences", None, Some(compiled.subject(*subject).id.clone()))
        }
        Edit::Activities { institution, added } => {
            let institution = at(directory.institutions(), *institution, "a change is of an institution");
            let listed: Vec<&str> = institution.activities.iter().map(|activity| activity.as_str()).collect();
            match added {
                Some(added) => Values::new("activities", None, Some(added.as_str().to_owned())),
                None => Values::new("activities", Some(listed.join(" ")), None),
            }
        }
        Edit::Active(_) => Values::new("active", Some("false".to_owned()), Some("true".to_owned())),
        Edit::Period(owner) => Values::new("valid", owner.valid(directory).map(period), None),
        Edit::Answers { edit, .. } => match edit {
            AnswerEdit::Choice { question, choice, .. } => {
                Values::new("answer_groups", None, Some(format!("{question}={choice}")))
            }
            AnswerEdit::Question { question, .. } => {
                Values::new("answer_groups", Some(question.clone()), None)
            }
            AnswerEdit::All => Values::new("answer_groups", None, None),
        },
        Edit::Criterion { owner, position, edit, .. } => match edit {
            CriterionEdit::Bound { condition, before, after } => {
                Values::new(condition.field(), Some(before.to_string()), Some(after.to_string()))
            }
            CriterionEdit::Added { condition, entry } => {
                Values::new(condition.field(), None, Some(entry.clone()))
            }
            CriterionEdit::TakenOut { condition, entry } => {
                Values::new(condition.field(), Some(entry.clone()), None)
            }
            CriterionEdit::AcceptUnknown => {
                Values::new("when_unknown", Some("reject".to_owned()), Some("accept".to_owned()))
            }
            CriterionEdit::Unset(condition) => {
                let criterion =
                    at(owner.criteria(directory), *position, "a change is of a criterion of its owner");
                Values::new(condition.field(), Some(written(condition.value(criterion))), None)
            }
            CriterionEdit::NoAlternatives => Values::new("any_of", None, None),
            CriterionEdit::Gone => Values::new("criteria", None, None),
        },
    }
}

fn period(valid: Validity) -> String {
    let day = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string()).unwrap_or_default();
    format!("{}/{}", day(valid.from), day(valid.until))
}

/// A value as it is written in a sheet.
fn written(value: ConditionValue<'_>) -> String {
    fn joined<T: ToString>(entries: &[T]) -> String {
        entries.iter().map(T::to_string).collect::<Vec<_>>().join(" ")
    }
    match value {
        ConditionValue::Unset => String::new(),
        ConditionValue::Number(number) => number.to_string(),
        ConditionValue::Activities(entries) => joined(entries),
        ConditionValue::LegalForms(entries) => joined(entries),
        ConditionValue::Zones(zones) => joined(zones),
        ConditionValue::Origins(origins) => joined(origins),
        ConditionValue::Natures(natures) => joined(natures),
        ConditionValue::Crafts(entries) => joined(entries),
        ConditionValue::Agreements(agreements) => joined(agreements),
        ConditionValue::Flag(flag) => flag.to_string(),
        ConditionValue::Qualities(qualities) => {
            let written = qualities.iter().map(|(name, wanted)| format!("{name}={wanted}"));
            written.collect::<Vec<_>>().join(" ")
        }
    }
}
