//! What the embedded geography must say: DESIGN §2 and the G rows of the pitfalls.

mod hostile;
mod index;
mod search;
mod zones;

use std::sync::Arc;

use super::{FormerKind, Geography, Resolution, Zone, ZoneKind};

fn geography() -> Arc<Geography> {
    Geography::embedded()
}

fn zone(text: &str) -> Zone {
    text.parse().unwrap()
}

fn zones(code: &str) -> Vec<String> {
    geography().zones_containing(code).iter().map(Zone::to_string).collect()
}

/// The code that a former code leads to, and why.
fn former(code: &str) -> (String, FormerKind) {
    match geography().resolve(code) {
        Resolution::Former { place, kind } => (geography().commune_at(place).code().to_owned(), kind),
        other => panic!("{code}: {other:?}"),
    }
}

fn hint(code: &str) -> Option<String> {
    match geography().resolve(code) {
        Resolution::Unknown { hint } => hint.map(|hint| hint.to_string()),
        other => panic!("{code}: {other:?}"),
    }
}

#[test]
fn counts_are_those_of_the_source() {
    let geography = geography();
    let communes: Vec<_> =
        geography.zones(ZoneKind::Commune).map(|z| geography.commune(z.code()).unwrap()).collect();
    assert_eq!(communes.iter().filter(|c| c.is_arrondissement()).count(), 45);
    assert_eq!(communes.iter().filter(|c| !c.is_arrondissement()).count(), 34_969);
    assert_eq!(geography.zones(ZoneKind::Ept).count(), 11);
    assert_eq!(geography.zones(ZoneKind::Epci).count(), 1_255);
    assert_eq!(geography.zones(ZoneKind::Departement).count(), 109);
    assert_eq!(geography.zones(ZoneKind::Region).count(), 18);
    assert_eq!(geography.zones(ZoneKind::France).collect::<Vec<_>>(), [Zone::FRANCE]);
    assert_eq!(geography.former.len(), 4_240);
    assert_eq!(geography.postal.codes.len(), 6_310);
    assert_eq!(geography.year(), 2026);
    assert_eq!(geography.source(), "Code officiel géographique 2026 (INSEE)");
    assert!(super::load::EMBEDDED.len() <= 1_200_000);
}

#[test]
fn every_slot_resolves_as_the_source_says() {
    let geography = geography();
    let (mut current, mut former, mut postal) = (0, 0, 0);
    let mut codes = String::new();
    for slot in 0..super::code::SLOTS {
        codes.clear();
        super::code::push_code(slot, &mut codes);
        match geography.resolve(&codes) {
            Resolution::Current(place) => {
                current += 1;
                assert_eq!(geography.commune_at(place).code(), codes);
                assert_eq!(geography.place(&codes), Some(place));
            }
            Resolution::Former { .. } => former += 1,
            Resolution::FormerAndPostal { place, postal: served, .. } => {
                postal += 1;
                assert!(!served.is_empty() && !served.contains(&place), "{codes}");
            }
            Resolution::LostZero { .. } => panic!("{codes}"),
            Resolution::Unknown { .. } => assert_eq!(geography.place(&codes), None),
        }
    }
    assert_eq!((current, former, postal), (35_014, 4_240 - 404, 404));
}

#[test]
fn former_delegated_and_associated_codes_lead_to_the_current_commune() {
    // G4: delegated communes in zones; G5: a company in 02695, since 2022 in 02054.
    assert_eq!(former("02695"), ("02054".to_owned(), FormerKind::Delegated));
    assert_eq!(former("59298"), ("59350".to_owned(), FormerKind::Associated));
    assert_eq!(former("69232"), ("69123".to_owned(), FormerKind::Former));
    assert_eq!(zones("02695"), zones("02054"));
    assert_eq!(zones("02695")[0], "commune:02054");
    assert!(geography().commune("02695").is_none());
}

#[test]
fn two_targets_are_settled_for_the_delegated_or_associated_one() {
    assert_eq!(former("55273"), ("55386".to_owned(), FormerKind::Associated));
    assert_eq!(former("60455"), ("60694".to_owned(), FormerKind::Delegated));
}

#[test]
fn a_code_both_current_and_delegated_is_current() {
    let geography = geography();
    let arboys = geography.commune("01015").unwrap();
    assert_eq!(geography.resolve("01015"), Resolution::Current(arboys.place));
    assert_eq!(arboys.name(), "Arboys en Bugey");
}

#[test]
fn corsica() {
    // G12: 2A and 2B; and the codes from before 1976.
    let geography = geography();
    assert_eq!(geography.commune("2a004").unwrap().code(), "2A004");
    assert!(matches!(geography.resolve("2a004"), Resolution::Current(_)));
    assert_eq!(former("20004").0, "2A004");
    assert_eq!(former("20001").0, "2A001");
    let bastia =
        ["commune:2B033", "epci:242000354", "departement:2B", "region:94", "france"].map(str::to_owned);
    assert_eq!(zones("2B033"), bastia);
}

#[test]
fn former_codes_that_are_postal_codes_elsewhere_say_so() {
    let geography = geography();
    let Resolution::FormerAndPostal { place, kind, postal } = geography.resolve("75012") else {
        panic!("{:?}", geography.resolve("75012"));
    };
    assert_eq!(geography.commune_at(place).name(), "Boulogne-Billancourt");
    assert_eq!(kind, FormerKind::Former);
    let postal: Vec<&str> = postal.iter().map(|place| geography.commune_at(*place).code()).collect();
    assert_eq!(postal, ["75112"]);
    assert!(zones("75012").is_empty());
    // Delegated, and the postal code of other communes of the same département.
    assert!(matches!(
        geography.resolve("01340"),
        Resolution::FormerAndPostal { kind: FormerKind::Delegated, .. }
    ));
    // Former, and the postal code of its own current commune: nothing to doubt.
    assert_eq!(former("01120").1, FormerKind::Associated);
    // Former codes of the old Seine that are no postal code.
    assert_eq!(former("75068").0, "94068");
}

#[test]
fn a_lost_zero_is_told_apart() {
    // G11: codes typed without their zero.
    let geography = geography();
    let lost = |code: &str| match geography.resolve(code) {
        Resolution::LostZero { place } => geography.commune_at(place).code().to_owned(),
        other => panic!("{code}: {other:?}"),
    };
    assert_eq!(lost("6002"), "06002");
    assert_eq!(lost("2695"), "02054");
    assert!(zones("6002").is_empty());
    assert!(matches!(geography.resolve("9999"), Resolution::Unknown { .. }));
    assert!(matches!(geography.resolve("A004"), Resolution::Unknown { .. }));
}

#[test]
fn unknown_codes_get_a_hint_where_one_is_useful() {
    assert_eq!(hint("59800").unwrap(), "`59800` is a postal code, which serves `59350` (Lille)");
    assert_eq!(hint("6400").unwrap(), "`06400` is a postal code, which serves `06029` (Cannes)");
    let many = hint("88600").unwrap();
    assert!(many.ends_with(" more") && many.contains("`88078` (Bruyères), "), "{many}");
    let lille = "`lille` is a name, and a commune is given by its INSEE code: `59350` (Lille)";
    assert_eq!(hint("lille").unwrap(), lille);
    assert_eq!(hint(" 59350").unwrap(), "write `59350`");
    assert_eq!(hint("commune:59350").unwrap(), "write `59350`");
    for odd in ["", " ", "99999", "2C004", "0", "é", "\0\0\0\0\0", "-5935", "59350000", "é\u{301}é"] {
        assert_eq!(hint(odd), None, "{odd}");
    }
    assert_eq!(hint(&"5".repeat(1 << 20)), None);
}

#[test]
fn postal_codes_of_every_commune_lead_back_to_it() {
    let geography = geography();
    for place in (0..geography.place_count() as u32).map(super::PlaceId) {
        let commune = geography.commune_at(place);
        for code in commune.postal_codes() {
            let served = geography.by_postal_code(code);
            assert_eq!(served.contains(&commune), geography.is_unit(place), "{code} {commune:?}");
            assert!(served.is_sorted_by_key(|commune| std::cmp::Reverse(commune.population())));
        }
    }
    assert_eq!(geography.by_postal_code("75116")[0].code(), "75116");
    for odd in ["", "7511", "+7511", "751166", "99999", "abcde", "éé5"] {
        assert_eq!(geography.by_postal_code(odd), [], "{odd}");
    }
}
