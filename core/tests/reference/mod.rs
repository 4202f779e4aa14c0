//! The reference matcher: DESIGN §5 read aloud. It scans every expert, compares strings, asks each
//! rule in its order and keeps no index. The router must agree with it, whatever the directory and
//! the need; where the two differ, DESIGN says who is wrong.

mod criteria;
mod facts;
mod order;
mod territory;

use std::collections::BTreeSet;

use aiguillage::directory::{AnswerGroup, Antenne, Expert, Institution};
use aiguillage::{Answer, Directory, Match, MatchOptions, Need};
use jiff::civil::Date;

use facts::Facts;

/// One match, in plain values.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Found {
    pub(crate) expert: String,
    pub(crate) antenne: String,
    pub(crate) institution: String,
    pub(crate) instead_of: Option<String>,
    pub(crate) zone: String,
    pub(crate) zone_owner: &'static str,
    pub(crate) note: Option<String>,
    pub(crate) absent_until: Option<Date>,
    pub(crate) unverified: BTreeSet<&'static str>,
}

impl Found {
    /// What the router found, as the reference tells it.
    pub(crate) fn of(one: &Match<'_>) -> Found {
        Found {
            expert: one.expert.id.clone(),
            antenne: one.antenne.id.clone(),
            institution: one.institution.id.clone(),
            instead_of: one.instead_of.map(|absent| absent.id.clone()),
            zone: one.zone.to_string(),
            zone_owner: one.zone_owner.as_str(),
            note: one.note.as_deref().map(str::to_owned),
            absent_until: one.absent_until,
            unverified: one.unverified.iter().map(|field| field.as_str()).collect(),
        }
    }
}

/// The codes of all that is wrong with a need. Which of several faults is told first is nobody's
/// promise.
pub(crate) type Faults = BTreeSet<&'static str>;

pub(crate) fn match_experts(
    directory: &Directory,
    need: &Need,
    options: &MatchOptions,
) -> Result<Vec<Found>, Faults> {
    let facts = Facts::of(directory, need, options)?;
    let found = directory.experts().iter().filter_map(|expert| one(directory, &facts, expert)).collect();
    Ok(order::arrange(directory, &facts, options, found))
}

/// Who matches, each in its own place: nobody stands in for anybody.
pub(crate) fn in_place(directory: &Directory, need: &Need) -> Result<Vec<Found>, Faults> {
    let facts = Facts::of(directory, need, &MatchOptions::default())?;
    Ok(directory.experts().iter().filter_map(|expert| one(directory, &facts, expert)).collect())
}

/// The rules of DESIGN §5, from 1 to 7.
fn one(directory: &Directory, facts: &Facts<'_>, expert: &Expert) -> Option<Found> {
    let antenne = directory.antennes().iter().find(|antenne| antenne.id == expert.antenne)?;
    let institution =
        directory.institutions().iter().find(|institution| institution.id == antenne.institution)?;
    if !subject(facts, expert) || !active(facts, expert, antenne, institution) {
        return None;
    }
    let place = territory::place(facts, expert, antenne)?;
    if !activities(facts, institution) || !opco(facts, institution) {
        return None;
    }
    let levels = [&institution.criteria, &antenne.criteria, &expert.criteria];
    let mut unverified = criteria::unverified(directory, facts, levels)?;
    if is_opco(institution) && facts.opcos.len() > 1 {
        unverified.insert("opco");
    }
    let asked = [&institution.answer_groups, &antenne.answer_groups, &expert.answer_groups];
    if !asked.into_iter().all(|groups| answers(facts, groups)) {
        return None;
    }
    Some(Found {
        expert: expert.id.clone(),
        antenne: antenne.id.clone(),
        institution: institution.id.clone(),
        instead_of: None,
        zone: place.zone,
        zone_owner: place.owner,
        note: place.note,
        absent_until: absent_until(expert, facts.on),
        unverified,
    })
}

/// 1. The expert has the competence and the subject is not archived.
fn subject(facts: &Facts<'_>, expert: &Expert) -> bool {
    !facts.subject.archived
        && expert.competences.iter().any(|competence| competence.subject == facts.subject.id)
}

/// 2\. The expert, its antenne and its institution are active, and expert and antenne count on the day. That
/// the competence counts too is asked where its zones are.
fn active(facts: &Facts<'_>, expert: &Expert, antenne: &Antenne, institution: &Institution) -> bool {
    let is_active = expert.active && antenne.active && institution.active;
    is_active && facts.counts(expert.valid) && facts.counts(antenne.valid)
}

/// 4. The institution lists no activities, or the facility's are unknown, or they share one.
fn activities(facts: &Facts<'_>, institution: &Institution) -> bool {
    institution.activities.is_empty()
        || facts.activities.is_empty()
        || institution.activities.iter().any(|own| facts.activities.contains(own.as_str()))
}

/// 5. An OPCO matches only its own facilities, or those that may be its own.
fn opco(facts: &Facts<'_>, institution: &Institution) -> bool {
    !is_opco(institution) || facts.opcos.contains(&institution.id)
}

/// In capitals or not: partners write "OPCO".
fn is_opco(institution: &Institution) -> bool {
    institution.categories.iter().any(|category| category.eq_ignore_ascii_case("opco"))
}

/// 7. No groups of an owner for the subject, or one that no answer contradicts.
fn answers(facts: &Facts<'_>, groups: &[AnswerGroup]) -> bool {
    let groups: Vec<_> = groups.iter().filter(|group| group.subject == facts.subject.id).collect();
    let contradicts = |question: &str, wanted: &Answer| match (facts.need.answers.get(question), wanted) {
        (Some(Answer::Choices(chosen)), Answer::Choices(wanted)) => {
            !chosen.iter().any(|choice| wanted.contains(choice))
        }
        (answer, wanted) => answer.is_some_and(|answer| answer != wanted),
    };
    groups.is_empty()
        || groups
            .iter()
            .any(|group| !group.answers.iter().any(|(question, wanted)| contradicts(question, wanted)))
}

/// The last day of the absence: day after day, as long as some absence holds the day.
fn absent_until(expert: &Expert, on: Date) -> Option<Date> {
    let absent =
        |day: Date| expert.absences.iter().any(|absence| absence.from <= day && day <= absence.until);
    if !absent(on) {
        return None;
    }
    let mut last = on;
    while let Ok(next) = last.tomorrow() {
        if !absent(next) {
            break;
        }
        last = next;
    }
    Some(last)
}
