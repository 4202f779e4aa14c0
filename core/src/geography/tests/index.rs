//! The dense numbers agree with one another, for every place and every zone.

use super::{geography, zone};
use crate::geography::{PlaceId, ZoneId};

#[test]
fn chains_and_places_agree() {
    let geography = geography();
    let mut inside: Vec<Vec<PlaceId>> = vec![Vec::new(); geography.zone_count()];
    for place in (0..geography.place_count() as u32).map(PlaceId) {
        let chain = geography.chain(place);
        for (level, zone) in chain.iter().enumerate().filter(|(_, zone)| **zone != ZoneId::NONE) {
            assert_eq!(usize::from(geography.level(*zone)), level);
            inside[zone.0 as usize].push(place);
        }
        assert!(chain[..2].contains(&place.into()));
        assert_eq!(
            geography.commune_at(place).zones(),
            geography.zones_containing(geography.commune_at(place).code())
        );
    }
    for (id, mut expected) in inside.into_iter().enumerate() {
        let zone = ZoneId(id as u32);
        let mut places: Vec<PlaceId> = geography.places_of(zone).collect();
        places.sort();
        expected.sort();
        assert_eq!(places, expected, "{}", geography.zone_of(zone));
        assert!(!places.is_empty(), "{}", geography.zone_of(zone));
        let units = places.iter().filter(|place| geography.is_unit(**place));
        let people: u64 = units.map(|place| geography.population_of((*place).into())).sum();
        assert_eq!(people, geography.population_of(zone), "{}", geography.zone_of(zone));
    }
}

#[test]
fn zones_and_numbers_go_both_ways() {
    let geography = geography();
    let mut before = None;
    for id in (0..geography.zone_count() as u32).map(ZoneId) {
        let zone = geography.zone_of(id);
        assert_eq!(geography.zone_id(zone), Some(id));
        assert!(before < Some(zone), "{zone}");
        before = Some(zone);
    }
    assert_eq!(geography.zone_id(zone("france")), Some(ZoneId(geography.zone_count() as u32 - 1)));
    assert_eq!(geography.zone_id(zone("commune:99999")), None);
    assert_eq!(geography.zone_id(zone("commune:6002")), None);
}

#[test]
fn paris_in_numbers() {
    let geography = geography();
    let place = |code| geography.place(code).unwrap();
    let chain = geography.chain(place("75112"));
    assert_eq!(chain[..3], [place("75112").into(), place("75056").into(), ZoneId::NONE]);
    let chain = geography.chain(place("75056"));
    assert_eq!(chain[..3], [ZoneId::NONE, place("75056").into(), ZoneId::NONE]);
    assert_eq!(geography.level(place("75112").into()), 0);
    assert_eq!(geography.places_of(place("75056").into()).count(), 21);
    let parents = (0..geography.place_count() as u32).map(PlaceId).filter(|place| !geography.is_unit(*place));
    assert_eq!(parents.collect::<Vec<_>>(), [place("13055"), place("69123"), place("75056")]);
}

#[test]
fn a_number_of_another_geography_is_no_commune_here() {
    let geography = geography();
    assert!(geography.commune_by_id(PlaceId(u32::MAX)).is_none());
    assert_eq!(geography.commune_by_id(PlaceId(0)).unwrap().code(), "01001");
}
