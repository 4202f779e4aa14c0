//! A criterion as needs are tested on it: bounds of numbers lie together, so that most tests are a few
//! comparisons without a branch; lists are looked through only where those hold.

mod alternatives;
mod entries;
mod names;
mod numbers;
mod verdict;

use std::sync::Arc;

use jiff::civil::Date;

use super::axis::{Axis, Interval};
use super::conditions::{Comparison, Condition, ConditionValue, Conditions, Unverified};
use super::facts::Facts;
use super::period::Days;
use crate::codes::Truth;
use crate::directory::{Criterion, WhenUnknown};
use crate::geography::Geography;
use entries::Entries;

pub(crate) use alternatives::{Alternatives, AnyOf};
pub(crate) use names::{Names, NamesTest};
pub(crate) use numbers::{Number, Value};
pub(crate) use verdict::Verdict;

/// A criterion, compiled. Copies share its lists.
#[derive(Clone, Debug)]
pub(crate) struct Test {
    bounds: [AxisBounds; Axis::COUNT],
    /// The conditions that reject what they do not know.
    strict: Conditions,
    lists: Arc<[List]>,
    alternatives: Option<Arc<Alternatives>>,
    /// The days on which the criterion counts.
    days: Days,
}

/// The bounds of a number.
#[derive(Clone, Copy, Debug, Default)]
struct AxisBounds {
    at_least: Bound,
    below: Bound,
}

/// A bound, and its condition as a set: empty where the criterion does not have it.
#[derive(Clone, Copy, Debug, Default)]
struct Bound {
    number: u32,
    condition: Conditions,
}

/// A condition that looks for something in a list.
#[derive(Debug)]
struct List {
    condition: Condition,
    entries: Entries,
}

/// What became of a criterion, condition by condition.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Assessment {
    /// What fails for what is known.
    pub(crate) failing: Conditions,
    /// What rejects for what is not known.
    pub(crate) undetermined: Conditions,
    /// What accepts, though it is not known.
    unverified: Conditions,
}

impl Assessment {
    pub(crate) fn accepts(self) -> bool {
        self.failing.or(self.undetermined).is_empty()
    }

    /// The same without what is not known.
    fn failing_only(self) -> Assessment {
        Assessment { failing: self.failing, ..Assessment::default() }
    }

    fn and(self, other: Assessment) -> Assessment {
        Assessment {
            failing: self.failing.or(other.failing),
            undetermined: self.undetermined.or(other.undetermined),
            unverified: self.unverified.or(other.unverified),
        }
    }
}

impl Test {
    pub(crate) fn new(criterion: &Criterion, geography: &Geography) -> Test {
        let conditions = Conditions::of(criterion);
        let strict = match criterion.when_unknown {
            WhenUnknown::Reject => conditions.iter().filter(|condition| !condition.excludes()).collect(),
            WhenUnknown::Accept => Conditions::default(),
        };
        let mut bounds = Axis::ALL.map(|_| AxisBounds::default());
        let mut lists = Vec::new();
        for condition in conditions.iter() {
            let value = condition.value(criterion);
            match (condition.comparison(), value) {
                (Comparison::AtLeast(axis), ConditionValue::Number(number)) => {
                    bounds[axis as usize].at_least = Bound::new(number, condition);
                }
                (Comparison::Below(axis), ConditionValue::Number(number)) => {
                    bounds[axis as usize].below = Bound::new(number, condition);
                }
                _ => lists.extend(Entries::of(value, geography).map(|entries| List { condition, entries })),
            }
        }
        let accept_unknown = criterion.when_unknown == WhenUnknown::Accept;
        let alternatives = Alternatives::of(&criterion.any_of, accept_unknown, geography);
        Test {
            bounds,
            strict,
            lists: lists.into(),
            alternatives: alternatives.map(Arc::new),
            days: Days::of(criterion.valid),
        }
    }

    /// Whether the criterion counts on a day. Out of its period it is not there.
    #[inline]
    pub(crate) fn counts_on(&self, day: Date) -> bool {
        self.days.hold(day)
    }

    /// Whether the criterion counts on every day.
    pub(crate) fn counts_always(&self) -> bool {
        self.days == Days::ALL
    }

    /// The days on which the criterion counts.
    pub(crate) fn days(&self) -> Days {
        self.days
    }

    /// The alternatives, where there are any.
    pub(crate) fn alternatives(&self) -> Option<&Alternatives> {
        self.alternatives.as_deref()
    }

    /// What becomes of the alternatives.
    pub(crate) fn any_of(&self, facts: &Facts<'_, '_>) -> AnyOf {
        self.alternatives.as_ref().map_or(AnyOf::Accepts, |alternatives| alternatives.assess(facts))
    }

    /// Whether the place decides anything.
    pub(crate) fn excludes_zones(&self) -> bool {
        self.lists.iter().any(|list| list.condition == Condition::ExcludedZones)
            || self.alternatives.as_ref().is_some_and(|alternatives| alternatives.exclude_zones())
    }

    /// What the criterion leaves unverified, if it accepts.
    #[inline]
    pub(crate) fn accepts(&self, facts: &Facts<'_, '_>) -> Option<Unverified> {
        let mut assessment = self.assess_bounds(facts);
        for list in self.lists.iter() {
            if !assessment.accepts() {
                return None;
            }
            assessment = assessment.and(self.assess_list(list, facts));
        }
        if !assessment.accepts() {
            return None;
        }
        let unverified = match assessment.unverified.is_empty() {
            true => Unverified::default(),
            false => Unverified::of(assessment.unverified),
        };
        match &self.alternatives {
            None => Some(unverified),
            Some(alternatives) => Some(unverified.union(alternatives.assess(facts).accepts()?)),
        }
    }

    /// Everything for which the conditions that stand beside the alternatives reject.
    pub(crate) fn assess(&self, facts: &Facts<'_, '_>) -> Assessment {
        let bounds = self.assess_bounds(facts);
        self.lists.iter().fold(bounds, |assessment, list| assessment.and(self.assess_list(list, facts)))
    }

    /// What becomes of the bounds.
    #[inline]
    fn assess_bounds(&self, facts: &Facts<'_, '_>) -> Assessment {
        Axis::ALL.into_iter().fold(Assessment::default(), |assessment, axis| {
            let interval = axis.interval(facts);
            assessment.and(self.at_least(axis, interval)).and(self.below(axis, interval))
        })
    }

    #[inline]
    fn at_least(&self, axis: Axis, interval: Option<Interval>) -> Assessment {
        let Bound { number, condition } = self.bounds[axis as usize].at_least;
        self.judge(condition, interval.map_or(Truth::Unknown, |interval| interval.at_least(number)))
    }

    #[inline]
    fn below(&self, axis: Axis, interval: Option<Interval>) -> Assessment {
        let Bound { number, condition } = self.bounds[axis as usize].below;
        self.judge(condition, interval.map_or(Truth::Unknown, |interval| interval.below(number)))
    }

    fn assess_list(&self, list: &List, facts: &Facts<'_, '_>) -> Assessment {
        self.judge_list(list.condition, list.entries.contain(facts))
    }

    /// What it means that something is in a list, or not, or that nobody knows.
    fn judge_list(&self, condition: Condition, contained: Truth) -> Assessment {
        match (condition.excludes(), contained) {
            // Who excludes accepts what is not known.
            (true, Truth::Unknown) => Assessment::default(),
            (true, known) => self.judge(Conditions::one_if(true, condition), !known),
            (false, truth) => self.judge(Conditions::one_if(true, condition), truth),
        }
    }

    /// What it means that a condition which does not exclude holds, or not, or that nobody knows. An
    /// empty set means nothing.
    #[inline]
    fn judge(&self, condition: Conditions, truth: Truth) -> Assessment {
        let failing = if truth == Truth::No { condition } else { Conditions::default() };
        let open = if truth == Truth::Unknown { condition } else { Conditions::default() };
        Assessment { failing, undetermined: open.and(self.strict), unverified: open.without(self.strict) }
    }
}

impl Bound {
    fn new(number: u32, condition: Condition) -> Bound {
        Bound { number, condition: Conditions::one_if(true, condition) }
    }
}
