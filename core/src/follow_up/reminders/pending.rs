//! What waits for an expert, and for how long.

use std::collections::HashMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::ReminderPolicy;
use super::circumstances::Days;
use crate::follow_up::Referral;
use crate::follow_up::days::{days_between, months_after};

/// An expert with many waiting referrals, or old ones.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PendingExpert {
    /// Their id.
    pub expert: String,
    /// How many referrals wait for them and have not expired.
    pub waiting: u32,
    /// How many of these are old.
    pub old: u32,
    /// How many have expired and are not archived yet.
    pub expired: u32,
    /// Since when the oldest of those that have not expired waits.
    pub oldest: Option<Date>,
    /// Whether they are many, rather than few and old.
    pub many: bool,
}

/// How far a waiting referral has come.
pub(super) enum Waiting {
    Pending { since: Date, old: bool },
    Expired,
    Archive,
}

impl Waiting {
    /// How far a referral that waits has come; `away` are the days on which its expert is away, which do
    /// not make it old.
    pub(super) fn of(referral: &Referral, on: Date, policy: &ReminderPolicy, away: &Days) -> Waiting {
        let since = referral.waiting_since();
        if days_between(since, on) < policy.expired {
            let old = away.between(referral.held_since(), on) >= policy.old_days;
            return Waiting::Pending { since, old };
        }
        match months_after(since, policy.archive_months) {
            Some(archived_on) if archived_on <= on => Waiting::Archive,
            _ => Waiting::Expired,
        }
    }

    pub(super) fn count<'r>(&self, referral: &'r Referral, experts: &mut HashMap<&'r str, PendingExpert>) {
        let expert = experts.entry(&referral.expert).or_insert_with(|| PendingExpert {
            expert: referral.expert.clone(),
            waiting: 0,
            old: 0,
            expired: 0,
            oldest: None,
            many: false,
        });
        match *self {
            Waiting::Pending { since, old } => {
                expert.waiting += 1;
                expert.old += u32::from(old);
                expert.oldest = Some(expert.oldest.map_or(since, |oldest| oldest.min(since)));
            }
            Waiting::Expired => expert.expired += 1,
            Waiting::Archive => {}
        }
    }
}
