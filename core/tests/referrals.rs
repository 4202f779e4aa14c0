//! The life of referrals: moves, events late and repeated, reminders, requests again, retention.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod referrals {
    pub(crate) mod deposits;
    pub(crate) mod events;
    pub(crate) mod moves;
    pub(crate) mod reminders;
    pub(crate) mod requests;
    pub(crate) mod retention;
    pub(crate) mod transfers;
}

use aiguillage::follow_up::{Changes, Move, Referral, ReferralState, Sending, move_referral, send};
use jiff::civil::{Date, date};

/// A day of November 2026.
fn day(day: i8) -> Date {
    date(2026, 11, day)
}

fn sending(referral: &str, expert: &str, institution: &str, on: Date) -> Sending {
    Sending {
        referral: referral.into(),
        need: "n".into(),
        expert: expert.into(),
        antenne: None,
        institution: institution.into(),
        on,
        by_hand: false,
        author: None,
    }
}

/// A referral `id` of the need `n`, sent to the expert of the same name.
fn sent(id: &str, on: Date) -> Referral {
    send(&[], &sending(id, id, "i", on)).unwrap().referrals.remove(0)
}

fn to(referral: &str, to: ReferralState, on: Date) -> Move {
    Move { referral: referral.into(), to, on, reason: None, author: Some("agent".into()) }
}

/// Puts what changed in its place.
fn take(referrals: &mut Vec<Referral>, changes: Changes) {
    for changed in changes.referrals {
        match referrals.iter_mut().find(|own| own.id == changed.id) {
            Some(own) => *own = changed,
            None => referrals.push(changed),
        }
    }
}

/// Makes a move that is allowed.
fn moved(referrals: &mut Vec<Referral>, change: &Move, single_takers: &[String]) {
    let changes = move_referral(referrals, change, single_takers).unwrap();
    take(referrals, changes);
}
