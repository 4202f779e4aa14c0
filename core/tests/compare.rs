//! Replay of needs through two directories.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use aiguillage::compare::compare;
use aiguillage::{Need, Router};
use serde_json::{Value, json};

fn router(experts: Value, rules: &str) -> Router {
    let directory = json!({
        "themes": [{"id": "t", "label": "T"}],
        "subjects": [{"id": "s", "theme": "t", "label": "S"}, {"id": "u", "theme": "t", "label": "U"}],
        "institutions": [{"id": "i", "name": "I"}, {"id": "j", "name": "J"}],
        "antennes": [
            {"id": "a", "institution": "i", "name": "A", "zones": ["departement:80"]},
            {"id": "b", "institution": "j", "name": "B", "zones": ["region:32"]}
        ],
        "experts": experts, "rules": rules
    });
    Router::from_json(&directory.to_string()).unwrap()
}

fn expert(id: &str, antenne: &str, subject: &str, criteria: Value) -> Value {
    json!({"id": id, "antenne": antenne, "name": id, "competences": [{"subject": subject}], "criteria": criteria})
}

#[test]
fn what_is_gained_and_lost_and_by_which_rule() {
    let before = router(
        json!([
            expert("stays", "a", "s", json!([])),
            expert("leaves", "a", "s", json!([])),
            expert("changes_subject", "a", "s", json!([])),
            expert("filtered", "b", "s", json!([]))
        ]),
        "every",
    );
    let mut moved = expert("moves", "b", "s", json!([]));
    moved["zones"] = json!(["departement:59"]);
    let after = router(
        json!([
            expert("stays", "a", "s", json!([])),
            expert("changes_subject", "a", "u", json!([])),
            expert("filtered", "b", "s", json!([{"min_headcount": 10}])),
            expert("arrives", "b", "s", json!([])),
            moved
        ]),
        "every",
    );
    let needs = [
        Need { id: Some("first".into()), ..Need::new("s", "80021") },
        Need::new("nothing", "80021"),
        Need::new("u", "59350"),
    ];
    let comparison = compare(&before, &after, &needs);
    assert_eq!((comparison.needs, comparison.differences.len()), (3, 1));
    let difference = &comparison.differences[0];
    assert_eq!((difference.position, difference.need.as_deref()), (0, Some("first")));
    let changes: Vec<_> =
        difference.changes.iter().map(|c| (c.expert, c.kind.as_str(), c.cause.as_str())).collect();
    assert_eq!(
        changes,
        [
            ("arrives", "gained", "expert"),
            ("changes_subject", "lost", "competence"),
            ("filtered", "lost", "criteria"),
            ("leaves", "lost", "expert"),
        ]
    );
    let summary: Vec<_> =
        comparison.summary.iter().map(|c| (c.institution, c.subject.as_str(), c.gained, c.lost)).collect();
    assert_eq!(summary, [("i", "s", 0, 2), ("j", "s", 1, 1)]);
    let data = serde_json::to_value(&comparison).unwrap();
    assert_eq!(data["differences"][0]["changes"][2]["cause"], "criteria");
}

#[test]
fn a_substitute_who_comes_or_goes_is_no_want_of_competence() {
    let mut away = expert("away", "a", "s", json!([]));
    let other = expert("other", "b", "u", json!([]));
    let before = router(json!([away.clone(), other.clone()]), "every");
    away["absences"] = json!([{"from": "2026-12-01", "until": "2026-12-31", "substitute": "other"}]);
    let after = router(json!([away, other]), "every");
    let need = Need { on: "2026-12-24".parse().ok(), ..Need::new("s", "80021") };
    let causes = |first: &Router, second: &Router| {
        let comparison = compare(first, second, std::slice::from_ref(&need));
        let told = comparison.differences[0].changes.iter();
        told.map(|one| format!("{} {} {}", one.expert, one.kind.as_str(), one.cause.as_str()))
            .collect::<Vec<_>>()
    };
    assert_eq!(causes(&before, &after), ["away lost substitute", "other gained substitute"]);
    assert_eq!(causes(&after, &before), ["away gained substitute", "other lost substitute"]);
}

#[test]
fn r2_a_directory_is_replayed_under_both_versions_of_the_rules() {
    let two = json!([expert("e", "a", "s", json!([{"min_headcount": 10}, {"min_years": 3}]))]);
    let need = Need { headcount: Some(30), ..Need::new("s", "80021") };
    let comparison_of = |first: &str, second: &str| {
        let (first, second) = (router(two.clone(), first), router(two.clone(), second));
        let comparison = compare(&first, &second, std::slice::from_ref(&need));
        comparison.summary.iter().map(|count| (count.gained, count.lost)).collect::<Vec<_>>()
    };
    assert_eq!(comparison_of("every", "any-in-level"), [(1, 0)]);
    assert_eq!(comparison_of("any-in-level", "every"), [(0, 1)]);
    assert!(comparison_of("every", "every").is_empty());
}

#[test]
fn a_need_that_only_one_can_answer_is_a_difference() {
    let first = router(json!([]), "every");
    let mut document: Value = serde_json::from_str(&first.directory().to_json()).unwrap();
    document["subjects"].as_array_mut().unwrap().pop();
    let second = Router::from_json(&document.to_string()).unwrap();
    let comparison = compare(&first, &second, &[Need::new("u", "80021"), Need::new("s", "80021")]);
    assert_eq!(comparison.differences.len(), 1);
    let refusal = comparison.differences[0].refusal.as_ref().unwrap();
    assert_eq!((refusal.by_second, refusal.code), (true, "unknown_subject"));
}
