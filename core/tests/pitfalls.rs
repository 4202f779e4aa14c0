//! The pitfalls that services like this one fell into, a test each. Names begin with the kind of
//! pitfall (company, geography, routing) and its number.
//!
//! Not here:
//! - R2, the replay under two versions: `compare.rs`.
//! - R9, reasons and nearest misses where nobody matches: `explain.rs`.
//! - R12 and R13, coverage without false greens, and by company profile: `coverage.rs` and
//!   `vectors/coverage.json`.
//! - C13, the table of collective agreements that guesses an OPCO: the source closed, and the OPCO is
//!   an input of the need, as `c13` holds.
//! - G15, offices by street: out of scope, as the smallest territory is an arrondissement or a commune.
//! - G16, geocoding while routing: nothing to test, as a need carries INSEE's code and the library has
//!   no network; that a postal code is never guessed from is `g05`.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod pitfalls {
    pub(crate) mod company;
    pub(crate) mod composition;
    pub(crate) mod geography;
}

use aiguillage::{Directory, DirectoryError, Need, NeedError, ReadOptions, Router};
use serde_json::{Value, json};

/// A document with the theme `t`, its subjects `s` (which asks `q` and `r`) and `u`, the institution
/// `i` with the antenne `a` in the Somme and the antenne `national`; the members of `parts` replace
/// those of the same name.
fn document(parts: Value) -> String {
    let questions = json!([{"id": "q", "label": "Une question ?"}, {"id": "r", "label": "Une autre ?"}]);
    let base = json!({
        "themes": [{"id": "t", "label": "Thème"}],
        "subjects": [
            {"id": "s", "theme": "t", "label": "Sujet", "questions": questions},
            {"id": "u", "theme": "t", "label": "Un autre", "questions": [{"id": "of_u", "label": "Et ici ?"}]}
        ],
        "institutions": [{"id": "i", "name": "Institution"}],
        "antennes": [
            {"id": "a", "institution": "i", "name": "Somme", "zones": ["departement:80"]},
            {"id": "national", "institution": "i", "name": "Siège", "level": "national"}
        ],
        "experts": []
    });
    with(base, parts).to_string()
}

fn with(mut base: Value, parts: Value) -> Value {
    if let Value::Object(parts) = parts {
        base.as_object_mut().unwrap().extend(parts);
    }
    base
}

fn router(parts: Value) -> Router {
    Router::from_json(&document(parts)).unwrap()
}

/// A router of these experts only.
fn experts(experts: Value) -> Router {
    router(json!({ "experts": experts }))
}

/// A router of one expert, `e`, with one criterion.
fn criterion(criterion: Value) -> Router {
    experts(json!([expert("e", json!({"criteria": [criterion]}))]))
}

/// An expert of the antenne `a` on the subject `s`.
fn expert(id: &str, more: Value) -> Value {
    with(json!({"id": id, "antenne": "a", "name": id, "competences": [{"subject": "s"}]}), more)
}

/// An expert on the subject `s` with zones of their own.
fn expert_in(id: &str, zone: &str) -> Value {
    expert(id, json!({"zones": [zone]}))
}

/// A need of `s` in Amiens.
fn need(more: Value) -> Need {
    read_need(more).unwrap()
}

fn read_need(more: Value) -> Result<Need, NeedError> {
    let base = json!({"subject": "s", "commune": "80021", "on": "2026-11-23"});
    Need::from_json(&with(base, more).to_string())
}

/// The ids of the experts who match, in alphabetical order.
fn matching(router: &Router, more: Value) -> Vec<String> {
    let matches = router.match_experts(&need(more)).unwrap();
    let mut ids: Vec<String> = matches.iter().map(|one| one.expert.id.clone()).collect();
    ids.sort();
    ids
}

fn in_commune(router: &Router, commune: &str) -> Vec<String> {
    matching(router, json!({ "commune": commune }))
}

/// Whether the expert `e` matches.
fn accepts(router: &Router, more: Value) -> bool {
    matching(router, more) == ["e"]
}

/// The one match, by what it says.
fn shown(router: &Router, more: Value) -> Value {
    let matches = router.match_experts(&need(more)).unwrap();
    assert_eq!(matches.len(), 1, "{matches:?}");
    serde_json::to_value(matches.get(0).unwrap()).unwrap()
}

/// Why a need is refused, by the reading or by the router: code, field, hint.
fn refused(router: &Router, more: Value) -> (&'static str, String, String) {
    let error = match read_need(more) {
        Ok(need) => router.match_experts(&need).unwrap_err(),
        Err(error) => error,
    };
    let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
    (error.code(), text(error.field()), text(error.hint().as_deref()))
}

/// What is found in a directory that is read leniently: code, text, nearest known value.
fn findings(parts: Value) -> Vec<(&'static str, String, Option<String>)> {
    let found = read_leniently(parts).unwrap();
    let found = found.diagnostics().iter();
    found.map(|one| (one.code.as_str(), one.text.clone(), one.nearest.clone())).collect()
}

fn read_leniently(parts: Value) -> Result<Directory, DirectoryError> {
    Directory::from_json_with(&document(parts), &ReadOptions::default().lenient())
}

/// The code of the first error of a directory that is refused.
fn refusal(parts: Value) -> &'static str {
    Router::from_json(&document(parts)).unwrap_err().code()
}
