//! The OPCO to which collective agreements lead.

use serde::Serialize;

use crate::codes::{AgreementOpco, Idcc};
use crate::record::words::words;

words! {
    /// How surely collective agreements tell the OPCO.
    OpcoCertainty, "certainty";
    /// All lead to one.
    Certain "certain" "certain",
    /// They lead to several, or one of them is shared by several.
    Ambiguous "ambigu" "ambiguous",
    /// None of them leads to any.
    Unknown "inconnu" "unknown",
}

/// The OPCO to which the collective agreements of a facility lead.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct CompanyOpco {
    /// How surely.
    pub certainty: OpcoCertainty,
    /// The OPCO by their stable ids, such as `akto`.
    pub ids: Vec<&'static str>,
}

impl CompanyOpco {
    pub(super) fn of(agreements: &[Idcc]) -> CompanyOpco {
        match AgreementOpco::of(agreements) {
            AgreementOpco::Certain(id) => CompanyOpco { certainty: OpcoCertainty::Certain, ids: vec![id] },
            AgreementOpco::Ambiguous(ids) => CompanyOpco { certainty: OpcoCertainty::Ambiguous, ids },
            AgreementOpco::Unknown => CompanyOpco { certainty: OpcoCertainty::Unknown, ids: Vec::new() },
        }
    }
}
