//! Whom to ask.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Survey;
use crate::follow_up::days::{days_after, months_after};
use crate::follow_up::{Referral, ReferralState};

/// When to ask a company.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct SurveyPolicy {
    /// How many days after the first help: 10.
    pub after_days: u32,
    /// For how many months after the need was first sent: 3.
    pub within_months: u32,
}

impl Default for SurveyPolicy {
    fn default() -> SurveyPolicy {
        SurveyPolicy { after_days: 10, within_months: 3 }
    }
}

/// A need whose company is to be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SurveyDue {
    /// Its id.
    pub need: String,
    /// The day the first expert helped.
    pub helped_on: Date,
    /// Since when the company is to be asked.
    pub since: Date,
    /// The last day on which it is.
    pub until: Date,
    /// The experts who helped, in the order in which they did: those to whom the answer is shown.
    pub experts: Vec<String>,
}

/// The needs whose companies are to be asked on a day, those that have been due longest first.
///
/// Only help counts: a need that was refused, abandoned, not reachable or without help is not asked about,
/// however its referrals were closed. The clock is that of all follow-up, from the day on which the need
/// was first sent to somebody. A need about which somebody was asked is not due again, whether the company
/// answered or not, and one whose help was taken back (its referral is open again) is not due until there
/// is help. What is in the future on that day does not count yet.
///
/// ```
/// use aiguillage::follow_up::{Referral, SurveyPolicy, surveys_due};
///
/// let referrals: Vec<Referral> = serde_json::from_str(r#"[{"id": "r1", "need": "b-17", "expert": "e",
///     "institution": "cci", "sent_on": "2026-11-02", "state": "done", "taken_on": "2026-11-03",
///     "closed_on": "2026-11-05"}]"#)?;
/// let policy = SurveyPolicy::default();
/// assert!(surveys_due(&referrals, &[], "2026-11-14".parse()?, &policy).is_empty());
/// let due = surveys_due(&referrals, &[], "2026-11-15".parse()?, &policy);
/// assert_eq!((due[0].need.as_str(), due[0].until), ("b-17", "2027-02-01".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn surveys_due(
    referrals: &[Referral],
    surveys: &[Survey],
    on: Date,
    policy: &SurveyPolicy,
) -> Vec<SurveyDue> {
    let asked: HashSet<&str> = surveys.iter().map(|survey| survey.need.as_str()).collect();
    let mut needs: HashMap<&str, Vec<&Referral>> = HashMap::new();
    for referral in referrals.iter().filter(|referral| !asked.contains(referral.need.as_str())) {
        needs.entry(&referral.need).or_default().push(referral);
    }
    let mut due: Vec<SurveyDue> =
        needs.into_iter().filter_map(|(need, referrals)| due_on(need, &referrals, on, policy)).collect();
    due.sort_unstable_by(|a, b| (a.since, &a.need).cmp(&(b.since, &b.need)));
    due
}

fn due_on(need: &str, referrals: &[&Referral], on: Date, policy: &SurveyPolicy) -> Option<SurveyDue> {
    let mut help: Vec<(Date, &str)> = referrals.iter().filter_map(|referral| helped(referral, on)).collect();
    help.sort_unstable();
    let helped_on = help.first()?.0;
    let since = days_after(helped_on, policy.after_days);
    let first_sent = referrals.iter().map(|referral| referral.first_sent_on()).min()?;
    let end = months_after(first_sent, policy.within_months);
    // No month is so late: there is no end.
    let until = end.map_or(Some(Date::MAX), |end| end.yesterday().ok())?;
    (since <= on && on <= until).then(|| {
        let mut experts: Vec<String> = Vec::with_capacity(help.len());
        for (_, expert) in help {
            if !experts.iter().any(|known| known == expert) {
                experts.push(expert.to_owned());
            }
        }
        SurveyDue { need: need.to_owned(), helped_on, since, until, experts }
    })
}

/// The day an expert helped, by the end of a day, and who.
fn helped(referral: &Referral, on: Date) -> Option<(Date, &str)> {
    let closed_on = referral.closed_on.filter(|closed| *closed <= on)?;
    (referral.state == ReferralState::Done).then_some((closed_on, referral.expert.as_str()))
}
