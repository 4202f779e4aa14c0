//! The tables of a geography.

use std::fmt;
use std::sync::OnceLock;

use super::extent::Extent;
use super::former::Former;
use super::id::{PlaceId, ZoneId};
use super::name_index::NameIndex;
use super::past::{PastNames, PastZone};
use super::{Zone, ZoneKind};

/// The territory of one year. It does not change once read, and can be shared between threads.
pub struct Geography {
    pub(super) year: u16,
    pub(super) source: String,
    /// What each code means, by slot: see [`slot`](super::code::slot).
    pub(super) slots: Vec<u32>,
    /// The codes of the places, five characters each.
    pub(super) codes: String,
    /// The zones after the places, in their order: EPT, EPCI, départements, régions, France.
    pub(super) wide: Vec<Zone>,
    /// The names of all zones, one after the other.
    pub(super) names: String,
    pub(super) name_ends: Vec<u32>,
    /// By zone.
    pub(super) populations: Vec<u64>,
    /// By place.
    pub(super) chains: Vec<[ZoneId; 7]>,
    /// Where the places of each zone of `wide` begin in `members`, and the end.
    pub(super) member_starts: Vec<u32>,
    pub(super) members: Vec<PlaceId>,
    /// By zone of `wide`.
    pub(super) extents: Vec<Extent>,
    pub(super) arrondissements: Vec<PlaceId>,
    /// The communes that are made of arrondissements.
    pub(super) parents: Vec<PlaceId>,
    pub(super) former: Vec<Former>,
    pub(super) postal: Postal,
    pub(super) past_names: PastNames,
    /// In the order of the zones.
    pub(super) past_zones: Vec<PastZone>,
    /// Made at the first search.
    pub(super) name_index: OnceLock<NameIndex>,
}

/// Postal codes, sorted, and the places that each one serves.
pub(super) struct Postal {
    pub(super) codes: Vec<u32>,
    /// The same, five characters each.
    pub(super) text: String,
    /// Where the codes of each place begin in `of_places`, and the end.
    pub(super) place_starts: Vec<u32>,
    pub(super) of_places: Vec<u32>,
    /// Where the places of each code begin in `served`, and the end.
    pub(super) code_starts: Vec<u32>,
    pub(super) served: Vec<PlaceId>,
}

impl Geography {
    /// The year of its Code officiel géographique, as of 1 January.
    pub fn year(&self) -> u16 {
        self.year
    }

    /// What it is and who publishes it, in French.
    pub fn source(&self) -> &str {
        &self.source
    }
}

impl fmt::Debug for Geography {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Geography")
            .field("year", &self.year)
            .field("source", &self.source)
            .finish_non_exhaustive()
    }
}

/// Where the zones of a kind begin among the wide zones, and how many there are.
pub(super) fn range(wide: &[Zone], kind: ZoneKind) -> (usize, usize) {
    let start = wide.partition_point(|zone| zone.kind() < kind);
    let end = wide.partition_point(|zone| zone.kind() <= kind);
    (start, end - start)
}
