//! What criteria say of a need's numbers, each by itself: as much as can be written down beforehand.

use std::ops::Range;

use super::{Activities, Assessment, Condition, Entries, Test};
use crate::codes::{Headcount, LegalForm, LegalFormEntry, NafEntry, NafVersion, Truth};
use crate::engine::facts::{Facts, NafFact};

/// The numbers of a need on which criteria depend, one by one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Number {
    Age,
    /// The least number of employees that there can be.
    Lowest,
    /// The greatest.
    Highest,
    Naf(NafVersion),
    LegalForm,
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
    pub(crate) const ALL: [Number; 6] = [
        Number::Age,
        Number::Lowest,
        Number::Highest,
        Number::Naf(NafVersion::Rev2),
        Number::Naf(NafVersion::Naf2025),
        Number::LegalForm,
    ];

    /// What a need says of each, in the order of [`Number::ALL`]. All at once: asked one by one, each
    /// would be a jump that a processor has to guess.
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
            naf(facts.rev2),
            naf(facts.naf_2025),
            known(facts.legal_form.map(LegalForm::rank)),
        ]
    }
}

/// What a number decides of a criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    Accepts,
    Rejects,
    /// Not by itself.
    Open,
}

impl From<Assessment> for Verdict {
    /// What accepts but stays unverified is open: somebody has to say what that is.
    fn from(assessment: Assessment) -> Verdict {
        match assessment {
            rejects if !rejects.accepts() => Verdict::Rejects,
            Assessment { unverified, .. } if unverified.is_empty() => Verdict::Accepts,
            _ => Verdict::Open,
        }
    }
}

impl Test {
    /// Whether numbers of the need decide, each of them by itself, unless it is not known.
    pub(crate) fn is_of_numbers(&self) -> bool {
        self.lists.iter().all(|list| match &list.entries {
            Entries::Activities(activities) => activities.rev2.is_empty() || activities.naf_2025.is_empty(),
            Entries::LegalForms(_) => true,
            Entries::Zones(_) | Entries::Origins(_) => false,
        })
    }

    /// From where on a number may decide otherwise than below.
    pub(crate) fn steps(&self, number: Number) -> Vec<u32> {
        let conditions: &[(Condition, u32)] = match number {
            Number::Age => {
                &[(Condition::MinYears, self.min_years), (Condition::BelowYears, self.below_years)]
            }
            Number::Lowest => &[(Condition::MinHeadcount, self.min_headcount)],
            Number::Highest => &[(Condition::BelowHeadcount, self.below_headcount)],
            Number::Naf(_) | Number::LegalForm => {
                let ranks = self.lists.iter().flat_map(|list| list.entries.ranks(number));
                return ranks.flat_map(|ranks| [ranks.start, ranks.end]).collect();
            }
        };
        conditions.iter().filter(|(condition, _)| self.set.has(*condition)).map(|(_, step)| *step).collect()
    }

    /// What a number decides.
    pub(crate) fn verdict(&self, number: Number, value: Value) -> Verdict {
        let known = match value {
            Value::Known(value) => Some(value),
            Value::Unknown | Value::Unsure => None,
        };
        let assessment = match number {
            Number::Age => self.years(known),
            // One bound never rejects where the unknown is accepted: a band may reach across, which is open.
            Number::Lowest => self.at_least(known.map(Headcount::from_lower)),
            Number::Highest => self.below(known.map(Headcount::up_to)),
            Number::Naf(_) | Number::LegalForm => {
                let mut lists = self.lists.iter().filter(|list| list.entries.ranks(number).next().is_some());
                if value == Value::Unsure {
                    return if lists.next().is_some() { Verdict::Open } else { Verdict::Accepts };
                }
                lists.fold(Assessment::default(), |assessment, list| {
                    let mut ranks = list.entries.ranks(number);
                    let holds = known.map(|value| Truth::from(ranks.any(|ranks| ranks.contains(&value))));
                    assessment.and(self.judge_list(list.condition, holds.unwrap_or(Truth::Unknown)))
                })
            }
        };
        Verdict::from(assessment)
    }
}

impl Entries {
    /// The numbers that are among them, where they are of such numbers.
    fn ranks(&self, number: Number) -> impl Iterator<Item = Range<u32>> + '_ {
        let (naf, forms): (&[NafEntry], &[LegalFormEntry]) = match (self, number) {
            (Entries::Activities(activities), Number::Naf(version)) => (activities.of_version(version), &[]),
            (Entries::LegalForms(forms), Number::LegalForm) => (&[], forms),
            _ => (&[], &[]),
        };
        naf.iter().map(|entry| entry.ranks()).chain(forms.iter().map(|entry| entry.ranks()))
    }
}

impl Activities {
    fn of_version(&self, version: NafVersion) -> &[NafEntry] {
        match version {
            NafVersion::Rev2 => &self.rev2,
            NafVersion::Naf2025 => &self.naf_2025,
        }
    }
}
