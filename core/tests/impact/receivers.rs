//! Figures by expert, and the host's policy.

use aiguillage::Directory;
use aiguillage::follow_up::{Reassignment, ReminderPolicy, reassign};
use aiguillage::impact::{ColumnKind, Dimension, ImpactQuery, ImpactReport};
use aiguillage::language::Language;

use super::super::{day, need, referral};

const WAITS: &str = r#""state": "waiting""#;
const DONE: &str = r#""state": "done", "taken_on": "2026-11-04", "closed_on": "2026-11-05""#;

fn by_expert(directory: Option<&Directory>) -> ImpactReport {
    let refused = r#""state": "not_for_me", "closed_on": "2026-11-03""#;
    let to = Reassignment {
        referral: "r2".into(),
        expert: "e-r3".into(),
        antenne: None,
        institution: "i".into(),
        on: day(11, 4),
        author: None,
    };
    let passed_on =
        reassign(&[referral("r2", "b", "i", day(11, 2), refused)], &to).unwrap().referrals.remove(0);
    let needs = [need("a", day(11, 1)), need("b", day(11, 1)), need("c", day(11, 1))];
    let referrals =
        [referral("r1", "a", "i", day(11, 2), DONE), referral("r3", "a", "i", day(11, 2), WAITS), passed_on];
    let query = ImpactQuery { by: Some(Dimension::Expert), ..ImpactQuery::on(day(12, 1)) };
    ImpactReport::measure(&needs, &referrals, &query, directory).unwrap()
}

#[test]
fn each_expert_has_what_became_of_needs_with_them() {
    let report = by_expert(None);
    assert!(!report.adds_up);
    let row = |group: Option<&str>| {
        let row = report.rows.iter().find(|row| row.group.as_deref() == group).unwrap();
        let funnel = row.figures.funnel;
        (row.label.as_str(), funnel.deposited, funnel.helped, funnel.refused, funnel.waiting)
    };
    assert_eq!(row(Some("e-r1")), ("e-r1", 1, 1, 0, 0));
    assert_eq!(row(Some("e-r2")), ("e-r2", 1, 0, 1, 0), "who refused before it was given to another");
    assert_eq!(row(Some("e-r3")), ("e-r3", 2, 0, 0, 2));
    assert_eq!(row(None), ("Sans destinataire", 1, 0, 0, 0));
    let sent: u64 = report.rows.iter().map(|row| row.figures.referrals.sent).sum();
    assert_eq!(sent, report.total.referrals.sent);
}

#[test]
fn experts_have_the_names_of_the_directory_and_stand_in_tables() {
    let directory = Directory::from_json(
        r#"{"themes": [{"id": "emploi", "label": "Emploi"}],
            "subjects": [{"id": "recruter", "theme": "emploi", "label": "Recruter"}],
            "institutions": [{"id": "i", "name": "Institution"}],
            "antennes": [{"id": "i-1", "institution": "i", "name": "Amiens", "zones": ["departement:80"]}],
            "experts": [{"id": "e-r1", "antenne": "i-1", "name": "Équipe recrutement",
                         "competences": [{"subject": "recruter"}]}]}"#,
    )
    .unwrap();
    let report = by_expert(Some(&directory));
    let table = report.table_in(Language::English);
    let column = |name: &str| table.columns.iter().find(|column| column.name == name).unwrap();
    let labels = &column("label").texts;
    assert!(labels.contains(&Some("Équipe recrutement".to_owned())));
    assert!(labels.contains(&Some("Sent to nobody".to_owned())));
    assert_eq!(
        (column("helped").label.as_str(), column("helped").kind.label_in(Language::English)),
        ("Needs helped", "Whole number")
    );
    assert_eq!(column("group").kind, ColumnKind::Text);
    assert_eq!((Dimension::Expert.label(), Dimension::Expert.as_str()), ("Expert", "expert"));
}

#[test]
#[cfg(feature = "csv")]
fn experts_stand_in_csv() {
    let csv = by_expert(None).to_csv();
    let line = csv.lines().find(|line| line.starts_with("e-r3,")).unwrap();
    assert!(line.starts_with("e-r3,e-r3,,,0,0,0,0,0,2,"), "no request, two needs: {line}");
}

#[test]
fn every_label_is_in_two_languages() {
    let report = by_expert(None);
    let [french, english] = [Language::French, Language::English].map(|language| report.table_in(language));
    assert_eq!(report.table(), french);
    for (french, english) in french.columns.iter().zip(&english.columns) {
        assert_eq!(french.name, english.name);
        assert!(!french.label.is_empty() && !english.label.is_empty(), "{}", french.name);
        assert_ne!(french.label, english.label, "{}", french.name);
    }
}

#[test]
fn needs_are_abandoned_by_the_host_s_clock() {
    let needs = [need("n", day(11, 1))];
    // The oldest has waited for 45 days, the newest for 12.
    let referrals = [referral("r", "n", "i", day(11, 1), WAITS), referral("s", "n", "i", day(12, 4), WAITS)];
    let abandoned = |policy: ReminderPolicy, abandoned: Option<u32>| {
        let query = ImpactQuery { policy, abandoned, ..ImpactQuery::on(day(12, 16)) };
        let report = ImpactReport::measure(&needs, &referrals, &query, None).unwrap();
        (report.total.funnel.abandoned, report.total.abandoned.count, report.query.abandoned)
    };
    let policy = ReminderPolicy::default;
    assert_eq!(abandoned(policy(), None), (1, 1, Some(45)));
    // A first reminder after two weeks: the newest has not had its own yet.
    assert_eq!(abandoned(ReminderPolicy { poke: 14, ..policy() }, None), (0, 1, Some(45)));
    assert_eq!(abandoned(ReminderPolicy { abandoned: 60, ..policy() }, None), (0, 0, Some(60)));
    assert_eq!(abandoned(ReminderPolicy { abandoned: 60, ..policy() }, Some(45)), (1, 1, Some(45)));
}

#[test]
fn a_policy_is_read_with_the_query_and_left_out_where_it_is_the_default() {
    let query: ImpactQuery = serde_json::from_str(r#"{"on": "2026-12-31", "policy": {"poke": 14}}"#).unwrap();
    assert_eq!((query.policy.poke, query.policy.abandoned, query.abandoned), (14, 45, None));
    let report = ImpactReport::measure(&[], &[], &ImpactQuery::on(day(12, 31)), None).unwrap();
    let json = serde_json::to_value(&report.query).unwrap();
    assert_eq!(json, serde_json::json!({"on": "2026-12-31", "abandoned": 45, "small": 10}));
}
