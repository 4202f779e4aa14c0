//! Any sections behind a header that fits are a geography that answers, or a typed error.
#![no_main]

use aiguillage::geography::{Geography, GeographyError, ZoneKind};
use aiguillage_fuzz::sealed;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|sections: &[u8]| {
    let geography = match Geography::from_bytes(&sealed::geography(sections)) {
        Ok(geography) => geography,
        Err(GeographyError::Malformed(why)) => {
            assert!(!why.is_empty());
            return;
        }
        Err(error) => panic!("the header is sound, and yet: {error}"),
    };
    for kind in ZoneKind::ALL {
        for zone in geography.zones(kind) {
            assert!(geography.has_zone(zone) && geography.zone_name(zone).is_some(), "{zone}");
            assert!(geography.population(zone).is_some() && geography.nearest_zone(zone).is_none());
            for commune in geography.communes_of(zone) {
                assert!(commune.zones().contains(&zone), "{commune:?} is not in {zone}");
                assert_eq!(geography.commune(commune.code()), Some(commune));
                for code in commune.postal_codes() {
                    geography.by_postal_code(code);
                }
                geography.search(commune.name(), 5);
            }
        }
    }
    for code in ["00000", "00004", "75012", "6002", "59800", "lille"] {
        geography.resolve(code);
    }
});
