//! Communes folded into the largest whole zones: a région rather than its communes.

use rustc_hash::FxHashMap;

use super::Area;
use crate::geography::{Geography, PlaceId, ZoneId};

/// How many units each zone has.
pub(super) struct UnitCounts(Vec<u32>);

impl UnitCounts {
    pub(super) fn of(geography: &Geography) -> UnitCounts {
        let mut counts = vec![0; geography.zone_count()];
        for unit in geography.places().filter(|place| geography.is_unit(*place)) {
            for zone in geography.chain(unit).iter().filter(|zone| **zone != ZoneId::NONE) {
                counts[zone.0 as usize] += 1;
            }
        }
        UnitCounts(counts)
    }
}

/// The largest zones of which every unit is among `units`, wide kinds first, none twice covered;
/// in the order of the geography.
pub(super) fn fold<'g>(
    geography: &'g Geography,
    unit_counts: &UnitCounts,
    units: &[PlaceId],
) -> Vec<Area<'g>> {
    let mut rest: Vec<PlaceId> = units.to_vec();
    let mut whole: Vec<(ZoneId, usize)> = Vec::new();
    for level in (0..7).rev() {
        let mut inside: FxHashMap<ZoneId, u32> = FxHashMap::default();
        for unit in &rest {
            let zone = geography.chain(*unit)[level];
            if zone != ZoneId::NONE {
                *inside.entry(zone).or_default() += 1;
            }
        }
        // A zone a part of which is named already by a wider kind is not whole any more.
        inside.retain(|zone, count| unit_counts.0[zone.0 as usize] == *count);
        if !inside.is_empty() {
            rest.retain(|unit| !inside.contains_key(&geography.chain(*unit)[level]));
        }
        whole.extend(inside.into_iter().map(|(zone, count)| (zone, count as usize)));
    }
    // Wide kinds have the greater numbers; the reader wants them first, and each kind by code.
    whole.sort_unstable_by_key(|(zone, _)| (std::cmp::Reverse(geography.level(*zone)), *zone));
    let area = |(zone, communes): (ZoneId, usize)| {
        let id = geography.zone_of(zone);
        let name = geography.zone_name(id).unwrap_or_default();
        Area { zone: id, name, communes, population: geography.population_of(zone) }
    };
    whole.into_iter().map(area).collect()
}

#[cfg(test)]
#[cfg(feature = "cog")]
mod tests {
    use super::*;

    fn folded(zones: &[&str]) -> Vec<String> {
        let geography = Geography::embedded();
        let ids: Vec<ZoneId> =
            zones.iter().map(|zone| geography.zone_id(zone.parse().unwrap()).unwrap()).collect();
        let inside = |place: &PlaceId| geography.chain(*place).iter().any(|zone| ids.contains(zone));
        let units: Vec<PlaceId> =
            geography.places().filter(|place| geography.is_unit(*place)).filter(inside).collect();
        let areas = fold(&geography, &UnitCounts::of(&geography), &units);
        areas.iter().map(|area| area.zone.to_string()).collect()
    }

    #[test]
    fn whole_zones_are_named_by_their_widest_kind() {
        assert_eq!(folded(&["departement:2A", "departement:2B"]), ["region:94"]);
        // Paris is a département, a commune and twenty arrondissements.
        assert_eq!(folded(&["commune:75056"]), ["departement:75"]);
        assert_eq!(folded(&["commune:75101", "commune:69123"]), ["commune:69123", "commune:75101"]);
        // An EPCI across départements: only the part that is left is named.
        assert_eq!(folded(&["epci:200070985", "departement:02"])[0], "departement:02");
        assert_eq!(folded(&["epci:200070985", "departement:02"]).len(), 41);
        assert_eq!(folded(&["france"]), ["france"]);
        assert!(folded(&[]).is_empty());
    }
}
