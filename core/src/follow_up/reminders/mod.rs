//! Whom to remind of what, at a date.

mod circumstances;
mod pending;
mod policy;

use std::collections::HashMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use circumstances::{Calendar, Days};
pub use circumstances::{Circumstances, ExpertAbsence, Suspension};
pub use pending::PendingExpert;
use pending::Waiting;
pub use policy::ReminderPolicy;

use super::days::days_between;
use super::{NeedStatus, Referral, ReferralState, need_status};
use crate::record::words::words;

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
    /// The referrals concerned: those to remind, without those whose experts are away; for `abandoned` those that never moved; for
    /// `refused` those that were refused.
    pub referrals: Vec<String>,
    /// Their experts, in the same order.
    pub experts: Vec<String>,
    /// Referrals that closed because a colleague took the need: where it is refused, the first who
    /// may be asked again.
    pub siblings: Vec<String>,
    /// The experts who would be reminded, were they not away.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub away: Vec<String>,
}

/// What referrals call for at a date.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
    /// Ids of the needs that nobody takes care of and that are suspended that day.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub suspended: Vec<String>,
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
    reminders_with(referrals, on, policy, &Circumstances::default())
}

/// The same, where experts may be away and needs suspended.
///
/// ```
/// use aiguillage::follow_up::{Circumstances, Referral, ReminderPolicy, reminders_with};
///
/// let referrals: Vec<Referral> = serde_json::from_str(r#"[{"id": "r1", "need": "b-17", "expert": "e",
///     "institution": "cci", "sent_on": "2026-11-02", "state": "waiting"}]"#)?;
/// let circumstances: Circumstances = serde_json::from_str(
///     r#"{"absences": [{"expert": "e", "from": "2026-11-09", "until": "2026-11-13"}]}"#)?;
/// let needs = |on: &str| {
///     reminders_with(&referrals, on.parse().unwrap(), &ReminderPolicy::default(), &circumstances).needs
/// };
/// assert_eq!((needs("2026-11-11")[0].experts.len(), &needs("2026-11-11")[0].away), (0, &vec!["e".to_owned()]));
/// assert_eq!(needs("2026-11-14")[0].since, "2026-11-14".parse()?, "the day the expert is back");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn reminders_with(
    referrals: &[Referral],
    on: Date,
    policy: &ReminderPolicy,
    circumstances: &Circumstances,
) -> Reminders {
    let calendar = Calendar::of(circumstances);
    let mut needs: HashMap<&str, Vec<&Referral>> = HashMap::new();
    let mut experts: HashMap<&str, PendingExpert> = HashMap::new();
    let mut found = Reminders::default();
    for referral in referrals.iter().filter(|referral| referral.sent_on <= on) {
        needs.entry(&referral.need).or_default().push(referral);
        if referral.state != ReferralState::Waiting {
            continue;
        }
        let waiting = Waiting::of(referral, on, policy, calendar.away(&referral.expert));
        match waiting {
            Waiting::Archive => found.to_archive.push(referral.id.clone()),
            Waiting::Expired => found.expired.push(referral.id.clone()),
            Waiting::Pending { .. } => {}
        }
        waiting.count(referral, &mut experts);
    }
    for (need, referrals) in needs {
        if !calendar.suspended(need).hold(on) {
            found.needs.extend(reminder(need, &referrals, on, policy, &calendar));
        } else if !is_taken_care_of(&referrals) {
            found.suspended.push(need.to_owned());
        }
    }
    found.suspended.sort_unstable();
    found.needs.sort_unstable_by(|a, b| (b.days, &a.need).cmp(&(a.days, &b.need)));
    found.expired.sort_unstable();
    found.to_archive.sort_unstable();
    let behind = |expert: &PendingExpert| {
        let is_there = !calendar.away(&expert.expert).hold(on);
        is_there && (expert.waiting >= policy.many || expert.old >= policy.old)
    };
    found.experts = experts.into_values().filter(behind).collect();
    for expert in &mut found.experts {
        expert.many = expert.waiting >= policy.many;
    }
    found.experts.sort_unstable_by(|a, b| (b.waiting, b.old, &a.expert).cmp(&(a.waiting, a.old, &b.expert)));
    found
}

/// What one need calls for on a day; see [`reminders`]. `referrals` are those of that need.
pub fn need_reminder_on(referrals: &[Referral], on: Date, policy: &ReminderPolicy) -> Option<NeedReminder> {
    need_reminder_with(referrals, on, policy, &Circumstances::default())
}

/// The same, where experts may be away and the need suspended; see [`reminders_with`].
pub fn need_reminder_with(
    referrals: &[Referral],
    on: Date,
    policy: &ReminderPolicy,
    circumstances: &Circumstances,
) -> Option<NeedReminder> {
    let sent: Vec<&Referral> = referrals.iter().filter(|referral| referral.sent_on <= on).collect();
    let need = sent.first()?.need.clone();
    let calendar = Calendar::of(circumstances);
    reminder(&need, &sent, on, policy, &calendar).filter(|_| !calendar.suspended(&need).hold(on))
}

/// Whether somebody takes care of a need, or has.
fn is_taken_care_of(referrals: &[&Referral]) -> bool {
    let states: Vec<ReferralState> = referrals.iter().map(|referral| referral.state).collect();
    !matches!(need_status(&states), NeedStatus::Waiting | NeedStatus::NotForMe)
}

fn reminder(
    need: &str,
    referrals: &[&Referral],
    on: Date,
    policy: &ReminderPolicy,
    calendar: &Calendar<'_>,
) -> Option<NeedReminder> {
    let states: Vec<ReferralState> = referrals.iter().map(|referral| referral.state).collect();
    let in_state = |state| referrals.iter().copied().filter(move |referral| referral.state == state);
    let called = match need_status(&states) {
        NeedStatus::NotForMe => {
            let refused: Vec<&Referral> = in_state(ReferralState::NotForMe).collect();
            // Nobody has refused where every referral closed because a colleague took the need.
            let closed = |referrals: &[&Referral]| referrals.iter().filter_map(|one| one.closed_on).max();
            let since = closed(&refused).or_else(|| closed(referrals)).unwrap_or(on);
            let days = days_between(since, on);
            Called { kind: ReminderKind::Refused, since, days, concerned: refused, away: Vec::new() }
        }
        NeedStatus::Waiting => {
            let waiting = in_state(ReferralState::Waiting).collect();
            silence(waiting, on, policy, calendar, calendar.suspended(need))?
        }
        _ => return None,
    };
    let Called { kind, since, days, concerned, away } = called;
    if kind != ReminderKind::Refused && concerned.is_empty() && away.is_empty() {
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
        away: away.iter().map(|referral| referral.expert.clone()).collect(),
    })
}

/// What a need calls for: since when, after how many days, and about which of its referrals.
struct Called<'r> {
    kind: ReminderKind,
    since: Date,
    days: u32,
    concerned: Vec<&'r Referral>,
    /// Those of which nobody is reminded, since their experts are away.
    away: Vec<&'r Referral>,
}

/// What the silence of those who have a need calls for. `paused` are the days on which it is suspended.
fn silence<'r>(
    waiting: Vec<&'r Referral>,
    on: Date,
    policy: &ReminderPolicy,
    calendar: &Calendar<'_>,
    paused: &Days,
) -> Option<Called<'r>> {
    let oldest = waiting.iter().map(|referral| referral.waiting_since()).min()?;
    let newest = waiting.iter().map(|referral| referral.held_since()).max()?;
    let days = paused.between(oldest, on);
    let abandoned_on = paused.after(oldest, policy.abandoned).max(paused.after(newest, policy.poke));
    if days >= policy.abandoned && on >= abandoned_on {
        let kind = ReminderKind::Abandoned;
        return Some(Called { kind, since: abandoned_on, days, concerned: waiting, away: Vec::new() });
    }
    let (kind, after) = match days {
        days if days >= policy.last_chance => (ReminderKind::LastChance, policy.last_chance),
        days if days >= policy.poke => (ReminderKind::Poke, policy.poke),
        _ => return None,
    };
    let is_due = |referral: &&Referral| paused.between(referral.held_since(), on) >= policy.grace;
    let is_away = |referral: &&Referral| calendar.away(&referral.expert).hold(on);
    let (away, concerned): (Vec<_>, Vec<_>) = waiting.into_iter().filter(is_due).partition(is_away);
    let due_on = paused.after(oldest, after);
    // Whoever was away when it was due is reminded on the day they are back, which is news.
    let back = concerned.iter().filter_map(|referral| calendar.away(&referral.expert).first_free(due_on));
    let since = back.min().unwrap_or(due_on).min(on);
    Some(Called { kind, since, days, concerned, away })
}
