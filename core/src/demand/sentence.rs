//! A change in one sentence, for partners.

use crate::codes::{Activity, NafEntry};
use crate::directory::CriterionOwner;
use crate::engine::compiled::Compiled;
use crate::engine::conditions::{Comparison, Condition, ConditionValue};
use crate::explain::activity;
use crate::invariant::at;
use crate::language::Language;

use super::edit::{AnswerEdit, Candidate, CriterionEdit, Edit};

/// What is changed, and how many needs it adds.
pub(super) fn sentence(
    compiled: &Compiled,
    owner: CriterionOwner,
    candidate: &Candidate,
    language: Language,
) -> String {
    let who = Who::of(compiled, owner);
    let what = what(compiled, &who, &candidate.edit, language);
    let needs = candidate.needs;
    match (language, needs) {
        (Language::French, 0 | 1) => format!("{what} ({needs} besoin de plus)."),
        (Language::French, _) => format!("{what} ({needs} besoins de plus)."),
        (Language::English, 1) => format!("{what} (1 need more)."),
        (Language::English, _) => format!("{what} ({needs} needs more)."),
    }
}

/// Whose record changes, in words.
struct Who<'d> {
    owner: CriterionOwner,
    name: &'d str,
}

impl<'d> Who<'d> {
    fn of(compiled: &'d Compiled, owner: CriterionOwner) -> Who<'d> {
        let directory = compiled.directory();
        Who { owner, name: owner.name(directory) }
    }

    /// « l’antenne « Somme » ».
    fn subject(&self, language: Language) -> String {
        match language {
            Language::French => format!("l’{} « {} »", self.owner.kind(), self.name),
            Language::English => format!("the {} “{}”", self.owner.kind(), self.name),
        }
    }

    /// « à l’antenne « Somme » ».
    fn to(&self, language: Language) -> String {
        format!("{} {}", language.choose("à", "to"), self.subject(language))
    }

    /// « de l’antenne « Somme » ».
    fn of_it(&self, language: Language) -> String {
        format!("{} {}", language.choose("de", "of"), self.subject(language))
    }
}

fn what(compiled: &Compiled, who: &Who<'_>, edit: &Edit, language: Language) -> String {
    let directory = compiled.directory();
    let subject = |number: u32| quoted(&compiled.subject(number).label, language);
    match (edit, language) {
        (Edit::Zone(_, zone), _) => {
            let zone = directory.geography().zone_of(*zone);
            let name = directory.geography().zone_name(zone).unwrap_or_default();
            let of_it = who.of_it(language);
            match language {
                Language::French => format!("Ajouter {name} ({zone}) au territoire {of_it}"),
                Language::English => format!("Add {name} ({zone}) to the territory {of_it}"),
            }
        }
        (Edit::Subject { subject: number, .. }, Language::French) => {
            format!("Ajouter le sujet {} {}", subject(*number), who.to(language))
        }
        (Edit::Subject { subject: number, .. }, Language::English) => {
            format!("Add the subject {} {}", subject(*number), who.to(language))
        }
        (Edit::Activities { added: Some(added), .. }, _) => {
            let (nature, who) = (quoted(added.label_in(language), language), who.subject(language));
            match language {
                Language::French => format!("Ajouter {nature} aux natures d’activité que sert {who}"),
                Language::English => format!("Add {nature} to the natures of activity that {who} serves"),
            }
        }
        (Edit::Activities { added: None, .. }, Language::French) => {
            format!("Ne plus limiter les natures d’activité que sert {}", who.subject(language))
        }
        (Edit::Activities { added: None, .. }, Language::English) => {
            format!("Set no limit to the natures of activity that {} serves", who.subject(language))
        }
        (Edit::Active(_), Language::French) => format!("Réactiver {}", who.subject(language)),
        (Edit::Active(_), Language::English) => format!("Switch on {}", who.subject(language)),
        (Edit::Period(_), Language::French) => {
            format!("Ne plus limiter la période {}", who.of_it(language))
        }
        (Edit::Period(_), Language::English) => {
            format!("Set no limit to the period {}", who.of_it(language))
        }
        (Edit::Answers { subject: number, edit, .. }, _) => {
            let change = answers(compiled, *number, edit, language);
            let (subject, who) = (subject(*number), who.subject(language));
            let group = |label: &str| {
                let number = edit.group().map(|position| format!(", {label} {}", position + 1));
                number.unwrap_or_default()
            };
            match language {
                Language::French => {
                    let group = group("combinaison n°");
                    format!("Réponses attendues par {who} sur {subject}{group} : {change}")
                }
                Language::English => {
                    let group = group("combination");
                    format!("Answers that {who} waits for on {subject}{group}: {change}")
                }
            }
        }
        (Edit::Criterion { owner, position, edit, .. }, _) => {
            let of_it = who.of_it(language);
            let changed = at(owner.criteria(directory), *position, "a change is of a criterion of its owner");
            let value = |condition: Condition| condition.value(changed);
            let change = criterion(compiled, edit, value, language);
            match language {
                Language::French => format!("Filtre n° {} {of_it} : {change}", position + 1),
                Language::English => format!("Criterion {} {of_it}: {change}", position + 1),
            }
        }
    }
}

fn answers(compiled: &Compiled, subject: u32, edit: &AnswerEdit, language: Language) -> String {
    let questions = &compiled.subject(subject).questions;
    let labelled = |id: &String| {
        let question = questions.iter().find(|question| question.id == *id);
        quoted(question.map_or(id, |question| &question.label), language)
    };
    match (edit, language) {
        (AnswerEdit::Choice { question, choice, .. }, _) => {
            let choices = questions.iter().filter(|one| one.id == *question).flat_map(|one| &one.choices);
            let label = choices.into_iter().find(|one| one.id == *choice).map_or(choice, |one| &one.label);
            let (label, question) = (quoted(label, language), labelled(question));
            match language {
                Language::French => format!("accepter aussi {label} à la question {question}"),
                Language::English => format!("accept {label} to the question {question} too"),
            }
        }
        (AnswerEdit::Question { question, .. }, Language::French) => {
            format!("ne plus tenir compte de la question {}", labelled(question))
        }
        (AnswerEdit::Question { question, .. }, Language::English) => {
            format!("leave the question {} out", labelled(question))
        }
        (AnswerEdit::All, Language::French) => "accepter toutes les réponses".to_owned(),
        (AnswerEdit::All, Language::English) => "accept every answer".to_owned(),
    }
}

fn criterion<'c>(
    compiled: &Compiled,
    edit: &CriterionEdit,
    value: impl Fn(Condition) -> ConditionValue<'c>,
    language: Language,
) -> String {
    match (edit, language) {
        (CriterionEdit::Bound { condition, before, after }, _) => {
            let (before, after) = (bound(*condition, *before, language), bound(*condition, *after, language));
            match language {
                Language::French => format!("« {after} » au lieu de « {before} »"),
                Language::English => format!("“{after}” instead of “{before}”"),
            }
        }
        (CriterionEdit::Added { condition, entry }, _) => {
            let (list, entry) =
                (list_name(*condition, language), named(compiled, *condition, entry, language));
            match language {
                Language::French => format!("ajouter {entry} à la liste « {list} »"),
                Language::English => format!("add {entry} to the list “{list}”"),
            }
        }
        (CriterionEdit::TakenOut { condition, entry }, _) => {
            let (list, entry) =
                (list_name(*condition, language), named(compiled, *condition, entry, language));
            match language {
                Language::French => format!("retirer {entry} de la liste « {list} »"),
                Language::English => format!("take {entry} out of the list “{list}”"),
            }
        }
        (CriterionEdit::Unset(condition), _) => {
            let told = match (condition.comparison(), value(*condition)) {
                (Comparison::AtLeast(_) | Comparison::Below(_), ConditionValue::Number(number)) => {
                    bound(*condition, number, language)
                }
                _ => list_name(*condition, language).to_owned(),
            };
            match language {
                Language::French => format!("retirer la condition « {told} »"),
                Language::English => format!("take away the condition “{told}”"),
            }
        }
        (CriterionEdit::AcceptUnknown, Language::French) => {
            "accepter, à vérifier, quand l’information manque".to_owned()
        }
        (CriterionEdit::AcceptUnknown, Language::English) => {
            "accept, to be verified, where facts are missing".to_owned()
        }
        (CriterionEdit::NoAlternatives, Language::French) => "retirer les possibilités".to_owned(),
        (CriterionEdit::NoAlternatives, Language::English) => "take away the alternatives".to_owned(),
        (CriterionEdit::Gone, Language::French) => "le retirer".to_owned(),
        (CriterionEdit::Gone, Language::English) => "take it away".to_owned(),
    }
}

/// « au moins 10 salariés ».
fn bound(condition: Condition, number: u32, language: Language) -> String {
    let amount = match condition.comparison() {
        Comparison::AtLeast(axis) | Comparison::Below(axis) => axis.wording().amount(number, language),
        _ => number.to_string(),
    };
    condition.wording(language).replacen("{}", &amount, 1)
}

/// What a list is called: the wording of its condition without what it lists.
fn list_name(condition: Condition, language: Language) -> &'static str {
    let wording = condition.wording(language);
    let before = wording.split_once("{}").map_or(wording, |(before, _)| before);
    before.trim_end_matches([':', '\u{20}', '\u{a0}', '\u{202f}'])
}

/// An entry of a condition's list, with its name where it has one.
fn named(compiled: &Compiled, condition: Condition, entry: &str, language: Language) -> String {
    let name = match condition {
        Condition::ExcludedZones => entry.parse().ok().and_then(|zone| {
            let name = compiled.directory().geography().zone_name(zone);
            name.map(|name| format!("{name} ({zone})"))
        }),
        Condition::AcceptedNaf | Condition::ExcludedNaf => {
            entry.parse().ok().map(|entry: NafEntry| activity::entries(&[entry]))
        }
        Condition::AcceptedActivities | Condition::ExcludedActivities => {
            entry.parse().ok().map(|nature: Activity| quoted(nature.label_in(language), language))
        }
        _ => None,
    };
    name.unwrap_or_else(|| entry.to_owned())
}

fn quoted(text: &str, language: Language) -> String {
    match language {
        Language::French => format!("« {text} »"),
        Language::English => format!("“{text}”"),
    }
}
