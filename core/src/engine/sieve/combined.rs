//! A check that is made of others, for a criterion with a period or with alternatives.

use jiff::civil::Date;

use super::check_set::{CheckNumber, NO_CHECK};
use super::verdicts::{ACCEPTS, CheckVerdicts, OPEN, REJECTS, VerdictBits};
use crate::engine::period::Days;

/// Alternatives, each the checks that all have to accept, of which one has to accept on some days.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Combined {
    days: Days,
    /// The checks of all alternatives, those of one in a row, each with whether it is the last of its alternative.
    checks: Vec<(CheckNumber, bool)>,
}

impl Combined {
    pub(crate) fn new<'c>(days: Days, alternatives: impl Iterator<Item = &'c [CheckNumber]>) -> Combined {
        let mut checks = Vec::new();
        for alternative in alternatives {
            match alternative.split_last() {
                Some((last, others)) => {
                    checks.extend(others.iter().map(|check| (*check, false)));
                    checks.push((*last, true));
                }
                None => checks.push((NO_CHECK, true)),
            }
        }
        Combined { days, checks }
    }

    /// The verdict of the alternatives, given those of their checks. Of several that accept, it is the one which
    /// leaves fewest facts unverified, as [`Alternatives`] decide it.
    ///
    /// [`Alternatives`]: crate::engine::criteria::Alternatives
    pub(super) fn verdict(&self, on: Date, verdicts: &CheckVerdicts) -> VerdictBits {
        if !self.days.hold(on) {
            return ACCEPTS;
        }
        // The rank, the place and the verdict of an alternative are one number: which of several comes first cannot
        // be guessed, and so is no branch.
        let (mut best, mut alternative) = (u64::MAX, ACCEPTS);
        for (place, (check, is_last)) in (0_u64..).zip(&self.checks) {
            alternative |= verdicts.of_check(*check);
            if *is_last {
                let ranked = u64::from(rank(alternative)) << 48 | place << VerdictBits::BITS;
                best = best.min(ranked | u64::from(alternative));
                alternative = ACCEPTS;
            }
        }
        (best & u64::from(VerdictBits::MAX)) as VerdictBits
    }
}

/// The rank of what rejects.
const LAST: u32 = VerdictBits::BITS + 1;

/// What accepts comes first, then what cannot be decided, since it might accept without more, then what leaves fewest
/// facts unverified, and last what rejects.
fn rank(verdict: VerdictBits) -> u32 {
    let facts = (verdict & !(REJECTS | OPEN)).count_ones();
    let is = |wanted: VerdictBits| u32::from(verdict & wanted != 0);
    let when_decided = (1 - is(OPEN)) * facts + u32::from(verdict != ACCEPTS);
    (1 - is(REJECTS)) * when_decided + is(REJECTS) * LAST
}

#[cfg(test)]
mod tests {
    use super::*;

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
            assert_eq!(combined.verdict(day("2026-12-31"), &verdicts), expected, "{given:?}");
            assert_eq!(combined.verdict(day("2027-01-01"), &verdicts), ACCEPTS);
        }
    }

    #[test]
    fn all_checks_of_an_alternative_have_to_accept() {
        let mut verdicts = CheckVerdicts::default();
        verdicts.set(10, REJECTS);
        verdicts.set(11, 0b1);
        verdicts.set(12, 0b10);
        let verdict = |alternatives: &[&[CheckNumber]]| {
            let combined = Combined::new(Days::ALL, alternatives.iter().copied());
            combined.verdict(jiff::civil::date(2026, 1, 1), &verdicts)
        };
        assert_eq!(verdict(&[&[11, 12]]), 0b11);
        assert_eq!(verdict(&[&[11, 12], &[10, 13], &[12]]), 0b10);
        assert_eq!(verdict(&[&[11, 12], &[]]), ACCEPTS);
        assert_ne!(verdict(&[&[13, 10], &[10, 11, 12]]) & REJECTS, 0);
    }
}
