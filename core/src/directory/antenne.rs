//! Antennes: the local, regional and national offices of institutions.

use std::fmt;
use std::str::FromStr;

use serde::Serialize;

use super::criterion::Criterion;
use crate::geography::Zone;

/// An office of an institution.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
#[non_exhaustive]
pub struct Antenne {
    /// Unique among antennes.
    pub id: String,
    /// The id of its institution.
    pub institution: String,
    /// What users read.
    pub name: String,
    /// How far it reaches.
    #[serde(skip_serializing_if = "Level::is_default")]
    #[cfg_attr(feature = "schema", schemars(extend("default" = "local")))]
    pub level: Level,
    /// Its territory.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub zones: Vec<Zone>,
    /// The experts of an inactive antenne match nothing.
    #[serde(skip_serializing_if = "Clone::clone")]
    #[cfg_attr(feature = "schema", schemars(extend("default" = true)))]
    pub active: bool,
    /// Conditions on the companies that it helps.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub criteria: Vec<Criterion>,
}

/// How far an antenne reaches. Only `national` changes what matches: it covers everything.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// A part of a region.
    #[default]
    Local,
    /// A whole region. It covers its zones, as a local one does.
    Regional,
    /// All of France, whatever its zones say.
    National,
}

impl Level {
    /// Every level, narrow to wide.
    pub const ALL: [Level; 3] = [Level::Local, Level::Regional, Level::National];

    /// The text form, such as `national`.
    pub fn as_str(self) -> &'static str {
        match self {
            Level::Local => "local",
            Level::Regional => "regional",
            Level::National => "national",
        }
    }

    fn is_default(&self) -> bool {
        *self == Level::default()
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Level {
    type Err = String;

    fn from_str(text: &str) -> Result<Level, String> {
        super::words::choose("a level", text, Level::ALL.map(|level| (level.as_str(), level)))
    }
}
