//! Rows C1 to C16: facts about the company.

use aiguillage::{MatchOptions, Need};
use serde_json::{Value, json};

use crate::{accepts, criterion, expert, experts, findings, matching, need, refusal, refused, router, shown};

const NOBODY: [&str; 0] = [];

#[test]
fn c01_activity_codes_with_or_without_dot_and_blank_ones() {
    for entry in ["10.71C", "1071C", "1071c", " 10.71C "] {
        let router = criterion(json!({"accepted_naf": [entry]}));
        for code in ["10.71C", "1071C", "1071c"] {
            assert!(accepts(&router, json!({"naf": code})), "{entry} {code}");
        }
        assert!(!accepts(&router, json!({"naf": "10.71D"})));
        // Blank is nothing: no match by two blanks, and no error.
        for nothing in [json!(""), json!("  "), Value::Null, json!("00.00Z")] {
            assert!(!accepts(&router, json!({ "naf": nothing })));
        }
    }
    let router = criterion(json!({"accepted_naf": ["10.71C"]}));
    for unknown in ["10.71", "34.00Z", "boulanger"] {
        let (code, field, _) = refused(&router, json!({ "naf": unknown }));
        assert_eq!((code, field.as_str()), ("invalid_value", "naf"), "{unknown}");
    }
    assert!(accepts(&criterion(json!({"accepted_naf": ["", " "]})), json!({"naf": ""})));
}

#[test]
fn c02_one_entry_says_industry() {
    for entry in ["C", "10", "10.7", "10.71", "10.71C"] {
        let accepted = criterion(json!({"accepted_naf": [entry]}));
        let excluded = criterion(json!({"excluded_naf": [entry]}));
        let baker = json!({"naf": "10.71C"});
        let beauty_salon = json!({"naf": "96.02B"});
        assert!(accepts(&accepted, baker.clone()) && !accepts(&excluded, baker), "{entry}");
        assert!(!accepts(&accepted, beauty_salon.clone()) && accepts(&excluded, beauty_salon), "{entry}");
    }
}

#[test]
fn c03_a_code_belongs_to_a_nomenclature() {
    let router_of = |entries: Value, correspondence: Value| {
        let one = expert("e", json!({"criteria": [{"accepted_naf": entries}]}));
        router(json!({"experts": [one], "naf_correspondence": correspondence}))
    };
    let rev2 = || json!({"naf": "45.20A"});
    let new = || json!({"naf_2025": "95.31G"});
    // Without a table the other nomenclature tells nothing.
    let strict = router_of(json!(["45"]), json!([]));
    assert!(accepts(&strict, rev2()) && !accepts(&strict, new()));
    // Where all correspondents agree, it is known.
    let table = json!([{"from": "45.20A", "to": "95.31G"}, {"from": "45.20B", "to": "95.31G"}]);
    let agreed = router_of(json!(["45"]), table.clone());
    assert!(accepts(&agreed, new()));
    assert!(accepts(&router_of(json!(["2025:95"]), table.clone()), rev2()));
    // Where they disagree, it is open.
    assert!(!accepts(&router_of(json!(["45.20A"]), table.clone()), new()));
    let one = expert("e", json!({"criteria": [{"accepted_naf": ["45.20A"], "when_unknown": "accept"}]}));
    let open = router(json!({"experts": [one], "naf_correspondence": table}));
    assert_eq!(shown(&open, new())["unverified"], json!(["naf"]));
    // A list may mix both.
    let mixed = router_of(json!(["45", "2025:95.31G"]), json!([]));
    assert!(accepts(&mixed, rev2()) && accepts(&mixed, new()));
    // Each field has its nomenclature.
    assert_eq!(refused(&mixed, json!({"naf_2025": "45.20A"})).0, "invalid_value");
    assert_eq!(refusal(json!({"naf_correspondence": [{"from": "45.20A", "to": "45.20A"}]})), "invalid_value");
}

#[test]
fn c04_what_is_accepted_wants_to_be_known_and_what_is_excluded_does_not() {
    for (accepted, excluded, field) in [
        (json!({"accepted_naf": ["C"]}), json!({"excluded_naf": ["C"]}), "naf"),
        (json!({"accepted_legal_forms": ["5"]}), json!({"excluded_legal_forms": ["5"]}), "legal_form"),
    ] {
        assert!(!accepts(&criterion(accepted.clone()), json!({})));
        assert!(accepts(&criterion(excluded.clone()), json!({})));
        // An exclusion leaves nothing unverified.
        assert_eq!(shown(&criterion(excluded), json!({})).get("unverified"), None);
        let mut lax = accepted;
        lax["when_unknown"] = json!("accept");
        assert_eq!(shown(&criterion(lax), json!({}))["unverified"], json!([field]));
    }
}

#[test]
fn c05_headcount_codes_that_say_nought_or_nothing() {
    let none = criterion(json!({"below_headcount": 1}));
    let some = criterion(json!({"min_headcount": 1}));
    for nought in ["NN", "00", "nn"] {
        let band = || json!({"headcount_band": nought});
        assert!(accepts(&none, band()) && !accepts(&some, band()), "{nought}");
    }
    for unknown in [json!("NR"), json!(""), json!(" "), Value::Null] {
        let band = || json!({"headcount_band": unknown});
        assert!(!accepts(&none, band()) && !accepts(&some, band()), "{unknown}");
    }
    let (code, field, _) = refused(&none, json!({"headcount_band": "99"}));
    assert_eq!((code, field.as_str()), ("invalid_value", "headcount_band"));
}

#[test]
fn c06_a_band_across_the_threshold_is_undetermined_and_said() {
    let from_11 = criterion(json!({"min_headcount": 11}));
    let below_11 = criterion(json!({"below_headcount": 11}));
    let band = || json!({"headcount_band": "11"});
    assert!(!accepts(&from_11, band()) && !accepts(&below_11, band()));
    // The exact number decides, inclusive below, exclusive above.
    let exact = |number: u32| json!({"headcount_band": "11", "headcount": number});
    assert!(accepts(&from_11, exact(11)) && !accepts(&below_11, exact(11)));
    assert!(!accepts(&from_11, exact(10)) && accepts(&below_11, exact(10)));
    // The policy may accept it, and the match says so.
    let lax = criterion(json!({"min_headcount": 11, "when_unknown": "accept"}));
    assert_eq!(shown(&lax, band())["unverified"], json!(["headcount"]));
    assert!(!accepts(&lax, json!({"headcount_band": "03"})));
    // The directory's keeper is warned of it, and of nothing at a bound of a band.
    let warned = |threshold: u32| {
        let found =
            findings(json!({"experts": [expert("e", json!({"criteria": [{"min_headcount": threshold}]}))]}));
        found.iter().any(|(code, text, _)| *code == "headcount_cuts_band" && *text == threshold.to_string())
    };
    assert!(warned(11) && !warned(10) && !warned(20));
}

#[test]
fn c07_of_two_figures_the_exact_one_wins() {
    let from_15 = criterion(json!({"min_headcount": 15}));
    assert!(accepts(&from_15, json!({"headcount": 15, "headcount_band": "11"})));
    assert!(!accepts(&from_15, json!({"headcount": 14, "headcount_band": "11"})));
    // A band is two years old: the figure of today counts where they disagree, too.
    assert!(accepts(&from_15, json!({"headcount": 15, "headcount_band": "12"})));
    assert!(!accepts(&from_15, json!({"headcount": 14, "headcount_band": "12"})));
    assert!(!accepts(&from_15, json!({"headcount": 1, "headcount_band": "NN"})));
    // The last band has no end.
    assert!(accepts(&from_15, json!({"headcount": 4_000_000, "headcount_band": "53"})));
}

#[test]
fn c08_an_anniversary_satisfies_the_minimum() {
    let three = criterion(json!({"min_years": 3}));
    let younger = criterion(json!({"below_years": 3}));
    for (created, old_enough) in [("2023-11-23", true), ("2023-11-24", false), ("2023-11-22", true)] {
        let created = || json!({"created_on": created});
        assert_eq!((accepts(&three, created()), accepts(&younger, created())), (old_enough, !old_enough));
    }
    // The day is the caller's.
    assert!(accepts(&three, json!({"created_on": "2023-11-24", "on": "2026-11-24"})));
    // 29 February: a year older on 1 March.
    let leap = |on: &str| json!({"created_on": "2024-02-29", "on": on});
    assert!(!accepts(&three, leap("2027-02-28")) && accepts(&three, leap("2027-03-01")));
    // Unknown: neither.
    assert!(!accepts(&three, json!({})) && !accepts(&younger, json!({})));
    let (code, field, _) = refused(&three, json!({"created_on": "2026-11-24"}));
    assert_eq!((code, field.as_str()), ("invalid_value", "created_on"));
}

#[test]
fn c09_legal_forms_by_level() {
    for entry in ["5", "57", "5710"] {
        let router = criterion(json!({"accepted_legal_forms": [entry]}));
        assert!(accepts(&router, json!({"legal_form": "5710"})), "{entry}");
        assert!(!accepts(&router, json!({"legal_form": "1000"})), "{entry}");
        assert!(!accepts(&router, json!({})), "{entry}");
    }
    assert!(!accepts(&criterion(json!({"accepted_legal_forms": ["54"]})), json!({"legal_form": "5710"})));
    assert_eq!(refused(&criterion(json!({})), json!({"legal_form": "57"})).0, "invalid_value");
}

#[test]
fn c10_no_data_is_not_no_and_every_value_of_a_list_counts() {
    let institution = json!([{"id": "i", "name": "I", "activities": ["COMMERCIALE", "ARTISANALE"],
        "answer_groups": [{"subject": "s", "answers": {"q": true}}]}]);
    let router = router(json!({"institutions": institution, "experts": [expert("e", json!({}))]}));
    for activity in ["COMMERCIALE", "ARTISANALE"] {
        assert!(accepts(&router, json!({"activities": [activity]})), "{activity}");
        assert!(accepts(&router, json!({"activities": ["AGRICOLE", activity]})), "{activity}");
    }
    assert!(!accepts(&router, json!({"activities": ["AGRICOLE"]})));
    assert!(accepts(&router, json!({"activities": []})) && accepts(&router, json!({"activities": null})));
    // No answer is not the answer no.
    assert!(accepts(&router, json!({"answers": {"q": null}})) && accepts(&router, json!({"answers": {}})));
    assert!(!accepts(&router, json!({"answers": {"q": false}})));
    let origins = criterion(json!({"origins": ["site", "campagne"]}));
    assert!(accepts(&origins, json!({"origin": "site"})) && accepts(&origins, json!({"origin": "campagne"})));
}

#[test]
fn c11_chambers_by_nature_of_activity() {
    let all = ["INDEPENDANTE", "GESTION_DE_BIENS"];
    let chamber =
        |id: &str, own: &[&str]| json!({"id": id, "name": id, "activities": ([own, &all].concat())});
    let ids = ["cci", "cma", "unapl"];
    let router = router(json!({
        "institutions": [
            chamber("cci", &["COMMERCIALE", "AGENT_COMMERCIAL"]),
            chamber("cma", &["ARTISANALE", "ARTISANALE_REGLEMENTEE"]),
            chamber("unapl", &["LIBERALE_REGLEMENTEE", "LIBERALE_NON_REGLEMENTEE"]),
        ],
        "antennes": ids.map(|id| json!({"id": id, "institution": id, "name": id, "zones": ["departement:80"]})),
        "experts": ids.map(|id| expert(id, json!({"antenne": id}))),
    }));
    let of = |activities: &[&str]| matching(&router, json!({ "activities": activities }));
    assert_eq!(of(&[]), ids);
    assert_eq!(of(&["INDEPENDANTE"]), ids);
    assert_eq!(of(&["GESTION_DE_BIENS"]), ids);
    assert_eq!(of(&["COMMERCIALE"]), ["cci"]);
    assert_eq!(of(&["AGENT_COMMERCIAL"]), ["cci"]);
    assert_eq!(of(&["ARTISANALE_REGLEMENTEE"]), ["cma"]);
    assert_eq!(of(&["Libérale non réglementée"]), ["unapl"]);
    assert_eq!(of(&["COMMERCIALE", "ARTISANALE"]), ["cci", "cma"]);
    assert_eq!(of(&["AGRICOLE"]), NOBODY);
    // A craft code counts once any activity is known; alone it leaves the activities unknown.
    assert_eq!(matching(&router, json!({"activities": ["AGRICOLE"], "nafa_codes": ["4321AB"]})), ["cma"]);
    assert_eq!(matching(&router, json!({"nafa_codes": ["4321AB"]})), ids);
}

#[test]
fn c12_an_opco_matches_its_own_and_blank_never_equals_blank() {
    let opco = |id: &str, aliases: &[&str]| json!({"id": id, "name": id, "categories": ["opco"], "aliases": aliases});
    let antenne = |id: &str| json!({"id": id, "institution": id, "name": id, "zones": ["france"]});
    let router = router(json!({
        "institutions": [opco("akto", &["faf-tt"]), opco("atlas", &[]), {"id": "i", "name": "I"}],
        "antennes": [antenne("akto"), antenne("atlas"), antenne("i")],
        "experts": (["akto", "atlas", "i"].map(|id| expert(id, json!({"antenne": id})))),
        "opco_by_zone": [{"zone": "departement:976", "institution": "akto"}],
    }));
    assert_eq!(matching(&router, json!({"opco": "akto"})), ["akto", "i"]);
    assert_eq!(matching(&router, json!({"opco": "FAF.TT"})), ["akto", "i"]);
    for blank in [Value::Null, json!(""), json!(" ")] {
        assert_eq!(matching(&router, json!({ "opco": blank })), ["i"]);
    }
    // A zone may impose one, whatever the need says.
    for said in [Value::Null, json!("atlas")] {
        assert_eq!(matching(&router, json!({"opco": said, "commune": "97608"})), ["akto", "i"]);
    }
    let (code, field, hint) = refused(&router, json!({"opco": "akta"}));
    assert_eq!((code, field.as_str()), ("unknown_institution", "opco"));
    assert!(hint.contains("`akto`"));
    let (code, field, _) = refused(&router, json!({"opco": "i"}));
    assert_eq!((code, field.as_str()), ("invalid_value", "opco"));
    assert_eq!(
        refusal(json!({"opco_by_zone": [{"zone": "departement:976", "institution": "i"}]})),
        "not_an_opco"
    );
}

#[test]
fn c13_the_opco_is_an_input_and_nothing_else_decides_it() {
    let router = router(json!({
        "institutions": [{"id": "i", "name": "I", "categories": ["OPCO"]}],
        "experts": [expert("e", json!({}))],
    }));
    // All that an agreement table would have guessed from.
    let known = json!({"naf": "10.71C", "siret": "82161143100015", "legal_form": "5710"});
    assert!(!accepts(&router, known));
    assert!(accepts(&router, json!({"opco": "i"})));
}

#[test]
fn c14_a_subject_and_a_commune_are_enough() {
    let router = experts(json!([
        expert("plain", json!({})),
        expert(
            "lax",
            json!({"criteria": [
                {"min_years": 3, "min_headcount": 1, "accepted_naf": ["C"], "accepted_legal_forms": ["5"], "origins": ["site"], "when_unknown": "accept"}
            ]})
        ),
        expert("strict", json!({"criteria": [{"min_years": 3}]})),
    ]));
    let matches = router.match_experts(&Need::new("s", "80021")).unwrap();
    assert_eq!(matches.len(), 2);
    let lax = matches.iter().find(|one| one.expert.id == "lax").unwrap();
    let unverified: Vec<_> = lax.unverified.iter().map(|field| field.as_str()).collect();
    assert_eq!(unverified, ["created_on", "headcount", "naf", "legal_form", "origin"]);
}

#[test]
fn c15_a_need_without_siret_has_no_company() {
    let equals: Vec<Value> = (0..10).map(|number| expert(&format!("e{number}"), json!({}))).collect();
    let router = experts(json!(equals));
    let first = |need: &Need| {
        let one = MatchOptions { limit: Some(1), ..MatchOptions::default() };
        router.match_experts_with(need, &one).unwrap().get(0).unwrap().expert.id.clone()
    };
    // Needs are told apart by their ids, not lumped together for want of a SIRET.
    let mut taken: Vec<String> = (0..200).map(|id| first(&need(json!({"id": format!("n{id}")})))).collect();
    taken.sort();
    taken.dedup();
    assert_eq!(taken.len(), 10);
    assert_eq!(first(&need(json!({"siret": ""}))), first(&need(json!({"siret": null}))));
}

#[test]
fn c16_la_poste_has_a_rule_of_its_own() {
    let router = experts(json!([expert("e", json!({}))]));
    for right in ["82161143100015", "821 611 431 00015", "35600000000048", "35600000000001"] {
        assert!(accepts(&router, json!({"siret": right})), "{right}");
    }
    for wrong in ["82161143100010", "35600000000002", "821611431", "8216114310001"] {
        let (code, field, _) = refused(&router, json!({ "siret": wrong }));
        assert_eq!((code, field.as_str()), ("invalid_value", "siret"), "{wrong}");
    }
    // A company that is not in the public register is routed by what is known of it.
    assert!(accepts(&router, json!({"siret": null, "naf": "", "legal_form": ""})));
}
