//! A request, as far as its way to needs goes.

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::RequestEvent;
use super::words::{ClosureReason, HoldReason, RequestEventKind, RequestFate, RequestState};
use crate::follow_up::{ReferralError, days_between};
use crate::text::shorten;

/// A request as it stands. It names nobody: who the company is stays with the host, under the ids
/// given here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TrackedRequest {
    /// What the host calls it; unique among all requests.
    pub id: String,
    /// The day the company asked.
    pub deposited_on: Date,
    /// The instant it asked, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deposited_at: Option<Timestamp>,
    /// The campaign, site or partner from which it came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<String>,
    /// What tells companies apart: a SIREN, or an id of the host's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub company: Option<String>,
    /// INSEE's code of the facility's commune or municipal arrondissement.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub commune: Option<String>,
    /// The subject as it stands; nothing where neither the company nor anybody else chose one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// The subject that the company chose, if it chose any: however often it is changed, this stays.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chosen_subject: Option<String>,
    /// Where it stands.
    pub state: RequestState,
    /// The day since when it is held.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub held_on: Option<Date>,
    /// Why it is held.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub held_for: Option<HoldReason>,
    /// The day it first became needs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transmitted_on: Option<Date>,
    /// The instant of that, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transmitted_at: Option<Timestamp>,
    /// The ids of the needs that it became, in the order in which it did.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub needs: Vec<String>,
    /// The day it was closed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed_on: Option<Date>,
    /// Why it goes no further.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed_for: Option<ClosureReason>,
    /// The host's id of who moved it last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub author: Option<String>,
    /// The day of the last thing that happened after the deposit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub moved_on: Option<Date>,
    /// How many events it has had, or the number of the last.
    #[serde(default)]
    pub seq: u32,
}

/// Within how many hours of its deposit a request is to be transmitted, as the national service
/// promises.
const PROMISED: SignedDuration = SignedDuration::from_hours(72);

/// How many needs one request may become: far more than any adviser makes of it.
const MOST_NEEDS: usize = 1_000;

impl TrackedRequest {
    /// The request that a `deposited` event begins.
    ///
    /// ```
    /// use aiguillage::follow_up::{RequestEvent, RequestEventKind, RequestFate, TrackedRequest};
    ///
    /// let deposit = RequestEvent::new("d-17", RequestEventKind::Deposited, "2026-11-02".parse()?);
    /// let mut request = TrackedRequest::begin(&deposit)?;
    /// assert_eq!(request.state.fate(), RequestFate::Waiting);
    ///
    /// let transmitted = RequestEvent {
    ///     needs: vec!["b-17".into(), "b-18".into()],
    ///     ..RequestEvent::new("d-17", RequestEventKind::Transmitted, "2026-11-04".parse()?)
    /// };
    /// request.apply(&transmitted)?;
    /// assert_eq!((request.state.fate(), request.needs.len()), (RequestFate::Transmitted, 2));
    /// assert_eq!(request.is_in_time(), Some(true));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// `unknown_request` for an event of another kind; `missing_field`, `invalid_value` and
    /// `impossible_date` for one that is no event.
    pub fn begin(event: &RequestEvent) -> Result<TrackedRequest, ReferralError> {
        event.check()?;
        if event.kind != RequestEventKind::Deposited {
            let message = format!("nothing was deposited as `{}`", shorten(&event.request, 60));
            return Err(ReferralError::new("unknown_request", Some("request"), message));
        }
        Ok(TrackedRequest {
            id: event.request.clone(),
            deposited_on: event.on,
            deposited_at: event.at,
            origin: event.origin.clone(),
            company: event.company.clone(),
            commune: event.commune.clone(),
            subject: event.subject.clone(),
            chosen_subject: event.subject.clone(),
            state: RequestState::ToRead,
            held_on: None,
            held_for: None,
            transmitted_on: None,
            transmitted_at: None,
            needs: Vec::new(),
            closed_on: None,
            closed_for: None,
            author: event.author.clone(),
            moved_on: None,
            seq: event.seq.max(1),
        })
    }

    /// Applies an event: for hosts that store states and receive events. One that was applied
    /// already, by its number, changes nothing; without numbers nobody knows that it was. Numbers are
    /// trusted: where they disagree with the days, [`fold_requests`](super::fold_requests) goes by the days.
    ///
    /// # Errors
    /// `unknown_request` for an event of another request, `duplicate_id` for a second deposit,
    /// `impossible_date` for one that happened before what is known, `forbidden_transition` where the
    /// state does not allow it, `invalid_value` for a requalification from another subject, and what
    /// [`TrackedRequest::begin`] has. Then nothing has changed.
    pub fn apply(&mut self, event: &RequestEvent) -> Result<(), ReferralError> {
        if event.request != self.id {
            let message = format!("the event is of `{}`", shorten(&event.request, 60));
            return Err(ReferralError::new("unknown_request", Some("request"), message));
        }
        if event.seq != 0 && event.seq <= self.seq {
            return Ok(());
        }
        self.follow(event)
    }

    /// Applies an event that was not applied before.
    pub(super) fn follow(&mut self, event: &RequestEvent) -> Result<(), ReferralError> {
        event.check()?;
        if event.kind == RequestEventKind::Deposited {
            let message = format!("`{}` was deposited already", shorten(&self.id, 60));
            return Err(ReferralError::new("duplicate_id", Some("request"), message));
        }
        self.check_order(event)?;
        if !self.state.allows(event.kind) {
            let message = format!("a request that is `{}` is not `{}`", self.state, event.kind);
            return Err(ReferralError::new("forbidden_transition", Some("kind"), message));
        }
        match event.kind {
            RequestEventKind::Requalified => self.requalify(event)?,
            RequestEventKind::Transmitted => self.transmit(event)?,
            RequestEventKind::Held => {
                self.state = RequestState::Held;
                (self.held_on, self.held_for) = (Some(event.on), event.held_for);
            }
            RequestEventKind::Closed => {
                self.leave_hold(RequestState::Closed);
                (self.closed_on, self.closed_for) = (Some(event.on), event.closed_for);
            }
            RequestEventKind::Reopened | RequestEventKind::Deposited => {
                self.leave_hold(RequestState::ToRead);
                (self.closed_on, self.closed_for) = (None, None);
            }
        }
        self.author.clone_from(&event.author);
        self.moved_on = Some(event.on);
        self.seq = self.seq.saturating_add(1).max(event.seq);
        Ok(())
    }

    /// Refuses an event that happened before what is known.
    fn check_order(&self, event: &RequestEvent) -> Result<(), ReferralError> {
        let last = self.moved_on.unwrap_or(self.deposited_on);
        if event.on < last {
            let message = format!("{} is before {last}, the last day that is known", event.on);
            return Err(ReferralError::new("impossible_date", Some("on"), message));
        }
        match (self.deposited_at, event.at) {
            (Some(deposited), Some(at)) if at < deposited => {
                let message = format!("{at} is before the deposit ({deposited})");
                Err(ReferralError::new("impossible_date", Some("at"), message))
            }
            _ => Ok(()),
        }
    }

    fn requalify(&mut self, event: &RequestEvent) -> Result<(), ReferralError> {
        if event.from.is_some() && event.from != self.subject {
            let now = self.subject.as_deref().map_or("none".to_owned(), |subject| format!("`{subject}`"));
            let message = format!("the subject of the request is {now} there");
            return Err(ReferralError::invalid("from", message));
        }
        self.subject.clone_from(&event.subject);
        Ok(())
    }

    fn transmit(&mut self, event: &RequestEvent) -> Result<(), ReferralError> {
        if event.needs.len() > MOST_NEEDS || self.needs.len() + event.needs.len() > 2 * MOST_NEEDS {
            let message = format!("a request becomes {MOST_NEEDS} needs at most");
            return Err(ReferralError::invalid("needs", message));
        }
        self.leave_hold(RequestState::Transmitted);
        if self.transmitted_on.is_none() {
            (self.transmitted_on, self.transmitted_at) = (Some(event.on), event.at);
        }
        for need in &event.needs {
            if !self.needs.contains(need) {
                self.needs.push(need.clone());
            }
        }
        Ok(())
    }

    fn leave_hold(&mut self, to: RequestState) {
        self.state = to;
        (self.held_on, self.held_for) = (None, None);
    }

    /// The state at the end of a day; nothing before the deposit. What happened later had not
    /// happened; of what was undone later only the day of the last change is known.
    pub fn state_on(&self, on: Date) -> Option<RequestState> {
        let by = |day: Option<Date>| day.is_some_and(|day| day <= on);
        if self.deposited_on > on {
            None
        } else if by(self.closed_on) {
            Some(RequestState::Closed)
        } else if by(self.transmitted_on) {
            Some(RequestState::Transmitted)
        } else if by(self.held_on) {
            Some(RequestState::Held)
        } else {
            Some(RequestState::ToRead)
        }
    }

    /// Whether it became needs within 72 hours of its deposit; nothing where it did not become any.
    ///
    /// Counted between instants where both are known; else by days, of which fewer than 3 must have
    /// passed: so that what is called in time was.
    pub fn is_in_time(&self) -> Option<bool> {
        let transmitted_on = self.transmitted_on?;
        Some(match (self.deposited_at, self.transmitted_at) {
            (Some(deposited), Some(transmitted)) => transmitted.duration_since(deposited) <= PROMISED,
            _ => days_between(self.deposited_on, transmitted_on) < 3,
        })
    }

    /// Whether it waits for a reading on a day, and has for over 72 hours for certain: for more than
    /// 3 days.
    pub fn is_late_on(&self, on: Date) -> bool {
        self.state_on(on).is_some_and(|state| state.fate() == RequestFate::Waiting)
            && days_between(self.deposited_on, on) > 3
    }

    /// Whether the subject was changed after the company chose it.
    pub fn is_requalified(&self) -> bool {
        self.chosen_subject.is_some() && self.chosen_subject != self.subject
    }

    /// What stays for statistics: subject, commune, origin, state and days. Who the company is and who
    /// read it goes, and the instants, which can point to one company.
    #[must_use]
    pub fn anonymised(&self) -> TrackedRequest {
        TrackedRequest {
            company: None,
            author: None,
            deposited_at: None,
            transmitted_at: None,
            ..self.clone()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn event(kind: RequestEventKind, day: i8) -> RequestEvent {
        RequestEvent::new("d", kind, date(2026, 11, day))
    }

    fn deposited() -> TrackedRequest {
        let subject = Some("former".to_owned());
        TrackedRequest::begin(&RequestEvent { subject, ..event(RequestEventKind::Deposited, 2) }).unwrap()
    }

    fn requalified(to: &str, day: i8) -> RequestEvent {
        RequestEvent { subject: Some(to.to_owned()), ..event(RequestEventKind::Requalified, day) }
    }

    #[test]
    fn the_first_choice_is_never_overwritten() {
        let mut request = deposited();
        request.apply(&requalified("recruter", 3)).unwrap();
        request.apply(&requalified("investir", 4)).unwrap();
        assert_eq!(request.chosen_subject.as_deref(), Some("former"));
        assert_eq!(request.subject.as_deref(), Some("investir"));
        request.apply(&requalified("former", 5)).unwrap();
        assert!(!request.is_requalified(), "it is back where it was");
        let from = Some("recruter".to_owned());
        let error = request.apply(&RequestEvent { from, ..requalified("investir", 6) }).unwrap_err();
        assert_eq!((error.code(), error.field()), ("invalid_value", Some("from")));
    }

    #[test]
    fn seventy_two_hours_are_counted_by_instants_and_else_by_days() {
        let transmitted = |deposited: Option<&str>, day: i8, at: Option<&str>| {
            let mut request = deposited_at(deposited);
            let needs = vec!["b".to_owned()];
            let at = at.map(|at| at.parse().unwrap());
            let event = RequestEvent { needs, at, ..event(RequestEventKind::Transmitted, day) };
            request.apply(&event).unwrap();
            request.is_in_time()
        };
        let noon = Some("2026-11-02T12:00:00Z");
        assert_eq!(transmitted(noon, 5, Some("2026-11-05T12:00:00Z")), Some(true));
        assert_eq!(transmitted(noon, 5, Some("2026-11-05T12:00:01Z")), Some(false));
        assert_eq!(transmitted(noon, 4, None), Some(true));
        assert_eq!(transmitted(None, 5, None), Some(false), "it may be 96 hours");
        assert_eq!(deposited_at(noon).is_in_time(), None);
        assert!(!deposited().is_late_on(date(2026, 11, 5)));
        assert!(deposited().is_late_on(date(2026, 11, 6)));
    }

    #[test]
    fn a_request_becomes_no_more_needs_than_anybody_makes_of_it() {
        let transmitted = |count: usize| RequestEvent {
            needs: (0..count).map(|number| format!("b{number}")).collect(),
            ..event(RequestEventKind::Transmitted, 3)
        };
        let mut request = deposited();
        let error = request.apply(&transmitted(1_001)).unwrap_err();
        assert_eq!((error.code(), error.field()), ("invalid_value", Some("needs")));
        request.apply(&transmitted(1_000)).unwrap();
        request.apply(&transmitted(1_000)).unwrap();
        assert_eq!(request.needs.len(), 1_000, "the same needs again are none more");
    }

    fn deposited_at(at: Option<&str>) -> TrackedRequest {
        let at = at.map(|at| at.parse().unwrap());
        TrackedRequest::begin(&RequestEvent { at, ..event(RequestEventKind::Deposited, 2) }).unwrap()
    }

    #[test]
    fn what_is_no_event_is_told() {
        let mut request = deposited();
        let mut refused = |event: &RequestEvent| {
            let error = request.apply(event).unwrap_err();
            (error.code(), error.field().unwrap_or("").to_owned())
        };
        let code = |code, field: &str| (code, field.to_owned());
        assert_eq!(refused(&event(RequestEventKind::Held, 3)), code("missing_field", "held_for"));
        assert_eq!(refused(&event(RequestEventKind::Closed, 3)), code("missing_field", "closed_for"));
        assert_eq!(refused(&event(RequestEventKind::Transmitted, 3)), code("missing_field", "needs"));
        assert_eq!(refused(&event(RequestEventKind::Deposited, 3)), code("duplicate_id", "request"));
        assert_eq!(refused(&event(RequestEventKind::Reopened, 3)), code("forbidden_transition", "kind"));
        assert_eq!(refused(&requalified("former", 1)), code("impossible_date", "on"));
        let stray = RequestEvent { needs: vec!["b".into()], ..requalified("former", 3) };
        assert_eq!(refused(&stray), code("invalid_value", "needs"));
        let elsewhere =
            RequestEvent { at: Some("2026-12-02T12:00:00Z".parse().unwrap()), ..requalified("x", 3) };
        assert_eq!(refused(&elsewhere), code("impossible_date", "at"));
        assert_eq!(request, deposited(), "nothing has changed");
        assert_eq!(TrackedRequest::begin(&requalified("x", 3)).unwrap_err().code(), "unknown_request");
    }
}
