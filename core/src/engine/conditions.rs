//! What a criterion can ask for: the table of conditions, and sets of them.
//!
//! A condition is one entry of [`conditions!`]: the field of the criterion, the fact of the need that it
//! looks at, how the two are compared, and the sentence that tells what it asks for in each language.
//! Everything else follows: which conditions a criterion has, its compiled test, what the sieve writes
//! down, the explanation, what stays unverified.

use std::collections::BTreeMap;

use crate::codes::{Activity, Idcc, LegalFormEntry, NafEntry, NafaEntry};
use crate::directory::Criterion;
use crate::engine::axis::Axis;
use crate::geography::{Zone, ZoneList};
use crate::language::Language;
use crate::need::NeedField;

/// How a condition compares what the criterion names with the fact of the need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Comparison {
    /// The number is not below the bound.
    AtLeast(Axis),
    /// The number is below the bound.
    Below(Axis),
    /// The fact is in the list, or what is named.
    Accepts,
    /// The fact is not in the list. Such a condition accepts what it does not know.
    Excludes,
}

/// What a criterion names for a condition.
#[derive(Clone, Copy, Debug)]
pub(crate) enum ConditionValue<'c> {
    /// The criterion does not have the condition.
    Unset,
    Number(u32),
    Activities(&'c [NafEntry]),
    LegalForms(&'c [LegalFormEntry]),
    Zones(&'c [Zone]),
    Origins(&'c [String]),
    Natures(&'c [Activity]),
    Crafts(&'c [NafaEntry]),
    Agreements(&'c [Idcc]),
    Flag(bool),
    Qualities(&'c BTreeMap<String, bool>),
}

impl<'c> From<&'c Option<u32>> for ConditionValue<'c> {
    fn from(number: &'c Option<u32>) -> ConditionValue<'c> {
        number.map_or(ConditionValue::Unset, ConditionValue::Number)
    }
}

impl From<&Option<bool>> for ConditionValue<'_> {
    fn from(flag: &Option<bool>) -> Self {
        flag.map_or(ConditionValue::Unset, ConditionValue::Flag)
    }
}

/// Lists as what a condition names; an empty one is unset.
macro_rules! lists {
    ($($list:ty => $variant:ident,)*) => {
        $(impl<'c> From<&'c $list> for ConditionValue<'c> {
            fn from(list: &'c $list) -> ConditionValue<'c> {
                if list.is_empty() { ConditionValue::Unset } else { ConditionValue::$variant(list) }
            }
        })*
    };
}

lists! {
    Vec<NafEntry> => Activities,
    Vec<LegalFormEntry> => LegalForms,
    ZoneList => Zones,
    Vec<String> => Origins,
    Vec<Activity> => Natures,
    Vec<NafaEntry> => Crafts,
    Vec<Idcc> => Agreements,
    BTreeMap<String, bool> => Qualities,
}

macro_rules! conditions {
    ($($condition:ident, $field:ident, $fact:ident, $comparison:expr, $french:literal, $english:literal;)*) => {
        /// One condition of a criterion.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub(crate) enum Condition { $($condition,)* }

        impl Condition {
            /// Every condition, in the order in which explanations tell them.
            const ALL: [Condition; Conditions::COUNT] = [$(Condition::$condition),*];

            /// What a criterion names for the condition.
            pub(crate) fn value(self, criterion: &Criterion) -> ConditionValue<'_> {
                match self { $(Condition::$condition => (&criterion.$field).into(),)* }
            }

            /// How the condition compares.
            pub(crate) fn comparison(self) -> Comparison {
                match self { $(Condition::$condition => $comparison,)* }
            }

            /// The need's field that the condition looks at.
            pub(crate) fn fact(self) -> NeedField {
                match self { $(Condition::$condition => NeedField::$fact,)* }
            }

            /// What the condition asks for; `{}` stands for what the criterion names.
            pub(crate) fn wording(self, language: Language) -> &'static str {
                match self { $(Condition::$condition => language.choose($french, $english),)* }
            }

            /// The field of criteria that holds the condition.
            pub(crate) fn field(self) -> &'static str {
                match self { $(Condition::$condition => stringify!($field),)* }
            }

            /// The criterion without this condition.
            pub(crate) fn taken_from(self, criterion: &Criterion) -> Criterion {
                let mut changed = criterion.clone();
                match self { $(Condition::$condition => changed.$field = Default::default(),)* }
                changed
            }

            /// A criterion that has this condition of another, and no other.
            pub(crate) fn alone(self, criterion: &Criterion) -> Criterion {
                let mut alone = Criterion::default();
                if !self.excludes() {
                    alone.when_unknown = criterion.when_unknown;
                }
                match self { $(Condition::$condition => alone.$field.clone_from(&criterion.$field),)* }
                alone
            }
        }

        impl Conditions {
            /// How many conditions there are.
            pub(crate) const COUNT: usize = [$(stringify!($condition)),*].len();
        }
    };
}

conditions! {
    MinYears, min_years, CreatedOn, Comparison::AtLeast(Axis::Age),
        "au moins {} d’existence", "at least {} of existence";
    BelowYears, below_years, CreatedOn, Comparison::Below(Axis::Age),
        "moins de {} d’existence", "less than {} of existence";
    MinHeadcount, min_headcount, Headcount, Comparison::AtLeast(Axis::Headcount),
        "au moins {}", "at least {}";
    BelowHeadcount, below_headcount, Headcount, Comparison::Below(Axis::Headcount),
        "moins de {}", "fewer than {}";
    MinTurnover, min_turnover, Turnover, Comparison::AtLeast(Axis::Turnover),
        "chiffre d’affaires d’au moins {}", "a turnover of at least {}";
    BelowTurnover, below_turnover, Turnover, Comparison::Below(Axis::Turnover),
        "chiffre d’affaires de moins de {}", "a turnover of less than {}";
    MinBalanceSheet, min_balance_sheet, BalanceSheet, Comparison::AtLeast(Axis::BalanceSheet),
        "total du bilan d’au moins {}", "a balance sheet of at least {}";
    BelowBalanceSheet, below_balance_sheet, BalanceSheet, Comparison::Below(Axis::BalanceSheet),
        "total du bilan de moins de {}", "a balance sheet of less than {}";
    AcceptedNaf, accepted_naf, Naf, Comparison::Accepts,
        "activités acceptées : {}", "accepted activities: {}";
    ExcludedNaf, excluded_naf, Naf, Comparison::Excludes,
        "activités exclues : {}", "excluded activities: {}";
    AcceptedLegalForms, accepted_legal_forms, LegalForm, Comparison::Accepts,
        "formes juridiques acceptées : {}", "accepted legal forms: {}";
    ExcludedLegalForms, excluded_legal_forms, LegalForm, Comparison::Excludes,
        "formes juridiques exclues : {}", "excluded legal forms: {}";
    ExcludedZones, excluded_zones, Commune, Comparison::Excludes,
        "territoires exclus : {}", "excluded territories: {}";
    Origins, origins, Origin, Comparison::Accepts,
        "provenances acceptées : {}", "accepted origins: {}";
    AcceptedActivities, accepted_activities, Activities, Comparison::Accepts,
        "natures d’activité acceptées : {}", "accepted natures of activity: {}";
    ExcludedActivities, excluded_activities, Activities, Comparison::Excludes,
        "natures d’activité exclues : {}", "excluded natures of activity: {}";
    AcceptedNafa, accepted_nafa, NafaCodes, Comparison::Accepts,
        "métiers artisanaux acceptés : {}", "accepted crafts: {}";
    ExcludedNafa, excluded_nafa, NafaCodes, Comparison::Excludes,
        "métiers artisanaux exclus : {}", "excluded crafts: {}";
    AcceptedIdcc, accepted_idcc, Idcc, Comparison::Accepts,
        "conventions collectives acceptées : {}", "accepted collective agreements: {}";
    ExcludedIdcc, excluded_idcc, Idcc, Comparison::Excludes,
        "conventions collectives exclues : {}", "excluded collective agreements: {}";
    MicroEntrepreneur, micro_entrepreneur, MicroEntrepreneur, Comparison::Accepts,
        "micro-entrepreneur : {}", "micro-entrepreneur: {}";
    Qualities, qualities, Qualities, Comparison::Accepts,
        "qualités demandées : {}", "qualities asked for: {}";
}

impl Condition {
    /// Whether the condition excludes: such a one accepts what it does not know.
    pub(crate) fn excludes(self) -> bool {
        self.comparison() == Comparison::Excludes
    }
}

/// A set of conditions, a bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Conditions(u32);

impl Conditions {
    /// The conditions that a criterion has.
    pub(crate) fn of(criterion: &Criterion) -> Conditions {
        let is_set = |condition: &Condition| !matches!(condition.value(criterion), ConditionValue::Unset);
        Condition::ALL.into_iter().filter(is_set).collect()
    }

    /// The condition alone, if it is `wanted`.
    #[inline]
    pub(crate) fn one_if(wanted: bool, condition: Condition) -> Conditions {
        Conditions(u32::from(wanted) << condition as u32)
    }

    pub(crate) fn has(self, condition: Condition) -> bool {
        self.0 & 1 << condition as u32 != 0
    }

    pub(crate) fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub(crate) fn count(self) -> u32 {
        self.0.count_ones()
    }

    pub(crate) fn and(self, other: Conditions) -> Conditions {
        Conditions(self.0 & other.0)
    }

    pub(crate) fn or(self, other: Conditions) -> Conditions {
        Conditions(self.0 | other.0)
    }

    pub(crate) fn without(self, other: Conditions) -> Conditions {
        Conditions(self.0 & !other.0)
    }

    /// The conditions in the order in which explanations tell them.
    pub(crate) fn iter(self) -> impl Iterator<Item = Condition> {
        Condition::ALL.into_iter().filter(move |condition| self.has(*condition))
    }
}

impl FromIterator<Condition> for Conditions {
    fn from_iter<I: IntoIterator<Item = Condition>>(conditions: I) -> Conditions {
        conditions
            .into_iter()
            .fold(Conditions::default(), |all, condition| all.or(Conditions::one_if(true, condition)))
    }
}

/// The need's fields that a match leaves unverified, a bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Unverified(u16);

impl Unverified {
    pub(crate) const NOTHING: Unverified = Unverified(0);

    /// How many bits there are: one for each field that some condition which accepts looks at,
    /// and for the OPCO.
    pub(crate) const BITS: u32 = Unverified::FIELDS.len() as u32;
    const FIELDS: &'static [NeedField] = &[
        NeedField::CreatedOn,
        NeedField::Headcount,
        NeedField::Naf,
        NeedField::LegalForm,
        NeedField::Origin,
        NeedField::Turnover,
        NeedField::Opco,
        NeedField::BalanceSheet,
        NeedField::Activities,
        NeedField::NafaCodes,
        NeedField::Idcc,
        NeedField::MicroEntrepreneur,
        NeedField::Qualities,
    ];

    /// The fields that some conditions look at.
    pub(crate) fn of(conditions: Conditions) -> Unverified {
        conditions
            .iter()
            .fold(Unverified::default(), |all, condition| all.union(Unverified::one(condition.fact())))
    }

    /// The field alone.
    pub(crate) fn one(field: NeedField) -> Unverified {
        let number = Unverified::FIELDS.iter().position(|known| *known == field);
        Unverified(number.map_or(0, |number| 1 << number))
    }

    pub(crate) fn union(self, other: Unverified) -> Unverified {
        Unverified(self.0 | other.0)
    }

    pub(crate) fn count(self) -> u32 {
        self.0.count_ones()
    }

    /// The set as a number of [`Unverified::BITS`] bits.
    pub(crate) fn bits(self) -> u16 {
        self.0
    }

    pub(crate) fn from_bits(bits: u16) -> Unverified {
        Unverified(bits)
    }

    /// The fields, in the order in which answers list them.
    pub(crate) fn fields(self) -> impl Iterator<Item = NeedField> {
        let bits = (0..Unverified::BITS).filter(move |bit| self.0 & (1 << bit) != 0);
        bits.filter_map(|bit| Unverified::FIELDS.get(bit as usize).copied())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A fact without a bit would be accepted without a word.
    #[test]
    fn what_accepts_the_unknown_has_a_bit() {
        for condition in Condition::ALL.into_iter().filter(|condition| !condition.excludes()) {
            assert!(Unverified::FIELDS.contains(&condition.fact()), "{condition:?}");
        }
    }

    #[test]
    fn each_condition_tells_what_it_asks_for_in_both_languages() {
        for condition in Condition::ALL {
            for language in Language::ALL {
                assert_eq!(condition.wording(*language).matches("{}").count(), 1, "{condition:?}");
            }
        }
    }
}
