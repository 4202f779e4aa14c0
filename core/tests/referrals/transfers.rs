//! Referrals that somebody takes over, comments, and whom events concern.

use aiguillage::Directory;
use aiguillage::follow_up::{
    Changes, Comment, Departure, Occasion, Recipient, RecipientRole, Referral, ReferralEvent, ReferralState,
    ReminderPolicy, TrackedNeed, Transfer, comment, fold, move_referral, need_reminder_on, recipients, send,
    transfer, transfer_all,
};
use jiff::civil::Date;

use super::super::{day, moved, sending, sent, take, to};

fn over(referral: &str, expert: &str, on: Date) -> Transfer {
    let author = Some("manager".to_owned());
    Transfer {
        referral: referral.into(),
        expert: expert.into(),
        antenne: None,
        institution: "i".into(),
        on,
        author,
    }
}

fn departure(successor: &str, on: Date) -> Departure {
    Departure {
        expert: "leaver".into(),
        successor: successor.into(),
        antenne: Some("a".into()),
        institution: "i".into(),
        on,
        author: None,
    }
}

/// A referral of a need of its own, with somebody who leaves.
fn held(id: &str) -> Referral {
    let mut sending = sending(id, "leaver", "i", day(1));
    sending.need = format!("need-{id}");
    send(&[], &sending).unwrap().referrals.remove(0)
}

#[test]
fn a_referral_goes_over_as_it_stands() {
    let mut referrals = vec![sent("r", day(1))];
    moved(&mut referrals, &to("r", ReferralState::TakenInCharge, day(3)), &[]);
    let changes = transfer(&referrals, &over("r", "f", day(9))).unwrap();
    take(&mut referrals, changes);
    let changes = transfer(&referrals, &over("r", "g", day(12))).unwrap();
    take(&mut referrals, changes);
    let referral = &referrals[0];
    referral.check().unwrap();
    assert_eq!(
        (referral.state, referral.sent_on, referral.taken_on),
        (ReferralState::TakenInCharge, day(1), Some(day(3)))
    );
    let past: Vec<_> =
        referral.past.iter().map(|past| (past.expert.as_str(), past.sent_on, past.until)).collect();
    assert_eq!(past, [("r", day(1), day(9)), ("f", day(9), day(12))]);
    assert_eq!(referral.held_since(), day(12));
    let error = |to: &Transfer| transfer(&referrals, to).unwrap_err().code();
    assert_eq!(error(&over("r", "g", day(13))), "already_referred", "to oneself");
    assert_eq!(error(&over("x", "h", day(13))), "unknown_referral");
    assert_eq!(error(&over("r", "h", day(2))), "impossible_date");
    assert_eq!(error(&over("r", " ", day(13))), "missing_field");
    moved(&mut referrals, &to("r", ReferralState::Done, day(14)), &[]);
    let refused = transfer(&referrals, &over("r", "h", day(15))).unwrap_err();
    assert_eq!(
        (refused.code(), refused.hint().as_deref()),
        ("forbidden_transition", Some("reopen it first"))
    );
}

#[test]
fn the_company_waits_as_long_and_the_new_expert_is_left_in_peace() {
    let mut referrals = vec![sent("r", day(1))];
    let changes = transfer(&referrals, &over("r", "f", day(8))).unwrap();
    take(&mut referrals, changes);
    let on = |day| need_reminder_on(&referrals, day, &ReminderPolicy::default());
    assert_eq!(on(day(10)), None, "two days are too few");
    assert_eq!(on(day(11)).map(|own| (own.experts, own.days)), Some((vec!["f".to_owned()], 10)));
}

#[test]
fn all_open_referrals_of_somebody_who_leaves_go_over_in_one_call() {
    let mut referrals: Vec<Referral> = ["a", "b", "c", "d"].map(held).to_vec();
    moved(&mut referrals, &to("b", ReferralState::TakenInCharge, day(2)), &[]);
    moved(&mut referrals, &to("c", ReferralState::NotForMe, day(2)), &[]);
    // The successor has one of the needs already, and another was moved later than they left.
    let mut sending = sending("d2", "f", "i", day(1));
    sending.need = "need-d".into();
    referrals.extend(send(&referrals, &sending).unwrap().referrals);
    let done = transfer_all(&referrals, &departure("f", day(5))).unwrap();
    let went: Vec<_> =
        done.referrals.iter().map(|one| (one.id.as_str(), one.expert.as_str(), one.state)).collect();
    assert_eq!(went, [("a", "f", ReferralState::Waiting), ("b", "f", ReferralState::TakenInCharge)]);
    assert_eq!(done.referrals[0].antenne.as_deref(), Some("a"));
    let kept: Vec<_> = done.kept.iter().map(|kept| (kept.referral.as_str(), kept.code.as_str())).collect();
    assert_eq!(kept, [("d", "already_referred")]);
    assert_eq!(transfer_all(&referrals, &departure("f", day(1))).unwrap().kept[0].code, "impossible_date");
    take(&mut referrals, Changes { events: done.events, referrals: done.referrals });
    let again = transfer_all(&referrals, &departure("f", day(6))).unwrap();
    assert_eq!((again.events.len(), again.kept.len()), (0, 1), "twice does no more");
    let oneself = transfer_all(&referrals, &departure("leaver", day(6))).unwrap_err();
    assert_eq!((oneself.code(), oneself.field()), ("invalid_value", Some("successor")));
    assert_eq!(transfer_all(&referrals, &departure("", day(6))).unwrap_err().field(), Some("successor"));
}

#[test]
fn two_referrals_of_one_need_do_not_both_go_to_one_expert() {
    let mut second = held("b");
    second.need = "need-a".into();
    let done = transfer_all(&[held("a"), second], &departure("f", day(5))).unwrap();
    assert_eq!((done.referrals.len(), done.kept[0].code.as_str()), (1, "already_referred"));
}

#[test]
fn a_comment_changes_nothing_whenever_it_arrives() {
    let first = send(&[], &sending("r", "e", "i", day(2))).unwrap();
    let taken = move_referral(&first.referrals, &to("r", ReferralState::TakenInCharge, day(4)), &[]).unwrap();
    let said = |on| Comment { referral: "r".into(), on, author: None };
    let late = comment(&taken.referrals, &said(day(3))).unwrap();
    assert!(late.referrals.is_empty());
    let folded = fold(&[late.events.clone(), taken.events, first.events, late.events.clone()].concat(), None);
    assert_eq!((folded.referrals, folded.ignored), (taken.referrals.clone(), vec![]));
    let mut own = taken.referrals[0].clone();
    own.apply(&late.events[0]).unwrap();
    assert_eq!(own, taken.referrals[0]);
    assert_eq!(comment(&taken.referrals, &said(day(1))).unwrap_err().code(), "impossible_date");
    assert_eq!(fold(&late.events, None).ignored[0].code, "unknown_referral");
}

fn directory() -> Directory {
    Directory::from_json(
        r#"{"themes": [{"id": "t", "label": "T"}], "subjects": [{"id": "s", "theme": "t", "label": "S"}],
            "institutions": [{"id": "i", "name": "I"}],
            "antennes": [{"id": "a", "institution": "i", "name": "Antenne", "zones": ["departement:80"]}],
            "experts": [
                {"id": "team", "antenne": "a", "name": "Équipe", "email": "equipe@example.org",
                 "competences": [{"subject": "s"}],
                 "members": [{"name": "Une", "email": "une@example.org"}, {"name": "Deux", "email": "Equipe@example.org"}],
                 "absences": [{"from": "2026-11-10", "until": "2026-11-20", "substitute": "first"}]},
                {"id": "first", "antenne": "a", "name": "Premier", "competences": [{"subject": "s"}],
                 "absences": [{"from": "2026-11-15", "until": "2026-11-18", "substitute": "second"},
                              {"from": "2026-11-20", "until": "2026-11-20"}]},
                {"id": "second", "antenne": "a", "name": "Deuxième", "competences": [{"subject": "s"}],
                 "absences": [{"from": "2026-11-25", "until": "2026-11-26", "substitute": "retired"},
                              {"from": "2026-11-27", "until": "2026-11-28", "substitute": "former"}]},
                {"id": "retired", "antenne": "a", "name": "Retraité", "active": false,
                 "competences": [{"subject": "s"}]},
                {"id": "former", "antenne": "a", "name": "Sorti", "valid": {"until": "2026-11-01"},
                 "competences": [{"subject": "s"}]}]}"#,
    )
    .unwrap()
}

fn need() -> TrackedNeed {
    let mut need = TrackedNeed::new("n", "s", day(1));
    need.adviser = Some("adviser".into());
    need.company = Some("company".into());
    need
}

fn event(kind: &str, to: ReferralState, on: Date) -> ReferralEvent {
    let mut event: ReferralEvent = serde_json::from_str(&format!(
        r#"{{"referral": "r", "need": "n", "kind": "{kind}", "to": "waiting", "on": "2026-11-02", "antenne": "a"}}"#
    ))
    .unwrap();
    event.to = to;
    event.on = on;
    event
}

fn told(event: &ReferralEvent, referrals: &[Referral]) -> Vec<(RecipientRole, String)> {
    let found = recipients(event, &need(), referrals, Some(&directory())).unwrap();
    let name = |one: Recipient| one.name.or(one.id).unwrap_or_default();
    found.into_iter().map(|one| (one.role, name(one))).collect()
}

#[test]
fn people_are_told_by_one_table() {
    use RecipientRole::*;
    let mut own = sent("r", day(2));
    own.expert = "team".into();
    let mut sibling = sent("s", day(2));
    sibling.expert = "second".into();
    let referrals = [own, sibling];
    let names = |found: &[(RecipientRole, &str)]| -> Vec<(RecipientRole, String)> {
        found.iter().map(|(role, name)| (*role, (*name).to_owned())).collect()
    };
    let on_sending = |on| told(&event("sent", ReferralState::Waiting, on), &referrals);
    // The second member has the address of the team, which has it already.
    let base = [(Expert, "Équipe"), (Member, "Une"), (Company, "company")];
    assert_eq!(on_sending(day(2)), names(&base));
    let with = |substitute| names(&[base[0], base[1], (Substitute, substitute), base[2]]);
    assert_eq!(on_sending(day(12)), with("Premier"));
    assert_eq!(on_sending(day(16)), with("Deuxième"), "substitutes of substitutes are followed");
    assert_eq!(on_sending(day(20)), names(&base), "whoever is away stands in for nobody");
    let to_second = |on| {
        let referrals = [Referral { expert: "second".into(), ..referrals[0].clone() }];
        told(&event("sent", ReferralState::Waiting, on), &referrals)
    };
    let alone = names(&[(Expert, "Deuxième"), (Company, "company")]);
    assert_eq!(
        [to_second(day(25)), to_second(day(28))],
        [alone.clone(), alone],
        "who has left stands in for nobody"
    );
    let moved = |to| told(&event("moved", to, day(3)), &referrals);
    assert_eq!(
        moved(ReferralState::TakenInCharge),
        names(&[(Sibling, "Deuxième"), (Company, "company"), (Adviser, "adviser")])
    );
    assert_eq!(moved(ReferralState::NotForMe), names(&[(Adviser, "adviser"), (Manager, "Antenne")]));
    let mut said = event("comment", ReferralState::Waiting, day(3));
    said.author = Some("adviser".into());
    assert_eq!(told(&said, &referrals), names(&[(Expert, "Équipe"), (Member, "Une"), (Sibling, "Deuxième")]));
    // In the name of the team: whoever of them it was, the others are told.
    said.author = Some("team".into());
    let members = [(Member, "Une"), (Member, "Deux"), (Sibling, "Deuxième"), (Adviser, "adviser")];
    assert_eq!(told(&said, &referrals), names(&members));
}

#[test]
fn a_transfer_tells_who_had_it_and_nobody_twice() {
    let mut referrals = vec![sent("r", day(2))];
    referrals[0].expert = "team".into();
    let changes = transfer(&referrals, &over("r", "second", day(5))).unwrap();
    take(&mut referrals, changes.clone());
    let found = recipients(&changes.events[0], &need(), &referrals, None).unwrap();
    let ids: Vec<_> =
        found.iter().map(|one| (one.role.as_str(), one.id.as_deref().unwrap_or_default())).collect();
    let expected = [("expert", "second"), ("former", "team"), ("company", "company"), ("adviser", "adviser")];
    assert_eq!(ids, expected, "nobody knows the antenne");
    assert_eq!(Occasion::of(&changes.events[0]), Occasion::Transferred);
    // It goes on the same day: each event tells whoever had it just before.
    let onward = transfer(&referrals, &over("r", "first", day(5))).unwrap();
    take(&mut referrals, onward.clone());
    let former = |event| {
        let found = recipients(event, &need(), &referrals, None).unwrap();
        let former = found.into_iter().find(|one| one.role == RecipientRole::Former);
        former.and_then(|former| former.id)
    };
    let formers = [former(&changes.events[0]), former(&onward.events[0])];
    assert_eq!(formers, [Some("team".to_owned()), Some("second".to_owned())]);
}

#[test]
fn an_event_without_its_need_or_referral_is_refused() {
    let error = |event: &ReferralEvent, referrals: &[Referral]| {
        let error = recipients(event, &need(), referrals, None).unwrap_err();
        (error.code(), error.field().map(str::to_owned))
    };
    let own = event("sent", ReferralState::Waiting, day(2));
    assert_eq!(error(&own, &[]), ("unknown_referral", Some("event.referral".into())));
    let other = ReferralEvent { need: "m".into(), ..own };
    assert_eq!(error(&other, &[sent("r", day(2))]), ("unknown_need", Some("event.need".into())));
}
