//! Where the criteria of a directory were read.

use std::collections::HashMap;

use super::CriterionOwner;
use crate::diagnostic::{Place, Report};

/// The place of each criterion, by its owner and in the order of the owner's criteria; none where the directory
/// was not read from files.
#[derive(Debug, Default)]
pub(crate) struct CriterionPlaces {
    /// The files in which the places are.
    files: Vec<Option<String>>,
    by_owner: HashMap<CriterionOwner, Vec<Place>>,
}

impl CriterionPlaces {
    /// The places of criteria, in the files of a report.
    pub(super) fn of(places: Vec<(CriterionOwner, Place)>, report: &Report) -> CriterionPlaces {
        let mut by_owner: HashMap<CriterionOwner, Vec<Place>> = HashMap::new();
        for (owner, place) in places {
            by_owner.entry(owner).or_default().push(place);
        }
        CriterionPlaces { files: report.files().to_vec(), by_owner }
    }

    /// An empty report over the files.
    pub(crate) fn report(&self) -> Report {
        Report::over(self.files.clone())
    }

    /// The place of an owner's criterion; nowhere where it is not known.
    pub(crate) fn place(&self, owner: CriterionOwner, number: usize) -> Place {
        self.by_owner.get(&owner).and_then(|places| places.get(number)).copied().unwrap_or_default()
    }
}
