//! Activities and OPCO, looked up: the vectors that every language runs.

#![cfg(all(feature = "cog", feature = "naf"))]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::fs;

use aiguillage::boundary::{Target, call};
use aiguillage::codes::{OPCOS, opco_name};
use serde_json::{Map, Value, json};

fn vectors() -> Value {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/vectors/look_ups.json");
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

/// The answer of a call; nothing where it is refused as the case says.
fn answer(name: &str, request: &Value, case: &Value) -> Option<Value> {
    match call(name, Target::Nothing, &request.to_string()) {
        Ok(answer) => {
            assert_eq!(case.get("error"), None, "{case}");
            Some(serde_json::from_str(&answer).unwrap())
        }
        Err(error) => {
            assert_eq!(Some(&json!(error.code)), case.get("error"), "{case}: {error}");
            if let Some(hint) = case.get("hint") {
                assert_eq!(&json!(error.hint()), hint, "{case}");
            }
            None
        }
    }
}

#[test]
fn activities() {
    let vectors = vectors();
    let cases = vectors["naf"].as_array().unwrap();
    assert!(cases.len() >= 14);
    for case in cases {
        let Some(found) = answer("naf", &json!({"code": case["code"]}), case) else { continue };
        for field in ["entry", "version", "label"] {
            if let Some(expected) = case.get(field) {
                assert_eq!(&found[field], expected, "{case}");
            }
        }
        for list in ["levels", "codes", "correspondents"] {
            if let Some(expected) = case.get(list) {
                let entries = found[list].as_array().unwrap().iter().map(|one| one["entry"].clone());
                assert_eq!(&Value::from_iter(entries), expected, "{case}");
            }
        }
    }
}

#[test]
fn opcos_of_agreements() {
    let vectors = vectors();
    let cases = vectors["opco"].as_array().unwrap();
    assert!(cases.len() >= 9);
    for case in cases {
        let Some(found) = answer("opco_of_agreements", &json!({"idcc": case["idcc"]}), case) else {
            continue;
        };
        assert_eq!(found["certainty"], case["certainty"], "{case}");
        let opcos = found["opcos"].as_array().unwrap().iter();
        let named: Map<String, Value> =
            opcos.map(|one| (one["id"].as_str().unwrap().to_owned(), one["name"].clone())).collect();
        assert_eq!(Value::from(named), case["opcos"], "{case}");
    }
    assert!(OPCOS.iter().all(|id| opco_name(id).is_some()));
}
