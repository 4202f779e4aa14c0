//! The sieve: the verdicts of a directory's checks, written down for every value of every number.

use std::sync::Arc;

use smallvec::SmallVec;

use super::directory_checks::DirectoryChecks;
use super::verdicts::{CheckVerdicts, Lane};
use crate::engine::criteria::{Number, Value};
use crate::engine::facts::{ActivityNumber, Facts};
use crate::engine::span::Span;

/// The verdicts of a directory's checks on every value of every number.
#[derive(Clone, Debug)]
pub(crate) struct Sieve {
    pub(crate) checks: Arc<DirectoryChecks>,
    /// How many lanes have room for a verdict of each check.
    pub(super) width: usize,
    /// One for each number on which criteria depend.
    pub(super) axes: [Axis; Number::ALL.len()],
    /// The activities, each as a number.
    pub(super) activities: Axis,
    /// The steps of all axes, those of each in a row and ascending.
    pub(super) steps: Vec<u32>,
    /// The rows of all axes, `width` lanes each, those of one axis one after the other.
    pub(super) rows: Vec<Lane>,
}

/// The rows of one number: where the number is not known, where it is one of several, where it is
/// below all steps, and from each step on.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Axis {
    pub(super) steps: Span,
    pub(super) first_row: u32,
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
        let values = Number::values(facts);
        let rows: [&[Lane]; Number::ALL.len()] =
            std::array::from_fn(|number| self.row(&self.axes[number], values[number]));
        let verdicts = verdicts.of_directory(self.width);
        for (lane, verdicts) in verdicts.iter_mut().enumerate() {
            *verdicts = rows.iter().fold([0; 16], |all, row| either(all, row[lane]));
        }
        if let (false, Some(known)) = (self.activities.steps.is_empty(), &facts.activities) {
            self.sift_activities(known, verdicts);
        }
    }

    /// Who lists activities rejects, unless one of those known is listed.
    fn sift_activities(&self, known: &[ActivityNumber], verdicts: &mut [Lane]) {
        let value = |activity: &ActivityNumber| Value::Known(*activity);
        let rows: SmallVec<[&[Lane]; 8]> =
            known.iter().map(|activity| self.row(&self.activities, value(activity))).collect();
        let without_any = self.row(&self.activities, Value::Unknown);
        for (lane, verdicts) in verdicts.iter_mut().enumerate() {
            let rejected_by_all = rows.iter().fold(without_any[lane], |all, row| both(all, row[lane]));
            *verdicts = either(*verdicts, rejected_by_all);
        }
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
