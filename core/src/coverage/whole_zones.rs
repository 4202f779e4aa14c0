//! The largest whole zones that some communes make up: a région rather than its communes.

use rustc_hash::FxHashMap;

use super::report::Area;
use crate::geography::{Geography, PlaceId, ZoneId};
use crate::invariant::broken;

/// The largest zones of which every unit is among `units`, wide kinds first, none twice covered;
/// in the order of the geography.
pub(super) fn whole_zones<'g>(geography: &'g Geography, units: &[PlaceId]) -> Vec<Area<'g>> {
    let mut rest: Vec<PlaceId> = units.to_vec();
    let mut whole: Vec<(ZoneId, usize)> = Vec::new();
    for level in (0..LEVELS).rev() {
        let zone_of = |unit: PlaceId| geography.chain(unit).get(level).copied().unwrap_or(ZoneId::NONE);
        let mut inside: FxHashMap<ZoneId, usize> = FxHashMap::default();
        for zone in rest.iter().map(|unit| zone_of(*unit)).filter(|zone| *zone != ZoneId::NONE) {
            *inside.entry(zone).or_insert(0) += 1;
        }
        // A zone a part of which is named already by a wider kind is not whole any more.
        inside.retain(|zone, count| geography.unit_count(*zone) == *count);
        if !inside.is_empty() {
            rest.retain(|unit| !inside.contains_key(&zone_of(*unit)));
        }
        whole.extend(inside);
    }
    // Wide kinds have the greater numbers; the reader wants them first, and each kind by code.
    whole.sort_unstable_by_key(|(zone, _)| (std::cmp::Reverse(geography.level(*zone)), *zone));
    let area = |(number, communes): (ZoneId, usize)| {
        let zone = geography.zone_of(number);
        let name = geography.zone_name(zone);
        Area {
            zone,
            name: name.unwrap_or_else(|| broken("every zone of a geography has a name")),
            communes,
            population: geography.population_of(number),
        }
    };
    whole.into_iter().map(area).collect()
}

/// The levels of a chain, from arrondissement to France.
const LEVELS: usize = 7;

#[cfg(test)]
#[cfg(feature = "cog")]
mod tests {
    use super::*;

    fn whole(zones: &[&str]) -> Vec<String> {
        let geography = Geography::embedded();
        let ids: Vec<ZoneId> =
            zones.iter().map(|zone| geography.zone_id(zone.parse().unwrap()).unwrap()).collect();
        let inside = |place: &PlaceId| geography.chain(*place).iter().any(|zone| ids.contains(zone));
        let units: Vec<PlaceId> =
            geography.places().filter(|place| geography.is_unit(*place)).filter(inside).collect();
        let areas = whole_zones(&geography, &units);
        areas.iter().map(|area| area.zone.to_string()).collect()
    }

    #[test]
    fn whole_zones_are_named_by_their_widest_kind() {
        assert_eq!(whole(&["departement:2A", "departement:2B"]), ["region:94"]);
        // Paris is a département, a commune and twenty arrondissements.
        assert_eq!(whole(&["commune:75056"]), ["departement:75"]);
        assert_eq!(whole(&["commune:75101", "commune:69123"]), ["commune:69123", "commune:75101"]);
        // An EPCI across départements: only the part that is left is named.
        assert_eq!(whole(&["epci:200070985", "departement:02"])[0], "departement:02");
        assert_eq!(whole(&["epci:200070985", "departement:02"]).len(), 41);
        assert_eq!(whole(&["france"]), ["france"]);
        assert!(whole(&[]).is_empty());
    }
}
