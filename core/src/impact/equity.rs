//! How evenly needs reach territories and institutions.

use std::collections::BTreeMap;

use rustc_hash::FxHashSet;

use super::case::Case;
use super::compute::zones_of_needs;
use super::group::zone_of;
use super::{Dimension, Equity, ImpactQuery, Share, Territory};
use crate::directory::Directory;
use crate::follow_up::{NeedStatus, ReferralState, need_status};
use crate::geography::{Geography, PlaceId, Zone, ZoneKind};
use crate::hash::{TextMap, TextSet};

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
    let (institutions, institutions_gini) = institutions(cases, query, directory);
    let nobody = cases.iter().filter(|case| case.pieces.is_empty() && case.need.found.unwrap_or(0) == 0);
    let mut equity = Equity {
        institutions,
        institutions_gini,
        nobody_found: Share::of(nobody.count() as u64, cases.len() as u64, query.small),
        ..Equity::default()
    };
    let Some(geography) = geography else { return equity };
    let by = query.by.filter(|by| by.zone_kind().is_some()).unwrap_or(Dimension::Departement);
    equity.by = Some(by);
    equity.territories = territories(cases, by, reference, geography);
    let weighted = |count: fn(&Territory) -> u64| {
        gini(equity.territories.iter().map(|own| (own.population, count(own))).collect())
    };
    equity.territories_gini = weighted(|own| own.needs);
    equity.helped_gini = weighted(|own| own.helped);
    equity
}

fn territories(
    cases: &[&Case<'_>],
    by: Dimension,
    reference: &[Zone],
    geography: &Geography,
) -> Vec<Territory> {
    let Some(kind) = by.zone_kind() else { return Vec::new() };
    let whole = if reference.is_empty() { whole(cases, geography) } else { reference.to_vec() };
    let mut counts: BTreeMap<Zone, (u64, u64, u64)> = BTreeMap::new();
    let mut seen: TextSet<&str> = TextSet::default();
    for commune in whole.into_iter().flat_map(|zone| geography.communes_of(zone)) {
        if seen.insert(commune.code())
            && let Some(zone) = zone_of(commune, kind)
        {
            counts.entry(zone).or_default().0 += commune.population();
        }
    }
    for case in cases {
        let zone = case.commune(Some(geography)).and_then(|commune| zone_of(commune, kind));
        if let Some((_, needs, helped)) = zone.and_then(|zone| counts.get_mut(&zone)) {
            *needs += 1;
            *helped += u64::from(is_helped(case));
        }
    }
    let territory = |(zone, (population, needs, helped)): (Zone, (u64, u64, u64))| Territory {
        zone: zone.to_string(),
        label: geography.zone_name(zone).unwrap_or_default().to_owned(),
        population,
        needs,
        helped,
        needs_per_thousand: per_thousand(needs, population),
        helped_per_thousand: per_thousand(helped, population),
    };
    counts.into_iter().map(territory).collect()
}

/// The régions of the needs, and the overseas collectivities.
fn whole(cases: &[&Case<'_>], geography: &Geography) -> Vec<Zone> {
    let mut whole = zones_of_needs(cases, ZoneKind::Region, geography);
    let places: FxHashSet<PlaceId> = cases.iter().filter_map(|case| case.place).collect();
    let without = places.into_iter().filter_map(|place| geography.commune_by_id(place));
    whole.extend(without.filter(|commune| commune.region().is_none()).map(|commune| commune.departement()));
    whole.sort_unstable();
    whole.dedup();
    whole
}

fn is_helped(case: &Case<'_>) -> bool {
    let states: Vec<ReferralState> = case.pieces.iter().filter_map(super::case::Piece::state).collect();
    need_status(&states) == NeedStatus::Done
}

/// How many institutions there are to get needs, and how unevenly they do.
fn institutions(
    cases: &[&Case<'_>],
    query: &ImpactQuery,
    directory: Option<&Directory>,
) -> (u64, Option<f64>) {
    let mut counts: TextMap<&str, u64> = TextMap::default();
    if query.institutions.is_empty() && query.antennes.is_empty() {
        let active = directory.into_iter().flat_map(Directory::institutions).filter(|own| own.active);
        counts.extend(active.map(|own| (own.id.as_str(), 0)));
    }
    for case in cases {
        let mut own: Vec<&str> = case.pieces.iter().map(|piece| piece.institution).collect();
        own.sort_unstable();
        own.dedup();
        for institution in own {
            *counts.entry(institution).or_default() += 1;
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

/// The Gini index of something shared out among holders of some weight: twice the surface between
/// the Lorenz curve and that of perfect equality. Nothing where there is nothing to share, or nobody
/// to have it; those of no weight are left out.
fn gini(mut holders: Vec<(u64, u64)>) -> Option<f64> {
    holders.retain(|(weight, _)| *weight > 0);
    let share = |(weight, count): &(u64, u64)| (u128::from(*count), u128::from(*weight));
    // Poorest first, compared as fractions without rounding.
    holders.sort_unstable_by(|a, b| {
        let ((count_a, weight_a), (count_b, weight_b)) = (share(a), share(b));
        (count_a * weight_b).cmp(&(count_b * weight_a)).then(a.cmp(b))
    });
    let total: (u128, u128) =
        holders.iter().map(share).fold((0, 0), |sum, own| (sum.0 + own.0, sum.1 + own.1));
    if total.0 == 0 || total.1 == 0 {
        return None;
    }
    #[expect(clippy::cast_precision_loss, reason = "an index to look at; people are far below 2^53")]
    let part = |count: u128, of: u128| count as f64 / of as f64;
    let (mut cumulated, mut surface) = (0_u128, 0.0);
    for (count, weight) in holders.iter().map(share) {
        let before = cumulated;
        cumulated += count;
        surface += part(weight, total.1) * (part(before, total.0) + part(cumulated, total.0));
    }
    // Rounding may lead a hair out of the range.
    Some((1.0 - surface).clamp(0.0, 1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_index_goes_from_equality_to_one_who_has_everything() {
        assert_eq!(gini(vec![(10, 1), (20, 2), (30, 3)]), Some(0.0));
        assert_eq!(gini(vec![]), None);
        assert_eq!(gini(vec![(0, 5)]), None);
        assert_eq!(gini(vec![(5, 0), (1, 0)]), None);
        assert_eq!(gini(vec![(7, 3)]), Some(0.0));
        let one_of_hundred: Vec<_> = (0..100).map(|number| (1, u64::from(number == 3))).collect();
        assert!((gini(one_of_hundred).unwrap() - 0.99).abs() < 1e-12);
        assert!((gini(vec![(1, 1), (1, 3)]).unwrap() - 0.25).abs() < 1e-12);
    }

    #[test]
    fn it_is_the_mean_difference_over_twice_the_mean() {
        let mut rng = fastrand::Rng::with_seed(7);
        for _ in 0..200 {
            let holders: Vec<(u64, u64)> =
                (0..rng.usize(1..30)).map(|_| (rng.u64(1..50), rng.u64(..9))).collect();
            let (weight, count) = holders.iter().fold((0, 0), |sum, own| (sum.0 + own.0, sum.1 + own.1));
            let Some(index) = gini(holders.clone()) else { continue };
            let mut differences = 0.0;
            for (w, c) in &holders {
                for (v, d) in &holders {
                    let rate = |count: u64, weight: u64| count as f64 / weight as f64;
                    differences += (*w * *v) as f64 * (rate(*c, *w) - rate(*d, *v)).abs();
                }
            }
            let mean = count as f64 / weight as f64;
            let expected = differences / (2.0 * mean * (weight * weight) as f64);
            assert!((index - expected).abs() < 1e-9, "{index} {expected}");
        }
    }
}
