//! Who comes nearest: experts whom one rule alone stops.

use serde::Serialize;

use super::{ExpertVerdict, Rule};
use crate::directory::Expert;
use crate::directory::as_id;
use crate::engine::build::served_zones::ServedZones;
use crate::engine::facts::Facts;
use crate::geography::{Geography, PlaceId, Zone, ZoneId};
use crate::router::Router;

/// An expert whom one rule alone stops.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct NearMiss<'r> {
    /// The expert.
    #[serde(serialize_with = "as_id")]
    #[cfg_attr(feature = "schema", schemars(with = "String", extend("x-record" = "Expert")))]
    pub expert: &'r Expert,
    /// The only rule that does not hold.
    pub stopped_by: Rule,
    /// The narrowest zone that holds both the need's commune and a part of the expert's territory:
    /// the commune itself where the territory covers it, else their EPT, EPCI, département or région.
    pub shared: Zone,
    /// Why, in French.
    pub sentence: String,
}

pub(super) fn misses<'r>(
    router: &'r Router,
    facts: &Facts<'_, '_>,
    experts: &[ExpertVerdict<'r>],
) -> Vec<NearMiss<'r>> {
    let geography = router.directory().geography();
    let subject = &router.compiled().subject(facts.subject).id;
    let mut misses: Vec<(u8, NearMiss<'r>)> = Vec::new();
    for verdict in experts {
        let mut stopping = verdict.stopped_by();
        let (Some(only), None) = (stopping.next(), stopping.next()) else { continue };
        let (level, shared) = shared(geography, verdict, subject, &facts.chain);
        let miss = NearMiss {
            expert: verdict.expert,
            stopped_by: only.rule,
            shared,
            sentence: only.sentence.clone(),
        };
        misses.push((level, miss));
    }
    // Experts come by id, which this sort keeps.
    misses.sort_by_key(|(level, miss)| (*level, miss.stopped_by));
    misses.into_iter().map(|(_, miss)| miss).collect()
}

/// The narrowest zone around the need that the expert's territory reaches into, and its level: 0
/// where the territory covers the place, 6 for France.
fn shared(
    geography: &Geography,
    verdict: &ExpertVerdict<'_>,
    subject: &str,
    chain: &[ZoneId; 7],
) -> (u8, Zone) {
    let around = || (0_u8..).zip(chain.iter().copied());
    let competences = verdict.expert.competences.iter();
    let served = competences
        .filter(|competence| competence.subject == subject)
        .flat_map(|competence| ServedZones::of(competence, verdict.expert, verdict.antenne).iter())
        .filter_map(|zone| geography.zone_id(zone));
    let mut nearest = 6_u8;
    for zone in served {
        nearest = match chain.contains(&zone) {
            true => 0,
            false => {
                let candidates = around().filter(|(level, _)| (1..nearest).contains(level));
                let mut reached = candidates.filter(|(_, around)| reaches(geography, zone, *around));
                reached.next().map_or(nearest, |(level, _)| level)
            }
        };
    }
    // The levels of a chain that no zone has are skipped.
    let shared = around().find(|(level, zone)| *level >= nearest && *zone != ZoneId::NONE);
    (nearest, shared.map_or(Zone::FRANCE, |(_, zone)| geography.zone_of(zone)))
}

/// Whether a part of `zone` lies in `around`.
fn reaches(geography: &Geography, zone: ZoneId, around: ZoneId) -> bool {
    if around == ZoneId::NONE {
        return false;
    }
    // The places of the narrower one tell: some of them lie in the wider one.
    let (narrower, wider) = match geography.level(zone) >= geography.level(around) {
        true => (around, zone),
        false => (zone, around),
    };
    geography.places_of(narrower).any(|place: PlaceId| geography.chain(place).contains(&wider))
}
