//! What companies said afterwards: who was helped is asked ten days later. Fewer than half answer, and of the
//! others nobody knows more.

use std::path::Path;

use aiguillage::Directory;
use aiguillage::follow_up::{
    Survey, SurveyAnswer, SurveyEvent, SurveyOutcome, SurveyPolicy, answer_survey, ask_survey, surveys_due,
};
use aiguillage::impact::{ReferralFile, SurveyFile};
use fastrand::Rng;
use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::Outcome;
use super::referrals::{LAST, drawn};

/// The first day on which surveys were sent.
const FIRST: Date = date(2026, 1, 12);

const OUTCOMES: [(SurveyOutcome, u32); 4] = [
    (SurveyOutcome::OfferDiscovered, 6),
    (SurveyOutcome::ActionsStarted, 5),
    (SurveyOutcome::ChoiceMade, 3),
    (SurveyOutcome::Other, 1),
];

/// Writes the events of the surveys that go with a file of needs and referrals.
pub(crate) fn write(directory: &Directory, referrals: &Path, path: &Path) -> Outcome<()> {
    let bytes = std::fs::read(referrals)?;
    let file = ReferralFile::read_csv("referrals.csv", &bytes, Some(directory))?;
    // Its own chance: what companies say changes nothing of what was before.
    let mut rng = Rng::with_seed(2029);
    let mut surveys: Vec<Survey> = Vec::new();
    let mut events: Vec<SurveyEvent> = Vec::new();
    let policy = SurveyPolicy::default();
    // Surveys leave on Mondays.
    let mut monday = FIRST;
    while monday <= LAST {
        for due in surveys_due(&file.referrals, &surveys, monday, &policy) {
            let asked = ask_survey(&surveys, &due.need, monday)?;
            events.extend(asked.events);
            surveys.extend(asked.surveys);
            if let Some(answer) = answer(&due.need, monday, &mut rng) {
                let answered = answer_survey(&surveys, &answer)?;
                events.extend(answered.events);
                surveys.retain(|survey| survey.need != due.need);
                surveys.extend(answered.surveys);
            }
        }
        monday = monday.checked_add(7.days())?;
    }
    events.sort_by(|a, b| (a.on, &a.need, a.kind).cmp(&(b.on, &b.need, b.kind)));
    std::fs::write(path, SurveyFile::to_csv(&events))?;
    Ok(())
}

/// What the company answers, if it does: most of those who do were called and found it useful.
fn answer(need: &str, asked_on: Date, rng: &mut Rng) -> Option<SurveyAnswer> {
    let on = asked_on.checked_add(rng.i64(0..12).days()).ok()?;
    if rng.u8(..100) >= 43 || on > LAST {
        return None;
    }
    let called_back = rng.u8(..100) < 91;
    let useful = called_back.then(|| rng.u8(..100) < 84);
    let count = if useful == Some(true) { 1 + rng.usize(..2) } else { 0 };
    let mut outcomes: Vec<SurveyOutcome> = (0..count).map(|_| drawn(&OUTCOMES, rng)).collect();
    outcomes.sort_unstable();
    outcomes.dedup();
    Some(SurveyAnswer { need: need.to_owned(), on, called_back, useful, outcomes })
}
