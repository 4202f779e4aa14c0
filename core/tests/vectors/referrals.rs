//! Referrals: moves, the status of a need, reminders.

use aiguillage::follow_up::{
    Move, NeedStatus, Referral, ReferralState, ReminderPolicy, from_json, move_referral, need_reminder_on,
    need_status,
};
use serde_json::{Value, json};

/// Runs the file; returns how many cases it has.
pub(crate) fn run(vectors: &Value) -> usize {
    let cases = |name: &str| vectors[name].as_array().unwrap().iter();
    cases("transitions").for_each(transition);
    cases("need_status").for_each(status);
    cases("reminders").for_each(reminder);
    ["transitions", "need_status", "reminders"].iter().map(|name| cases(name).count()).sum()
}

/// A referral of a vector, which says only what matters.
fn referral(id: &Value, institution: &Value, sent_on: &Value, state: ReferralState) -> Referral {
    let dates = match state {
        ReferralState::Waiting => json!({}),
        ReferralState::TakenInCharge => json!({"taken_on": sent_on}),
        ReferralState::NotForMe | ReferralState::TakenBySibling => json!({"closed_on": sent_on}),
        _ => json!({"taken_on": sent_on, "closed_on": sent_on}),
    };
    let mut record = json!({
        "id": id, "need": "n", "expert": id, "institution": institution, "sent_on": sent_on, "state": state,
    });
    record.as_object_mut().unwrap().extend(dates.as_object().unwrap().clone());
    let referral: Referral = from_json(&record.to_string()).unwrap();
    referral.check().unwrap();
    referral
}

fn transition(case: &Value) {
    let name = &case["name"];
    let mut referrals: Vec<Referral> = case["referrals"]
        .as_array()
        .unwrap()
        .iter()
        .map(|own| referral(&own["id"], &own["institution"], &case["sent_on"], ReferralState::Waiting))
        .collect();
    let single_takers: Vec<String> =
        serde_json::from_value(case.get("single_taker").cloned().unwrap_or_else(|| json!([]))).unwrap();
    let events = case["events"].as_array().unwrap();
    for (number, event) in events.iter().enumerate() {
        let change: Move = from_json(&event.to_string()).unwrap();
        let refused = case["last_event_refused"] == true && number == events.len() - 1;
        match move_referral(&referrals, &change, &single_takers) {
            Err(error) if refused => assert_eq!(error.code(), "forbidden_transition", "{name}"),
            Err(error) => panic!("{name}: {error}"),
            Ok(_) if refused => panic!("{name}: the last event was not refused"),
            Ok(changes) => {
                for changed in changes.referrals {
                    let own = referrals.iter_mut().find(|own| own.id == changed.id).unwrap();
                    *own = changed;
                }
            }
        }
    }
    for (id, expected) in case["expected"].as_object().unwrap() {
        let found = referrals.iter().find(|own| own.id == *id).unwrap();
        found.check().unwrap();
        let found = serde_json::to_value(found).unwrap();
        for (field, value) in expected.as_object().unwrap() {
            assert_eq!(found.get(field).unwrap_or(&Value::Null), value, "{name}: {id}.{field}");
        }
    }
}

fn status(case: &Value) {
    let states: Vec<ReferralState> = serde_json::from_value(case["states"].clone()).unwrap();
    let expected: NeedStatus = serde_json::from_value(case["status"].clone()).unwrap();
    assert_eq!(need_status(&states), expected, "{}", case["name"]);
}

fn reminder(case: &Value) {
    let states: Vec<ReferralState> = serde_json::from_value(case["states"].clone()).unwrap();
    let referrals: Vec<Referral> = (1..)
        .zip(states)
        .map(|(number, state)| referral(&json!(format!("r{number}")), &json!("i"), &case["sent_on"], state))
        .collect();
    let on = case["on"].as_str().unwrap().parse().unwrap();
    let found = need_reminder_on(&referrals, on, &ReminderPolicy::default());
    let kind = found.map(|own| own.kind.as_str());
    assert_eq!(kind, case["reminder"].as_str(), "{}", case["name"]);
}
