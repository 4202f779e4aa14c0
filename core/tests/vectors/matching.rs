//! Directories and needs, and the experts or the error expected.

use std::collections::BTreeSet;

use aiguillage::{Match, MatchOptions, Need, Router};
use serde_json::Value;

/// Runs a file; returns how many cases it has.
pub(crate) fn run(file: &str, vectors: &Value) -> usize {
    let mut count = 0;
    for vector in vectors.as_array().unwrap() {
        let name = format!("{file}: {}", vector["name"]);
        let router = Router::from_json(&vector["directory"].to_string())
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        for case in vector["cases"].as_array().unwrap() {
            let name = format!("{name}: {}", case["name"]);
            one(&name, &router, case);
            count += 1;
        }
    }
    count
}

fn one(name: &str, router: &Router, case: &Value) {
    let options = options(&case["options"]);
    let need = Need::from_json(&case["need"].to_string());
    let result = match &need {
        Ok(need) => router.match_experts_with(need, &options),
        Err(error) => Err(error.clone()),
    };
    if let Some(code) = case.get("error") {
        let error = result.err().unwrap_or_else(|| panic!("{name}: no error"));
        assert_eq!(error.code(), code.as_str().unwrap(), "{name}: {error}");
        return;
    }
    let matches = result.unwrap_or_else(|error| panic!("{name}: {error}"));
    if let Some(commune) = case.get("commune") {
        let place = (matches.commune().code(), matches.is_commune_likely());
        assert_eq!(place, (commune.as_str().unwrap(), case["likely"] == Value::Bool(true)), "{name}");
    }
    let found: Vec<String> = matches.iter().map(|one| one.expert.id.clone()).collect();
    let expected: Vec<String> = serde_json::from_value(case["experts"].clone()).unwrap();
    if case["ordered"] == Value::Bool(true) {
        assert_eq!(found, expected, "{name}");
    } else {
        let set = |list: &[String]| list.iter().cloned().collect::<BTreeSet<_>>();
        assert_eq!(set(&found), set(&expected), "{name}");
        assert_eq!(found.len(), expected.len(), "{name}: an expert is found twice");
    }
    for (expert, details) in case["details"].as_object().into_iter().flatten() {
        let found = matches.iter().find(|one| one.expert.id == *expert);
        details_of(name, &found.unwrap_or_else(|| panic!("{name}: {expert} is not found")), details);
    }
}

fn details_of(name: &str, found: &Match<'_>, details: &Value) {
    let found = serde_json::to_value(found).unwrap();
    for (attribute, expected) in details.as_object().unwrap() {
        let got = &found[attribute];
        let as_set = |value: &Value| -> BTreeSet<String> {
            value.as_array().into_iter().flatten().map(|item| item.as_str().unwrap().to_owned()).collect()
        };
        match attribute.as_str() {
            "unverified" => assert_eq!(as_set(got), as_set(expected), "{name}: {attribute}"),
            "zone" | "zone_owner" | "absent_until" | "antenne" | "institution" | "instead_of" => {
                assert_eq!(got, expected, "{name}: {attribute}")
            }
            other => panic!("{name}: no attribute {other}"),
        }
    }
}

fn options(options: &Value) -> MatchOptions {
    match options {
        Value::Null => MatchOptions::default(),
        options => serde_json::from_value(options.clone()).unwrap(),
    }
}
