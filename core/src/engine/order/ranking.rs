//! The order of those who match one need.

use std::cmp::Ordering;

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use super::fair::{self, Draws};
use super::found::Found;
use super::sort;
use crate::directory::Directory;
use crate::engine::facts::Facts;
use crate::engine::find::index::{Index, IndexedExpert};
use crate::engine::find::search::Accepted;
use crate::engine::find::shard::{Member, Shard};

/// The open referrals of experts, by number.
pub(super) type Load = FxHashMap<u32, f64>;

/// Lists up to this length are sorted whole even where only their beginning is wanted: selecting the
/// beginning first takes longer.
const SORTED_WHOLE: usize = 64;

/// Puts those who match one need in order.
pub(super) struct Ranking<'a> {
    index: &'a Index,
    directory: &'a Directory,
    shard: &'a Shard,
    draws: Draws,
    on: Date,
}

impl<'a> Ranking<'a> {
    pub(super) fn new(
        index: &'a Index,
        directory: &'a Directory,
        shard: &'a Shard,
        facts: &Facts<'_, '_>,
    ) -> Ranking<'a> {
        Ranking { index, directory, shard, draws: Draws::new(facts.fair_key), on: facts.on }
    }

    /// The first so many in the order without load: the present before the absent, narrow levels before
    /// wide, then by draw.
    pub(super) fn by_draw(&self, accepted: &[Accepted], wanted: usize) -> Vec<Found> {
        let mut found = self.collect(accepted);
        let is_cut = wanted < found.len();
        if is_cut && found.len() > SORTED_WHOLE {
            found.select_nth_unstable(wanted);
            // The first beyond the cut tells whether the cut separates two who have to be compared exactly.
            let beyond = found[wanted];
            if !found[..wanted].iter().any(|before| before.is_close(beyond)) {
                found.truncate(wanted);
            }
        }
        sort::sort(&mut found);
        if !found.is_sorted_by(|found, next| !found.is_close(*next)) {
            let close = found.chunk_by_mut(|found, next| found.is_close(*next));
            close.for_each(|found| found.sort_unstable_by(|a, b| self.compare(*a, *b)));
        }
        // Hosts keep lists of matches, and this one has room for everybody.
        if is_cut { found[..wanted].to_vec() } else { found }
    }

    /// All members of the runs, in no order.
    // Not inlined: with its caller it has more values at hand than there are registers.
    #[inline(never)]
    fn collect(&self, accepted: &[Accepted]) -> Vec<Found> {
        let count = accepted.iter().map(|run| run.members.len()).sum();
        let mut found = Vec::with_capacity(sort::room_for(count));
        let draws = self.draws;
        for run in accepted {
            let mut next = Found::new(run.members.positions().start, run.level, run.unverified);
            found.extend(run.members.slice(&self.shard.members).iter().map(move |member| {
                let (found, draw) = (next, draws.draw(member.fair_key));
                next = next.next_member();
                match member.is_plain() {
                    true => found.with_draw(draw),
                    false => self.place_special(found, member, draw),
                }
            }));
        }
        found
    }

    /// Places a member who has another capacity than most, or absences.
    // Not inlined: few members come here, and the others keep their registers.
    #[inline(never)]
    fn place_special(&self, found: Found, member: &Member, draw: u64) -> Found {
        let draw = match member.capacity() {
            0 => draw,
            other => fair::equivalent_draw(draw, self.shard.capacity_ratios[other]),
        };
        let found = found.with_draw(draw);
        if self.is_absent(member) { found.as_absent() } else { found }
    }

    /// By rank, exact score and id.
    fn compare(&self, a: Found, b: Found) -> Ordering {
        let expert = |found: Found| self.shard.member(found.member()).expert;
        let (a_expert, b_expert) = (expert(a), expert(b));
        let score = |expert: u32| self.score(self.index.expert(expert));
        a.rank()
            .cmp(&b.rank())
            .then_with(|| score(a_expert).total_cmp(&score(b_expert)))
            .then_with(|| self.id(a_expert).cmp(self.id(b_expert)))
    }

    /// The first so many in the order with load, everybody compared exactly: the present before the
    /// absent, those below their `max_open` before the full, narrow levels before wide, the less loaded
    /// per capacity first, then by score.
    pub(super) fn by_load(&self, accepted: &[Accepted], load: &Load, wanted: usize) -> Vec<Found> {
        let loaded = |run: &Accepted, position: u32, member: &Member| {
            let expert = self.index.expert(member.expert);
            // Who is not named has no open referrals: see `MatchOptions::load`.
            let open = load.get(&member.expert).copied().unwrap_or(0.0);
            let is_full = expert.max_open.is_some_and(|most| open >= f64::from(most));
            Loaded {
                rank: (self.is_absent(member), is_full, run.level),
                load: open / expert.capacity,
                score: self.score(expert),
                expert: member.expert,
                found: Found::new(position, run.level, run.unverified),
            }
        };
        let members = accepted.iter().flat_map(|run| {
            let members = run.members.positions().zip(run.members.slice(&self.shard.members));
            members.map(move |(position, member)| loaded(run, position, member))
        });
        let mut all: Vec<Loaded> = members.collect();
        all.sort_unstable_by(|a, b| {
            a.rank
                .cmp(&b.rank)
                .then_with(|| a.load.total_cmp(&b.load))
                .then_with(|| a.score.total_cmp(&b.score))
                .then_with(|| self.id(a.expert).cmp(self.id(b.expert)))
        });
        all.into_iter().map(|loaded| loaded.found).take(wanted).collect()
    }

    pub(super) fn count_present(&self, accepted: &[Accepted]) -> usize {
        let members = accepted.iter().flat_map(|run| run.members.slice(&self.shard.members));
        members.filter(|member| !self.is_absent(member)).count()
    }

    fn is_absent(&self, member: &Member) -> bool {
        member.has_absences() && self.index.is_absent(self.directory, member.expert, self.on)
    }

    fn score(&self, expert: &IndexedExpert) -> f64 {
        fair::score(self.draws.draw(expert.fair_key), expert.capacity)
    }

    fn id(&self, expert: u32) -> &'a str {
        &self.index.in_directory(self.directory, expert).id
    }
}

/// A match with everything that places it among the others when load counts.
struct Loaded {
    /// Whether absent, whether full, and the level.
    rank: (bool, bool, u8),
    load: f64,
    score: f64,
    expert: u32,
    found: Found,
}
