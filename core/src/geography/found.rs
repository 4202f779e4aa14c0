//! Communes that were found, and how.

use serde::Serialize;

use super::Commune;
use super::commune::CommuneRecord;
use crate::record::words::words;

words! {
    /// How a commune was found.
    FoundBy, "found";
    /// By its INSEE code, of today or of the past.
    Code "Code INSEE" "INSEE code",
    /// By a postal code that serves it.
    PostalCode "Code postal" "Postal code",
    /// By its very name.
    Name "Nom" "Name",
    /// By a name that it had, or that a part of it has or had.
    FormerName "Ancien nom" "Former name",
    /// By the beginning of a name.
    Beginning "Début du nom" "Beginning of the name",
    /// By a word of a name.
    Word "Mot du nom" "Word of the name",
    /// By a name that is written nearly so: a guess.
    Resemblance "Nom ressemblant" "Similar name",
}

/// A commune that was found, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct FoundCommune<'g> {
    /// The commune of today.
    pub commune: Commune<'g>,
    /// How it was found.
    pub found: FoundBy,
    /// The name of the past by which it was found, where it was: `Lomme` for Lille.
    pub former_name: Option<&'g str>,
}

/// A commune as other programs read it, and how it was found.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "FoundCommune"))]
struct FoundCommuneRecord<'g> {
    #[serde(flatten)]
    commune: CommuneRecord<'g>,
    /// How it was found.
    found: FoundBy,
    /// The name of the past by which it was found, where it was: `Lomme` for Lille.
    #[serde(skip_serializing_if = "Option::is_none")]
    former_name: Option<&'g str>,
}

impl Serialize for FoundCommune<'_> {
    /// The fields of the commune, `found` and `former_name`.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let record = FoundCommuneRecord {
            commune: CommuneRecord::new(self.commune),
            found: self.found,
            former_name: self.former_name,
        };
        record.serialize(serializer)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for FoundCommune<'_> {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        FoundCommuneRecord::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        FoundCommuneRecord::json_schema(generator)
    }
}
