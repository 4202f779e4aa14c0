//! What rejects a need, for all guards of a directory at once.
//!
//! Most of what guards check depends on one number of the need: its company's age, its headcount,
//! its code of activity. Between two of the numbers that criteria name nothing changes, so it is
//! written down for each interval which checks reject there. A need's few numbers then give its
//! answer to every check, and a run of experts is let through or not by a few bits: no list is looked
//! through, there is no branch for a processor to guess wrong, and nothing that is read is far away,
//! since all subjects share it.
//!
//! What cannot be written down like this is left to the guard itself, see [`Shard::passes`].
//!
//! [`Shard::passes`]: super::index::Shard::passes

mod checks;
mod own;

use std::sync::Arc;

use smallvec::SmallVec;

pub(crate) use checks::Checks;
pub(super) use own::{OwnCheckNumbers, OwnChecks};

use super::criteria::{Number, Value};
use super::facts::Facts;
use super::index::Span;

/// The number of a check. 0 is none and rejects nothing; those below 64 are of a shard, the others of
/// the directory.
pub(super) type CheckNumber = u16;

/// The checks of a run, all of which have to accept.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct CheckSet([CheckNumber; 4]);

impl CheckSet {
    pub(super) const MOST: usize = 4;
    /// Marks the last of several sets.
    const LAST: CheckNumber = 1 << 15;

    /// A set of these checks, as far as there is room.
    pub(super) fn of(checks: &[CheckNumber]) -> CheckSet {
        let mut set = CheckSet::default();
        set.0.iter_mut().zip(checks).for_each(|(check, own)| *check = *own);
        set
    }

    pub(super) fn last(mut self) -> CheckSet {
        self.0[CheckSet::MOST - 1] |= CheckSet::LAST;
        self
    }

    pub(super) fn is_last(self) -> bool {
        self.0[CheckSet::MOST - 1] & CheckSet::LAST != 0
    }

    #[inline]
    fn any(self, bits: &[u64]) -> bool {
        let bit = |check: CheckNumber| {
            let check = check & !CheckSet::LAST;
            bits[usize::from(check / 64)] >> (check % 64)
        };
        self.0.into_iter().fold(0, |bits, check| bits | bit(check)) & 1 == 1
    }
}

/// A bit for each check.
type Bits = SmallVec<[u64; 8]>;

/// What each check of a directory says, for each value of each number.
#[derive(Clone, Debug)]
pub(crate) struct Sieve {
    pub(super) checks: Arc<Checks>,
    /// How many words have a bit for each check.
    width: usize,
    /// Of the numbers that criteria depend on.
    axes: [Axis; Number::ALL.len()],
    /// Of the activities, one by one.
    activities: Axis,
    /// The steps of each axis, ascending.
    steps: Vec<u32>,
    /// Twice `width` words each: the checks that reject, and those that are open.
    rows: Vec<u64>,
}

/// What depends on one number, in rows one after the other: where the number is not known, where it is
/// one of several, where it is below all steps, and from each step on.
#[derive(Clone, Copy, Debug, Default)]
struct Axis {
    steps: Span,
    first_row: u32,
}

impl Axis {
    const UNKNOWN: usize = 0;
    const UNSURE: usize = 1;
    const BELOW: usize = 2;
    const LEAST_ROWS: usize = Axis::BELOW + 1;
}

/// What the checks say of a need.
pub(super) struct Sifted {
    rejecting: Bits,
    open: Bits,
}

impl Sifted {
    /// The runs that no check rejects, to the last one, if it is among the first 64: a bit for each.
    #[inline]
    pub(super) fn left(&self, runs: &[CheckSet]) -> Left {
        let rejecting = &self.rejecting[..];
        let mut left = Left { runs: 0, is_all: false };
        for (checks, number) in runs.iter().zip(0..u64::BITS) {
            left.runs |= u64::from(!checks.any(rejecting)) << number;
            if checks.is_last() {
                left.is_all = true;
                break;
            }
        }
        left
    }

    /// Whether any of the checks has to be made.
    #[inline]
    pub(super) fn is_open(&self, checks: CheckSet) -> bool {
        checks.any(&self.open)
    }
}

/// The runs that no check rejects.
pub(super) struct Left {
    pub(super) runs: u64,
    /// Whether none follow.
    pub(super) is_all: bool,
}

impl Default for Sieve {
    fn default() -> Sieve {
        Sieve::of(Arc::default())
    }
}

impl Sieve {
    /// What each check of the directory says of a need.
    pub(super) fn sift(&self, facts: &Facts<'_, '_>) -> Sifted {
        let mut rows = [&self.rows[..0]; Number::ALL.len()];
        for ((row, axis), number) in rows.iter_mut().zip(&self.axes).zip(Number::ALL) {
            *row = self.row(axis, number.value(facts));
        }
        let word = |word: usize| rows.iter().fold(0, |bits, row| bits | row[word]);
        let mut rejecting: Bits = (0..self.width).map(word).collect();
        if let (false, Some(known)) = (self.activities.steps.is_empty(), &facts.activities) {
            self.sift_activities(known, &mut rejecting);
        }
        Sifted { rejecting, open: (self.width..2 * self.width).map(word).collect() }
    }

    /// Whoever lists activities rejects, unless one is among those known.
    fn sift_activities(&self, known: &[u16], rejecting: &mut Bits) {
        let mut of_activities = Bits::from_slice(&self.row(&self.activities, Value::Unknown)[..self.width]);
        for activity in known {
            let row = self.row(&self.activities, Value::Known(u32::from(*activity)));
            of_activities.iter_mut().zip(row).for_each(|(word, own)| *word &= own);
        }
        rejecting.iter_mut().zip(&of_activities).for_each(|(word, own)| *word |= own);
    }

    #[inline]
    fn row(&self, axis: &Axis, value: Value) -> &[u64] {
        let row = match value {
            Value::Unknown => Axis::UNKNOWN,
            Value::Unsure => Axis::UNSURE,
            Value::Known(value) => {
                Axis::BELOW + axis.steps.of(&self.steps).partition_point(|step| *step <= value)
            }
        };
        &self.rows[(axis.first_row as usize + row) * 2 * self.width..][..2 * self.width]
    }
}
