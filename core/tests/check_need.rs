//! Needs that are checked before anybody is asked.
#![cfg(feature = "cog")]
#![expect(clippy::unwrap_used, reason = "a test stops at the first fault")]

use aiguillage::{Need, Router};

fn router() -> Router {
    Router::from_json(
        r#"{"themes": [{"id": "t", "label": "T"}],
            "subjects": [{"id": "a", "theme": "t", "label": "A", "questions": [{"id": "q", "label": "Q ?"}]},
                         {"id": "b", "theme": "t", "label": "B"}],
            "institutions": [{"id": "i", "name": "I"}]}"#,
    )
    .unwrap()
}

fn code(json: &str) -> Result<(), String> {
    router().check_need(&Need::from_json(json).unwrap()).map_err(|error| error.code().to_owned())
}

#[test]
fn a_need_may_lack_its_subject() {
    assert_eq!(code(r#"{"commune": "80021"}"#), Ok(()));
    assert_eq!(code(r#"{"commune": "80021", "answers": {"q": true}}"#), Ok(()));
    assert_eq!(code(r#"{"subject": "a", "commune": "80021", "answers": {"q": true}}"#), Ok(()));
}

#[test]
fn all_else_is_checked_as_in_matching() {
    for (json, expected) in [
        (r#"{}"#, "missing_field"),
        (r#"{"commune": "99999"}"#, "unknown_commune"),
        (r#"{"commune": "80021", "opco": "i"}"#, "invalid_value"),
        (r#"{"commune": "80021", "opco": "nobody"}"#, "unknown_institution"),
        (r#"{"commune": "80021", "created_on": "2026-11-24", "on": "2026-11-23"}"#, "invalid_value"),
        (r#"{"commune": "80021", "answers": {"r": true}}"#, "unknown_question"),
        (r#"{"commune": "80021", "answers": {"q": "tel"}}"#, "invalid_value"),
        (r#"{"subject": "a", "commune": "80021", "answers": {"q": "tel"}}"#, "invalid_value"),
        (r#"{"subject": "c", "commune": "80021"}"#, "unknown_subject"),
        (r#"{"subject": "b", "commune": "80021", "answers": {"q": true}}"#, "unknown_question"),
    ] {
        assert_eq!(code(json), Err(expected.to_owned()), "{json}");
    }
}

#[test]
fn a_directory_without_subjects_checks_too() {
    let router = Router::from_json("{}").unwrap();
    assert!(router.check_need(&Need::new("", "80021")).is_ok());
}
