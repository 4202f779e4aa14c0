//! What rejects a need, for all guards of a directory at once.
//!
//! Most of what guards check depends on one number of the need: its company's age, its headcount,
//! its code of activity. Between two of the numbers that criteria name nothing changes, so it is
//! written down for each interval which checks reject there. A need's few numbers then give its
//! answer to every check, and a run of experts is let through or not by a few bytes: no list is looked
//! through, there is no branch for a processor to guess wrong, and nothing that is read is far away,
//! since all subjects share it.
//!
//! What cannot be written down like this is left to the guard itself, see [`Shard::passes`].
//!
//! [`Shard::passes`]: crate::engine::find::index::Shard::passes

mod checks;
mod own;

use std::sync::Arc;

use smallvec::SmallVec;

pub(crate) use checks::Checks;
pub(crate) use own::{OwnCheckNumbers, OwnChecks};

use crate::engine::criteria::{Number, Value};
use crate::engine::facts::Facts;
use crate::engine::find::index::Span;

/// The number of a check. 0 is none; those from 2 to below [`FIRST`] are of a shard,
/// the others of the directory.
pub(crate) type CheckNumber = u16;

/// The number of the check that leaves everything open.
const ALWAYS_OPEN: CheckNumber = 1;

/// The first number of a directory's checks.
const FIRST: CheckNumber = 64;

/// How many numbers there are.
const NUMBERS: usize = 1024;

/// The checks of a run, all of which have to accept.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct CheckSet([CheckNumber; CheckSet::MOST]);

impl CheckSet {
    pub(crate) const MOST: usize = 4;
    /// Marks the last of several sets; no part of a number.
    const LAST: CheckNumber = 1 << 15;

    /// A set of these checks, as far as there is room.
    pub(crate) fn of(checks: &[CheckNumber]) -> CheckSet {
        let mut set = CheckSet::default();
        set.0.iter_mut().zip(checks).for_each(|(check, own)| *check = *own);
        set
    }

    /// The same for a run whose guard has to be asked, whatever the checks say. It makes them all, so
    /// that one of four may be left out.
    pub(crate) fn open(mut self) -> CheckSet {
        self.0[CheckSet::MOST - 1] = ALWAYS_OPEN;
        self
    }

    pub(crate) fn last(mut self) -> CheckSet {
        self.0[CheckSet::MOST - 1] |= CheckSet::LAST;
        self
    }

    pub(crate) fn is_last(self) -> bool {
        self.0[CheckSet::MOST - 1] & CheckSet::LAST != 0
    }
}

/// What a check says, as bits: those of several are put together.
type Says = u8;

const REJECTS: Says = 1;
const OPEN: Says = 2;

/// Bytes that a processor takes at once.
type Lane = [Says; 16];

/// What each check of a directory says, for each value of each number.
#[derive(Clone, Debug)]
pub(crate) struct Sieve {
    pub(crate) checks: Arc<Checks>,
    /// How many lanes have a byte for each check.
    width: usize,
    /// Of the numbers that criteria depend on.
    axes: [Axis; Number::ALL.len()],
    /// Of the activities, one by one.
    activities: Axis,
    /// The steps of each axis, ascending.
    steps: Vec<u32>,
    /// What each check says, `width` lanes each.
    rows: Vec<Lane>,
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

/// What each check says of a need.
pub(crate) struct Sifted([Says; NUMBERS]);

impl Default for Sifted {
    fn default() -> Sifted {
        Sifted([0; NUMBERS])
    }
}

impl Sifted {
    /// Notes whether a check of a shard rejects.
    fn set(&mut self, check: CheckNumber, rejects: bool) {
        self.0[usize::from(check) % NUMBERS] = if rejects { REJECTS } else { 0 };
    }

    /// The runs that no check rejects, to the last one, if it is among the first 64: a bit for each.
    #[inline]
    pub(crate) fn left(&self, runs: &[CheckSet]) -> Left {
        let mut left = Left { runs: 0, open: 0, is_all: false };
        for (checks, number) in runs.iter().zip(0..u64::BITS) {
            let says =
                checks.0.into_iter().fold(0, |says, check| says | self.0[usize::from(check) % NUMBERS]);
            left.runs |= u64::from(says & REJECTS == 0) << number;
            left.open |= u64::from(says & OPEN != 0) << number;
            if checks.is_last() {
                left.is_all = true;
                break;
            }
        }
        left
    }
}

/// The runs that no check rejects.
pub(crate) struct Left {
    pub(crate) runs: u64,
    /// Those whose guard has to be asked, of whatever runs.
    pub(crate) open: u64,
    /// Whether none follow.
    pub(crate) is_all: bool,
}

impl Default for Sieve {
    fn default() -> Sieve {
        Sieve::of(Arc::default())
    }
}

impl Sieve {
    /// What each check of the directory says of a need.
    pub(crate) fn sift(&self, facts: &Facts<'_, '_>, sifted: &mut Sifted) {
        let values = Number::values(facts);
        let rows: [&[Lane]; Number::ALL.len()] =
            std::array::from_fn(|number| self.row(&self.axes[number], values[number]));
        sifted.0[usize::from(ALWAYS_OPEN)] = OPEN;
        let (says, _) = sifted.0[usize::from(FIRST)..].as_chunks_mut();
        for (lane, says) in says[..self.width].iter_mut().enumerate() {
            *says = rows.iter().fold([0; 16], |says, row| either(says, row[lane]));
        }
        if let (false, Some(known)) = (self.activities.steps.is_empty(), &facts.activities) {
            self.sift_activities(known, &mut says[..self.width]);
        }
    }

    /// Whoever lists activities rejects, unless one is among those known.
    fn sift_activities(&self, known: &[u16], says: &mut [Lane]) {
        let value = |activity: &u16| Value::Known(u32::from(*activity));
        let of_known: SmallVec<[&[Lane]; 8]> =
            known.iter().map(|activity| self.row(&self.activities, value(activity))).collect();
        let of_none = self.row(&self.activities, Value::Unknown);
        for (lane, says) in says.iter_mut().enumerate() {
            let of_all = of_known.iter().fold(of_none[lane], |of_all, row| both(of_all, row[lane]));
            *says = either(*says, of_all);
        }
    }

    #[inline]
    fn row(&self, axis: &Axis, value: Value) -> &[Lane] {
        // Whether a need says it, nobody can guess: the steps are looked through in any case.
        let (is_known, number, other) = match value {
            Value::Known(number) => (true, number, Axis::UNKNOWN),
            Value::Unknown => (false, 0, Axis::UNKNOWN),
            Value::Unsure => (false, 0, Axis::UNSURE),
        };
        let known = Axis::BELOW + axis.steps.of(&self.steps).partition_point(|step| *step <= number);
        let row = std::hint::select_unpredictable(is_known, known, other);
        &self.rows[(axis.first_row as usize + row) * self.width..][..self.width]
    }
}

#[inline]
fn either(a: Lane, b: Lane) -> Lane {
    std::array::from_fn(|byte| a[byte] | b[byte])
}

#[inline]
fn both(a: Lane, b: Lane) -> Lane {
    std::array::from_fn(|byte| a[byte] & b[byte])
}
