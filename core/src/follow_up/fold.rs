//! From events to referrals.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{EventKind, Referral, ReferralError, ReferralEvent, UnknownEvent};

/// What events make.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Folded {
    /// The referrals as they stand, in the order of their ids.
    pub referrals: Vec<Referral>,
    /// The events that could not happen where their date puts them, in the order of their referrals;
    /// a repeated event is not one of them.
    pub ignored: Vec<IgnoredEvent>,
    /// The events of kinds that this version does not know, each once: none where they were read as
    /// [`ReferralEvent`]s already.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unknown: Vec<UnknownEvent>,
}

/// An event that changed nothing, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct IgnoredEvent {
    /// The event.
    pub event: ReferralEvent,
    /// A code of [`ReferralError`].
    pub code: String,
    /// The field at fault.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// What is wrong, with what can be done.
    pub message: String,
}

/// The referrals that events make, in whatever order they arrive and however often each does.
///
/// Events are put in order by their day, then by their number (`seq`), and applied one after the
/// other; equal ones count once. An event that its referral cannot follow there is ignored and
/// reported: an expert who took the need offline after a colleague had refused it, say. So the same
/// set of events always makes the same referrals, and folding again what was folded changes nothing.
///
/// With `on`, only what had happened by the end of that day counts.
///
/// ```
/// use aiguillage::follow_up::{ReferralEvent, fold};
///
/// let events: Vec<ReferralEvent> = serde_json::from_str(r#"[
///     {"referral": "r1", "need": "b-17", "seq": 2, "on": "2026-11-03", "kind": "moved", "to": "taken_in_charge"},
///     {"referral": "r1", "need": "b-17", "seq": 1, "on": "2026-11-02", "kind": "sent", "to": "waiting",
///      "expert": "cci-amiens-recrutement", "institution": "cci"},
///     {"referral": "r1", "need": "b-17", "seq": 2, "on": "2026-11-03", "kind": "moved", "to": "taken_in_charge"}
/// ]"#)?;
/// let folded = fold(&events, None);
/// assert_eq!(folded.referrals[0].state.as_str(), "taken_in_charge");
/// assert_eq!(folded.referrals[0].days_to_take(), Some(1));
/// assert!(folded.ignored.is_empty());
/// # Ok::<(), serde_json::Error>(())
/// ```
pub fn fold(events: &[ReferralEvent], on: Option<Date>) -> Folded {
    let mut groups: BTreeMap<&str, Vec<&ReferralEvent>> = BTreeMap::new();
    for event in events.iter().filter(|event| on.is_none_or(|on| event.on <= on)) {
        groups.entry(&event.referral).or_default().push(event);
    }
    let mut folded = Folded { referrals: Vec::with_capacity(groups.len()), ..Folded::default() };
    for mut events in groups.into_values() {
        events.sort_unstable_by_key(|event| Order::of(event));
        events.dedup();
        fold_referral(&events, &mut folded);
    }
    folded
}

/// What orders the events of a referral: the day, with comments, which have no number, at its end; the
/// number, that it begins, and then everything else, so that no two different events are equal.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Order<'e>(Date, bool, u32, EventKind, &'e ReferralEvent);

impl Order<'_> {
    pub(crate) fn of(event: &ReferralEvent) -> Order<'_> {
        Order(event.on, event.kind == EventKind::Comment, event.seq, event.kind, event)
    }
}

/// Folds the events of one referral, which are in order.
fn fold_referral(events: &[&ReferralEvent], folded: &mut Folded) {
    let mut referral: Option<Referral> = None;
    for event in events {
        let done = match &mut referral {
            None => event.begin().map(|begun| referral = Some(begun)),
            Some(referral) if referral.need != event.need => Err(event.unknown_referral()),
            Some(referral) => referral.follow(event),
        };
        if let Err(error) = done {
            folded.ignored.push(ignored(event, &error));
        }
    }
    folded.referrals.extend(referral);
}

fn ignored(event: &ReferralEvent, error: &ReferralError) -> IgnoredEvent {
    IgnoredEvent {
        event: event.clone(),
        code: error.code().to_owned(),
        field: error.field().map(str::to_owned),
        message: error.to_string(),
    }
}
