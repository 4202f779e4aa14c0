//! Rule 3: whose zones say where an expert handles a subject.

use std::fmt;

use serde::Serialize;

use crate::directory::{Antenne, Competence, Expert, Level};
use crate::geography::Zone;

/// Whose zone covers the commune.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ZoneOwner {
    /// The competence has zones, which replace the expert's for its subject.
    Competence,
    /// The expert has zones, which replace the antenne's.
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

/// The zones in which an expert handles a subject through one competence.
pub(crate) struct ServedZones<'d> {
    /// The zones that are named.
    pub(crate) listed: &'d [Zone],
    pub(crate) owner: ZoneOwner,
    /// Whether all of France is served besides: what follows a national antenne.
    pub(crate) everywhere: bool,
}

impl<'d> ServedZones<'d> {
    /// The zones of the competence, else of the expert, else of the antenne: narrower ones replace
    /// wider ones and are never added to them (PITFALLS G1, G17).
    pub(crate) fn of(competence: &'d Competence, expert: &'d Expert, antenne: &'d Antenne) -> Self {
        if !competence.zones.is_empty() {
            ServedZones { listed: &competence.zones, owner: ZoneOwner::Competence, everywhere: false }
        } else if !expert.zones.is_empty() {
            ServedZones { listed: &expert.zones, owner: ZoneOwner::Expert, everywhere: false }
        } else {
            ServedZones::of_antenne(antenne)
        }
    }

    /// The zones of those who follow an antenne.
    pub(crate) fn of_antenne(antenne: &'d Antenne) -> Self {
        ServedZones {
            listed: &antenne.zones,
            owner: ZoneOwner::Antenne,
            everywhere: antenne.level == Level::National,
        }
    }

    /// Every zone that is served.
    pub(crate) fn iter(&self) -> impl Iterator<Item = Zone> + use<'d> {
        self.listed.iter().copied().chain(self.everywhere.then_some(Zone::FRANCE))
    }
}
