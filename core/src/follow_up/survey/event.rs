//! From events to surveys.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Survey, SurveyOutcome};
use crate::follow_up::{ReferralError, UnknownEvent};
use crate::record::words::words;
use crate::text::shorten;

words! {
    /// What kind of thing happened to a survey.
    SurveyEventKind, "kind";
    /// The company was asked.
    Asked "Enquête envoyée" "Asked",
    /// The company answered.
    Answered "Réponse reçue" "Answered",
}

/// One thing that happened to the survey of a need. Events are only ever added; what a survey is follows
/// from them ([`fold_surveys`]).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SurveyEvent {
    /// The id of the need.
    pub need: String,
    /// The day it happened.
    pub on: Date,
    /// What happened.
    pub kind: SurveyEventKind,
    /// Whether somebody called the company back; an answer says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub called_back: Option<bool>,
    /// Whether the exchange was useful.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub useful: Option<bool>,
    /// What the exchange allowed the company to do.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub outcomes: Vec<SurveyOutcome>,
}

/// What events make.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FoldedSurveys {
    /// The surveys as they stand, in the order of their needs.
    pub surveys: Vec<Survey>,
    /// The events that could not happen where their date puts them; a repeated event is not one of them.
    pub ignored: Vec<IgnoredSurveyEvent>,
    /// The events of kinds that this version does not know, each once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unknown: Vec<UnknownEvent>,
}

/// An event of a survey that changed nothing, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct IgnoredSurveyEvent {
    /// The event.
    pub event: SurveyEvent,
    /// A code of [`ReferralError`]: `already_asked`, `already_answered`, `unknown_need` for an answer that
    /// nobody asked for, `missing_field`, `invalid_value`.
    pub code: String,
    /// The field at fault.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// What is wrong.
    pub message: String,
}

/// The surveys that events make, in whatever order they arrive and however often each does.
///
/// Events are put in order by their day; equal ones count once. The first question and the first answer of
/// a need count, and what comes after them is ignored and reported. Of two answers of one day that differ,
/// the one that sorts first by what it says counts, whichever arrived first.
///
/// With `on`, only what had happened by the end of that day counts.
pub fn fold_surveys(events: &[SurveyEvent], on: Option<Date>) -> FoldedSurveys {
    let mut needs: BTreeMap<&str, Vec<&SurveyEvent>> = BTreeMap::new();
    for event in events.iter().filter(|event| on.is_none_or(|on| event.on <= on)) {
        needs.entry(&event.need).or_default().push(event);
    }
    let mut folded = FoldedSurveys::default();
    for mut events in needs.into_values() {
        events.sort_unstable_by_key(|event| (event.on, event.kind, *event));
        events.dedup();
        let mut survey: Option<Survey> = None;
        for event in events {
            if let Err(error) = follow(&mut survey, event) {
                folded.ignored.push(IgnoredSurveyEvent {
                    event: event.clone(),
                    code: error.code().to_owned(),
                    field: error.field().map(str::to_owned),
                    message: error.to_string(),
                });
            }
        }
        folded.surveys.extend(survey);
    }
    folded
}

/// Applies an event to the survey of its need. Where that fails, nothing has changed.
pub(super) fn follow(survey: &mut Option<Survey>, event: &SurveyEvent) -> Result<(), ReferralError> {
    match event.kind {
        SurveyEventKind::Asked => {
            let asked = ask(survey.as_ref(), event)?;
            *survey = Some(asked);
        }
        SurveyEventKind::Answered => {
            let survey = survey.as_mut().ok_or_else(|| {
                let message = format!("nobody was asked about the need `{}`", shorten(&event.need, 60));
                ReferralError::new("unknown_need", Some("need"), message)
            })?;
            answer(survey, event)?;
        }
    }
    Ok(())
}

fn ask(known: Option<&Survey>, event: &SurveyEvent) -> Result<Survey, ReferralError> {
    if let Some(known) = known {
        let need = shorten(&event.need, 60);
        let message = format!("the company was asked about `{need}` already, on {}", known.asked_on);
        return Err(ReferralError::new("already_asked", Some("need"), message));
    }
    if event.called_back.is_some() || event.useful.is_some() || !event.outcomes.is_empty() {
        let message = "what is `asked` has no answer: an answer is an event of its own";
        return Err(ReferralError::invalid("kind", message));
    }
    let survey = Survey {
        need: event.need.clone(),
        asked_on: event.on,
        answered_on: None,
        called_back: None,
        useful: None,
        outcomes: Vec::new(),
    };
    survey.check()?;
    Ok(survey)
}

fn answer(survey: &mut Survey, event: &SurveyEvent) -> Result<(), ReferralError> {
    if let Some(answered) = survey.answered_on {
        let need = shorten(&event.need, 60);
        let message = format!("the company answered about `{need}` already, on {answered}");
        return Err(ReferralError::new("already_answered", Some("need"), message));
    }
    let mut outcomes = event.outcomes.clone();
    outcomes.sort_unstable();
    outcomes.dedup();
    let answered = Survey {
        answered_on: Some(event.on),
        called_back: event.called_back,
        useful: event.useful,
        outcomes,
        ..survey.clone()
    };
    answered.check()?;
    *survey = answered;
    Ok(())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn event(need: u8, day: i8, kind: SurveyEventKind, useful: Option<bool>) -> SurveyEvent {
        let is_answer = kind == SurveyEventKind::Answered;
        SurveyEvent {
            need: format!("n{need}"),
            on: date(2026, 11, day),
            kind,
            called_back: is_answer.then_some(true),
            useful: useful.filter(|_| is_answer),
            outcomes: Vec::new(),
        }
    }

    proptest! {
        #[test]
        fn shuffled_and_doubled_events_make_the_same_surveys(
            raw in proptest::collection::vec((0..4_u8, 1..28_i8, any::<bool>(), any::<Option<bool>>()), 0..40),
            seed in any::<u64>(),
        ) {
            let kind = |asked| if asked { SurveyEventKind::Asked } else { SurveyEventKind::Answered };
            let events: Vec<SurveyEvent> =
                raw.into_iter().map(|(need, day, asked, useful)| event(need, day, kind(asked), useful)).collect();
            let folded = fold_surveys(&events, None);
            let mut late = [events.clone(), events].concat();
            fastrand::Rng::with_seed(seed).shuffle(&mut late);
            prop_assert_eq!(fold_surveys(&late, None), folded.clone());
            for survey in &folded.surveys {
                prop_assert!(survey.check().is_ok(), "{survey:?}");
            }
        }
    }

    #[test]
    fn the_first_question_and_the_first_answer_count() {
        use SurveyEventKind::{Answered, Asked};
        let events = [
            event(1, 9, Answered, Some(false)),
            event(1, 5, Answered, Some(true)),
            event(1, 3, Asked, None),
            event(1, 4, Asked, None),
            event(1, 2, Answered, Some(true)),
        ];
        let folded = fold_surveys(&events, None);
        assert!(folded.surveys[0].is_satisfied());
        let codes: Vec<&str> = folded.ignored.iter().map(|ignored| ignored.code.as_str()).collect();
        assert_eq!(codes, ["unknown_need", "already_asked", "already_answered"]);
        assert_eq!(fold_surveys(&events, Some(date(2026, 11, 4))).surveys[0].answered_on, None);
    }

    #[test]
    fn an_event_that_is_none_is_reported() {
        let mut asked = event(1, 3, SurveyEventKind::Asked, None);
        asked.called_back = Some(true);
        let mut answered = event(2, 4, SurveyEventKind::Answered, Some(true));
        answered.called_back = None;
        let events = [asked, event(2, 3, SurveyEventKind::Asked, None), answered];
        let folded = fold_surveys(&events, None);
        let codes: Vec<&str> = folded.ignored.iter().map(|ignored| ignored.code.as_str()).collect();
        assert_eq!((codes, folded.surveys.len()), (vec!["invalid_value", "missing_field"], 1));
    }
}
