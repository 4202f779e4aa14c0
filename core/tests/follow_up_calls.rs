//! The functions after the match through JSON, and every error code there is.

#![cfg(all(feature = "cog", feature = "csv", feature = "notifications"))]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::collections::BTreeSet;

use aiguillage::boundary::{self, BoundaryError, CALLS, Target};
use aiguillage::{Directory, ReferralError};
use serde_json::{Value, json};

fn call(function: &str, request: &str, directory: Option<&Directory>) -> Result<String, BoundaryError> {
    boundary::call(function, directory.map_or(Target::Nothing, Target::Directory), request)
}

fn answer(function: &str, arguments: &Value) -> Value {
    serde_json::from_str(&call(function, &arguments.to_string(), None).unwrap()).unwrap()
}

fn error(function: &str, arguments: &Value) -> BoundaryError {
    call(function, &arguments.to_string(), None).unwrap_err()
}

fn directory() -> Directory {
    Directory::from_json(
        r#"{"themes": [{"id": "emploi", "label": "Emploi"}],
            "subjects": [{"id": "recruter", "theme": "emploi", "label": "Recruter"}],
            "institutions": [{"id": "network", "name": "Réseau", "single_taker": true}],
            "antennes": [{"id": "a", "institution": "network", "name": "A", "zones": ["departement:80"]}],
            "experts": [{"id": "e1", "antenne": "a", "name": "E", "competences": [{"subject": "recruter"}]}]}"#,
    )
    .unwrap()
}

fn sending(referral: &str, expert: &str) -> Value {
    json!({"referral": referral, "need": "n", "expert": expert, "antenne": "a", "institution": "network", "on": "2026-11-02"})
}

fn need() -> Value {
    json!({"id": "n", "subject": "recruter", "commune": "80021", "deposited_on": "2026-11-01"})
}

#[test]
fn a_life_from_sending_to_impact() {
    let first = answer("send", &json!({"referrals": [], "sending": sending("r1", "e1")}));
    let second = answer("send", &json!({"referrals": first["referrals"], "sending": sending("r2", "e2")}));
    let referrals = json!([first["referrals"][0], second["referrals"][0]]);
    let taken = json!({"referral": "r1", "to": "taken_in_charge", "on": "2026-11-04", "author": "agent"});
    let arguments = json!({"referrals": referrals, "move": taken}).to_string();
    // The directory knows who is a single taker.
    let changes: Value =
        serde_json::from_str(&call("move_referral", &arguments, Some(&directory())).unwrap()).unwrap();
    assert_eq!(changes["referrals"][1]["state"], "taken_by_sibling");
    let alone =
        answer("move_referral", &json!({"referrals": referrals, "move": taken, "single_takers": null}));
    assert_eq!(alone["referrals"].as_array().unwrap().len(), 1);

    let events: Vec<Value> = [&first, &second, &changes]
        .iter()
        .flat_map(|own| own["events"].as_array().unwrap().clone())
        .collect();
    let folded = answer("fold", &json!({"events": events}));
    assert_eq!(folded["referrals"], changes["referrals"]);
    let before = answer("fold", &json!({"events": events, "on": "2026-11-03"}));
    assert_eq!(before["referrals"], referrals);
    let applied = answer("apply", &json!({"referral": referrals[0], "event": changes["events"][0]}));
    assert_eq!(applied, changes["referrals"][0]);
    assert_eq!(answer("check", &json!({"referral": applied})), Value::Null);

    let given = json!({"referral": "r2", "expert": "e3", "institution": "other", "on": "2026-11-06"});
    let given = answer("reassign", &json!({"referrals": changes["referrals"], "reassignment": given}));
    assert_eq!(given["referrals"][0]["past"][0]["expert"], "e2");

    let query = json!({"on": "2026-12-31", "by": "institution"});
    let arguments = json!({"needs": [need()], "referrals": folded["referrals"], "query": query}).to_string();
    let report: Value =
        serde_json::from_str(&call("impact", &arguments, Some(&directory())).unwrap()).unwrap();
    assert_eq!(
        (&report["total"]["funnel"]["in_progress"], &report["rows"][0]["label"]),
        (&json!(1), &json!("Réseau"))
    );
    let table = answer("impact_table", &json!({"report": report}));
    assert!(table["columns"].as_array().unwrap().iter().any(|column| column["name"] == "helped_rate"));
    assert!(
        answer("impact_csv", &json!({"report": report})).as_str().unwrap().starts_with("group,label,period,")
    );
    let changes = answer("compare_impact", &json!({"before": report, "after": report}));
    assert!(
        changes
            .as_array()
            .unwrap()
            .iter()
            .all(|change| change["difference"].as_f64().is_none_or(|d| d == 0.0))
    );
}

#[test]
fn the_other_functions_answer_too() {
    let waiting =
        answer("send", &json!({"referrals": [], "sending": sending("r1", "e1")}))["referrals"].clone();
    let found = answer("reminders", &json!({"referrals": waiting, "on": "2026-11-11"}));
    assert_eq!(found["needs"][0]["kind"], "poke");
    let policy = json!({"poke": 20});
    assert_eq!(
        answer("need_reminder", &json!({"referrals": waiting, "on": "2026-11-11", "policy": policy})),
        Value::Null
    );
    let absences = json!([{"expert": "e1", "from": "2026-11-10", "until": "2026-11-12"}]);
    let away = answer("reminders", &json!({"referrals": waiting, "on": "2026-11-11", "absences": absences}));
    assert_eq!(away["needs"][0]["away"], json!(["e1"]));
    let suspensions = json!([{"need": "n", "from": "2026-11-10"}]);
    let arguments = json!({"referrals": waiting, "on": "2026-11-11", "suspensions": suspensions});
    assert_eq!(answer("need_reminder", &arguments), Value::Null);
    let candidates = json!({"matched": [{"expert": "e1", "institution": "network"}, {"expert": "e2", "institution": "network"}]});
    let wave = answer(
        "next_wave",
        &json!({"candidates": candidates, "referrals": waiting, "on": "2026-11-07", "language": "en"}),
    );
    assert_eq!((&wave["step"], &wave["alert"][0]["expert"]), (&json!("matched"), &json!("e2")));
    assert!(wave["sentence"].as_str().unwrap().starts_with("Wave 2: nobody has moved"));
    let over = json!({"referral": "r1", "expert": "e2", "institution": "network", "on": "2026-11-05"});
    let changes = answer("transfer", &json!({"referrals": waiting, "transfer": over}));
    let told = answer(
        "recipients",
        &json!({"event": changes["events"][0], "need": need(), "referrals": changes["referrals"]}),
    );
    let roles: Vec<&Value> = told.as_array().unwrap().iter().map(|one| &one["role"]).collect();
    assert_eq!(roles, ["expert", "former", "company"]);
    let leaves = json!({"expert": "e1", "successor": "e2", "institution": "network", "on": "2026-11-05"});
    let all = answer("transfer_all", &json!({"referrals": waiting, "departure": leaves}));
    assert_eq!(all["referrals"], changes["referrals"]);
    let said = json!({"referral": "r1", "on": "2026-11-05"});
    assert_eq!(
        answer("comment", &json!({"referrals": waiting, "comment": said}))["events"][0]["kind"],
        "comment"
    );
    let invited = answer("come_backs_due", &json!({"needs": [need()], "referrals": [], "on": "2027-04-02"}));
    assert_eq!(invited, json!([{"need": "n", "since": "2027-04-01"}]));
    let actor = json!({"role": "expert", "expert": "e1"});
    let arguments = json!({"actor": actor, "action": "move", "need": need(), "referrals": waiting});
    assert_eq!(answer("may", &arguments)["allowed"], true);
    assert_eq!(answer("permission_rules", &json!({})).as_array().unwrap().len(), 54);
    assert_eq!(answer("recipient_rules", &json!({})).as_array().unwrap().len(), 11);
    let below: Value =
        serde_json::from_str(&call("perimeter", r#"{"antenne": "a"}"#, Some(&directory())).unwrap()).unwrap();
    assert_eq!(below, json!(["a"]));
    let request = json!({"id": "d", "company": "x", "subject": "s", "at": "2026-11-02T09:00:00Z"});
    let verdict = answer("classify_request", &json!({"request": request, "earlier": []}));
    assert_eq!(verdict, json!({"kind": "new", "of": null}));
    let due = answer(
        "due_for_anonymisation",
        &json!({"needs": [need()], "referrals": waiting, "on": "2029-11-02"}),
    );
    assert_eq!(due[0]["since"], "2029-11-02");
    assert_eq!(
        answer("anonymise", &json!({"need": need(), "on": "2029-11-02"}))["anonymised_on"],
        "2029-11-02"
    );
    let file = answer("read_referrals_csv", &json!({"text": "need,subject,deposited_on\nn,s,2026-11-01\n"}));
    assert_eq!(file["needs"][0]["id"], "n");
    let data = json!({"service": {"name": "S"}, "need": {"subject": "Recruter"}, "expert": {"name": "E"}});
    let message = answer("render", &json!({"kind": "company_taken", "data": data}));
    assert_eq!(message["subject"], "E va vous appeler\u{a0}: Recruter");
}

/// The codes of an error, or of the faults of an answer.
fn codes(function: &str, arguments: &Value, directory: Option<&Directory>) -> Vec<String> {
    match call(function, &arguments.to_string(), directory) {
        Err(error) => vec![error.code.to_owned()],
        Ok(answer) => {
            let answer: Value = serde_json::from_str(&answer).unwrap();
            let mut faults = answer["faults"].as_array().cloned().unwrap_or_default();
            faults.extend(answer["unknown"].as_array().cloned().unwrap_or_default());
            faults.iter().map(|fault| fault["code"].as_str().unwrap().to_owned()).collect()
        }
    }
}

#[test]
fn every_code_reaches_users_and_no_other() {
    let directory = directory();
    let waiting =
        answer("send", &json!({"referrals": [], "sending": sending("r1", "e1")}))["referrals"].clone();
    let of = |key: &str, value: Value| {
        let mut referral = waiting[0].clone();
        referral[key] = value;
        json!([referral])
    };
    let to =
        |to: &str, on: &str| json!({"referrals": waiting, "move": {"referral": "r1", "to": to, "on": on}});
    let impact = |needs: Value, referrals: Value| json!({"needs": needs, "referrals": referrals, "query": {"on": "2026-12-31"}});
    let query = |query: Value| json!({"needs": [], "referrals": [], "query": query});
    let render = |data: Value, overrides: Value| json!({"kind": "company_taken", "data": data, "overrides": overrides});
    let asked =
        answer("ask_survey", &json!({"surveys": [], "need": "n", "on": "2026-11-15"}))["surveys"].clone();
    let answered = answer(
        "answer_survey",
        &json!({"surveys": asked, "answer": {"need": "n", "on": "2026-11-16", "called_back": true}}),
    )["surveys"]
        .clone();
    let cases: Vec<(&str, &str, Value)> = vec![
        ("already_asked", "ask_survey", json!({"surveys": asked, "need": "n", "on": "2026-11-16"})),
        (
            "already_answered",
            "answer_survey",
            json!({"surveys": answered, "answer": {"need": "n", "on": "2026-11-16", "called_back": false}}),
        ),
        ("unknown_kind", "fold", json!({"events": [{"referral": "r1", "kind": "paused", "for": "a month"}]})),
        ("already_referred", "send", json!({"referrals": waiting, "sending": sending("r2", "e1")})),
        ("duplicate_id", "send", json!({"referrals": waiting, "sending": sending("r1", "e2")})),
        ("forbidden_transition", "move_referral", to("taken_by_sibling", "2026-11-03")),
        ("impossible_date", "move_referral", to("done", "2026-11-01")),
        ("unknown_state", "move_referral", to("finished", "2026-11-03")),
        (
            "unknown_referral",
            "move_referral",
            json!({"referrals": [], "move": {"referral": "r1", "to": "done", "on": "2026-11-03"}}),
        ),
        (
            "unknown_request",
            "apply_request_event",
            json!({"event": {"request": "d", "on": "2026-11-03", "kind": "reopened"}}),
        ),
        ("missing_field", "move_referral", json!({"referrals": waiting})),
        ("unknown_field", "fold", json!({"events": [], "until": "2026-11-01"})),
        ("invalid_value", "fold", json!({"events": [], "on": "2026-13-01"})),
        ("unknown_function", "foldd", json!({})),
        ("invalid_link", "render", render(json!({"links": {"see": "javascript:x"}}), Value::Null)),
        ("missing_variable", "render", render(json!({}), Value::Null)),
        (
            "invalid_template",
            "render",
            render(json!({}), json!([{"template": "need.text", "source": "{% if %}"}])),
        ),
        ("unknown_template", "render", render(json!({}), json!([{"template": "x", "source": ""}]))),
        ("directory_needed", "impact", query(json!({"on": "2026-12-31", "by": "theme"}))),
        ("unknown_need", "impact", impact(json!([]), waiting.clone())),
        (
            "unknown_commune",
            "impact",
            impact(
                json!([{"id": "n", "subject": "s", "commune": "99999", "deposited_on": "2026-11-01"}]),
                json!([]),
            ),
        ),
    ];
    let mut reached = BTreeSet::new();
    for (code, function, arguments) in cases {
        assert_eq!(codes(function, &arguments, None), [code], "{function} {arguments}");
        reached.insert(code.to_owned());
    }
    let known: Vec<(&str, Value)> = vec![
        (
            "unknown_subject",
            impact(json!([{"id": "n", "subject": "s", "deposited_on": "2026-11-01"}]), json!([])),
        ),
        ("unknown_expert", impact(json!([need()]), of("expert", json!("e9")))),
        ("unknown_antenne", impact(json!([need()]), of("antenne", json!("b")))),
        ("unknown_institution", impact(json!([need()]), of("institution", json!("i")))),
        ("unknown_theme", query(json!({"on": "2026-12-31", "themes": ["x"]}))),
    ];
    for (code, arguments) in known {
        assert_eq!(codes("impact", &arguments, Some(&directory)), [code], "{arguments}");
        reached.insert(code.to_owned());
    }
    // A sheet of a million rows is made where workbooks are tested.
    reached.insert("too_many_rows".to_owned());
    let listed: BTreeSet<String> = ReferralError::CODES.iter().map(|code| (*code).to_owned()).collect();
    assert_eq!(reached, listed);
}

#[test]
fn arguments_have_places_and_one_bad_item_does_not_sink_a_report() {
    let state = error("need_status", &json!({"states": ["waiting", "wating"]}));
    assert_eq!(
        (state.field.as_deref(), state.hint().as_deref()),
        (Some("states[1]"), Some("did you mean `waiting`?"))
    );
    let nested = error("reminders", &json!({"referrals": [], "on": "2026-11-01", "policy": {"pok": 1}}));
    assert_eq!((nested.code, nested.field.as_deref()), ("unknown_field", Some("policy.pok")));
    for text in ["", "[]", "{", "7", "{} {}", "null", r#"{"states": [], "states": []}"#] {
        assert_eq!(call("need_status", text, None).unwrap_err().code, "invalid_value", "{text}");
    }
    let report = answer(
        "impact",
        &json!({"needs": [need(), {"id": "m"}, 7], "referrals": [{"id": "r"}], "query": {"on": "2026-12-31"}}),
    );
    assert_eq!(report["total"]["funnel"]["deposited"], 1);
    let places: Vec<&str> =
        report["faults"].as_array().unwrap().iter().map(|fault| fault["field"].as_str().unwrap()).collect();
    assert_eq!(places, ["needs[1].subject", "needs[2]", "referrals[0].need"]);
}

#[test]
fn every_function_refuses_what_it_does_not_know() {
    for called in CALLS {
        let refused = error(called.name, &json!({"no such argument": 1}));
        assert!(matches!(refused.code, "unknown_field" | "missing_target"), "{}: {refused}", called.name);
    }
    let unknown = error("fald", &json!({}));
    assert_eq!((unknown.code, unknown.hint().as_deref()), ("unknown_function", Some("did you mean `fold`?")));
}
