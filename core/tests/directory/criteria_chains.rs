//! Criteria of institution, antenne and expert that accept nobody together, or decide nothing beside others.

use aiguillage::{Diagnostic, Directory};
use serde_json::{Value, json};

use crate::folder;

/// What is found where an institution, an antenne and an expert have these criteria.
pub(crate) fn odd_chains(rules: &str, levels: [Value; 3]) -> Vec<Diagnostic> {
    odd_chains_on(rules, levels, &["s"])
}

fn odd_chains_on(rules: &str, levels: [Value; 3], subjects: &[&str]) -> Vec<Diagnostic> {
    let competences: Vec<Value> = subjects.iter().map(|subject| json!({"subject": subject})).collect();
    let [institution, antenne, expert] = levels;
    let document = json!({
        "rules": rules,
        "themes": [{"id": "t", "label": "T"}],
        "subjects": [{"id": "s", "theme": "t", "label": "S"}, {"id": "u", "theme": "t", "label": "U"}],
        "institutions": [{"id": "i", "name": "I", "criteria": institution}],
        "antennes": [{"id": "a", "institution": "i", "name": "A", "zones": ["region:32"], "criteria": antenne}],
        "experts": [{"id": "e", "antenne": "a", "name": "E", "email": "e@i.example",
                     "competences": competences, "criteria": expert}]
    });
    Directory::from_json(&document.to_string()).unwrap().check_chains()
}

fn found(rules: &str, levels: [Value; 3]) -> Vec<(String, String)> {
    odd_chains(rules, levels).into_iter().map(|one| (one.code.as_str().to_owned(), one.message())).collect()
}

fn codes(levels: [Value; 3]) -> Vec<String> {
    found("every", levels).into_iter().map(|(code, _)| code).collect()
}

const NONE: [&str; 0] = [];

#[test]
fn criteria_that_no_company_passes_together_are_told() {
    for (upper, lower) in [
        (json!({"below_headcount": 50}), json!({"min_headcount": 250})),
        (json!({"min_years": 3}), json!({"below_years": 3})),
        (json!({"below_turnover": 50_000, "when_unknown": "accept"}), json!({"min_turnover": 50_000})),
        (json!({"accepted_naf": ["10", "11.01Z"]}), json!({"accepted_naf": ["47"]})),
        (json!({"accepted_naf": ["10.71C"]}), json!({"excluded_naf": ["10.7"]})),
        (json!({"accepted_legal_forms": ["57"]}), json!({"accepted_legal_forms": ["5499", "9220"]})),
        (json!({"micro_entrepreneur": true}), json!({"micro_entrepreneur": false})),
        (json!({"min_balance_sheet": 100, "origins": ["site"]}), json!({"below_balance_sheet": 10})),
        (json!({"below_headcount": 10, "when_unknown": "accept"}), json!({"min_headcount": 50})),
    ] {
        let levels = || [json!([upper]), json!([]), json!([lower])];
        assert_eq!(codes(levels()), ["contradicting_criteria"], "{upper} {lower}");
        assert_eq!(codes([json!([]), json!([lower, upper]), json!([])]), ["contradicting_criteria"]);
    }
    let message =
        found("every", [json!([{"below_headcount": 50}]), json!([]), json!([{"min_headcount": 250}])]);
    assert_eq!(
        message[0].1,
        "the criterion of the expert `e` and the criterion of the institution `i` accept nobody together whose \
         `headcount` is known"
    );
}

#[test]
fn criteria_that_decide_nothing_are_told() {
    for (upper, lower) in [
        (json!({"min_headcount": 50}), json!({"min_headcount": 10})),
        (json!({"min_headcount": 50, "below_years": 3}), json!({"min_headcount": 50})),
        (json!({"accepted_naf": ["10.71C"]}), json!({"accepted_naf": ["10", "47"]})),
        (json!({"accepted_naf": ["10.71C"]}), json!({"excluded_naf": ["47"]})),
        (json!({"excluded_naf": ["10"]}), json!({"excluded_naf": ["10.71C"]})),
        (json!({"origins": ["site"], "min_years": 1}), json!({"origins": ["site"]})),
        (json!({"any_of": [{"min_years": 1}]}), json!({"any_of": [{"min_years": 1}]})),
        (json!({"min_years": 3}), json!({"min_years": 3, "when_unknown": "accept"})),
        // Nobody handles another subject.
        (json!({"min_headcount": 50, "subjects": ["s"]}), json!({"min_headcount": 10})),
    ] {
        assert_eq!(
            codes([json!([upper]), json!([lower]), json!([])]),
            ["useless_criterion"],
            "{upper} {lower}"
        );
    }
    let several = found(
        "every",
        [json!([{"min_years": 3}, {"min_headcount": 20}]), json!([]), json!([{"min_headcount": 10}])],
    );
    assert_eq!(
        several[0].1,
        "the criterion of the expert `e` decides nothing: whoever passes criterion 2 of the institution `i` passes it too"
    );
}

#[test]
fn criteria_that_decide_are_not() {
    for (upper, lower) in [
        (json!({"min_headcount": 10}), json!({"min_headcount": 50})),
        (json!({"min_headcount": 10}), json!({"below_headcount": 50})),
        // The lower one rejects whoever does not tell; or leaves open what the upper one does not ask.
        (json!({"min_years": 3, "when_unknown": "accept"}), json!({"min_years": 3})),
        (json!({"excluded_naf": ["10"]}), json!({"accepted_naf": ["11"], "when_unknown": "accept"})),
        (json!({"origins": ["site"]}), json!({"origins": ["site", "salon"]})),
        (json!({"min_headcount": 50, "valid": {"until": "2098-12-31"}}), json!({"min_headcount": 10})),
        (
            json!({"min_headcount": 50, "valid": {"until": "2098-12-31"}}),
            json!({"below_headcount": 10, "valid": {"from": "2099-01-01"}}),
        ),
        (
            json!({"accepted_naf": ["10.71C", "2025:10.71H"]}),
            json!({"accepted_naf": ["47.11A", "2025:47.11Y"]}),
        ),
        // A company without a known headcount but its band passes both: one of 10 to 19, or one that is presumed to
        // have nobody.
        (
            json!({"below_headcount": 10, "when_unknown": "accept"}),
            json!({"min_headcount": 50, "when_unknown": "accept"}),
        ),
        (
            json!({"below_headcount": 12, "when_unknown": "accept"}),
            json!({"min_headcount": 15, "when_unknown": "accept"}),
        ),
        (json!({}), json!({"min_years": 1})),
        (json!({"min_years": 1}), json!({})),
    ] {
        assert_eq!(codes([json!([upper]), json!([lower]), json!([])]), NONE, "{upper} {lower}");
    }
    // The criterion is of another subject than the expert's.
    assert_eq!(
        codes([json!([{"min_years": 3}]), json!([{"below_years": 3, "subjects": ["u"]}]), json!([])]),
        NONE
    );
}

#[test]
fn of_alternatives_each_is_held_to_what_is_required() {
    let any = |levels| found("any-in-level", levels).into_iter().map(|(code, _)| code).collect::<Vec<_>>();
    // One of the antenne's has to accept: they do not have to go together.
    let apart = json!([{"min_headcount": 50}, {"below_headcount": 10}]);
    assert_eq!(any([json!([]), apart.clone(), json!([])]), NONE);
    assert_eq!(any([json!([{"min_headcount": 20}]), apart.clone(), json!([])]), ["contradicting_criteria"]);
    assert_eq!(any([json!([{"below_headcount": 50}]), apart, json!([])]), ["contradicting_criteria"]);
}

#[test]
fn of_one_owner_the_wider_is_useless_whichever_comes_first() {
    let (narrow, wide) = (json!({"min_headcount": 20}), json!({"min_headcount": 6}));
    for (criteria, useless) in [(json!([narrow, wide]), 2), (json!([wide, narrow]), 1)] {
        let told = found("every", [criteria, json!([]), json!([])]);
        let [(code, message)] = told.as_slice() else { panic!("{told:?}") };
        assert_eq!(code, "useless_criterion");
        assert!(message.starts_with(&format!("criterion {useless} of the institution `i`")), "{message}");
    }
    // Of two that are the same the later; and neither where they do not go together with a third.
    let same = found("every", [json!([wide, wide]), json!([]), json!([])]);
    assert!(same[0].1.starts_with("criterion 2") && same.len() == 1, "{same:?}");
}

/// A criterion is useless where it is on every subject: on another its level may have two, of which one suffices.
#[test]
fn a_criterion_is_useless_on_all_its_subjects_or_not() {
    for levels in [
        [
            json!([{"min_headcount": 10}, {"min_years": 3, "subjects": ["u"]}]),
            json!([{"min_headcount": 5}]),
            json!([]),
        ],
        [
            json!([{"min_headcount": 10}]),
            json!([{"min_headcount": 5}, {"min_years": 3, "subjects": ["u"]}]),
            json!([]),
        ],
    ] {
        assert_eq!(odd_chains_on("any-in-level", levels.clone(), &["s", "u"]).len(), 0, "{levels:?}");
        assert_eq!(odd_chains_on("any-in-level", levels.clone(), &["u", "s"]).len(), 0, "{levels:?}");
        assert_eq!(odd_chains_on("any-in-level", levels, &["s"]).len(), 1);
    }
}

#[test]
fn findings_have_the_place_of_the_criterion() {
    let folder = folder(&[
        ("themes.csv", b"id,label\nt,T\n"),
        ("subjects.csv", b"id,theme,label\ns,t,S\n"),
        ("institutions.csv", b"id,name\ni,I\n"),
        ("antennes.csv", b"id,institution,name,zones\na,i,A,region:32\n"),
        ("experts.csv", b"id,antenne,name,email\ne,a,E,e@i.example\nf,a,F,f@i.example\n"),
        ("competences.csv", b"expert,subject\ne,s\nf,s\n"),
        (
            "criteria.csv",
            b"owner_kind,owner,min_years,below_years\nexpert,f,1,\nantenne,a,3,\nexpert,e,,2\nexpert,f,,30\n",
        ),
    ]);
    let found: Vec<String> = crate::lines(&Directory::check(folder.path()));
    assert_eq!(
        found,
        ["criteria.csv:2: useless_criterion `f`", "criteria.csv:4: contradicting_criteria `e`"]
    );
    // A snapshot knows no files, and finds the same.
    let directory = Directory::open(folder.path()).unwrap();
    let again = Directory::from_json(&directory.to_json()).unwrap();
    let messages = |found: Vec<Diagnostic>| {
        found.into_iter().map(|one| one.message()).collect::<std::collections::BTreeSet<_>>()
    };
    assert_eq!(messages(again.check_chains()), messages(directory.check_chains()));
}
