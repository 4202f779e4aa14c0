//! The order of matches, and how many of them are wanted.

pub(crate) mod fair;
pub(crate) mod found;

use std::cmp::Ordering;
use std::ops::Range;

use jiff::civil::Date;
use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use crate::engine::facts::Facts;
use crate::engine::find::index::{Accepted, IndexedExpert, Member, Shard};
use crate::engine::options::MatchOptions;
use crate::engine::order::fair::Draws;
use crate::engine::order::found::Found;
use crate::need::NeedError;
use crate::router::Router;

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

    /// Who matches, in order, as far as wanted.
    pub(crate) fn answer(&self, router: &Router, shard: &Shard, facts: &Facts<'_, '_>) -> Vec<Found> {
        let order = Order { router, shard, draws: Draws::new(facts.fair_key), on: facts.on };
        let mut accepted = SmallVec::new();
        match self {
            Plan { limit: usize::MAX, .. }
            | Plan { per_institution: Some(_), .. }
            | Plan { load: Some(_), .. } => {
                router.index().find(shard, facts, &mut accepted, |_| false);
            }
            // Nothing wider overtakes those who are present.
            Plan { limit, .. } => {
                let mut present = 0;
                router.index().find(shard, facts, &mut accepted, |of_level| {
                    present += order.count_present(of_level);
                    present >= *limit
                });
            }
        }
        let wanted = if self.per_institution.is_some() { usize::MAX } else { self.limit };
        let found = match &self.load {
            None => order.fair(&accepted, wanted),
            Some(load) => order.exact(&accepted, load, wanted),
        };
        let Some(most) = self.per_institution else { return found };
        let mut taken: FxHashMap<u32, usize> = FxHashMap::default();
        let experts = &router.index().experts;
        found
            .into_iter()
            .filter(|one| {
                let expert = shard.member(*one).expert;
                let taken = taken.entry(experts[expert as usize].institution).or_default();
                *taken += 1;
                *taken <= most
            })
            .take(self.limit)
            .collect()
    }
}

/// Lists that are put in order sooner than their beginning is found.
const SHORT: usize = 64;

/// Shorter lists are sorted by insertion, whose comparisons a processor cannot guess; from this length on,
/// by networks, which have nothing to guess. So it pays to fill up those that are almost as long.
const NETWORK: usize = 21;
/// How long those are.
const FILLED_UP: Range<usize> = 8..NETWORK;

/// Puts in order what matches one need.
struct Order<'a> {
    router: &'a Router,
    shard: &'a Shard,
    draws: Draws,
    on: Date,
}

impl Order<'_> {
    /// The first so many in the order without load.
    fn fair(&self, accepted: &[Accepted], wanted: usize) -> Vec<Found> {
        let mut found = self.all(accepted);
        let is_cut = wanted < found.len();
        if is_cut && found.len() > SHORT {
            // One more, so that it shows whether the cut is clean.
            found.select_nth_unstable(wanted);
            let next = found[wanted];
            if !found[..wanted].iter().any(|one| one.is_close(next)) {
                found.truncate(wanted);
            }
        }
        let count = found.len();
        if FILLED_UP.contains(&count) {
            found.resize(NETWORK, Found::NOBODY);
        }
        found.sort_unstable();
        found.truncate(count);
        if !found.is_sorted_by(|one, next| !one.is_close(*next)) {
            let close = found.chunk_by_mut(|one, next| one.is_close(*next));
            close.for_each(|found| found.sort_unstable_by(|a, b| self.compare(*a, *b)));
        }
        // Hosts keep lists, and this one has room for everybody.
        if is_cut { found[..wanted].to_vec() } else { found }
    }

    /// All members of the runs, in no order. Apart from its caller, so that registers suffice.
    #[inline(never)]
    fn all(&self, accepted: &[Accepted]) -> Vec<Found> {
        let count: usize = accepted.iter().map(|run| run.members.len()).sum();
        let room = if FILLED_UP.contains(&count) { NETWORK } else { count };
        let mut found = Vec::with_capacity(room);
        let draws = self.draws;
        for run in accepted {
            let mut next = Found::new(run.members.start, run.level, run.unverified);
            found.extend(run.members.of(&self.shard.members).iter().map(move |member| {
                let (found, draw) = (next, draws.of(member.key));
                next = next.next_member();
                match member.is_plain() {
                    true => found.with_draw(draw),
                    false => self.of_special(found, member, draw),
                }
            }));
        }
        found
    }

    /// Out of line, so that the many others stay in registers.
    #[inline(never)]
    fn of_special(&self, found: Found, member: &Member, draw: u64) -> Found {
        let draw = match member.capacity() {
            0 => draw,
            other => fair::equivalent_draw(draw, self.shard.ratios[other]),
        };
        let found = found.with_draw(draw);
        if self.is_absent(member) { found.absent() } else { found }
    }

    /// By rank, exact score and id.
    fn compare(&self, a: Found, b: Found) -> Ordering {
        let (expert, other) = (self.shard.member(a).expert, self.shard.member(b).expert);
        let score = |expert: u32| self.score(&self.router.index().experts[expert as usize]);
        a.rank()
            .cmp(&b.rank())
            .then_with(|| score(expert).total_cmp(&score(other)))
            .then_with(|| self.id(expert).cmp(self.id(other)))
    }

    /// The first so many, compared by everything, with the load of experts.
    fn exact(&self, accepted: &[Accepted], load: &FxHashMap<u32, f64>, wanted: usize) -> Vec<Found> {
        let ranked = |run: &Accepted, place: u32, member: &Member| {
            let expert = &self.router.index().experts[member.expert as usize];
            let open = load.get(&member.expert).copied().unwrap_or(0.0);
            let is_full = expert.max_open.is_some_and(|most| open >= f64::from(most));
            Ranked {
                // The present before the absent, those below their `max_open` before the full, narrow
                // before wide.
                rank: (self.is_absent(member), is_full, run.level),
                load: open / expert.capacity,
                score: self.score(expert),
                expert: member.expert,
                found: Found::new(place, run.level, run.unverified),
            }
        };
        let members = accepted.iter().flat_map(|run| {
            let members = (run.members.start..run.members.end).zip(run.members.of(&self.shard.members));
            members.map(move |(place, member)| ranked(run, place, member))
        });
        let mut all: Vec<Ranked> = members.collect();
        all.sort_unstable_by(|a, b| {
            a.rank
                .cmp(&b.rank)
                .then_with(|| a.load.total_cmp(&b.load))
                .then_with(|| a.score.total_cmp(&b.score))
                .then_with(|| self.id(a.expert).cmp(self.id(b.expert)))
        });
        all.into_iter().map(|one| one.found).take(wanted).collect()
    }

    fn count_present(&self, accepted: &[Accepted]) -> usize {
        let members = accepted.iter().flat_map(|run| run.members.of(&self.shard.members));
        members.filter(|member| !self.is_absent(member)).count()
    }

    fn is_absent(&self, member: &Member) -> bool {
        member.has_absences() && self.router.is_away(member.expert, self.on)
    }

    fn score(&self, expert: &IndexedExpert) -> f64 {
        fair::score(self.draws.of(expert.key), expert.capacity)
    }

    fn id(&self, expert: u32) -> &str {
        &self.router.expert(expert).id
    }
}

/// A match with everything that places it.
struct Ranked {
    rank: (bool, bool, u8),
    load: f64,
    score: f64,
    expert: u32,
    found: Found,
}
