//! The sieve: the verdicts of a directory's checks, written down for every value of every number.

use std::sync::Arc;

use smallvec::SmallVec;

use super::directory_checks::DirectoryChecks;
use super::verdicts::{CheckVerdicts, Lane};
use crate::engine::criteria::{Names, Number, Value};
use crate::engine::facts::Facts;
use crate::engine::span::Span;

/// The verdicts of a directory's checks on every value of every number.
#[derive(Clone, Debug)]
pub(crate) struct Sieve {
    pub(crate) checks: Arc<DirectoryChecks>,
    /// How many lanes have room for a verdict of each check.
    pub(super) width: usize,
    /// One for each number on which criteria depend.
    pub(super) axes: [Axis; Number::ALL.len()],
    /// One for each list of names on which criteria depend.
    pub(super) names: [Axis; Names::ALL.len()],
    /// The zones that criteria name, a bit each: of the seven around a place, mostly none is.
    pub(super) listed_zones: Vec<u64>,
    /// One for each quality on which criteria depend.
    pub(super) qualities: Vec<Axis>,
    /// The steps of all axes, those of each in a row and ascending.
    pub(super) steps: Vec<u32>,
    /// The rows of all axes, those of one axis one after the other.
    pub(super) rows: Vec<Lane>,
}

/// The rows of one number: where the number is not known, where it is one of several, where it is
/// below all steps, and from each step on.
///
/// Of names, several may be known. Their rows are: where none is known; in the place of one of several, where
/// none of those known is listed; and for each name where it is the only one. Of several that are known, each
/// changes the bits in which its row is another than that of none.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Axis {
    pub(super) steps: Span,
    /// Where its rows begin among all lanes.
    pub(super) first: u32,
    /// The lanes that have checks which depend on it, among those of all checks.
    pub(super) lanes: Span,
}

impl Axis {
    pub(super) const UNKNOWN: usize = 0;
    pub(super) const UNSURE: usize = 1;
    pub(super) const BELOW: usize = 2;
    pub(super) const LEAST_ROWS: usize = Axis::BELOW + 1;
}

impl Sieve {
    /// Sets the verdict of each check of the directory on a need.
    pub(crate) fn sift(&self, facts: &Facts<'_, '_>, verdicts: &mut CheckVerdicts) {
        let verdicts = verdicts.of_directory(self.width);
        // First, as they lie far from all else of a need: a processor waits for them while it does the rest.
        for (quality, axis) in self.checks.qualities.iter().zip(&self.qualities) {
            let known = facts.need.qualities.get(quality).map(|has| u32::from(*has));
            self.add(axis, known.map_or(Value::Unknown, Value::Known), verdicts);
        }
        for (axis, value) in self.axes.iter().zip(Number::values(facts)) {
            if !axis.steps.is_empty() {
                self.add(axis, value, verdicts);
            }
        }
        for (names, axis) in Names::ALL.into_iter().zip(&self.names) {
            if !axis.steps.is_empty() {
                self.sift_names(names, axis, facts, verdicts);
            }
        }
    }

    /// A name that is listed makes who excludes it reject, and who accepts it accept.
    fn sift_names(&self, names: Names, axis: &Axis, facts: &Facts<'_, '_>, verdicts: &mut [Lane]) {
        let mut numbers = SmallVec::new();
        let known = names.known(facts, |zone| self.is_listed(zone), &mut numbers);
        // Of most needs one name is known, or none that is listed.
        match known {
            None => self.add(axis, Value::Unknown, verdicts),
            Some([]) => self.add(axis, Value::Unsure, verdicts),
            Some([name]) => self.add(axis, Value::Known(*name), verdicts),
            Some(several) => self.add_names(axis, several, verdicts),
        }
    }

    /// Puts verdicts and those of several names together.
    fn add_names(&self, axis: &Axis, names: &[u32], verdicts: &mut [Lane]) {
        let none_listed = self.row(axis, Value::Unsure);
        let rows: SmallVec<[&[Lane]; 8]> =
            names.iter().map(|name| self.row(axis, Value::Known(*name))).collect();
        for (lane, verdicts) in axis.lanes.slice_mut(verdicts).iter_mut().enumerate() {
            let none = none_listed[lane];
            let changes = rows.iter().map(|row| difference(row[lane], none));
            let changed = changes.fold(Lane::default(), either);
            *verdicts = either(*verdicts, difference(none, changed));
        }
    }

    fn is_listed(&self, zone: u32) -> bool {
        let bits = self.listed_zones.get(zone as usize / u64::BITS as usize).copied().unwrap_or(0);
        bits >> (zone % u64::BITS) & 1 == 1
    }

    /// Puts verdicts and those of a value together.
    // Not a call for each of some twenty facts.
    #[inline(always)]
    fn add(&self, axis: &Axis, value: Value, verdicts: &mut [Lane]) {
        let verdicts = axis.lanes.slice_mut(verdicts).iter_mut();
        verdicts.zip(self.row(axis, value)).for_each(|(verdicts, row)| *verdicts = either(*verdicts, *row));
    }

    #[inline]
    fn row(&self, axis: &Axis, value: Value) -> &[Lane] {
        // Whether a need knows a number cannot be guessed, so the steps are searched in any case, and
        // the row is selected without a branch.
        let (is_known, number, unknown_row) = match value {
            Value::Known(number) => (true, number, Axis::UNKNOWN),
            Value::Unknown => (false, 0, Axis::UNKNOWN),
            Value::Unsure => (false, 0, Axis::UNSURE),
        };
        let steps = axis.steps.slice(&self.steps);
        let known_row = Axis::BELOW + steps.partition_point(|step| *step <= number);
        let row = std::hint::select_unpredictable(is_known, known_row, unknown_row);
        &self.rows[axis.first as usize + row * axis.lanes.len()..][..axis.lanes.len()]
    }
}

#[inline]
fn either(a: Lane, b: Lane) -> Lane {
    std::array::from_fn(|verdict| a[verdict] | b[verdict])
}

#[inline]
fn difference(a: Lane, b: Lane) -> Lane {
    std::array::from_fn(|verdict| a[verdict] ^ b[verdict])
}
