//! What follows the match: referrals and their life, what they call for, and when to forget.

use jiff::civil::Date;
use serde::Deserialize;

use super::{BoundaryError, GivenEvents, NoRequest, Nothing};
use crate::Directory;
use crate::follow_up::{
    self, Changes, Folded, Move, NeedStatus, Reassignment, Referral, ReferralEvent, ReferralState, Request,
    RequestPolicy, RequestVerdict, RetentionDue, RetentionPolicy, Sending, TrackedNeed,
};

/// A need that goes to an expert.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SendRequest {
    /// The referrals that the need has already.
    pub referrals: Vec<Referral>,
    /// To whom it goes.
    pub sending: Sending,
}

/// A referral that moves to another state.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MoveRequest {
    /// All referrals of its need.
    pub referrals: Vec<Referral>,
    /// What moves, and where.
    #[serde(rename = "move")]
    pub change: Move,
    /// The ids of institutions of which one expert suffices, besides those that the directory marks.
    #[serde(default)]
    pub single_takers: Vec<String>,
}

/// A referral that is given to another expert.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReassignRequest {
    /// All referrals of its need.
    pub referrals: Vec<Referral>,
    /// Who gets it.
    pub reassignment: Reassignment,
}

/// A referral and one more event.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ApplyRequest {
    /// The referral.
    pub referral: Referral,
    /// The event.
    pub event: ReferralEvent,
}

/// Events, in whatever order and however often they arrived.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FoldRequest {
    /// The events.
    pub events: GivenEvents<ReferralEvent>,
    /// The day as of which the referrals are wanted; as they stand now if it is not given.
    #[serde(default)]
    pub on: Option<Date>,
}

/// One referral.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReferralRequest {
    /// The referral.
    pub referral: Referral,
}

/// One event.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct EventRequest {
    /// The event.
    pub event: ReferralEvent,
}

/// One need, as far as its follow-up goes.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TrackedNeedRequest {
    /// The need.
    pub need: TrackedNeed,
}

/// One request of a company.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReadRequestRequest {
    /// The request.
    pub request: Request,
}

/// The states of a need's referrals.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NeedStatusRequest {
    /// The states.
    pub states: Vec<ReferralState>,
}

/// The state of a referral.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct StateRequest {
    /// The state.
    pub state: ReferralState,
}

/// A request of a company, and those that came before it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ClassifyRequest {
    /// The request.
    pub request: Request,
    /// Those before it.
    pub earlier: Vec<Request>,
    /// How far apart requests are the same.
    #[serde(default)]
    pub policy: RequestPolicy,
}

/// Needs that may be due for anonymisation.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RetentionRequest {
    /// The needs.
    pub needs: Vec<TrackedNeed>,
    /// Their referrals.
    pub referrals: Vec<Referral>,
    /// The day.
    pub on: Date,
    /// How long needs are kept.
    #[serde(default)]
    pub policy: RetentionPolicy,
}

/// A need of which only what statistics may keep is to stay.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AnonymiseRequest {
    /// The need.
    pub need: TrackedNeed,
    /// The day.
    pub on: Date,
}

/// Sends a need to an expert: the event to keep, and the referral as it stands.
///
/// # Errors
/// `duplicate_id`, `already_referred`, `missing_field`.
pub fn send((): (), request: SendRequest) -> Result<Changes, BoundaryError> {
    Ok(follow_up::send(&request.referrals, &request.sending)?)
}

/// Moves a referral to another state, and closes those of a single taker's colleagues.
///
/// # Errors
/// `unknown_referral`, `forbidden_transition`, `impossible_date`, `invalid_value`.
pub fn move_referral(directory: Option<&Directory>, request: MoveRequest) -> Result<Changes, BoundaryError> {
    let MoveRequest { referrals, change, mut single_takers } = request;
    if let Some(directory) = directory {
        single_takers.extend(directory.single_takers());
    }
    Ok(follow_up::move_referral(&referrals, &change, &single_takers)?)
}

/// Gives a referral to another expert, and keeps who had it.
///
/// # Errors
/// `unknown_referral`, `already_referred`, `impossible_date`.
pub fn reassign((): (), request: ReassignRequest) -> Result<Changes, BoundaryError> {
    Ok(follow_up::reassign(&request.referrals, &request.reassignment)?)
}

/// The referral after one more event; one that it has already changes nothing.
///
/// # Errors
/// As [`Referral::apply`].
pub fn apply((): (), request: ApplyRequest) -> Result<Referral, BoundaryError> {
    let ApplyRequest { mut referral, event } = request;
    referral.apply(&event)?;
    Ok(referral)
}

/// The referrals that events amount to.
///
/// # Errors
/// With the first event of a known kind that cannot be read. Events that cannot have happened, and those of
/// kinds that this version does not know, are told in the answer.
pub fn fold((): (), request: FoldRequest) -> Result<Folded, BoundaryError> {
    let (events, unknown) = request.events.read()?;
    Ok(Folded { unknown, ..follow_up::fold(&events, request.on) })
}

/// Whether the dates of a referral can be true, and go with its state.
///
/// # Errors
/// As [`Referral::check`].
pub fn check((): (), request: ReferralRequest) -> Result<Nothing, BoundaryError> {
    request.referral.check()?;
    Ok(Nothing)
}

/// The referral as the library writes it.
///
/// # Errors
/// None but those of reading it.
pub fn read_referral((): (), request: ReferralRequest) -> Result<Referral, BoundaryError> {
    Ok(request.referral)
}

/// The event as the library writes it.
///
/// # Errors
/// None but those of reading it.
pub fn read_event((): (), request: EventRequest) -> Result<ReferralEvent, BoundaryError> {
    Ok(request.event)
}

/// The need as the library writes it.
///
/// # Errors
/// None but those of reading it.
pub fn read_tracked_need((): (), request: TrackedNeedRequest) -> Result<TrackedNeed, BoundaryError> {
    Ok(request.need)
}

/// The request as the library writes it.
///
/// # Errors
/// None but those of reading it.
pub fn read_request((): (), request: ReadRequestRequest) -> Result<Request, BoundaryError> {
    Ok(request.request)
}

/// The status of a need from the states of its referrals.
///
/// # Errors
/// None.
pub fn need_status((): (), request: NeedStatusRequest) -> Result<NeedStatus, BoundaryError> {
    Ok(follow_up::need_status(&request.states))
}

/// The states that a referral may be moved to.
///
/// # Errors
/// None.
pub fn next_states((): (), request: StateRequest) -> Result<Vec<ReferralState>, BoundaryError> {
    Ok(ReferralState::ALL.iter().copied().filter(|next| request.state.may_become(*next)).collect())
}

/// Whether a request is new, a reminder of one whose need is open, or a duplicate.
///
/// # Errors
/// None.
pub fn classify_request((): (), request: ClassifyRequest) -> Result<RequestVerdict, BoundaryError> {
    Ok(follow_up::classify_request(&request.request, &request.earlier, &request.policy))
}

/// The needs that nothing has happened to for so long that they are to be anonymised.
///
/// # Errors
/// None.
pub fn due_for_anonymisation((): (), request: RetentionRequest) -> Result<Vec<RetentionDue>, BoundaryError> {
    let RetentionRequest { needs, referrals, on, policy } = request;
    Ok(follow_up::due_for_anonymisation(&needs, &referrals, on, &policy))
}

/// The need with what statistics may keep.
///
/// # Errors
/// None.
pub fn anonymise((): (), request: AnonymiseRequest) -> Result<TrackedNeed, BoundaryError> {
    Ok(request.need.anonymised(request.on))
}

/// The referral with what statistics may keep.
///
/// # Errors
/// None.
pub fn anonymise_referral((): (), request: ReferralRequest) -> Result<Referral, BoundaryError> {
    Ok(request.referral.anonymised())
}

/// How far apart requests are the same where the host does not say.
///
/// # Errors
/// None.
pub fn request_policy((): (), _: NoRequest) -> Result<RequestPolicy, BoundaryError> {
    Ok(RequestPolicy::default())
}

/// How long needs are kept where the host does not say.
///
/// # Errors
/// None.
pub fn retention_policy((): (), _: NoRequest) -> Result<RetentionPolicy, BoundaryError> {
    Ok(RetentionPolicy::default())
}
