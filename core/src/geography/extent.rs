//! How far wide zones reach: counted once, when a geography is read.

use super::Zone;
use super::id::{PlaceId, ZoneId};

/// How far a zone that is wider than a commune reaches.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Extent {
    /// How many units are inside: communes, and arrondissements in place of theirs.
    pub(super) units: u32,
    /// Whether its places lie in several zones of some wider level, as those of an EPCI across two
    /// départements do.
    pub(super) is_split: bool,
}

impl Extent {
    /// The extent of a zone from its places. `parents` are the communes that are made of arrondissements.
    pub(super) fn of(zone: Zone, places: &[PlaceId], chains: &[[ZoneId; 7]], parents: &[PlaceId]) -> Extent {
        let level = 1 + zone.kind() as usize;
        let wider = |place: &PlaceId| chains.get(place.0 as usize).and_then(|chain| chain.get(level + 1..));
        let first = places.first().and_then(wider);
        let is_parent = |place: &&PlaceId| parents.binary_search(place).is_ok();
        let units = places.len() - places.iter().filter(is_parent).count();
        Extent {
            units: u32::try_from(units).unwrap_or(u32::MAX),
            is_split: places.iter().any(|place| wider(place) != first),
        }
    }
}
