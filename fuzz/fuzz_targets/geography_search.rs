//! Whatever is typed into a field for a place: each look-up answers, and the answers fit together.
#![no_main]

use std::collections::HashSet;

use aiguillage::geography::{Geography, Resolution, Zone};
use aiguillage::language::Language;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let geography = Geography::embedded();
    let found = geography.search(text, 20);
    let codes: HashSet<&str> = found.iter().map(|found| found.commune.code()).collect();
    assert!(found.len() <= 20 && codes.len() == found.len(), "a commune is found twice");
    let first: Vec<&str> = geography.search(text, 3).iter().map(|found| found.commune.code()).collect();
    let expected: Vec<&str> = found.iter().take(3).map(|found| found.commune.code()).collect();
    assert_eq!(first, expected, "a limit does more than cut");
    assert!(geography.search(text, 0).is_empty());
    if let Some(best) = found.first().map(|found| found.commune) {
        let same = geography.search(best.name(), usize::MAX);
        assert!(same.iter().any(|found| found.commune == best), "`{}` does not find itself", best.name());
    }

    for commune in geography.by_postal_code(text) {
        assert!(commune.postal_codes().any(|code| code == text));
    }
    let place = match geography.resolve(text) {
        Resolution::Current(place) => {
            assert_eq!(
                geography.commune(text).map(|commune| commune.code()),
                Some(commune_code(&geography, place).as_str())
            );
            Some(place)
        }
        Resolution::Former { place, .. }
        | Resolution::FormerAndPostal { place, .. }
        | Resolution::LostZero { place } => {
            assert!(geography.commune(text).is_none());
            Some(place)
        }
        Resolution::Unknown { hint } => {
            assert!(hint.is_none_or(|hint| {
                Language::ALL.iter().all(|language| !hint.in_language(*language).is_empty())
            }));
            None
        }
    };
    if let Some(place) = place {
        commune_code(&geography, place);
    }
    for zone in geography.zones_containing(text) {
        assert!(geography.has_zone(zone) && geography.zone_name(zone).is_some());
    }

    match text.parse::<Zone>() {
        Err(error) => assert!(!error.to_string().is_empty()),
        Ok(zone) => {
            assert_eq!(zone.to_string().parse::<Zone>().ok(), Some(zone));
            let units = geography.communes_of(zone);
            assert_eq!(units.is_empty(), !geography.has_zone(zone));
            assert!(units.first().is_none_or(|unit| unit.zones().contains(&zone)));
            assert!(geography.nearest_zone(zone).is_none_or(|near| geography.has_zone(near) && near != zone));
        }
    }
});

fn commune_code(geography: &Geography, place: aiguillage::geography::PlaceId) -> String {
    geography.commune_by_id(place).expect("a place that was resolved exists").code().to_owned()
}
