//! Impact: figures that agree with a plain count, add up, and do not depend on the order of events.

#![cfg(feature = "cog")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod impact {
    pub(crate) mod definitions;
    #[cfg(feature = "csv")]
    pub(crate) mod events;
    pub(crate) mod faults;
    #[cfg(feature = "csv")]
    pub(crate) mod files;
    pub(crate) mod large;
    pub(crate) mod plain;
    pub(crate) mod receivers;
    pub(crate) mod requests;
    pub(crate) mod small_groups;
    #[cfg(all(feature = "impact-workbooks", feature = "workbooks"))]
    pub(crate) mod workbook;
    pub(crate) mod year;
}

use aiguillage::follow_up::{Referral, TrackedNeed, from_json};
use jiff::civil::{Date, date};

fn day(month: i8, day: i8) -> Date {
    date(2026, month, day)
}

fn need(id: &str, deposited_on: Date) -> TrackedNeed {
    TrackedNeed { commune: Some("80021".into()), ..TrackedNeed::new(id, "recruter", deposited_on) }
}

/// A referral `id` of a need, sent to an expert and an institution of some name; the rest as JSON.
fn referral(id: &str, need: &str, institution: &str, sent_on: Date, rest: &str) -> Referral {
    from_json(&format!(
        r#"{{"id": "{id}", "need": "{need}", "expert": "e-{id}", "antenne": "{institution}-1",
            "institution": "{institution}", "sent_on": "{sent_on}", {rest}}}"#
    ))
    .unwrap()
}
