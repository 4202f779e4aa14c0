//! What a criterion can ask for, as sets of conditions.

use crate::directory::Criterion;
use crate::need::NeedField;

/// One condition of a criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Condition {
    MinYears,
    BelowYears,
    MinHeadcount,
    BelowHeadcount,
    AcceptedNaf,
    ExcludedNaf,
    AcceptedLegalForms,
    ExcludedLegalForms,
    ExcludedZones,
    Origins,
}

impl Condition {
    const ALL: [Condition; 10] = [
        Condition::MinYears,
        Condition::BelowYears,
        Condition::MinHeadcount,
        Condition::BelowHeadcount,
        Condition::AcceptedNaf,
        Condition::ExcludedNaf,
        Condition::AcceptedLegalForms,
        Condition::ExcludedLegalForms,
        Condition::ExcludedZones,
        Condition::Origins,
    ];

    fn is_set(self, criterion: &Criterion) -> bool {
        match self {
            Condition::MinYears => criterion.min_years.is_some(),
            Condition::BelowYears => criterion.below_years.is_some(),
            Condition::MinHeadcount => criterion.min_headcount.is_some(),
            Condition::BelowHeadcount => criterion.below_headcount.is_some(),
            Condition::AcceptedNaf => !criterion.accepted_naf.is_empty(),
            Condition::ExcludedNaf => !criterion.excluded_naf.is_empty(),
            Condition::AcceptedLegalForms => !criterion.accepted_legal_forms.is_empty(),
            Condition::ExcludedLegalForms => !criterion.excluded_legal_forms.is_empty(),
            Condition::ExcludedZones => !criterion.excluded_zones.is_empty(),
            Condition::Origins => !criterion.origins.is_empty(),
        }
    }

    /// Whether it excludes: such a condition accepts what it does not know.
    pub(super) fn excludes(self) -> bool {
        matches!(self, Condition::ExcludedNaf | Condition::ExcludedLegalForms | Condition::ExcludedZones)
    }

    /// A criterion that has this condition of another, and no other.
    pub(super) fn alone(self, criterion: &Criterion) -> Criterion {
        let mut alone = Criterion::default();
        if !self.excludes() {
            alone.when_unknown = criterion.when_unknown;
        }
        match self {
            Condition::MinYears => alone.min_years = criterion.min_years,
            Condition::BelowYears => alone.below_years = criterion.below_years,
            Condition::MinHeadcount => alone.min_headcount = criterion.min_headcount,
            Condition::BelowHeadcount => alone.below_headcount = criterion.below_headcount,
            Condition::AcceptedNaf => alone.accepted_naf.clone_from(&criterion.accepted_naf),
            Condition::ExcludedNaf => alone.excluded_naf.clone_from(&criterion.excluded_naf),
            Condition::AcceptedLegalForms => {
                alone.accepted_legal_forms.clone_from(&criterion.accepted_legal_forms);
            }
            Condition::ExcludedLegalForms => {
                alone.excluded_legal_forms.clone_from(&criterion.excluded_legal_forms);
            }
            Condition::ExcludedZones => alone.excluded_zones.clone_from(&criterion.excluded_zones),
            Condition::Origins => alone.origins.clone_from(&criterion.origins),
        }
        alone
    }

    /// The need's field that it looks at.
    pub(crate) fn field(self) -> NeedField {
        match self {
            Condition::MinYears | Condition::BelowYears => NeedField::CreatedOn,
            Condition::MinHeadcount | Condition::BelowHeadcount => NeedField::Headcount,
            Condition::AcceptedNaf | Condition::ExcludedNaf => NeedField::Naf,
            Condition::AcceptedLegalForms | Condition::ExcludedLegalForms => NeedField::LegalForm,
            Condition::ExcludedZones => NeedField::Commune,
            Condition::Origins => NeedField::Origin,
        }
    }
}

/// A set of conditions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Conditions(u16);

impl Conditions {
    /// Those of a criterion.
    pub(super) fn of(criterion: &Criterion) -> Conditions {
        Condition::ALL.into_iter().filter(|condition| condition.is_set(criterion)).collect()
    }

    /// The condition alone, if it is `wanted`.
    #[inline]
    pub(super) fn one_if(wanted: bool, condition: Condition) -> Conditions {
        Conditions(u16::from(wanted) << condition as u8)
    }

    pub(super) fn has(self, condition: Condition) -> bool {
        self.0 & 1 << condition as u8 != 0
    }

    pub(crate) fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub(super) fn and(self, other: Conditions) -> Conditions {
        Conditions(self.0 & other.0)
    }

    pub(super) fn or(self, other: Conditions) -> Conditions {
        Conditions(self.0 | other.0)
    }

    pub(super) fn without(self, other: Conditions) -> Conditions {
        Conditions(self.0 & !other.0)
    }

    /// In the order in which conditions are told.
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

/// The need's fields that a match leaves unverified.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Unverified(u8);

impl Unverified {
    /// One for each field.
    pub(crate) const BITS: u32 = 5;
    const FIELDS: [NeedField; Unverified::BITS as usize] =
        [NeedField::CreatedOn, NeedField::Headcount, NeedField::Naf, NeedField::LegalForm, NeedField::Origin];

    /// What some conditions look at.
    pub(super) fn of(conditions: Conditions) -> Unverified {
        conditions.iter().fold(Unverified::default(), |all, condition| {
            let number = Unverified::FIELDS.iter().position(|field| *field == condition.field());
            Unverified(all.0 | number.map_or(0, |number| 1 << number))
        })
    }

    pub(crate) fn union(self, other: Unverified) -> Unverified {
        Unverified(self.0 | other.0)
    }

    pub(super) fn count(self) -> u32 {
        self.0.count_ones()
    }

    /// As a number of [`Unverified::BITS`].
    pub(crate) fn bits(self) -> u8 {
        self.0
    }

    pub(crate) fn from_bits(bits: u8) -> Unverified {
        Unverified(bits)
    }

    pub(crate) fn fields(self) -> impl Iterator<Item = NeedField> {
        Unverified::FIELDS
            .into_iter()
            .enumerate()
            .filter(move |(number, _)| self.0 & (1 << number) != 0)
            .map(|(_, field)| field)
    }
}
