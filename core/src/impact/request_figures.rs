//! Figures of requests: what happens before a need is sent.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Share;
use crate::follow_up::{ClosureReason, RequestState, TrackedRequest};
use crate::language::Language;
use jiff::civil::Date;

/// What became of requests, from their deposit on: `deposited` = `to_read` + `held` + `transmitted` + `closed`.
///
/// A request is of one subject, commune, origin and day; who gets its needs is nothing of its own, so that
/// by institution, antenne, expert and adviser all requests are in the row without a group. They add up
/// in every report.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RequestFigures {
    /// Requests that companies deposited.
    pub deposited: u64,
    /// Open: nobody has read them.
    pub to_read: u64,
    /// Open: held for an adviser.
    pub held: u64,
    /// Those that became needs.
    pub transmitted: u64,
    /// Those that go no further.
    pub closed: u64,
    /// Closed ones by reason, the most frequent first; they add up to `closed`.
    pub closures: Vec<ClosureCount>,
    /// `transmitted` / `deposited`.
    pub transmitted_share: Share,
    /// Transmitted within 72 hours of the deposit / transmitted, and those that have waited for longer. By
    /// instants where both are known, else in fewer than 3 whole days.
    pub transmitted_in_time: Share,
    /// Requests whose subject was changed after the company chose it / those of which it chose one.
    pub requalified: Share,
}

/// How often a reason was given for closing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ClosureCount {
    /// The reason; nothing where none is known.
    pub reason: Option<ClosureReason>,
    /// What users read, in French.
    pub label: String,
    /// How many requests.
    pub count: u64,
}

impl ClosureCount {
    /// What people read for a reason, or for closings that give none.
    pub(super) fn label_of(reason: Option<ClosureReason>, language: Language) -> &'static str {
        let none = language.choose("Sans raison donnée", "No reason given");
        reason.map_or(none, |reason| reason.label_in(language))
    }
}

/// Requests that were counted so far.
#[derive(Default)]
pub(super) struct RequestTally {
    deposited: u64,
    to_read: u64,
    held: u64,
    transmitted: u64,
    closed: u64,
    closures: BTreeMap<Option<ClosureReason>, u64>,
    in_time: u64,
    late: u64,
    chosen: u64,
    requalified: u64,
}

impl RequestTally {
    pub(super) fn deposited(&self) -> u64 {
        self.deposited
    }

    /// Counts a request as it stood at the end of a day.
    pub(super) fn add(&mut self, request: &TrackedRequest, state: RequestState, on: Date) {
        self.deposited += 1;
        match state {
            RequestState::ToRead => self.to_read += 1,
            RequestState::Held => self.held += 1,
            RequestState::Transmitted => {
                self.transmitted += 1;
                self.in_time += u64::from(request.is_in_time() == Some(true));
            }
            RequestState::Closed => {
                self.closed += 1;
                *self.closures.entry(request.closed_for).or_default() += 1;
            }
        }
        self.late += u64::from(request.is_late_on(on));
        self.chosen += u64::from(request.chosen_subject.is_some());
        self.requalified += u64::from(request.is_requalified());
    }

    pub(super) fn figures(self, small: u32) -> RequestFigures {
        let mut closures: Vec<_> = self.closures.into_iter().collect();
        closures.sort_unstable_by_key(|(reason, count)| (std::cmp::Reverse(*count), *reason));
        let closure = |(reason, count)| ClosureCount {
            reason,
            label: ClosureCount::label_of(reason, Language::French).to_owned(),
            count,
        };
        RequestFigures {
            deposited: self.deposited,
            to_read: self.to_read,
            held: self.held,
            transmitted: self.transmitted,
            closed: self.closed,
            closures: closures.into_iter().map(closure).collect(),
            transmitted_share: Share::of(self.transmitted, self.deposited, small),
            transmitted_in_time: Share::of(self.in_time, self.transmitted + self.late, small),
            requalified: Share::of(self.requalified, self.chosen, small),
        }
    }
}
