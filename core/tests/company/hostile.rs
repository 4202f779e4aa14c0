//! Answers that no register should give, and that somebody will send all the same: nothing panics, nothing takes
//! for ever, and what can be used is used.

use std::fs;

use aiguillage::Company;
use aiguillage::company::CompanyField;
use serde_json::{Map, Value, json};

use super::{folder, vectors};

fn answers() -> Vec<Value> {
    let vectors = vectors();
    let files = vectors["cases"].as_array().unwrap().iter().filter_map(|case| case["file"].as_str());
    let texts =
        files.filter(|file| file.ends_with(".json")).map(|file| fs::read_to_string(folder().join(file)));
    texts.map(|text| serde_json::from_str(&text.unwrap()).unwrap()).collect()
}

/// Every answer that comes of another by one value being something else.
fn spoiled(value: &Value, by: &Value) -> Vec<Value> {
    match value {
        Value::Object(members) => members
            .iter()
            .flat_map(|(name, member)| {
                let others = spoiled(member, by);
                others.into_iter().map(move |other| {
                    let mut members = members.clone();
                    members.insert(name.clone(), other);
                    Value::Object(members)
                })
            })
            .chain([by.clone()])
            .collect(),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .take(2)
            .flat_map(|(number, item)| {
                let others = spoiled(item, by);
                others.into_iter().map(move |other| {
                    let mut items = items.clone();
                    *items.get_mut(number).unwrap() = other;
                    Value::Array(items)
                })
            })
            .chain([by.clone()])
            .collect(),
        _ => vec![by.clone()],
    }
}

/// The same answer with every value that is no object or list replaced.
fn all_replaced(value: &Value, by: &Value) -> Value {
    match value {
        Value::Object(members) => {
            let members = members.iter().map(|(name, member)| (name.clone(), all_replaced(member, by)));
            Value::Object(members.collect::<Map<_, _>>())
        }
        Value::Array(items) => items.iter().map(|item| all_replaced(item, by)).collect(),
        _ => by.clone(),
    }
}

#[test]
fn one_value_of_another_kind_is_no_panic() {
    let wrong = [
        json!(null),
        json!("[ND]"),
        json!(-1.5),
        json!(true),
        json!([[]]),
        json!({"é": {}}),
        json!("é\u{0}"),
    ];
    // Every other answer holds what these do.
    for answer in answers().iter().filter(|answer| answer.to_string().len() < 5_000).step_by(7) {
        for by in &wrong {
            for spoiled in spoiled(answer, by) {
                let _ = Company::from_json(&spoiled.to_string());
            }
        }
    }
}

#[test]
fn answers_of_nulls_numbers_and_hidden_texts_are_no_panic() {
    for answer in answers() {
        for by in [
            json!(null),
            json!(0),
            json!(1e300),
            json!("[ND]"),
            json!(""),
            json!("é".repeat(1_000)),
            json!(false),
        ] {
            if let Ok(company) = Company::from_json(&all_replaced(&answer, &by).to_string()) {
                assert!(!company.knows(CompanyField::Commune));
                assert!(company.findings.len() <= 101);
            }
        }
    }
}

#[test]
fn codes_that_are_numbers_are_read() {
    let company = Company::from_json(
        r#"{"results": [{"siren": 821611431, "nom_complet": 3, "nature_juridique": 5710.0,
            "siege": {"siret": 82161143100015, "commune": 6088, "tranche_effectif_salarie": 2,
                      "annee_tranche_effectif_salarie": 2023, "liste_idcc": [16, "1486"]}}]}"#,
    )
    .unwrap();
    assert_eq!(company.siret.unwrap().to_string(), "82161143100015");
    assert_eq!(company.commune.as_deref(), Some("06088"));
    assert_eq!(company.headcount_band.unwrap().as_str(), "02");
    let idcc: Vec<String> = company.idcc.iter().map(ToString::to_string).collect();
    assert_eq!(idcc, ["0016", "1486"]);
    let lost: Vec<&str> = company
        .findings
        .iter()
        .filter(|one| one.code.as_str() == "lost_zero")
        .map(|one| &*one.text)
        .collect();
    assert_eq!(lost, ["6088", "2", "16"]);
}

#[test]
fn large_and_deep_answers_end_in_time() {
    let company = r#"{"siren": "821611431", "nom_complet": "A", "siege": {"siret": "82161143100015"}}"#;
    let count = 10_000_000 / company.len();
    let large = format!("{{\"results\": [{}]}}", vec![company; count].join(","));
    assert_eq!(Company::from_json(&large).unwrap_err().code(), "several_companies");
    let asked = "82161143100015".parse().unwrap();
    assert!(Company::from_json_for(&large, asked).is_ok());
    let facility = r#"{"siret": "82161143100015", "etatAdministratifEtablissement": "F"}"#;
    let large = format!("{{\"etablissements\": [{}]}}", vec![facility; count].join(","));
    assert!(Company::from_json_for(&large, asked).is_ok());
    let list = format!(
        "{{\"siren\": \"821611431\", \"nom_complet\": \"A\", \"siege\": {{\"siret\": \"82161143100015\", \"liste_idcc\": [{}]}}}}",
        (0..1_000_000).map(|number| number.to_string()).collect::<Vec<_>>().join(",")
    );
    assert!(Company::from_json(&list).is_ok());
    for deep in ["[".repeat(1_000_000), "{\"results\":".repeat(1_000_000), "{\"results\": [".repeat(100)] {
        assert_eq!(Company::from_json(&deep).unwrap_err().code(), "unknown_shape");
    }
    for text in ["", " ", "\u{feff}", "\u{0}", "null", "Too Many Requests", "{\"results\": [", "{}", "[{}]"] {
        assert_eq!(Company::from_json(text).unwrap_err().code(), "unknown_shape", "{text}");
    }
}
