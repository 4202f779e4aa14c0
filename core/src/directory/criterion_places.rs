//! Where the criteria of a directory were read.

use std::collections::HashMap;

use super::{Criterion, Directory};
use crate::diagnostic::{Place, Report};

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

/// The place of each criterion, by its owner and in the order of the owner's criteria; none where the directory
/// was not read from files.
#[derive(Debug, Default)]
pub(crate) struct CriterionPlaces {
    files: Report,
    by_owner: HashMap<CriterionOwner, Vec<Place>>,
}

impl CriterionPlaces {
    /// The places of criteria, in files of a report, of which the findings are left out.
    pub(super) fn of(places: Vec<(CriterionOwner, Place)>, report: &Report) -> CriterionPlaces {
        let mut by_owner: HashMap<CriterionOwner, Vec<Place>> = HashMap::new();
        for (owner, place) in places {
            by_owner.entry(owner).or_default().push(place);
        }
        CriterionPlaces { files: report.without_findings(), by_owner }
    }

    /// An empty report over the same files.
    pub(crate) fn report(&self) -> Report {
        self.files.without_findings()
    }

    /// The place of an owner's criterion, if it is known.
    pub(crate) fn place(&self, owner: CriterionOwner, number: usize) -> Place {
        self.by_owner.get(&owner).and_then(|places| places.get(number)).copied().unwrap_or_default()
    }
}
