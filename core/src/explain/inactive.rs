//! Rule 2: whether an expert is active on the day of a need, and if not, whose data say so.

use jiff::civil::Date;

use super::Owner;
use super::case::Case;
use crate::validity::Validity;

/// Why an expert is not active.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Inactive {
    SwitchedOff(Owner),
    /// The period begins on this day.
    NotYet(Owner, Date),
    /// The period ended on this day.
    NoLonger(Owner, Date),
}

impl Inactive {
    pub(super) fn owner(self) -> Owner {
        match self {
            Inactive::SwitchedOff(owner) | Inactive::NotYet(owner, _) | Inactive::NoLonger(owner, _) => owner,
        }
    }

    /// What makes an expert inactive, if anything does.
    pub(super) fn of(case: &Case<'_, '_>) -> Option<Inactive> {
        let switches = [
            (case.expert.active, Owner::Expert),
            (case.antenne.active, Owner::Antenne),
            (case.institution.active, Owner::Institution),
        ];
        if let Some((_, owner)) = switches.into_iter().find(|(active, _)| !active) {
            return Some(Inactive::SwitchedOff(owner));
        }
        let on = case.facts.on;
        let owners = [(case.expert.valid, Owner::Expert), (case.antenne.valid, Owner::Antenne)];
        owners.into_iter().find_map(|(valid, owner)| outside(valid?, owner, on)).or_else(|| {
            // Of several competences in the subject one that counts is enough.
            let in_subject = case.expert.competences.iter().filter(|one| one.subject == case.subject.id);
            let outside =
                in_subject.map(|one| one.valid.and_then(|valid| outside(valid, Owner::Competence, on)));
            outside.collect::<Option<Vec<Inactive>>>()?.first().copied()
        })
    }
}

fn outside(valid: Validity, owner: Owner, on: Date) -> Option<Inactive> {
    let not_yet = valid.from.filter(|from| on < *from).map(|from| Inactive::NotYet(owner, from));
    not_yet.or_else(|| valid.until.filter(|until| *until < on).map(|until| Inactive::NoLonger(owner, until)))
}
