//! The verdicts of all checks on one need, and the runs that they leave.

use super::check_set::{ALWAYS_OPEN, CHECK_COUNT, CheckNumber, CheckSet, FIRST_OF_DIRECTORY};

/// The verdict of a check, as bits: those of several checks are put together by `|`. No bit is set
/// where the check accepts.
pub(super) type VerdictBits = u8;

/// The check accepts the need.
pub(super) const ACCEPTS: VerdictBits = 0;
/// The check rejects the need.
pub(super) const REJECTS: VerdictBits = 1;
/// The check cannot decide: the guard has to be asked.
pub(super) const OPEN: VerdictBits = 2;

/// As many verdicts as a processor takes at once.
pub(super) type Lane = [VerdictBits; 16];

/// The verdict of every check on one need, by number.
pub(crate) struct CheckVerdicts([VerdictBits; CHECK_COUNT]);

impl Default for CheckVerdicts {
    fn default() -> CheckVerdicts {
        let mut verdicts = [0; CHECK_COUNT];
        verdicts[usize::from(ALWAYS_OPEN)] = OPEN;
        CheckVerdicts(verdicts)
    }
}

impl CheckVerdicts {
    /// Sets the verdict of a check.
    pub(super) fn set(&mut self, check: CheckNumber, verdict: VerdictBits) {
        self.0[usize::from(check) % CHECK_COUNT] = verdict;
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
            let verdict = checks.positions().into_iter().fold(0, |all, position| all | self.0[position]);
            remaining.runs |= u64::from(verdict & REJECTS == 0) << number;
            remaining.open |= u64::from(verdict & OPEN != 0) << number;
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
    /// The runs whose guard has to be asked, if no check rejects them.
    pub(crate) open: u64,
    /// Whether the posting has no more runs.
    pub(crate) is_complete: bool,
}
