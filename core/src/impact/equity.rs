//! How evenly needs reach territories and institutions.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::case::{Assignment, Case};
use super::gini::gini;
use super::group::zone_of;
use super::{Dimension, Equity, ImpactQuery, Share, TerritoryEquity};
use crate::directory::Directory;
use crate::follow_up::{NeedStatus, ReferralState, need_status};
use crate::geography::{Geography, PlaceId, Zone, ZoneKind};

/// Measures it over a territory of reference: the zones that the query names, else the whole régions
/// (overseas collectivities where there is none) of the communes that needs come from, so that
/// places without any need count too.
pub(super) fn measure(
    cases: &[&Case<'_>],
    query: &ImpactQuery,
    reference: &[Zone],
    directory: Option<&Directory>,
    geography: Option<&Geography>,
) -> Equity {
    let everybody = query.institutions.is_empty() && query.antennes.is_empty();
    let directory = directory.filter(|_| everybody);
    let (institutions, institutions_gini) = institutions(cases, directory);
    let (experts, experts_gini) = experts(cases, directory);
    let nobody = cases.iter().filter(|case| case.assignments.is_empty() && case.need.found == Some(0));
    let mut equity = Equity {
        institutions,
        institutions_gini,
        experts,
        experts_gini,
        nobody_found: Share::of(nobody.count() as u64, cases.len() as u64, query.small),
        ..Equity::default()
    };
    let Some(geography) = geography else { return equity };
    let by = query.by.filter(|by| by.zone_kind().is_some()).unwrap_or(Dimension::Departement);
    equity.by = Some(by);
    equity.territories = territories(cases, by, reference, geography);
    let weighted = |count: fn(&TerritoryEquity) -> u64| {
        let territories = equity.territories.iter();
        gini(territories.map(|territory| (territory.population, count(territory))).collect())
    };
    equity.territories_gini = weighted(|territory| territory.needs);
    equity.helped_gini = weighted(|territory| territory.helped);
    equity
}

fn territories(
    cases: &[&Case<'_>],
    by: Dimension,
    reference: &[Zone],
    geography: &Geography,
) -> Vec<TerritoryEquity> {
    let Some(kind) = by.zone_kind() else { return Vec::new() };
    let reference = if reference.is_empty() { regions(cases, geography) } else { reference.to_vec() };
    let mut territories: BTreeMap<Zone, TerritoryEquity> = BTreeMap::new();
    let mut seen: HashSet<&str> = HashSet::new();
    for commune in reference.into_iter().flat_map(|zone| geography.communes_of(zone)) {
        if seen.insert(commune.code())
            && let Some(zone) = zone_of(commune, kind)
        {
            let territory =
                territories.entry(zone).or_insert_with(|| TerritoryEquity::empty(zone, geography));
            territory.population += commune.population();
        }
    }
    for case in cases {
        let zone = case.commune(Some(geography)).and_then(|commune| zone_of(commune, kind));
        if let Some(territory) = zone.and_then(|zone| territories.get_mut(&zone)) {
            territory.needs += 1;
            territory.helped += u64::from(is_helped(case));
        }
    }
    let mut territories: Vec<TerritoryEquity> = territories.into_values().collect();
    for territory in &mut territories {
        territory.needs_per_thousand = per_thousand(territory.needs, territory.population);
        territory.helped_per_thousand = per_thousand(territory.helped, territory.population);
    }
    territories
}

impl TerritoryEquity {
    fn empty(zone: Zone, geography: &Geography) -> TerritoryEquity {
        TerritoryEquity {
            zone: zone.to_string(),
            label: geography.zone_name(zone).map_or_else(|| zone.to_string(), str::to_owned),
            population: 0,
            needs: 0,
            helped: 0,
            needs_per_thousand: None,
            helped_per_thousand: None,
        }
    }
}

/// The régions in which needs lie, and the overseas collectivities.
fn regions(cases: &[&Case<'_>], geography: &Geography) -> Vec<Zone> {
    let mut regions = zones_of_needs(cases, ZoneKind::Region, geography);
    let places: HashSet<PlaceId> = cases.iter().filter_map(|case| case.attributes.place).collect();
    let without = places.into_iter().filter_map(|place| geography.commune_by_id(place));
    regions.extend(without.filter(|commune| commune.region().is_none()).map(|commune| commune.departement()));
    regions.sort_unstable();
    regions.dedup();
    regions
}

fn is_helped(case: &Case<'_>) -> bool {
    let states: Vec<ReferralState> = case.assignments.iter().filter_map(Assignment::state).collect();
    need_status(&states) == NeedStatus::Done
}

/// How many institutions there are to get needs, and how unevenly they do.
fn institutions(cases: &[&Case<'_>], directory: Option<&Directory>) -> (u64, Option<f64>) {
    let active =
        directory.into_iter().flat_map(Directory::institutions).filter(|institution| institution.active);
    unevenness(cases, active.map(|institution| institution.id.as_str()), |assignment| assignment.institution)
}

/// How many experts there are to get needs, and how unevenly they do.
fn experts(cases: &[&Case<'_>], directory: Option<&Directory>) -> (u64, Option<f64>) {
    let active = directory.into_iter().flat_map(Directory::experts).filter(|expert| expert.active);
    unevenness(cases, active.map(|expert| expert.id.as_str()), |assignment| assignment.expert)
}

/// How many receivers there are, those who got no need included, and how unevenly needs reach them.
fn unevenness<'f>(
    cases: &[&'f Case<'_>],
    known: impl Iterator<Item = &'f str>,
    receiver: impl for<'c> Fn(&'c Assignment<'_>) -> &'c str,
) -> (u64, Option<f64>) {
    let mut counts: HashMap<&str, u64> = known.map(|id| (id, 0)).collect();
    for case in cases {
        let mut receivers: Vec<&str> = case.assignments.iter().map(&receiver).collect();
        receivers.sort_unstable();
        receivers.dedup();
        for receiver in receivers {
            *counts.entry(receiver).or_default() += 1;
        }
    }
    let number = counts.len() as u64;
    (number, gini(counts.into_values().map(|count| (1, count)).collect()))
}

fn per_thousand(count: u64, population: u64) -> Option<f64> {
    #[expect(clippy::cast_precision_loss, reason = "people and needs are far below 2^53")]
    let value = (population > 0).then(|| count as f64 * 1000.0 / population as f64);
    value
}

/// The zones of a kind in which needs lie.
fn zones_of_needs(cases: &[&Case<'_>], kind: ZoneKind, geography: &Geography) -> Vec<Zone> {
    let communes = cases.iter().filter_map(|case| case.commune(Some(geography)));
    let mut zones: Vec<Zone> = communes.filter_map(|commune| zone_of(commune, kind)).collect();
    zones.sort_unstable();
    zones.dedup();
    zones
}
