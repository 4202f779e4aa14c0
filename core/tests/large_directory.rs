//! Directories beyond what two bytes can count: nothing gets a number that is another's.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use aiguillage::{Need, Router};
use serde_json::{Value, json};

/// More than two bytes can number.
const MANY: usize = 65_540;

/// An antenne of each institution, everywhere.
fn antennes(institutions: &[&str]) -> Value {
    let antenne = |id: &&str| json!({"id": id, "institution": id, "name": id, "level": "national"});
    institutions.iter().map(antenne).collect()
}

/// An expert of each antenne, for everything.
fn experts(antennes: &[&str]) -> Value {
    let expert = |id: &&str| json!({"id": id, "antenne": id, "name": id, "competences": [{"subject": "s"}]});
    antennes.iter().map(expert).collect()
}

fn found(router: &Router, need: &Need) -> Vec<String> {
    router.match_experts(need).unwrap().iter().map(|one| one.expert.id.clone()).collect()
}

#[test]
fn natures_of_activity_are_never_taken_for_each_other() {
    let named = |number: usize| format!("N{number}");
    let institution =
        |id: &str, activities: &[String]| json!({"id": id, "name": id, "activities": activities});
    let all: Vec<String> = (0..MANY).map(named).collect();
    let directory = json!({
        "themes": [{"id": "t", "label": "T"}],
        "subjects": [{"id": "s", "theme": "t", "label": "S"}],
        "institutions": [institution("all", &all[..MANY - 2]), institution("first", &all[MANY - 2..MANY - 1]),
                         institution("second", &all[MANY - 1..])],
        "antennes": antennes(&["all", "first", "second"]),
        "experts": experts(&["all", "first", "second"]),
    });
    let router = Router::from_json(&directory.to_string()).unwrap();
    for (activity, expert) in [(MANY - 1, "second"), (MANY - 2, "first"), (MANY - 3, "all"), (0, "all")] {
        let need = Need { activities: vec![named(activity).parse().unwrap()], ..Need::new("s", "80021") };
        assert_eq!(found(&router, &need), [expert], "{activity}");
    }
}

#[test]
fn the_last_question_of_a_subject_counts_as_the_first() {
    let questions: Vec<_> =
        (0..MANY).map(|number| json!({"id": format!("q{number}"), "label": "?"})).collect();
    let last = format!("q{}", MANY - 1);
    let group = |answer: bool| json!({"subject": "s", "answers": {last.as_str(): answer}});
    let directory = json!({
        "themes": [{"id": "t", "label": "T"}],
        "subjects": [{"id": "s", "theme": "t", "label": "S", "questions": questions}],
        "institutions": [{"id": "yes", "name": "Y", "answer_groups": [group(true)]},
                         {"id": "no", "name": "N", "answer_groups": [group(false)]}],
        "antennes": antennes(&["yes", "no"]),
        "experts": experts(&["yes", "no"]),
    });
    let router = Router::from_json(&directory.to_string()).unwrap();
    for (answer, expert) in [(true, "yes"), (false, "no")] {
        let need = Need { answers: [(last.clone(), answer.into())].into(), ..Need::new("s", "80021") };
        assert_eq!(found(&router, &need), [expert]);
    }
}
