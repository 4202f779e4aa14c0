//! Files of needs and referrals.

use aiguillage::follow_up::{Reassignment, TrackedNeed, reassign};
use aiguillage::impact::{ImpactQuery, ReferralFile};

use super::super::{day, need, referral};

fn read(text: &str) -> ReferralFile {
    ReferralFile::read_csv("r.csv", text.as_bytes(), None).unwrap()
}

#[test]
fn what_is_written_is_read_back() {
    let full = TrackedNeed {
        first_subject: Some("former".into()),
        found: Some(3),
        company: Some("a;\"b\"".into()),
        new_company: Some(false),
        adviser: Some("référent".into()),
        origin: Some("site".into()),
        naf: Some("10.71C".into()),
        headcount: Some(7),
        ..need("n", day(1, 2))
    };
    let done =
        r#""state": "done", "taken_on": "2026-01-05", "closed_on": "2026-01-06", "author": "x", "seq": 4"#;
    let refusal = r#""state": "not_for_me", "closed_on": "2026-01-05", "reason": "other", "by_hand": true"#;
    let moved = referral("r2", "n", "i", day(1, 3), refusal);
    let to = Reassignment {
        referral: "r2".into(),
        expert: "other".into(),
        antenne: None,
        institution: "j".into(),
        on: day(1, 9),
        author: Some("y".into()),
    };
    let moved = reassign(&[moved], &to).unwrap().referrals.remove(0);
    let file = ReferralFile {
        needs: vec![full, need("alone", day(2, 1))],
        referrals: vec![referral("r1", "n", "i", day(1, 3), done), moved],
        ..ReferralFile::default()
    };
    let back = read(&file.to_csv());
    assert!(back.faults.is_empty(), "{:?}", back.faults);
    assert_eq!((&back.needs, &back.referrals), (&file.needs, &file.referrals));
    assert_eq!((back.need_lines, back.referral_lines), (vec![2, 5], vec![2, 4]));
}

#[test]
fn faulty_rows_have_their_lines_and_sink_nothing() {
    let file = read(
        "need;subject;deposited_on;referral;expert;institution;sent_on;state;taken_on;closed_on;new_company;until\n\
         n1;recruter;2026-01-02;r1;e;i;03/01/2026;waiting;;;oui;\n\
         n1;autre;2026-01-02;r2;f;i;2026-01-03;terminé;;;non;\n\
         ;recruter;2026-01-02;r3;e;i;2026-01-03;waiting;;;;\n\
         n2;recruter;demain;r4;e;i;2026-01-03;waiting;;;;\n\
         n3;recruter;2026-01-02;;e;i;2026-01-03;waiting;;;;\n\
         n4;recruter;2026-01-02;r5;e;i;2026-01-03;done;2026-01-05;2026-01-04;peut-être;\n\
         n5;recruter;2026-01-02;r6;e;;2026-01-03;waiting;;;;\n\
         n6;recruter;2026-01-02;r7;e;i;2026-01-03;waiting;;;;2026-01-09\n\
         n7;recruter;2026-01-02;;;;;;;;;\n\
         n8;recruter;2026-01-02;r8;e;i;2026-01-03;done;2026-01-05;2026-01-04;;\n",
    );
    let shown: Vec<_> = file
        .faults
        .iter()
        .map(|fault| {
            (
                fault.line.unwrap(),
                fault.code.as_str(),
                fault.field.as_deref().unwrap_or_default(),
                fault.left_out,
            )
        })
        .collect();
    assert_eq!(
        shown,
        [
            (3, "duplicate_id", "subject", false),
            (3, "duplicate_id", "new_company", false),
            (3, "unknown_state", "state", true),
            (4, "missing_field", "need", true),
            (5, "invalid_value", "deposited_on", true),
            (6, "missing_field", "referral", true),
            (7, "invalid_value", "new_company", true),
            (8, "missing_field", "institution", true),
            (9, "missing_field", "referral", true),
        ]
    );
    let needs: Vec<&str> = file.needs.iter().map(|own| own.id.as_str()).collect();
    assert_eq!(needs, ["n1", "n3", "n5", "n6", "n7", "n8"]);
    let report = file.measure(&ImpactQuery::on(day(12, 31)), None).unwrap();
    let late = report.faults.iter().find(|fault| fault.code == "impossible_date").unwrap();
    assert_eq!((late.line, late.referral.as_deref()), (Some(11), Some("r8")));
    assert_eq!(report.faults.len(), 10);
}

#[test]
fn a_file_that_is_none_is_refused() {
    let code = |text: &str| ReferralFile::read_csv("r.csv", text.as_bytes(), None).unwrap_err();
    assert_eq!(code("").code(), "invalid_value");
    assert_eq!(code("need;subject\n").code(), "missing_field");
    let error = code("need;subject;deposited_on;stat\n");
    assert_eq!((error.code(), error.hint().as_deref()), ("unknown_field", Some("did you mean `state`?")));
    assert_eq!(code("need;subject;deposited_on;need\n").code(), "duplicate_id");
}
