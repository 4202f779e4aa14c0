//! A check that is made of others, for a criterion with a period or with alternatives.

use jiff::civil::Date;
use smallvec::SmallVec;

use super::check_set::CheckSet;
use super::verdicts::{ACCEPTS, CheckVerdicts, OPEN, REJECTS, VerdictBits};
use crate::engine::period::Days;

/// Sets of checks, of which one has to accept on some days.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Combined {
    pub(crate) days: Days,
    pub(crate) alternatives: SmallVec<[CheckSet; 3]>,
}

impl Combined {
    /// The verdict of the alternatives, given those of their checks. Of several that accept, it is the one which
    /// leaves fewest facts unverified, as [`Alternatives`] decide it.
    ///
    /// [`Alternatives`]: crate::engine::criteria::Alternatives
    pub(super) fn verdict(&self, on: Date, verdicts: &CheckVerdicts) -> VerdictBits {
        if !self.days.hold(on) {
            return ACCEPTS;
        }
        let accepting =
            self.alternatives.iter().map(|checks| verdicts.of(*checks)).filter(|bits| bits & REJECTS == 0);
        // One that cannot be decided might accept without more.
        let rank = |bits: &VerdictBits| match *bits {
            ACCEPTS => 0,
            open if open & OPEN != 0 => 1,
            unverified => 1 + unverified.count_ones(),
        };
        accepting.min_by_key(rank).unwrap_or(REJECTS)
    }
}
