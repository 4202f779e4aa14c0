//! When to remind.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::follow_up::days::days_after;

/// When to remind. All numbers are days, but for `archive_months` and the counts of referrals.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
