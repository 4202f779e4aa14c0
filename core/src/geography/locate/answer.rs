//! What became of a place that was to be located.

use serde::Serialize;

use crate::geography::FoundCommune;
use crate::record::words::words;

words! {
    /// How sure it is which commune was meant.
    Certainty, "certainty";
    /// One commune alone can be meant.
    Certain "Certain" "Certain",
    /// One commune is meant unless two faults fell together: a typing fault, or a CEDEX code that was
    /// read by its département and the town.
    Likely "Probable" "Likely",
    /// Several communes may be meant, or the parts of the place contradict each other.
    Ambiguous "Ambigu" "Ambiguous",
    /// Nothing that was written leads to a commune.
    Unknown "Inconnu" "Unknown",
}

words! {
    /// By what a place was located.
    PlaceBasis, "basis";
    /// By an INSEE code.
    Code "Code INSEE" "INSEE code",
    /// By a postal code alone.
    PostalCode "Code postal seul" "Postal code alone",
    /// By a town among the communes of its postal code.
    PostalCodeAndTown "Code postal et commune" "Postal code and town",
    /// By a town in the département of a postal code that does not serve it, as CEDEX codes do not.
    DepartementOfPostalCode "Commune dans le département du code postal" "Town in the postal code's département",
    /// By a town in a département that was named.
    DepartementAndTown "Département et commune" "Département and town",
    /// By a town alone.
    Town "Commune seule" "Town alone",
    /// By nothing: no part could be read.
    Nothing "Rien de lisible" "Nothing readable",
}

/// What was read out of the parts of a place, and by which of them it was located.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct PlaceReading {
    /// By what the place was located.
    pub basis: PlaceBasis,
    /// The INSEE code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// The postal code, of five digits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub postal_code: Option<String>,
    /// The name of the town, without accents, CEDEX and département.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub town: Option<String>,
    /// The code of the département that was named.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub departement: Option<String>,
    /// Whether CEDEX was written.
    pub cedex: bool,
}

/// The commune that is meant by what people wrote, or why it cannot be told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Location<'g> {
    /// How sure it is.
    pub certainty: Certainty,
    /// The commune, where it is certain or likely.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub commune: Option<FoundCommune<'g>>,
    /// The communes that may be meant, where it is ambiguous; the most populous first.
    pub candidates: Vec<FoundCommune<'g>>,
    /// What was read, and used.
    pub reading: PlaceReading,
}
