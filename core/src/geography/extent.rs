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
    /// How many units the smallest of the wider zones around one of its places has; the greatest number
    /// where there is none.
    pub(super) fewest_around: u32,
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
            fewest_around: u32::MAX,
        }
    }

    /// The fewest units of the wider zones around these places, of all whose extents are given.
    pub(super) fn fewest_around(
        zone: Zone,
        places: &[PlaceId],
        chains: &[[ZoneId; 7]],
        extents: &[Extent],
    ) -> u32 {
        let level = 1 + zone.kind() as usize;
        let wider =
            places.iter().filter_map(|place| chains.get(place.0 as usize)?.get(level + 1..)).flatten();
        let extent = |wider: &ZoneId| extents.get((wider.0 as usize).checked_sub(chains.len())?);
        wider.filter_map(extent).map(|extent| extent.units).min().unwrap_or(u32::MAX)
    }
}
