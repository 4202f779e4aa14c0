//! After the match: referrals and their life, what they call for, and when to forget.
//!
//! A *referral* is a match that was sent. Its life is a list of [`ReferralEvent`]s that only grows;
//! [`fold`] makes the referrals of them, in whatever order they arrived. A host stores events, or
//! states ([`Referral`]), or both: each function that changes something yields both.
//!
//! Nothing here sleeps, schedules, reads a clock or stores: facts and a date go in, a value comes out.
//!
//! ```
//! use aiguillage::follow_up::{Move, ReferralState, Sending, fold, move_referral, send};
//!
//! let sent = send(&[], &Sending {
//!     referral: "r1".into(), need: "b-17".into(), expert: "cci-amiens-recrutement".into(),
//!     antenne: Some("cci-amiens".into()), institution: "cci".into(), on: "2026-11-02".parse()?,
//!     by_hand: false, author: None,
//! })?;
//! let done = Move { referral: "r1".into(), to: ReferralState::Done, on: "2026-11-05".parse()?,
//!     reason: None, author: Some("agent-7".into()) };
//! let closed = move_referral(&sent.referrals, &done, &[])?;
//! assert_eq!(closed.referrals[0].days_to_close(), Some(3));
//!
//! // The events make the same referral, late and repeated as they may be.
//! let late = [closed.events.clone(), sent.events, closed.events].concat();
//! assert_eq!(fold(&late, None).referrals, closed.referrals);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

#![deny(clippy::indexing_slicing)]

mod access;
mod come_back;
mod comment;
mod days;
mod error;
mod event;
mod fold;
mod id;
mod known_events;
mod moves;
#[cfg(feature = "notifications")]
pub mod notification;
mod read;
mod recipient;
mod referral;
mod reminders;
mod requests;
mod retention;
mod state;
mod survey;
mod tracked_need;
mod transfer;
mod unknown_event;
mod wave;

pub use access::{
    Action, Actor, Permission, PermissionReason, PermissionRule, Role, Scope, may, perimeter,
    permission_rules,
};
pub use come_back::{ComeBackDue, ComeBackPolicy, come_backs_due};
pub use comment::{Comment, comment};
pub(crate) use days::days_between;
pub use error::ReferralError;
pub use event::{EventKind, ReferralEvent};
#[cfg(feature = "csv")]
pub(crate) use fold::Order;
pub use fold::{Folded, IgnoredEvent, fold};
pub(crate) use id::{check_id, check_ids};
pub use moves::{Changes, Move, Reassignment, Sending, move_referral, reassign, send};
pub(crate) use read::{Fault, Typed};
pub use read::{from_json, from_json_list, from_value};
pub use recipient::{Occasion, Recipient, RecipientRole, RecipientRule, recipient_rules, recipients};
pub use referral::{PastExpert, Referral};
pub use reminders::{
    Circumstances, ExpertAbsence, NeedReminder, PendingExpert, ReminderKind, ReminderPolicy, Reminders,
    Suspension, need_reminder_on, need_reminder_with, reminders, reminders_with,
};
pub use requests::{
    ClosureReason, FoldedRequests, HoldReason, IgnoredRequestEvent, Request, RequestEvent, RequestEventKind,
    RequestFate, RequestKind, RequestPolicy, RequestState, RequestVerdict, TrackedRequest, classify_request,
    fold_requests,
};
pub use retention::{RetentionDue, RetentionPolicy, due_for_anonymisation};
pub use state::{NeedStatus, ReferralState, RefusalReason, need_status};
pub use survey::{
    FoldedSurveys, IgnoredSurveyEvent, Survey, SurveyAnswer, SurveyChanges, SurveyDue, SurveyEvent,
    SurveyEventKind, SurveyOutcome, SurveyPolicy, answer_survey, ask_survey, fold_surveys, surveys_due,
};
pub use tracked_need::TrackedNeed;
pub use transfer::{Departure, DepartureChanges, KeptReferral, Transfer, transfer, transfer_all};
pub(crate) use unknown_event::OfKinds;
pub use unknown_event::UnknownEvent;
pub use wave::{
    Candidate, Candidates, PassedOver, PassedOverReason, Wave, WaveCause, WavePolicy, WaveStep, next_wave,
    next_wave_in,
};
