//! The events that a referral as it stands still tells of.

use jiff::civil::Date;

use super::{EventKind, Referral, ReferralEvent, ReferralState};

impl Referral {
    /// The events that it tells of, in order and numbered, without their authors: for hosts that keep referrals
    /// as they stand, and want to list what happened.
    ///
    /// [`fold`](super::fold) makes the same states and dates of them, but for what a referral does not keep: of one
    /// that was reopened, what had happened before; of one that was given to another, when the former expert had
    /// taken it in charge; and which of several changes of expert were transfers, but for those since it was last
    /// sent.
    ///
    /// ```
    /// use aiguillage::follow_up::{Referral, fold};
    ///
    /// let referral: Referral = serde_json::from_str(r#"{"id": "r1", "need": "b-17", "expert": "e", "institution":
    ///     "cci", "sent_on": "2026-11-02", "state": "done", "taken_on": "2026-11-03", "closed_on": "2026-11-09"}"#)?;
    /// let events = referral.known_events();
    /// let told: Vec<String> = events.iter().map(|event| format!("{} {}", event.on, event.to)).collect();
    /// assert_eq!(told, ["2026-11-02 waiting", "2026-11-03 taken_in_charge", "2026-11-09 done"]);
    /// assert_eq!(fold(&events, None).referrals[0].closed_on, referral.closed_on);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn known_events(&self) -> Vec<ReferralEvent> {
        let mut events = Vec::new();
        let event = |on: Date, kind: EventKind, to: ReferralState| ReferralEvent {
            on,
            to,
            ..ReferralEvent::next(self, kind, on, None)
        };
        let first = event(self.first_sent_on(), EventKind::Sent, ReferralState::Waiting);
        events.push(ReferralEvent { by_hand: self.by_hand && self.past.is_empty(), ..first });
        for (number, past) in self.past.iter().enumerate() {
            if past.state == ReferralState::NotForMe {
                let refused = event(past.closed_on.unwrap_or(past.until), EventKind::Moved, past.state);
                events.push(ReferralEvent { reason: past.reason, ..refused });
            }
            let is_last = number + 1 == self.past.len();
            // A transfer keeps the day of sending, and nothing that was refused is transferred.
            let is_transfer = past.until > self.sent_on && past.state.is_open();
            let passed = match is_transfer {
                true => event(past.until, EventKind::Transferred, past.state),
                false => event(past.until, EventKind::Reassigned, ReferralState::Waiting),
            };
            events.push(ReferralEvent { by_hand: self.by_hand && is_last && !is_transfer, ..passed });
        }
        events.extend(self.reopened_on.map(|on| event(on, EventKind::Moved, ReferralState::Waiting)));
        let is_taken_before_closing = self.closed_on.is_none_or(|closed| self.taken_on != Some(closed));
        let taken = self.taken_on.filter(|_| is_taken_before_closing);
        events.extend(taken.map(|on| event(on, EventKind::Moved, ReferralState::TakenInCharge)));
        events.extend(self.closed_on.map(|on| {
            let closed = event(on, EventKind::Moved, self.state);
            ReferralEvent { reason: self.reason, ..closed }
        }));
        // What was taken in charge may have been transferred since.
        events.sort_by_key(|event| event.on);
        self.number_and_name(&mut events);
        events
    }

    /// Numbers events, and names the expert to whom each sending, reassignment and transfer leads.
    fn number_and_name(&self, events: &mut [ReferralEvent]) {
        let past = self.past.iter().map(|past| (&past.expert, &past.antenne, &past.institution));
        let mut holders = past.chain([(&self.expert, &self.antenne, &self.institution)]);
        for (number, event) in (1..).zip(events) {
            event.seq = number;
            if event.kind != EventKind::Moved
                && let Some((expert, antenne, institution)) = holders.next()
            {
                event.expert = Some(expert.clone());
                event.antenne.clone_from(antenne);
                event.institution = Some(institution.clone());
            }
        }
    }
}
