//! How a need finds the runs that match.

use smallvec::SmallVec;

use super::index::Index;
use super::rules;
use super::shard::{Run, Shard};
use super::test_verdicts::{TestVerdict, TestVerdicts};
use crate::directory::RulesVersion;
use crate::engine::conditions::Unverified;
use crate::engine::criteria::Verdict;
use crate::engine::facts::Facts;
use crate::engine::sieve::{CheckSet, CheckVerdicts};
use crate::engine::span::Span;

/// The members of a run that match, and how.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Accepted {
    pub(crate) members: Span,
    /// The level of the zone that covers.
    pub(crate) level: u8,
    pub(crate) unverified: Unverified,
}

/// The accepted runs of one need; most needs have fewer than 32, which need no allocation.
pub(crate) type AcceptedRuns = SmallVec<[Accepted; 32]>;

impl Index {
    /// Finds the runs that match a need level by level, from narrow to wide; stops after a level once
    /// `is_enough` says so of its runs.
    // Not inlined, as it and its caller have more values at hand than there are registers: inlined, this
    // and the like below take two in a hundred instructions more of a need (callgrind, benches/README.md).
    #[inline(never)]
    pub(crate) fn find(
        &self,
        shard: &Shard,
        facts: &Facts<'_, '_>,
        accepted: &mut AcceptedRuns,
        mut is_enough: impl FnMut(&[Accepted]) -> bool,
    ) {
        if !shard.is_offered(&facts.chain) {
            return;
        }
        let mut verdicts = CheckVerdicts::default();
        self.sieve.sift(facts, &mut verdicts);
        shard.checks.sift(facts, &mut verdicts);
        let mut asked = TestVerdicts::default();
        // All seven before the first is read: each is likely to be far from the processor, and none has
        // to wait for another.
        let postings = facts.chain.map(|zone| shard.postings.get(zone));
        for (level, posting) in (0_u8..).zip(postings) {
            let Some(posting) = posting else { continue };
            let before = accepted.len();
            let mut first = posting.get();
            loop {
                let (runs, checks) = (&shard.runs[first..], &shard.run_checks[first..]);
                let remaining = verdicts.remaining(checks);
                let mut bits = remaining.runs;
                while bits != 0 {
                    let next = bits.trailing_zeros() as usize;
                    bits &= bits - 1;
                    let run = &runs[next];
                    let passed = match remaining.open >> next & 1 {
                        0 => Some(verdicts.unverified(checks[next])),
                        _ => match verdicts.decided(checks[next], shard.more_checks(run)) {
                            Verdict::Rejects => None,
                            Verdict::Accepts(unverified) => Some(unverified),
                            Verdict::Open => shard.ask(run, level, facts, &mut asked),
                        },
                    };
                    if let Some(unverified) = passed {
                        accepted.push(Accepted { members: run.members, level, unverified });
                    }
                }
                if remaining.is_complete {
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
    /// The checks for which the first of a run have no room.
    fn more_checks(&self, run: &Run) -> &[CheckSet] {
        self.guards[run.guard as usize].more_checks.slice(&self.more_checks)
    }

    /// Asks the exceptions and the guard of a run that no check rejects.
    // Not inlined: few runs come here, and the others keep their registers.
    #[inline(never)]
    fn ask(
        &self,
        run: &Run,
        level: u8,
        facts: &Facts<'_, '_>,
        asked: &mut TestVerdicts,
    ) -> Option<Unverified> {
        let narrower = &facts.chain[..usize::from(level)];
        if run.exceptions != 0 && self.is_exception(run.exceptions, narrower) {
            return None;
        }
        self.passes(run.guard, facts, asked)
    }

    /// Periods, and rules 4 to 7: what a guard leaves unverified, if it lets the need pass.
    pub(crate) fn passes(
        &self,
        guard: u32,
        facts: &Facts<'_, '_>,
        asked: &mut TestVerdicts,
    ) -> Option<Unverified> {
        let guard = &self.guards[guard as usize];
        if !guard.days.hold(facts.on) || !rules::activities(guard.activities.slice(&self.activities), facts) {
            return None;
        }
        let mut unverified = rules::opco(guard.opco, facts)?;
        unverified = unverified.union(self.level(guard.required, RulesVersion::Every, facts, asked)?);
        for tests in guard.alternatives.slice(&self.alternatives) {
            unverified = unverified.union(self.level(*tests, RulesVersion::AnyInLevel, facts, asked)?);
        }
        let accepts = |groups: &Span| rules::answers(groups.slice(&self.answer_groups), facts);
        guard.answer_groups.iter().all(accepts).then_some(unverified)
    }

    /// Rule 6 for some tests: what they leave unverified, if they accept.
    fn level(
        &self,
        tests: Span,
        rules: RulesVersion,
        facts: &Facts<'_, '_>,
        asked: &mut TestVerdicts,
    ) -> Option<Unverified> {
        let numbers = tests.slice(&self.test_numbers).iter();
        let verdicts = numbers.filter_map(|test| match asked.of(&self.tests, *test, facts) {
            TestVerdict::OutOfPeriod => None,
            TestVerdict::Rejects => Some(None),
            TestVerdict::Accepts(unverified) => Some(Some(unverified)),
        });
        rules::level(verdicts, rules)
    }
}
