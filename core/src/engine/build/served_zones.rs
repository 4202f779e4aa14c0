//! Rule 3: whose zones say where an expert handles a subject.

use crate::directory::{Antenne, Competence, Expert, Level};
use crate::geography::Zone;
use crate::record::words::words;

words! {
    /// Whose zone covers the commune.
    ZoneOwner, "zone_owner";
    /// The competence has zones, which replace the expert's for its subject.
    Competence "zone propre à la compétence" "a zone of the competence",
    /// The expert has zones, which replace the antenne's.
    Expert "zone propre à l’expert" "a zone of the expert",
    /// The expert follows the antenne.
    Antenne "zone de l’antenne" "a zone of the antenne",
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
