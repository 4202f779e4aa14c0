//! Messages of companies, read with the taxonomy of a router's directory.

use serde::Deserialize;

use super::BoundaryError;
use crate::Router;
use crate::intake::{DEFAULT_LIMIT, Extract, Offsets, Screening, Suggestions};

/// A message whose subject is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SuggestRequest {
    /// The message.
    pub text: String,
    /// At most so many subjects.
    #[serde(default = "limit")]
    pub limit: usize,
    /// What the caller's language counts when it slices its strings.
    #[serde(default = "bytes")]
    pub offsets: Offsets,
}

/// A message that is to be looked at.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MessageRequest {
    /// The message.
    pub text: String,
    /// What the caller's language counts when it slices its strings.
    #[serde(default = "bytes")]
    pub offsets: Offsets,
}

fn limit() -> usize {
    DEFAULT_LIMIT
}

fn bytes() -> Offsets {
    Offsets::Bytes
}

/// What a message may be about: the best subjects first, with the words that decided.
///
/// # Errors
/// None.
pub fn suggest_subjects(router: &Router, request: SuggestRequest) -> Result<Suggestions, BoundaryError> {
    let SuggestRequest { text, limit, offsets } = request;
    Ok(router.suggest_subjects(&text, limit).with_offsets(&text, offsets))
}

/// What an adviser should know of a message before it goes on.
///
/// # Errors
/// None.
pub fn screen(router: &Router, request: MessageRequest) -> Result<Screening, BoundaryError> {
    let MessageRequest { text, offsets } = request;
    Ok(router.screen(&text).with_offsets(&text, offsets))
}

/// The facts that a message gives away, with their places.
///
/// # Errors
/// None.
pub fn extract(router: &Router, request: MessageRequest) -> Result<Extract, BoundaryError> {
    let MessageRequest { text, offsets } = request;
    Ok(router.extract(&text).with_offsets(&text, offsets))
}
