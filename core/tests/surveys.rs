//! Surveys: whom to ask, what companies answer, and what that is in figures.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use aiguillage::follow_up::{
    Referral, ReferralState, Survey, SurveyAnswer, SurveyOutcome, SurveyPolicy, TrackedNeed, answer_survey,
    ask_survey, surveys_due,
};
use aiguillage::impact::{Dimension, ImpactFacts, ImpactQuery, ImpactReport};
use jiff::ToSpan;
use jiff::civil::{Date, date};

fn day(day: i8) -> Date {
    date(2026, 11, day)
}

/// A referral of the need `n` that closed in a state on a day of November, having been sent on the first.
fn closed(expert: &str, state: ReferralState, on: i8) -> Referral {
    let mut referral: Referral = serde_json::from_str(
        r#"{"id": "r", "need": "n", "expert": "e", "institution": "i", "sent_on": "2026-11-01", "state": "waiting"}"#,
    )
    .unwrap();
    referral.id = expert.into();
    referral.expert = expert.into();
    referral.antenne = Some(format!("antenne-{expert}"));
    referral.state = state;
    referral.closed_on = Some(day(on));
    let takes = state.is_done();
    referral.taken_on = takes.then(|| day(on));
    referral.check().unwrap();
    referral
}

fn due(referrals: &[Referral], surveys: &[Survey], on: Date) -> Vec<(Date, Date, Vec<String>)> {
    let due = surveys_due(referrals, surveys, on, &SurveyPolicy::default());
    due.into_iter().map(|due| (due.since, due.until, due.experts)).collect()
}

#[test]
fn who_was_helped_is_asked_ten_days_later_for_three_months_once() {
    let referrals = [closed("late", ReferralState::Done, 9), closed("e", ReferralState::Done, 5), {
        let mut other = closed("no", ReferralState::DoneNoHelp, 3);
        other.id = "no".into();
        other
    }];
    assert!(due(&referrals, &[], day(14)).is_empty());
    let expected = (day(15), date(2027, 1, 31), vec!["e".to_owned(), "late".to_owned()]);
    for on in [day(15), date(2027, 1, 31)] {
        assert_eq!(due(&referrals, &[], on), std::slice::from_ref(&expected));
    }
    assert!(due(&referrals, &[], date(2027, 2, 1)).is_empty());
    let asked = ask_survey(&[], "n", day(15)).unwrap().surveys;
    assert!(due(&referrals, &asked, day(16)).is_empty(), "once, whether there is an answer or not");
}

#[test]
fn nothing_but_help_is_asked_about() {
    for state in ReferralState::ALL.iter().filter(|state| **state != ReferralState::Done) {
        let mut referral = closed("e", ReferralState::Done, 2);
        referral.state = *state;
        assert!(due(&[referral], &[], day(25)).is_empty(), "{state}");
    }
    let in_future = closed("e", ReferralState::Done, 20);
    assert!(
        surveys_due(&[in_future], &[], day(19), &SurveyPolicy { after_days: 0, within_months: 3 }).is_empty()
    );
    let endless = SurveyPolicy { after_days: 0, within_months: u32::MAX };
    let helped = [closed("e", ReferralState::Done, 2)];
    assert_eq!(surveys_due(&helped, &[], date(2099, 1, 1), &endless)[0].until, Date::MAX);
    let never = SurveyPolicy { after_days: u32::MAX, within_months: 3 };
    assert!(surveys_due(&helped, &[], date(2099, 1, 1), &never).is_empty());
}

#[test]
fn a_need_that_went_from_one_to_another_is_as_old_as_its_first_sending() {
    let mut referral = closed("e", ReferralState::Done, 20);
    referral.sent_on = day(18);
    referral.past.push(
        serde_json::from_str(
            r#"{"expert": "p", "institution": "i", "sent_on": "2026-08-31", "until": "2026-11-18", "state": "waiting"}"#,
        )
        .unwrap(),
    );
    assert_eq!(due(&[referral.clone()], &[], day(30)), []);
    referral.past[0].sent_on = date(2026, 9, 10);
    assert_eq!(due(&[referral], &[], day(30))[0].1, date(2026, 12, 9));
}

fn answer(on: Date, called_back: bool, useful: Option<bool>) -> SurveyAnswer {
    SurveyAnswer { need: "n".into(), on, called_back, useful, outcomes: vec![SurveyOutcome::Other; 2] }
}

#[test]
fn answers_are_refused_with_what_is_wrong() {
    let asked = ask_survey(&[], "n", day(15)).unwrap().surveys;
    let error = |surveys: &[Survey], answer: &SurveyAnswer| {
        let error = answer_survey(surveys, answer).unwrap_err();
        (error.code(), error.field().map(str::to_owned))
    };
    let yes = answer(day(16), true, Some(true));
    let answered = answer_survey(&asked, &yes).unwrap();
    assert_eq!(answered.surveys[0].outcomes, [SurveyOutcome::Other]);
    // A form that is sent twice does no harm, on whatever day.
    let again = SurveyAnswer { on: day(17), ..yes.clone() };
    assert!(answer_survey(&answered.surveys, &again).unwrap().events.is_empty());
    let no = answer(day(17), false, None);
    assert_eq!(error(&answered.surveys, &no), ("already_answered", Some("need".into())));
    let early = answer(day(14), true, None);
    assert_eq!(error(&asked, &early), ("impossible_date", Some("on".into())));
    let unknown = SurveyAnswer { need: "m".into(), ..no };
    assert_eq!(error(&asked, &unknown), ("unknown_need", Some("need".into())));
    assert_eq!(ask_survey(&asked, "n", day(20)).unwrap_err().code(), "already_asked");
    assert_eq!(ask_survey(&asked, " ", day(20)).unwrap_err().code(), "missing_field");
}

fn survey(need: &str, useful: Option<bool>) -> Survey {
    let asked_on = day(15);
    Survey {
        need: need.into(),
        asked_on,
        answered_on: useful.map(|_| asked_on.checked_add(1.day()).unwrap()),
        called_back: useful.map(|_| true),
        useful,
        outcomes: useful.map(|_| SurveyOutcome::ActionsStarted).into_iter().collect(),
    }
}

/// Three needs: `n` was helped by two experts, `m` by nobody any more, `o` by one expert.
fn world() -> (Vec<TrackedNeed>, Vec<Referral>) {
    let needs = ["n", "m", "o"].map(|id| TrackedNeed::new(id, format!("subject-{id}"), day(1)));
    let mut other = closed("e", ReferralState::Done, 5);
    other.need = "o".into();
    other.id = "r-o".into();
    let both = [closed("e", ReferralState::Done, 5), closed("f", ReferralState::Done, 6), other];
    (needs.to_vec(), both.to_vec())
}

fn report(surveys: &[Survey], by: Option<Dimension>) -> ImpactReport {
    let (needs, referrals) = world();
    let facts = ImpactFacts { needs: &needs, referrals: &referrals, surveys, ..ImpactFacts::default() };
    facts.measure(&ImpactQuery { by, ..ImpactQuery::on(date(2026, 12, 31)) }, None).unwrap()
}

#[test]
fn answers_count_once_in_all_and_once_for_each_who_helped() {
    let surveys = [survey("n", Some(true)), survey("m", Some(false)), survey("o", None)];
    let found = report(&surveys, Some(Dimension::Expert));
    let total = &found.total.surveys;
    assert_eq!((total.asked, total.answered, total.useful, total.satisfied), (3, 2, 1, 1));
    assert_eq!((total.answers.value, total.satisfaction.value), (Some(2.0 / 3.0), Some(0.5)));
    let outcomes: Vec<_> = total.outcomes.iter().map(|own| (own.outcome, own.count)).collect();
    assert_eq!(outcomes, [(SurveyOutcome::ActionsStarted, 2)]);
    let figures = |group: Option<&str>| {
        let row = found.rows.iter().find(|row| row.group.as_deref() == group).unwrap();
        let surveys = &row.figures.surveys;
        (surveys.asked, surveys.answered, surveys.satisfied)
    };
    assert_eq!((figures(None), figures(Some("e")), figures(Some("f"))), ((1, 1, 0), (2, 1, 1), (1, 1, 1)));
    let asked =
        |by| -> u64 { report(&surveys, Some(by)).rows.iter().map(|row| row.figures.surveys.asked).sum() };
    assert_eq!(
        (asked(Dimension::Institution), asked(Dimension::Antenne), asked(Dimension::Subject)),
        (3, 4, 3)
    );
    assert_eq!(report(&[], None).total.surveys.satisfaction.value, None);
}

#[test]
fn an_answer_is_of_those_who_helped_and_of_nobody_who_refused() {
    let (needs, mut referrals) = world();
    referrals[1].state = ReferralState::NotForMe;
    referrals[1].taken_on = None;
    let surveys = [survey("n", Some(true))];
    let facts =
        ImpactFacts { needs: &needs, referrals: &referrals, surveys: &surveys, ..ImpactFacts::default() };
    let query = ImpactQuery { by: Some(Dimension::Expert), ..ImpactQuery::on(date(2026, 12, 31)) };
    let rows = facts.measure(&query, None).unwrap().rows;
    let satisfied = |group: &str| {
        rows.iter().find(|row| row.group.as_deref() == Some(group)).unwrap().figures.surveys.satisfied
    };
    assert_eq!((satisfied("e"), satisfied("f")), (1, 0));
}

#[test]
fn a_survey_that_cannot_be_true_does_not_count_and_is_told() {
    let mut early = survey("o", Some(true));
    early.asked_on = date(2026, 10, 30);
    let mut backwards = survey("m", Some(true));
    backwards.answered_on = Some(day(1));
    let mut later = survey("n", Some(false));
    later.asked_on = day(16);
    let surveys = [later, early, survey("nn", None), backwards, survey("n", Some(true))];
    let found = report(&surveys, None);
    assert_eq!(
        (found.total.surveys.asked, found.total.surveys.satisfied),
        (1, 1),
        "the earlier of two counts"
    );
    let told: Vec<_> = found
        .faults
        .iter()
        .map(|fault| (fault.need.as_deref().unwrap(), fault.code.as_str(), fault.field.as_deref().unwrap()))
        .collect();
    let expected = [
        ("m", "impossible_date", "answered_on"),
        ("n", "duplicate_id", "need"),
        ("nn", "unknown_need", "need"),
        ("o", "impossible_date", "asked_on"),
    ];
    assert_eq!(told, expected);
}
