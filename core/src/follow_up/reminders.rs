//! Whom to remind of what, at a date.

use jiff::civil::Date;
use jiff::{Span, ToSpan};
use serde::{Deserialize, Serialize};

use super::record::days_between;
use super::words::words;
use super::{NeedStatus, Referral, ReferralState, need_status};
use crate::hash::TextMap;

/// When to remind. All numbers are days, but for `archive_months` and the counts of referrals.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
    Poke "poke" "À relancer",
    /// Nobody has moved for long: remind them once more, and look for somebody else.
    LastChance "last_chance" "Risque d’abandon",
    /// Nobody will move: tell the company.
    Abandoned "abandoned" "Abandonné",
    /// Everybody has refused: give it to somebody else.
    Refused "refused" "Refusé par tous",
}

/// A need that calls for something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
    let mut needs: TextMap<&str, Vec<&Referral>> = TextMap::default();
    let mut experts: TextMap<&str, PendingExpert> = TextMap::default();
    let mut found = Reminders::default();
    for referral in referrals.iter().filter(|own| own.sent_on <= on) {
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
    let reminders = needs.iter().filter_map(|(need, own)| need_reminder(need, own, on, policy));
    found.needs = reminders.collect();
    found.needs.sort_unstable_by(|a, b| (b.days, &a.need).cmp(&(a.days, &b.need)));
    found.expired.sort_unstable();
    found.to_archive.sort_unstable();
    let behind = |own: &PendingExpert| own.waiting >= policy.many || own.old >= policy.old;
    found.experts = experts.into_values().filter(behind).collect();
    for expert in &mut found.experts {
        expert.many = expert.waiting >= policy.many;
    }
    found.experts.sort_unstable_by(|a, b| (b.waiting, b.old, &a.expert).cmp(&(a.waiting, a.old, &b.expert)));
    found
}

/// What one need calls for on a day; see [`reminders`]. `referrals` are those of that need.
pub fn need_reminder_on(referrals: &[Referral], on: Date, policy: &ReminderPolicy) -> Option<NeedReminder> {
    let own: Vec<&Referral> = referrals.iter().filter(|own| own.sent_on <= on).collect();
    let need = own.first()?.need.clone();
    need_reminder(&need, &own, on, policy)
}

fn need_reminder(
    need: &str,
    referrals: &[&Referral],
    on: Date,
    policy: &ReminderPolicy,
) -> Option<NeedReminder> {
    let states: Vec<ReferralState> = referrals.iter().map(|own| own.state).collect();
    let of = |wanted: ReferralState| referrals.iter().copied().filter(move |own| own.state == wanted);
    let (kind, since, days, concerned): (_, _, _, Vec<&Referral>) = match need_status(&states) {
        NeedStatus::NotForMe => {
            let concerned: Vec<_> = of(ReferralState::NotForMe).collect();
            let since = concerned.iter().filter_map(|own| own.closed_on).max().unwrap_or(on);
            (ReminderKind::Refused, since, days_between(since, on), concerned)
        }
        NeedStatus::Waiting => {
            let waiting: Vec<_> = of(ReferralState::Waiting).collect();
            let oldest = waiting.iter().map(|own| own.waiting_since()).min()?;
            let newest = waiting.iter().map(|own| own.waiting_since()).max()?;
            let days = days_between(oldest, on);
            let given_up = given_up_on(oldest, newest, policy.abandoned, policy.poke);
            if days >= policy.abandoned && on >= given_up {
                (ReminderKind::Abandoned, given_up, days, waiting)
            } else {
                let kind = match days {
                    days if days >= policy.last_chance => ReminderKind::LastChance,
                    days if days >= policy.poke => ReminderKind::Poke,
                    _ => return None,
                };
                let after = if kind == ReminderKind::Poke { policy.poke } else { policy.last_chance };
                let since = plus(oldest, after);
                let spared = |own: &&Referral| days_between(own.waiting_since(), on) >= policy.grace;
                (kind, since, days, waiting.into_iter().filter(spared).collect())
            }
        }
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
        referrals: concerned.iter().map(|own| own.id.clone()).collect(),
        experts: concerned.iter().map(|own| own.expert.clone()).collect(),
        siblings: of(ReferralState::TakenBySibling).map(|own| own.id.clone()).collect(),
    })
}

/// The day from which a need that waits is abandoned: when the oldest of its referrals that wait has
/// waited for so long, and the newest for as long as a first reminder takes.
pub(crate) fn given_up_on(oldest: Date, newest: Date, abandoned: u32, poke: u32) -> Date {
    plus(oldest, abandoned).max(plus(newest, poke))
}

/// A day so many days later; the last day there is where there is none so late.
fn plus(date: Date, days: u32) -> Date {
    let later = i64::from(days);
    Span::new().try_days(later).ok().and_then(|span| date.checked_add(span).ok()).unwrap_or(Date::MAX)
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
        let archived = since.checked_add(i64::from(policy.archive_months).min(120_000).months());
        match archived {
            Ok(archived) if archived <= on => Waiting::Archive,
            _ => Waiting::Expired,
        }
    }

    fn count<'r>(&self, referral: &'r Referral, experts: &mut TextMap<&'r str, PendingExpert>) {
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
