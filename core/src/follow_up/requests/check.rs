//! Whether a request can be true.

use jiff::civil::Date;

use super::event::check_instant;
use super::{RequestState, TrackedRequest};
use crate::follow_up::{ReferralError, check_id};

impl TrackedRequest {
    /// Refuses a request whose dates cannot be true, or do not go with its state: for hosts that
    /// store states rather than events.
    ///
    /// # Errors
    /// `missing_field` without an id, or without the day, needs or reason that the state calls for;
    /// `impossible_date` for a day before the deposit, an instant on another day than it belongs to or
    /// before the deposit's, and for a last move before another; `invalid_value` for what does not go
    /// with the state, and for an id with white space around it.
    pub fn check(&self) -> Result<(), ReferralError> {
        check_id("id", &self.id)?;
        self.needs.iter().try_for_each(|need| check_id("needs", need))?;
        self.check_state()?;
        self.check_days()?;
        self.check_instants()
    }

    /// Refuses what does not go with the state, and what the state lacks.
    fn check_state(&self) -> Result<(), ReferralError> {
        let is = |state| self.state == state;
        let (held, transmitted, closed) =
            (is(RequestState::Held), is(RequestState::Transmitted), is(RequestState::Closed));
        let needed = [
            ("held_on", self.held_on.is_some(), held),
            ("held_for", self.held_for.is_some(), held),
            ("transmitted_on", self.transmitted_on.is_some(), transmitted),
            ("needs", !self.needs.is_empty(), transmitted),
            ("closed_on", self.closed_on.is_some(), closed),
            ("closed_for", self.closed_for.is_some(), closed),
        ];
        if let Some((field, ..)) = needed.iter().find(|(_, is_there, belongs)| !is_there && *belongs) {
            return Err(ReferralError::missing(field));
        }
        let allowed = [("transmitted_at", self.transmitted_at.is_some(), transmitted)];
        match needed.iter().chain(&allowed).find(|(_, is_there, belongs)| *is_there && !belongs) {
            Some((field, ..)) => {
                let message = format!("`{field}` does not go with the state `{}`", self.state);
                Err(ReferralError::invalid(field, message))
            }
            None => Ok(()),
        }
    }

    /// Refuses days before the deposit, and a last move before what happened.
    fn check_days(&self) -> Result<(), ReferralError> {
        let happened = [
            ("held_on", self.held_on),
            ("transmitted_on", self.transmitted_on),
            ("closed_on", self.closed_on),
        ];
        let before = |day: Option<Date>, other: Date| day.is_some_and(|day| day < other);
        let last = [("moved_on", self.moved_on)];
        let mut days = happened.iter().chain(&last);
        if let Some((field, _)) = days.find(|(_, day)| before(*day, self.deposited_on)) {
            let message = format!("it is before the deposit ({})", self.deposited_on);
            return Err(ReferralError::new("impossible_date", Some(field), message));
        }
        let Some(moved) = self.moved_on else { return Ok(()) };
        match happened.iter().find_map(|(field, day)| Some((field, (*day).filter(|day| *day > moved)?))) {
            Some((field, day)) => {
                let message =
                    format!("`moved_on` ({moved}), the last day that is known, is before `{field}` ({day})");
                Err(ReferralError::new("impossible_date", Some("moved_on"), message))
            }
            None => Ok(()),
        }
    }

    /// Refuses instants that are on other days than what they are of, or before the deposit.
    fn check_instants(&self) -> Result<(), ReferralError> {
        if let Some(at) = self.deposited_at {
            check_instant("deposited_at", at, self.deposited_on)?;
        }
        if let Some((at, on)) = self.transmitted_at.zip(self.transmitted_on) {
            check_instant("transmitted_at", at, on)?;
        }
        match self.deposited_at.zip(self.transmitted_at) {
            Some((deposited, transmitted)) if transmitted < deposited => {
                let message = format!("it is before the deposit ({deposited})");
                Err(ReferralError::new("impossible_date", Some("transmitted_at"), message))
            }
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::follow_up::{ClosureReason, HoldReason};

    fn request(state: RequestState) -> TrackedRequest {
        let mut request: TrackedRequest = serde_json::from_value(serde_json::json!({
            "id": "d", "deposited_on": "2026-11-02", "state": "to_read",
        }))
        .unwrap();
        request.state = state;
        match state {
            RequestState::ToRead => {}
            RequestState::Held => {
                request.held_on = Some(date(2026, 11, 3));
                request.held_for = Some(HoldReason::Scope);
            }
            RequestState::Transmitted => {
                request.transmitted_on = Some(date(2026, 11, 3));
                request.needs = vec!["b".to_owned()];
            }
            RequestState::Closed => {
                request.closed_on = Some(date(2026, 11, 3));
                request.closed_for = Some(ClosureReason::Employee);
            }
        }
        request
    }

    #[test]
    fn a_request_that_contradicts_itself_is_told() {
        use RequestState::{Closed, Held, ToRead, Transmitted};
        let told = |state: RequestState, change: fn(&mut TrackedRequest)| {
            let mut request = request(state);
            assert_eq!(request.check(), Ok(()));
            change(&mut request);
            let error = request.check().unwrap_err();
            (error.code(), error.field().unwrap_or_default().to_owned())
        };
        let wants = |code, field: &str| (code, field.to_owned());
        assert_eq!(told(ToRead, |r| r.id = "d ".to_owned()), wants("invalid_value", "id"));
        assert_eq!(told(Closed, |r| r.closed_on = None), wants("missing_field", "closed_on"));
        assert_eq!(told(Closed, |r| r.closed_for = None), wants("missing_field", "closed_for"));
        assert_eq!(told(ToRead, |r| r.needs.push("b".to_owned())), wants("invalid_value", "needs"));
        assert_eq!(told(Transmitted, |r| r.needs.push(" ".to_owned())), wants("missing_field", "needs"));
        assert_eq!(
            told(ToRead, |r| r.held_for = Some(HoldReason::Scope)),
            wants("invalid_value", "held_for")
        );
        assert_eq!(told(Held, |r| r.held_on = Some(date(2026, 11, 1))), wants("impossible_date", "held_on"));
        assert_eq!(
            told(ToRead, |r| r.moved_on = Some(date(2026, 11, 1))),
            wants("impossible_date", "moved_on")
        );
        assert_eq!(
            told(Closed, |r| r.moved_on = Some(date(2026, 11, 2))),
            wants("impossible_date", "moved_on")
        );
    }

    #[test]
    fn an_instant_is_on_its_day_and_after_the_deposit() {
        let told = |deposited: Option<&str>, transmitted: Option<&str>| {
            let mut request = request(RequestState::Transmitted);
            request.deposited_at = deposited.map(|at| at.parse().unwrap());
            request.transmitted_at = transmitted.map(|at| at.parse().unwrap());
            request.check().map_err(|error| error.field().unwrap_or_default().to_owned())
        };
        assert_eq!(told(Some("2026-11-02T08:00:00Z"), Some("2026-11-03T08:00:00Z")), Ok(()));
        assert_eq!(told(Some("2026-11-12T08:00:00Z"), None), Err("deposited_at".to_owned()));
        assert_eq!(told(None, Some("2024-11-03T08:00:00Z")), Err("transmitted_at".to_owned()));
        let backwards = told(Some("2026-11-03T08:00:00Z"), Some("2026-11-02T08:00:00Z"));
        assert_eq!(backwards, Err("transmitted_at".to_owned()));
    }
}
