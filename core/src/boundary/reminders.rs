//! Whom to remind of what, and whom to invite to come back.

use jiff::civil::Date;
use serde::Deserialize;

use super::{BoundaryError, NoRequest};
use crate::Directory;
use crate::follow_up::{
    self, Circumstances, ComeBackDue, ComeBackPolicy, ExpertAbsence, NeedReminder, Referral, ReminderPolicy,
    Reminders, Suspension, TrackedNeed,
};

/// Referrals, and a day on which they may call for something.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RemindersRequest {
    /// The referrals.
    pub referrals: Vec<Referral>,
    /// The day.
    pub on: Date,
    /// After how many days.
    #[serde(default)]
    pub policy: ReminderPolicy,
    /// When experts are away, besides the absences that the directory knows.
    #[serde(default)]
    pub absences: Vec<ExpertAbsence>,
    /// The needs that are suspended.
    #[serde(default)]
    pub suspensions: Vec<Suspension>,
}

/// Needs whose companies may be invited to come back.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ComeBacksDueRequest {
    /// The needs.
    pub needs: Vec<TrackedNeed>,
    /// Their referrals.
    pub referrals: Vec<Referral>,
    /// The day.
    pub on: Date,
    /// After how many months.
    #[serde(default)]
    pub policy: ComeBackPolicy,
}

/// Everything that a day calls for.
///
/// # Errors
/// None.
pub fn reminders(
    directory: Option<&Directory>,
    request: RemindersRequest,
) -> Result<Reminders, BoundaryError> {
    let RemindersRequest { referrals, on, policy, absences, suspensions } = request;
    let circumstances = circumstances(directory, absences, suspensions);
    Ok(follow_up::reminders_with(&referrals, on, &policy, &circumstances))
}

/// What a day calls for, for the one need of these referrals.
///
/// # Errors
/// None.
pub fn need_reminder(
    directory: Option<&Directory>,
    request: RemindersRequest,
) -> Result<Option<NeedReminder>, BoundaryError> {
    let RemindersRequest { referrals, on, policy, absences, suspensions } = request;
    let circumstances = circumstances(directory, absences, suspensions);
    Ok(follow_up::need_reminder_with(&referrals, on, &policy, &circumstances))
}

/// What the host knows, with the absences of its directory.
fn circumstances(
    directory: Option<&Directory>,
    absences: Vec<ExpertAbsence>,
    suspensions: Vec<Suspension>,
) -> Circumstances {
    let mut circumstances = Circumstances { absences, suspensions };
    if let Some(directory) = directory {
        circumstances.add_absences_of(directory);
    }
    circumstances
}

/// After how many days reminders are due where the host does not say.
///
/// # Errors
/// None.
pub fn reminder_policy((): (), _: NoRequest) -> Result<ReminderPolicy, BoundaryError> {
    Ok(ReminderPolicy::default())
}

/// The companies to invite on a day, each by its last need.
///
/// # Errors
/// None.
pub fn come_backs_due((): (), request: ComeBacksDueRequest) -> Result<Vec<ComeBackDue>, BoundaryError> {
    let ComeBacksDueRequest { needs, referrals, on, policy } = request;
    Ok(follow_up::come_backs_due(&needs, &referrals, on, &policy))
}

/// When companies are invited to come back where the host does not say.
///
/// # Errors
/// None.
pub fn come_back_policy((): (), _: NoRequest) -> Result<ComeBackPolicy, BoundaryError> {
    Ok(ComeBackPolicy::default())
}
