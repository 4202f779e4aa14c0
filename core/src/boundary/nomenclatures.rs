//! The nomenclatures that companies are described by, looked up.

use serde::{Deserialize, Serialize};

use super::BoundaryError;
use crate::codes::{Idcc, opco_name};
use crate::company::{CompanyOpco, OpcoCertainty};
#[cfg(feature = "naf")]
use {
    super::Family,
    crate::codes::{CodeErrorKind, NafDetails},
};

/// An activity that is looked up.
#[cfg(feature = "naf")]
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NafRequest {
    /// A code or a level of NAF rév. 2 (`10.71C`, `10.7`, `C`), or of NAF 2025 (`2025:10.71G`).
    pub code: String,
}

/// Collective agreements whose OPCO are asked for.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AgreementsRequest {
    /// The agreements that a facility applies.
    pub idcc: Vec<Idcc>,
}

/// An OPCO, with its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct NamedOpco {
    /// Its stable id, such as `akto`.
    pub id: &'static str,
    /// Its name.
    pub name: &'static str,
}

/// The OPCO to which collective agreements lead.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct AgreementOpcos {
    /// How surely.
    pub certainty: OpcoCertainty,
    /// The OPCO: the one, or those among which it is.
    pub opcos: Vec<NamedOpco>,
}

/// What is known of an activity: its label, the levels above it, the codes below it and its correspondents.
///
/// # Errors
/// `invalid_value` for a text that is no code or level; `unknown_code`, with the code that was probably meant,
/// for one that its nomenclature does not have.
#[cfg(feature = "naf")]
pub fn naf((): (), request: NafRequest) -> Result<NafDetails, BoundaryError> {
    NafDetails::look_up(&request.code).map_err(|error| {
        let code = match error.kind() {
            CodeErrorKind::Unknown => "unknown_code",
            _ => "invalid_value",
        };
        BoundaryError::of_fault(Family::Company, code, error.fault()).at(Some("code"))
    })
}

/// The OPCO to which collective agreements lead.
///
/// # Errors
/// None: what leads to no OPCO is `unknown`.
pub fn opco_of_agreements((): (), request: AgreementsRequest) -> Result<AgreementOpcos, BoundaryError> {
    let CompanyOpco { certainty, ids } = CompanyOpco::of(&request.idcc);
    let opcos = ids.into_iter().filter_map(|id| Some(NamedOpco { id, name: opco_name(id)? }));
    Ok(AgreementOpcos { certainty, opcos: opcos.collect() })
}
