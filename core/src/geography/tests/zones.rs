//! Zones: how they are written, which exist, what they contain.

use super::{geography, zone, zones};
use crate::geography::{Zone, ZoneKind};

fn error(text: &str) -> String {
    text.parse::<Zone>().unwrap_err().to_string()
}

#[test]
fn zones_are_written_as_they_are_read() {
    for text in [
        "commune:59350",
        "commune:2A004",
        "commune:6002",
        "ept:200057867",
        "epci:200093201",
        "departement:2A",
        "departement:978",
        "region:06",
        "france",
    ] {
        assert_eq!(zone(text).to_string(), text);
        assert_eq!(serde_json::to_string(&zone(text)).unwrap(), format!("\"{text}\""));
        assert_eq!(zone(text).kind().as_str(), text.split(':').next().unwrap());
    }
    assert_eq!(zone("departement:2a").code(), "2A");
    assert_eq!(Zone::FRANCE.code(), "");
    assert_eq!(format!("{:>8}|{:8}|", Zone::FRANCE, zone("region:32")), "  france|region:32|");
    assert!(zone("commune:99999") < zone("ept:200057867") && zone("region:94") < Zone::FRANCE);
}

#[test]
fn untyped_codes_are_refused() {
    // G8: 32 is the Hauts-de-France and the Gers, 53 Bretagne and Mayenne.
    assert_eq!(error("32"), "`32` has no kind: write `departement:32` or `region:32`");
    assert_eq!(error("59350"), "`59350` has no kind: write `commune:59350`");
    assert_eq!(error("6002"), "`6002` has no kind: write `commune:06002`");
    assert_eq!(error("2a"), "`2a` has no kind: write `departement:2A`");
    assert_eq!(error("978"), "`978` has no kind: write `departement:978`");
    assert_eq!(error("France"), "`France` has no kind: write `france`");
    assert_eq!(error(""), "the zone is empty");
    assert!(error(&"é".repeat(1 << 20)).len() < 300);
}

#[test]
fn malformed_zones_say_how_to_write_them() {
    assert_eq!(error("région:32"), "`région` is no kind of zone: write `region`");
    assert!(error("canton:5901").contains("the kinds are `commune`"));
    // G10: Mayotte's 06 stored as an integer.
    assert!(error("region:6").ends_with(": write `region:06`"));
    assert!(error("departement:1").ends_with(": write `departement:01`"));
    assert_eq!(
        "commune:59".parse::<Zone>().unwrap_err().hint().as_deref(),
        Some("write `departement:59` or `region:59`")
    );
    assert!(error("epci:59350").ends_with(": write `commune:59350`"));
    assert_eq!(error("france:75"), "`france` has no code: write `france`");
    for odd in
        ["commune:", "commune:2C004", "commune:5935é", "departement:é", "epci:20009320", ":", "commune::"]
    {
        assert!(odd.parse::<Zone>().is_err(), "{odd}");
    }
    assert!(Zone::new(ZoneKind::France, "").is_ok() && Zone::new(ZoneKind::France, "1").is_err());
}

#[test]
fn the_same_digits_are_different_zones() {
    // G8, G10.
    let geography = geography();
    let name = |text| geography.zone_name(zone(text)).unwrap().to_owned();
    assert_eq!((name("region:32"), name("departement:32")), ("Hauts-de-France".into(), "Gers".into()));
    assert_eq!((name("region:53"), name("departement:53")), ("Bretagne".into(), "Mayenne".into()));
    assert_eq!((name("region:06"), name("departement:06")), ("Mayotte".into(), "Alpes-Maritimes".into()));
    assert_eq!((name("region:94"), name("departement:94")), ("Corse".into(), "Val-de-Marne".into()));
    assert_eq!(name("france"), "France");
}

#[test]
fn communes_may_have_no_epci() {
    // G2.
    let geography = geography();
    let brehat = geography.commune("22016").unwrap();
    assert_eq!(brehat.epci(), None);
    assert_eq!(zones("22016"), ["commune:22016", "departement:22", "region:53", "france"]);
    let without = geography.communes_of(Zone::FRANCE).into_iter().filter(|c| c.epci().is_none());
    assert_eq!(without.count(), 98);
}

#[test]
fn an_epci_may_cross_departements_and_regions() {
    // G6.
    let geography = geography();
    for code in ["247600588", "200069722", "245900758", "200070985", "200069672"] {
        let communes = geography.communes_of(Zone::new(ZoneKind::Epci, code).unwrap());
        let mut departements: Vec<Zone> = communes.iter().map(|c| c.departement()).collect();
        departements.sort();
        departements.dedup();
        assert!(departements.len() > 1, "{code} {departements:?}");
    }
    assert!(zones("40247").contains(&"region:75".to_owned()));
}

#[test]
fn overseas() {
    // G9: départements of three digits; G13: collectivities without région.
    let geography = geography();
    assert_eq!(zones("97105"), ["commune:97105", "epci:249710070", "departement:971", "region:01", "france"]);
    assert_eq!(zones("97801"), ["commune:97801", "departement:978", "france"]);
    assert_eq!(zones("98818"), ["commune:98818", "departement:988", "france"]);
    assert_eq!(geography.commune("97801").unwrap().region(), None);
    for code in ["975", "977", "978", "984", "986", "987", "988", "989"] {
        let departement = Zone::new(ZoneKind::Departement, code).unwrap();
        let region = Zone::new(ZoneKind::Region, code).unwrap();
        assert!(geography.has_zone(departement) && !geography.has_zone(region), "{code}");
        assert_eq!(geography.nearest_zone(region), Some(departement));
    }
    assert_eq!(geography.by_postal_code("97133")[0].code(), "97701");
}

#[test]
fn arrondissements_are_inside_their_commune() {
    // G14.
    let geography = geography();
    assert_eq!(
        zones("75112"),
        ["commune:75112", "commune:75056", "epci:200054781", "departement:75", "region:11", "france"]
    );
    assert_eq!(zones("75056"), zones("75112")[1..]);
    assert_eq!(zones("69381")[2], "epci:200046977");
    assert_eq!(zones("13201")[2], "epci:200054807");
    let paris12 = geography.commune("75112").unwrap();
    assert!(paris12.is_arrondissement());
    assert_eq!(paris12.parent(), geography.commune("75056"));
    assert_eq!(geography.commune("75056").unwrap().parent(), None);
    for (commune, arrondissements) in [("75056", 20), ("69123", 9), ("13055", 16)] {
        let zone = Zone::new(ZoneKind::Commune, commune).unwrap();
        let inside = geography.communes_of(zone);
        assert_eq!(inside.len(), arrondissements);
        assert!(inside.iter().all(|c| c.parent().map(|p| p.code()) == Some(commune)));
        let lone = geography.communes_of(inside[0].zone());
        assert_eq!(lone, inside[..1], "a zone on one arrondissement stays narrow");
    }
}

#[test]
fn each_person_is_counted_once() {
    let geography = geography();
    let of = |text| geography.population(zone(text)).unwrap();
    assert_eq!(of("commune:75056"), 2_103_778);
    assert_eq!(of("departement:75"), of("commune:75056"));
    assert_eq!(of("france"), 68_952_941);
    let departements = geography.zones(ZoneKind::Departement);
    assert_eq!(departements.filter_map(|zone| geography.population(zone)).sum::<u64>(), of("france"));
    for parent in ["75056", "69123", "13055"] {
        let parent = geography.commune(parent).unwrap();
        let inside = geography.communes_of(parent.zone());
        assert_eq!(inside.iter().map(|c| c.population()).sum::<u64>(), parent.population());
    }
    assert_eq!(geography.population(zone("region:99")), None);
}

#[test]
fn the_nearest_zone_is_the_same_code_of_another_kind() {
    let geography = geography();
    let nearest = |text| geography.nearest_zone(zone(text)).map(|zone| zone.to_string());
    assert_eq!(nearest("region:59").as_deref(), Some("departement:59"));
    assert_eq!(nearest("ept:200093201").as_deref(), Some("epci:200093201"));
    assert_eq!(nearest("epci:200057867").as_deref(), Some("ept:200057867"));
    assert_eq!(nearest("commune:02695").as_deref(), Some("commune:02054"));
    assert_eq!(nearest("commune:6002").as_deref(), Some("commune:06002"));
    for none in ["commune:75012", "commune:99999", "departement:20", "epci:999999999", "region:32", "france"]
    {
        assert_eq!(nearest(none), None, "{none}");
    }
}

#[test]
fn an_unknown_zone_has_nothing_in_it() {
    // G3: what is unknown is reported, and disturbs nothing else.
    let geography = geography();
    for text in ["commune:99999", "commune:02695", "region:978", "epci:999999999"] {
        assert!(!geography.has_zone(zone(text)), "{text}");
        assert_eq!(geography.communes_of(zone(text)), []);
        assert_eq!(geography.zone_name(zone(text)), None);
    }
    assert!(zones("99999").is_empty());
}

#[test]
fn groups_and_regions_of_the_past_are_known() {
    let geography = geography();
    let lille: Zone = "epci:245900410".parse().unwrap();
    let former = geography.former_zone(lille).unwrap();
    assert_eq!(former.name, "Métropole Européenne de Lille");
    assert_eq!(former.successors, ["epci:200093201".parse().unwrap()]);
    assert_eq!(geography.nearest_zone(lille), Some("epci:200093201".parse().unwrap()));
    // Five communes of the Haute Deûle came in later: the group of today is not what it was.
    assert!(former.zones.len() > 80 && former.zones.iter().all(|zone| zone.kind() == ZoneKind::Commune));
    let orgelet = geography.former_zone("epci:243901071".parse().unwrap()).unwrap();
    assert_eq!(orgelet.successors.len(), 1);

    for region in
        ["21", "22", "23", "25", "26", "31", "41", "42", "43", "54", "72", "73", "74", "82", "83", "91"]
    {
        let zone: Zone = format!("region:{region}").parse().unwrap();
        let former = geography.former_zone(zone).unwrap();
        assert!(former.zones.iter().all(|zone| zone.kind() == ZoneKind::Departement), "{former:?}");
        assert_eq!(former.successors.len(), 1, "{former:?}");
    }
    assert_eq!(geography.former_zone("region:32".parse().unwrap()), None);
    assert_eq!(geography.former_zone("region:33".parse().unwrap()), None);
}

#[test]
fn parts_of_departements_are_explained() {
    assert!(
        error("departement:69M").ends_with("the métropole de Lyon is `epci:200046977`, in `departement:69`")
    );
    assert!(error("69D").contains("take `departement:69`"));
    assert!(error("departement:02A").ends_with("write `departement:2A`"));
    assert!(error("departement:59L").ends_with("write `departement:59`"));
    let zone = geography().nearest_zone("departement:001".parse().unwrap());
    assert_eq!(zone, Some("departement:01".parse().unwrap()));
    assert_eq!(geography().zone_name("epci:200046977".parse().unwrap()), Some("Métropole de Lyon"));
}
