//! A referral as it stands.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::days::days_between;
use super::{ReferralError, ReferralState, RefusalReason, check_ids};

/// One need with one expert, as it stands. A host stores this, or the events that
/// [`fold`](super::fold) makes it of.
///
/// Days are civil days, as the host's calendar shows them: a delay is the difference of two dates,
/// which neither a change of clock nor the hour can move. A host that has instants takes their date
/// in its own legal time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Referral {
    /// What the host calls it; unique among all referrals.
    pub id: String,
    /// The id of the need.
    pub need: String,
    /// The id of the expert who has it now.
    pub expert: String,
    /// The antenne of that expert, at that time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub antenne: Option<String>,
    /// The institution of that expert, at that time.
    pub institution: String,
    /// The day it was sent to that expert; where it was transferred to them, to whoever had it before.
    pub sent_on: Date,
    /// Whether a person chose the expert, rather than the router.
    #[serde(default)]
    pub by_hand: bool,
    /// Where it stands.
    pub state: ReferralState,
    /// The day it came back to waiting, where it did: reminders count from there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reopened_on: Option<Date>,
    /// The day it was taken in charge, or closed at once with a done state.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub taken_on: Option<Date>,
    /// The day it was closed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed_on: Option<Date>,
    /// Why the expert refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<RefusalReason>,
    /// The host's id of who made the last move.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub author: Option<String>,
    /// The day of the last move.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub moved_on: Option<Date>,
    /// How many events it is made of.
    #[serde(default)]
    pub seq: u32,
    /// The experts who had it before, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub past: Vec<PastExpert>,
}

/// An expert who had a referral before it was given to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PastExpert {
    /// Their id.
    pub expert: String,
    /// Their antenne, at that time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub antenne: Option<String>,
    /// Their institution, at that time.
    pub institution: String,
    /// The day it was sent to them, or came to them.
    pub sent_on: Date,
    /// The day it was given to another.
    pub until: Date,
    /// Where it stood then: `not_for_me` if they had refused.
    pub state: ReferralState,
    /// The day they refused, if they had.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed_on: Option<Date>,
    /// Why they had refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<RefusalReason>,
    /// The host's id of who gave it to another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub author: Option<String>,
}

impl Referral {
    /// The day from which it has been waiting: when it was sent, or came back to waiting.
    pub fn waiting_since(&self) -> Date {
        self.reopened_on.map_or(self.sent_on, |reopened| reopened.max(self.sent_on))
    }

    /// The day from which the expert who has it has been able to move: since when it waits, or when it came
    /// to them.
    pub fn held_since(&self) -> Date {
        let came = self.past.last().map(|past| past.until);
        came.map_or(self.waiting_since(), |came| came.max(self.waiting_since()))
    }

    /// The day it was sent to the first expert who had it.
    pub fn first_sent_on(&self) -> Date {
        self.past.iter().map(|past| past.sent_on).fold(self.sent_on, Date::min)
    }

    /// Whole days from sending to taking in charge.
    pub fn days_to_take(&self) -> Option<u32> {
        self.taken_on.map(|taken| days_between(self.sent_on, taken))
    }

    /// Whole days from sending to closing.
    pub fn days_to_close(&self) -> Option<u32> {
        self.closed_on.map(|closed| days_between(self.sent_on, closed))
    }

    /// Whether the dates can be true and go with the state; referrals that the functions of this
    /// module made always pass.
    ///
    /// # Errors
    /// `missing_field` for a blank id or a date that the state must have, `invalid_value` for one
    /// that it cannot have, `impossible_date` for dates in the wrong order.
    pub fn check(&self) -> Result<(), ReferralError> {
        check_ids([
            ("id", &self.id),
            ("need", &self.need),
            ("expert", &self.expert),
            ("institution", &self.institution),
        ])?;
        self.check_state()?;
        check_order([
            ("sent_on", Some(self.sent_on)),
            ("taken_on", self.taken_on),
            ("closed_on", self.closed_on),
        ])?;
        check_order([
            ("sent_on", Some(self.sent_on)),
            ("reopened_on", self.reopened_on),
            ("moved_on", self.moved_on),
        ])
    }

    /// Refuses dates and a reason that do not go with the state.
    fn check_state(&self) -> Result<(), ReferralError> {
        let (takes, closes) = match self.state {
            ReferralState::Waiting => (false, false),
            ReferralState::TakenInCharge => (true, false),
            ReferralState::NotForMe | ReferralState::TakenBySibling => (false, true),
            ReferralState::Done | ReferralState::DoneNoHelp | ReferralState::DoneNotReachable => (true, true),
        };
        for (field, date, wanted) in
            [("taken_on", self.taken_on, takes), ("closed_on", self.closed_on, closes)]
        {
            match date {
                None if wanted => {
                    let message = format!("a referral that is `{}` must have `{field}`", self.state);
                    return Err(ReferralError::new("missing_field", Some(field), message));
                }
                Some(_) if !wanted => {
                    let message = format!("a referral that is `{}` has no `{field}`", self.state);
                    return Err(ReferralError::invalid(field, message));
                }
                _ => {}
            }
        }
        if self.reason.is_some() && self.state != ReferralState::NotForMe {
            let message = format!("only a refusal has a reason, and the referral is `{}`", self.state);
            return Err(ReferralError::invalid("reason", message));
        }
        Ok(())
    }
}

/// Refuses a date before one that comes before it.
fn check_order(dates: [(&str, Option<Date>); 3]) -> Result<(), ReferralError> {
    let mut last: Option<(&str, Date)> = None;
    for (field, date) in dates {
        let Some(date) = date else { continue };
        if let Some((earlier, limit)) = last
            && date < limit
        {
            let message = format!("`{field}` ({date}) is before `{earlier}` ({limit})");
            return Err(ReferralError::new("impossible_date", Some(field), message));
        }
        last = Some((field, date));
    }
    Ok(())
}
