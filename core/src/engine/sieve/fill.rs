//! How the sieve is filled from the checks of a directory.

use std::sync::Arc;

use super::check_set::{CheckNumber, FIRST_OF_DIRECTORY};
use super::directory_checks::DirectoryChecks;
use super::table::{Axis, Sieve};
use super::verdicts::{Lane, OPEN, REJECTS, VerdictBits};
use crate::engine::criteria::{Number, Value, Verdict};
use crate::engine::span::{Span, offset};

/// A check on one axis.
struct AxisCheck<F> {
    number: CheckNumber,
    /// From where on the verdict may be another than below.
    steps: Vec<u32>,
    verdict: F,
}

impl Sieve {
    /// The sieve of these checks.
    pub(crate) fn new(checks: Arc<DirectoryChecks>) -> Sieve {
        let width = checks.len().div_ceil(size_of::<Lane>());
        let mut sieve = Sieve {
            width,
            axes: [Axis::default(); Number::ALL.len()],
            activities: Axis::default(),
            steps: Vec::new(),
            // The rows of axes on which no check depends.
            rows: vec![Lane::default(); Axis::LEAST_ROWS * width],
            checks: Arc::clone(&checks),
        };
        for (axis, number) in Number::ALL.into_iter().enumerate() {
            let conditions = checks.conditions().map(|(check, test)| AxisCheck {
                number: check,
                steps: test.steps(number),
                verdict: move |value: Value| test.verdict(number, value),
            });
            sieve.axes[axis] = sieve.add_axis(conditions.collect());
        }
        let activities = checks.activity_lists().map(|(check, listed)| {
            // An activity is a name, not a quantity: whatever follows it is another one.
            let steps = listed.iter().flat_map(|activity| [*activity, *activity + 1]);
            AxisCheck {
                number: check,
                steps: steps.collect(),
                verdict: move |value: Value| match value {
                    Value::Known(value) if listed.contains(&value) => Verdict::Accepts,
                    _ => Verdict::Rejects,
                },
            }
        });
        sieve.activities = sieve.add_axis(activities.collect());
        sieve
    }

    /// Adds the rows of an axis, for the checks that depend on it.
    fn add_axis<F: Fn(Value) -> Verdict>(&mut self, mut checks: Vec<AxisCheck<F>>) -> Axis {
        checks.retain(|check| !check.steps.is_empty());
        let mut steps: Vec<u32> = checks.iter().flat_map(|check| &check.steps).copied().collect();
        steps.sort_unstable();
        steps.dedup();
        if steps.is_empty() {
            return Axis::default();
        }
        let first_row = self.rows.len() / self.width;
        let rows = Axis::LEAST_ROWS + steps.len();
        self.rows.resize(self.rows.len() + rows * self.width, Lane::default());
        for check in checks {
            self.fill(first_row, &steps, check);
        }
        Axis { steps: Span::append(&mut self.steps, steps), first_row: offset(first_row) }
    }

    /// Writes down the verdicts of one check in all rows of an axis.
    fn fill<F: Fn(Value) -> Verdict>(&mut self, first_row: usize, steps: &[u32], mut check: AxisCheck<F>) {
        check.steps.sort_unstable();
        let column = usize::from(check.number - FIRST_OF_DIRECTORY);
        let mut set = |row: usize, verdict: Verdict| {
            let lane = &mut self.rows[(first_row + row) * self.width + column / size_of::<Lane>()];
            lane[column % size_of::<Lane>()] = bits(verdict);
        };
        set(Axis::UNKNOWN, (check.verdict)(Value::Unknown));
        set(Axis::UNSURE, (check.verdict)(Value::Unsure));
        // Whatever is below all steps is like 0; where 0 is a step, nothing is below.
        let mut verdict = (check.verdict)(Value::Known(0));
        set(Axis::BELOW, verdict);
        for (row, step) in (Axis::LEAST_ROWS..).zip(steps) {
            if check.steps.binary_search(step).is_ok() {
                verdict = (check.verdict)(Value::Known(*step));
            }
            set(row, verdict);
        }
    }
}

fn bits(verdict: Verdict) -> VerdictBits {
    match verdict {
        Verdict::Accepts => 0,
        Verdict::Rejects => REJECTS,
        Verdict::Open => OPEN,
    }
}
