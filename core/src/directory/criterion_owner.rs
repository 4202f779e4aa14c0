//! Whose criteria they are.

use super::{Criterion, Directory};

/// Whose criterion or group of answers it is, by the position in its list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum CriterionOwner {
    Institution(usize),
    Antenne(usize),
    Expert(usize),
}

impl CriterionOwner {
    /// The owner's criteria.
    pub(crate) fn criteria(self, directory: &Directory) -> &[Criterion] {
        let criteria = match self {
            CriterionOwner::Institution(number) => {
                directory.institutions().get(number).map(|one| &one.criteria)
            }
            CriterionOwner::Antenne(number) => directory.antennes().get(number).map(|one| &one.criteria),
            CriterionOwner::Expert(number) => directory.experts().get(number).map(|one| &one.criteria),
        };
        criteria.map(Vec::as_slice).unwrap_or_default()
    }

    /// What the owner is, and its id.
    pub(crate) fn named(self, directory: &Directory) -> Option<(&'static str, &str)> {
        Some(match self {
            CriterionOwner::Institution(number) => ("institution", &directory.institutions().get(number)?.id),
            CriterionOwner::Antenne(number) => ("antenne", &directory.antennes().get(number)?.id),
            CriterionOwner::Expert(number) => ("expert", &directory.experts().get(number)?.id),
        })
    }
}
