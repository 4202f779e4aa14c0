//! The OPCO to which collective agreements lead.

use std::borrow::Cow;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};

use crate::codes::{AgreementOpco, Idcc, OPCOS};
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct CompanyOpco {
    /// How surely.
    pub certainty: OpcoCertainty,
    /// The OPCO by their stable ids, such as `akto`.
    #[serde(default, deserialize_with = "opcos")]
    pub ids: Vec<&'static str>,
}

impl CompanyOpco {
    /// The OPCO of a facility that applies these agreements.
    pub fn of(agreements: &[Idcc]) -> CompanyOpco {
        match AgreementOpco::of(agreements) {
            AgreementOpco::Certain(id) => CompanyOpco { certainty: OpcoCertainty::Certain, ids: vec![id] },
            AgreementOpco::Ambiguous(ids) => CompanyOpco { certainty: OpcoCertainty::Ambiguous, ids },
            AgreementOpco::Unknown => CompanyOpco { certainty: OpcoCertainty::Unknown, ids: Vec::new() },
        }
    }
}

/// The ids of OPCO that there are.
fn opcos<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<&'static str>, D::Error> {
    let ids = Vec::<Cow<'de, str>>::deserialize(deserializer)?;
    let known = |id: Cow<'de, str>| {
        let found = OPCOS.iter().copied().find(|known| *known == id);
        found.ok_or_else(|| D::Error::unknown_variant(&id, &OPCOS))
    };
    ids.into_iter().map(known).collect()
}
