//! The order of those who match one need.

use std::cmp::{Ordering, Reverse};

use jiff::civil::Date;
use rustc_hash::{FxHashMap, FxHashSet};

use super::fair::{self, Draws};
use super::found::Found;
use super::ordered::Substitutes;
use super::sort;
use crate::directory::Directory;
use crate::engine::facts::Facts;
use crate::engine::find::index::{Index, IndexedExpert};
use crate::engine::find::search::Accepted;
use crate::engine::find::shard::{Member, Shard};
use crate::engine::options::{ShareAmong, WhenUnavailable};

/// What the host counts of experts, by number.
pub(super) type CountByExpert = FxHashMap<u32, f64>;

/// What decides who is full. Who is not named in it has none: see [`MatchOptions`].
///
/// [`MatchOptions`]: crate::engine::options::MatchOptions
pub(super) struct Counts {
    /// Open referrals.
    pub(super) open: Option<CountByExpert>,
    /// Needs that were received in the host's period.
    pub(super) received: Option<CountByExpert>,
}

impl Counts {
    pub(super) fn any(&self) -> bool {
        self.open.is_some() || self.received.is_some()
    }

    fn is_full(&self, number: u32, expert: &IndexedExpert) -> bool {
        let reaches = |counts: &Option<CountByExpert>, most: Option<u32>| {
            counts.as_ref().zip(most).is_some_and(|(counts, most)| of(counts, number) >= f64::from(most))
        };
        reaches(&self.open, expert.max_open) || reaches(&self.received, expert.max_per_period)
    }
}

fn of(counts: &CountByExpert, number: u32) -> f64 {
    counts.get(&number).copied().unwrap_or(0.0)
}

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
    share: ShareAmong,
}

impl<'a> Ranking<'a> {
    pub(super) fn new(
        index: &'a Index,
        directory: &'a Directory,
        shard: &'a Shard,
        facts: &Facts<'_, '_>,
        share: ShareAmong,
    ) -> Ranking<'a> {
        Ranking { index, directory, shard, draws: Draws::new(facts.fair_key), on: facts.on, share }
    }

    /// The first so many in the order without load: the present before the absent, narrow levels before
    /// wide, then by draw.
    pub(super) fn by_draw(
        &self,
        accepted: &[Accepted],
        wanted: usize,
        absent: WhenUnavailable,
    ) -> Vec<Found> {
        let mut found = self.collect(accepted);
        let is_cut = wanted < found.len();
        let is_by_expert = self.share == ShareAmong::Expert;
        if is_cut && found.len() > SORTED_WHOLE && is_by_expert {
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
        if !is_by_expert {
            let equals = found.chunk_by_mut(|found, next| found.rank() == next.rank());
            let expert = |found: &Found| self.shard.member(found.member()).expert;
            equals.for_each(|equals| self.take_turns(equals, expert));
        }
        if absent == WhenUnavailable::Skip {
            skip(&mut found, |found| found.is_absent());
        }
        // Hosts keep lists of matches, and this one has room for everybody.
        if is_cut { found[..wanted.min(found.len())].to_vec() } else { found }
    }

    /// All members of the runs, in no order.
    // Not inlined, as it and its caller have more values at hand than there are registers: see
    // `Index::find`.
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
            _ => fair::equivalent_draw(draw, self.shard.capacities[0] / self.shard.capacity(member)),
        };
        let found = found.with_draw(draw);
        if self.is_absent(member) { found.as_absent() } else { found }
    }

    /// By rank, exact score and id.
    fn compare(&self, a: Found, b: Found) -> Ordering {
        let member = |found: Found| self.shard.member(found.member());
        let (a_member, b_member) = (member(a), member(b));
        a.rank()
            .cmp(&b.rank())
            .then_with(|| self.score(a_member).total_cmp(&self.score(b_member)))
            .then_with(|| self.id(a_member.expert).cmp(self.id(b_member.expert)))
    }

    /// The first so many in the order with counts, everybody compared exactly: the present before the
    /// absent, those who are not full before the full, narrow levels before wide, the less loaded
    /// per capacity first, then by score.
    pub(super) fn by_counts(
        &self,
        accepted: &[Accepted],
        counts: &Counts,
        wanted: usize,
        (absent, full): (WhenUnavailable, WhenUnavailable),
    ) -> Vec<Found> {
        let loaded = |run: &Accepted, position: u32, member: &Member| {
            let is_absent = self.is_absent(member);
            let found = Found::new(position, run.level, run.unverified);
            let open = counts.open.as_ref().map_or(0.0, |open| of(open, member.expert));
            Loaded {
                is_absent,
                is_full: counts.is_full(member.expert, self.index.expert(member.expert)),
                level: run.level,
                load: open / self.shard.capacity(member),
                score: self.score(member),
                expert: member.expert,
                found: if is_absent { found.as_absent() } else { found },
            }
        };
        let members = accepted.iter().flat_map(|run| {
            let members = run.members.positions().zip(run.members.slice(&self.shard.members));
            members.map(move |(position, member)| loaded(run, position, member))
        });
        let mut all: Vec<Loaded> = members.collect();
        all.sort_unstable_by(|a, b| {
            a.rank()
                .cmp(&b.rank())
                .then_with(|| a.load.total_cmp(&b.load))
                .then_with(|| a.score.total_cmp(&b.score))
                .then_with(|| self.id(a.expert).cmp(self.id(b.expert)))
        });
        if self.share != ShareAmong::Expert {
            let equals = all.chunk_by_mut(|a, b| (a.rank(), a.load) == (b.rank(), b.load));
            equals.for_each(|equals| self.take_turns(equals, |loaded| loaded.expert));
        }
        if absent == WhenUnavailable::Skip {
            skip(&mut all, |loaded| loaded.is_absent);
        }
        if full == WhenUnavailable::Skip {
            skip(&mut all, |loaded| loaded.is_full);
        }
        all.into_iter().map(|loaded| loaded.found).take(wanted).collect()
    }

    /// Who stands in for whom of those found. Whoever then has several places keeps the first.
    pub(super) fn replace(&self, found: &mut Vec<Found>) -> Substitutes {
        let mut substitutes: FxHashMap<usize, u32> = FxHashMap::default();
        for found in found.iter() {
            let expert = self.shard.member(found.member()).expert;
            let is_away = self.shard.member(found.member()).has_absences()
                && self.index.is_absent(self.directory, expert, self.on);
            let substitute =
                is_away.then(|| self.index.substitute(self.directory, expert, self.on)).flatten();
            substitutes.extend(substitute.map(|substitute| (found.member(), substitute)));
        }
        let substitutes = Substitutes::of(substitutes);
        if !substitutes.is_empty() {
            let mut listed: FxHashSet<u32> = FxHashSet::default();
            found.retain(|found| {
                let own = self.shard.member(found.member()).expert;
                listed.insert(substitutes.of_found(*found).unwrap_or(own))
            });
        }
        substitutes
    }

    /// Puts experts between whom only the draw decides in turns of their houses: the first of each
    /// house, then the second of each, houses by a draw in which all weigh the same. Houses of one draw
    /// come by id.
    fn take_turns<T: Copy>(&self, equals: &mut [T], expert: impl Fn(&T) -> u32) {
        let mut turns: FxHashMap<u32, u32> = FxHashMap::default();
        let mut placed: Vec<(u32, Reverse<u64>, &str, T)> = Vec::with_capacity(equals.len());
        for item in equals.iter() {
            let (position, house) = self.house(expert(item));
            let turn = turns.entry(position).or_insert(0);
            placed.push((*turn, Reverse(self.draws.draw(fair::house_key(house))), house, *item));
            *turn += 1;
        }
        placed.sort_by(|a, b| (a.0, a.1, a.2).cmp(&(b.0, b.1, b.2)));
        for (place, (.., item)) in equals.iter_mut().zip(placed) {
            *place = item;
        }
    }

    /// The position and the id of the house to which an expert belongs, of the kind that shares.
    fn house(&self, expert: u32) -> (u32, &'a str) {
        let indexed = self.index.expert(expert);
        match self.share {
            ShareAmong::Expert => (expert, self.id(expert)),
            ShareAmong::Antenne => (indexed.antenne, &self.directory.antennes()[indexed.antenne as usize].id),
            ShareAmong::Institution => {
                (indexed.institution, &self.directory.institutions()[indexed.institution as usize].id)
            }
        }
    }

    pub(super) fn count_present(&self, accepted: &[Accepted]) -> usize {
        let members = accepted.iter().flat_map(|run| run.members.slice(&self.shard.members));
        members.filter(|member| !self.is_absent(member)).count()
    }

    /// Whether the member is away, and nobody stands in.
    fn is_absent(&self, member: &Member) -> bool {
        member.has_absences()
            && self.index.is_absent(self.directory, member.expert, self.on)
            && self.index.substitute(self.directory, member.expert, self.on).is_none()
    }

    fn score(&self, member: &Member) -> f64 {
        fair::score(self.draws.draw(member.fair_key), self.shard.capacity(member))
    }

    fn id(&self, expert: u32) -> &'a str {
        &self.index.in_directory(self.directory, expert).id
    }
}

/// Leaves out what is unavailable, unless that is all.
fn skip<T>(all: &mut Vec<T>, is_unavailable: impl Fn(&T) -> bool) {
    if all.iter().any(|one| !is_unavailable(one)) {
        all.retain(|one| !is_unavailable(one));
    }
}

/// A match with everything that places it among the others when the host counts.
#[derive(Clone, Copy)]
struct Loaded {
    is_absent: bool,
    is_full: bool,
    level: u8,
    load: f64,
    score: f64,
    expert: u32,
    found: Found,
}

impl Loaded {
    /// What decides before the load.
    fn rank(&self) -> (bool, bool, u8) {
        (self.is_absent, self.is_full, self.level)
    }
}
