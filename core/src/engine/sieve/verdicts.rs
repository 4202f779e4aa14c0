//! The verdicts of all checks on one need, and the runs that they leave.

use super::check_set::{ALWAYS_OPEN, CHECK_COUNT, CheckNumber, CheckSet, FIRST_OF_DIRECTORY, HAS_MORE};
use crate::engine::conditions::Unverified;
use crate::engine::criteria::Verdict;

/// The verdict of a check, as bits: those of several checks are put together by `|`. No bit is set where the
/// check accepts; where it accepts what is not known, the bits of what is left [`Unverified`] are.
pub(super) type VerdictBits = u16;

/// The check accepts the need.
pub(super) const ACCEPTS: VerdictBits = 0;
/// The check rejects the need.
pub(super) const REJECTS: VerdictBits = 1 << 15;
/// The check cannot decide: the guard has to be asked.
pub(super) const OPEN: VerdictBits = 1 << 14;
/// There are more checks.
const MORE: VerdictBits = 1 << 13;

const _: () =
    assert!(Unverified::BITS <= MORE.trailing_zeros(), "what is unverified has its bits for itself");

pub(super) fn bits(verdict: Verdict) -> VerdictBits {
    match verdict {
        Verdict::Rejects => REJECTS,
        Verdict::Accepts(unverified) => unverified.bits(),
        Verdict::Open => OPEN,
    }
}

/// As many verdicts as a processor takes at once.
pub(super) type Lane = [VerdictBits; LANE_LENGTH];

pub(super) const LANE_LENGTH: usize = 8;

/// The verdict of every check on one need, by number.
pub(crate) struct CheckVerdicts([VerdictBits; CHECK_COUNT]);

impl Default for CheckVerdicts {
    fn default() -> CheckVerdicts {
        let mut verdicts = [0; CHECK_COUNT];
        verdicts[usize::from(ALWAYS_OPEN)] = OPEN;
        verdicts[usize::from(HAS_MORE)] = MORE;
        CheckVerdicts(verdicts)
    }
}

impl CheckVerdicts {
    /// Sets the verdict of a check.
    pub(super) fn set(&mut self, check: CheckNumber, verdict: VerdictBits) {
        self.0[usize::from(check) % CHECK_COUNT] = verdict;
    }

    /// The verdicts of some checks, put together.
    #[inline]
    pub(super) fn of(&self, checks: CheckSet) -> VerdictBits {
        checks.positions().into_iter().fold(ACCEPTS, |all, position| all | self.0[position])
    }

    /// What a run that is let through leaves unverified.
    #[inline]
    pub(crate) fn unverified(&self, checks: CheckSet) -> Unverified {
        Unverified::from_bits(self.of(checks))
    }

    /// What the checks of a run that is left open decide, given those for which the first have no room.
    #[inline]
    pub(crate) fn decided(&self, checks: CheckSet, more: &[CheckSet]) -> Verdict {
        let first = self.of(checks) & !MORE;
        match more.iter().fold(first, |all, checks| all | self.of(*checks)) {
            rejects if rejects & REJECTS != 0 => Verdict::Rejects,
            open if open & OPEN != 0 => Verdict::Open,
            unverified => Verdict::Accepts(Unverified::from_bits(unverified)),
        }
    }

    /// The verdicts of the first checks of the directory, so many lanes of them.
    #[inline]
    pub(super) fn of_directory(&mut self, lanes: usize) -> &mut [Lane] {
        let (of_directory, _) = self.0[usize::from(FIRST_OF_DIRECTORY)..].as_chunks_mut();
        &mut of_directory[..lanes]
    }

    /// The runs that no check rejects, of the first 64 of a posting. The checks of its runs stand
    /// first in the list, and the last are marked.
    #[inline]
    pub(crate) fn remaining(&self, run_checks: &[CheckSet]) -> RemainingRuns {
        let mut remaining = RemainingRuns { runs: 0, open: 0, is_complete: false };
        for (checks, number) in run_checks.iter().zip(0..u64::BITS) {
            let verdict = self.of(*checks);
            remaining.runs |= u64::from(verdict & REJECTS == 0) << number;
            remaining.open |= u64::from(verdict & (OPEN | MORE) != 0) << number;
            if checks.is_last() {
                remaining.is_complete = true;
                break;
            }
        }
        remaining
    }
}

/// Up to 64 runs of a posting, a bit for each.
pub(crate) struct RemainingRuns {
    /// The runs that no check rejects.
    pub(crate) runs: u64,
    /// The runs that have more checks or whose guard has to be asked, if no check rejects them.
    pub(crate) open: u64,
    /// Whether the posting has no more runs.
    pub(crate) is_complete: bool,
}
