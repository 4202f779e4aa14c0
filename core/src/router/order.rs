//! The order of matches, and how many of them are wanted.

use std::cmp::Ordering;

use jiff::civil::Date;
use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use super::facts::Facts;
use super::fair::{self, Draws};
use super::index::{Accepted, Member, Shard};
use super::matches::Found;
use super::rules::Unverified;
use super::{MatchOptions, Router};
use crate::directory::Expert;
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
            Some(load) => order.exact(&accepted, Some(load), wanted),
        };
        let Some(most) = self.per_institution else { return found };
        let mut taken: FxHashMap<u32, usize> = FxHashMap::default();
        let experts = &router.index().experts;
        found
            .into_iter()
            .filter(|one| {
                let taken = taken.entry(experts[one.expert as usize].institution).or_default();
                *taken += 1;
                *taken <= most
            })
            .take(self.limit)
            .collect()
    }
}

/// Puts in order what matches one need.
struct Order<'a> {
    router: &'a Router,
    shard: &'a Shard,
    draws: Draws,
    on: Date,
}

/// One match in 64 bits, from the high ones to the low: absent, level, the beginning of what stands
/// for the score, and what the match is. Most scores differ in their beginnings; where two hardly do, they
/// are compared exactly.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Key(u64);

impl Key {
    /// A member of the shard, by number.
    const MEMBER_BITS: u32 = 24;
    const SCORE_BITS: u32 = 63 - 3 - Unverified::BITS - Key::MEMBER_BITS;
    const SCORE_SHIFT: u32 = Unverified::BITS + Key::MEMBER_BITS;
    const LEVEL_SHIFT: u32 = Key::SCORE_BITS + Key::SCORE_SHIFT;
    const ABSENT: u64 = 1 << 63;

    /// The match of the member number 0 of a shard, with a score of 0.
    fn first_of(run: &Accepted) -> Key {
        Key(u64::from(run.level) << Key::LEVEL_SHIFT | u64::from(run.unverified.bits()) << Key::MEMBER_BITS)
    }

    fn member(self) -> usize {
        self.0 as usize & ((1 << Key::MEMBER_BITS) - 1)
    }

    /// Absent, and the level.
    fn rank(self) -> u64 {
        self.0 >> Key::LEVEL_SHIFT
    }

    /// Whether the two may stand in the other order. What is cut off below may decide, and what is
    /// known of the score is off by less than one unit: two units apart nothing is open.
    fn is_close(self, next: Key) -> bool {
        (next.0 >> Key::SCORE_SHIFT) - (self.0 >> Key::SCORE_SHIFT) < 2
    }

    fn found(self, shard: &Shard) -> Found {
        let unverified = (self.0 >> Key::MEMBER_BITS) as u8 & ((1 << Unverified::BITS) - 1);
        Found {
            expert: shard.members[self.member()].expert,
            level: self.rank() as u8 & 7,
            unverified: Unverified::from_bits(unverified),
        }
    }
}

impl Order<'_> {
    /// The first so many in the order without load.
    fn fair(&self, accepted: &[Accepted], wanted: usize) -> Vec<Found> {
        let Some(mut keys) = self.keys(accepted) else {
            return self.exact(accepted, None, wanted);
        };
        if wanted < keys.len() {
            // One more, so that it shows whether the cut is clean.
            keys.select_nth_unstable(wanted);
            let next = keys[wanted];
            if !keys[..wanted].iter().any(|key| key.is_close(next)) {
                keys.truncate(wanted);
            }
        }
        keys.sort_unstable();
        if !keys.is_sorted_by(|one, next| !one.is_close(*next)) {
            let close = keys.chunk_by_mut(|one, next| one.is_close(*next));
            close.for_each(|keys| keys.sort_unstable_by(|a, b| self.compare(*a, *b)));
        }
        keys.iter().take(wanted).map(|key| key.found(self.shard)).collect()
    }

    /// The keys of all members, unless a member's number may be too large for them.
    fn keys(&self, accepted: &[Accepted]) -> Option<Vec<Key>> {
        let members = &self.shard.members;
        if members.len() > 1 << Key::MEMBER_BITS {
            return None;
        }
        let mut keys = Vec::with_capacity(accepted.iter().map(|run| run.members.len()).sum());
        for run in accepted {
            let first = Key::first_of(run).0 + u64::from(run.members.start);
            keys.extend((first..).zip(run.members.of(members)).map(|(key, member)| {
                let mut draw = self.draws.of(member.key);
                let mut absent = 0;
                if !member.is_plain() {
                    draw = fair::equivalent_draw(draw, self.shard.capacities[member.capacity()].ratio);
                    absent = if self.is_absent(member) { Key::ABSENT } else { 0 };
                }
                // The score falls as the draw rises: no need to compute it.
                let beginning = !(draw << 11) >> (64 - Key::SCORE_BITS);
                Key(key | absent | beginning << Key::SCORE_SHIFT)
            }));
        }
        Some(keys)
    }

    /// By rank, exact score and id.
    fn compare(&self, a: Key, b: Key) -> Ordering {
        let score = |key: Key| self.score(&self.shard.members[key.member()]);
        let id = |key: Key| self.id(self.shard.members[key.member()].expert);
        a.rank().cmp(&b.rank()).then_with(|| score(a).total_cmp(&score(b))).then_with(|| id(a).cmp(id(b)))
    }

    /// The first so many, compared by everything; the load of experts counts where it is given.
    fn exact(&self, accepted: &[Accepted], load: Option<&FxHashMap<u32, f64>>, wanted: usize) -> Vec<Found> {
        let ranked = |run: &Accepted, member: &Member| {
            let expert = &self.router.index().experts[member.expert as usize];
            let open = load.and_then(|load| load.get(&member.expert)).copied().unwrap_or(0.0);
            // Without any load nobody is full, not even who takes nothing.
            let is_full = load.is_some() && expert.max_open.is_some_and(|most| open >= f64::from(most));
            Ranked {
                // The present before the absent, those below their `max_open` before the full, narrow
                // before wide.
                rank: (self.is_absent(member), is_full, run.level),
                load: open / expert.capacity,
                score: self.score(member),
                found: Found { expert: member.expert, level: run.level, unverified: run.unverified },
            }
        };
        let members = accepted
            .iter()
            .flat_map(|run| run.members.of(&self.shard.members).iter().map(move |member| (run, member)));
        let mut all: Vec<Ranked> = members.map(|(run, member)| ranked(run, member)).collect();
        all.sort_unstable_by(|a, b| {
            a.rank
                .cmp(&b.rank)
                .then_with(|| a.load.total_cmp(&b.load))
                .then_with(|| a.score.total_cmp(&b.score))
                .then_with(|| self.id(a.found.expert).cmp(self.id(b.found.expert)))
        });
        all.into_iter().map(|one| one.found).take(wanted).collect()
    }

    fn count_present(&self, accepted: &[Accepted]) -> usize {
        let members = accepted.iter().flat_map(|run| run.members.of(&self.shard.members));
        members.filter(|member| !self.is_absent(member)).count()
    }

    fn is_absent(&self, member: &Member) -> bool {
        member.has_absences() && self.expert(member.expert).is_absent(self.on)
    }

    fn score(&self, member: &Member) -> f64 {
        fair::score(self.draws.of(member.key), self.shard.capacities[member.capacity()].value)
    }

    fn id(&self, expert: u32) -> &str {
        &self.expert(expert).id
    }

    fn expert(&self, number: u32) -> &Expert {
        &self.router.directory().experts()[self.router.index().experts[number as usize].position as usize]
    }
}

/// A match with everything that places it.
struct Ranked {
    rank: (bool, bool, u8),
    load: f64,
    score: f64,
    found: Found,
}
