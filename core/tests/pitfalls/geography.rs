//! Rows G1 to G14: territory.

use std::collections::{BTreeMap, BTreeSet};

use aiguillage::coverage::CoverageQuery;
use aiguillage::geography::{Geography, Zone};
use aiguillage::{Need, Router};
use serde_json::json;

use crate::{
    expert, expert_in, experts, findings, in_commune, matching, read_leniently, refusal, refused, shown,
};

const AMIENS: &str = "80021";
const ABBEVILLE: &str = "80001";
const AJACCIO: &str = "2A004";

/// EPCI over several départements or régions, from the reports.
const ACROSS: [&str; 5] = ["247600588", "200069722", "245900758", "200070985", "200069672"];

#[test]
fn g01_own_zones_replace_those_of_the_antenne() {
    let router = experts(json!([
        expert("follows", json!({})),
        expert_in("own", "commune:80001"),
        expert(
            "narrowed",
            json!({"zones": ["departement:80"], "competences": [{"subject": "s", "zones": ["commune:80001"]}]})
        ),
        expert("everywhere", json!({"antenne": "national"})),
        expert("narrow_of_national", json!({"antenne": "national", "zones": ["commune:80001"]})),
    ]));
    assert_eq!(in_commune(&router, AMIENS), ["everywhere", "follows"]);
    assert_eq!(
        in_commune(&router, ABBEVILLE),
        ["everywhere", "follows", "narrow_of_national", "narrowed", "own"]
    );
    assert_eq!(in_commune(&router, AJACCIO), ["everywhere"]);

    let matches = router.match_experts(&Need::new("s", ABBEVILLE)).unwrap();
    let zones: BTreeMap<_, _> = matches
        .iter()
        .map(|one| (one.expert.id.as_str(), (one.zone.to_string(), one.zone_owner.as_str())))
        .collect();
    let owner = |zone: &str, owner: &'static str| (zone.to_owned(), owner);
    assert_eq!(zones["own"], owner("commune:80001", "expert"));
    assert_eq!(zones["narrowed"], owner("commune:80001", "competence"));
    assert_eq!(zones["follows"], owner("departement:80", "antenne"));
    assert_eq!(zones["everywhere"], owner("france", "antenne"));
}

#[test]
fn g02_a_commune_without_epci_matches_what_is_wider() {
    let island = "85113";
    assert_eq!(Geography::embedded().commune(island).unwrap().epci(), None);
    let router =
        experts(json!([expert_in("epci", "epci:200071629"), expert_in("departement", "departement:85")]));
    assert_eq!(in_commune(&router, island), ["departement"]);
    assert_eq!(in_commune(&router, "97701"), [""; 0]);
}

#[test]
fn g03_an_unknown_commune_leaves_the_rest_of_the_list() {
    let parts = json!({"experts": [expert("e", json!({"zones": ["commune:99999", "departement:80"]}))]});
    assert_eq!(refusal(parts.clone()), "unknown_zone");
    let found = findings(parts.clone());
    assert!(found.contains(&("unknown_zone", "commune:99999".to_owned(), None)), "{found:?}");
    let router = Router::new(read_leniently(parts).unwrap());
    assert_eq!(in_commune(&router, AMIENS), ["e"]);
}

#[test]
fn g04_delegated_communes_are_taken_as_their_current_commune() {
    let parts = json!({"experts": [expert_in("e", "commune:02695")]});
    let former = ("former_code", "commune:02695".to_owned(), Some("commune:02054".to_owned()));
    assert!(findings(parts).contains(&former));
    let router = experts(json!([expert_in("e", "commune:02695")]));
    for commune in ["02054", "02695"] {
        let one = shown(&router, json!({ "commune": commune }));
        assert_eq!((&one["zone"], &one["zone_owner"]), (&json!("commune:02054"), &json!("expert")));
    }
    // In criteria too.
    let router = experts(json!([expert(
        "e",
        json!({"zones": ["departement:02"], "criteria": [{"excluded_zones": ["commune:02695"]}]})
    )]));
    assert_eq!(in_commune(&router, "02054"), [""; 0]);
    assert_eq!(in_commune(&router, "02691"), ["e"]);
}

#[test]
fn g05_a_company_is_found_by_an_old_code_and_never_by_a_guess() {
    let router = experts(json!([expert_in("e", "departement:02")]));
    assert_eq!(in_commune(&router, "02695"), ["e"]);

    let refused = |commune: &str| {
        let (code, field, hint) = refused(&router, json!({ "commune": commune }));
        assert_eq!((code, field.as_str()), ("unknown_commune", "commune"), "{commune}");
        hint
    };
    assert_eq!(refused("99999"), "");
    // A postal code is not guessed from, it is explained.
    assert!(refused("59800").contains("`59350` (Lille)"));
    let both = refused("75012");
    assert!(both.contains("92012") && both.contains("75112"), "{both}");
    assert!(refused("6002").contains("`06002`"));
    assert!(refused("Lille").contains("`59350`"));
    assert_eq!(crate::refused(&router, json!({"commune": " "})).0, "missing_field");
}

#[test]
fn g06_an_epci_has_no_departement_of_its_own() {
    let geography = Geography::embedded();
    let mut across_regions = 0;
    for epci in ACROSS {
        let zone: Zone = format!("epci:{epci}").parse().unwrap();
        let communes = geography.communes_of(zone);
        let mut first_of: BTreeMap<Zone, &str> = BTreeMap::new();
        communes.iter().for_each(|commune| {
            first_of.entry(commune.departement()).or_insert(commune.code());
        });
        assert!(first_of.len() >= 2, "{epci}: {first_of:?}");
        let regions: BTreeSet<_> = communes.iter().map(|commune| commune.region()).collect();
        across_regions += usize::from(regions.len() > 1);

        let mut all = vec![expert_in("epci", &zone.to_string())];
        all.extend(first_of.keys().map(|zone| expert_in(zone.code(), &zone.to_string())));
        let router = experts(json!(all));
        for (departement, commune) in first_of {
            assert_eq!(in_commune(&router, commune), [departement.code(), "epci"], "{epci}");
        }
    }
    assert!(across_regions >= 1);
}

#[test]
fn g07_an_expert_whose_epci_lies_in_two_regions_counts_in_both() {
    let geography = Geography::embedded();
    let epci = ACROSS.into_iter().map(|code| format!("epci:{code}"));
    let regions_of = |zone: &str| -> BTreeSet<Zone> {
        let communes = geography.communes_of(zone.parse().unwrap());
        communes.into_iter().filter_map(|commune| commune.region()).collect()
    };
    let epci = epci.into_iter().find(|zone| regions_of(zone).len() == 2).unwrap();
    let router = experts(json!([expert_in("e", &epci)]));
    for region in regions_of(&epci) {
        let query =
            CoverageQuery { subject: Some("s".into()), zones: vec![region], ..CoverageQuery::default() };
        let coverage = router.coverage(&query).unwrap();
        let covered: u32 = coverage.subjects[0].experts_by_commune().map(|(_, experts)| experts).sum();
        assert!(covered > 0 && coverage.subjects[0].gap_communes > 0, "{region}");
    }
}

#[test]
fn g08_the_kind_is_part_of_a_zone() {
    for (code, in_region, in_departement) in
        [("32", AMIENS, "32013"), ("53", "29019", "53130"), ("06", "97608", "06088")]
    {
        let router = experts(json!([
            expert_in("region", &format!("region:{code}")),
            expert_in("departement", &format!("departement:{code}"))
        ]));
        assert_eq!(in_commune(&router, in_region), ["region"], "{code}");
        assert_eq!(in_commune(&router, in_departement), ["departement"], "{code}");
        assert_eq!(refusal(json!({"experts": [expert_in("e", code)]})), "invalid_zone");
    }
}

#[test]
fn g09_overseas_by_the_official_table() {
    let router = experts(json!([
        expert_in("reunion", "region:04"),
        expert_in("974", "departement:974"),
        expert_in("guadeloupe", "region:01"),
        expert_in("ain", "departement:01"),
        expert_in("france", "france")
    ]));
    assert_eq!(in_commune(&router, "97411"), ["974", "france", "reunion"]);
    assert_eq!(in_commune(&router, "97105"), ["france", "guadeloupe"]);
    assert_eq!(refusal(json!({"experts": [expert_in("e", "departement:97")]})), "unknown_zone");
}

#[test]
fn g10_codes_are_texts_and_keep_their_zero() {
    let router = experts(json!([expert_in("mayotte", "region:06"), expert_in("976", "departement:976")]));
    assert_eq!(in_commune(&router, "97608"), ["976", "mayotte"]);
    assert_eq!(
        shown(&experts(json!([expert_in("e", "region:06")])), json!({"commune": "97608"}))["zone"],
        "region:06"
    );
    // A number is no code.
    assert_eq!(refusal(json!({"experts": [expert("e", json!({"zones": [6]}))]})), "invalid_value");
    assert_eq!(refused(&router, json!({"commune": 97608})).0, "invalid_value");
    let found = findings(json!({"experts": [expert_in("e", "region:6"), expert("f", json!({}))]}));
    assert!(found.contains(&("invalid_zone", "region:6".to_owned(), None)), "{found:?}");
}

#[test]
fn g11_a_lost_zero_is_restored_in_data_with_a_warning_and_never_in_needs() {
    let parts = json!({"experts": [expert_in("e", "commune:6002")]});
    let warning = ("lost_zero", "commune:6002".to_owned(), Some("commune:06002".to_owned()));
    assert!(findings(parts).contains(&warning));
    let router = experts(json!([expert_in("e", "commune:6002")]));
    assert_eq!(shown(&router, json!({"commune": "06002"}))["zone"], "commune:06002");
    assert_eq!(refused(&router, json!({"commune": "6002"})).0, "unknown_commune");
}

#[test]
fn g11_groups_and_regions_of_the_past_are_read_as_what_they_held() {
    let of_lille = experts(json!([expert_in("e", "epci:245900410")]));
    assert_eq!(in_commune(&of_lille, "59350"), ["e"]);
    // The Haute Deûle came into the métropole later.
    assert_eq!(in_commune(&of_lille, "59011"), [""; 0]);
    let former = experts(json!([expert_in("e", "region:31")]));
    assert_eq!(shown(&former, json!({"commune": "62041"}))["zone"], "departement:62");
    assert_eq!(in_commune(&former, "31555"), [""; 0]);
    let found = findings(json!({"experts": [expert_in("e", "region:31"), expert_in("f", "epci:245900410")]}));
    let region = ("former_zone", "region:31".to_owned(), Some("region:32".to_owned()));
    let group = ("former_zone", "epci:245900410".to_owned(), Some("epci:200093201".to_owned()));
    assert!(found.contains(&region) && found.contains(&group), "{found:?}");
}

#[test]
fn g12_corsica_has_letters() {
    let router = experts(json!([
        expert_in("commune", "commune:2A004"),
        expert_in("small_letter", "departement:2a"),
        expert_in("north", "departement:2B"),
        expert_in("corsica", "region:94")
    ]));
    for ajaccio in ["2A004", "2a004", "20004"] {
        assert_eq!(in_commune(&router, ajaccio), ["commune", "corsica", "small_letter"], "{ajaccio}");
    }
    assert_eq!(in_commune(&router, "2B033"), ["corsica", "north"]);
}

#[test]
fn g13_territories_without_region_are_territories() {
    for (departement, commune) in [("977", "97701"), ("978", "97801"), ("975", "97502"), ("987", "98735")] {
        let router = experts(json!([
            expert_in("departement", &format!("departement:{departement}")),
            expert_in("guadeloupe", "region:01"),
            expert_in("france", "france")
        ]));
        assert_eq!(in_commune(&router, commune), ["departement", "france"], "{commune}");
        let region = format!("region:{departement}");
        let found = findings(json!({"experts": [expert_in("e", &region), expert("f", json!({}))]}));
        let meant = Some(format!("departement:{departement}"));
        assert!(found.contains(&("unknown_zone", region, meant)), "{found:?}");
    }
}

#[test]
fn g14_arrondissements_and_their_commune_are_both_known() {
    for (commune, arrondissement, other) in
        [("75056", "75112", "75101"), ("69123", "69385", "69381"), ("13055", "13201", "13216")]
    {
        let router = experts(json!([
            expert_in("arrondissement", &format!("commune:{arrondissement}")),
            expert_in("commune", &format!("commune:{commune}")),
            expert_in("other", &format!("commune:{other}"))
        ]));
        assert_eq!(in_commune(&router, arrondissement), ["arrondissement", "commune"]);
        assert_eq!(in_commune(&router, other), ["commune", "other"]);
        // A facility coded by the commune lies in no arrondissement.
        assert_eq!(in_commune(&router, commune), ["commune"]);
        // Narrow before wide: one agency is first.
        let need = crate::need(json!({ "commune": arrondissement }));
        let matches = router.match_experts(&need).unwrap();
        assert_eq!(matches.get(0).unwrap().expert.id, "arrondissement");
        // The EPCI of the commune is that of its arrondissements.
        let geography = Geography::embedded();
        let epci = geography.commune(commune).unwrap().epci().unwrap().to_string();
        let router = experts(json!([expert_in("epci", &epci)]));
        assert_eq!(matching(&router, json!({ "commune": arrondissement })), ["epci"]);
    }
}
