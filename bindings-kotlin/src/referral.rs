//! What follows the match, as Kotlin calls it: every type is the core's own.

use std::sync::Arc;

use aiguillage::Directory;
use aiguillage::follow_up::{
    self as core, Changes, EventKind, Folded, Move, NeedReminder, NeedStatus, Reassignment, Referral,
    ReferralEvent, ReferralState, RefusalReason, ReminderKind, ReminderPolicy, Reminders, Request,
    RequestKind, RequestPolicy, RequestVerdict, RetentionDue, RetentionPolicy, Sending, TrackedNeed,
};
use jiff::civil::Date;

use crate::directory::NativeDirectory;
use crate::errors::NativeError;

#[uniffi::export]
fn native_send(referrals: Vec<Referral>, sending: Sending) -> Result<Changes, NativeError> {
    Ok(core::send(&referrals, &sending)?)
}

/// With a directory, its single takers are added.
#[uniffi::export]
fn native_move(
    referrals: Vec<Referral>,
    change: Move,
    mut single_takers: Vec<String>,
    directory: Option<Arc<NativeDirectory>>,
) -> Result<Changes, NativeError> {
    let listed = directory.iter().flat_map(|directory| Directory::institutions(&directory.0));
    single_takers.extend(listed.filter(|own| own.single_taker).map(|own| own.id.clone()));
    Ok(core::move_referral(&referrals, &change, &single_takers)?)
}

#[uniffi::export]
fn native_reassign(referrals: Vec<Referral>, to: Reassignment) -> Result<Changes, NativeError> {
    Ok(core::reassign(&referrals, &to)?)
}

#[uniffi::export]
fn native_apply(mut referral: Referral, event: ReferralEvent) -> Result<Referral, NativeError> {
    referral.apply(&event)?;
    Ok(referral)
}

#[uniffi::export]
fn native_fold(events: Vec<ReferralEvent>, on: Option<Date>) -> Folded {
    core::fold(&events, on)
}

#[uniffi::export]
fn native_check_referral(referral: Referral) -> Result<(), NativeError> {
    Ok(referral.check()?)
}

#[uniffi::export]
fn native_need_status(states: Vec<ReferralState>) -> NeedStatus {
    core::need_status(&states)
}

#[uniffi::export]
fn native_reminder_policy() -> ReminderPolicy {
    ReminderPolicy::default()
}

#[uniffi::export]
fn native_reminders(referrals: Vec<Referral>, on: Date, policy: Option<ReminderPolicy>) -> Reminders {
    core::reminders(&referrals, on, &policy.unwrap_or_default())
}

#[uniffi::export]
fn native_need_reminder(
    referrals: Vec<Referral>,
    on: Date,
    policy: Option<ReminderPolicy>,
) -> Option<NeedReminder> {
    core::need_reminder_on(&referrals, on, &policy.unwrap_or_default())
}

#[uniffi::export]
fn native_request_policy() -> RequestPolicy {
    RequestPolicy::default()
}

#[uniffi::export]
fn native_classify_request(
    request: Request,
    earlier: Vec<Request>,
    policy: Option<RequestPolicy>,
) -> RequestVerdict {
    core::classify_request(&request, &earlier, &policy.unwrap_or_default())
}

#[uniffi::export]
fn native_retention_policy() -> RetentionPolicy {
    RetentionPolicy::default()
}

#[uniffi::export]
fn native_due_for_anonymisation(
    needs: Vec<TrackedNeed>,
    referrals: Vec<Referral>,
    on: Date,
    policy: Option<RetentionPolicy>,
) -> Vec<RetentionDue> {
    core::due_for_anonymisation(&needs, &referrals, on, &policy.unwrap_or_default())
}

#[uniffi::export]
fn native_anonymise_need(need: TrackedNeed, on: Date) -> TrackedNeed {
    need.anonymised(on)
}

#[uniffi::export]
fn native_anonymise_referral(referral: Referral) -> Referral {
    referral.anonymised()
}

/// What users read for a word of the core, in French.
macro_rules! labels {
    ($($function:ident $word:ident,)*) => {
        $(#[uniffi::export]
        fn $function(word: $word) -> String {
            word.label().to_owned()
        })*
    };
}

labels! {
    native_event_label EventKind,
    native_reason_label RefusalReason,
    native_reminder_label ReminderKind,
    native_request_label RequestKind,
    native_state_label ReferralState,
    native_status_label NeedStatus,
}
