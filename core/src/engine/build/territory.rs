//! Rule 3: whose zones say where an expert handles a subject.

use std::fmt;

use serde::Serialize;

use crate::directory::{Antenne, Competence, Expert, Level};
use crate::geography::Zone;

/// Whose zone covers the commune.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
#[serde(rename_all = "snake_case")]
pub enum ZoneOwner {
    /// The competence has zones of its own, which replace the expert's for its subject.
    Competence,
    /// The expert has zones of its own, which replace the antenne's.
    Expert,
    /// The expert follows the antenne.
    Antenne,
}

impl ZoneOwner {
    /// The text form.
    pub fn as_str(self) -> &'static str {
        match self {
            ZoneOwner::Competence => "competence",
            ZoneOwner::Expert => "expert",
            ZoneOwner::Antenne => "antenne",
        }
    }
}

impl fmt::Display for ZoneOwner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The territory of a competence.
pub(crate) struct Territory<'d> {
    pub(crate) zones: &'d [Zone],
    pub(crate) owner: ZoneOwner,
    /// Whether all of France is covered besides: what follows a national antenne.
    pub(crate) everything: bool,
}

impl Territory<'_> {
    pub(crate) fn has(&self, zone: Zone) -> bool {
        self.zones.contains(&zone) || self.everything && zone == Zone::FRANCE
    }
}

/// Own zones replace those of the level above; they are never added (PITFALLS G1, G17).
pub(crate) fn of<'d>(competence: &'d Competence, expert: &'d Expert, antenne: &'d Antenne) -> Territory<'d> {
    if !competence.zones.is_empty() {
        Territory { zones: &competence.zones, owner: ZoneOwner::Competence, everything: false }
    } else if !expert.zones.is_empty() {
        Territory { zones: &expert.zones, owner: ZoneOwner::Expert, everything: false }
    } else {
        Territory {
            zones: &antenne.zones,
            owner: ZoneOwner::Antenne,
            everything: antenne.level == Level::National,
        }
    }
}
