//! Antennes: the local, regional and national offices of institutions.

use std::fmt;
use std::str::FromStr;

use serde::Serialize;

use super::criterion::Criterion;
use crate::geography::Zone;
use crate::record::kinds::{Choice, Flag, Id, Lenient, Reference, Text, Zones};
use crate::record::record;
use crate::record::values::stored_as_text;

record! {
    /// An office of an institution.
    #[french = "Une implantation d’une institution."]
    #[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
    pub struct Antenne {
        /// Unique among antennes.
        #[french = "Identifiant, unique parmi les antennes."]
        1 id: String = Id,
        /// The id of its institution.
        #[french = "Identifiant de son institution, ou l’un de ses autres noms."]
        2 institution: String = Reference,
        /// What users read.
        #[french = "Ce que lisent les utilisateurs."]
        3 name: String = Text,
        /// How far it reaches.
        #[french = "Sa portée : `local`, `regional` ou `national`."]
        4 level: Level = Choice<Level>,
        /// Its territory.

        #[french = "Son territoire."]
        5 zones: Vec<Zone> = Lenient<Zones>,
        /// The experts of an inactive antenne match nothing.
        #[french = "Les experts d’une antenne inactive ne reçoivent rien."]
        6 active: bool = Flag<true>,
    }
    nests {
        /// Conditions on the companies that it helps.
        #[french = "Conditions sur les entreprises qu’elle aide."]
        7 criteria: Criterion,
    }
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

stored_as_text!(Level);
