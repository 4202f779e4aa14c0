//! What an expert offers on a subject.

use std::borrow::Cow;

use jiff::civil::Date;
use smallvec::SmallVec;

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

/// What an expert who holds a subject several times offers in a place on a day: the notes of all competences
/// that cover are joined, and of those that cover by a zone no wider than the covering one the narrowest
/// owner counts (PITFALLS R8).
pub(crate) fn joined_offer<'r>(
    placed: Placed<'r>,
    subject: &str,
    covering: Zone,
    (chain, on): (&[ZoneId; 7], Date),
    geography: &Geography,
) -> OfferIn<'r> {
    let counts = |competence: &&Competence| {
        competence.subject == subject && competence.valid.is_none_or(|valid| valid.holds(on))
    };
    let competences = placed.expert.competences.iter().filter(counts);
    let offers: SmallVec<[(&Competence, ServedZones<'r>); 2]> = competences
        .map(|competence| (competence, ServedZones::of(competence, placed.expert, placed.antenne)))
        .collect();
    let mut covers: SmallVec<[(&Competence, ZoneOwner, u8); 2]> = offers
        .iter()
        .filter_map(|(competence, zones)| {
            Some((*competence, zones.owner, zones.covering_level(chain, geography)?))
        })
        .collect();
    if covers.is_empty() {
        // Paris as a whole, whose arrondissements are divided among the competences.
        let touching = offers.iter().filter(|(_, zones)| zones.touches(chain, geography));
        covers.extend(touching.map(|(competence, zones)| (*competence, zones.owner, 0)));
    }
    (narrowest_owner(&covers, geography.zone_id(covering).map(|id| geography.level(id))), notes(&covers))
}

/// The narrowest owner of those that cover by a zone no wider than the covering one. Where none does,
/// the zones of several owners make it up together.
fn narrowest_owner(covers: &[(&Competence, ZoneOwner, u8)], covering_level: Option<u8>) -> ZoneOwner {
    let owners = |most: Option<u8>| {
        covers
            .iter()
            .filter(move |(.., level)| most.is_none_or(|most| *level <= most))
            .map(|(_, owner, _)| *owner)
    };
    owners(covering_level).min().or_else(|| owners(None).min()).unwrap_or(ZoneOwner::Antenne)
}

/// The notes of competences, joined.
fn notes<'r>(covers: &[(&'r Competence, ZoneOwner, u8)]) -> Option<Cow<'r, str>> {
    let mut notes = covers.iter().filter_map(|(competence, ..)| competence.note.as_deref());
    let first = Cow::Borrowed(notes.next()?);
    Some(notes.fold(first, |joined, note| Cow::Owned(format!("{joined}; {note}"))))
}
