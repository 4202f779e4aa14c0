//! What is wanted of the matches: limits, and the load of experts.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use aiguillage::{MatchOptions, Need, Router};

fn router() -> Router {
    Router::from_json(
        r#"{"themes": [{"id": "t", "label": "T"}], "subjects": [{"id": "s", "theme": "t", "label": "S"}],
            "institutions": [{"id": "i", "name": "I"}],
            "antennes": [{"id": "a", "institution": "i", "name": "A", "zones": ["departement:80"]}],
            "experts": [
                {"id": "absent", "antenne": "a", "name": "absent", "zones": ["commune:80021"], "competences": [{"subject": "s"}],
                 "absences": [{"from": "2026-11-23", "until": "2026-11-24"}]},
                {"id": "full", "antenne": "a", "name": "full", "zones": ["commune:80021"], "max_open": 3, "competences": [{"subject": "s"}]},
                {"id": "wide", "antenne": "a", "name": "wide", "zones": ["region:32"], "competences": [{"subject": "s"}]}]}"#,
    )
    .unwrap()
}

fn need() -> Need {
    Need { on: "2026-11-23".parse().ok(), ..Need::new("s", "80021") }
}

fn load(entries: &[(&str, f64)]) -> MatchOptions {
    let load = entries.iter().map(|(expert, open)| ((*expert).to_owned(), *open)).collect();
    MatchOptions { load: Some(load), ..MatchOptions::default() }
}

fn ids(options: &MatchOptions) -> Vec<String> {
    let router = router();
    let matches = router.match_experts_with(&need(), options).unwrap();
    matches.iter().map(|one| one.expert.id.clone()).collect()
}

#[test]
fn a_load_that_makes_no_sense_is_an_error() {
    let router = router();
    let error = |options: &MatchOptions| router.match_experts_with(&need(), options).unwrap_err();
    let unknown = error(&load(&[("wides", 1.0)]));
    assert_eq!((unknown.code(), unknown.field()), ("unknown_expert", Some("load")));
    assert_eq!(unknown.hint().as_deref(), Some("did you mean `wide`?"));
    for open in [-1.0, f64::NAN, f64::INFINITY] {
        let error = error(&load(&[("wide", open)]));
        assert_eq!((error.code(), error.field()), ("invalid_value", Some("load")), "{open}");
    }
    assert!(router.match_batch(&[need()], &load(&[("wide", -1.0)])).is_err());
}

#[test]
fn the_absent_are_kept_last_and_the_full_before_them() {
    assert_eq!(ids(&MatchOptions::default()), ["full", "wide", "absent"]);
    assert_eq!(ids(&load(&[("full", 3.0)])), ["wide", "full", "absent"]);
    let limited = MatchOptions { limit: Some(2), ..load(&[("full", 3.0)]) };
    assert_eq!(ids(&limited), ["wide", "full"]);
    assert_eq!(ids(&MatchOptions { limit: Some(2), ..MatchOptions::default() }), ["full", "wide"]);
    assert_eq!(ids(&MatchOptions { limit: Some(0), ..MatchOptions::default() }), [""; 0]);
    assert_eq!(ids(&MatchOptions { per_institution: Some(1), ..MatchOptions::default() }), ["full"]);
    let router = router();
    let last = router.match_experts(&need()).unwrap().iter().last().unwrap();
    assert_eq!(last.absent_until.map(|until| until.to_string()).as_deref(), Some("2026-11-24"));
}
