//! What criteria say of a need's numbers, each by itself: as much as can be written down beforehand.

use super::{Assessment, Test, Verdict};
use crate::codes::{Headcount, LegalForm, NafVersion, Truth};
use crate::engine::axis::{Axis, Interval};
use crate::engine::facts::{Facts, NafFact};

/// The numbers of a need on which criteria depend, one by one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Number {
    /// A number that is known exactly, or not at all.
    Exact(Axis),
    /// The least that a number can be, of which only bounds may be known.
    Least(Axis),
    /// The greatest.
    Greatest(Axis),
    /// What a number is sure not to exceed: nothing where it is only presumed.
    Limit(Axis),
    Naf(NafVersion),
    LegalForm,
    /// 0 for no and 1 for yes.
    MicroEntrepreneur,
}

/// What a need says of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Value {
    Unknown,
    Known(u32),
    /// One of several, which may decide differently.
    Unsure,
}

impl Number {
    pub(crate) const ALL: [Number; 10] = [
        Number::Exact(Axis::Age),
        Number::Least(Axis::Headcount),
        Number::Greatest(Axis::Headcount),
        Number::Limit(Axis::Headcount),
        Number::Exact(Axis::Turnover),
        Number::Exact(Axis::BalanceSheet),
        Number::Naf(NafVersion::Rev2),
        Number::Naf(NafVersion::Naf2025),
        Number::LegalForm,
        Number::MicroEntrepreneur,
    ];

    /// What a need says of each, in the order of [`Number::ALL`]. All at once: asked one by one, each
    /// would be a jump that a processor has to guess, which made a match 5 % slower.
    #[inline]
    pub(crate) fn values(facts: &Facts<'_, '_>) -> [Value; Number::ALL.len()] {
        let known = |number: Option<u32>| number.map_or(Value::Unknown, Value::Known);
        let naf = |fact: NafFact<'_>| match fact {
            NafFact::Unknown => Value::Unknown,
            NafFact::Known(code) => Value::Known(code.rank()),
            NafFact::OneOf(_) => Value::Unsure,
        };
        [
            known(facts.age),
            known(facts.headcount.map(Headcount::lower)),
            // No end is above all that a criterion can ask for.
            known(facts.headcount.map(|headcount| headcount.upper().unwrap_or(u32::MAX))),
            known(facts.headcount.map(|headcount| match headcount.is_presumed() {
                true => u32::MAX,
                false => headcount.upper().unwrap_or(u32::MAX),
            })),
            known(facts.turnover),
            known(facts.balance_sheet),
            naf(facts.rev2),
            naf(facts.naf_2025),
            known(facts.legal_form.map(LegalForm::rank)),
            known(facts.need.micro_entrepreneur.map(u32::from)),
        ]
    }
}

impl Test {
    /// Whether numbers of the need decide, each of them by itself, unless it is not known.
    pub(crate) fn is_of_numbers(&self) -> bool {
        self.lists.iter().all(|list| list.entries.are_of_numbers())
    }

    /// From where on a number may decide otherwise than below.
    pub(crate) fn steps(&self, number: Number) -> Vec<u32> {
        let bounds = match number {
            Number::Exact(axis) | Number::Least(axis) => {
                [Some(self.bounds[axis as usize].at_least), Some(self.bounds[axis as usize].below)]
            }
            Number::Greatest(axis) => [None, Some(self.bounds[axis as usize].below)],
            Number::Limit(axis) => [Some(self.bounds[axis as usize].at_least), None],
            Number::Naf(_) | Number::LegalForm | Number::MicroEntrepreneur => {
                let ranks = self.lists.iter().flat_map(|list| list.entries.ranks(number));
                return ranks.flat_map(|ranks| [ranks.start, ranks.end]).collect();
            }
        };
        let bounds = bounds.into_iter().flatten().filter(|bound| !bound.condition.is_empty());
        bounds.map(|bound| bound.number).collect()
    }

    /// What a number that lies between bounds decides.
    pub(crate) fn verdict_between(&self, axis: Axis, interval: Interval) -> Verdict {
        Verdict::from(self.at_least(axis, Some(interval)).and(self.below(axis, Some(interval))))
    }

    /// What a number decides.
    pub(crate) fn verdict(&self, number: Number, value: Value) -> Verdict {
        let known = match value {
            Value::Known(value) => Some(value),
            Value::Unknown | Value::Unsure => None,
        };
        let assessment = match number {
            Number::Exact(axis) => {
                let interval = known.map(Interval::exact);
                self.at_least(axis, interval).and(self.below(axis, interval))
            }
            // Whether a number that may reach across a bound is accepted is asked once, where it may fall short.
            Number::Least(axis) => {
                let interval = known.map(Interval::from_lower);
                self.at_least(axis, interval).and(self.below(axis, interval).failing_only())
            }
            Number::Greatest(axis) => self.below(axis, known.map(Interval::up_to)),
            Number::Limit(axis) => self.at_least(axis, known.map(Interval::up_to)).failing_only(),
            Number::Naf(_) | Number::LegalForm | Number::MicroEntrepreneur => {
                let mut lists = self.lists.iter().filter(|list| list.entries.ranks(number).next().is_some());
                if value == Value::Unsure {
                    return if lists.next().is_some() { Verdict::Open } else { Verdict::ACCEPTS };
                }
                lists.fold(Assessment::default(), |assessment, list| {
                    let mut ranks = list.entries.ranks(number);
                    let contained = known.map(|value| Truth::from(ranks.any(|ranks| ranks.contains(&value))));
                    assessment.and(self.judge_list(list.condition, contained.unwrap_or(Truth::Unknown)))
                })
            }
        };
        Verdict::from(assessment)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An axis without its number would never be sifted, and its guards always be asked.
    #[test]
    fn each_axis_has_its_numbers() {
        for axis in Axis::ALL {
            let exact = Number::ALL.contains(&Number::Exact(axis));
            let bounds = [Number::Least(axis), Number::Greatest(axis), Number::Limit(axis)];
            let bounds = bounds.iter().all(|bound| Number::ALL.contains(bound));
            assert!(exact != bounds, "{axis:?}");
        }
    }
}
