//! Inputs on which a loop over everything for each of everything would hang the test.

use aiguillage::Directory;
use aiguillage::follow_up::{Referral, TrackedNeed};
use aiguillage::impact::{Dimension, ImpactQuery, ImpactReport};

use super::super::{day, need, referral};

const WAITS: &str = r#""state": "waiting""#;
const MANY: usize = 40_000;

#[test]
fn one_need_at_many_receivers() {
    let sent = referral("r", "n", "i", day(11, 2), WAITS);
    let referrals: Vec<Referral> = (0..MANY)
        .map(|number| Referral {
            id: format!("r{number}"),
            expert: format!("e{number}"),
            antenne: Some(format!("a{number}")),
            institution: format!("i{number}"),
            ..sent.clone()
        })
        .collect();
    for by in [Dimension::Institution, Dimension::Antenne, Dimension::Expert] {
        let query = ImpactQuery { by: Some(by), ..ImpactQuery::on(day(12, 1)) };
        let report = ImpactReport::measure(&[need("n", day(11, 1))], &referrals, &query, None).unwrap();
        assert_eq!(report.rows.len(), MANY);
        let changes = report.changes_to(&report);
        assert!(changes.iter().all(|change| change.difference.is_none_or(|difference| difference == 0.0)));
    }
}

#[test]
fn a_directory_of_many_subjects_that_a_query_names() {
    let subjects: Vec<String> = (0..MANY).map(|number| format!("s{number}")).collect();
    let of_subjects = subjects.iter().map(|id| serde_json::json!({"id": id, "theme": "t", "label": id}));
    let directory = serde_json::json!({
        "themes": [{"id": "t", "label": "T"}],
        "subjects": of_subjects.collect::<Vec<_>>(),
    });
    let directory = Directory::from_json(&directory.to_string()).unwrap();
    let needs: Vec<TrackedNeed> = subjects
        .iter()
        .map(|subject| TrackedNeed { subject: subject.clone(), ..need(subject, day(11, 1)) })
        .collect();
    let query = ImpactQuery { by: Some(Dimension::Subject), subjects, ..ImpactQuery::on(day(12, 1)) };
    let report = ImpactReport::measure(&needs, &[], &query, Some(&directory)).unwrap();
    assert_eq!((report.rows.len(), report.faults.len()), (MANY, 0));
}

#[test]
fn a_query_that_names_france_and_every_commune_a_hundred_times() {
    let geography = aiguillage::Geography::embedded();
    let communes = geography.zones(aiguillage::geography::ZoneKind::Commune).map(|zone| zone.to_string());
    let zones: Vec<String> = communes.chain(std::iter::once("france".to_owned())).collect();
    let zones: Vec<String> = std::iter::repeat_n(zones, 20).flatten().collect();
    let needs: Vec<TrackedNeed> = (0..10_000).map(|number| need(&number.to_string(), day(11, 1))).collect();
    let report =
        ImpactReport::measure(&needs, &[], &ImpactQuery { zones, ..ImpactQuery::on(day(12, 1)) }, None);
    assert_eq!(report.unwrap().total.funnel.deposited, 10_000);
}

#[test]
fn many_referrals_of_needs_that_nobody_knows() {
    let sent = referral("r", "n", "i", day(11, 2), WAITS);
    let needs: Vec<TrackedNeed> =
        (0..MANY).map(|number| need(&format!("need-{number}"), day(11, 1))).collect();
    let referrals: Vec<Referral> = (0..MANY)
        .map(|number| Referral { id: number.to_string(), need: format!("nede-{number}"), ..sent.clone() })
        .collect();
    let report = ImpactReport::measure(&needs, &referrals, &ImpactQuery::on(day(12, 1)), None).unwrap();
    assert_eq!(report.faults.len(), MANY);
    assert!(report.faults[0].message.contains("did you mean"), "{}", report.faults[0].message);
}
