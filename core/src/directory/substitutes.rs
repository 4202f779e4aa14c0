//! Who stands in for whom, and what is wrong with the substitutes that absences name.

use std::collections::HashMap;

use jiff::civil::Date;

use super::expert::{Expert, ExpertRecord};
use super::{Antenne, Directory, Institution};
use crate::language::{Sentence, sentence};
use crate::text::shorten;
use crate::validity::Validity;

/// So many substitutes are followed from one to the next. No directory needs more, and a chain without end
/// would take the square of its length to check.
pub(crate) const MOST_SUBSTITUTES: usize = 32;

/// Who receives what comes to an absent expert on a day, as far as absences lead to somebody who is there: whoever is
/// away hands on, active or not. Experts are whatever the caller tells them by.
pub(crate) fn stand_in<'d, E: Copy>(
    absent: E,
    on: Date,
    record: impl Fn(E) -> &'d Expert,
    find: impl Fn(&str) -> Option<E>,
) -> Option<E> {
    let mut current = absent;
    for _ in 0..=MOST_SUBSTITUTES {
        current = find(record(current).substitute_on(on)?)?;
        if !record(current).is_absent(on) {
            return Some(current);
        }
    }
    None
}

/// Whether an expert, with their antenne and institution, takes part on a day.
pub(crate) fn is_active_on(
    expert: &ExpertRecord,
    antenne: &Antenne,
    institution: &Institution,
    on: Date,
) -> bool {
    let is_valid = |valid: Option<Validity>| valid.is_none_or(|valid| valid.holds(on));
    expert.active && antenne.active && institution.active && is_valid(expert.valid) && is_valid(antenne.valid)
}

impl Directory {
    /// The expert who receives what comes to an absent one on a day; nobody where absences lead to nobody who
    /// is there and takes part.
    pub(crate) fn substitute_of(&self, absent: &str, on: Date) -> Option<&Expert> {
        let found = stand_in(self.expert(absent)?, on, |expert| expert, |id| self.expert(id))?;
        let antenne = self.antenne(&found.antenne)?;
        let institution = self.institution(&antenne.institution)?;
        is_active_on(found, antenne, institution, on).then_some(found)
    }
}

/// What is wrong with a substitute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum SubstituteFault<'d> {
    /// The expert that the absence names does not exist.
    Unknown { substitute: &'d str },
    /// On some day the substitutes lead back to the expert.
    Circle { expert: &'d str, substitute: &'d str, on: Date },
    /// On some day they lead through more than [`MOST_SUBSTITUTES`].
    TooLong { substitute: &'d str, on: Date },
}

impl<'d> SubstituteFault<'d> {
    /// The substitute that the absence names.
    pub(crate) fn substitute(&self) -> &'d str {
        match self {
            SubstituteFault::Unknown { substitute }
            | SubstituteFault::Circle { substitute, .. }
            | SubstituteFault::TooLong { substitute, .. } => substitute,
        }
    }

    /// What is wrong, in a sentence.
    pub(crate) fn message(&self) -> Sentence {
        match self {
            SubstituteFault::Unknown { substitute } => {
                sentence!(ThereIsNo { what: sentence!(Expert), id: shorten(substitute, 60) })
            }
            SubstituteFault::Circle { expert, substitute, .. } if expert == substitute => {
                sentence!(StandsInForItself { expert: shorten(expert, 60) })
            }
            SubstituteFault::Circle { expert, substitute, on } => sentence!(SubstitutesInCircle {
                day: *on,
                substitute: shorten(substitute, 60),
                expert: shorten(expert, 60)
            }),
            SubstituteFault::TooLong { substitute, on } => sentence!(TooManySubstitutes {
                day: *on,
                substitute: shorten(substitute, 60),
                most: MOST_SUBSTITUTES
            }),
        }
    }
}

/// Who stands in for an expert from each of some days on, ascending.
type Timeline<'d> = Vec<(Date, Option<&'d str>)>;

/// What is wrong with the substitutes of some experts: each fault with the positions of the expert and of its
/// absence.
pub(crate) fn faults(experts: &[Expert]) -> Vec<(usize, usize, SubstituteFault<'_>)> {
    let names_any = |expert: &Expert| expert.absences.iter().any(|absence| absence.substitute.is_some());
    if !experts.iter().any(names_any) {
        return Vec::new();
    }
    let known: HashMap<&str, &Expert> = experts.iter().map(|expert| (expert.id.as_str(), expert)).collect();
    let timelines: HashMap<&str, Timeline<'_>> = experts
        .iter()
        .filter(|expert| names_any(expert))
        .map(|expert| (expert.id.as_str(), timeline(expert)))
        .collect();
    let mut faults = Vec::new();
    for (position, expert) in experts.iter().enumerate() {
        for (number, absence) in expert.absences.iter().enumerate() {
            let Some(substitute) = absence.substitute.as_deref() else { continue };
            if !known.contains_key(substitute) {
                faults.push((position, number, SubstituteFault::Unknown { substitute }));
                continue;
            }
            // A circle begins on a day on which one of its substitutes begins to stand in.
            let begins = timelines.get(expert.id.as_str()).into_iter().flatten();
            let fault = begins
                .filter(|(day, named)| {
                    *named == Some(substitute) && absence.from <= *day && *day <= absence.until
                })
                .find_map(|(day, _)| followed(&expert.id, substitute, *day, &timelines));
            faults.extend(fault.map(|fault| (position, number, fault)));
        }
    }
    faults
}

/// The days on which somebody else may stand in for an expert than on the day before, and who does.
fn timeline(expert: &Expert) -> Timeline<'_> {
    let naming = expert.absences.iter().filter(|absence| absence.substitute.is_some());
    let mut days: Vec<Date> =
        naming.flat_map(|absence| [Some(absence.from), absence.until.tomorrow().ok()]).flatten().collect();
    days.sort_unstable();
    days.dedup();
    days.into_iter().map(|day| (day, expert.substitute_on(day))).collect()
}

/// What is wrong with whom the substitutes lead to on a day.
fn followed<'d>(
    expert: &'d str,
    substitute: &'d str,
    on: Date,
    timelines: &HashMap<&str, Timeline<'d>>,
) -> Option<SubstituteFault<'d>> {
    let mut follower = substitute;
    for _ in 0..MOST_SUBSTITUTES {
        if follower == expert {
            return Some(SubstituteFault::Circle { expert, substitute, on });
        }
        let timeline = timelines.get(follower)?;
        let next = timeline.partition_point(|(day, _)| *day <= on);
        follower = timeline.get(next.checked_sub(1)?)?.1?;
    }
    Some(SubstituteFault::TooLong { substitute, on })
}
