//! Who comes nearest: experts whom one rule alone stops.

use serde::Serialize;

use super::{ExpertVerdict, Rule};
use crate::directory::{Expert, as_id};
use crate::engine::build::territory;
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
    let mut misses: Vec<(u8, NearMiss<'r>)> = Vec::new();
    for verdict in experts {
        let mut stopping = verdict.stopped_by();
        let (Some(only), None) = (stopping.next(), stopping.next()) else { continue };
        let (level, shared) = shared(
            geography,
            verdict,
            &router.directory().subjects()[facts.subject as usize].id,
            &facts.chain,
        );
        misses.push((
            level,
            NearMiss {
                expert: verdict.expert,
                stopped_by: only.rule,
                shared,
                sentence: only.sentence.clone(),
            },
        ));
    }
    // Experts come by id, which this sort keeps.
    misses.sort_by_key(|(level, miss)| (*level, miss.stopped_by));
    misses.into_iter().map(|(_, miss)| miss).collect()
}

/// The narrowest zone around the need that the expert's territory reaches into, and its level: 0
/// where the territory covers the place.
fn shared(
    geography: &Geography,
    verdict: &ExpertVerdict<'_>,
    subject: &str,
    chain: &[ZoneId; 7],
) -> (u8, Zone) {
    let mut best = 6_u8;
    for competence in verdict.expert.competences.iter().filter(|competence| competence.subject == subject) {
        let territory = territory::of(competence, verdict.expert, verdict.antenne);
        if territory.everything {
            best = 0;
        }
        for zone in territory.zones.iter().filter_map(|zone| geography.zone_id(*zone)) {
            let around = (1..best).find(|level| reaches(geography, zone, chain[usize::from(*level)]));
            best = if chain.contains(&zone) { 0 } else { around.unwrap_or(best) };
        }
    }
    let zone = chain[usize::from(best)..].iter().find(|zone| **zone != ZoneId::NONE);
    (best, zone.map_or(Zone::FRANCE, |zone| geography.zone_of(*zone)))
}

/// Whether a part of `zone` lies in `around`.
fn reaches(geography: &Geography, zone: ZoneId, around: ZoneId) -> bool {
    if around == ZoneId::NONE {
        return false;
    }
    let level = usize::from(geography.level(around));
    let inside = |place: PlaceId| geography.chain(place)[level] == around;
    if geography.level(zone) >= geography.level(around) {
        // The wider one holds a part of the narrower one: look from the other side.
        let own = usize::from(geography.level(zone));
        return geography.places_of(around).any(|place| geography.chain(place)[own] == zone);
    }
    geography.places_of(zone).any(inside)
}
