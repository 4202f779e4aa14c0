//! The capacities of those who hold a subject, as far as they count.

use std::cmp::Reverse;

use rustc_hash::FxHashMap;

use crate::directory::greatest_that_counts;
use crate::engine::find::index::IndexedExpert;

/// The capacities that count among some experts, each once, the most common one first, and of those as
/// common the largest.
pub(super) struct Capacities {
    distinct: Vec<f64>,
    /// The bits of each capacity and its position, by the former. Hashed without a key, numbers that a stranger
    /// chose could all collide.
    positions: Vec<(u64, u32)>,
    /// By institution, the greatest capacity that counts.
    greatest: FxHashMap<u32, f64>,
}

impl Capacities {
    /// Those of the active experts who hold one subject.
    pub(super) fn of<'a>(experts: impl Iterator<Item = &'a IndexedExpert> + Clone) -> Capacities {
        let mut by_institution: Vec<(u32, f64)> =
            experts.clone().map(|expert| (expert.institution, expert.capacity)).collect();
        by_institution.sort_unstable_by_key(|(institution, _)| *institution);
        let mut capacities = Vec::new();
        let greatest = by_institution.chunk_by(|one, other| one.0 == other.0).map(|peers| {
            capacities.clear();
            capacities.extend(peers.iter().map(|(_, capacity)| *capacity));
            (peers[0].0, greatest_that_counts(&mut capacities))
        });
        let mut capacities =
            Capacities { distinct: Vec::new(), positions: Vec::new(), greatest: greatest.collect() };
        let mut all: Vec<f64> = experts.map(|expert| capacities.counted(expert)).collect();
        all.sort_unstable_by(|a, b| b.total_cmp(a));
        let mut distinct: Vec<&[f64]> = all.chunk_by(|a, b| a == b).collect();
        distinct.sort_by_key(|equal| Reverse(equal.len()));
        capacities.distinct = distinct.iter().map(|equal| equal[0]).collect();
        capacities.positions =
            capacities.distinct.iter().map(|capacity| capacity.to_bits()).zip(0..).collect();
        capacities.positions.sort_unstable();
        capacities
    }

    /// The position of what counts of an expert's capacity.
    pub(super) fn position(&self, expert: &IndexedExpert) -> u32 {
        let bits = self.counted(expert).to_bits();
        let rank = self.positions.partition_point(|(known, _)| *known < bits);
        self.positions[rank].1
    }

    pub(super) fn into_distinct(self) -> Vec<f64> {
        self.distinct
    }

    /// What counts of an expert's capacity.
    fn counted(&self, expert: &IndexedExpert) -> f64 {
        self.greatest
            .get(&expert.institution)
            .map_or(expert.capacity, |greatest| expert.capacity.min(*greatest))
    }
}
