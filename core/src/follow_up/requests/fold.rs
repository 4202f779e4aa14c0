//! From events to requests.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{RequestEvent, RequestEventKind, TrackedRequest};
use crate::follow_up::{ReferralError, UnknownEvent};

/// What events make.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FoldedRequests {
    /// The requests as they stand, in the order of their ids.
    pub requests: Vec<TrackedRequest>,
    /// The events that could not happen where their date puts them, in the order of their requests; a
    /// repeated event is not one of them.
    pub ignored: Vec<IgnoredRequestEvent>,
    /// The events of kinds that this version does not know, in their own order and each once: nothing where
    /// events are typed, as they are in Rust.
    #[serde(default)]
    pub unknown: Vec<UnknownEvent>,
}

/// An event that changed nothing, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct IgnoredRequestEvent {
    /// The event.
    pub event: RequestEvent,
    /// A code of [`ReferralError`].
    pub code: String,
    /// The field at fault.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// What is wrong, with what can be done.
    pub message: String,
}

/// The requests that events make, in whatever order they arrive and however often each does.
///
/// Events are put in order by their day, the deposit first, then by their number (`seq`), their
/// instant and their kind, and applied one after the other; equal ones count once. An event that its
/// request cannot follow there is ignored and reported. So the same set of events always makes the
/// same requests.
///
/// With `on`, only what had happened by the end of that day counts.
///
/// ```
/// use aiguillage::follow_up::{RequestEvent, RequestFate, fold_requests};
///
/// let events: Vec<RequestEvent> = serde_json::from_str(r#"[
///     {"request": "d-17", "on": "2026-11-04", "kind": "closed", "closed_for": "employee"},
///     {"request": "d-17", "on": "2026-11-02", "kind": "deposited", "subject": "recruter", "origin": "site"},
///     {"request": "d-17", "on": "2026-11-02", "kind": "held", "held_for": "scope"}
/// ]"#)?;
/// let fate = |on: Option<&str>| {
///     fold_requests(&events, on.map(|on| on.parse().unwrap())).requests[0].state.fate()
/// };
/// assert_eq!(fate(Some("2026-11-03")), RequestFate::Waiting);
/// assert_eq!(fate(None), RequestFate::Closed);
/// # Ok::<(), serde_json::Error>(())
/// ```
pub fn fold_requests(events: &[RequestEvent], on: Option<Date>) -> FoldedRequests {
    let mut groups: BTreeMap<&str, Vec<&RequestEvent>> = BTreeMap::new();
    for event in events.iter().filter(|event| on.is_none_or(|on| event.on <= on)) {
        groups.entry(&event.request).or_default().push(event);
    }
    let requests = Vec::with_capacity(groups.len());
    let mut folded = FoldedRequests { requests, ..FoldedRequests::default() };
    for mut events in groups.into_values() {
        events.sort_unstable_by_key(|event| Order::of(event));
        events.dedup();
        fold_request(&events, &mut folded);
    }
    folded
}

/// What orders the events of a request: the day, that it begins, the number, the instant, the kind, and
/// then everything else, so that no two different events are equal.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Order<'e>(Date, bool, u32, Option<Timestamp>, RequestEventKind, &'e RequestEvent);

impl Order<'_> {
    fn of(event: &RequestEvent) -> Order<'_> {
        let is_later = event.kind != RequestEventKind::Deposited;
        Order(event.on, is_later, event.seq, event.at, event.kind, event)
    }
}

/// Folds the events of one request, which are in order.
fn fold_request(events: &[&RequestEvent], folded: &mut FoldedRequests) {
    let mut request: Option<TrackedRequest> = None;
    for event in events {
        let done = match &mut request {
            None => TrackedRequest::begin(event).map(|begun| request = Some(begun)),
            Some(request) => request.follow(event),
        };
        if let Err(error) = done {
            folded.ignored.push(ignored(event, &error));
        }
    }
    folded.requests.extend(request);
}

fn ignored(event: &RequestEvent, error: &ReferralError) -> IgnoredRequestEvent {
    IgnoredRequestEvent {
        event: event.clone(),
        code: error.code().to_owned(),
        field: error.field().map(str::to_owned),
        message: error.to_string(),
    }
}
