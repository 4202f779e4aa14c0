//! Explanations: what stops whom, what to ask, who is nearest.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use aiguillage::explain::Rule;
use aiguillage::{Need, Router};
use serde_json::{Value, json};

fn router(institutions: Value, antennes: Value, experts: Value) -> Router {
    let directory = json!({
        "themes": [{"id": "t", "label": "Thème"}],
        "subjects": [{"id": "s", "theme": "t", "label": "Sujet", "questions": [{"id": "q", "label": "Une question ?"}]}],
        "institutions": institutions, "antennes": antennes, "experts": experts,
    });
    Router::from_json(&directory.to_string()).unwrap()
}

fn expert(id: &str, more: Value) -> Value {
    let mut expert = json!({"id": id, "antenne": "a", "name": id, "competences": [{"subject": "s"}]});
    expert.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    expert
}

fn need(fields: Value) -> Need {
    let mut need = json!({"subject": "s", "commune": "80021", "on": "2026-11-23"});
    need.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    Need::from_json(&need.to_string()).unwrap()
}

fn somme(experts: Value) -> Router {
    router(
        json!([{"id": "i", "name": "Institution"}]),
        json!([{"id": "a", "institution": "i", "name": "Antenne", "zones": ["departement:80"]}]),
        experts,
    )
}

#[test]
fn c4_c12_r9_the_funnel_counts_rule_by_rule_and_says_what_to_ask() {
    let router = router(
        json!([
            {"id": "i", "name": "Institution", "answer_groups": [{"subject": "s", "answers": {"q": true}}]},
            {"id": "o", "name": "Opco", "categories": ["opco"]}
        ]),
        json!([
            {"id": "a", "institution": "i", "name": "Antenne", "zones": ["departement:80"], "criteria": [{"min_headcount": 20}]},
            {"id": "b", "institution": "o", "name": "Antenne d’OPCO", "zones": ["france"]}
        ]),
        json!([
            expert("old", json!({"criteria": [{"min_years": 3}]})),
            expert("plain", json!({})),
            expert("away", json!({"zones": ["departement:59"]})),
            expert("off", json!({"active": false})),
            {"id": "opco", "antenne": "b", "name": "opco", "competences": [{"subject": "s"}]},
            {"id": "other", "antenne": "a", "name": "other", "competences": []}
        ]),
    );
    let explanation = router.explain(&need(json!({"answers": {"q": true}}))).unwrap();
    let left: Vec<usize> = explanation.funnel.iter().map(|step| step.left).collect();
    assert_eq!(left, [5, 4, 3, 3, 2, 0, 0]);
    let missing: Vec<_> =
        explanation.missing.iter().map(|fact| (fact.field.as_str(), fact.unlocks, fact.concerns)).collect();
    // `opco` needs its OPCO, `plain` the headcount, `old` the headcount and the date.
    assert_eq!(missing, [("headcount", 1, 2), ("opco", 1, 1), ("created_on", 0, 1)]);

    let told = need(json!({"answers": {"q": true}, "headcount": 30, "created_on": "2020-01-01"}));
    let matching: Vec<_> =
        router.explain(&told).unwrap().matching().map(|one| one.expert.id.clone()).collect();
    assert_eq!(matching, ["old", "plain"]);

    let contradicted = need(json!({"answers": {"q": false}, "headcount": 30}));
    let explanation = router.explain(&contradicted).unwrap();
    let plain = explanation.experts.iter().find(|one| one.expert.id == "plain").unwrap();
    let stopped: Vec<_> = plain.stopped_by().map(|verdict| (verdict.rule, verdict.question)).collect();
    assert_eq!(stopped, [(Rule::Answers, Some("q"))]);
    assert!(!explanation.missing.iter().any(|fact| fact.field.as_str() == "headcount"));
}

#[test]
fn sentences_name_the_criterion_its_owner_and_the_fact() {
    let router = somme(json!([
        expert("age", json!({"criteria": [{"min_years": 3}]})),
        expert("band", json!({"criteria": [{"min_headcount": 11}]})),
        expert("naf", json!({"criteria": [{"accepted_naf": ["10", "2025:C"]}]})),
        expert("form", json!({"criteria": [{"excluded_legal_forms": ["54"]}]})),
        expert("zone", json!({"zones": ["departement:59"]}))
    ]));
    let facts = json!({"created_on": "2025-06-01", "headcount_band": "11", "naf": "47.11A", "naf_2025": "47.11A", "legal_form": "5499"});
    let explanation = router.explain(&need(facts)).unwrap();
    let sentence = |id: &str| {
        let verdict = explanation.experts.iter().find(|one| one.expert.id == id).unwrap();
        let stopping = verdict.stopped_by().next().unwrap();
        (stopping.undetermined, stopping.sentence.clone())
    };
    assert_eq!(
        sentence("age"),
        (false, "Filtre de l’expert : au moins 3 ans d’existence ; l’entreprise a 1 an.".into())
    );
    assert_eq!(
        sentence("band"),
        (true, "Filtre de l’expert : au moins 11 salariés ; la tranche connue, 10 à 19 salariés, est à cheval sur ce seuil : il faut l’effectif exact.".into())
    );
    assert_eq!(
        sentence("naf"),
        (false, "Filtre de l’expert : activités acceptées : 10, 2025:C ; l’activité est 47.11A (Commerce de détail de produits surgelés).".into())
    );
    assert_eq!(
        sentence("form"),
        (false, "Filtre de l’expert : formes juridiques exclues : 54 ; la forme juridique est 5499.".into())
    );
    assert_eq!(
        sentence("zone"),
        (false, "Ne couvre pas Amiens (80021) : les zones propres à l’expert, qui remplacent celles de l’antenne, ne la couvrent pas.".into())
    );
}

#[test]
fn near_misses_come_nearest_first() {
    let router = somme(json!([
        expert("same_epci", json!({"zones": ["commune:80131"]})),
        expert("same_departement", json!({"zones": ["epci:200070985"]})),
        expert("same_region", json!({"zones": ["departement:59"]})),
        expert("elsewhere", json!({"zones": ["region:93"]})),
        expert("covers", json!({"criteria": [{"min_headcount": 20}]})),
        expert("two_rules", json!({"zones": ["region:93"], "criteria": [{"min_headcount": 20}]}))
    ]));
    let explanation = router.explain(&need(json!({"headcount": 3}))).unwrap();
    let nearest: Vec<_> = explanation
        .nearest
        .iter()
        .map(|miss| (miss.expert.id.as_str(), miss.stopped_by, miss.shared.to_string()))
        .collect();
    assert_eq!(
        nearest,
        [
            ("covers", Rule::Criteria, "commune:80021".to_owned()),
            ("same_epci", Rule::Territory, "epci:248000531".to_owned()),
            ("same_departement", Rule::Territory, "departement:80".to_owned()),
            ("same_region", Rule::Territory, "region:32".to_owned()),
            ("elsewhere", Rule::Territory, "france".to_owned()),
        ]
    );
    assert_eq!(explanation.outside_territory().count(), 4);
}

#[test]
fn the_other_version_of_the_rules_lacks_less() {
    let directory = |rules: &str| {
        json!({
            "themes": [{"id": "t", "label": "T"}], "subjects": [{"id": "s", "theme": "t", "label": "S"}],
            "institutions": [{"id": "i", "name": "I"}],
            "antennes": [{"id": "a", "institution": "i", "name": "A", "zones": ["france"]}],
            "experts": [expert("e", json!({"criteria": [{"min_headcount": 10, "min_years": 3}, {"min_years": 5}]}))],
            "rules": rules
        })
    };
    let missing = |rules: &str| -> Vec<_> {
        let router = Router::from_json(&directory(rules).to_string()).unwrap();
        let explanation = router.explain(&need(json!({}))).unwrap();
        explanation.missing.iter().map(|fact| (fact.field.as_str(), fact.unlocks)).collect()
    };
    assert_eq!(missing("every"), [("headcount", 0), ("created_on", 0)]);
    assert_eq!(missing("any-in-level"), [("created_on", 1)]);
}

#[test]
fn explanations_are_data_too() {
    let router = somme(json!([expert("e", json!({"criteria": [{"min_years": 3}]}))]));
    let explanation = router.explain(&need(json!({}))).unwrap();
    let data = serde_json::to_value(&explanation).unwrap();
    assert_eq!(data["funnel"][6], json!({"rule": "answers", "left": 0}));
    let criteria = &data["experts"][0]["rules"][5];
    assert_eq!((&criteria["owner"], &criteria["criterion"]), (&json!("expert"), &json!({"min_years": 3})));
    assert_eq!(criteria["fields"], json!(["created_on"]));
    assert_eq!(data["missing"][0]["field"], "created_on");

    let error = router.explain(&Need::new("s", "99999")).unwrap_err();
    assert_eq!(error.code(), "unknown_commune");
}

#[test]
fn a_sentence_that_only_says_that_all_is_well_is_not_remarkable() {
    let router = somme(json!([
        expert("plain", json!({})),
        expert("old", json!({"criteria": [{"min_years": 3}]})),
        expert("away", json!({"zones": ["departement:59"]}))
    ]));
    let explanation = router.explain(&need(json!({"created_on": "2020-01-01"}))).unwrap();
    let remarkable = |id: &str| {
        let verdict = explanation.experts.iter().find(|verdict| verdict.expert.id == id).unwrap();
        let remarkable = verdict.rules.iter().filter(|verdict| verdict.remarkable);
        remarkable.map(|verdict| (verdict.rule, verdict.holds)).collect::<Vec<_>>()
    };
    assert_eq!(remarkable("plain"), [(Rule::Territory, true)]);
    assert_eq!(remarkable("old"), [(Rule::Territory, true), (Rule::Criteria, true)]);
    assert_eq!(remarkable("away"), [(Rule::Territory, false)]);
    let json = serde_json::to_value(&explanation).unwrap();
    let rules =
        &json["experts"].as_array().unwrap().iter().find(|one| one["expert"] == "plain").unwrap()["rules"];
    assert_eq!((rules[2]["remarkable"].as_bool(), rules[5].get("remarkable")), (Some(true), None));
}
