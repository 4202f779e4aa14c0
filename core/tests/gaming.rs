//! Attempts to have more needs than a fair share, each over some thousand needs.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::collections::BTreeMap;

use aiguillage::{Geography, MatchOptions, Need, Router, ShareAmong};
use serde_json::{Value, json};

const NEEDS: u32 = 4_000;

/// A router over these antennes and experts; each antenne is an institution of its own.
fn router(antennes: &[(&str, Value)], experts: &[(&str, &str, f64)], seed: Option<&str>) -> Router {
    let institutions = antennes.iter().map(|(id, _)| json!({"id": id, "name": id}));
    let houses =
        antennes.iter().map(|(id, zones)| json!({"id": id, "institution": id, "name": id, "zones": zones}));
    let experts = experts.iter().map(|(id, antenne, capacity)| {
        json!({"id": id, "antenne": antenne, "name": id, "capacity": capacity, "competences": [{"subject": "s"}]})
    });
    let directory = json!({
        "seed": seed,
        "themes": [{"id": "t", "label": "T"}],
        "subjects": [{"id": "s", "theme": "t", "label": "S"}],
        "institutions": institutions.collect::<Vec<_>>(),
        "antennes": houses.collect::<Vec<_>>(),
        "experts": experts.collect::<Vec<_>>(),
    });
    Router::from_json(&directory.to_string()).unwrap()
}

fn somme() -> Value {
    json!(["departement:80"])
}

fn need(number: u32) -> Need {
    Need { id: Some(format!("besoin-{number}")), ..Need::new("s", "80021") }
}

fn first(router: &Router, need: &Need, options: &MatchOptions) -> String {
    let found = router.match_experts_with(need, options).unwrap();
    found.get(0).unwrap().expert.id.clone()
}

/// How often each expert comes first.
fn shares(router: &Router, options: &MatchOptions) -> BTreeMap<String, u32> {
    let mut shares = BTreeMap::new();
    for number in 0..NEEDS {
        *shares.entry(first(router, &need(number), options)).or_default() += 1;
    }
    shares
}

/// Within five standard deviations: chance goes beyond once in a million and a half times.
fn assert_share(count: u32, of: u32, probability: f64, what: &str) {
    let expected = f64::from(of) * probability;
    let deviation = (expected * (1.0 - probability)).sqrt();
    let off = (f64::from(count) - expected).abs();
    assert!(off <= 5.0 * deviation, "{what}: {count} of {of}, and {expected:.0} are fair");
}

#[test]
fn a_departement_listed_as_its_communes_is_no_narrower() {
    let geography = Geography::embedded();
    let communes = geography.communes_of("departement:80".parse().unwrap());
    let communes: Vec<String> = communes.iter().map(|commune| commune.zone().to_string()).collect();
    let mut with_epci = communes.clone();
    with_epci.retain(|commune| {
        let code = commune.trim_start_matches("commune:");
        geography
            .commune(code)
            .and_then(|commune| commune.epci())
            .is_none_or(|epci| epci.code() != "248000531")
    });
    with_epci.push("epci:248000531".to_owned());
    let antennes = [("honest", somme()), ("communes", json!(communes)), ("epci", json!(with_epci))];
    let experts = antennes.each_ref().map(|(id, _)| (*id, *id, 1.0));
    let router = router(&antennes, &experts, None);
    let shares = shares(&router, &MatchOptions::default());
    for (expert, ..) in experts {
        assert_share(shares[expert], NEEDS, 1.0 / 3.0, expert);
    }
}

#[test]
fn a_boundless_capacity_counts_up_to_ten_times_the_median() {
    let experts = [("glutton", "a", 1e308), ("one", "a", 1.0), ("two", "a", 1.0), ("three", "a", 1.0)];
    let shares = shares(&router(&[("a", somme())], &experts, None), &MatchOptions::default());
    assert_share(shares["glutton"], NEEDS, 10.0 / 13.0, "glutton");
    assert_share(shares["one"], NEEDS, 1.0 / 13.0, "one");
}

#[test]
fn one_office_as_five_experts_has_one_share_where_houses_share() {
    let office =
        [("office-1", "a", 1.0), ("office-2", "a", 1.0), ("office-3", "a", 1.0), ("office-4", "a", 1.0)];
    let experts = [office.as_slice(), &[("office-5", "a", 50.0), ("honest", "b", 1.0)]].concat();
    let router = router(&[("a", somme()), ("b", somme())], &experts, None);
    for share in [ShareAmong::Antenne, ShareAmong::Institution] {
        let options = MatchOptions { share: Some(share), ..MatchOptions::default() };
        assert_share(shares(&router, &options)["honest"], NEEDS, 0.5, "honest");
        // The second place is not another one of the same office.
        for number in 0..100 {
            let found = router.match_experts_with(&need(number), &options).unwrap();
            let houses: Vec<&str> = found.iter().map(|one| one.institution.id.as_str()).take(2).collect();
            assert_ne!(houses[0], houses[1], "{number}");
        }
    }
    // What remains without the option: each expert draws, by capacity.
    assert_share(shares(&router, &MatchOptions::default())["honest"], NEEDS, 1.0 / 15.0, "honest");
}

#[test]
fn ids_that_are_chosen_for_an_expert_reach_it_only_without_a_seed() {
    let antennes = [("a", somme())];
    let experts = [("mine", "a", 1.0), ("one", "a", 1.0), ("two", "a", 1.0), ("three", "a", 1.0)];
    let options = MatchOptions::default();
    let public = router(&antennes, &experts, None);
    let guessed = router(&antennes, &experts, Some("un secret qui est deviné"));
    let secret = router(&antennes, &experts, Some("le secret du gestionnaire"));
    assert!(secret.match_experts(&need(0)).unwrap().is_seeded());
    assert!(!public.match_experts(&need(0)).unwrap().is_seeded());
    for known in [&public, &guessed] {
        let chosen: Vec<Need> =
            (0..NEEDS).map(need).filter(|need| first(known, need, &options) == "mine").collect();
        let reached = chosen.iter().filter(|need| first(&secret, need, &options) == "mine").count();
        assert_share(
            u32::try_from(reached).unwrap(),
            u32::try_from(chosen.len()).unwrap(),
            0.25,
            "chosen ids",
        );
    }
    // Who knows the seed has the same order.
    let again = router(&antennes, &experts, Some("le secret du gestionnaire"));
    assert!(
        (0..100)
            .all(|number| first(&secret, &need(number), &options) == first(&again, &need(number), &options))
    );
}

#[test]
fn needs_of_which_nothing_is_known_reach_everybody_in_the_course_of_time() {
    let experts = [("one", "a", 1.0), ("two", "a", 1.0), ("three", "a", 1.0)];
    let router = router(&[("a", somme())], &experts, None);
    let mut day = jiff::civil::date(2026, 1, 1);
    let mut counts: BTreeMap<String, u32> = BTreeMap::new();
    for _ in 0..730 {
        let need = Need { on: Some(day), ..Need::new("s", "80021") };
        *counts.entry(first(&router, &need, &MatchOptions::default())).or_default() += 1;
        day = day.tomorrow().unwrap();
    }
    for (expert, ..) in experts {
        assert_share(counts[expert], 730, 1.0 / 3.0, expert);
    }
}
