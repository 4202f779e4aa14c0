//! What a need reads of one subject.

use jiff::civil::Date;

use super::holder::HeldThrough;
use super::zone_positions::ZonePositions;
use crate::engine::answer_group::AnswerGroup;
use crate::engine::criteria::Test;
use crate::engine::facts::ActivityNumber;
use crate::engine::period::Days;
use crate::engine::sieve::{CheckSet, ShardChecks};
use crate::engine::span::{Position, Span};
use crate::geography::ZoneId;

/// The experts who hold one subject, arranged so that a need finds those who match.
///
/// A shard refers to nothing outside of itself but experts and checks, by numbers that stay through
/// changes of the directory. All its lists are flat, and refer to each other by [`Span`]s, which keeps
/// a shard small enough for a processor's nearest caches.
#[derive(Debug, Default)]
pub(crate) struct Shard {
    /// Where the theme is offered; everywhere if empty.
    pub(crate) theme_zones: Vec<ZoneId>,
    /// The posting of each zone that has one, as the position of its first run. Zones in which the
    /// same experts stand, such as the communes of one antenne, share a posting.
    pub(crate) postings: ZonePositions,
    /// The runs of all postings, those of one posting in a row.
    pub(crate) runs: Vec<Run>,
    /// The checks of each run, apart from the runs: most runs are rejected by their checks, and not
    /// looked at. The last checks of a posting are marked, so that a posting needs no length.
    pub(crate) run_checks: Vec<CheckSet>,
    pub(crate) checks: ShardChecks,
    /// The members of all runs, those of one run in a row. Runs of the same experts share theirs.
    pub(crate) members: Vec<Member>,
    /// For each member, the competence through which it holds the subject: only read where a match is
    /// put together.
    pub(crate) held_through: Vec<HeldThrough>,
    /// The capacities of the members, as far as they count, each once. The most common one is the first.
    pub(crate) capacities: Vec<f64>,
    pub(crate) guards: Vec<Guard>,
    /// What guards refer to.
    pub(crate) tests: Vec<Test>,
    /// Positions among the tests, those of one list in a row.
    pub(crate) test_numbers: Vec<u32>,
    pub(crate) alternatives: Vec<Span>,
    pub(crate) activities: Vec<ActivityNumber>,
    pub(crate) answer_groups: Vec<AnswerGroup>,
    pub(crate) more_checks: Vec<CheckSet>,
    /// Sets of exceptions, as spans of `excepted_zones`, each sorted; the first is empty.
    pub(crate) exceptions: Vec<Span>,
    pub(crate) excepted_zones: Vec<ZoneId>,
}

/// Experts of one posting who share guard and exceptions.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Run {
    pub(crate) members: Span,
    pub(crate) guard: u32,
    pub(crate) exceptions: u32,
}

/// An expert in a run, with all that its place in the order depends on.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Member {
    /// What the fair order hashes.
    pub(crate) fair_key: u64,
    /// The number of the expert.
    pub(crate) expert: u32,
    /// The position of the capacity in the shard, shifted by one bit; the lowest bit is set for who has
    /// absences.
    capacity_and_absences: u32,
}

impl Member {
    /// How many bits the position of a member takes, of the 64 of a [`Found`]. A shard of more members
    /// would take 4 GB.
    ///
    /// [`Found`]: crate::engine::order::found::Found
    pub(crate) const POSITION_BITS: u32 = 28;

    pub(crate) fn new(fair_key: u64, expert: u32, capacity: u32, has_absences: bool) -> Member {
        Member { fair_key, expert, capacity_and_absences: capacity << 1 | u32::from(has_absences) }
    }

    /// Whether its draw alone places the expert in a level: it has no absences, and the most common
    /// capacity.
    #[inline]
    pub(crate) fn is_plain(&self) -> bool {
        self.capacity_and_absences == 0
    }

    /// The position of the capacity in the shard.
    pub(crate) fn capacity(&self) -> usize {
        (self.capacity_and_absences >> 1) as usize
    }

    pub(crate) fn has_absences(&self) -> bool {
        self.capacity_and_absences & 1 == 1
    }
}

/// All that decides on an expert beside subject, status and territory. Its lists are the shard's.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Guard {
    /// The checks that the sieve makes for it.
    pub(crate) checks: CheckSet,
    /// Those for which that has no room.
    pub(crate) more_checks: Span,
    /// The days on which its experts count.
    pub(crate) days: Days,
    /// Whether the checks decide everything, so that the guard is never asked.
    pub(crate) is_sifted: bool,
    /// The activities that the institution lists.
    pub(crate) activities: Span,
    /// The institution, where it is an OPCO.
    pub(crate) opco: Option<u32>,
    /// The numbers of the tests that all have to accept.
    pub(crate) required: Span,
    /// Spans of numbers of tests; one test of each has to accept.
    pub(crate) alternatives: Span,
    /// What the institution, the antenne and the expert ask for.
    pub(crate) answer_groups: [Span; 3],
}

/// A posting's run as it stands in one zone, for who counts rather than routes.
pub(crate) struct Standing<'s> {
    pub(crate) zone: ZoneId,
    pub(crate) exceptions: u32,
    pub(crate) guard: u32,
    pub(crate) members: &'s [Member],
}

impl Shard {
    /// Adds a posting of runs, of which there is at least one.
    pub(crate) fn add_posting(&mut self, runs: Vec<Run>) -> Position {
        let first = Position::after(self.runs.len());
        self.run_checks.extend(runs.iter().map(|run| {
            let guard = &self.guards[run.guard as usize];
            match run.exceptions != 0 || !guard.is_sifted {
                true => guard.checks.with_open(),
                false => guard.checks,
            }
        }));
        if let Some(last) = self.run_checks.last_mut() {
            *last = last.as_last();
        }
        self.runs.extend(runs);
        first
    }

    /// The member at a position.
    #[inline]
    pub(crate) fn member(&self, position: usize) -> &Member {
        &self.members[position]
    }

    /// The capacity of a member, as far as it counts.
    pub(crate) fn capacity(&self, member: &Member) -> f64 {
        self.capacities[member.capacity()]
    }

    /// The competence through which the member at a position holds the subject.
    pub(crate) fn held_through(&self, position: usize) -> HeldThrough {
        self.held_through[position]
    }

    /// Every run in every zone where it stands.
    pub(crate) fn standings(&self) -> impl Iterator<Item = Standing<'_>> {
        self.postings.iter().flat_map(move |(zone, posting)| {
            let first = posting.get();
            let before_last = self.run_checks[first..].iter().take_while(|checks| !checks.is_last()).count();
            self.runs[first..=first + before_last].iter().map(move |run| Standing {
                zone,
                exceptions: run.exceptions,
                guard: run.guard,
                members: run.members.slice(&self.members),
            })
        })
    }

    /// Whether the experts behind a guard count on a day.
    pub(crate) fn counts_on(&self, guard: u32, day: Date) -> bool {
        self.guards[guard as usize].days.hold(day)
    }

    /// Whether what a guard decides depends on the place: through zones that a criterion excludes or,
    /// where zones impose OPCO, through the OPCO.
    pub(crate) fn depends_on_place(&self, guard: u32, zones_impose_opco: bool) -> bool {
        let guard = &self.guards[guard as usize];
        let alternatives = guard.alternatives.slice(&self.alternatives);
        let tests = std::iter::once(&guard.required).chain(alternatives);
        let numbers = tests.flat_map(|tests| tests.slice(&self.test_numbers));
        numbers.into_iter().any(|number| self.tests[*number as usize].excludes_zones())
            || zones_impose_opco && guard.opco.is_some()
    }

    /// Whether the subject's theme is offered in one of these zones.
    pub(crate) fn is_offered(&self, chain: &[ZoneId; 7]) -> bool {
        self.theme_zones.is_empty() || self.theme_zones.iter().any(|zone| chain.contains(zone))
    }

    /// Whether one of these zones is in a set of exceptions.
    pub(crate) fn is_exception(&self, exceptions: u32, narrower: &[ZoneId]) -> bool {
        let zones = self.exceptions[exceptions as usize].slice(&self.excepted_zones);
        narrower.iter().any(|zone| zones.binary_search(zone).is_ok())
    }
}
