//! What is wrong with facts and queries, and that it sinks nothing.

use aiguillage::Directory;
use aiguillage::follow_up::{Referral, TrackedNeed};
use aiguillage::impact::{Dimension, ImpactQuery, ImpactReport};

use super::super::{day, need, referral};

fn directory() -> Directory {
    Directory::from_json(
        r#"{"themes": [{"id": "emploi", "label": "Emploi"}],
            "subjects": [{"id": "recruter", "theme": "emploi", "label": "Recruter"}],
            "institutions": [{"id": "cci", "name": "CCI", "aliases": ["chambre"]}, {"id": "cma", "name": "CMA"}],
            "antennes": [{"id": "cci-amiens", "institution": "cci", "name": "Amiens", "zones": ["departement:80"]}],
            "experts": [{"id": "conseiller", "antenne": "cci-amiens", "name": "Conseiller",
                         "competences": [{"subject": "recruter"}]}]}"#,
    )
    .unwrap()
}

const WAITS: &str = r#""state": "waiting""#;

fn faults(
    needs: &[TrackedNeed],
    referrals: &[Referral],
    directory: Option<&Directory>,
) -> Vec<(String, bool, u64)> {
    let report = ImpactReport::measure(needs, referrals, &ImpactQuery::on(day(12, 31)), directory).unwrap();
    let sent = report.total.referrals.sent;
    report.faults.into_iter().map(|fault| (fault.code, fault.left_out, sent)).collect()
}

#[test]
fn one_bad_fact_does_not_sink_the_others() {
    let needs = [need("n", day(11, 1))];
    let good = referral("r", "n", "cci", day(11, 2), WAITS);
    let one = |bad: Referral| faults(&needs, &[good.clone(), bad], None);
    assert_eq!(one(referral("s", "m", "cci", day(11, 2), WAITS)), [("unknown_need".to_owned(), true, 1)]);
    let backwards = r#""state": "done", "taken_on": "2026-11-05", "closed_on": "2026-11-04""#;
    assert_eq!(
        one(referral("s", "n", "cci", day(11, 2), backwards)),
        [("impossible_date".to_owned(), true, 1)]
    );
    assert_eq!(
        one(referral("s", "n", "cci", day(11, 2), r#""state": "done""#)),
        [("missing_field".to_owned(), true, 1)]
    );
    assert_eq!(
        one(referral("s", "n", "cci", day(10, 31), WAITS)),
        [("impossible_date".to_owned(), false, 2)]
    );
    assert_eq!(one(good.clone()), [], "the same fact again is the same fact");
    assert_eq!(one(referral("r", "n", "cma", day(11, 2), WAITS)), [("duplicate_id".to_owned(), true, 1)]);

    let other = TrackedNeed { subject: "former".into(), ..needs[0].clone() };
    assert_eq!(faults(&[needs[0].clone(), other], &[], None), [("duplicate_id".to_owned(), true, 0)]);
    assert_eq!(faults(&[need(" ", day(1, 1))], &[], None), [("missing_field".to_owned(), true, 0)]);
    let nowhere = TrackedNeed { commune: Some("99999".into()), ..needs[0].clone() };
    assert_eq!(faults(&[nowhere], &[], None), [("unknown_commune".to_owned(), false, 0)]);
}

#[test]
fn whom_the_directory_does_not_have_counts_all_the_same() {
    let directory = directory();
    let mut known = referral("r", "n", "chambre", day(11, 2), WAITS);
    known.expert = "conseiller".into();
    known.antenne = Some("cci-amiens".into());
    let needs = [need("n", day(11, 1))];
    assert_eq!(faults(&needs, &[known.clone()], Some(&directory)), []);
    let query = ImpactQuery { by: Some(Dimension::Institution), ..ImpactQuery::on(day(12, 31)) };
    let report = ImpactReport::measure(&needs, &[known.clone()], &query, Some(&directory)).unwrap();
    assert_eq!((report.rows[0].group.as_deref(), report.rows[0].label.as_str()), (Some("cci"), "CCI"));
    assert_eq!(
        report.equity.institutions, 2,
        "an institution that got nothing counts in how evenly they get"
    );

    let mut gone = known;
    gone.expert = "conseillere".into();
    gone.antenne = Some("cci-lille".into());
    gone.institution = "ccl".into();
    let found = faults(&needs, &[gone], Some(&directory));
    let codes: Vec<&str> = found.iter().map(|fault| fault.0.as_str()).collect();
    assert_eq!(codes, ["unknown_expert", "unknown_antenne", "unknown_institution"]);
    assert!(found.iter().all(|fault| !fault.1 && fault.2 == 1));
    let odd = TrackedNeed { subject: "recuter".into(), ..needs[0].clone() };
    let report = ImpactReport::measure(&[odd], &[], &ImpactQuery::on(day(12, 31)), Some(&directory)).unwrap();
    assert!(report.faults[0].message.ends_with("did you mean `recruter`?"), "{:?}", report.faults);
}

#[test]
fn a_query_that_cannot_be_answered_says_why() {
    let directory = directory();
    let code = |query: ImpactQuery, directory: Option<&Directory>| {
        let error = ImpactReport::measure(&[], &[], &query, directory).unwrap_err();
        (error.code(), error.field().map(str::to_owned).unwrap_or_default())
    };
    let base = || ImpactQuery::on(day(12, 31));
    let list = |text: &str| vec![text.to_owned()];
    assert_eq!(
        code(ImpactQuery { by: Some(Dimension::Theme), ..base() }, None),
        ("directory_needed", "by".into())
    );
    assert_eq!(
        code(ImpactQuery { themes: list("emploi"), ..base() }, None),
        ("directory_needed", "themes".into())
    );
    let known = Some(&directory);
    assert_eq!(
        code(ImpactQuery { themes: list("emplois"), ..base() }, known),
        ("unknown_theme", "themes".into())
    );
    assert_eq!(
        code(ImpactQuery { subjects: list("x"), ..base() }, known),
        ("unknown_subject", "subjects".into())
    );
    assert_eq!(
        code(ImpactQuery { institutions: list("x"), ..base() }, known),
        ("unknown_institution", "institutions".into())
    );
    assert_eq!(
        code(ImpactQuery { antennes: list("x"), ..base() }, known),
        ("unknown_antenne", "antennes".into())
    );
    assert_eq!(code(ImpactQuery { zones: list("59"), ..base() }, known), ("invalid_value", "zones".into()));
    assert_eq!(
        code(ImpactQuery { zones: list("region:978"), ..base() }, known),
        ("invalid_value", "zones".into())
    );
    assert_eq!(
        code(ImpactQuery { from: Some(day(2, 1)), until: Some(day(1, 1)), ..base() }, None),
        ("invalid_value", "from".into())
    );
}
