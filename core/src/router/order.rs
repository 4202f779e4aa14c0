//! The order of matches, and how many of them are wanted.

use rustc_hash::FxHashMap;

use super::facts::Facts;
use super::index::{Found, Index};
use super::{MatchOptions, Router, fair};
use crate::need::NeedError;

/// Options, checked against a directory.
pub(crate) struct Plan {
    limit: usize,
    per_institution: Option<usize>,
    load: Option<FxHashMap<u32, f64>>,
}

impl Plan {
    /// # Errors
    /// When a load is of an unknown expert, negative or no number.
    pub(crate) fn new(router: &Router, options: &MatchOptions) -> Result<Plan, NeedError> {
        let load = match &options.load {
            None => None,
            Some(given) => {
                let mut load = FxHashMap::with_capacity_and_hasher(given.len(), rustc_hash::FxBuildHasher);
                for (id, open) in given {
                    let expert = router.expert_number(id).ok_or_else(|| {
                        let known = router.directory().experts().iter().map(|expert| expert.id.as_str());
                        NeedError::unknown("unknown_expert", "load", "expert", id, known)
                    })?;
                    if !open.is_finite() || *open < 0.0 {
                        let id = crate::text::shorten(id, 60);
                        let message = format!("the load of `{id}` is a number from 0 up, not {open}");
                        return Err(NeedError::invalid("load", message));
                    }
                    load.insert(expert, *open);
                }
                Some(load)
            }
        };
        Ok(Plan {
            limit: options.limit.unwrap_or(usize::MAX),
            per_institution: options.per_institution,
            load,
        })
    }

    /// Whether what was found on the narrow levels cannot be overtaken by anything wider.
    pub(crate) fn is_enough(&self, found: &[Found], is_absent: impl Fn(&Found) -> bool) -> bool {
        found.len() >= self.limit
            && self.load.is_none()
            && self.per_institution.is_none()
            && found.iter().filter(|one| !is_absent(one)).count() >= self.limit
    }

    /// Puts what was found in order and keeps what is wanted.
    pub(crate) fn apply(
        &self,
        index: &Index,
        facts: &Facts<'_, '_>,
        found: &[Found],
        is_absent: impl Fn(&Found) -> bool,
    ) -> Vec<Found> {
        match &self.load {
            None => {
                let equal = equal_capacities(index, found);
                self.keep(index, found, |one| {
                    let expert = &index.experts[one.expert as usize];
                    let draw = fair::draw(facts.fair_key, expert.key);
                    // Among equals the score falls as the draw rises: no need to compute it.
                    let score = if equal { !draw } else { fair::score(draw, expert.capacity).to_bits() };
                    (rank(is_absent(one), false, one.level), score)
                })
            }
            Some(load) => self.keep(index, found, |one| {
                let expert = &index.experts[one.expert as usize];
                let open = load.get(&one.expert).copied().unwrap_or(0.0);
                let full = expert.max_open.is_some_and(|most| open >= f64::from(most));
                let draw = fair::draw(facts.fair_key, expert.key);
                let score = fair::score(draw, expert.capacity);
                // Numbers from 0 up are ordered as their bits are.
                (rank(is_absent(one), full, one.level), (open / expert.capacity).to_bits(), score.to_bits())
            }),
        }
    }

    /// What is wanted, by ascending key and then by expert, who are numbered in the order of their ids.
    fn keep<K: Ord + Copy>(&self, index: &Index, found: &[Found], key: impl Fn(&Found) -> K) -> Vec<Found> {
        let mut keys: Vec<(K, u32, u32)> =
            found.iter().zip(0..).map(|(one, position)| (key(one), one.expert, position)).collect();
        if self.per_institution.is_none() && self.limit < keys.len() {
            keys.select_nth_unstable(self.limit);
            keys.truncate(self.limit);
        }
        keys.sort_unstable();
        let ordered = keys.into_iter().map(|(_, _, position)| found[position as usize]);
        match self.per_institution {
            None => ordered.collect(),
            Some(most) => {
                let mut taken: FxHashMap<u32, usize> = FxHashMap::default();
                ordered
                    .filter(|one| {
                        let taken = taken.entry(index.experts[one.expert as usize].institution).or_default();
                        *taken += 1;
                        *taken <= most
                    })
                    .take(self.limit)
                    .collect()
            }
        }
    }
}

/// The present before the absent, those below their `max_open` before the full, narrow before wide.
fn rank(absent: bool, full: bool, level: u8) -> u8 {
    u8::from(absent) << 4 | u8::from(full) << 3 | level
}

fn equal_capacities(index: &Index, found: &[Found]) -> bool {
    let mut capacities = found.iter().map(|one| index.experts[one.expert as usize].capacity.to_bits());
    let first = capacities.next();
    capacities.all(|capacity| Some(capacity) == first)
}
