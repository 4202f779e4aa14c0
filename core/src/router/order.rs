//! The order of matches, and how many of them are wanted.

use std::cmp::Ordering;
use std::collections::HashMap;

use rustc_hash::FxHashMap;

use super::facts::Facts;
use super::index::{Found, Index};
use super::{Router, fair};
use crate::need::NeedError;

/// What is wanted of the matches of a need. Without any option every match is returned.
///
/// ```
/// use aiguillage::MatchOptions;
///
/// let options = MatchOptions { limit: Some(3), per_institution: Some(1), ..MatchOptions::default() };
/// assert!(options.load.is_none());
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MatchOptions {
    /// At most so many matches, the first ones.
    pub limit: Option<usize>,
    /// At most so many matches of each institution, the first ones.
    pub per_institution: Option<usize>,
    /// The open referrals of experts, by id; 0 for those it does not name. The full come last, and
    /// the less loaded per capacity first.
    pub load: Option<HashMap<String, f64>>,
}

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
        let only_limited = self.load.is_none() && self.per_institution.is_none();
        only_limited
            && found.len() >= self.limit
            && found.iter().filter(|one| !is_absent(one)).count() >= self.limit
    }

    /// Puts what was found in order and keeps what is wanted.
    pub(crate) fn apply(
        &self,
        index: &Index,
        facts: &Facts<'_, '_>,
        found: Vec<Found>,
        is_absent: impl Fn(&Found) -> bool,
    ) -> Vec<Found> {
        let mut ranked: Vec<(Rank, Found)> =
            found.into_iter().map(|one| (self.rank(index, facts, &one, is_absent(&one)), one)).collect();
        ranked.sort_unstable_by(|(a, _), (b, _)| a.compare(b));
        let ordered = ranked.into_iter().map(|(_, one)| one);
        match self.per_institution {
            None => ordered.take(self.limit).collect(),
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

    fn rank(&self, index: &Index, facts: &Facts<'_, '_>, one: &Found, absent: bool) -> Rank {
        let expert = &index.experts[one.expert as usize];
        let (full, load) = match &self.load {
            None => (false, 0.0),
            Some(load) => {
                let open = load.get(&one.expert).copied().unwrap_or(0.0);
                let full = expert.max_open.is_some_and(|most| open >= f64::from(most));
                (full, open / expert.capacity)
            }
        };
        Rank {
            last: (absent, full, one.level),
            load,
            score: fair::score(facts.fair_key, expert.key, expert.capacity),
            expert: one.expert,
        }
    }
}

/// By what matches are ordered; experts are numbered in the order of their ids.
struct Rank {
    last: (bool, bool, u8),
    load: f64,
    score: f64,
    expert: u32,
}

impl Rank {
    fn compare(&self, other: &Rank) -> Ordering {
        self.last
            .cmp(&other.last)
            .then(self.load.total_cmp(&other.load))
            .then(self.score.total_cmp(&other.score))
            .then(self.expert.cmp(&other.expert))
    }
}
