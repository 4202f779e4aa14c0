//! Rule 3: whose zones say where an expert handles a subject.

use crate::directory::{Antenne, Competence, Expert, Level};
use crate::geography::{Geography, Zone, ZoneId};
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
            ServedZones::of_expert(expert)
        } else {
            ServedZones::of_antenne(antenne)
        }
    }

    /// The zones of an expert who has zones.
    pub(crate) fn of_expert(expert: &'d Expert) -> Self {
        ServedZones { listed: &expert.zones, owner: ZoneOwner::Expert, everywhere: false }
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

    /// Whether these zones can cover a place, alone or with those of another competence. Joining zones
    /// covers nothing more, but for a commune by its arrondissements.
    pub(crate) fn may_cover(&self, chain: &[ZoneId; 7], geography: &Geography) -> bool {
        let mut ids = self.iter().filter_map(|zone| geography.zone_id(zone));
        is_divided(chain, geography) || ids.any(|id| chain.contains(&id))
    }

    /// The level of the narrowest zone that covers a place, once zones that make up a wider one are
    /// replaced by it.
    pub(crate) fn covering_level(&self, chain: &[ZoneId; 7], geography: &Geography) -> Option<u8> {
        if !self.may_cover(chain, geography) {
            return None;
        }
        let zones = geography.joined(self.iter().filter_map(|zone| geography.zone_id(zone)));
        zones.into_iter().find(|(_, zone)| chain.contains(zone)).map(|(level, _)| level)
    }

    /// Whether one of these zones is an arrondissement of the place, or the place itself.
    pub(crate) fn touches(&self, chain: &[ZoneId; 7], geography: &Geography) -> bool {
        let [_, commune, ..] = *chain;
        let mut ids = self.iter().filter_map(|zone| geography.zone_id(zone));
        ids.any(|id| geography.level(id) <= COMMUNE && geography.lies_in(id, COMMUNE, commune))
    }
}

/// The level of communes.
const COMMUNE: u8 = 1;

/// Whether a place is a commune made of arrondissements, taken as a whole.
fn is_divided(chain: &[ZoneId; 7], geography: &Geography) -> bool {
    let [arrondissement, commune, ..] = *chain;
    arrondissement == ZoneId::NONE && geography.unit_count(commune) > 1
}
