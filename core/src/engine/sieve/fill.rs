//! How the sieve is filled from the checks of a directory.

use std::sync::Arc;

use super::check_set::{CheckNumber, FIRST_OF_DIRECTORY};
use super::directory_checks::DirectoryChecks;
use super::table::{Axis, Sieve};
use super::verdicts::{LANE_LENGTH, Lane, VerdictBits, bits};
use crate::engine::criteria::{Names, Number, Value};
use crate::engine::span::{Span, offset};

/// A check on one axis.
struct AxisCheck<F> {
    number: CheckNumber,
    /// From where on the verdict may be another than below.
    steps: Vec<u32>,
    bits: F,
}

impl Sieve {
    /// The sieve of these checks.
    pub(crate) fn new(checks: Arc<DirectoryChecks>) -> Sieve {
        let width = checks.len().div_ceil(LANE_LENGTH);
        let mut sieve = Sieve {
            width,
            axes: [Axis::default(); Number::ALL.len()],
            names: [Axis::default(); Names::ALL.len()],
            listed_zones: listed_zones(&checks),
            qualities: Vec::new(),
            steps: Vec::new(),
            rows: Vec::new(),
            checks: Arc::clone(&checks),
        };
        for (axis, number) in Number::ALL.into_iter().enumerate() {
            let checks = checks.of_numbers.iter().map(|(check, test)| AxisCheck {
                number: *check,
                steps: test.steps(number),
                bits: move |value: Value| bits(test.verdict(number, value)),
            });
            sieve.axes[axis] = sieve.add_axis(checks.collect());
        }
        for (axis, names) in Names::ALL.into_iter().enumerate() {
            let checks = checks.of_names.iter().filter(|(_, test)| test.names == names);
            let checks = checks.map(|(check, test)| AxisCheck {
                number: *check,
                // A name is no quantity: whatever follows it is another one.
                steps: test.listed.iter().flat_map(|listed| [listed.start, listed.end]).collect(),
                bits: move |value: Value| match value {
                    Value::Unknown => bits(test.when_unknown),
                    Value::Unsure => bits(test.when_not_listed),
                    Value::Known(name) if test.listed.iter().any(|listed| listed.contains(&name)) => {
                        bits(test.when_listed)
                    }
                    Value::Known(_) => bits(test.when_not_listed),
                },
            });
            sieve.names[axis] = sieve.add_axis(checks.collect());
        }
        for quality in &checks.qualities {
            let checks = checks.of_qualities.iter().filter(|(_, test)| {
                test.of_qualities().is_some_and(|mut qualities| qualities.any(|own| own == quality))
            });
            let checks = checks.map(|(check, test)| AxisCheck {
                number: *check,
                steps: vec![u32::from(true)],
                bits: move |value: Value| match value {
                    Value::Known(has) => bits(test.quality_verdict(quality, Some(has != 0))),
                    Value::Unknown | Value::Unsure => bits(test.quality_verdict(quality, None)),
                },
            });
            let axis = sieve.add_axis(checks.collect());
            sieve.qualities.push(axis);
        }
        sieve
    }

    /// Adds the rows of an axis, for the checks that depend on it.
    fn add_axis<F: Fn(Value) -> VerdictBits>(&mut self, mut checks: Vec<AxisCheck<F>>) -> Axis {
        checks.retain(|check| !check.steps.is_empty());
        let mut steps: Vec<u32> = checks.iter().flat_map(|check| &check.steps).copied().collect();
        steps.sort_unstable();
        steps.dedup();
        if steps.is_empty() {
            return Axis::default();
        }
        let lanes = checks.iter().map(|check| lane(check.number));
        let (first_lane, last_lane) = (lanes.clone().min().unwrap_or(0), lanes.max().unwrap_or(0));
        let lanes = Span::between(first_lane, last_lane + 1);
        let first = self.rows.len();
        self.rows.resize(first + (Axis::LEAST_ROWS + steps.len()) * lanes.len(), Lane::default());
        for check in checks {
            let column = first + lane(check.number) - first_lane;
            fill(&mut self.rows[column..], lanes.len(), &steps, check);
        }
        Axis { steps: Span::append(&mut self.steps, steps), first: offset(first), lanes }
    }
}

/// Writes down the verdicts of one check in all rows of an axis, given its lane of the first and how many lanes a
/// row has.
fn fill<F: Fn(Value) -> VerdictBits>(
    lanes: &mut [Lane],
    width: usize,
    steps: &[u32],
    mut check: AxisCheck<F>,
) {
    check.steps.sort_unstable();
    let place = usize::from(check.number - FIRST_OF_DIRECTORY) % LANE_LENGTH;
    let mut set = |row: usize, bits: VerdictBits| lanes[row * width][place] = bits;
    set(Axis::UNKNOWN, (check.bits)(Value::Unknown));
    set(Axis::UNSURE, (check.bits)(Value::Unsure));
    // Whatever is below all steps is like 0; where 0 is a step, nothing is below.
    let mut bits = (check.bits)(Value::Known(0));
    set(Axis::BELOW, bits);
    for (row, step) in (Axis::LEAST_ROWS..).zip(steps) {
        if check.steps.binary_search(step).is_ok() {
            bits = (check.bits)(Value::Known(*step));
        }
        set(row, bits);
    }
}

/// The zones that checks name, a bit each.
fn listed_zones(checks: &DirectoryChecks) -> Vec<u64> {
    let of_zones = checks.of_names.iter().filter(|(_, test)| test.names == Names::Zones);
    let mut bits = Vec::new();
    for zone in of_zones.flat_map(|(_, test)| test.listed.iter().cloned().flatten()) {
        let (word, bit) = (zone as usize / u64::BITS as usize, zone % u64::BITS);
        if bits.len() <= word {
            bits.resize(word + 1, 0);
        }
        bits[word] |= 1 << bit;
    }
    bits
}

/// The lane of a check among those of all.
fn lane(check: CheckNumber) -> usize {
    usize::from(check - FIRST_OF_DIRECTORY) / LANE_LENGTH
}
