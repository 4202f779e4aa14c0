//! The options of a match, checked against a directory, and how they are followed.

use rustc_hash::FxHashMap;

use super::found::Found;
use super::ranking::{Load, Ranking};
use crate::directory::Directory;
use crate::engine::facts::Facts;
use crate::engine::find::index::Index;
use crate::engine::find::search::AcceptedRuns;
use crate::engine::find::shard::Shard;
use crate::engine::options::{MatchOptions, ShareAmong};
use crate::need::NeedError;

/// Options, checked against a directory.
pub(crate) struct Plan {
    limit: usize,
    per_institution: Option<usize>,
    load: Option<Load>,
    share: ShareAmong,
}

impl Plan {
    /// # Errors
    /// When a load is of an unknown expert, negative or no number.
    pub(crate) fn new(
        index: &Index,
        directory: &Directory,
        options: &MatchOptions,
    ) -> Result<Plan, NeedError> {
        let load = match &options.load {
            None => None,
            Some(by_id) => {
                let by_number = by_id.iter().map(|(id, open)| checked_load(index, directory, id, *open));
                Some(by_number.collect::<Result<Load, NeedError>>()?)
            }
        };
        Ok(Plan {
            limit: options.limit.unwrap_or(usize::MAX),
            per_institution: options.per_institution,
            load,
            share: options.share.unwrap_or_default(),
        })
    }

    /// Who matches, in order, as far as wanted.
    pub(crate) fn answer(
        &self,
        index: &Index,
        directory: &Directory,
        shard: &Shard,
        facts: &Facts<'_, '_>,
    ) -> Vec<Found> {
        let ranking = Ranking::new(index, directory, shard, facts, self.share);
        let mut accepted = AcceptedRuns::new();
        match self {
            Plan { limit: usize::MAX, .. }
            | Plan { per_institution: Some(_), .. }
            | Plan { load: Some(_), .. } => {
                index.find(shard, facts, &mut accepted, |_| false);
            }
            // Nobody of a wider level overtakes those who are present.
            Plan { limit, .. } => {
                let mut present = 0;
                index.find(shard, facts, &mut accepted, |of_level| {
                    present += ranking.count_present(of_level);
                    present >= *limit
                });
            }
        }
        let wanted = if self.per_institution.is_some() { usize::MAX } else { self.limit };
        let found = match &self.load {
            None => ranking.by_draw(&accepted, wanted),
            Some(load) => ranking.by_load(&accepted, load, wanted),
        };
        match self.per_institution {
            None => found,
            Some(most) => self.first_of_institutions(index, shard, found, most),
        }
    }

    /// The first so many of each institution, up to the limit.
    fn first_of_institutions(
        &self,
        index: &Index,
        shard: &Shard,
        found: Vec<Found>,
        most: usize,
    ) -> Vec<Found> {
        let mut taken: FxHashMap<u32, usize> = FxHashMap::default();
        let is_among_first = |found: &Found| {
            let expert = shard.member(found.member()).expert;
            let taken = taken.entry(index.expert(expert).institution).or_insert(0);
            *taken += 1;
            *taken <= most
        };
        found.into_iter().filter(is_among_first).take(self.limit).collect()
    }
}

fn checked_load(index: &Index, directory: &Directory, id: &str, open: f64) -> Result<(u32, f64), NeedError> {
    let number = index.expert_number(directory, id).ok_or_else(|| {
        let known = directory.experts().iter().map(|expert| expert.id.as_str());
        NeedError::unknown("unknown_expert", "load", "expert", id, known)
    })?;
    if !open.is_finite() || open < 0.0 {
        let id = crate::text::shorten(id, 60);
        return Err(NeedError::invalid(
            "load",
            format!("the load of `{id}` is a number from 0 up, not {open}"),
        ));
    }
    Ok((number, open))
}
