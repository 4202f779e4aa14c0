//! French spreadsheets, and the antennes, experts and findings expected.

use std::path::Path;

use aiguillage::directory::Import;
use aiguillage::{Diagnostic, DiagnosticCode, Directory};
use serde_json::{Value, json};

/// Runs every case of the file.
pub(crate) fn run(folder: &Path, vectors: &Value) {
    let base = Directory::from_json(&vectors["base"].to_string()).unwrap();
    let cases = vectors["csv_import"].as_array().unwrap();
    assert!(cases.len() >= 11);
    for case in cases {
        let name = case["name"].as_str().unwrap();
        let mut import = Import::onto(&base);
        if let Some(sheet) = case["antennes"].as_str() {
            import.antennes(sheet, &std::fs::read(folder.join(sheet)).unwrap());
        }
        if let Some(sheet) = case["experts"].as_str() {
            import.experts(sheet, &std::fs::read(folder.join(sheet)).unwrap());
        }
        let result = import.finish();
        assert_eq!(result.is_err(), case["refused"] == Value::Bool(true), "{name}: {result:?}");
        let found = match &result {
            Ok(directory) => directory.diagnostics(),
            Err(error) => error.diagnostics(),
        };
        diagnostics(name, found, case["diagnostics"].as_array().unwrap());
        if let Ok(directory) = result {
            let brought = if case.get("antennes").is_some() {
                antennes(&directory, &base)
            } else {
                experts(&directory)
            };
            assert_eq!(Value::from(brought), case["expected"], "{name}");
        }
    }
}

fn diagnostics(name: &str, found: &[Diagnostic], expected: &[Value]) {
    let found: Vec<_> = found.iter().filter(|one| one.code != DiagnosticCode::ExpertNeverMatches).collect();
    assert_eq!(found.len(), expected.len(), "{name}: {found:?}");
    for (found, expected) in found.iter().zip(expected) {
        let shown = json!({"severity": found.severity, "line": found.line, "text": found.text});
        assert_eq!(shown, *expected, "{name}");
    }
}

fn antennes(directory: &Directory, base: &Directory) -> Vec<Value> {
    let brought = directory.antennes().iter().filter(|antenne| !base.antennes().contains(antenne));
    brought
        .map(|antenne| {
            let institution = directory.institution(&antenne.institution).unwrap();
            json!({"institution": institution.name, "name": antenne.name, "zones": antenne.zones})
        })
        .collect()
}

fn experts(directory: &Directory) -> Vec<Value> {
    let experts = directory.experts().iter();
    experts
        .map(|expert| {
            let antenne = directory.antennes().iter().find(|antenne| antenne.id == expert.antenne).unwrap();
            json!({"antenne": antenne.name, "name": expert.name, "email": expert.email, "competences": expert.competences})
        })
        .collect()
}
