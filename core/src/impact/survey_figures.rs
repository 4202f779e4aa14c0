//! Figures of surveys: what the companies say of the help that they got.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Share;
use crate::follow_up::Survey;

/// What companies said of their needs, as far as they were asked and have answered by the day of looking. A need
/// has one survey; it counts wherever its need does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ImpactSurveys {
    /// Companies that were asked.
    pub asked: u64,
    /// Those that answered.
    pub answered: u64,
    /// Those that were called back.
    pub called_back: u64,
    /// Those that were called back and found it useful.
    pub satisfied: u64,
    /// `answered` / `asked`.
    pub answers: Share,
    /// `satisfied` / `answered`.
    pub satisfaction: Share,
}

/// Surveys that were counted so far.
#[derive(Clone, Copy, Default)]
pub(super) struct SurveyTally {
    asked: u64,
    answered: u64,
    called_back: u64,
    satisfied: u64,
}

impl SurveyTally {
    /// Counts a survey as it stood at the end of a day.
    pub(super) fn add(&mut self, survey: &Survey, on: Date) {
        if survey.asked_on > on {
            return;
        }
        self.asked += 1;
        if survey.answered_on.is_some_and(|answered| answered <= on) {
            self.answered += 1;
            self.called_back += u64::from(survey.called_back == Some(true));
            self.satisfied += u64::from(survey.is_satisfied());
        }
    }

    pub(super) fn figures(self, small: u32) -> ImpactSurveys {
        ImpactSurveys {
            asked: self.asked,
            answered: self.answered,
            called_back: self.called_back,
            satisfied: self.satisfied,
            answers: Share::of(self.answered, self.asked, small),
            satisfaction: Share::of(self.satisfied, self.answered, small),
        }
    }
}
