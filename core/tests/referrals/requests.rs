//! New, again, or twice.

use aiguillage::follow_up::{Request, RequestKind, RequestPolicy, classify_request};

fn request(id: &str, company: &str, subject: &str, at: &str, open: bool) -> Request {
    Request {
        id: id.into(),
        company: (!company.is_empty()).then(|| company.into()),
        subject: subject.into(),
        at: at.parse().unwrap(),
        open,
    }
}

fn verdict(new: &Request, earlier: &[Request]) -> (RequestKind, Option<String>) {
    let verdict = classify_request(new, earlier, &RequestPolicy::default());
    (verdict.kind, verdict.of)
}

#[test]
fn l9_windows_hold_their_ends() {
    let earlier = [request("a", "552100554", "s", "2026-11-02T09:00:00Z", true)];
    let kind = |at: &str, subject: &str| verdict(&request("b", "552100554", subject, at, false), &earlier).0;
    assert_eq!(kind("2026-11-02T13:00:00Z", "s"), RequestKind::Duplicate);
    assert_eq!(kind("2026-11-02T13:00:00Z", "other"), RequestKind::Duplicate);
    assert_eq!(kind("2026-11-02T13:00:01Z", "s"), RequestKind::Reminder);
    assert_eq!(kind("2026-11-02T13:00:01Z", "other"), RequestKind::New);
    assert_eq!(kind("2026-11-23T09:00:00Z", "s"), RequestKind::Reminder);
    assert_eq!(kind("2026-11-23T09:00:01Z", "s"), RequestKind::New);
}

#[test]
fn a_closed_need_is_not_reminded_of_and_subjects_may_be_told_apart() {
    let earlier = [request("a", "x", "s", "2026-11-02T09:00:00Z", false)];
    assert_eq!(verdict(&request("b", "x", "s", "2026-11-05T09:00:00Z", false), &earlier).0, RequestKind::New);
    let policy = RequestPolicy { duplicate_same_subject: true, ..RequestPolicy::default() };
    let other = request("b", "x", "t", "2026-11-02T09:05:00Z", false);
    assert_eq!(classify_request(&other, &earlier, &policy).kind, RequestKind::New);
}

#[test]
fn c15_nobody_knows_who_asks_without_an_identity() {
    let earlier = [request("a", "", "s", "2026-11-02T09:00:00Z", true)];
    assert_eq!(
        verdict(&request("b", "", "s", "2026-11-02T09:01:00Z", true), &earlier),
        (RequestKind::New, None)
    );
}

#[test]
fn facilities_of_one_company_are_one() {
    let earlier = [request("a", "552 100 554 00021", "s", "2026-11-02T09:00:00Z", true)];
    let new = request("b", "552100554", "s", "2026-11-02T10:00:00Z", true);
    assert_eq!(verdict(&new, &earlier), (RequestKind::Duplicate, Some("a".into())));
    let other = request("b", "552081317", "s", "2026-11-02T10:00:00Z", true);
    assert_eq!(verdict(&other, &earlier).0, RequestKind::New);
}

#[test]
fn the_latest_is_named_and_later_ones_are_passed_over() {
    let earlier = [
        request("a", "x", "s", "2026-11-02T09:00:00Z", true),
        request("c", "x", "s", "2026-11-05T09:00:00Z", true),
        request("b", "x", "s", "2026-11-05T09:00:00Z", true),
        request("later", "x", "s", "2026-11-20T09:00:00Z", true),
        request("new", "x", "s", "2026-11-06T09:00:00Z", true),
    ];
    let new = request("new", "x", "s", "2026-11-06T09:00:00Z", true);
    assert_eq!(verdict(&new, &earlier), (RequestKind::Reminder, Some("c".into())));
}

#[test]
fn a_change_of_clock_does_not_matter() {
    // Clocks go back at 01:00 UTC on 25 October 2026: 02:30 comes twice in Paris.
    let earlier = [request("a", "x", "s", "2026-10-25T00:30:00+02:00", true)];
    let kind = |at: &str| verdict(&request("b", "x", "s", at, true), &earlier).0;
    assert_eq!(kind("2026-10-25T03:30:00+01:00"), RequestKind::Duplicate);
    assert_eq!(kind("2026-10-25T03:31:00+01:00"), RequestKind::Reminder);
}
