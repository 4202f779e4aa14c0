//! The test vectors, which run through every language: a directory, needs, the experts expected.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

mod vectors {
    pub(crate) mod coverage;
    pub(crate) mod import;
    pub(crate) mod matching;
    pub(crate) mod referrals;
    pub(crate) mod requests;
    pub(crate) mod sheets;
    mod spoken;
}

use std::path::PathBuf;

use serde_json::Value;

/// The folder of the vectors.
fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/vectors")
}

fn read(name: &str) -> Value {
    let text = std::fs::read_to_string(folder().join(name)).unwrap();
    serde_json::from_str(&text).unwrap()
}

/// Every matching file: those that are a list.
fn matching_files() -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.ends_with(".json") && read(name).is_array())
        .collect();
    names.sort();
    names
}

#[test]
fn matching() {
    let files = matching_files();
    assert!(files.len() >= 14, "some vectors are missing: {files:?}");
    let cases: usize = files.iter().map(|name| vectors::matching::run(name, &read(name))).sum();
    assert!(cases >= 100, "only {cases} cases");
}

#[test]
fn csv_import() {
    vectors::import::run(&folder(), &read("csv_import.json"));
}

#[test]
fn coverage() {
    vectors::coverage::run(&read("coverage.json"));
}

#[test]
fn referrals() {
    assert!(vectors::referrals::run(&read("referrals.json")) >= 21, "some cases are missing");
}

#[test]
fn requests() {
    assert!(vectors::requests::run(&read("requests.json")) >= 27, "some cases are missing");
}

#[test]
fn sheets() {
    let least = if cfg!(feature = "workbooks") { 60 } else { 45 };
    assert!(vectors::sheets::run(&folder().join("sheets")) >= least, "some cases are missing");
}
