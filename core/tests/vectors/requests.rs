//! Requests: what events make of them.

use aiguillage::boundary::{Target, call};
use serde_json::{Map, Value, json};

/// Runs the file; returns how many cases it has.
pub(crate) fn run(vectors: &Value) -> usize {
    let cases = vectors["cases"].as_array().unwrap();
    cases.iter().for_each(check);
    cases.len()
}

fn answer(function: &str, arguments: &Value) -> Value {
    let answer = call(function, Target::Nothing, &arguments.to_string()).unwrap();
    serde_json::from_str(&answer).unwrap()
}

fn check(case: &Value) {
    let name = case["name"].as_str().unwrap();
    let folded = answer("fold_requests", &json!({"events": case["events"], "on": case["on"]}));
    let expected = case["requests"].as_object().unwrap();
    let found: Map<String, Value> = folded["requests"]
        .as_array()
        .unwrap()
        .iter()
        .map(|request| (request["id"].as_str().unwrap().to_owned(), request.clone()))
        .collect();
    assert!(found.keys().eq(expected.keys()), "{name}: {found:?}");
    for (id, expected) in expected {
        let request = &found[id];
        answer("check_request", &json!({"request": request}));
        for (field, value) in expected.as_object().unwrap() {
            let fate = || answer("request_fate", &json!({"state": request["state"]}));
            let own = if field == "fate" { fate() } else { request[field].clone() };
            assert_eq!(own, *value, "{name}: {id}.{field}");
        }
    }
    for list in ["ignored", "unknown"] {
        let codes: Vec<&Value> =
            folded[list].as_array().unwrap().iter().map(|event| &event["code"]).collect();
        let expected: Vec<&Value> = case[list].as_array().into_iter().flatten().collect();
        assert_eq!(codes, expected, "{name}: {list}");
    }
}
