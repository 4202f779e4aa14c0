//! What is wrong, in French and in English: the same words in every language.

use std::path::PathBuf;

use aiguillage::directory::Directory;
use aiguillage::language::Language;
use aiguillage::{Diagnostic, Need};
use serde_json::{Value, json};

fn file() -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "tests", "vectors", "spoken", "index.json"].iter().collect()
}

fn told(finding: &Diagnostic) -> Value {
    json!({
        "code": finding.code.as_str(),
        "en": finding.message_in(Language::English),
        "fr": finding.message_in(Language::French),
    })
}

fn findings(vector: &Value) -> Value {
    let error = Directory::from_json(&vector["directory"].to_string()).unwrap_err();
    error.diagnostics().iter().map(told).collect()
}

fn need_error(vector: &Value) -> Value {
    let error = Need::from_json(&vector["need"].to_string()).unwrap_err();
    json!({
        "code": error.code(),
        "en": error.message_in(Language::English),
        "fr": error.message_in(Language::French),
        "hint_en": error.hint_in(Language::English),
        "hint_fr": error.hint_in(Language::French),
    })
}

/// With `AIGUILLAGE_WRITE_VECTORS=1` the file is written anew, to be read before it is committed.
#[test]
fn what_is_wrong_is_said_in_both_languages() {
    let text = std::fs::read_to_string(file()).unwrap();
    let mut vectors: Value = serde_json::from_str(&text).unwrap();
    let given = vectors.clone();
    for vector in vectors["directories"].as_array_mut().unwrap() {
        vector["findings"] = findings(vector);
    }
    for vector in vectors["needs"].as_array_mut().unwrap() {
        vector["error"] = need_error(vector);
    }
    if std::env::var_os("AIGUILLAGE_WRITE_VECTORS").is_some() {
        std::fs::write(file(), format!("{}\n", serde_json::to_string_pretty(&vectors).unwrap())).unwrap();
        return;
    }
    for kind in ["directories", "needs"] {
        for (found, wanted) in vectors[kind].as_array().unwrap().iter().zip(given[kind].as_array().unwrap()) {
            assert_eq!(found, wanted, "{}", wanted["name"]);
        }
    }
}
