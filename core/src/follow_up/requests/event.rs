//! What happened to a request, one fact at a time.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use super::words::{ClosureReason, HoldReason, RequestEventKind};
use crate::follow_up::{ReferralError, check_id, days_between};

/// One thing that happened to a request. Events are only ever added; what a request is follows from
/// them ([`fold_requests`](super::fold_requests)).
///
/// It is flat, so that it is a row of a table as well as an object: `origin`, `company` and `commune`
/// belong to `deposited`, `subject` to it and to `requalified`, `from` to `requalified`, `needs` to
/// `transmitted`, `held_for` to `held`, `closed_for` to `closed`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RequestEvent {
    /// The id of the request.
    pub request: String,
    /// The day it happened, in the host's own place: with `seq`, what orders events, whenever they
    /// arrive.
    pub on: Date,
    /// Which event of its request it is, from 1; it orders those of a day. 0 where the host does not
    /// count them: then those of a day have the order of their instants, and of their kinds.
    #[serde(default)]
    pub seq: u32,
    /// The instant it happened, where it is known: what "within 72 hours" is counted by.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Timestamp>,
    /// What happened.
    pub kind: RequestEventKind,
    /// The campaign, site or partner from which it came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<String>,
    /// What tells companies apart: a SIREN, or an id of the host's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub company: Option<String>,
    /// INSEE's code of the facility's commune or municipal arrondissement.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub commune: Option<String>,
    /// The subject that the company chose, if it chose any; or the one that it is requalified to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// The subject before a requalification, where the host says so: it must be the one that the
    /// request has there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// The ids of the needs that it became.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub needs: Vec<String>,
    /// Why it is held.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub held_for: Option<HoldReason>,
    /// Why it goes no further.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed_for: Option<ClosureReason>,
    /// The host's id of who did it; nobody for the company itself, and for what follows by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub author: Option<String>,
}

impl RequestEvent {
    /// An event of which only this is known.
    pub fn new(request: impl Into<String>, kind: RequestEventKind, on: Date) -> RequestEvent {
        RequestEvent {
            request: request.into(),
            on,
            seq: 0,
            at: None,
            kind,
            origin: None,
            company: None,
            commune: None,
            subject: None,
            from: None,
            needs: Vec::new(),
            held_for: None,
            closed_for: None,
            author: None,
        }
    }

    /// Refuses an event that is none: without what its kind must have, or with what others have.
    pub(super) fn check(&self) -> Result<(), ReferralError> {
        use RequestEventKind::{Closed, Deposited, Held, Requalified, Transmitted};
        check_id("request", &self.request)?;
        let present = [
            ("origin", self.origin.is_some(), self.kind == Deposited),
            ("company", self.company.is_some(), self.kind == Deposited),
            ("commune", self.commune.is_some(), self.kind == Deposited),
            ("subject", self.subject.is_some(), matches!(self.kind, Deposited | Requalified)),
            ("from", self.from.is_some(), self.kind == Requalified),
            ("needs", !self.needs.is_empty(), self.kind == Transmitted),
            ("held_for", self.held_for.is_some(), self.kind == Held),
            ("closed_for", self.closed_for.is_some(), self.kind == Closed),
        ];
        if let Some((field, ..)) = present.iter().find(|(_, is_there, belongs)| *is_there && !belongs) {
            let message = format!("`{field}` does not belong to an event `{}`", self.kind);
            return Err(ReferralError::invalid(field, message));
        }
        let needed = match self.kind {
            Held => "held_for",
            Closed => "closed_for",
            Transmitted => "needs",
            Requalified => "subject",
            _ => return self.check_instant(),
        };
        if present.iter().any(|(field, is_there, _)| *field == needed && !is_there) {
            return Err(ReferralError::missing(needed));
        }
        self.needs.iter().try_for_each(|need| check_id("needs", need))?;
        self.check_instant()
    }

    /// Refuses an instant that is on another day everywhere.
    fn check_instant(&self) -> Result<(), ReferralError> {
        self.at.map_or(Ok(()), |at| check_instant("at", at, self.on))
    }
}

/// Refuses an instant that is on another day than `on` everywhere on earth.
pub(super) fn check_instant(field: &str, at: Timestamp, on: Date) -> Result<(), ReferralError> {
    let day = at.to_zoned(TimeZone::UTC).date();
    if days_between(day.min(on), day.max(on)) <= 1 {
        return Ok(());
    }
    let message = format!("the instant {at} is not on {on}");
    Err(ReferralError::new("impossible_date", Some(field), message))
}
