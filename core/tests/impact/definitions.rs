//! What exactly is counted, case by case.

use aiguillage::follow_up::{Referral, TrackedNeed};
use aiguillage::impact::{Dimension, Funnel, ImpactQuery, ImpactReport, Period};

use super::super::{day, need, referral};

fn funnel(needs: &[TrackedNeed], referrals: &[Referral]) -> Funnel {
    ImpactReport::measure(needs, referrals, &ImpactQuery::on(day(12, 31)), None).unwrap().total.funnel
}

const WAITS: &str = r#""state": "waiting""#;

fn refused(on: &str) -> String {
    format!(r#""state": "not_for_me", "closed_on": "{on}""#)
}

#[test]
fn each_loss_has_its_name() {
    let needs = [need("n", day(11, 1))];
    let now = [need("n", day(12, 20))];
    let part = |needs: &[TrackedNeed], referrals: &[Referral]| {
        let funnel = serde_json::to_value(funnel(needs, referrals)).unwrap();
        let stages = ["deposited", "matched", "answered", "exchanged"];
        let parts = funnel
            .as_object()
            .unwrap()
            .iter()
            .filter(|(name, count)| **count == 1 && !stages.contains(&name.as_str()));
        let parts: Vec<String> = parts.map(|(name, _)| name.clone()).collect();
        assert_eq!(parts.len(), 1, "{parts:?}");
        parts[0].clone()
    };
    let sent = |id: &str, on, rest: &str| referral(id, "n", "i", on, rest);
    let found = |found| [TrackedNeed { found, ..needs[0].clone() }];
    assert_eq!(part(&found(Some(0)), &[]), "nobody_found");
    assert_eq!(part(&found(Some(2)), &[]), "not_sent");
    assert_eq!(part(&found(None), &[]), "not_sent", "what is not known is not lost");
    assert_eq!(part(&now, &[sent("r", day(12, 20), WAITS)]), "waiting");
    assert_eq!(part(&needs, &[sent("r", day(11, 16), WAITS)]), "abandoned");
    assert_eq!(part(&needs, &[sent("r", day(11, 17), WAITS)]), "waiting", "44 days");
    let no = refused("2026-12-21");
    assert_eq!(part(&now, &[sent("r", day(12, 20), WAITS), sent("s", day(12, 20), &no)]), "pending");
    assert_eq!(part(&needs, &[sent("r", day(11, 1), WAITS), sent("s", day(11, 1), &no)]), "expired");
    assert_eq!(part(&needs, &[sent("s", day(11, 1), &no)]), "refused");
    let done =
        |state: &str| format!(r#""state": "{state}", "taken_on": "2026-11-05", "closed_on": "2026-11-06""#);
    assert_eq!(part(&needs, &[sent("r", day(11, 1), &done("done_not_reachable"))]), "unreachable");
    assert_eq!(
        part(&needs, &[sent("r", day(11, 1), r#""state": "taken_in_charge", "taken_on": "2026-11-05""#)]),
        "in_progress"
    );
    assert_eq!(part(&needs, &[sent("r", day(11, 1), &done("done_no_help"))]), "no_help");
    assert_eq!(part(&needs, &[sent("r", day(11, 1), &done("done")), sent("s", day(11, 1), &no)]), "helped");
}

#[test]
fn l1_a_colleague_who_takes_is_no_refusal_in_any_figure() {
    let needs = [need("n", day(11, 1))];
    let taken = r#""state": "taken_in_charge", "taken_on": "2026-11-05""#;
    let sibling = r#""state": "taken_by_sibling", "closed_on": "2026-11-05""#;
    let mut referrals =
        [referral("r", "n", "i", day(11, 1), taken), referral("s", "n", "i", day(11, 1), sibling)];
    referrals[1].antenne = Some("i-2".into());
    let query = ImpactQuery { by: Some(Dimension::Antenne), ..ImpactQuery::on(day(12, 31)) };
    let report = ImpactReport::measure(&needs, &referrals, &query, None).unwrap();
    assert_eq!((report.total.refusal.count, report.total.positioning.of), (0, 1));
    let other = report.rows.iter().find(|row| row.group.as_deref() == Some("i-2")).unwrap();
    assert_eq!((other.figures.funnel.deposited, other.figures.referrals.taken_by_sibling), (0, 1));
    assert_eq!(other.figures.positioning.value, None);
}

#[test]
fn who_gave_it_away_is_counted_as_they_left_it() {
    let needs = [need("n", day(11, 1))];
    let past = |state: &str, rest: &str| {
        format!(
            r#""state": "done", "taken_on": "2026-11-12", "closed_on": "2026-11-13", "past": [{{"expert": "x", "institution": "j",
            "sent_on": "2026-11-01", "until": "2026-11-10", "state": "{state}"{rest}}}]"#
        )
    };
    let query = ImpactQuery { by: Some(Dimension::Institution), ..ImpactQuery::on(day(12, 31)) };
    let refused = [referral(
        "r",
        "n",
        "i",
        day(11, 10),
        &past("not_for_me", r#", "closed_on": "2026-11-04", "reason": "capacity""#),
    )];
    let report = ImpactReport::measure(&needs, &refused, &query, None).unwrap();
    assert_eq!(
        (report.total.funnel.helped, report.total.referrals.refused, report.total.referrals.sent),
        (1, 1, 2)
    );
    assert_eq!(report.total.median_days_to_answer, Some(3.0), "the refusal was the first answer");
    assert_eq!(report.total.refusals[0].label, "Pas disponible");
    let theirs = report.rows.iter().find(|row| row.group.as_deref() == Some("j")).unwrap();
    assert_eq!((theirs.figures.funnel.deposited, theirs.figures.funnel.refused), (1, 1));

    let idle = [referral("r", "n", "i", day(11, 10), &past("waiting", ""))];
    let report = ImpactReport::measure(&needs, &idle, &query, None).unwrap();
    assert_eq!((report.total.referrals.withdrawn, report.total.positioning.of), (1, 1));
    let theirs = report.rows.iter().find(|row| row.group.as_deref() == Some("j")).unwrap();
    assert_eq!(theirs.figures.funnel.deposited, 0);
}

#[test]
fn delays_are_whole_days_and_a_fifth_day_is_not_within_five() {
    let needs = [need("n", day(10, 24))];
    let within = |taken: &str| {
        let rest = format!(r#""state": "taken_in_charge", "taken_on": "{taken}""#);
        // Clocks go back in between.
        let report = ImpactReport::measure(
            &needs,
            &[referral("r", "n", "i", day(10, 24), &rest)],
            &ImpactQuery::on(day(12, 31)),
            None,
        )
        .unwrap();
        (
            report.total.taken_within_3_days.count,
            report.total.taken_within_5_days.count,
            report.total.median_days_to_take,
        )
    };
    assert_eq!(within("2026-10-24"), (1, 1, Some(0.0)));
    assert_eq!(within("2026-10-26"), (1, 1, Some(2.0)));
    assert_eq!(within("2026-10-28"), (0, 1, Some(4.0)));
    assert_eq!(within("2026-10-29"), (0, 0, Some(5.0)));
}

#[test]
fn months_without_needs_are_there_and_years_without_data_too() {
    let needs = [need("a", day(1, 31)), need("b", day(4, 1))];
    let query = ImpactQuery { period: Some(Period::Month), ..ImpactQuery::on(day(12, 31)) };
    let report = ImpactReport::measure(&needs, &[], &query, None).unwrap();
    let shown: Vec<_> = report
        .rows
        .iter()
        .map(|row| (row.period.as_deref().unwrap(), row.figures.funnel.deposited))
        .collect();
    assert_eq!(shown, [("2026-01", 1), ("2026-02", 0), ("2026-03", 0), ("2026-04", 1)]);
    assert_eq!(report.rows[1].figures.helped.value, None);

    let none = ImpactReport::measure(
        &[],
        &[],
        &ImpactQuery { period: Some(Period::Year), from: Some(day(1, 1)), until: Some(day(12, 31)), ..query },
        None,
    )
    .unwrap();
    assert_eq!(
        (none.rows.len(), none.total.funnel, none.equity.territories_gini),
        (1, Funnel::default(), None)
    );
    assert!(none.total.helped.small && none.total.median_days_to_take.is_none());
}

#[test]
fn a_mistyped_year_does_not_fill_the_report_with_nothing() {
    let mut old = need("old", day(1, 1));
    old.deposited_on = jiff::civil::date(-26, 1, 1);
    let query = ImpactQuery { period: Some(Period::Month), ..ImpactQuery::on(day(12, 31)) };
    let report = ImpactReport::measure(&[old, need("n", day(1, 1))], &[], &query, None).unwrap();
    assert_eq!(report.rows.len(), 2);
}

#[test]
fn zones_are_read_through_former_codes_and_the_rest_has_a_row() {
    let needs: Vec<TrackedNeed> =
        [("a", Some("02695")), ("b", Some("97701")), ("c", None), ("d", Some("75056"))]
            .into_iter()
            .map(|(id, commune)| TrackedNeed { commune: commune.map(str::to_owned), ..need(id, day(1, 1)) })
            .collect();
    let rows = |by| {
        let query = ImpactQuery { by: Some(by), ..ImpactQuery::on(day(12, 31)) };
        let rows = ImpactReport::measure(&needs, &[], &query, None).unwrap().rows;
        rows.into_iter()
            .map(|row| (row.group.unwrap_or_default(), row.label, row.figures.funnel.deposited))
            .collect::<Vec<_>>()
    };
    let departements = rows(Dimension::Departement);
    let found: Vec<&str> = departements.iter().map(|row| row.0.as_str()).collect();
    assert_eq!(found, ["departement:02", "departement:75", "departement:977", ""]);
    let regions = rows(Dimension::Region);
    assert_eq!(regions.last().unwrap(), &(String::new(), "Sans région".to_owned(), 2));
}

#[test]
fn equity_sees_places_without_needs() {
    let needs: Vec<TrackedNeed> = (0..10)
        .map(|number| TrackedNeed {
            commune: Some("59350".into()),
            found: Some(0),
            ..need(&format!("n{number}"), day(1, 1))
        })
        .collect();
    let query = ImpactQuery {
        zones: vec!["departement:59".into(), "departement:80".into()],
        ..ImpactQuery::on(day(12, 31))
    };
    let equity = ImpactReport::measure(&needs, &[], &query, None).unwrap().equity;
    let shown: Vec<_> = equity.territories.iter().map(|own| (own.zone.as_str(), own.needs)).collect();
    assert_eq!(shown, [("departement:59", 10), ("departement:80", 0)]);
    let [nord, somme] = [&equity.territories[0], &equity.territories[1]];
    let all = (nord.population + somme.population) as f64;
    assert!((equity.territories_gini.unwrap() - somme.population as f64 / all).abs() < 1e-9);
    assert_eq!(nord.needs_per_thousand, Some(10_000.0 / nord.population as f64));
    assert_eq!((equity.nobody_found.count, equity.nobody_found.of), (10, 10));
}

#[test]
fn no_company_is_named_in_a_report() {
    let needs = [TrackedNeed { company: Some("552100554".into()), ..need("n-secret", day(1, 1)) }];
    let done = r#""state": "done", "taken_on": "2026-11-05", "closed_on": "2026-11-06", "author": "agent-7""#;
    let report = ImpactReport::measure(
        &needs,
        &[referral("r-secret", "n-secret", "i", day(11, 1), done)],
        &ImpactQuery::on(day(12, 31)),
        None,
    )
    .unwrap();
    let text = serde_json::to_string(&report).unwrap();
    for hidden in ["552100554", "secret", "agent-7", "e-r"] {
        assert!(!text.contains(hidden), "{hidden}");
    }
}
