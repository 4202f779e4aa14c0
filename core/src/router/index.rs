//! The compiled index: for each subject a *shard* with the postings of its zones. A need probes the
//! few zones that contain it, from narrow to wide.
//!
//! Inside a posting, experts stand in runs. All experts of a run share one *guard* (everything that
//! decides beside subject and territory: activities, OPCO, criteria, answers), which is tested once
//! a run; and one set of *exceptions*: narrower zones of the same expert, for which the expert
//! stands in another posting. So an expert is found once, in the narrowest zone that covers, and no
//! result has to be looked through for duplicates.
//!
//! Most zones have the same experts as others, such as the communes of one antenne: their postings are
//! one, which keeps a shard small enough for a processor's nearest caches.
//!
//! A shard refers to nothing outside itself but experts by number, so that another directory that
//! differs elsewhere shares it.

use std::sync::{Arc, OnceLock};

use smallvec::{SmallVec, smallvec};

use super::facts::Facts;
use super::postings::Postings;
use super::rules::{self, Group, Test, Unverified};
use crate::directory::Rules;
use crate::geography::ZoneId;

/// Everything that is compiled of a directory.
#[derive(Clone, Debug, Default)]
pub(crate) struct Index {
    pub(crate) rules: Rules,
    /// By subject; each is made when it is first asked for, unless that was before.
    pub(super) shards: Vec<Arc<OnceLock<Shard>>>,
    /// By subject, the experts who hold it, active or not, in the order of their ids.
    pub(crate) competent: Vec<Arc<[u32]>>,
    /// By number. A number stays with its expert through changes of the directory, which moves
    /// positions.
    pub(crate) experts: Vec<IndexedExpert>,
    /// The numbers of the experts, in the order of their ids.
    pub(crate) by_id: Vec<u32>,
    /// The numbers that nobody has any more.
    pub(crate) free: Vec<u32>,
    pub(crate) tests: OwnersTests,
}

/// The tests of each owner's criteria, in their order. Equal criteria share theirs.
#[derive(Clone, Debug, Default)]
pub(crate) struct OwnersTests {
    /// As the directory counts them.
    pub(crate) institutions: Vec<Tests>,
    /// As the directory counts them.
    pub(crate) antennes: Vec<Tests>,
    /// By number.
    pub(crate) experts: Vec<Tests>,
}

/// The tests of one owner's criteria; nothing for the many who have none.
pub(crate) type Tests = Option<Arc<[Arc<Test>]>>;

/// What is looked up of an expert.
#[derive(Clone, Debug)]
pub(crate) struct IndexedExpert {
    /// What the fair order hashes.
    pub(crate) key: u64,
    pub(crate) capacity: f64,
    /// Position in the directory.
    pub(crate) position: u32,
    pub(crate) institution: u32,
    pub(crate) antenne: u32,
    pub(crate) max_open: Option<u32>,
    pub(crate) has_absences: bool,
}

/// What a need reads of one subject.
#[derive(Debug, Default)]
pub(crate) struct Shard {
    /// Where the theme is offered; everywhere if empty.
    pub(crate) theme_zones: Vec<ZoneId>,
    pub(super) postings: Postings,
    /// The runs of each posting, in a row: a posting's number is one more than the first's. Zones where
    /// the same experts stand have one posting.
    pub(super) runs: Vec<Run>,
    /// The experts of each run, in a row. Runs of the same experts share theirs.
    pub(crate) members: Vec<Member>,
    /// Its most common capacity, divided by each capacity that its experts have; that one is the first.
    pub(super) ratios: Vec<f64>,
    pub(crate) guards: Vec<Guard>,
    pub(crate) tests: Vec<Arc<Test>>,
    /// What guards refer to: lists of tests and of such lists, of activities and of groups of answers.
    pub(crate) test_lists: Vec<u32>,
    pub(crate) alternatives: Vec<Span>,
    pub(crate) activities: Vec<u16>,
    pub(crate) groups: Vec<Group>,
    /// Sets of exceptions, each in `excepted_zones`, sorted; the first is empty.
    pub(crate) exceptions: Vec<Span>,
    pub(crate) excepted_zones: Vec<ZoneId>,
}

/// From one item of a list to before another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Span {
    pub(crate) start: u32,
    pub(crate) end: u32,
}

impl Span {
    pub(crate) fn is_empty(&self) -> bool {
        self.start == self.end
    }

    pub(crate) fn len(&self) -> usize {
        (self.end - self.start) as usize
    }

    pub(crate) fn of<T>(self, items: &[T]) -> &[T] {
        &items[self.start as usize..self.end as usize]
    }
}

/// Experts of one posting that share what decides.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Run {
    pub(crate) guard: u32,
    /// The guard's OPCO, [`Guard::NO_OPCO`] if it has none: what rejects most often stands close by.
    pub(crate) opco: u32,
    /// Whether the guard decides on anything else.
    pub(crate) has_more: bool,
    /// Whether it is the last of its posting.
    pub(crate) is_last: bool,
    pub(crate) exceptions: u32,
    pub(crate) members: Span,
}

/// An expert in a posting, with what its place in the order depends on.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Member {
    /// What the fair order hashes.
    pub(crate) key: u64,
    pub(crate) expert: u32,
    /// The number of the capacity in the shard, twice, and one more for who has absences.
    capacity_and_absences: u32,
}

impl Member {
    pub(crate) fn new(key: u64, expert: u32, capacity: u32, has_absences: bool) -> Member {
        Member { key, expert, capacity_and_absences: capacity << 1 | u32::from(has_absences) }
    }

    /// Whether nothing but its draw places it: it has no absences, and the most common capacity.
    pub(crate) fn is_plain(&self) -> bool {
        self.capacity_and_absences == 0
    }

    /// The number of the capacity in the shard.
    pub(crate) fn capacity(&self) -> usize {
        (self.capacity_and_absences >> 1) as usize
    }

    pub(crate) fn has_absences(&self) -> bool {
        self.capacity_and_absences & 1 == 1
    }
}

/// Everything that decides beside subject, status and territory. Lists are in the shard's.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Guard {
    /// The activities of the institution.
    pub(crate) activities: Span,
    /// The institution, where it is an OPCO.
    pub(crate) opco: u32,
    /// The tests that all have to accept.
    pub(crate) required: Span,
    /// Lists of tests, of each of which one has to accept.
    pub(crate) alternatives: Span,
    pub(crate) groups: Span,
}

impl Guard {
    pub(crate) const NO_OPCO: u32 = u32::MAX;

    /// Whether anything but the OPCO decides.
    pub(crate) fn has_more(&self) -> bool {
        ![self.activities, self.required, self.alternatives, self.groups].iter().all(Span::is_empty)
    }
}

/// The members of a run that match, and how.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Accepted {
    pub(crate) members: Span,
    /// The level of the zone that covers.
    pub(crate) level: u8,
    pub(crate) unverified: Unverified,
}

impl Index {
    /// Finds the runs that match a need level by level, narrow to wide; stops after the level with
    /// which `is_enough` is content.
    pub(crate) fn find(
        &self,
        shard: &Shard,
        facts: &Facts<'_, '_>,
        accepted: &mut SmallVec<[Accepted; 32]>,
        mut is_enough: impl FnMut(&[Accepted]) -> bool,
    ) {
        if !shard.is_offered(&facts.chain) {
            return;
        }
        let mut verdicts = Verdicts::new(shard, facts);
        // All at once: each is likely to be far from the processor, and none waits for another.
        let postings = facts.chain.map(|zone| shard.postings.get(zone));
        for (level, posting) in (0_u8..).zip(postings).filter(|(_, posting)| *posting != 0) {
            let before = accepted.len();
            for run in shard.runs_of(posting) {
                if run.opco != Guard::NO_OPCO && facts.opco != Some(run.opco)
                    || run.exceptions != 0
                        && shard.is_exception(run.exceptions, &facts.chain[..usize::from(level)])
                {
                    continue;
                }
                let passed = match run.has_more {
                    true => verdicts.passes(run.guard),
                    false => Some(Unverified::default()),
                };
                if let Some(unverified) = passed {
                    accepted.push(Accepted { members: run.members, level, unverified });
                }
            }
            if is_enough(&accepted[before..]) {
                break;
            }
        }
    }
}

impl Shard {
    /// Adds a posting of these runs, of which there is at least one; returns its number.
    pub(super) fn add_posting(&mut self, runs: &[Run]) -> u32 {
        let first = self.runs.len();
        self.runs.extend_from_slice(runs);
        if let Some(last) = self.runs.last_mut() {
            last.is_last = true;
        }
        // Four billion runs would not fit into memory.
        first as u32 + 1
    }

    /// The runs of a posting.
    #[inline]
    fn runs_of(&self, posting: u32) -> impl Iterator<Item = &Run> {
        let mut ended = false;
        self.runs[posting as usize - 1..]
            .iter()
            .take_while(move |run| !std::mem::replace(&mut ended, run.is_last))
    }

    /// The runs of each zone that has any.
    pub(crate) fn zones(&self) -> impl Iterator<Item = (ZoneId, impl Iterator<Item = &Run>)> {
        self.postings.iter().map(|(zone, posting)| (zone, self.runs_of(posting)))
    }

    /// Every test that a guard makes.
    pub(crate) fn tests_of(&self, guard: &Guard) -> impl Iterator<Item = &Test> {
        let alternatives = guard.alternatives.of(&self.alternatives);
        let lists = std::iter::once(guard.required).chain(alternatives.iter().copied());
        lists.flat_map(move |list| list.of(&self.test_lists)).map(|test| &*self.tests[*test as usize])
    }

    /// Whether the subject's theme is offered in one of these zones.
    pub(crate) fn is_offered(&self, chain: &[ZoneId; 7]) -> bool {
        self.theme_zones.is_empty() || self.theme_zones.iter().any(|zone| chain.contains(zone))
    }

    /// Whether one of these zones is in a set of exceptions.
    pub(crate) fn is_exception(&self, exceptions: u32, narrower: &[ZoneId]) -> bool {
        let zones = self.exceptions[exceptions as usize].of(&self.excepted_zones);
        narrower.iter().any(|zone| zones.binary_search(zone).is_ok())
    }
}

/// What the guards of a shard say of one need. They share tests, each of which is made once.
pub(crate) struct Verdicts<'a> {
    shard: &'a Shard,
    facts: &'a Facts<'a, 'a>,
    tests: SmallVec<[Known; 128]>,
}

/// What is known so far of a test: nothing, that it rejects, or what it leaves unverified.
#[derive(Clone, Copy, PartialEq)]
struct Known(u8);

impl Known {
    const NOTHING: Known = Known(0);
    const REJECTS: Known = Known(1);

    fn accepts(unverified: Unverified) -> Known {
        Known(unverified.bits() << 1 | 1 << 7)
    }

    fn verdict(self) -> Option<Unverified> {
        (self != Known::REJECTS).then_some(Unverified::from_bits(self.0 >> 1 & ((1 << Unverified::BITS) - 1)))
    }
}

impl<'a> Verdicts<'a> {
    pub(crate) fn new(shard: &'a Shard, facts: &'a Facts<'a, 'a>) -> Verdicts<'a> {
        Verdicts { shard, facts, tests: smallvec![Known::NOTHING; shard.tests.len()] }
    }

    /// Rules 4 to 7; what they leave unverified where they accept.
    pub(crate) fn passes(&mut self, guard: u32) -> Option<Unverified> {
        let shard = self.shard;
        let guard = &shard.guards[guard as usize];
        let opco = (guard.opco != Guard::NO_OPCO).then_some(guard.opco);
        if !rules::activities(guard.activities.of(&shard.activities), self.facts)
            || !rules::opco(opco, self.facts)
        {
            return None;
        }
        let mut unverified = Unverified::default();
        for test in guard.required.of(&shard.test_lists) {
            unverified = unverified.union(self.test(*test)?);
        }
        for list in guard.alternatives.of(&shard.alternatives) {
            unverified = unverified.union(self.any(*list)?);
        }
        rules::answers(guard.groups.of(&shard.groups), self.facts).then_some(unverified)
    }

    #[inline(never)]
    fn any(&mut self, list: Span) -> Option<Unverified> {
        let verdicts = list.of(&self.shard.test_lists).iter().map(|test| self.test(*test));
        rules::level(verdicts, Rules::AnyInLevel)
    }

    #[inline]
    fn test(&mut self, number: u32) -> Option<Unverified> {
        let known = &mut self.tests[number as usize];
        if *known == Known::NOTHING {
            let verdict = self.shard.tests[number as usize].accepts(self.facts);
            *known = verdict.map_or(Known::REJECTS, Known::accepts);
        }
        known.verdict()
    }
}
