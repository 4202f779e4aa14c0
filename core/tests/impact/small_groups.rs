//! Small groups: shown together, and told by nothing that is left out.

use aiguillage::follow_up::{Referral, RequestEvent, RequestEventKind, TrackedNeed, TrackedRequest};
use aiguillage::impact::{
    Dimension, ImpactChange, ImpactFacts, ImpactQuery, ImpactReport, ImpactRow, Period,
};
use jiff::civil::Date;

use super::super::{day, need, referral};

#[test]
fn small_groups_are_shown_together_and_never_alone() {
    let of = |subject: &'static str, count: usize| {
        (0..count).map(move |number| TrackedNeed::new(format!("{subject}{number}"), subject, day(11, 2)))
    };
    let needs = |groups: &[(&'static str, usize)]| -> Vec<TrackedNeed> {
        groups.iter().flat_map(|(subject, count)| of(subject, *count).collect::<Vec<_>>()).collect()
    };
    let shown = |groups: &[(&'static str, usize)]| {
        let needs = needs(groups);
        let facts = ImpactFacts { needs: &needs, ..ImpactFacts::default() };
        let query = ImpactQuery { by: Some(Dimension::Subject), least: 5, ..ImpactQuery::on(day(12, 31)) };
        let report = facts.measure(&query, None).unwrap();
        let sum: u64 = report.rows.iter().map(|row| row.figures.funnel.deposited).sum();
        assert_eq!(sum, needs.len() as u64, "nothing is lost");
        let row = |row: ImpactRow| (row.group.unwrap(), row.figures.funnel.deposited);
        report.rows.into_iter().map(row).collect::<Vec<_>>()
    };
    let group = |id: &str, needs| (id.to_owned(), needs);
    assert_eq!(shown(&[("a", 9), ("b", 5)]), [group("a", 9), group("b", 5)]);
    assert_eq!(shown(&[("a", 9), ("b", 4), ("c", 1)]), [group("a", 9), group("*", 5)]);
    assert_eq!(shown(&[("a", 9), ("b", 7), ("c", 1)]), [group("a", 9), group("*", 8)], "not one alone");
    assert_eq!(shown(&[("a", 3)]), [group("*", 3)]);
    assert_eq!(
        shown(&[("a", 9), ("b", 6), ("c", 6), ("d", 2)]),
        [group("a", 9), group("*", 14)],
        "equal ones"
    );
    // A need that two small institutions got is one in their common row.
    let done = r#""state": "done", "taken_on": "2026-11-04", "closed_on": "2026-11-05""#;
    let referrals = [referral("r1", "n", "i", day(11, 2), done), referral("r2", "n", "j", day(11, 2), done)];
    let facts =
        ImpactFacts { needs: &[need("n", day(11, 2))], referrals: &referrals, ..ImpactFacts::default() };
    let query = ImpactQuery { by: Some(Dimension::Institution), least: 5, ..ImpactQuery::on(day(12, 31)) };
    let rows = facts.measure(&query, None).unwrap().rows;
    assert_eq!((rows.len(), rows[0].figures.funnel.helped, rows[0].figures.referrals.sent), (1, 1, 2));
}

#[test]
fn what_is_left_out_tells_nothing_of_small_groups() {
    let of = |id: &str, subject: Option<&str>, on: Date| TrackedNeed {
        subject: subject.unwrap_or_default().to_owned(),
        ..need(id, on)
    };
    let by_subject =
        |least| ImpactQuery { by: Some(Dimension::Subject), least, ..ImpactQuery::on(day(12, 31)) };
    let rows = |needs: &[TrackedNeed], requests: &[TrackedRequest], query: &ImpactQuery| {
        let facts = ImpactFacts { needs, requests, ..ImpactFacts::default() };
        let report = facts.measure(query, None).unwrap();
        let row = |row: ImpactRow| (row.group, row.period, row.figures.funnel.deposited);
        report.rows.into_iter().map(row).collect::<Vec<_>>()
    };
    let together = |needs| (Some("*".to_owned()), None, needs);
    // What is in no group is a group too.
    let needs = [of("1", Some("a"), day(11, 2)), of("2", None, day(11, 2)), of("3", None, day(11, 2))];
    assert_eq!(rows(&needs, &[], &by_subject(2)), [together(3)]);
    // No nought stands for what is held back, nor for its neighbours.
    let needs = [
        of("1", Some("a"), day(10, 2)),
        of("2", Some("a"), day(11, 2)),
        of("3", Some("a"), day(11, 2)),
        of("4", Some("b"), day(11, 2)),
        of("5", Some("b"), day(11, 2)),
    ];
    let by_month = ImpactQuery { period: Some(Period::Month), ..by_subject(2) };
    let month = |group: &str, month: &str, needs| (Some(group.to_owned()), Some(month.to_owned()), needs);
    assert_eq!(
        rows(&needs, &[], &by_month),
        [month("a", "2026-11", 2), month("b", "2026-11", 2), month("*", "2026-10", 1)]
    );
    let part = |from, until| ImpactQuery { from: Some(from), until: Some(until), ..by_subject(2) };
    let [before, after] = [part(day(10, 1), day(10, 31)), part(day(11, 1), day(11, 30))].map(|query| {
        let facts = ImpactFacts { needs: &needs, ..ImpactFacts::default() };
        facts.measure(&query, None).unwrap()
    });
    let changes = before.changes_to(&after);
    let change = |group: &str| {
        let of_group =
            |change: &&ImpactChange| change.group.as_deref() == Some(group) && change.figure == "deposited";
        let change = changes.iter().find(of_group).unwrap();
        (change.before, change.after, change.difference)
    };
    assert_eq!(change("a"), (None, Some(2.0), None));
    assert_eq!(change("*"), (Some(1.0), Some(0.0), Some(-1.0)));
    // A request alone among many needs is held back, and a subject that one company chose at first.
    let many = |subject: &'static str, count: usize| {
        (0..count).map(move |number| TrackedNeed::new(format!("{subject}{number}"), subject, day(11, 2)))
    };
    let request = |id: &str, subject: &str| {
        TrackedRequest::begin(&RequestEvent {
            subject: Some(subject.to_owned()),
            ..RequestEvent::new(id, RequestEventKind::Deposited, day(11, 2))
        })
        .unwrap()
    };
    let needs: Vec<TrackedNeed> = many("a", 6).chain(many("b", 7)).chain(many("c", 9)).collect();
    let requests: Vec<TrackedRequest> =
        [request("r", "a")].into_iter().chain((0..6).map(|id| request(&id.to_string(), "c"))).collect();
    let shown = rows(&needs, &requests, &by_subject(5));
    assert_eq!(shown, [(Some("b".to_owned()), None, 7), together(15)], "with those that had requests too");
    let moved = TrackedNeed { first_subject: Some("z".into()), ..of("m", Some("b"), day(11, 2)) };
    let needs: Vec<TrackedNeed> = many("a", 20).chain(many("b", 20)).chain([moved]).collect();
    let groups: Vec<_> = rows(&needs, &[], &by_subject(5)).into_iter().map(|row| row.0.unwrap()).collect();
    assert_eq!(groups, ["b", "*"]);
}

#[test]
fn a_territory_that_is_missing_is_not_the_only_one() {
    let needs = ["80021", "59350", "59350"]
        .map(|commune| TrackedNeed { commune: Some(commune.to_owned()), ..need(commune, day(11, 2)) });
    let needs: Vec<TrackedNeed> =
        (0..).zip(needs).map(|(id, need): (u32, _)| TrackedNeed { id: id.to_string(), ..need }).collect();
    let facts = ImpactFacts { needs: &needs, ..ImpactFacts::default() };
    let territories = |least| {
        let query = ImpactQuery { zones: vec!["region:32".into()], least, ..ImpactQuery::on(day(12, 31)) };
        facts.measure(&query, None).unwrap().equity.territories.len()
    };
    assert_eq!((territories(0), territories(2)), (5, 0));
    let alone = ImpactFacts { needs: &needs[..1], ..ImpactFacts::default() };
    let query = ImpactQuery { zones: vec!["region:32".into()], least: 2, ..ImpactQuery::on(day(12, 31)) };
    assert_eq!(alone.measure(&query, None).unwrap().equity.territories, []);
}

/// What nobody got is withheld as any other group is, where more requests than needs are in it; and antennes that
/// got the same need count it once together.
#[test]
fn receivers_are_withheld_until_they_are_enough_together() {
    let sent = |id: &str, antenne: &str, needs: &[&str]| -> Vec<Referral> {
        let referral = |need: &&str| Referral {
            antenne: Some(antenne.to_owned()),
            ..referral(&format!("{id}-{need}"), need, "i", day(11, 2), r#""state": "waiting""#)
        };
        needs.iter().map(referral).collect()
    };
    let ids = ["n1", "n2", "n3", "n4", "n5", "n6", "n7", "n8", "n9"];
    let needs: Vec<TrackedNeed> = ids.iter().map(|id| need(id, day(11, 2))).collect();
    let few = &ids[..2];
    let referrals =
        [sent("a", "a", few), sent("b", "b", few), sent("c", "c", &ids[2..6]), sent("d", "d", &ids[2..])];
    let referrals = referrals.concat();
    let query = ImpactQuery { by: Some(Dimension::Antenne), least: 4, ..ImpactQuery::on(day(12, 31)) };
    let report = ImpactReport::measure(&needs, &referrals, &query, None).unwrap();
    let shown = |report: &ImpactReport| -> Vec<(String, u64)> {
        let row = |row: &ImpactRow| (row.group.clone().unwrap_or_default(), row.figures.funnel.deposited);
        report.rows.iter().map(row).collect()
    };
    // `a` and `b` count four needs one by one, and two together: `c` goes with them.
    assert_eq!(shown(&report), [("d".to_owned(), 7), ("*".to_owned(), 6)]);

    let requests: Vec<TrackedRequest> = (0..9)
        .map(|id| RequestEvent::new(id.to_string(), RequestEventKind::Deposited, day(11, 2)))
        .map(|event| TrackedRequest::begin(&event).unwrap())
        .collect();
    let nobody = [need("x", day(11, 2)), need("y", day(11, 2))];
    let needs = [needs, nobody.to_vec()].concat();
    let facts =
        ImpactFacts { needs: &needs, referrals: &referrals, requests: &requests, ..ImpactFacts::default() };
    let report = facts.measure(&query, None).unwrap();
    // With those of nobody they are four, and `c` is shown again.
    assert_eq!(shown(&report), [("d".to_owned(), 7), ("c".to_owned(), 4), ("*".to_owned(), 4)]);
}
