//! The order, and what the options leave of it.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use aiguillage::{Directory, MatchOptions};
use xxhash_rust::xxh3::{xxh3_64, xxh3_64_with_seed};

use super::facts::Facts;
use super::{Found, territory};

/// What a match is sorted by, in this order.
struct Rank {
    absent: bool,
    full: bool,
    narrowness: usize,
    load: f64,
    fair: f64,
    expert: String,
}

impl Rank {
    fn compare(&self, other: &Rank) -> Ordering {
        (self.absent.cmp(&other.absent))
            .then(self.full.cmp(&other.full))
            .then(self.narrowness.cmp(&other.narrowness))
            .then(self.load.total_cmp(&other.load))
            .then(self.fair.total_cmp(&other.fair))
            .then(self.expert.cmp(&other.expert))
    }
}

pub(crate) fn arrange(
    directory: &Directory,
    facts: &Facts<'_>,
    options: &MatchOptions,
    found: Vec<Found>,
) -> Vec<Found> {
    let mut ranked: Vec<(Rank, Found)> = found
        .into_iter()
        .filter_map(|found| Some((rank(directory, facts, options, &found)?, found)))
        .collect();
    ranked.sort_by(|(one, _), (other, _)| one.compare(other));
    let all = ranked.into_iter().map(|(_, found)| found);
    keep(all, options.limit, options.per_institution)
}

/// At most `per_institution` of each, the first ones, and of those the first `limit`.
pub(crate) fn keep(
    all: impl Iterator<Item = Found>,
    limit: Option<usize>,
    per_institution: Option<usize>,
) -> Vec<Found> {
    let mut of_institution: BTreeMap<String, usize> = BTreeMap::new();
    let mut kept = Vec::new();
    for found in all {
        let count = of_institution.entry(found.institution.clone()).or_default();
        *count += 1;
        let one_too_many = per_institution.is_some_and(|most| *count > most);
        if !one_too_many && limit.is_none_or(|limit| kept.len() < limit) {
            kept.push(found);
        }
    }
    kept
}

fn rank(directory: &Directory, facts: &Facts<'_>, options: &MatchOptions, found: &Found) -> Option<Rank> {
    let expert = directory.experts().iter().find(|expert| expert.id == found.expert)?;
    // A load that is not given is 0; without any, nobody is full.
    let open = options.load.as_ref().map(|load| load.get(&expert.id).copied().unwrap_or(0.0));
    Some(Rank {
        absent: found.absent_until.is_some(),
        full: open.is_some_and(|open| expert.max_open.is_some_and(|most| open >= f64::from(most))),
        narrowness: territory::narrowness(facts, &found.zone),
        load: open.unwrap_or(0.0) / expert.capacity,
        fair: fair(facts, &expert.id, expert.capacity),
        expert: expert.id.clone(),
    })
}

/// `-ln(u) / capacity`, where `u` is drawn in ]0, 1[ from the need and the expert by XXH3.
#[expect(clippy::cast_precision_loss, reason = "53 bits are what a double holds")]
fn fair(facts: &Facts<'_>, expert: &str, capacity: f64) -> f64 {
    let pair = [need_key(facts).to_le_bytes(), xxh3_64(expert.as_bytes()).to_le_bytes()].concat();
    let u = ((xxh3_64(&pair) >> 11) as f64 + 0.5) / 2_f64.powi(53);
    -libm::log(u) / capacity
}

/// The need's id (seed 1), or else its subject (seed 2), its commune of today and its SIRET, each
/// hashed with the hash before it as the seed.
fn need_key(facts: &Facts<'_>) -> u64 {
    if let Some(id) = facts.need.id.as_deref().map(str::trim).filter(|id| !id.is_empty()) {
        return xxh3_64_with_seed(id.as_bytes(), 1);
    }
    let subject = xxh3_64_with_seed(facts.subject.id.as_bytes(), 2);
    let commune = xxh3_64_with_seed(facts.commune.as_bytes(), subject);
    match facts.need.siret {
        Some(siret) => xxh3_64_with_seed(siret.to_string().as_bytes(), commune),
        None => commune,
    }
}
