//! When to forget, and what stays.

use aiguillage::follow_up::{
    Referral, ReferralState, RetentionPolicy, TrackedNeed, due_for_anonymisation, move_referral,
};
use jiff::civil::{Date, date};

use super::super::{sent, take, to};

fn due(needs: &[TrackedNeed], referrals: &[Referral], on: Date) -> Vec<String> {
    due_for_anonymisation(needs, referrals, on, &RetentionPolicy::default())
        .into_iter()
        .map(|own| own.need)
        .collect()
}

#[test]
fn the_last_thing_that_happened_counts() {
    let need = TrackedNeed::new("n", "s", date(2023, 2, 1));
    let mut referrals = vec![sent("r", date(2023, 2, 2))];
    let closed = move_referral(&referrals, &to("r", ReferralState::Done, date(2023, 3, 1)), &[]).unwrap();
    assert_eq!(due(std::slice::from_ref(&need), &referrals, date(2026, 2, 1)), Vec::<String>::new());
    assert_eq!(due(std::slice::from_ref(&need), &referrals, date(2026, 2, 2)), ["n"]);
    take(&mut referrals, closed);
    assert_eq!(due(std::slice::from_ref(&need), &referrals, date(2026, 2, 28)), Vec::<String>::new());
    assert_eq!(due(std::slice::from_ref(&need), &referrals, date(2026, 3, 1)), ["n"]);
    assert_eq!(due(&[need.anonymised(date(2026, 3, 1))], &referrals, date(2030, 1, 1)), Vec::<String>::new());
}

#[test]
fn statistics_stay_and_the_company_goes() {
    let need = TrackedNeed {
        commune: Some("80021".into()),
        company: Some("552100554".into()),
        adviser: Some("agent-7".into()),
        new_company: Some(true),
        naf: Some("10.71C".into()),
        headcount: Some(17),
        ..TrackedNeed::new("n", "s", date(2023, 2, 1))
    };
    let kept = need.anonymised(date(2026, 3, 1));
    assert_eq!((kept.company, kept.adviser, kept.headcount), (None, None, None));
    assert_eq!(kept.headcount_band.as_deref(), Some("11"), "17 is between 10 and 19");
    assert_eq!((kept.commune, kept.naf, kept.new_company), (need.commune, need.naf, Some(true)));
    assert_eq!((kept.subject, kept.deposited_on), (need.subject, need.deposited_on));

    let mut referral = sent("r", date(2023, 2, 2));
    referral.author = Some("agent-7".into());
    assert_eq!(referral.anonymised().author, None);
}

#[test]
fn extremes_do_no_harm() {
    let needs = [TrackedNeed::new("n", "s", Date::MAX)];
    assert_eq!(due(&needs, &[], Date::MAX), Vec::<String>::new());
    assert_eq!(due(&[], &[], Date::MIN), Vec::<String>::new());
}
