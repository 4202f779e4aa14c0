//! The zones of a territory as the index knows them.

use crate::engine::build::served_zones::ServedZones;
use crate::geography::{Geography, PlaceId, Zone, ZoneId};
use crate::invariant::broken;

/// A zone in which an expert stands, and the narrower zones of the same territory, in whose postings
/// the expert stands too. A need that lies in one of these finds the expert there.
#[derive(Clone, Debug)]
pub(super) struct StandingZone {
    pub(super) zone: ZoneId,
    /// Sorted.
    pub(super) exceptions: Vec<ZoneId>,
}

/// A zone of a sound directory in its geography.
pub(super) fn zone_id(geography: &Geography, zone: Zone) -> ZoneId {
    geography
        .zone_id(zone)
        .unwrap_or_else(|| broken("every zone of a sound directory is one of its geography"))
}

/// The zones of some territories together with their levels, by level: those that make up a wider one
/// are replaced by it.
pub(crate) fn joined_zones<'d>(
    geography: &Geography,
    territories: impl IntoIterator<Item = ServedZones<'d>>,
) -> Vec<(u8, ZoneId)> {
    let zones = territories.into_iter().flat_map(|territory| territory.iter());
    geography.joined(zones.map(|zone| zone_id(geography, zone)))
}

/// The zones of some territories together, each with its exceptions.
pub(super) fn standing_zones<'d>(
    geography: &Geography,
    territories: impl IntoIterator<Item = ServedZones<'d>>,
) -> Vec<StandingZone> {
    let zones = joined_zones(geography, territories);
    let standing = |(level, zone): &(u8, ZoneId)| {
        // Sorted by level: what is narrower stands before.
        let narrower = &zones[..zones.partition_point(|(other, _)| other < level)];
        StandingZone { zone: *zone, exceptions: exceptions(geography, *level, *zone, narrower) }
    };
    zones.iter().map(standing).collect()
}

/// Those of the narrower zones that share communes with `zone`.
fn exceptions(geography: &Geography, level: u8, zone: ZoneId, narrower: &[(u8, ZoneId)]) -> Vec<ZoneId> {
    let shares = |other: ZoneId| {
        // A commune lies in one zone of a level. An EPCI may lie in two départements, so that whatever is
        // wider than a commune is kept.
        let is_place = (other.0 as usize) < geography.place_count();
        !is_place || geography.chain(PlaceId(other.0))[usize::from(level)] == zone
    };
    let mut zones: Vec<ZoneId> =
        narrower.iter().map(|(_, other)| *other).filter(|other| shares(*other)).collect();
    zones.sort_unstable();
    zones
}
