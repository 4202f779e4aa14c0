//! Requests before they are needs: their events, and what these make of them.

use jiff::civil::Date;
use serde::Deserialize;

use super::events::GivenEvents;
use super::{BoundaryError, Nothing};
use crate::follow_up::{self, FoldedRequests, RequestEvent, RequestFate, RequestState, TrackedRequest};

/// Events of requests, in whatever order and however often they arrived.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FoldRequestsRequest {
    /// The events.
    pub events: GivenEvents<RequestEvent>,
    /// The day as of which the requests are wanted; as they stand now if it is not given.
    #[serde(default)]
    pub on: Option<Date>,
}

/// A request, if there is one yet, and one more event.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ApplyRequestEventRequest {
    /// The request; none for a deposit.
    #[serde(default)]
    pub request: Option<TrackedRequest>,
    /// The event.
    pub event: RequestEvent,
}

/// One request as it stands.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TrackedRequestRequest {
    /// The request.
    pub request: TrackedRequest,
}

/// One event of a request.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RequestEventRequest {
    /// The event.
    pub event: RequestEvent,
}

/// The state of a request.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RequestStateRequest {
    /// The state.
    pub state: RequestState,
}

/// The requests that events make.
///
/// # Errors
/// With the first event of a known kind that cannot be read. Events that cannot have happened, and those of
/// kinds that this version does not know, are told in the answer.
pub fn fold_requests((): (), request: FoldRequestsRequest) -> Result<FoldedRequests, BoundaryError> {
    let (events, unknown) = request.events.read()?;
    Ok(FoldedRequests { unknown, ..follow_up::fold_requests(&events, request.on) })
}

/// The request after one more event; one that it has already changes nothing.
///
/// # Errors
/// As [`TrackedRequest::begin`] without a request, else as [`TrackedRequest::apply`].
pub fn apply_request_event(
    (): (),
    request: ApplyRequestEventRequest,
) -> Result<TrackedRequest, BoundaryError> {
    let ApplyRequestEventRequest { request, event } = request;
    let Some(mut request) = request else { return Ok(TrackedRequest::begin(&event)?) };
    request.apply(&event)?;
    Ok(request)
}

/// What became of a request in a state.
///
/// # Errors
/// None.
pub fn request_fate((): (), request: RequestStateRequest) -> Result<RequestFate, BoundaryError> {
    Ok(request.state.fate())
}

/// Whether the dates of a request can be true, and go with its state.
///
/// # Errors
/// As [`TrackedRequest::check`].
pub fn check_request((): (), request: TrackedRequestRequest) -> Result<Nothing, BoundaryError> {
    request.request.check()?;
    Ok(Nothing)
}

/// The request as the library writes it.
///
/// # Errors
/// None but those of reading it.
pub fn read_tracked_request((): (), request: TrackedRequestRequest) -> Result<TrackedRequest, BoundaryError> {
    Ok(request.request)
}

/// The event as the library writes it.
///
/// # Errors
/// None but those of reading it.
pub fn read_request_event((): (), request: RequestEventRequest) -> Result<RequestEvent, BoundaryError> {
    Ok(request.event)
}

/// The request with what statistics may keep.
///
/// # Errors
/// None.
pub fn anonymise_request((): (), request: TrackedRequestRequest) -> Result<TrackedRequest, BoundaryError> {
    Ok(request.request.anonymised())
}
