//! Which needs are old enough to forget whose they were, and what stays of them.

use std::collections::HashMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::days::months_after;
use super::{Referral, TrackedNeed};
use crate::codes::HeadcountBand;

/// How long a need keeps what leads to persons.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
#[serde(default, deny_unknown_fields)]
pub struct RetentionPolicy {
    /// For how many months after the last thing that happened: 36.
    pub months: u32,
}

impl Default for RetentionPolicy {
    fn default() -> RetentionPolicy {
        RetentionPolicy { months: 36 }
    }
}

/// A need that is due for anonymisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
#[serde(deny_unknown_fields)]
pub struct RetentionDue {
    /// Its id.
    pub need: String,
    /// The last day on which something happened to it.
    pub last_activity: Date,
    /// Since when it is due.
    pub since: Date,
}

/// The needs that are due for anonymisation on a day, the longest due first.
///
/// The clock is the last recorded thing that happened: the need's deposit, or a sending or move of
/// one of its referrals; never the day a row was written. What is anonymised already is passed over.
///
/// ```
/// use aiguillage::follow_up::{RetentionPolicy, TrackedNeed, due_for_anonymisation};
///
/// let need = TrackedNeed::new("b-17", "recruter", "2023-11-23".parse()?);
/// let due = due_for_anonymisation(&[need], &[], "2026-11-23".parse()?, &RetentionPolicy::default());
/// assert_eq!(due[0].need, "b-17");
/// # Ok::<(), jiff::Error>(())
/// ```
pub fn due_for_anonymisation(
    needs: &[TrackedNeed],
    referrals: &[Referral],
    on: Date,
    policy: &RetentionPolicy,
) -> Vec<RetentionDue> {
    let mut last_moves: HashMap<&str, Date> = HashMap::new();
    for referral in referrals {
        let dates = [Some(referral.sent_on), referral.taken_on, referral.closed_on, referral.moved_on];
        let last_move = last_moves.entry(&referral.need).or_insert(referral.sent_on);
        *last_move = dates.into_iter().flatten().fold(*last_move, Date::max);
    }
    let due = |need: &TrackedNeed| {
        if need.anonymised_on.is_some() {
            return None;
        }
        let last_move = last_moves.get(need.id.as_str()).copied();
        let last_activity = last_move.map_or(need.deposited_on, |moved| moved.max(need.deposited_on));
        let since = months_after(last_activity, policy.months)?;
        (since <= on).then(|| RetentionDue { need: need.id.clone(), last_activity, since })
    };
    let mut found: Vec<RetentionDue> = needs.iter().filter_map(due).collect();
    found.sort_unstable_by(|a, b| (a.since, &a.need).cmp(&(b.since, &b.need)));
    found
}

impl TrackedNeed {
    /// What stays for statistics: subject, commune, activity, headcount, origin, dates, and whether
    /// the company was new. Who the company is and who followed it goes; the exact headcount, which
    /// can point to one company, becomes its band.
    ///
    /// The id stays, since referrals refer to it: where it leads to a person, the host forgets that.
    /// The host also removes what it alone holds: names, contacts, SIRET, free text.
    #[must_use]
    pub fn anonymised(&self, on: Date) -> TrackedNeed {
        let band = self.headcount.map(HeadcountBand::of).map(|band| band.as_str().to_owned());
        TrackedNeed {
            company: None,
            adviser: None,
            headcount: None,
            headcount_band: self.headcount_band.clone().or(band),
            anonymised_on: Some(on),
            ..self.clone()
        }
    }
}

impl Referral {
    /// The referral without the ids of those who moved it. The expert stays, as what the institution did.
    #[must_use]
    pub fn anonymised(&self) -> Referral {
        let mut referral = self.clone();
        referral.author = None;
        for past in &mut referral.past {
            past.author = None;
        }
        referral
    }
}
