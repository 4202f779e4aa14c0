//! Who may see and do what.

use serde::Deserialize;

use super::{BoundaryError, NoRequest};
use crate::Directory;
use crate::follow_up::{self, Action, Actor, Permission, PermissionRule, Referral, TrackedNeed};

/// An antenne whose perimeter is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PerimeterRequest {
    /// The id of the antenne.
    #[cfg_attr(feature = "schema", schemars(extend("x-record" = "Antenne")))]
    pub antenne: String,
}

/// Somebody who wants to see or do something.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MayRequest {
    /// Who.
    pub actor: Actor,
    /// What.
    pub action: Action,
    /// Of which need.
    pub need: TrackedNeed,
    /// The referrals of the need.
    pub referrals: Vec<Referral>,
}

/// The ids of the antennes of a perimeter: the antenne itself, then those below it.
///
/// # Errors
/// `unknown_antenne`.
pub fn perimeter(directory: &Directory, request: PerimeterRequest) -> Result<Vec<&str>, BoundaryError> {
    let antennes = follow_up::perimeter(directory, &request.antenne)?;
    Ok(antennes.into_iter().map(|antenne| antenne.id.as_str()).collect())
}

/// Whether somebody may see or do something of a need, and why.
///
/// # Errors
/// `missing_field` where the role needs to know who it is.
pub fn may((): (), request: MayRequest) -> Result<Permission, BoundaryError> {
    Ok(follow_up::may(&request.actor, request.action, &request.need, &request.referrals)?)
}

/// Who may see and do what, as one table.
///
/// # Errors
/// None.
pub fn permission_rules((): (), _: NoRequest) -> Result<Vec<PermissionRule>, BoundaryError> {
    Ok(follow_up::permission_rules())
}
