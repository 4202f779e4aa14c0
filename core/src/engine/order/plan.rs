//! The options of a match, checked against a directory, and how they are followed.

use std::collections::HashMap;

use rustc_hash::FxHashMap;

use super::found::Found;
use super::ordered::{Ordered, Substitutes};
use super::ranking::{CountByExpert, Counts, Ranking};
use crate::directory::Directory;
use crate::engine::facts::Facts;
use crate::engine::find::index::Index;
use crate::engine::find::search::AcceptedRuns;
use crate::engine::find::shard::Shard;
use crate::engine::options::{MatchOptions, ShareAmong, WhenUnavailable};
use crate::language::sentence;
use crate::need::NeedError;

/// Options, checked against a directory.
pub(crate) struct Plan {
    limit: usize,
    per_institution: Option<usize>,
    counts: Counts,
    share: ShareAmong,
    absent: WhenUnavailable,
    full: WhenUnavailable,
}

impl Plan {
    /// # Errors
    /// When a load, or a number of needs received, is of an unknown expert, negative or no number.
    pub(crate) fn new(
        index: &Index,
        directory: &Directory,
        options: &MatchOptions,
    ) -> Result<Plan, NeedError> {
        let by_number = |counts: &Option<HashMap<String, f64>>, option| match counts {
            None => Ok(None),
            Some(by_id) => {
                let checked = by_id.iter().map(|(id, count)| checked(index, directory, option, id, *count));
                checked.collect::<Result<CountByExpert, NeedError>>().map(Some)
            }
        };
        Ok(Plan {
            limit: options.limit.unwrap_or(usize::MAX),
            per_institution: options.per_institution,
            counts: Counts {
                open: by_number(&options.load, "load")?,
                received: by_number(&options.received, "received")?,
            },
            share: options.share.unwrap_or_default(),
            absent: options.absent.unwrap_or_default(),
            full: options.full.unwrap_or_default(),
        })
    }

    /// Who matches, in order, as far as wanted.
    pub(crate) fn answer(
        &self,
        index: &Index,
        directory: &Directory,
        shard: &Shard,
        facts: &Facts<'_, '_>,
    ) -> Ordered {
        let ranking = Ranking::new(index, directory, shard, facts, self.share);
        let mut accepted = AcceptedRuns::new();
        // Where one expert may have several places, the limit comes after them.
        let may_replace = index.may_replace_on(facts.on);
        let is_cut_late = self.per_institution.is_some() || may_replace;
        if self.limit == usize::MAX || is_cut_late || self.counts.any() {
            index.find(shard, facts, &mut accepted, |_| false);
        } else {
            // Nobody of a wider level overtakes those who are present.
            let mut present = 0;
            index.find(shard, facts, &mut accepted, |of_level| {
                present += ranking.count_present(of_level);
                present >= self.limit
            });
        }
        let wanted = if is_cut_late { usize::MAX } else { self.limit };
        let mut found = match self.counts.any() {
            false => ranking.by_draw(&accepted, wanted, self.absent),
            true => ranking.by_counts(&accepted, &self.counts, wanted, (self.absent, self.full)),
        };
        let substitutes = if may_replace { ranking.replace(&mut found) } else { Substitutes::default() };
        match self.per_institution {
            None => found.truncate(self.limit),
            Some(most) => {
                let expert = |found: &Found| {
                    substitutes.of_found(*found).unwrap_or(shard.member(found.member()).expert)
                };
                let mut taken: FxHashMap<u32, usize> = FxHashMap::default();
                found.retain(|found| {
                    let taken = taken.entry(index.expert(expert(found)).institution).or_insert(0);
                    *taken += 1;
                    *taken <= most
                });
                found.truncate(self.limit);
            }
        }
        Ordered { found, substitutes }
    }
}

fn checked(
    index: &Index,
    directory: &Directory,
    option: &'static str,
    id: &str,
    count: f64,
) -> Result<(u32, f64), NeedError> {
    let number = index.expert_number(directory, id).ok_or_else(|| {
        let known = directory.experts().iter().map(|expert| expert.id.as_str());
        NeedError::unknown("unknown_expert", option, sentence!(Expert), id, known)
    })?;
    if !count.is_finite() || count < 0.0 {
        let id = crate::text::shorten(id, 60);
        let message = sentence!(CountFromZero { option, expert: id, count: count.to_string() });
        return Err(NeedError::invalid(option, message));
    }
    Ok((number, count))
}
