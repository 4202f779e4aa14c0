//! Surveys: whom to ask, what companies answered, and what that is in figures.

use jiff::civil::Date;
use serde::Deserialize;

use super::events::GivenEvents;
use super::{BoundaryError, NoRequest};
use crate::follow_up::{
    self, FoldedSurveys, Referral, Survey, SurveyAnswer, SurveyChanges, SurveyDue, SurveyEvent, SurveyPolicy,
};

/// Referrals whose companies may be due for a survey.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SurveysDueRequest {
    /// The referrals.
    pub referrals: Vec<Referral>,
    /// The surveys that there are already.
    pub surveys: Vec<Survey>,
    /// The day.
    pub on: Date,
    /// When companies are asked.
    #[serde(default)]
    pub policy: SurveyPolicy,
}

/// A need about which its company is asked.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AskSurveyRequest {
    /// The surveys that there are already.
    pub surveys: Vec<Survey>,
    /// The id of the need.
    pub need: String,
    /// The day.
    pub on: Date,
}

/// What a company answers.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AnswerSurveyRequest {
    /// The surveys, that of the need among them.
    pub surveys: Vec<Survey>,
    /// The answer.
    pub answer: SurveyAnswer,
}

/// What happened to surveys, in whatever order and however often it arrived.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FoldSurveysRequest {
    /// The events.
    pub events: GivenEvents<SurveyEvent>,
    /// The day as of which the surveys are wanted; as they stand now if it is not given.
    #[serde(default)]
    pub on: Option<Date>,
}

/// One survey.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SurveyRequest {
    /// The survey.
    pub survey: Survey,
}

/// One event of a survey.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SurveyEventRequest {
    /// The event.
    pub event: SurveyEvent,
}

/// The needs whose companies are to be asked on a day.
///
/// # Errors
/// None.
pub fn surveys_due((): (), request: SurveysDueRequest) -> Result<Vec<SurveyDue>, BoundaryError> {
    Ok(follow_up::surveys_due(&request.referrals, &request.surveys, request.on, &request.policy))
}

/// Asks a company: the event to keep, and the survey as it stands.
///
/// # Errors
/// `already_asked`, `missing_field`.
pub fn ask_survey((): (), request: AskSurveyRequest) -> Result<SurveyChanges, BoundaryError> {
    Ok(follow_up::ask_survey(&request.surveys, &request.need, request.on)?)
}

/// Takes down what a company answers; the same answer twice changes nothing.
///
/// # Errors
/// `unknown_need`, `already_answered`, `impossible_date`.
pub fn answer_survey((): (), request: AnswerSurveyRequest) -> Result<SurveyChanges, BoundaryError> {
    Ok(follow_up::answer_survey(&request.surveys, &request.answer)?)
}

/// The surveys that events amount to.
///
/// # Errors
/// With the first event of a known kind that cannot be read; what cannot have happened is told in the answer.
pub fn fold_surveys((): (), request: FoldSurveysRequest) -> Result<FoldedSurveys, BoundaryError> {
    let (events, unknown) = request.events.read()?;
    Ok(FoldedSurveys { unknown, ..follow_up::fold_surveys(&events, request.on) })
}

/// The survey as the library writes it.
///
/// # Errors
/// None but those of reading it.
pub fn read_survey((): (), request: SurveyRequest) -> Result<Survey, BoundaryError> {
    Ok(request.survey)
}

/// The event as the library writes it.
///
/// # Errors
/// None but those of reading it.
pub fn read_survey_event((): (), request: SurveyEventRequest) -> Result<SurveyEvent, BoundaryError> {
    Ok(request.event)
}

/// When companies are asked where the host does not say.
///
/// # Errors
/// None.
pub fn survey_policy((): (), _: NoRequest) -> Result<SurveyPolicy, BoundaryError> {
    Ok(SurveyPolicy::default())
}
