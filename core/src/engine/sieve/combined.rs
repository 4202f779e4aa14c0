//! Checks that are made of others, for criteria with a period or with alternatives.

use jiff::civil::Date;

use super::check_set::{CheckNumber, CheckSet};
use super::verdicts::{ACCEPTS, CheckVerdicts, OPEN, REJECTS, VerdictBits};
use crate::engine::period::Days;
use crate::engine::span::Span;

/// Alternatives, each the checks that all have to accept, of which one has to accept on some days.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Combined {
    days: Days,
    alternatives: Vec<Vec<CheckNumber>>,
}

impl Combined {
    pub(crate) fn new<'c>(days: Days, alternatives: impl Iterator<Item = &'c [CheckNumber]>) -> Combined {
        Combined { days, alternatives: alternatives.map(<[CheckNumber]>::to_vec).collect() }
    }
}

/// The combined checks of a shard. What they are made of lies in one row: with a list for each, a need waited for
/// memory at every one.
#[derive(Debug, Default)]
pub(super) struct CombinedChecks {
    checks: Vec<CombinedCheck>,
    /// The checks of all alternatives, the last set of each marked.
    alternatives: Vec<CheckSet>,
}

#[derive(Clone, Copy, Debug)]
struct CombinedCheck {
    days: Days,
    alternatives: Span,
    check: CheckNumber,
}

impl CombinedChecks {
    pub(super) fn add(&mut self, combined: &Combined, check: CheckNumber) {
        let first = self.alternatives.len();
        for checks in &combined.alternatives {
            let start = self.alternatives.len();
            self.alternatives.extend(checks.chunks(CheckSet::CAPACITY).map(CheckSet::new));
            if self.alternatives.len() == start {
                self.alternatives.push(CheckSet::default());
            }
            if let Some(last) = self.alternatives.last_mut() {
                *last = last.as_last();
            }
        }
        let alternatives = Span::between(first, self.alternatives.len());
        self.checks.push(CombinedCheck { days: combined.days, alternatives, check });
    }

    /// Sets the verdict of each on a need, given those of the checks that it is made of.
    pub(super) fn sift(&self, on: Date, verdicts: &mut CheckVerdicts) {
        for combined in &self.checks {
            let verdict = match combined.days.hold(on) {
                false => ACCEPTS,
                true => surest(combined.alternatives.slice(&self.alternatives), verdicts),
            };
            verdicts.set(combined.check, verdict);
        }
    }
}

/// The verdict of alternatives, given those of their checks. Of several that accept, it is the one which leaves
/// fewest facts unverified, as [`Alternatives`] decide it.
///
/// [`Alternatives`]: crate::engine::criteria::Alternatives
fn surest(alternatives: &[CheckSet], verdicts: &CheckVerdicts) -> VerdictBits {
    let (mut best, mut best_rank, mut alternative) = (REJECTS, REJECTED_RANK, ACCEPTS);
    for checks in alternatives {
        alternative |= verdicts.of(*checks);
        // Few have more checks than a set.
        if checks.is_last() {
            // Most alternatives accept or reject, and then no fact is counted.
            if alternative == ACCEPTS {
                return ACCEPTS;
            }
            let rank = rank(alternative);
            if rank < best_rank {
                (best, best_rank) = (alternative, rank);
            }
            alternative = ACCEPTS;
        }
    }
    best
}

/// The rank of what does not simply accept: what cannot be decided comes first, since it might accept without more,
/// then what leaves fewest facts unverified, and last what rejects.
fn rank(verdict: VerdictBits) -> u32 {
    if verdict & REJECTS != 0 {
        REJECTED_RANK
    } else if verdict & OPEN != 0 {
        0
    } else {
        verdict.count_ones()
    }
}

const REJECTED_RANK: u32 = VerdictBits::BITS;

#[cfg(test)]
mod tests {
    use super::*;

    fn sifted(combined: &Combined, on: Date, verdicts: &mut CheckVerdicts) -> VerdictBits {
        const OWN: CheckNumber = 100;
        let mut checks = CombinedChecks::default();
        checks.add(combined, OWN);
        checks.sift(on, verdicts);
        verdicts.of(CheckSet::new(&[OWN]))
    }

    #[test]
    fn the_alternative_that_is_surest_decides() {
        let (one_fact, another, two_facts) = (0b1, 0b10, 0b110);
        for (given, expected) in [
            (vec![REJECTS, REJECTS | one_fact], REJECTS),
            (vec![REJECTS, two_facts, one_fact], one_fact),
            (vec![another, one_fact], another),
            (vec![one_fact, OPEN | REJECTS], one_fact),
            (vec![one_fact, OPEN | two_facts, REJECTS], OPEN | two_facts),
            (vec![OPEN, one_fact, ACCEPTS], ACCEPTS),
            (vec![two_facts], two_facts),
        ] {
            let mut verdicts = CheckVerdicts::default();
            let checks: Vec<CheckNumber> = (10..).take(given.len()).collect();
            given.iter().zip(&checks).for_each(|(verdict, check)| verdicts.set(*check, *verdict));
            let day = |text: &str| text.parse::<Date>().unwrap();
            let days = Days { first: day("2026-01-01"), last: day("2026-12-31") };
            let combined = Combined::new(days, checks.chunks(1));
            assert_eq!(sifted(&combined, day("2026-12-31"), &mut verdicts), expected, "{given:?}");
            assert_eq!(sifted(&combined, day("2027-01-01"), &mut verdicts), ACCEPTS);
        }
    }

    #[test]
    fn all_checks_of_an_alternative_have_to_accept() {
        let mut verdicts = CheckVerdicts::default();
        verdicts.set(10, REJECTS);
        verdicts.set(11, 0b1);
        verdicts.set(12, 0b10);
        let mut verdict = |alternatives: &[&[CheckNumber]]| {
            let combined = Combined::new(Days::ALL, alternatives.iter().copied());
            sifted(&combined, jiff::civil::date(2026, 1, 1), &mut verdicts)
        };
        assert_eq!(verdict(&[&[11, 12]]), 0b11);
        assert_eq!(verdict(&[&[11, 12], &[10, 13], &[12]]), 0b10);
        assert_eq!(verdict(&[&[11, 12], &[]]), ACCEPTS);
        assert_ne!(verdict(&[&[13, 10], &[10, 11, 12]]) & REJECTS, 0);
    }
}
