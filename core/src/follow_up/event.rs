//! What happened to a referral, one fact at a time.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{PastExpert, Referral, ReferralError, ReferralState, RefusalReason, check_id, check_ids};
use crate::record::words::words;
use crate::text::shorten;

words! {
    /// What kind of thing happened.
    EventKind, "kind";
    /// The referral was sent to an expert: its first event.
    Sent "Transmise" "Sent",
    /// It went from one state to another.
    Moved "Suivi" "Moved",
    /// It was given to another expert, for whom it begins anew.
    Reassigned "Réattribuée" "Reassigned",
    /// Another expert has taken it over as it stands, from somebody who leaves, say.
    Transferred "Transférée" "Transferred",
    /// Somebody has said something about it. The text is the host's.
    Comment "Commentaire" "Comment",
}

/// One thing that happened to a referral. Events are only ever added; what a referral is follows
/// from them ([`fold`](super::fold)).
///
/// It is flat, so that it is a row of a table as well as an object: `expert`, `antenne`,
/// `institution` belong to `sent`, `reassigned` and `transferred`, `by_hand` to the first two, `reason` to a
/// refusal. A `comment` changes nothing, and has no number.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReferralEvent {
    /// The id of the referral.
    pub referral: String,
    /// The day it happened: with `seq`, what orders events, whenever they arrive.
    pub on: Date,
    /// Which event of its referral it is, from 1; it orders those of a day. 0 where the host does
    /// not count them: then those of a day have the order of their states.
    #[serde(default)]
    pub seq: u32,
    /// The id of the need.
    pub need: String,
    /// What happened.
    pub kind: EventKind,
    /// Where the referral stands since: `waiting` where it was sent or reassigned; where it stood anyway of
    /// a transfer and a comment.
    pub to: ReferralState,
    /// Why the expert refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<RefusalReason>,
    /// The host's id of who did it; nobody for what follows by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub author: Option<String>,
    /// The expert to whom it was sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expert: Option<String>,
    /// Their antenne.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub antenne: Option<String>,
    /// Their institution.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub institution: Option<String>,
    /// Whether a person chose the expert, rather than the router.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub by_hand: bool,
}

impl ReferralEvent {
    /// What somebody does next with a referral, which stays where it stands. Numbers protect changes from being
    /// made twice: a comment, which makes none, has none.
    pub(super) fn next(
        referral: &Referral,
        kind: EventKind,
        on: Date,
        author: Option<&str>,
    ) -> ReferralEvent {
        ReferralEvent {
            referral: referral.id.clone(),
            on,
            seq: if kind == EventKind::Comment { 0 } else { referral.seq.saturating_add(1) },
            need: referral.need.clone(),
            kind,
            to: referral.state,
            reason: None,
            author: author.map(str::to_owned),
            expert: None,
            antenne: None,
            institution: None,
            by_hand: false,
        }
    }

    /// The referral that a `sent` event begins.
    ///
    /// # Errors
    /// When the event is of another kind, or lacks what it must have.
    pub(super) fn begin(&self) -> Result<Referral, ReferralError> {
        if self.kind != EventKind::Sent {
            return Err(self.unknown_referral());
        }
        if self.to != ReferralState::Waiting {
            return Err(ReferralError::invalid("to", "what is sent is `waiting`"));
        }
        let (expert, institution) = self.receiver()?;
        check_ids([("referral", &self.referral), ("need", &self.need)])?;
        Ok(Referral {
            id: self.referral.clone(),
            need: self.need.clone(),
            expert,
            antenne: self.antenne.clone(),
            institution,
            sent_on: self.on,
            by_hand: self.by_hand,
            state: ReferralState::Waiting,
            reopened_on: None,
            taken_on: None,
            closed_on: None,
            reason: None,
            author: self.author.clone(),
            moved_on: None,
            seq: self.seq.max(1),
            past: Vec::new(),
        })
    }

    /// The expert to whom it was sent, and their institution.
    fn receiver(&self) -> Result<(String, String), ReferralError> {
        let named = |field: &'static str, value: &Option<String>| {
            let id = value.as_deref().unwrap_or_default();
            check_id(field, id).map(|()| id.to_owned())
        };
        Ok((named("expert", &self.expert)?, named("institution", &self.institution)?))
    }

    pub(super) fn unknown_referral(&self) -> ReferralError {
        let message = format!("nothing was sent as `{}`", shorten(&self.referral, 60));
        ReferralError::new("unknown_referral", Some("referral"), message)
    }
}

impl Referral {
    /// Applies an event: for hosts that store states and receive events. One that was applied
    /// already, by its number, changes nothing.
    ///
    /// # Errors
    /// `unknown_referral` for an event of another referral, `impossible_date` for one that happened
    /// before what is known (only [`fold`](super::fold), which has all events, can put it in its
    /// place), `forbidden_transition` where the state does not allow it, `missing_field` and
    /// `invalid_value` for an event that is no event. Then nothing has changed.
    pub fn apply(&mut self, event: &ReferralEvent) -> Result<(), ReferralError> {
        if event.referral != self.id || event.need != self.need {
            return Err(event.unknown_referral());
        }
        if event.seq != 0 && event.seq <= self.seq {
            return Ok(());
        }
        self.follow(event)
    }

    /// Applies an event that was not applied before.
    pub(super) fn follow(&mut self, event: &ReferralEvent) -> Result<(), ReferralError> {
        if event.kind == EventKind::Comment {
            return self.follow_comment(event);
        }
        let last = self.moved_on.unwrap_or(self.sent_on);
        if event.on < last {
            let message = format!("{} is before {last}, the last day that is known", event.on);
            return Err(ReferralError::new("impossible_date", Some("on"), message));
        }
        match event.kind {
            EventKind::Sent => {
                let message = format!("`{}` was sent already", shorten(&self.id, 60));
                return Err(ReferralError::new("duplicate_id", Some("referral"), message));
            }
            EventKind::Moved => self.follow_move(event)?,
            EventKind::Reassigned => self.follow_reassignment(event)?,
            EventKind::Transferred => self.follow_transfer(event)?,
            EventKind::Comment => {}
        }
        self.author.clone_from(&event.author);
        self.moved_on = Some(event.on);
        self.seq = self.seq.saturating_add(1).max(event.seq);
        Ok(())
    }

    /// A comment is kept by the host and changes nothing here. It is no activity either, by which a need
    /// would be kept longer: whoever writes to it does not work on it.
    fn follow_comment(&self, event: &ReferralEvent) -> Result<(), ReferralError> {
        if event.reason.is_some() {
            return Err(ReferralError::invalid("reason", "only a refusal has a reason"));
        }
        let first = self.first_sent_on();
        if event.on < first {
            let message = format!("{} is before {first}, the day it was first sent", event.on);
            return Err(ReferralError::new("impossible_date", Some("on"), message));
        }
        Ok(())
    }

    fn follow_move(&mut self, event: &ReferralEvent) -> Result<(), ReferralError> {
        use ReferralState::{NotForMe, TakenBySibling, TakenInCharge, Waiting};
        let consequence = event.to == TakenBySibling && self.state == Waiting;
        if !consequence && !self.state.may_become(event.to) {
            return Err(self.forbidden(event.to));
        }
        if event.reason.is_some() && event.to != NotForMe {
            return Err(ReferralError::invalid("reason", "only a refusal has a reason"));
        }
        match event.to {
            Waiting => {
                self.reopened_on = Some(event.on);
                self.taken_on = None;
                self.closed_on = None;
            }
            TakenInCharge => self.taken_on = Some(event.on),
            NotForMe | TakenBySibling => self.closed_on = Some(event.on),
            _ => {
                self.taken_on.get_or_insert(event.on);
                self.closed_on = Some(event.on);
            }
        }
        self.reason = event.reason;
        self.state = event.to;
        Ok(())
    }

    fn follow_reassignment(&mut self, event: &ReferralEvent) -> Result<(), ReferralError> {
        if event.to != ReferralState::Waiting {
            return Err(ReferralError::invalid("to", "what is reassigned is `waiting`"));
        }
        let (expert, institution) = event.receiver()?;
        if self.state.is_done() {
            return Err(self.forbidden(ReferralState::Waiting).with_hint("reopen it first"));
        }
        self.pass_on(event, expert, institution)?;
        self.sent_on = event.on;
        self.by_hand = event.by_hand;
        self.state = ReferralState::Waiting;
        self.reopened_on = None;
        self.taken_on = None;
        self.closed_on = None;
        Ok(())
    }

    /// The state and its dates stay, since the company has waited all the same.
    fn follow_transfer(&mut self, event: &ReferralEvent) -> Result<(), ReferralError> {
        if !self.state.is_open() {
            let message = format!("a referral that is `{}` is not transferred", self.state);
            let error = ReferralError::new("forbidden_transition", Some("referral"), message);
            return Err(error.with_hint("reopen it first"));
        }
        let (expert, institution) = event.receiver()?;
        self.pass_on(event, expert, institution)
    }

    /// Gives the referral to another expert, and keeps who had it.
    fn pass_on(
        &mut self,
        event: &ReferralEvent,
        expert: String,
        institution: String,
    ) -> Result<(), ReferralError> {
        if expert == self.expert {
            let message = format!("`{}` has it already", shorten(&expert, 60));
            return Err(ReferralError::new("already_referred", Some("expert"), message));
        }
        let came = self.past.last().map(|past| past.until);
        self.past.push(PastExpert {
            expert: std::mem::replace(&mut self.expert, expert),
            antenne: std::mem::replace(&mut self.antenne, event.antenne.clone()),
            institution: std::mem::replace(&mut self.institution, institution),
            sent_on: came.map_or(self.sent_on, |came| came.max(self.sent_on)),
            until: event.on,
            state: self.state,
            closed_on: self.closed_on,
            reason: self.reason.take(),
            author: event.author.clone(),
        });
        Ok(())
    }

    fn forbidden(&self, to: ReferralState) -> ReferralError {
        let message = format!("a referral that is `{}` cannot become `{to}`", self.state);
        let error = ReferralError::new("forbidden_transition", Some("to"), message);
        let next: Vec<String> = ReferralState::ALL
            .iter()
            .filter(|next| self.state.may_become(**next))
            .map(|next| format!("`{next}`"))
            .collect();
        error.with_hint(format!("it can become {}", next.join(", ")))
    }
}
