//! What an expert offers on a subject.

use std::borrow::Cow;

use super::build::served_zones::{ServedZones, ZoneOwner};
use super::compiled::Placed;
use super::find::holder::HeldThrough;
use crate::directory::Competence;
use crate::geography::{Geography, Zone, ZoneId};
use crate::invariant::broken;

/// Whose zones cover, and what the expert offers there.
pub(crate) type OfferIn<'r> = (ZoneOwner, Option<Cow<'r, str>>);

/// The competence through which an expert holds a subject, where it is the only one.
pub(crate) fn only_competence<'r>(placed: Placed<'r>, held_through: HeldThrough) -> Option<&'r Competence> {
    let position = held_through.only()?;
    let competence = placed.expert.competences.get(position);
    Some(competence.unwrap_or_else(|| broken("a holder holds the subject through one of its competences")))
}

/// What an expert offers on a subject through its only competence.
pub(crate) fn only_offer<'r>(placed: Placed<'r>, competence: &'r Competence) -> (ZoneOwner, Option<&'r str>) {
    let zones = ServedZones::of(competence, placed.expert, placed.antenne);
    (zones.owner, competence.note.as_deref())
}

/// What an expert who holds a subject several times offers in a place: the notes of all competences
/// that cover are joined, and of those that name the covering zone the narrowest owner counts
/// (PITFALLS R8).
pub(crate) fn joined_offer<'r>(
    placed: Placed<'r>,
    subject: &str,
    covering: Zone,
    chain: &[ZoneId; 7],
    geography: &Geography,
) -> OfferIn<'r> {
    let mut zone_owner = ZoneOwner::Antenne;
    let mut joined: Option<Cow<'r, str>> = None;
    let competences = &placed.expert.competences;
    for competence in competences.iter().filter(|competence| competence.subject == subject) {
        let zones = ServedZones::of(competence, placed.expert, placed.antenne);
        let is_around = |zone: Zone| geography.zone_id(zone).is_some_and(|id| chain.contains(&id));
        if !zones.everywhere && !zones.iter().any(is_around) {
            continue;
        }
        if zones.iter().any(|zone| zone == covering) {
            zone_owner = zone_owner.min(zones.owner);
        }
        joined = match (joined, competence.note.as_deref()) {
            (Some(notes), Some(note)) => Some(Cow::Owned(format!("{notes}; {note}"))),
            (None, Some(note)) => Some(Cow::Borrowed(note)),
            (joined, None) => joined,
        };
    }
    (zone_owner, joined)
}
