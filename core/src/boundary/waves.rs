//! Waves: a need goes to a few experts at a time.

use jiff::civil::Date;
use serde::Deserialize;

use super::{BoundaryError, NeedInput, NoRequest};
use crate::follow_up::{self, Candidates, Referral, Wave, WavePolicy};
use crate::language::Language;
use crate::{MatchOptions, Router};

/// A need whose candidates are asked for.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CandidatesRequest<'v> {
    /// The need, with the day of the wave as its day.
    #[serde(borrow)]
    pub need: NeedInput<'v>,
    /// What is wanted of its matches; `load` and `received` say who is full.
    #[serde(default)]
    pub options: MatchOptions,
}

/// A need of which the next wave is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NextWaveRequest {
    /// Whom it could go to.
    pub candidates: Candidates,
    /// All its referrals.
    pub referrals: Vec<Referral>,
    /// The day.
    pub on: Date,
    /// How waves follow each other.
    #[serde(default)]
    pub policy: WavePolicy,
    /// The language of the sentence.
    #[serde(default)]
    pub language: Language,
}

/// Whom a need could go to: those who match, and those nearest outside their territory.
///
/// # Errors
/// As [`Candidates::of`].
pub fn candidates(router: &Router, request: CandidatesRequest<'_>) -> Result<Candidates, BoundaryError> {
    Ok(Candidates::of(router, &request.need.read()?, &request.options)?)
}

/// Whom to alert now about a need.
///
/// # Errors
/// `invalid_value` for a size of 0 and for referrals of two needs.
pub fn next_wave((): (), request: NextWaveRequest) -> Result<Wave, BoundaryError> {
    let NextWaveRequest { candidates, referrals, on, policy, language } = request;
    Ok(follow_up::next_wave_in(&candidates, &referrals, on, &policy, language)?)
}

/// How waves follow each other where the host does not say.
///
/// # Errors
/// None.
pub fn wave_policy((): (), _: NoRequest) -> Result<WavePolicy, BoundaryError> {
    Ok(WavePolicy::default())
}
