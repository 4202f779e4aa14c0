//! Checks by number, and the few of one run.

use smallvec::SmallVec;

/// The number of a check: 0 is none, then come two that stand for more than a run has room for, those up to below
/// [`FIRST_OF_DIRECTORY`] are of a shard, the others of the directory.
pub(crate) type CheckNumber = u16;

/// The place of a check where there is none.
pub(super) const NO_CHECK: CheckNumber = 0;

/// The check that leaves everything open.
pub(super) const ALWAYS_OPEN: CheckNumber = NO_CHECK + 1;

/// The check that stands for all that there are besides.
pub(super) const HAS_MORE: CheckNumber = ALWAYS_OPEN + 1;

/// The first check of a shard.
pub(super) const FIRST_OF_SHARD: CheckNumber = HAS_MORE + 1;

/// The first check of a directory.
pub(super) const FIRST_OF_DIRECTORY: CheckNumber = 128;

/// How many numbers there are. A power of two: a number is masked rather than compared.
pub(super) const CHECK_COUNT: usize = 1024;

/// The checks of a run, all of which have to accept; 0 where there are fewer than four.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct CheckSet([CheckNumber; CheckSet::CAPACITY]);

impl CheckSet {
    pub(crate) const CAPACITY: usize = 4;

    /// Marks the checks of the last run of a posting. It is no part of a number, and masked with what
    /// is above all numbers.
    const LAST: CheckNumber = 1 << 15;

    /// A set of these checks, as far as there is room.
    pub(crate) fn new(checks: &[CheckNumber]) -> CheckSet {
        let mut set = CheckSet::default();
        set.0.iter_mut().zip(checks).for_each(|(place, check)| *place = *check);
        set
    }

    /// The first set of some checks, and the sets of those for which it has no room.
    pub(crate) fn chain(checks: &[CheckNumber]) -> (CheckSet, SmallVec<[CheckSet; 1]>) {
        match checks.split_at_checked(CheckSet::CAPACITY - 1) {
            Some((first, more)) if more.len() > 1 => {
                let mut set = CheckSet::new(first);
                set.0[CheckSet::CAPACITY - 1] = HAS_MORE;
                (set, more.chunks(CheckSet::CAPACITY).map(CheckSet::new).collect())
            }
            _ => (CheckSet::new(checks), SmallVec::new()),
        }
    }

    /// The same for a run whose guard has to be asked whatever its checks say. The guard makes all of
    /// them itself, so that one of four may be left out.
    pub(crate) fn with_open(mut self) -> CheckSet {
        self.0[CheckSet::CAPACITY - 1] = ALWAYS_OPEN;
        self
    }

    /// The same for the last run of a posting.
    pub(crate) fn as_last(mut self) -> CheckSet {
        self.0[CheckSet::CAPACITY - 1] |= CheckSet::LAST;
        self
    }

    #[inline]
    pub(crate) fn is_last(self) -> bool {
        self.0[CheckSet::CAPACITY - 1] & CheckSet::LAST != 0
    }

    /// Where the verdicts of the checks stand among all.
    #[inline]
    pub(super) fn positions(self) -> [usize; CheckSet::CAPACITY] {
        self.0.map(|check| usize::from(check) % CHECK_COUNT)
    }
}
