//! The postings of a shard, from the experts who stand in each zone.

use rustc_hash::FxHashMap;
use smallvec::{SmallVec, smallvec};

use super::sets::Sets;
use super::zones::StandingZone;
use crate::engine::find::ZonePositions;
use crate::engine::find::holder::HeldThrough;
use crate::engine::find::shard::{Member, Run, Shard};
use crate::engine::span::{Position, Span, offset};
use crate::geography::{Geography, ZoneId};
use crate::invariant::broken;

/// Who stands where, until the postings are made.
pub(super) struct PostingsBuilder {
    /// For each zone, the set of what stands in it. Zones of the same set share a posting.
    zones: ZonePositions,
    sets: Sets<Standing>,
    cohorts: Vec<Cohort>,
    /// The number of each set of exceptions.
    exceptions: FxHashMap<Vec<ZoneId>, u32>,
}

/// Experts who stand in the same postings behind one guard.
struct Cohort {
    guard: u32,
    /// Mostly one.
    members: SmallVec<[(Member, HeldThrough); 1]>,
}

/// A cohort, by number, as it stands in a zone.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Standing {
    exceptions: u32,
    cohort: u32,
}

impl PostingsBuilder {
    pub(super) fn new(geography: &Geography) -> PostingsBuilder {
        PostingsBuilder {
            zones: ZonePositions::new(geography),
            sets: Sets::default(),
            cohorts: Vec::new(),
            exceptions: FxHashMap::from_iter([(Vec::new(), NO_EXCEPTIONS)]),
        }
    }

    /// The number of the next cohort.
    pub(super) fn next_cohort(&self) -> u32 {
        offset(self.cohorts.len())
    }

    /// Adds a member to a cohort.
    pub(super) fn join(&mut self, cohort: u32, member: Member, held_through: HeldThrough) {
        self.cohorts[cohort as usize].members.push((member, held_through));
    }

    /// Adds a cohort of one member, in these zones.
    pub(super) fn add_cohort(
        &mut self,
        shard: &mut Shard,
        zones: &[StandingZone],
        guard: u32,
        member: Member,
        held_through: HeldThrough,
    ) {
        let cohort = self.next_cohort();
        self.cohorts.push(Cohort { guard, members: smallvec![(member, held_through)] });
        for StandingZone { zone, exceptions } in zones {
            let exceptions = match exceptions.is_empty() {
                true => NO_EXCEPTIONS,
                false => self.exceptions(shard, exceptions),
            };
            let sets = &mut self.sets;
            self.zones.update(*zone, |set| sets.grow(set, Standing { exceptions, cohort }));
        }
    }

    fn exceptions(&mut self, shard: &mut Shard, zones: &[ZoneId]) -> u32 {
        if let Some(known) = self.exceptions.get(zones) {
            return *known;
        }
        let number = offset(shard.exceptions.len());
        shard.exceptions.push(Span::append(&mut shard.excepted_zones, zones.iter().copied()));
        self.exceptions.insert(zones.to_vec(), number);
        number
    }

    /// Makes a posting of each set that some zone has.
    pub(super) fn finish(self, shard: &mut Shard) {
        let PostingsBuilder { zones, sets, cohorts, .. } = self;
        let mut postings: Vec<Option<Position>> = vec![None; sets.len()];
        let mut spans = FxHashMap::default();
        shard.postings = zones.map(|set| {
            let posting = &mut postings[set.get()];
            *posting.get_or_insert_with(|| add_posting(shard, sets.items(set), &cohorts, &mut spans))
        });
        if shard.members.len() > 1 << Member::POSITION_BITS {
            broken("a shard has at most 2^28 members");
        }
    }
}

/// The number of the empty set of exceptions.
const NO_EXCEPTIONS: u32 = 0;

/// Adds the posting of a set to a shard, as runs of those who share guard and exceptions. Runs of the
/// same cohorts share their members, whose spans are known by the cohorts.
fn add_posting(
    shard: &mut Shard,
    set: impl Iterator<Item = Standing>,
    cohorts: &[Cohort],
    spans: &mut FxHashMap<SmallVec<[u32; 4]>, Span>,
) -> Position {
    let mut standing: Vec<(u32, u32, u32)> = set
        .map(|Standing { exceptions, cohort }| (cohorts[cohort as usize].guard, exceptions, cohort))
        .collect();
    standing.sort_unstable();
    let runs: Vec<Run> = standing
        .chunk_by(|a, b| (a.0, a.1) == (b.0, b.1))
        .map(|run| {
            let (guard, exceptions, _) = run[0];
            let cohorts_of_run = run.iter().map(|(.., cohort)| *cohort).collect();
            let members = *spans.entry(cohorts_of_run).or_insert_with_key(|numbers| {
                let members = || numbers.iter().flat_map(|cohort| &cohorts[*cohort as usize].members);
                // Plain members first: a processor guesses better where the two kinds stand apart.
                let plain = members().filter(|(member, _)| member.is_plain());
                let in_order = plain.chain(members().filter(|(member, _)| !member.is_plain()));
                shard.held_through.extend(in_order.clone().map(|(_, held_through)| *held_through));
                Span::append(&mut shard.members, in_order.map(|(member, _)| *member))
            });
            Run { members, guard, exceptions }
        })
        .collect();
    shard.add_posting(runs)
}
