//! Figures of surveys: what the companies say of the help that they got.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Share;
use crate::follow_up::{Survey, SurveyOutcome};

/// What companies said of their needs, as far as they were asked and have answered by the day of looking. A need
/// has one survey. It counts for the receivers who helped; one of a need that nobody has helped any more is in
/// the row without a group.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ImpactSurveys {
    /// Surveys that were sent, one for each need: a company with two needs is asked twice.
    pub asked: u64,
    /// Those that were answered.
    pub answered: u64,
    /// Those whose company says that it was called back.
    pub called_back: u64,
    /// Those whose company found the exchange useful.
    pub useful: u64,
    /// Those whose company was called back and found it useful.
    pub satisfied: u64,
    /// `answered` / `asked`.
    pub answers: Share,
    /// `satisfied` / `answered`.
    pub satisfaction: Share,
    /// What the exchange allowed companies to do, the most frequent first; a company may name several.
    pub outcomes: Vec<OutcomeCount>,
}

/// How many companies an exchange allowed to do something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OutcomeCount {
    /// What.
    pub outcome: SurveyOutcome,
    /// What users read, in French.
    pub label: String,
    /// How many.
    pub count: u64,
}

/// Surveys that were counted so far.
#[derive(Default)]
pub(super) struct SurveyTally {
    asked: u64,
    answered: u64,
    called_back: u64,
    useful: u64,
    satisfied: u64,
    outcomes: BTreeMap<SurveyOutcome, u64>,
}

impl SurveyTally {
    /// Counts a survey as it stood at the end of a day.
    pub(super) fn add(&mut self, survey: &Survey, on: Date) {
        if survey.asked_on > on {
            return;
        }
        self.asked += 1;
        if survey.answered_on.is_none_or(|answered| answered > on) {
            return;
        }
        self.answered += 1;
        self.called_back += u64::from(survey.called_back == Some(true));
        self.useful += u64::from(survey.useful == Some(true));
        self.satisfied += u64::from(survey.is_satisfied());
        for outcome in &survey.outcomes {
            *self.outcomes.entry(*outcome).or_default() += 1;
        }
    }

    /// How many surveys were sent.
    pub(super) fn asked(&self) -> u64 {
        self.asked
    }

    pub(super) fn figures(self, small: u32) -> ImpactSurveys {
        let mut outcomes: Vec<_> = self.outcomes.into_iter().collect();
        outcomes.sort_unstable_by_key(|(outcome, count)| (std::cmp::Reverse(*count), *outcome));
        let outcomes = outcomes.into_iter();
        let outcomes = outcomes.map(|(outcome, count)| OutcomeCount {
            outcome,
            label: outcome.label().to_owned(),
            count,
        });
        ImpactSurveys {
            asked: self.asked,
            answered: self.answered,
            called_back: self.called_back,
            useful: self.useful,
            satisfied: self.satisfied,
            answers: Share::of(self.answered, self.asked, small),
            satisfaction: Share::of(self.satisfied, self.answered, small),
            outcomes: outcomes.collect(),
        }
    }
}
