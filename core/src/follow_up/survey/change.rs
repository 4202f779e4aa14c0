//! What hosts do with surveys: ask, and take down an answer.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::event::follow;
use super::{Survey, SurveyEvent, SurveyEventKind, SurveyOutcome};
use crate::follow_up::ReferralError;
use crate::language::sentence;

/// What a company answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SurveyAnswer {
    /// The id of the need.
    pub need: String,
    /// The day.
    pub on: Date,
    /// Whether somebody called it back.
    pub called_back: bool,
    /// Whether the exchange was useful.
    #[serde(default)]
    pub useful: Option<bool>,
    /// What the exchange allowed it to do.
    #[serde(default)]
    pub outcomes: Vec<SurveyOutcome>,
}

/// What changed: the events to keep, and the surveys that changed, as they stand now.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SurveyChanges {
    /// In the order in which they happened.
    pub events: Vec<SurveyEvent>,
    /// Only those that changed.
    pub surveys: Vec<Survey>,
}

/// Asks a company about a need. Whom to ask on a day is in [`surveys_due`](super::surveys_due).
///
/// # Errors
/// `already_asked` where a survey has the need already, `missing_field` for a blank id.
pub fn ask_survey(surveys: &[Survey], need: &str, on: Date) -> Result<SurveyChanges, ReferralError> {
    let event = SurveyEvent {
        need: need.to_owned(),
        on,
        kind: SurveyEventKind::Asked,
        called_back: None,
        useful: None,
        outcomes: Vec::new(),
    };
    changed(surveys.iter().find(|survey| survey.need == need).cloned(), event)
}

/// Takes down what a company answers. The same answer twice changes nothing and is no error, so that a
/// form that is sent twice does no harm.
///
/// # Errors
/// `unknown_need` where nobody was asked about it, `already_answered` where the answer is another one,
/// `impossible_date` for an answer before the question.
pub fn answer_survey(surveys: &[Survey], answer: &SurveyAnswer) -> Result<SurveyChanges, ReferralError> {
    let known = surveys.iter().find(|survey| survey.need == answer.need).ok_or_else(|| {
        let known = surveys.iter().map(|survey| survey.need.as_str());
        ReferralError::unknown("unknown_need", "need", sentence!(SurveyAbout), &answer.need, known)
    })?;
    let mut outcomes = answer.outcomes.clone();
    outcomes.sort_unstable();
    outcomes.dedup();
    let is_same = known.answered_on.is_some()
        && (known.called_back, known.useful) == (Some(answer.called_back), answer.useful)
        && known.outcomes == outcomes;
    if is_same {
        return Ok(SurveyChanges::default());
    }
    let event = SurveyEvent {
        need: answer.need.clone(),
        on: answer.on,
        kind: SurveyEventKind::Answered,
        called_back: Some(answer.called_back),
        useful: answer.useful,
        outcomes,
    };
    changed(Some(known.clone()), event)
}

/// An event, and the survey of its need as it stands afterwards.
fn changed(mut survey: Option<Survey>, event: SurveyEvent) -> Result<SurveyChanges, ReferralError> {
    follow(&mut survey, &event).map_err(|error| error.renamed("answered_on", "on"))?;
    Ok(SurveyChanges { events: vec![event], surveys: survey.into_iter().collect() })
}
