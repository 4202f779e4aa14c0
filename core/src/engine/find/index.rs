//! The compiled index: for each subject a *shard* with the postings of its zones. A need probes the
//! few zones that contain it, from narrow to wide.
//!
//! Inside a posting, experts stand in runs. All experts of a run share one *guard* (everything that
//! decides beside subject and territory: activities, OPCO, criteria, answers); and one set of
//! *exceptions*: narrower zones of the same expert, for which the expert stands in another posting.
//! So an expert is found once, in the narrowest zone that covers, and no result has to be looked
//! through for duplicates. A sieve says of most guards whether they reject, see [`crate::engine::sieve`]; only
//! the others are tested.
//!
//! Most zones have the same experts as others, such as the communes of one antenne: their postings are
//! one, which keeps a shard small enough for a processor's nearest caches.
//!
//! A shard refers to nothing outside itself but experts and checks by numbers that stay, so that
//! another directory that differs elsewhere shares it.

use std::sync::{Arc, OnceLock};

use smallvec::SmallVec;

use crate::directory::Rules;
use crate::engine::conditions::Unverified;
use crate::engine::criteria::Test;
use crate::engine::facts::Facts;
use crate::engine::find::away::Away;
use crate::engine::find::held::{Held, Holder};
use crate::engine::find::postings::Postings;
use crate::engine::find::rules::{self, Group};
use crate::engine::order::found::Found;
use crate::engine::sieve::{CheckNumber, CheckSet, OwnChecks, Sieve, Sifted};
use crate::geography::ZoneId;

/// Everything that is compiled of a directory.
#[derive(Clone, Debug, Default)]
pub(crate) struct Index {
    pub(crate) rules: Rules,
    /// By subject; each is made when it is first asked for, unless that was before.
    pub(crate) shards: Vec<Arc<OnceLock<Shard>>>,
    /// By subject, the experts who hold it, active or not, in the order of their ids.
    pub(crate) competent: Vec<Arc<[Holder]>>,
    /// By number. A number stays with its expert through changes of the directory, which moves
    /// positions.
    pub(crate) experts: Vec<IndexedExpert>,
    /// The numbers of the experts, in the order of their ids.
    pub(crate) by_id: Vec<u32>,
    /// The numbers that nobody has any more.
    pub(crate) free: Vec<u32>,
    pub(crate) tests: OwnersTests,
    pub(crate) sieve: Arc<Sieve>,
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
pub(crate) type Tests = Option<Arc<[Arc<OwnTest>]>>;

/// The test of a criterion, and its checks.
#[derive(Debug)]
pub(crate) struct OwnTest {
    pub(crate) test: Test,
    pub(crate) checks: Vec<CheckNumber>,
    /// Whether they say all that the test does.
    pub(crate) is_sifted: bool,
}

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
    pub(crate) away: Option<Away>,
    pub(crate) is_active: bool,
    /// Whether the territory is the antenne's, whatever the subject.
    pub(crate) follows_antenne: bool,
}

/// What a need reads of one subject.
#[derive(Debug, Default)]
pub(crate) struct Shard {
    /// Where the theme is offered; everywhere if empty.
    pub(crate) theme_zones: Vec<ZoneId>,
    pub(crate) postings: Postings,
    /// The runs of each posting, in a row: a posting's number is one more than the first's. Zones where
    /// the same experts stand have one posting.
    pub(crate) runs: Vec<Run>,
    /// Those of each run's guard, apart: many runs are rejected by them and not looked at. The last of a
    /// posting is marked.
    pub(crate) checks: Vec<CheckSet>,
    pub(crate) own_checks: OwnChecks,
    /// The experts of each run, in a row. Runs of the same experts share theirs.
    pub(crate) members: Vec<Member>,
    /// What of each is only read where a match is looked at.
    pub(crate) held: Vec<Held>,
    /// Its most common capacity, divided by each capacity that its experts have; that one is the first.
    pub(crate) ratios: Vec<f64>,
    pub(crate) guards: Vec<Guard>,
    /// What guards refer to: tests, lists of tests, activities and groups of answers.
    pub(crate) tests: Vec<Test>,
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

    /// Where items stand that are put at the end of a list.
    pub(crate) fn append<T>(list: &mut Vec<T>, items: impl IntoIterator<Item = T>) -> Span {
        let start = offset(list.len());
        list.extend(items);
        Span { start, end: offset(list.len()) }
    }
}

/// The place of an item in a list. Four billion of anything would not fit into memory.
pub(crate) fn offset(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

/// Experts of one posting that share what decides.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Run {
    pub(crate) members: Span,
    pub(crate) guard: u32,
    pub(crate) exceptions: u32,
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
    /// What says most of it.
    pub(crate) checks: CheckSet,
    /// Whether that is all.
    pub(crate) is_sifted: bool,
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
    /// which `is_enough` is content. Apart from its caller, so that registers suffice.
    #[inline(never)]
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
        let mut sifted = Sifted::default();
        self.sieve.sift(facts, &mut sifted);
        shard.own_checks.sift(facts, &mut sifted);
        // All at once: each is likely to be far from the processor, and none waits for another.
        let postings = facts.chain.map(|zone| shard.postings.get(zone));
        for (level, posting) in (0_u8..).zip(postings).filter(|(_, posting)| *posting != 0) {
            let before = accepted.len();
            let mut first = posting as usize - 1;
            loop {
                let (runs, checks) = (&shard.runs[first..], &shard.checks[first..]);
                let left = sifted.left(checks);
                let mut bits = left.runs;
                while bits != 0 {
                    let next = bits.trailing_zeros() as usize;
                    bits &= bits - 1;
                    let run = &runs[next];
                    let passed = match left.open >> next & 1 {
                        0 => Some(Unverified::default()),
                        _ => shard.asked(run, level, facts),
                    };
                    if let Some(unverified) = passed {
                        accepted.push(Accepted { members: run.members, level, unverified });
                    }
                }
                if left.is_all {
                    break;
                }
                first += u64::BITS as usize;
            }
            if is_enough(&accepted[before..]) {
                break;
            }
        }
    }
}

impl Shard {
    /// Adds a posting of these runs, of which there is at least one; returns its number.
    pub(crate) fn add_posting(&mut self, runs: Vec<Run>) -> u32 {
        let first = self.runs.len();
        self.checks.extend(runs.iter().map(|run| {
            let guard = &self.guards[run.guard as usize];
            match run.exceptions != 0 || !guard.is_sifted {
                true => guard.checks.open(),
                false => guard.checks,
            }
        }));
        if let Some(last) = self.checks.last_mut() {
            *last = last.last();
        }
        self.runs.extend(runs);
        offset(first) + 1
    }

    /// The runs of each zone that has any.
    pub(crate) fn zones(&self) -> impl Iterator<Item = (ZoneId, &[Run])> {
        self.postings.iter().map(|(zone, posting)| {
            let first = posting as usize - 1;
            let before_last = self.checks[first..].iter().take_while(|checks| !checks.is_last()).count();
            (zone, &self.runs[first..][..=before_last])
        })
    }

    /// Who was found.
    pub(crate) fn member(&self, found: Found) -> &Member {
        &self.members[found.member() as usize]
    }

    /// Every test that a guard makes.
    pub(crate) fn tests_of(&self, guard: &Guard) -> impl Iterator<Item = &Test> {
        let alternatives = guard.alternatives.of(&self.alternatives);
        let lists = std::iter::once(guard.required).chain(alternatives.iter().copied());
        lists.flat_map(|list| list.of(&self.tests))
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

    /// Rules 3 to 7 for a run that the checks let through.
    #[inline(never)]
    fn asked(&self, run: &Run, level: u8, facts: &Facts<'_, '_>) -> Option<Unverified> {
        let narrower = &facts.chain[..usize::from(level)];
        if run.exceptions != 0 && self.is_exception(run.exceptions, narrower) {
            return None;
        }
        self.passes(run.guard, facts)
    }

    /// Rules 4 to 7; what they leave unverified where they accept.
    pub(crate) fn passes(&self, guard: u32, facts: &Facts<'_, '_>) -> Option<Unverified> {
        let guard = &self.guards[guard as usize];
        let opco = (guard.opco != Guard::NO_OPCO).then_some(guard.opco);
        if !rules::activities(guard.activities.of(&self.activities), facts) || !rules::opco(opco, facts) {
            return None;
        }
        let mut unverified = Unverified::default();
        for test in guard.required.of(&self.tests) {
            unverified = unverified.union(test.accepts(facts)?);
        }
        for list in guard.alternatives.of(&self.alternatives) {
            let verdicts = list.of(&self.tests).iter().map(|test| test.accepts(facts));
            unverified = unverified.union(rules::level(verdicts, Rules::AnyInLevel)?);
        }
        rules::answers(guard.groups.of(&self.groups), facts).then_some(unverified)
    }
}
