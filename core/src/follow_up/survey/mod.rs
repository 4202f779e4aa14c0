//! Surveys: whether a company that was helped was called back, and whether that was of use to it.
//!
//! A survey holds yes, no and words of a closed list. What a company writes besides is text of its own:
//! it stays with the host, and no figure holds it. What companies answered is counted by
//! [impact](crate::impact), beside what became of their needs.
//!
//! ```
//! use aiguillage::follow_up::{SurveyAnswer, SurveyOutcome, answer_survey, ask_survey, fold_surveys};
//!
//! let asked = ask_survey(&[], "b-17", "2026-11-20".parse()?)?;
//! let answered = answer_survey(&asked.surveys, &SurveyAnswer {
//!     need: "b-17".into(), on: "2026-11-21".parse()?, called_back: true, useful: Some(true),
//!     outcomes: vec![SurveyOutcome::ActionsStarted],
//! })?;
//! assert!(answered.surveys[0].is_satisfied());
//!
//! // The events make the same survey, late and repeated as they may be.
//! let late = [answered.events.clone(), asked.events, answered.events].concat();
//! assert_eq!(fold_surveys(&late, None).surveys, answered.surveys);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod change;
mod due;
mod event;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use change::{SurveyAnswer, SurveyChanges, answer_survey, ask_survey};
pub use due::{SurveyDue, SurveyPolicy, surveys_due};
pub use event::{FoldedSurveys, IgnoredSurveyEvent, SurveyEvent, SurveyEventKind, fold_surveys};

use super::{ReferralError, TrackedNeed, check_id};
use crate::record::words::words;
use crate::text::shorten;

words! {
    /// What an exchange with an expert allowed the company to do.
    SurveyOutcome, "outcomes";
    /// It found out about a programme, an aid or a service.
    OfferDiscovered "Découvrir une offre d’accompagnement" "Found out about an offer of support",
    /// It started something.
    ActionsStarted "Engager des actions" "Started something",
    /// It made a choice.
    ChoiceMade "Faire un choix" "Made a choice",
    /// Something else.
    Other "Autre" "Something else",
}

/// What a company was asked about a need, and what it answered.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Survey {
    /// The id of the need. A need has one survey.
    pub need: String,
    /// The day the company was asked.
    pub asked_on: Date,
    /// The day it answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answered_on: Option<Date>,
    /// Whether somebody called it back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub called_back: Option<bool>,
    /// Whether the exchange was useful; not known where nobody asked that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub useful: Option<bool>,
    /// What the exchange allowed it to do, each once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub outcomes: Vec<SurveyOutcome>,
}

impl Survey {
    /// Whether the company was called back and found that useful. One that nobody called may have been helped
    /// all the same, by a letter or because it called: that is no contradiction, and not this either.
    pub fn is_satisfied(&self) -> bool {
        self.called_back == Some(true) && self.useful == Some(true)
    }

    /// Whether it can be true of its need, which has one before it already or not.
    pub(crate) fn check_with(&self, need: &TrackedNeed, is_second: bool) -> Result<(), ReferralError> {
        if is_second {
            let message =
                format!("there are two surveys about `{}`: the first counts", shorten(&self.need, 60));
            return Err(ReferralError::new("duplicate_id", Some("need"), message));
        }
        if self.asked_on < need.deposited_on {
            let message = format!(
                "`asked_on` ({}) is before the need's deposit ({})",
                self.asked_on, need.deposited_on
            );
            return Err(ReferralError::new("impossible_date", Some("asked_on"), message));
        }
        Ok(())
    }

    /// Whether its dates can be true, and it has an answer where it was answered and none where it was not.
    ///
    /// # Errors
    /// `missing_field` for a blank need, `invalid_value` for one with white space around it; `missing_field` for an answer without its day or without `called_back`,
    /// `impossible_date` for an answer before the question.
    pub fn check(&self) -> Result<(), ReferralError> {
        check_id("need", &self.need)?;
        let is_answered = self.called_back.is_some() || self.useful.is_some() || !self.outcomes.is_empty();
        match self.answered_on {
            None if is_answered => Err(ReferralError::missing("answered_on")),
            Some(_) if self.called_back.is_none() => Err(ReferralError::missing("called_back")),
            Some(answered) if answered < self.asked_on => {
                let message = format!("`answered_on` ({answered}) is before `asked_on` ({})", self.asked_on);
                Err(ReferralError::new("impossible_date", Some("answered_on"), message))
            }
            _ => Ok(()),
        }
    }
}
