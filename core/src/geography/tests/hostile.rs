//! Files that are cut, changed or forged: a typed error or a geography that holds, never a panic.

use std::path::Path;

use crate::geography::load::EMBEDDED;
use crate::geography::read::HEADER;
use crate::geography::{Geography, GeographyError, PlaceId, ZoneId};

/// Writes the length and the checksum that the bytes should have.
fn seal(bytes: &mut [u8]) {
    let length = (bytes.len() as u32).to_le_bytes();
    let checksum = crc32fast::hash(&bytes[HEADER..]).to_le_bytes();
    bytes[12..16].copy_from_slice(&length);
    bytes[16..20].copy_from_slice(&checksum);
}

/// A sound geography made of these sections.
fn forge(sections: &[&[u8]]) -> Result<Geography, GeographyError> {
    let mut bytes = EMBEDDED[..HEADER].to_vec();
    for section in sections {
        bytes.extend((section.len() as u32).to_le_bytes());
        bytes.extend(*section);
    }
    seal(&mut bytes);
    Geography::from_bytes(&bytes)
}

/// A commune, its two arrondissements and another commune, in a département of a région.
const SMALL: [&[u8]; 19] = [
    b"small",
    &[1, 1, 1, 1], // 00000, 00001, 00002, 00003
    b"epci:200000001\ndepartement:01\nregion:84\n",
    "Été\nUn\nDeux\nAutre\nGroupe\nAin\nAuvergne\n".as_bytes(),
    &[10, 4, 6, 7],
    &[1, 0, 2, 0],
    &[0, 0, 0, 0],
    &[1, 1, 1, 0],
    &[1, 1, 1, 1],
    &[1],
    &[5],    // 00004
    &[2, 3], // associated to 00003
    &[1, 4], // 00000 and 00004
    &[1, 0, 1, 0, 1, 0, 1, 1],
    "Hiver\nAutomne\n".as_bytes(),
    &[0, 3],
    b"epci:200000000\nregion:82\n",
    b"Ancien groupe\nRh\xc3\xb4ne-Alpes\n",
    &[2, 0, 3, 1, 5],
];

/// Asks everything of a geography that was read.
fn exercise(geography: &Geography) {
    for id in (0..geography.zone_count() as u32).map(ZoneId) {
        let zone = geography.zone_of(id);
        let _ = (geography.level(id), geography.population_of(id), geography.zone_name(zone));
        let _ = (geography.places_of(id).count(), geography.nearest_zone(zone));
    }
    for place in (0..geography.place_count() as u32).map(PlaceId) {
        let commune = geography.commune_at(place);
        let _ = (commune.zones(), commune.parent(), commune.region(), format!("{commune:?}"));
        commune.postal_codes().for_each(|code| drop(geography.by_postal_code(code)));
    }
    for code in ["00000", "00004", "75012", "6002", "59800", "lille", "02695"] {
        let _ = geography.resolve(code);
    }
    let _ = (geography.search("saint", 5), geography.search("hiver", 5));
    for past in &geography.past_zones {
        assert_eq!(geography.past_zone(past.zone), Some(past));
        assert!(past.members.iter().all(|member| geography.zone_of(*member) != past.zone));
    }
}

#[test]
fn a_small_geography_is_read() {
    let geography = forge(&SMALL).unwrap();
    exercise(&geography);
    assert_eq!(geography.population("departement:01".parse().unwrap()), Some(17));
    assert_eq!(geography.commune("00001").unwrap().parent().unwrap().name(), "Été");
    assert_eq!(geography.communes_of("epci:200000001".parse().unwrap()).len(), 2);
    let hits = geography.search("automne", 2);
    assert_eq!((hits[0].commune.name(), hits[0].former_name), ("Autre", Some("Automne")));
    assert_eq!(geography.past_zone("region:82".parse().unwrap()).unwrap().name, "Rhône-Alpes");
}

#[test]
fn any_byte_of_a_small_geography_may_be_anything() {
    for (at, section) in SMALL.iter().enumerate() {
        for byte in 0..section.len() {
            for value in [0, 1, 2, 4, 5, 10, 57, 127, 128, 255] {
                let mut section = section.to_vec();
                section[byte] = value;
                let mut sections = SMALL;
                sections[at] = &section;
                if let Ok(geography) = forge(&sections) {
                    exercise(&geography);
                }
            }
        }
    }
}

#[test]
fn any_section_may_be_longer_or_shorter() {
    for (at, section) in SMALL.iter().enumerate() {
        for length in 0..section.len() {
            let mut sections = SMALL;
            sections[at] = &section[..length];
            if let Ok(geography) = forge(&sections) {
                exercise(&geography);
            }
        }
        for tail in [&b"\0"[..], b"\x01", b"\n", b"\xff\xff\xff\xff\x0f", b"x\n"] {
            let longer = [section, tail].concat();
            let mut sections = SMALL;
            sections[at] = &longer;
            if let Ok(geography) = forge(&sections) {
                exercise(&geography);
            }
        }
        assert!(matches!(forge(&SMALL[..at]), Err(GeographyError::Malformed(_))));
    }
    assert!(forge(&[&SMALL[..], &[b""]].concat()).is_err());
}

#[test]
fn an_empty_geography_has_only_france() {
    let geography = forge(&[&b""[..]; 19]).unwrap();
    exercise(&geography);
    assert_eq!((geography.place_count(), geography.zone_count()), (0, 1));
}

#[test]
fn counts_are_not_believed() {
    // A section that claims four gigabytes, in a file of a few bytes.
    let mut bytes = EMBEDDED[..HEADER].to_vec();
    bytes.extend([0xff; 4]);
    seal(&mut bytes);
    assert!(matches!(Geography::from_bytes(&bytes), Err(GeographyError::Malformed(_))));
    // A commune that claims as many postal codes.
    let mut sections = SMALL;
    sections[13] = b"\xff\xff\xff\xff\x0f\0\0\0\0";
    assert!(matches!(forge(&sections), Err(GeographyError::Malformed(_))));
}

#[test]
fn wrong_headers_are_told_apart() {
    let read = |bytes: &[u8]| Geography::from_bytes(bytes).unwrap_err();
    assert!(matches!(read(b""), GeographyError::NotAGeography));
    assert!(matches!(read(b"PK\x03\x04 a spreadsheet"), GeographyError::NotAGeography));
    let mut bytes = EMBEDDED.to_vec();
    bytes[8] = 9;
    assert!(matches!(read(&bytes), GeographyError::Version { found: 9, expected: 2 }));
    bytes[8] = 2;
    bytes[500_000] ^= 1;
    assert!(matches!(read(&bytes), GeographyError::Checksum));
    bytes[500_000] ^= 1;
    bytes.push(0);
    assert!(matches!(read(&bytes), GeographyError::Length { .. }));
    for length in (8..HEADER).chain([HEADER, 100, EMBEDDED.len() - 1]) {
        assert!(matches!(read(&EMBEDDED[..length]), GeographyError::Length { .. }), "{length}");
    }
    let missing = Geography::open(Path::new("/nowhere/cog.bin")).unwrap_err();
    assert!(matches!(missing, GeographyError::Io { .. }));
}

#[test]
fn damage_is_an_error_even_where_the_checksum_agrees() {
    let mut bytes = EMBEDDED.to_vec();
    for at in (HEADER..bytes.len()).step_by(40_009) {
        let before = bytes[at];
        bytes[at] = !before;
        assert!(matches!(Geography::from_bytes(&bytes), Err(GeographyError::Checksum)));
        seal(&mut bytes);
        if let Ok(geography) = Geography::from_bytes(&bytes) {
            let _ = (geography.resolve("75012"), geography.zones_containing("59350"));
        }
        bytes[at] = before;
        seal(&mut bytes);
    }
    for length in (HEADER..bytes.len()).step_by(50_021) {
        let mut cut = bytes[..length].to_vec();
        seal(&mut cut);
        assert!(matches!(Geography::from_bytes(&cut), Err(GeographyError::Malformed(_))), "{length}");
    }
}
