//! A need with everybody who got it, as it stood on the day of looking.

use jiff::civil::Date;

use super::attributes::Attributes;
use crate::follow_up::{
    PastExpert, Referral, ReferralState, RefusalReason, RequestState, Survey, TrackedNeed, TrackedRequest,
};
use crate::geography::{Commune, Geography};

/// A need and everybody who got it.
pub(super) struct Case<'f> {
    pub(super) need: &'f TrackedNeed,
    pub(super) attributes: Attributes<'f>,
    /// The theme of the subject that the company chose, where that is another.
    pub(super) first_theme: Option<&'f str>,
    pub(super) survey: Option<&'f Survey>,
    pub(super) assignments: Vec<Assignment<'f>>,
}

impl Case<'_> {
    /// Whether any of those who got it says something about the need.
    pub(super) fn says_something(&self) -> bool {
        self.assignments.iter().any(|assignment| assignment.state().is_some())
    }

    pub(super) fn commune<'g>(&self, geography: Option<&'g Geography>) -> Option<Commune<'g>> {
        self.attributes.commune(geography)
    }
}

/// A request as it stood on the day of looking.
pub(super) struct RequestCase<'f> {
    pub(super) request: &'f TrackedRequest,
    pub(super) attributes: Attributes<'f>,
    pub(super) state: RequestState,
}

/// A referral with one expert who had it.
pub(super) struct Assignment<'f> {
    pub(super) expert: &'f str,
    pub(super) antenne: Option<&'f str>,
    pub(super) institution: &'f str,
    pub(super) standing: Standing,
    pub(super) sent_on: Date,
    pub(super) waiting_since: Date,
    pub(super) taken_on: Option<Date>,
    pub(super) closed_on: Option<Date>,
    pub(super) reason: Option<RefusalReason>,
}

/// Where a referral stands with an expert.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// In this state; refused too if it was given to another afterwards.
    In(ReferralState),
    /// Given to another before any refusal.
    Withdrawn,
}

impl<'f> Assignment<'f> {
    /// Everybody who had a referral by the end of a day, as it stood then: what happened later had not
    /// happened.
    pub(super) fn as_of(referral: &'f Referral, on: Date) -> Vec<Assignment<'f>> {
        let past = referral.past.iter().filter(|past| past.sent_on <= on);
        let mut assignments: Vec<Assignment<'f>> = past.map(|past| Assignment::of_past(past, on)).collect();
        // A transfer keeps the day of sending: before it the referral was not with who has it now.
        let came_on = referral.past.last().map(|past| past.until);
        if referral.sent_on <= on && came_on.is_none_or(|came| came <= on) {
            assignments.push(Assignment::of_present(referral, on));
        }
        assignments
    }

    fn of_present(referral: &'f Referral, on: Date) -> Assignment<'f> {
        let taken_on = referral.taken_on.filter(|taken| *taken <= on);
        let closed_on = referral.closed_on.filter(|closed| *closed <= on);
        let state = match (referral.state, taken_on, closed_on) {
            (ReferralState::Waiting, ..) => ReferralState::Waiting,
            (state, _, Some(_)) => state,
            (_, Some(_), None) => ReferralState::TakenInCharge,
            (_, None, None) => ReferralState::Waiting,
        };
        Assignment {
            expert: &referral.expert,
            antenne: referral.antenne.as_deref(),
            institution: &referral.institution,
            standing: Standing::In(state),
            sent_on: referral.sent_on,
            waiting_since: referral
                .reopened_on
                .filter(|reopened| *reopened <= on)
                .unwrap_or(referral.sent_on),
            taken_on,
            closed_on,
            reason: referral.reason,
        }
    }

    fn of_past(past: &'f PastExpert, on: Date) -> Assignment<'f> {
        let standing = match past.state {
            ReferralState::NotForMe => Standing::In(ReferralState::NotForMe),
            _ if past.until > on => Standing::In(ReferralState::Waiting),
            _ => Standing::Withdrawn,
        };
        let refused_on = (past.state == ReferralState::NotForMe).then_some(past.until);
        Assignment {
            expert: &past.expert,
            antenne: past.antenne.as_deref(),
            institution: &past.institution,
            standing,
            sent_on: past.sent_on,
            waiting_since: past.sent_on,
            taken_on: None,
            closed_on: past.closed_on.or(refused_on),
            reason: past.reason,
        }
    }

    /// The state, unless it says nothing about the need: a colleague took it, or somebody else got it.
    pub(super) fn state(&self) -> Option<ReferralState> {
        match self.standing {
            Standing::In(ReferralState::TakenBySibling) | Standing::Withdrawn => None,
            Standing::In(state) => Some(state),
        }
    }

    /// The day the expert took position.
    pub(super) fn answered_on(&self) -> Option<Date> {
        match self.state()? {
            ReferralState::Waiting => None,
            ReferralState::NotForMe => self.closed_on,
            _ => self.taken_on,
        }
    }
}
