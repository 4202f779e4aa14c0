//! Rule 2: what keeps an expert from being active on a day, apart from its competences.

use jiff::civil::Date;
use smallvec::SmallVec;

use super::obstacle::Obstacle;
use crate::directory::CriterionOwner;
use crate::engine::compiled::{Compiled, Placed};
use crate::engine::period::Days;

/// What decides whether an expert is active. Equal ones are active on the same days, through the same changes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Presence {
    /// Who is switched off.
    off: SmallVec<[CriterionOwner; 1]>,
    /// The periods of the expert and its antenne, where they have some.
    periods: SmallVec<[(CriterionOwner, Days); 1]>,
}

impl Presence {
    pub(super) fn of(compiled: &Compiled, placed: Placed<'_>) -> Presence {
        let [institution, antenne, expert] = compiled.index().expert(placed.number).owners();
        let switches = [
            (placed.expert.active, expert),
            (placed.antenne.active, antenne),
            (placed.institution.active, institution),
        ];
        let off = switches.into_iter().filter(|(active, _)| !active).map(|(_, owner)| owner);
        let periods = [(placed.expert.valid, expert), (placed.antenne.valid, antenne)];
        let periods = periods.into_iter().filter_map(|(valid, owner)| Some((owner, Days::of(Some(valid?)))));
        Presence { off: off.collect(), periods: periods.collect() }
    }

    /// What keeps the expert from being active on a day, a change each.
    pub(super) fn obstacles(&self, on: Date) -> impl Iterator<Item = Obstacle> {
        let outside = self.periods.iter().filter(move |(_, days)| !days.hold(on));
        let off = self.off.iter().map(|owner| Obstacle::Active(*owner));
        off.chain(outside.map(|(owner, _)| Obstacle::Period(*owner)))
    }

    /// Whether the expert is switched off on every day: to handle one subject more would not do.
    pub(super) fn is_off(&self) -> bool {
        !self.off.is_empty()
    }
}
