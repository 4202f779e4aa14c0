//! Whom to remind of what, at a date.

use std::collections::HashMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::days::{days_after, days_between, months_after};
use super::{NeedStatus, Referral, ReferralState, need_status};
use crate::record::words::words;

/// When to remind. All numbers are days, but for `archive_months` and the counts of referrals.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
#[serde(default, deny_unknown_fields)]
pub struct ReminderPolicy {
    /// After how many days a need is poked: 9.
    pub poke: u32,
    /// After how many it gets its last chance: 21.
    pub last_chance: u32,
    /// After how many it is abandoned, and the company told: 45.
    pub abandoned: u32,
    /// For how many days an expert who was just sent a need is left in peace: 3.
    pub grace: u32,
    /// After how many days a referral that waits has expired: 45.
    pub expired: u32,
    /// After how many months a referral that has expired is archived: 6.
    pub archive_months: u32,
    /// From how many waiting referrals an expert has many: 6.
    pub many: u32,
    /// From how many of them being old an expert has fallen behind: 2.
    pub old: u32,
    /// From how many days a waiting referral is old: 15.
    pub old_days: u32,
}

impl Default for ReminderPolicy {
    fn default() -> ReminderPolicy {
        ReminderPolicy {
            poke: 9,
            last_chance: 21,
            abandoned: 45,
            grace: 3,
            expired: 45,
            archive_months: 6,
            many: 6,
            old: 2,
            old_days: 15,
        }
    }
}

words! {
    /// What a need calls for.
    ReminderKind, "kind";
    /// Nobody has moved: remind the experts.
    Poke "À relancer" "To be reminded",
    /// Nobody has moved for long: remind them once more, and look for somebody else.
    LastChance "Risque d’abandon" "About to be abandoned",
    /// Nobody will move: tell the company.
    Abandoned "Abandonné" "Abandoned",
    /// Everybody has refused: give it to somebody else.
    Refused "Refusé par tous" "Refused by everybody",
}

/// A need that calls for something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
#[serde(deny_unknown_fields)]
pub struct NeedReminder {
    /// The id of the need.
    pub need: String,
    /// What it calls for.
    pub kind: ReminderKind,
    /// Since when: a host that looks every day acts on those that are new since it last looked.
    pub since: Date,
    /// For how many days it has been waiting, or has been refused.
    pub days: u32,
    /// The referrals concerned: those to remind; for `abandoned` those that never moved; for
    /// `refused` those that were refused.
    pub referrals: Vec<String>,
    /// Their experts, in the same order.
    pub experts: Vec<String>,
    /// Referrals that closed because a colleague took the need: where it is refused, the first who
    /// may be asked again.
    pub siblings: Vec<String>,
}

/// An expert with many waiting referrals, or old ones.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
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

/// What referrals call for at a date.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
#[serde(deny_unknown_fields)]
pub struct Reminders {
    /// Needs, those that have waited longest first.
    pub needs: Vec<NeedReminder>,
    /// Ids of the referrals that have expired and are not archived yet.
    pub expired: Vec<String>,
    /// Ids of the referrals to archive.
    pub to_archive: Vec<String>,
    /// Experts who have fallen behind, those with most first.
    pub experts: Vec<PendingExpert>,
}

/// What referrals call for on a day.
///
/// There is one clock: days since a referral was sent, or came back to waiting. A need's is that of
/// its oldest referral that waits. A need is poked, gets its last chance and is abandoned while
/// nobody takes care of it, that is while its status is `waiting`; those sent within `grace` days
/// are not reminded, and a need is not abandoned before each of those that wait has been waiting
/// for `poke` days, so that nobody is given up on before their first reminder. What is in the future
/// on that day does not count yet.
///
/// ```
/// use aiguillage::follow_up::{Referral, ReminderKind, ReminderPolicy, reminders};
///
/// let referrals: Vec<Referral> = serde_json::from_str(r#"[{"id": "r1", "need": "b-17", "expert": "e",
///     "institution": "cci", "sent_on": "2026-11-02", "state": "waiting"}]"#)?;
/// let found = reminders(&referrals, "2026-11-23".parse()?, &ReminderPolicy::default());
/// assert_eq!((found.needs[0].kind, found.needs[0].days), (ReminderKind::LastChance, 21));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn reminders(referrals: &[Referral], on: Date, policy: &ReminderPolicy) -> Reminders {
    let mut needs: HashMap<&str, Vec<&Referral>> = HashMap::new();
    let mut experts: HashMap<&str, PendingExpert> = HashMap::new();
    let mut found = Reminders::default();
    for referral in referrals.iter().filter(|referral| referral.sent_on <= on) {
        needs.entry(&referral.need).or_default().push(referral);
        if referral.state != ReferralState::Waiting {
            continue;
        }
        let waiting = Waiting::of(referral, on, policy);
        match waiting {
            Waiting::Archive => found.to_archive.push(referral.id.clone()),
            Waiting::Expired => found.expired.push(referral.id.clone()),
            Waiting::Pending { .. } => {}
        }
        waiting.count(referral, &mut experts);
    }
    let needs = needs.iter();
    found.needs = needs.filter_map(|(need, referrals)| reminder(need, referrals, on, policy)).collect();
    found.needs.sort_unstable_by(|a, b| (b.days, &a.need).cmp(&(a.days, &b.need)));
    found.expired.sort_unstable();
    found.to_archive.sort_unstable();
    let behind = |expert: &PendingExpert| expert.waiting >= policy.many || expert.old >= policy.old;
    found.experts = experts.into_values().filter(behind).collect();
    for expert in &mut found.experts {
        expert.many = expert.waiting >= policy.many;
    }
    found.experts.sort_unstable_by(|a, b| (b.waiting, b.old, &a.expert).cmp(&(a.waiting, a.old, &b.expert)));
    found
}

/// What one need calls for on a day; see [`reminders`]. `referrals` are those of that need.
pub fn need_reminder_on(referrals: &[Referral], on: Date, policy: &ReminderPolicy) -> Option<NeedReminder> {
    let sent: Vec<&Referral> = referrals.iter().filter(|referral| referral.sent_on <= on).collect();
    let need = sent.first()?.need.clone();
    reminder(&need, &sent, on, policy)
}

fn reminder(need: &str, referrals: &[&Referral], on: Date, policy: &ReminderPolicy) -> Option<NeedReminder> {
    let states: Vec<ReferralState> = referrals.iter().map(|referral| referral.state).collect();
    let in_state = |state| referrals.iter().copied().filter(move |referral| referral.state == state);
    let (kind, since, days, concerned) = match need_status(&states) {
        NeedStatus::NotForMe => {
            let refused: Vec<&Referral> = in_state(ReferralState::NotForMe).collect();
            // Nobody has refused where every referral closed because a colleague took the need.
            let since = refused.iter().filter_map(|referral| referral.closed_on).max().unwrap_or(on);
            (ReminderKind::Refused, since, days_between(since, on), refused)
        }
        NeedStatus::Waiting => silence(in_state(ReferralState::Waiting).collect(), on, policy)?,
        _ => return None,
    };
    if kind != ReminderKind::Refused && concerned.is_empty() {
        return None;
    }
    Some(NeedReminder {
        need: need.to_owned(),
        kind,
        since,
        days,
        referrals: concerned.iter().map(|referral| referral.id.clone()).collect(),
        experts: concerned.iter().map(|referral| referral.expert.clone()).collect(),
        siblings: in_state(ReferralState::TakenBySibling).map(|referral| referral.id.clone()).collect(),
    })
}

/// What the silence of those who have a need calls for: since when, after how many days, and about
/// which of their referrals.
fn silence<'r>(
    waiting: Vec<&'r Referral>,
    on: Date,
    policy: &ReminderPolicy,
) -> Option<(ReminderKind, Date, u32, Vec<&'r Referral>)> {
    let since = waiting.iter().map(|referral| referral.waiting_since());
    let (oldest, newest) = (since.clone().min()?, since.max()?);
    let days = days_between(oldest, on);
    let abandoned_on = policy.abandoned_on(oldest, newest);
    if days >= policy.abandoned && on >= abandoned_on {
        return Some((ReminderKind::Abandoned, abandoned_on, days, waiting));
    }
    let (kind, after) = match days {
        days if days >= policy.last_chance => (ReminderKind::LastChance, policy.last_chance),
        days if days >= policy.poke => (ReminderKind::Poke, policy.poke),
        _ => return None,
    };
    let is_due = |referral: &&Referral| days_between(referral.waiting_since(), on) >= policy.grace;
    Some((kind, days_after(oldest, after), days, waiting.into_iter().filter(is_due).collect()))
}

impl ReminderPolicy {
    /// Whether it is the policy of a host that changes nothing.
    pub(crate) fn is_default(&self) -> bool {
        *self == ReminderPolicy::default()
    }

    /// The day from which a need that waits is abandoned: when the oldest of its referrals that wait
    /// has waited for [`abandoned`](ReminderPolicy::abandoned) days, and the newest for as long as a
    /// first reminder takes.
    ///
    /// ```
    /// use aiguillage::follow_up::ReminderPolicy;
    ///
    /// let policy = ReminderPolicy { abandoned: 45, poke: 9, ..ReminderPolicy::default() };
    /// let abandoned_on = policy.abandoned_on("2026-01-01".parse()?, "2026-02-14".parse()?);
    /// assert_eq!(abandoned_on, "2026-02-23".parse()?);
    /// # Ok::<(), jiff::Error>(())
    /// ```
    pub fn abandoned_on(&self, oldest: Date, newest: Date) -> Date {
        days_after(oldest, self.abandoned).max(days_after(newest, self.poke))
    }
}

/// How far a waiting referral has come.
enum Waiting {
    Pending { since: Date, old: bool },
    Expired,
    Archive,
}

impl Waiting {
    fn of(referral: &Referral, on: Date, policy: &ReminderPolicy) -> Waiting {
        let since = referral.waiting_since();
        let days = days_between(since, on);
        if days < policy.expired {
            return Waiting::Pending { since, old: days >= policy.old_days };
        }
        match months_after(since, policy.archive_months) {
            Some(archived_on) if archived_on <= on => Waiting::Archive,
            _ => Waiting::Expired,
        }
    }

    fn count<'r>(&self, referral: &'r Referral, experts: &mut HashMap<&'r str, PendingExpert>) {
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
