//! Changes of a directory: what they may hold, what is refused, and one after the other.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use aiguillage::{Need, Router};

fn router() -> Router {
    Router::from_json(
        r#"{"themes": [{"id": "t", "label": "T"}],
            "subjects": [{"id": "s", "theme": "t", "label": "S", "questions": [{"id": "q", "label": "?"}]},
                         {"id": "u", "theme": "t", "label": "U"}],
            "institutions": [{"id": "i", "name": "I", "aliases": ["Ancien"]}, {"id": "o", "name": "O", "categories": ["opco"]}],
            "antennes": [{"id": "a", "institution": "i", "name": "A", "zones": ["departement:80"]},
                         {"id": "b", "institution": "i", "name": "B", "level": "national"},
                         {"id": "empty", "institution": "o", "name": "E"}],
            "experts": [{"id": "first", "antenne": "a", "name": "F", "competences": [{"subject": "s"}]},
                        {"id": "second", "antenne": "b", "name": "G", "competences": [{"subject": "s"}, {"subject": "u"}]}],
            "opco_by_zone": [{"zone": "departement:976", "institution": "o"}]}"#,
    )
    .unwrap()
}

fn found(router: &Router, subject: &str) -> Vec<String> {
    let matches = router.match_experts(&Need::new(subject, "80021")).unwrap();
    matches.iter().map(|one| one.expert.id.clone()).collect()
}

#[test]
fn what_is_wrong_with_a_change_is_said_as_of_a_directory() {
    let router = router();
    let expert = |rest: &str| format!(r#"{{"experts": [{{"id": "new", "name": "N", {rest}}}]}}"#);
    let competent = r#""competences": [{"subject": "s"}]"#;
    let cases = [
        (String::new(), "empty_file"),
        ("[]".to_owned(), "invalid_value"),
        ("{".to_owned(), "malformed_json"),
        (r#"{"themes": []}"#.to_owned(), "unknown_field"),
        (r#"{"rules": "every"}"#.to_owned(), "unknown_field"),
        (r#"{"remove": {}}"#.to_owned(), "unknown_field"),
        (r#"{"removed": []}"#.to_owned(), "invalid_value"),
        (r#"{"removed": {"subjects": ["s"]}}"#.to_owned(), "unknown_field"),
        (r#"{"removed": {"experts": "first"}}"#.to_owned(), "invalid_value"),
        (r#"{"removed": {"experts": [1]}}"#.to_owned(), "invalid_value"),
        (r#"{"removed": {"experts": ["firts"]}}"#.to_owned(), "unknown_expert"),
        (r#"{"removed": {"experts": ["first", "first"]}}"#.to_owned(), "duplicate_id"),
        (r#"{"removed": {"antennes": ["a"]}}"#.to_owned(), "unknown_antenne"),
        (r#"{"removed": {"antennes": ["c"]}}"#.to_owned(), "unknown_antenne"),
        (r#"{"removed": {"institutions": ["o"]}}"#.to_owned(), "unknown_institution"),
        (r#"{"institutions": [{"id": "o", "name": "O"}]}"#.to_owned(), "not_an_opco"),
        (r#"{"institutions": [{"id": "n", "name": "N", "aliases": ["ancien"]}]}"#.to_owned(), "duplicate_id"),
        // An id is not what another is called.
        (r#"{"institutions": [{"id": "Ancien", "name": "N"}]}"#.to_owned(), "duplicate_id"),
        (r#"{"institutions": [{"id": "n", "name": "N", "aliases": ["i"]}]}"#.to_owned(), "duplicate_id"),
        (expert(&format!(r#""antenne": "z", {competent}"#)), "unknown_antenne"),
        (expert(r#""antenne": "a", "competences": [{"subject": "z"}]"#), "unknown_subject"),
        (expert(&format!(r#""antenne": "a", "zones": ["region:99"], {competent}"#)), "unknown_zone"),
        (expert(&format!(r#""antenne": "a", "capacity": 0, {competent}"#)), "invalid_value"),
        (
            expert(&format!(r#""antenne": "a", "criteria": [{{"subjects": ["z"]}}], {competent}"#)),
            "unknown_subject",
        ),
        (r#"{"antennes": [{"id": "c", "institution": "z", "name": "C"}]}"#.to_owned(), "unknown_institution"),
        (
            format!(
                r#"{{"removed": {{"antennes": ["empty"]}}, "experts": [{{"id": "n", "name": "N", "antenne": "empty", {competent}}}]}}"#
            ),
            "unknown_antenne",
        ),
    ];
    for (change, code) in cases {
        let error = router.with_changes(&change).unwrap_err();
        assert_eq!(error.code(), code, "{change}: {error}");
    }
    let error = router.with_changes(r#"{"removed": {"experts": ["firts"]}}"#).unwrap_err();
    let fault = &error.diagnostics()[0];
    assert_eq!((fault.line, fault.column, fault.nearest.as_deref()), (Some(1), Some(26), Some("first")));
    let error = router.with_changes(r#"{"institutions": [{"id": "Ancien", "name": "N"}]}"#).unwrap_err();
    let fault = &error.diagnostics()[0];
    assert_eq!((fault.line, fault.column), (Some(1), Some(26)));
    assert_eq!(fault.message(), "`Ancien` is already an alias of the institution `i`");
}

#[test]
fn a_change_may_give_and_remove_everything_that_hangs_together() {
    let changed = router()
        .with_changes(
            r#"{"institutions": [{"id": "n", "name": "N"}],
                "antennes": [{"id": "c", "institution": "n", "name": "C", "zones": ["commune:80021"]}],
                "experts": [{"id": "third", "antenne": "c", "name": "T", "competences": [{"subject": "s"}]}],
                "removed": {"experts": ["first"], "antennes": ["a"]}}"#,
        )
        .unwrap();
    assert_eq!(found(&changed, "s"), ["third", "second"]);
    let ids: Vec<_> = changed.directory().antennes().iter().map(|antenne| antenne.id.as_str()).collect();
    assert_eq!(ids, ["b", "empty", "c"]);
}

#[test]
fn changes_follow_each_other_and_leave_the_routers_before_them_alone() {
    let router = router();
    let moved = router
        .with_changes(r#"{"antennes": [{"id": "a", "institution": "Ancien", "name": "A", "zones": ["departement:59"]}]}"#)
        .unwrap();
    let warnings: Vec<_> =
        moved.directory().diagnostics().iter().map(|warning| warning.code.as_str()).collect();
    assert_eq!(warnings, ["institution_alias"]);
    assert_eq!(found(&moved, "s"), ["second"]);
    let without = moved.with_changes(r#"{"removed": {"experts": ["second"]}}"#).unwrap();
    assert_eq!(found(&without, "u"), [""; 0]);
    let again = without
        .with_changes(r#"{"experts": [{"id": "fourth", "antenne": "b", "name": "F", "competences": [{"subject": "u"}]}]}"#)
        .unwrap();
    assert_eq!((found(&again, "u"), found(&again, "s")), (vec!["fourth".to_owned()], vec![]));
    assert_eq!(found(&router, "s"), ["first", "second"]);
    // Nothing at all is a change too.
    assert_eq!(router.with_changes("{}").unwrap().to_bytes().unwrap(), router.to_bytes().unwrap());
}

/// Somebody who stands in stays, and whoever comes to stand in does so as in a directory that was compiled whole.
#[test]
fn substitutes_come_and_stay_with_changes() {
    let away = |substitute: &str| {
        format!(
            r#"{{"experts": [{{"id": "first", "antenne": "a", "name": "F", "competences": [{{"subject": "s"}}],
                "absences": [{{"from": "2026-12-01", "until": "2026-12-31", "substitute": "{substitute}"}}]}}]}}"#
        )
    };
    let named = |router: &Router| {
        let need = Need { on: "2026-12-24".parse().ok(), ..Need::new("s", "80021") };
        let matches = router.match_experts(&need).unwrap();
        let place = |one: aiguillage::Match<'_>| {
            (one.expert.id.clone(), one.instead_of.map(|absent| absent.id.clone()), one.zone.to_string())
        };
        matches.iter().map(place).collect::<Vec<_>>()
    };
    let changed = router().with_changes(&away("second")).unwrap();
    // The place of the absent one is the narrower: the substitute's own is left out.
    let place = ("second".to_owned(), Some("first".to_owned()), "departement:80".to_owned());
    assert_eq!(named(&changed), [place]);
    assert_eq!(named(&Router::new(changed.directory().clone())), named(&changed));
    let refused = |router: &Router, change: &str| router.with_changes(change).unwrap_err().code();
    assert_eq!(refused(&changed, r#"{"removed": {"experts": ["second"]}}"#), "unknown_expert");
    assert_eq!(refused(&router(), &away("third")), "unknown_expert");
    assert_eq!(refused(&router(), &away("first")), "substitute_circle");
    let circle = r#"{"experts": [{"id": "second", "antenne": "b", "name": "G", "competences": [{"subject": "s"}],
        "absences": [{"from": "2026-12-31", "until": "2027-01-03", "substitute": "first"}]}]}"#;
    assert_eq!(refused(&changed, circle), "substitute_circle");
    // A day later there is no circle.
    assert!(changed.with_changes(&circle.replace("2026-12-31", "2027-01-01")).is_ok());
}

/// Of overlapping absences the first that names somebody counts: a link that is never followed makes no circle.
#[test]
fn only_who_stands_in_makes_a_circle() {
    let directory = |second: &str| {
        format!(
            r#"{{"institutions": [{{"id": "i", "name": "I"}}],
                "antennes": [{{"id": "a", "institution": "i", "name": "A", "level": "national"}}],
                "experts": [
                    {{"id": "e0", "antenne": "a", "name": "E", "absences": [
                        {{"from": "2026-11-01", "until": "2026-11-15", "substitute": "e1"}},
                        {{"from": "2026-11-01", "until": "{second}", "substitute": "e2"}}]}},
                    {{"id": "e1", "antenne": "a", "name": "E"}},
                    {{"id": "e2", "antenne": "a", "name": "E", "absences": [
                        {{"from": "2026-11-01", "until": "2026-11-30", "substitute": "e0"}}]}}]}}"#
        )
    };
    assert!(Router::from_json(&directory("2026-11-15")).is_ok());
    // A day later nobody else is named first.
    let error = Router::from_json(&directory("2026-11-16")).unwrap_err();
    assert_eq!(error.code(), "substitute_circle");
    assert!(error.to_string().contains("on 2026-11-16 `e2` stands in for `e0`"), "{error}");
}
