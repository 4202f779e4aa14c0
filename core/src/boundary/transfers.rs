//! Comments, transfers, and whom events concern.

use serde::Deserialize;

use super::{BoundaryError, NoRequest};
use crate::Directory;
use crate::follow_up::{
    self, Changes, Comment, Departure, DepartureChanges, Recipient, RecipientRule, Referral, ReferralEvent,
    TrackedNeed, Transfer,
};

/// Something that is said about a referral.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CommentRequest {
    /// The referrals, it among them.
    pub referrals: Vec<Referral>,
    /// That somebody says something.
    pub comment: Comment,
}

/// A referral that another expert takes over.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TransferRequest {
    /// All referrals of its need.
    pub referrals: Vec<Referral>,
    /// Who takes it over.
    pub transfer: Transfer,
}

/// Somebody who leaves.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TransferAllRequest {
    /// All referrals of the needs that they have.
    pub referrals: Vec<Referral>,
    /// Who leaves, and who takes over.
    pub departure: Departure,
}

/// An event of which some people are told.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RecipientsRequest {
    /// The event.
    pub event: ReferralEvent,
    /// Its need.
    pub need: TrackedNeed,
    /// The referrals of the need, as they stand after the event.
    pub referrals: Vec<Referral>,
}

/// The event of a comment; no referral changes.
///
/// # Errors
/// `unknown_referral`, `impossible_date`.
pub fn comment((): (), request: CommentRequest) -> Result<Changes, BoundaryError> {
    Ok(follow_up::comment(&request.referrals, &request.comment)?)
}

/// Another expert takes a referral over as it stands.
///
/// # Errors
/// `unknown_referral`, `already_referred`, `forbidden_transition`, `impossible_date`.
pub fn transfer((): (), request: TransferRequest) -> Result<Changes, BoundaryError> {
    Ok(follow_up::transfer(&request.referrals, &request.transfer)?)
}

/// All open referrals of somebody who leaves go over to a successor.
///
/// # Errors
/// `invalid_value` where somebody would take over from themselves; what cannot go over is told in the answer.
pub fn transfer_all((): (), request: TransferAllRequest) -> Result<DepartureChanges, BoundaryError> {
    Ok(follow_up::transfer_all(&request.referrals, &request.departure)?)
}

/// Whom an event concerns.
///
/// # Errors
/// `unknown_need`, `unknown_referral`.
pub fn recipients(
    directory: Option<&Directory>,
    request: RecipientsRequest,
) -> Result<Vec<Recipient>, BoundaryError> {
    Ok(follow_up::recipients(&request.event, &request.need, &request.referrals, directory)?)
}

/// Who is told of what, as one table.
///
/// # Errors
/// None.
pub fn recipient_rules((): (), _: NoRequest) -> Result<Vec<RecipientRule>, BoundaryError> {
    Ok(follow_up::recipient_rules())
}
