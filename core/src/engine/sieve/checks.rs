//! The checks of a directory, numbered, and the sieve that comes of them.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::{Axis, CheckNumber, FIRST, Lane, NUMBERS, OPEN, REJECTS, Sieve};
use crate::directory::Criterion;
use crate::engine::criteria::{Number, Test, Value, Verdict};
use crate::engine::index::{Span, offset};
use crate::hash::TextMap;

/// Bounds, so that needs do not pay for a directory with thousands of different conditions, nor memory
/// for one that lists thousands of codes. What comes after that many is left to the guards.
const MOST_CHECKS: usize = NUMBERS - FIRST as usize;
const MOST_STEPS: usize = 2048;

/// What guards of all shards check, each thing once, and by a number that stays: what a change of the
/// directory brings comes last. Whatever cannot be written down has no number.
#[derive(Clone, Debug, Default)]
pub(crate) struct Checks {
    activities: FxHashMap<Vec<u16>, CheckNumber>,
    conditions: TextMap<Criterion, (CheckNumber, Test)>,
    /// How many steps they have together.
    steps: usize,
}

impl Checks {
    /// That the facility has one of these activities, if any is known.
    pub(in crate::engine) fn activities(&self, listed: &[u16]) -> Option<CheckNumber> {
        self.activities.get(listed).copied()
    }

    /// That a criterion of one condition accepts.
    pub(in crate::engine) fn condition(&self, criterion: &Criterion) -> Option<CheckNumber> {
        self.conditions.get(criterion).map(|(check, _)| *check)
    }

    pub(in crate::engine) fn add_activities(&mut self, listed: Vec<u16>) {
        if self.activities(&listed).is_none()
            && let Some(check) = self.next(listed.len())
        {
            self.activities.insert(listed, check);
        }
    }

    /// Adds a criterion of one condition that is not there, where it depends on one number. Whoever
    /// shares the checks keeps them as they are.
    pub(in crate::engine) fn add_condition(
        checks: &mut Arc<Checks>,
        criterion: Criterion,
        test: Test,
    ) -> Option<CheckNumber> {
        let steps = Number::ALL.iter().map(|number| test.steps(*number).len()).sum();
        if !test.is_of_numbers() || !checks.has_room(steps) {
            return None;
        }
        let checks = Arc::make_mut(checks);
        let check = checks.next(steps)?;
        checks.conditions.insert(criterion, (check, test));
        Some(check)
    }

    fn has_room(&self, steps: usize) -> bool {
        self.len() < MOST_CHECKS && steps <= MOST_STEPS - self.steps
    }

    /// The number of another check, with so many steps.
    fn next(&mut self, steps: usize) -> Option<CheckNumber> {
        if !self.has_room(steps) {
            return None;
        }
        self.steps += steps;
        Some(FIRST + CheckNumber::try_from(self.len()).ok()?)
    }

    fn len(&self) -> usize {
        self.activities.len() + self.conditions.len()
    }
}

impl Sieve {
    /// Writes down what each value says to the checks.
    pub(in crate::engine) fn of(checks: Arc<Checks>) -> Sieve {
        let width = checks.len().div_ceil(size_of::<Lane>());
        let mut sieve = Sieve {
            width,
            axes: [Axis::default(); Number::ALL.len()],
            activities: Axis::default(),
            steps: Vec::new(),
            // Those of an axis on which nothing depends.
            rows: vec![Lane::default(); Axis::LEAST_ROWS * width],
            checks: Arc::clone(&checks),
        };
        for (axis, number) in Number::ALL.into_iter().enumerate() {
            let conditions = checks.conditions.values().map(|(check, test)| {
                (*check, test.steps(number), move |value: Value| test.verdict(number, value))
            });
            sieve.axes[axis] = sieve.axis(conditions.collect());
        }
        let activities = checks.activities.iter().map(|(listed, check)| {
            let is_listed = |value: u32| listed.iter().any(|activity| u32::from(*activity) == value);
            let verdict = move |value: Value| match value {
                Value::Known(value) if is_listed(value) => Verdict::Accepts,
                _ => Verdict::Rejects,
            };
            // Each stands for itself alone.
            let steps = listed.iter().flat_map(|activity| [u32::from(*activity), u32::from(*activity) + 1]);
            (*check, steps.collect(), verdict)
        });
        sieve.activities = sieve.axis(activities.collect());
        sieve
    }

    /// Adds an axis for checks, each with its steps and with what it says of a value.
    fn axis<F: Fn(Value) -> Verdict>(&mut self, mut checks: Vec<(CheckNumber, Vec<u32>, F)>) -> Axis {
        checks.retain(|(_, steps, _)| !steps.is_empty());
        let mut steps: Vec<u32> = checks.iter().flat_map(|(_, steps, _)| steps).copied().collect();
        steps.sort_unstable();
        steps.dedup();
        if steps.is_empty() {
            return Axis::default();
        }
        let first_row = self.rows.len() / self.width;
        let rows = Axis::LEAST_ROWS + steps.len();
        self.rows.resize(self.rows.len() + rows * self.width, Lane::default());
        for (check, mut own, says) in checks {
            own.sort_unstable();
            let check = usize::from(check - FIRST);
            let mut set = |row: usize, verdict: Verdict| {
                let lane = &mut self.rows[(first_row + row) * self.width + check / size_of::<Lane>()];
                lane[check % size_of::<Lane>()] = match verdict {
                    Verdict::Accepts => 0,
                    Verdict::Rejects => REJECTS,
                    Verdict::Open => OPEN,
                };
            };
            set(Axis::UNKNOWN, says(Value::Unknown));
            set(Axis::UNSURE, says(Value::Unsure));
            // Whatever is below all steps is like 0; where 0 is a step, nothing is below.
            let mut verdict = says(Value::Known(0));
            set(Axis::BELOW, verdict);
            for (row, step) in (Axis::LEAST_ROWS..).zip(&steps) {
                if own.binary_search(step).is_ok() {
                    verdict = says(Value::Known(*step));
                }
                set(row, verdict);
            }
        }
        Axis { steps: Span::append(&mut self.steps, steps), first_row: offset(first_row) }
    }
}

#[cfg(test)]
mod tests {
    use crate::{Need, Router};

    #[test]
    fn conditions_without_a_number_decide_too() {
        // More conditions than have a number, and more runs of a posting than one word has bits.
        let experts = super::MOST_CHECKS + 100;
        let expert = |least: usize| {
            serde_json::json!({"id": format!("e{least}"), "antenne": "a", "name": "E",
                "competences": [{"subject": "s"}], "criteria": [{"min_headcount": least}]})
        };
        let json = serde_json::json!({"themes": [{"id": "t", "label": "T"}],
            "subjects": [{"id": "s", "theme": "t", "label": "S"}],
            "institutions": [{"id": "i", "name": "I"}],
            "antennes": [{"id": "a", "institution": "i", "name": "A", "level": "national"}],
            "experts": (0..experts).map(expert).collect::<Vec<_>>()});
        let router = Router::from_json(&json.to_string()).unwrap();
        assert_eq!(router.index().sieve.checks.len(), super::MOST_CHECKS);
        for headcount in [0, 63, 64, 700, 1_000, 2_000] {
            let need = Need { headcount: Some(headcount), ..Need::new("s", "80021") };
            let expected = experts.min(headcount as usize + 1);
            assert_eq!(router.match_experts(&need).unwrap().len(), expected, "{headcount}");
        }
        assert!(router.match_experts(&Need::new("s", "80021")).unwrap().is_empty());
    }
}
