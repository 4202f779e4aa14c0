//! Facts of companies from the answers of public registers: the vectors that every language runs, and answers
//! that no register should give.

#![cfg(all(feature = "cog", feature = "csv"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

#[path = "company/hostile.rs"]
mod hostile;

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use aiguillage::codes::NafVersion;
use aiguillage::company::{Company, CompanyError, CompanyField};
use aiguillage::follow_up::from_json;
use serde_json::{Value, json};

fn folder() -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "tests", "vectors", "company"].iter().collect()
}

fn vectors() -> Value {
    serde_json::from_str(&fs::read_to_string(folder().join("index.json")).unwrap()).unwrap()
}

/// The companies that a case's file gives: one, or one a row.
fn read(case: &Value) -> Result<Vec<Company>, CompanyError> {
    let file = case["file"].as_str().unwrap();
    let bytes = fs::read(folder().join(file)).unwrap();
    if file.ends_with(".csv") {
        return Company::read_csv(file, &bytes)?.rows.into_iter().map(|row| row.company).collect();
    }
    let text = String::from_utf8(bytes).unwrap();
    let company = match case["options"]["siret"].as_str() {
        Some(siret) => Company::from_json_for(&text, siret.parse().unwrap()),
        None => Company::from_json(&text),
    };
    company.map(|company| vec![company])
}

/// Lists are compared as sets; what is absent is null, or an empty list where one is expected.
fn is_same(expected: &Value, found: &Value) -> bool {
    let alternatives = expected.get("or").and_then(Value::as_array);
    if let Some(alternatives) = alternatives {
        return alternatives.iter().any(|expected| is_same(expected, found));
    }
    match (expected, found) {
        (Value::Array(expected), Value::Null) => expected.is_empty(),
        (Value::Array(expected), Value::Array(found)) => {
            let set = |list: &[Value]| list.iter().map(Value::to_string).collect::<BTreeSet<_>>();
            set(expected) == set(found)
        }
        _ => expected == found,
    }
}

fn differing_facts(expected: &Value, company: &Company, faults: &mut Vec<String>) {
    let found = serde_json::to_value(company).unwrap();
    for (name, expected) in expected.as_object().unwrap() {
        let found = found.get(name).unwrap_or(&Value::Null);
        if !is_same(expected, found) {
            faults.push(format!("{name}: {expected} was expected, not {found}"));
        }
    }
}

fn differing_findings(expected: &Value, companies: &[Company], known: &Value, faults: &mut Vec<String>) {
    let found: Vec<_> = companies.iter().flat_map(|company| &company.findings).collect();
    let mut allowed: Vec<&str> =
        expected["may"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    for wanted in expected["findings"].as_array().into_iter().flatten() {
        let code = wanted["code"].as_str().unwrap();
        allowed.push(code);
        let text = wanted["text"].as_str();
        let is_wanted = |text_found: &str| text.is_none_or(|text| text == text_found);
        if !found.iter().any(|finding| finding.code.as_str() == code && is_wanted(&finding.text)) {
            faults.push(format!("{wanted} was not found"));
        }
    }
    for finding in &found {
        let code = finding.code.as_str();
        let meaning = known[code].as_str().unwrap_or_default();
        if !allowed.contains(&code) && !meaning.is_empty() {
            faults.push(format!("{code} `{}` was found", finding.text));
        }
        let severity = finding.severity.as_str();
        if !meaning.is_empty() && !meaning.starts_with(severity) {
            faults.push(format!("{code} is a {severity}"));
        }
    }
    if let Some(open) = expected["open"].as_array() {
        let found: Vec<Value> =
            found.iter().flat_map(|finding| &finding.open).map(|siret| json!(siret.to_string())).collect();
        if !is_same(&Value::from(open.clone()), &Value::from(found.clone())) {
            faults.push(format!("{open:?} are open, not {found:?}"));
        }
    }
}

fn faults(case: &Value, known: &Value) -> Vec<String> {
    let expected = &case["expected"];
    let mut faults = Vec::new();
    let companies = match (read(case), expected["error"].as_str()) {
        (Ok(companies), None) => companies,
        (Err(error), Some(code)) if error.code() == code => return faults,
        (Ok(_), Some(code)) => return vec![format!("{code} was expected")],
        (Err(error), _) => return vec![error.to_string()],
    };
    match expected["facts"]["rows"].as_array() {
        Some(rows) => {
            assert_eq!(rows.len(), companies.len(), "{case}");
            rows.iter().zip(&companies).for_each(|(row, company)| differing_facts(row, company, &mut faults));
        }
        None => differing_facts(&expected["facts"], companies.first().unwrap(), &mut faults),
    }
    differing_findings(expected, &companies, &known["findings"], &mut faults);
    faults
}

#[test]
fn every_vector_passes() {
    let vectors = vectors();
    let known = &vectors["about"]["codes"];
    let mut all = Vec::new();
    for case in vectors["cases"].as_array().unwrap() {
        let faults = faults(case, known);
        if !faults.is_empty() {
            all.push(format!("{}: {}", case["name"], faults.join("; ")));
        }
    }
    assert!(all.is_empty(), "{}", all.join("\n"));
}

#[test]
fn every_code_of_the_vectors_is_one_of_the_library() {
    let vectors = vectors();
    for (code, meaning) in vectors["about"]["codes"]["findings"].as_object().unwrap() {
        let known = aiguillage::company::FindingCode::ALL.iter().find(|known| known.as_str() == code);
        let severity = known.unwrap_or_else(|| panic!("{code}")).severity();
        assert!(meaning.as_str().unwrap().starts_with(severity.as_str()), "{code}");
    }
}

/// Every company that the vectors know.
fn companies() -> Vec<Company> {
    let vectors = vectors();
    vectors["cases"].as_array().unwrap().iter().filter_map(|case| read(case).ok()).flatten().collect()
}

#[test]
fn every_company_survives_json() {
    let companies = companies();
    assert!(companies.len() > 50, "{}", companies.len());
    for company in &companies {
        let text = serde_json::to_string(company).unwrap();
        assert_eq!(&serde_json::from_str::<Company>(&text).unwrap(), company);
        // As a binding hands it over: every value typed, none of them borrowed.
        assert_eq!(&from_json::<Company>(&text).unwrap(), company);
    }
    let knows = |field| companies.iter().any(|company| company.knows(field));
    let unknown: Vec<&CompanyField> = CompanyField::ALL.iter().filter(|field| !knows(**field)).collect();
    assert!(unknown.is_empty(), "{unknown:?}");
}

#[test]
fn activity_codes_are_read_in_the_nomenclature_of_their_field() {
    let company: Company = from_json(r#"{"naf": "1071c", "naf_2025": "10.71G", "commune": " "}"#).unwrap();
    assert_eq!(company.naf.unwrap().version(), NafVersion::Rev2);
    assert_eq!(company.naf_2025.unwrap().version(), NafVersion::Naf2025);
    assert_eq!(company.commune.as_deref(), None);
}

#[test]
fn what_is_no_company_says_where_and_what_was_meant() {
    for (text, code, field, hint) in [
        (r#"{"comune": "80021"}"#, "unknown_field", "comune", Some("did you mean `commune`?")),
        (r#"{"naf": "10.71"}"#, "invalid_value", "naf", None),
        (
            r#"{"sources": {"nafe": {"register": "rne", "field": "f"}}}"#,
            "invalid_value",
            "sources",
            Some("did you mean `naf`?"),
        ),
        (
            r#"{"sources": {"naf": {"register": "rn", "field": "f"}}}"#,
            "invalid_value",
            "sources.naf.register",
            Some("did you mean `rne`?"),
        ),
        (
            r#"{"opco": {"certainty": "certain", "ids": ["atla"]}}"#,
            "invalid_value",
            "opco.ids",
            Some("did you mean `atlas`?"),
        ),
        (
            r#"{"findings": [{"code": "closed_facilitie"}]}"#,
            "invalid_value",
            "findings[0].code",
            Some("did you mean `closed_facility`?"),
        ),
        (
            r#"{"opco": {"certainty": "certain", "id": []}}"#,
            "unknown_field",
            "opco.id",
            Some("did you mean `ids`?"),
        ),
    ] {
        let error = from_json::<Company>(text).unwrap_err();
        assert_eq!(
            (error.code(), error.field(), error.hint().as_deref()),
            (code, Some(field), hint),
            "{text}"
        );
    }
}
