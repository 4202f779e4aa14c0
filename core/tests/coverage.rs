//! Coverage held to a brute-force count: every commune asked one by one.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::collections::{BTreeMap, BTreeSet};

use aiguillage::explain::Rule;
use aiguillage::geography::{Geography, Zone, ZoneKind};
use aiguillage::{CoverageQuery, Need, Router};
use serde_json::{Value, json};

/// Nested, overlapping and excluded zones; experts of several institutions; an OPCO by zone.
fn router() -> Router {
    let expert = |id: &str, antenne: &str, more: Value| {
        let mut expert = json!({"id": id, "antenne": antenne, "name": id, "competences": [{"subject": "s"}]});
        expert.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        expert
    };
    let directory = json!({
        "themes": [{"id": "t", "label": "T"}, {"id": "north", "label": "North", "zones": ["departement:59"]}],
        "subjects": [
            {"id": "s", "theme": "t", "label": "S", "questions": [{"id": "q", "label": "?"}]},
            {"id": "n", "theme": "north", "label": "N", "questions": [{"id": "r", "label": "?"}]},
            {"id": "old", "theme": "t", "label": "Old", "archived": true}
        ],
        "institutions": [
            {"id": "i", "name": "I", "answer_groups": [{"subject": "s", "answers": {"q": true}}]},
            {"id": "j", "name": "J", "activities": ["COMMERCIALE"]},
            {"id": "o", "name": "O", "categories": ["opco"]}
        ],
        "antennes": [
            {"id": "a", "institution": "i", "name": "A", "zones": ["departement:80", "epci:200070985"]},
            {"id": "b", "institution": "j", "name": "B", "zones": ["region:32"], "criteria": [{"excluded_zones": ["epci:200071181"]}]},
            {"id": "c", "institution": "o", "name": "C", "level": "national"}
        ],
        "experts": [
            expert("a1", "a", json!({})),
            expert("a2", "a", json!({"zones": ["epci:200071181", "departement:80", "commune:80021", "commune:02604"]})),
            expert("a3", "a", json!({"active": false})),
            expert("b1", "b", json!({"criteria": [{"min_headcount": 10}], "absences": [{"from": "2026-11-01", "until": "2026-11-30"}]})),
            expert("b2", "b", json!({"zones": ["epci:200093201"], "competences": [{"subject": "s"}, {"subject": "n"}, {"subject": "s", "zones": ["commune:80001"]}]})),
            expert("c1", "c", json!({}))
        ],
        "opco_by_zone": [{"zone": "epci:200070985", "institution": "o"}]
    });
    Router::from_json(&directory.to_string()).unwrap()
}

fn zone(text: &str) -> Zone {
    text.parse().unwrap()
}

/// Who is there: active, and covering the commune.
fn present(router: &Router, subject: &str, commune: &str, institution: Option<&str>) -> u32 {
    let explanation = router.explain(&Need::new(subject, commune)).unwrap();
    let there = explanation.experts.iter().filter(|expert| {
        let holds = |rule: Rule| expert.rules.iter().all(|verdict| verdict.rule != rule || verdict.holds);
        holds(Rule::Active)
            && holds(Rule::Territory)
            && institution.is_none_or(|id| expert.institution.id == id)
    });
    u32::try_from(there.count()).unwrap()
}

#[test]
fn counts_are_those_of_asking_every_commune() {
    let router = router();
    let geography = Geography::embedded();
    for subject in ["s", "n"] {
        for institution in [None, Some("i"), Some("j")] {
            let query = CoverageQuery {
                subject: Some(subject.into()),
                zones: vec![zone("departement:80"), zone("epci:200070985"), zone("epci:200093201")],
                institution: institution.map(str::to_owned),
                ..CoverageQuery::default()
            };
            let coverage = router.coverage(&query).unwrap();
            let counted: BTreeMap<&str, u32> = coverage.subjects[0].experts_by_commune().collect();
            let size = |text: &str| geography.communes_of(zone(text)).len();
            // One commune of the EPCI lies outside of the Somme.
            assert_eq!(counted.len(), size("departement:80") + 1 + size("epci:200093201"));
            for (commune, count) in counted {
                assert_eq!(
                    count,
                    present(&router, subject, commune, institution),
                    "{subject} {institution:?} {commune}"
                );
            }
            let offered = |commune: &str| {
                subject == "s" || geography.commune(commune).unwrap().departement() == zone("departement:59")
            };
            let empty: Vec<&str> = coverage.subjects[0]
                .experts_by_commune()
                .filter(|(commune, count)| *count == 0 && offered(commune))
                .map(|(commune, _)| commune)
                .collect();
            let folded: Vec<String> = coverage.subjects[0]
                .gaps
                .iter()
                .flat_map(|area| geography.communes_of(area.zone))
                .map(|commune| commune.code().to_owned())
                .collect();
            let mut folded_sorted = folded.clone();
            folded_sorted.sort();
            assert_eq!(folded_sorted, empty, "{subject} {institution:?}");
            assert_eq!(coverage.subjects[0].gap_communes, empty.len());
            let population: u64 =
                empty.iter().map(|code| geography.commune(code).unwrap().population()).sum();
            assert_eq!(coverage.subjects[0].gap_population, population);
        }
    }
}

#[test]
fn r12_r13_a_profile_counts_who_would_take_that_company() {
    let router = router();
    for profile in [
        json!({"on": "2026-12-01"}),
        json!({"headcount": 30, "opco": "o", "activities": ["COMMERCIALE"], "on": "2026-12-01"}),
        json!({"headcount": 3, "activities": ["ARTISANALE"], "answers": {"q": false}, "on": "2026-12-01"}),
        json!({"headcount": 3, "answers": {"q": true, "r": true}, "on": "2026-12-01"}),
    ] {
        let profile = Need::from_json(&profile.to_string()).unwrap();
        let query = CoverageQuery {
            subject: Some("s".into()),
            zones: vec![zone("departement:80"), zone("commune:59350"), zone("commune:02604")],
            profile: Some(profile.clone()),
            ..CoverageQuery::default()
        };
        for (commune, count) in router.coverage(&query).unwrap().subjects[0].experts_by_commune() {
            let mut need = Need { subject: "s".into(), commune: commune.into(), ..profile.clone() };
            need.answers.remove("r");
            let matches = router.match_experts(&need).unwrap();
            assert_eq!(count as usize, matches.len(), "{commune} {profile:?}");
        }
    }
}

#[test]
fn overlaps_are_of_one_institution() {
    let router = router();
    let query = CoverageQuery {
        subject: Some("s".into()),
        zones: vec![zone("departement:80")],
        ..CoverageQuery::default()
    };
    let coverage = router.coverage(&query).unwrap();
    let overlaps: Vec<(&str, String)> = coverage.subjects[0]
        .overlaps
        .iter()
        .map(|overlap| (overlap.institution.id.as_str(), overlap.area.zone.to_string()))
        .collect();
    // Everywhere in the Somme two of `i` and one of `c`; in 80001 two of `j` as well.
    assert_eq!(overlaps, [("i", "departement:80".to_owned()), ("j", "commune:80001".to_owned())]);
}

#[test]
fn of_an_institution_the_subjects_that_it_handles_are_looked_at() {
    let router = router();
    let subjects = |institution: &str, all_subjects: bool| {
        let query = CoverageQuery {
            zones: vec![zone("departement:80")],
            institution: Some(institution.into()),
            all_subjects,
            ..CoverageQuery::default()
        };
        let coverage = router.coverage(&query).unwrap();
        coverage.subjects.iter().map(|one| one.subject.id.clone()).collect::<Vec<_>>()
    };
    let all = subjects("i", true);
    let handles = |institution: &str| {
        let directory = router.directory();
        let of_it = directory
            .experts()
            .iter()
            .filter(|expert| directory.antenne(&expert.antenne).unwrap().institution == institution);
        let held: BTreeSet<&str> =
            of_it.flat_map(|expert| &expert.competences).map(|one| one.subject.as_str()).collect();
        all.iter().filter(|id| held.contains(id.as_str())).cloned().collect::<Vec<_>>()
    };
    for institution in ["i", "j", "o"] {
        assert_eq!(subjects(institution, false), handles(institution), "{institution}");
    }
    assert!(["i", "j", "o"].iter().any(|institution| handles(institution).len() < all.len()));
}

#[test]
fn r10_absences_count_on_a_given_day() {
    let router = router();
    let experts = |on: Option<&str>| {
        let query = CoverageQuery {
            subject: Some("s".into()),
            zones: vec![zone("commune:60057")],
            on: on.map(|on| on.parse().unwrap()),
            ..CoverageQuery::default()
        };
        router.coverage(&query).unwrap().subjects[0].experts_in("60057")
    };
    assert_eq!(
        [experts(None), experts(Some("2026-11-15")), experts(Some("2026-12-01"))],
        [Some(2), Some(1), Some(2)]
    );
}

#[test]
fn everything_at_once_and_by_departement() {
    let router = router();
    let coverage = router.coverage(&CoverageQuery::default()).unwrap();
    let subjects: Vec<&str> = coverage.subjects.iter().map(|subject| subject.subject.id.as_str()).collect();
    assert_eq!(subjects, ["s", "n"]);
    assert_eq!((coverage.communes, coverage.population), (35_011, 68_952_941));
    assert!(coverage.subjects[0].gaps.is_empty(), "the national antenne covers all");
    let north = coverage.subjects[1].by_zone(ZoneKind::Departement);
    assert_eq!(north.len(), 1, "outside of the theme's zones nobody is due");
    assert_eq!(north[0].zone, zone("departement:59"));
    assert_eq!(north[0].communes, Geography::embedded().communes_of(zone("departement:59")).len());
    assert_eq!(north[0].communes - north[0].gap_communes, 95, "the communes of the métropole");
    let paris = coverage.subjects[0].by_zone(ZoneKind::Commune);
    assert_eq!(paris.iter().find(|one| one.zone == zone("commune:75056")).unwrap().communes, 20);
    assert_eq!(coverage.subjects[0].experts_in("75056"), Some(1));
}

#[test]
fn what_does_not_exist_is_an_error_with_the_nearest_known_value() {
    let router = router();
    let error = |query: CoverageQuery| {
        let error = router.coverage(&query).unwrap_err();
        (error.code(), error.hint().unwrap_or_default().to_owned())
    };
    let query = CoverageQuery::default;
    assert_eq!(
        error(CoverageQuery { subject: Some("t".into()), ..query() }),
        ("unknown_subject", String::new())
    );
    assert_eq!(
        error(CoverageQuery { subject: Some("olds".into()), ..query() }),
        ("unknown_subject", "did you mean `old`?".into())
    );
    assert_eq!(error(CoverageQuery { institution: Some("zz".into()), ..query() }).0, "unknown_institution");
    assert_eq!(
        error(CoverageQuery { zones: vec![zone("region:978")], ..query() }),
        ("unknown_zone", "did you mean `departement:978`?".into())
    );
    let profile = Need::new("", "80021");
    assert_eq!(error(CoverageQuery { profile: Some(profile), ..query() }).0, "invalid_value");
    let mut profile = Need::default();
    profile.answers.insert("none".into(), true.into());
    assert_eq!(error(CoverageQuery { profile: Some(profile), ..query() }).0, "unknown_question");
}
