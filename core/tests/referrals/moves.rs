//! What people do, and what is refused.

use aiguillage::follow_up::{
    Changes, EventKind, Reassignment, ReferralState::*, RefusalReason, move_referral, reassign, send,
};

use super::super::{day, moved, sending, sent, take, to};

#[test]
fn a_button_pressed_twice_does_no_harm() {
    let mut referrals = vec![sent("r", day(2))];
    moved(&mut referrals, &to("r", TakenInCharge, day(3)), &[]);
    let again = move_referral(&referrals, &to("r", TakenInCharge, day(9)), &[]).unwrap();
    assert_eq!(again, Changes::default());
}

#[test]
fn what_cannot_be_is_refused_and_changes_nothing() {
    let referrals = vec![sent("r1", day(5))];
    let code = |change| {
        let error = move_referral(&referrals, &change, &[]).unwrap_err();
        (error.code(), error.field().map(str::to_owned), error.hint())
    };
    let (named, field, hint) = code(to("r2", Done, day(6)));
    assert_eq!(
        (named, field.as_deref(), hint.as_deref()),
        ("unknown_referral", Some("referral"), Some("did you mean `r1`?"))
    );
    assert_eq!(code(to("r1", Done, day(4))).0, "impossible_date");
    assert_eq!(code(to("r1", TakenBySibling, day(6))).0, "forbidden_transition");
    let mut with_reason = to("r1", Done, day(6));
    with_reason.reason = Some(RefusalReason::Territory);
    assert_eq!(code(with_reason).0, "invalid_value");

    let mut closed = referrals.clone();
    moved(&mut closed, &to("r1", Done, day(6)), &[]);
    let error = move_referral(&closed, &to("r1", NotForMe, day(7)), &[]).unwrap_err();
    assert_eq!(
        error.to_string(),
        "a referral that is `done` cannot become `not_for_me`: it can become `waiting`"
    );
}

#[test]
fn a_refusal_has_its_reason_until_it_is_taken_back() {
    let mut referrals = vec![sent("r", day(2))];
    let mut refusal = to("r", NotForMe, day(3));
    refusal.reason = Some(RefusalReason::Criteria);
    moved(&mut referrals, &refusal, &[]);
    assert_eq!((referrals[0].reason, referrals[0].taken_on), (Some(RefusalReason::Criteria), None));
    moved(&mut referrals, &to("r", Waiting, day(4)), &[]);
    assert_eq!((referrals[0].reason, referrals[0].closed_on), (None, None));
    assert_eq!(referrals[0].waiting_since(), day(4));
    referrals[0].check().unwrap();
}

#[test]
fn l1_done_at_once_closes_the_network_too_and_says_when() {
    for taken in [TakenInCharge, Done, DoneNoHelp, DoneNotReachable] {
        let mut referrals = vec![sent("r1", day(2)), sent("r2", day(2)), sent("r3", day(2))];
        referrals[2].institution = "other".into();
        let changes = move_referral(&referrals, &to("r1", taken, day(3)), &["i".to_owned()]).unwrap();
        assert_eq!(changes.events.len(), 2);
        assert_eq!(changes.events[1].author, None, "nobody closed the sibling");
        take(&mut referrals, changes);
        let states: Vec<_> = referrals.iter().map(|own| own.state).collect();
        assert_eq!(states, [taken, TakenBySibling, Waiting]);
        assert_eq!(referrals[1].closed_on, Some(day(3)));
        referrals.iter().for_each(|own| own.check().unwrap());
    }
}

#[test]
fn a_colleague_who_got_it_later_closes_on_their_own_day() {
    let mut referrals = vec![sent("r1", day(2)), sent("r2", day(8))];
    moved(&mut referrals, &to("r1", Done, day(5)), &["i".to_owned()]);
    assert_eq!((referrals[1].state, referrals[1].closed_on), (TakenBySibling, Some(day(8))));
    referrals[1].check().unwrap();
}

#[test]
fn giving_to_another_keeps_who_had_it() {
    let mut referrals = vec![sent("r1", day(2)), sent("r2", day(2))];
    let mut refusal = to("r1", NotForMe, day(3));
    refusal.reason = Some(RefusalReason::Capacity);
    moved(&mut referrals, &refusal, &[]);
    let other = |expert: &str, on| Reassignment {
        referral: "r1".into(),
        expert: expert.into(),
        antenne: Some("a2".into()),
        institution: "i2".into(),
        on,
        author: Some("adviser".into()),
    };
    assert_eq!(reassign(&referrals, &other("r2", day(4))).unwrap_err().code(), "already_referred");
    assert_eq!(reassign(&referrals, &other("r1", day(4))).unwrap_err().code(), "already_referred");
    assert_eq!(reassign(&referrals, &other("e", day(1))).unwrap_err().code(), "impossible_date");
    assert_eq!(reassign(&referrals, &other(" ", day(4))).unwrap_err().code(), "missing_field");
    let changes = reassign(&referrals, &other("e", day(4))).unwrap();
    assert_eq!(changes.events[0].kind, EventKind::Reassigned);
    take(&mut referrals, changes);
    let now = &referrals[0];
    now.check().unwrap();
    assert_eq!(
        (now.state, now.expert.as_str(), now.institution.as_str(), now.sent_on),
        (Waiting, "e", "i2", day(4))
    );
    let past = &now.past[0];
    assert_eq!(
        (past.expert.as_str(), past.state, past.reason),
        ("r1", NotForMe, Some(RefusalReason::Capacity))
    );
    assert_eq!((past.sent_on, past.until, past.author.as_deref()), (day(2), day(4), Some("adviser")));

    moved(&mut referrals, &to("r1", Done, day(5)), &[]);
    assert_eq!(reassign(&referrals, &other("f", day(6))).unwrap_err().code(), "forbidden_transition");
}

#[test]
fn a_need_goes_once_to_an_expert() {
    let referrals = vec![sent("r1", day(2))];
    let code = |sending| send(&referrals, &sending).unwrap_err().code();
    assert_eq!(code(sending("r1", "e", "i", day(3))), "duplicate_id");
    assert_eq!(code(sending("r2", "r1", "i", day(3))), "already_referred");
    assert_eq!(code(sending("r2", "", "i", day(3))), "missing_field");
    assert_eq!(code(sending(" ", "e", "i", day(3))), "missing_field");
}

#[test]
fn impossible_records_are_found() {
    let good = {
        let mut referrals = vec![sent("r", day(2))];
        moved(&mut referrals, &to("r", Done, day(3)), &[]);
        referrals.remove(0)
    };
    good.check().unwrap();
    let mut bad = good.clone();
    bad.closed_on = Some(day(1));
    let error = bad.check().unwrap_err();
    assert_eq!((error.code(), error.field()), ("impossible_date", Some("closed_on")));
    assert_eq!(bad.days_to_close(), Some(0), "never negative");
    let mut bad = good.clone();
    bad.taken_on = None;
    assert_eq!(bad.check().unwrap_err().code(), "missing_field");
    let mut bad = good.clone();
    bad.state = Waiting;
    assert_eq!(
        (bad.check().unwrap_err().code(), bad.check().unwrap_err().field()),
        ("invalid_value", Some("taken_on"))
    );
    let mut bad = good.clone();
    bad.reason = Some(RefusalReason::Other);
    assert_eq!(bad.check().unwrap_err().field(), Some("reason"));
    let mut bad = good;
    bad.expert = " ".into();
    assert_eq!(bad.check().unwrap_err().field(), Some("expert"));
}
