//! The territory against which coverage is counted.

use crate::geography::{Geography, PlaceId, ZoneId};

/// The places of a reference territory.
#[derive(Debug)]
pub(super) struct ReferenceTerritory {
    /// Ascending.
    places: Vec<PlaceId>,
    /// For each place of the geography, whether it is one of them.
    contains: Vec<bool>,
}

impl ReferenceTerritory {
    pub(super) fn of(geography: &Geography, zones: &[ZoneId]) -> ReferenceTerritory {
        let mut places: Vec<PlaceId> = zones.iter().flat_map(|zone| geography.places_of(*zone)).collect();
        places.sort_unstable();
        places.dedup();
        let mut contains = vec![false; geography.place_count()];
        for place in &places {
            if let Some(contains) = contains.get_mut(place.0 as usize) {
                *contains = true;
            }
        }
        ReferenceTerritory { places, contains }
    }

    /// The places, ascending.
    pub(super) fn places(&self) -> &[PlaceId] {
        &self.places
    }

    pub(super) fn contains(&self, place: PlaceId) -> bool {
        self.contains.get(place.0 as usize) == Some(&true)
    }
}
