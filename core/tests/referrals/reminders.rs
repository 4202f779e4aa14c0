//! Whom to remind of what.

use aiguillage::follow_up::{
    Circumstances, ExpertAbsence, NeedReminder, Referral, ReferralState, ReminderKind, ReminderPolicy,
    Suspension, need_reminder_on, need_reminder_with, reminders, reminders_with,
};
use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::super::{day, moved, sending, sent, to};

fn after(days: i64) -> Date {
    day(1).checked_add(days.days()).unwrap()
}

fn on(referrals: &[Referral], days: i64) -> Option<NeedReminder> {
    need_reminder_on(referrals, after(days), &ReminderPolicy::default())
}

#[test]
fn the_clock_has_four_steps_and_says_since_when() {
    let referrals = [sent("r", day(1))];
    let found = |days| on(&referrals, days).map(|own| (own.kind, own.since, own.days));
    assert_eq!(found(8), None);
    assert_eq!(found(9), Some((ReminderKind::Poke, after(9), 9)));
    assert_eq!(found(20), Some((ReminderKind::Poke, after(9), 20)));
    assert_eq!(found(21), Some((ReminderKind::LastChance, after(21), 21)));
    assert_eq!(found(44), Some((ReminderKind::LastChance, after(21), 44)));
    assert_eq!(found(45), Some((ReminderKind::Abandoned, after(45), 45)));
    assert_eq!(found(-3), None, "what is in the future does not count yet");
}

#[test]
fn l6_who_was_just_sent_a_need_is_left_in_peace() {
    let referrals = [sent("r1", day(1)), sent("r2", day(8))];
    assert_eq!(on(&referrals, 9).unwrap().referrals, ["r1"]);
    assert_eq!(on(&referrals, 10).unwrap().referrals, ["r1", "r2"]);
}

#[test]
fn nobody_is_given_up_on_before_their_first_reminder() {
    // Somebody else was asked on day 40.
    let referrals = [sent("r1", day(1)), sent("r2", after(40))];
    assert_eq!(on(&referrals, 45).unwrap().kind, ReminderKind::LastChance);
    let found = on(&referrals, 49).unwrap();
    assert_eq!((found.kind, found.since), (ReminderKind::Abandoned, after(49)));
    assert_eq!(found.referrals, ["r1", "r2"]);
}

#[test]
fn coming_back_to_waiting_starts_the_clock_again() {
    let mut referrals = vec![sent("r", day(1))];
    moved(&mut referrals, &to("r", ReferralState::Done, day(3)), &[]);
    assert_eq!(on(&referrals, 60), None);
    moved(&mut referrals, &to("r", ReferralState::Waiting, after(60)), &[]);
    assert_eq!(on(&referrals, 68), None);
    assert_eq!(on(&referrals, 69).unwrap().kind, ReminderKind::Poke);
}

#[test]
fn a_need_that_everybody_refused_says_who_may_be_asked_again() {
    let mut referrals = vec![sent("r1", day(1)), sent("r2", day(1))];
    let network = ["i".to_owned()];
    for change in [
        to("r1", ReferralState::TakenInCharge, day(2)),
        to("r1", ReferralState::Waiting, day(3)),
        to("r1", ReferralState::NotForMe, day(4)),
    ] {
        moved(&mut referrals, &change, &network);
    }
    let found = on(&referrals, 5).unwrap();
    assert_eq!((found.kind, found.since, found.days), (ReminderKind::Refused, day(4), 2));
    assert_eq!((found.referrals, found.siblings), (vec!["r1".to_owned()], vec!["r2".to_owned()]));
}

#[test]
fn expired_referrals_are_archived_after_six_months() {
    let referrals = [sent("r", date(2026, 8, 31))];
    let found = |on| {
        let found = reminders(&referrals, on, &ReminderPolicy::default());
        (found.expired.len(), found.to_archive.len())
    };
    assert_eq!(found(date(2026, 10, 14)), (0, 0));
    assert_eq!(found(date(2026, 10, 15)), (1, 0));
    assert_eq!(found(date(2027, 2, 27)), (1, 0));
    assert_eq!(found(date(2027, 2, 28)), (0, 1), "February has no 31st");
}

#[test]
fn experts_who_fall_behind_are_found() {
    let of = |expert: &str, number: u32, on| {
        let mut sending = sending(&format!("{expert}{number}"), expert, "i", on);
        sending.need = format!("{expert}{number}");
        aiguillage::follow_up::send(&[], &sending).unwrap().referrals.remove(0)
    };
    let mut referrals: Vec<Referral> = (0..6).map(|number| of("many", number, day(20))).collect();
    referrals.extend((0..2).map(|number| of("old", number, day(2))));
    referrals.extend((0..5).map(|number| of("fine", number, day(20))));
    referrals.push(of("fine", 5, day(2)));
    referrals.push(of("old", 9, date(2026, 9, 1)));
    referrals[13].state = ReferralState::Done;
    let found = reminders(&referrals, day(23), &ReminderPolicy::default()).experts;
    let shown: Vec<_> =
        found.iter().map(|own| (own.expert.as_str(), own.waiting, own.old, own.expired, own.many)).collect();
    assert_eq!(shown, [("many", 6, 0, 0, true), ("old", 2, 2, 1, false)]);
    assert_eq!(found[1].oldest, Some(day(2)));
}

#[test]
fn every_number_can_be_set_and_extremes_do_no_harm() {
    let referrals = [sent("r", day(1))];
    let policy =
        ReminderPolicy { poke: 1, last_chance: 2, abandoned: 3, grace: 0, ..ReminderPolicy::default() };
    let kind =
        |days, policy: &ReminderPolicy| need_reminder_on(&referrals, after(days), policy).map(|own| own.kind);
    assert_eq!(kind(1, &policy), Some(ReminderKind::Poke));
    assert_eq!(kind(3, &policy), Some(ReminderKind::Abandoned));
    let huge = ReminderPolicy {
        archive_months: u32::MAX,
        expired: 0,
        abandoned: u32::MAX,
        ..ReminderPolicy::default()
    };
    assert_eq!(kind(4_000, &huge), Some(ReminderKind::LastChance));
    assert_eq!(reminders(&referrals, Date::MAX, &huge).expired, ["r"]);
    assert_eq!(reminders(&[], day(1), &policy), aiguillage::follow_up::Reminders::default());
}

fn away(expert: &str, from: i64, until: i64) -> Circumstances {
    let absence = ExpertAbsence { expert: expert.into(), from: after(from), until: after(until) };
    Circumstances { absences: vec![absence], suspensions: Vec::new() }
}

fn suspended(from: i64, until: Option<i64>) -> Circumstances {
    let suspension = Suspension { need: "n".into(), from: after(from), until: until.map(after) };
    Circumstances { absences: Vec::new(), suspensions: vec![suspension] }
}

fn on_with(referrals: &[Referral], days: i64, circumstances: &Circumstances) -> Option<NeedReminder> {
    need_reminder_with(referrals, after(days), &ReminderPolicy::default(), circumstances)
}

#[test]
fn who_is_away_is_not_reminded_before_they_are_back() {
    let referrals = [sent("r1", day(1)), sent("r2", day(1))];
    let circumstances = away("r1", 5, 12);
    let found = on_with(&referrals, 9, &circumstances).unwrap();
    assert_eq!(
        (found.experts, found.away, found.since),
        (vec!["r2".to_owned()], vec!["r1".to_owned()], after(9))
    );
    // Alone they are told all the same: the company waits, and somebody else may be asked.
    let alone = &referrals[..1];
    let found = on_with(alone, 9, &circumstances).unwrap();
    assert_eq!((found.referrals.len(), found.away, found.since), (0, vec!["r1".to_owned()], after(9)));
    let back = on_with(alone, 13, &circumstances).unwrap();
    assert_eq!(
        (back.experts, back.since, back.days),
        (vec!["r1".to_owned()], after(13), 13),
        "news that day"
    );
    let given_up = on_with(alone, 45, &away("r1", 5, 60)).unwrap();
    assert_eq!((given_up.kind, given_up.referrals), (ReminderKind::Abandoned, vec!["r1".to_owned()]));
}

#[test]
fn who_is_away_has_not_fallen_behind() {
    let of = |number: u32| {
        let mut sending = sending(&format!("r{number}"), "e", "i", day(1));
        sending.need = format!("n{number}");
        aiguillage::follow_up::send(&[], &sending).unwrap().referrals.remove(0)
    };
    let referrals: Vec<Referral> = (0..2).map(of).collect();
    let behind = |days: i64, circumstances: &Circumstances| {
        reminders_with(&referrals, after(days), &ReminderPolicy::default(), circumstances).experts.len()
    };
    assert_eq!(behind(15, &Circumstances::default()), 1);
    let circumstances = away("e", 3, 12);
    let found: Vec<usize> = [5, 15, 24, 25].map(|days| behind(days, &circumstances)).to_vec();
    assert_eq!(found, [0, 0, 0, 1], "the ten days away make nothing old");
}

#[test]
fn a_suspended_need_calls_for_nothing_and_its_clock_stands_still() {
    let referrals = [sent("r", day(1))];
    let circumstances = suspended(5, Some(14));
    let found = |days| on_with(&referrals, days, &circumstances).map(|own| (own.kind, own.since, own.days));
    assert_eq!(found(14), None);
    assert_eq!(found(18), None, "ten days do not count");
    assert_eq!(found(19), Some((ReminderKind::Poke, after(19), 9)));
    assert_eq!(found(31), Some((ReminderKind::LastChance, after(31), 21)));
    assert_eq!(found(55), Some((ReminderKind::Abandoned, after(55), 45)));
    let endless = suspended(8, None);
    assert_eq!(on_with(&referrals, 300, &endless), None);
    let shown = |circumstances: &Circumstances| {
        let found = reminders_with(&referrals, after(12), &ReminderPolicy::default(), circumstances);
        (found.needs.len(), found.suspended)
    };
    assert_eq!(shown(&suspended(10, None)), (0, vec!["n".to_owned()]));
    assert_eq!(shown(&suspended(20, None)), (1, vec![]));
    assert_eq!(shown(&suspended(20, Some(10))), (1, vec![]), "a time that ends before it begins is none");
}

#[test]
fn a_need_that_only_siblings_had_has_been_so_since_they_closed() {
    let mut referrals = vec![sent("r", day(1))];
    referrals[0].state = ReferralState::TakenBySibling;
    referrals[0].closed_on = Some(day(4));
    let found = on(&referrals, 9).unwrap();
    assert_eq!((found.kind, found.since, found.days), (ReminderKind::Refused, day(4), 6));
}
