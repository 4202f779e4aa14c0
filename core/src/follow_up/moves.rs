//! What people do with the referrals of a need: send, move, give to another. Each yields events, and
//! the referrals as they stand afterwards.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{EventKind, Referral, ReferralError, ReferralEvent, ReferralState, RefusalReason};
use crate::language::sentence;
use crate::text::shorten;

/// A referral to be sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Sending {
    /// What the host calls the referral.
    pub referral: String,
    /// The id of the need.
    pub need: String,
    /// To whom.
    pub expert: String,
    /// Their antenne.
    #[serde(default)]
    pub antenne: Option<String>,
    /// Their institution.
    pub institution: String,
    /// The day it is sent.
    pub on: Date,
    /// Whether a person chose the expert, rather than the router.
    #[serde(default)]
    pub by_hand: bool,
    /// The host's id of who sends it.
    #[serde(default)]
    pub author: Option<String>,
}

/// A move from one state to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Move {
    /// The id of the referral.
    pub referral: String,
    /// Where it goes.
    pub to: ReferralState,
    /// The day.
    pub on: Date,
    /// Why, where the expert refuses.
    #[serde(default)]
    pub reason: Option<RefusalReason>,
    /// The host's id of who moves it.
    #[serde(default)]
    pub author: Option<String>,
}

/// A referral to be given to another expert.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Reassignment {
    /// The id of the referral.
    pub referral: String,
    /// To whom.
    pub expert: String,
    /// Their antenne.
    #[serde(default)]
    pub antenne: Option<String>,
    /// Their institution.
    pub institution: String,
    /// The day.
    pub on: Date,
    /// The host's id of who gives it to another.
    #[serde(default)]
    pub author: Option<String>,
}

/// What changed: the events to keep, and the referrals that changed, as they stand now.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Changes {
    /// In the order in which they happened.
    pub events: Vec<ReferralEvent>,
    /// Only those that changed.
    pub referrals: Vec<Referral>,
}

/// Sends a need to an expert.
///
/// # Errors
/// `duplicate_id` where a referral has the id already, `already_referred` where the expert has the
/// need already, `missing_field` for a blank id.
///
/// ```
/// use aiguillage::follow_up::{Sending, send};
///
/// let changes = send(&[], &Sending {
///     referral: "r1".into(),
///     need: "b-17".into(),
///     expert: "cci-amiens-recrutement".into(),
///     antenne: None,
///     institution: "cci".into(),
///     on: "2026-11-02".parse()?,
///     by_hand: false,
///     author: None,
/// })?;
/// assert_eq!(changes.referrals[0].state.as_str(), "waiting");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn send(referrals: &[Referral], sending: &Sending) -> Result<Changes, ReferralError> {
    if referrals.iter().any(|referral| referral.id == sending.referral) {
        let message = format!("a referral `{}` was sent already", shorten(&sending.referral, 60));
        return Err(ReferralError::new("duplicate_id", Some("referral"), message));
    }
    refuse_second_sending(referrals, &sending.need, &sending.expert)?;
    let event = ReferralEvent {
        referral: sending.referral.clone(),
        on: sending.on,
        seq: 1,
        need: sending.need.clone(),
        kind: EventKind::Sent,
        to: ReferralState::Waiting,
        reason: None,
        author: sending.author.clone(),
        expert: Some(sending.expert.clone()),
        antenne: sending.antenne.clone(),
        institution: Some(sending.institution.clone()),
        by_hand: sending.by_hand,
    };
    Ok(Changes { referrals: vec![event.begin()?], events: vec![event] })
}

/// Moves a referral to another state. `referrals` are those of its need (others are passed over);
/// `single_takers` the institutions of which one expert is enough: when one of their referrals is
/// taken in charge or done, those that still wait close as `taken_by_sibling`.
///
/// Moving to where a referral stands already changes nothing and is no error, so that a button that
/// is pressed twice does no harm.
///
/// # Errors
/// `unknown_referral`, `forbidden_transition`, `impossible_date` where the day is before the last
/// move, `invalid_value` for a reason without a refusal.
///
/// ```
/// # use aiguillage::follow_up::{Move, ReferralState, Sending, move_referral, send};
/// # let sending = |referral: &str, expert: &str| Sending { referral: referral.into(), need: "b-17".into(),
/// #     expert: expert.into(), antenne: None, institution: "cma".into(), on: "2026-11-02".parse().unwrap(),
/// #     by_hand: false, author: None };
/// let mut referrals = send(&[], &sending("r1", "nord"))?.referrals;
/// referrals.extend(send(&referrals, &sending("r2", "lille"))?.referrals);
///
/// let taken = Move { referral: "r1".into(), to: ReferralState::TakenInCharge, on: "2026-11-03".parse()?,
///     reason: None, author: Some("agent-7".into()) };
/// let changes = move_referral(&referrals, &taken, &["cma".into()])?;
/// let states: Vec<_> = changes.referrals.iter().map(|referral| (referral.id.as_str(), referral.state.as_str())).collect();
/// assert_eq!(states, [("r1", "taken_in_charge"), ("r2", "taken_by_sibling")]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn move_referral(
    referrals: &[Referral],
    change: &Move,
    single_takers: &[String],
) -> Result<Changes, ReferralError> {
    let referral = find(referrals, &change.referral)?;
    if change.to == referral.state {
        return Ok(Changes::default());
    }
    // An event may say so, of which it is the consequence; a person cannot.
    if change.to == ReferralState::TakenBySibling {
        return Err(ReferralError::new(
            "forbidden_transition",
            Some("to"),
            "`taken_by_sibling` follows when a colleague takes the need: nobody chooses it",
        ));
    }
    let mut changes = Changes::default();
    changes.follow(referral, moved(referral, change))?;
    let takes = change.to == ReferralState::TakenInCharge || change.to.is_done();
    if takes && single_takers.contains(&referral.institution) {
        for sibling in waiting_siblings(referrals, referral) {
            changes.follow(sibling, closed_for(sibling, change.on))?;
        }
    }
    Ok(changes)
}

/// The other referrals of the need that wait at the same institution.
fn waiting_siblings<'r>(
    referrals: &'r [Referral],
    taken: &'r Referral,
) -> impl Iterator<Item = &'r Referral> {
    referrals.iter().filter(|other| {
        other.need == taken.need
            && other.id != taken.id
            && other.institution == taken.institution
            && other.state == ReferralState::Waiting
    })
}

/// The event of a move that a person makes.
fn moved(referral: &Referral, change: &Move) -> ReferralEvent {
    ReferralEvent {
        to: change.to,
        reason: change.reason,
        ..ReferralEvent::next(referral, EventKind::Moved, change.on, change.author.as_deref())
    }
}

/// The event by which a referral closes because a colleague took the need on a day. One that was sent
/// or moved later than that day closes on its own last day.
fn closed_for(sibling: &Referral, on: Date) -> ReferralEvent {
    let change = Move {
        referral: sibling.id.clone(),
        to: ReferralState::TakenBySibling,
        on: on.max(sibling.moved_on.unwrap_or(sibling.sent_on)),
        reason: None,
        author: None,
    };
    moved(sibling, &change)
}

impl Changes {
    /// Adds an event of a referral, and the referral as it stands afterwards.
    pub(super) fn follow(&mut self, referral: &Referral, event: ReferralEvent) -> Result<(), ReferralError> {
        let mut changed = referral.clone();
        changed.follow(&event)?;
        self.events.push(event);
        self.referrals.push(changed);
        Ok(())
    }
}

/// Gives a referral to another expert, who has it waiting from that day; who had it before is kept
/// in [`Referral::past`].
///
/// # Errors
/// `unknown_referral`, `already_referred` where that expert has the need already,
/// `forbidden_transition` where it is done (reopen it first), `impossible_date`, `missing_field`.
pub fn reassign(referrals: &[Referral], to: &Reassignment) -> Result<Changes, ReferralError> {
    let referral = find(referrals, &to.referral)?;
    refuse_second_sending(referrals, &referral.need, &to.expert)?;
    let event = ReferralEvent {
        to: ReferralState::Waiting,
        expert: Some(to.expert.clone()),
        antenne: to.antenne.clone(),
        institution: Some(to.institution.clone()),
        by_hand: true,
        ..ReferralEvent::next(referral, EventKind::Reassigned, to.on, to.author.as_deref())
    };
    let mut changes = Changes::default();
    changes.follow(referral, event)?;
    Ok(changes)
}

pub(super) fn find<'r>(referrals: &'r [Referral], id: &str) -> Result<&'r Referral, ReferralError> {
    referrals.iter().find(|referral| referral.id == id).ok_or_else(|| {
        let known = referrals.iter().map(|referral| referral.id.as_str());
        ReferralError::unknown("unknown_referral", "referral", sentence!(Referral), id, known)
    })
}

/// Refuses to send a need twice to the same expert.
pub(super) fn refuse_second_sending(
    referrals: &[Referral],
    need: &str,
    expert: &str,
) -> Result<(), ReferralError> {
    match referrals.iter().find(|referral| referral.need == need && referral.expert == expert) {
        None => Ok(()),
        Some(first) => Err(already_referred(expert, first)),
    }
}

/// That an expert has a need already, by a referral.
pub(super) fn already_referred(expert: &str, first: &Referral) -> ReferralError {
    let message = format!("`{}` has this need already, as `{}`", shorten(expert, 60), shorten(&first.id, 60));
    ReferralError::new("already_referred", Some("expert"), message)
}
