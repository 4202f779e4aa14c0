//! A check that is made of others, for a criterion with a period or with alternatives.

use jiff::civil::Date;
use smallvec::SmallVec;

use super::check_set::CheckSet;
use super::verdicts::{ACCEPTS, CheckVerdicts, OPEN, REJECTS, VerdictBits};
use crate::engine::period::Days;

/// Sets of checks, of which one has to accept on some days.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Combined {
    pub(crate) days: Days,
    pub(crate) alternatives: SmallVec<[CheckSet; 3]>,
}

impl Combined {
    /// The verdict of the alternatives, given those of their checks. Of several that accept, it is the one which
    /// leaves fewest facts unverified, as [`Alternatives`] decide it.
    ///
    /// [`Alternatives`]: crate::engine::criteria::Alternatives
    pub(super) fn verdict(&self, on: Date, verdicts: &CheckVerdicts) -> VerdictBits {
        if !self.days.hold(on) {
            return ACCEPTS;
        }
        if let [only] = self.alternatives.as_slice() {
            return verdicts.of(*only);
        }
        // The rank, the place and the verdict of an alternative in one number: what comes first of several cannot
        // be guessed, and so is no branch.
        let ranked = |(place, checks): (u64, &CheckSet)| {
            let verdict = verdicts.of(*checks);
            u64::from(rank(verdict)) << 48 | place << VerdictBits::BITS | u64::from(verdict)
        };
        let best = (0..).zip(&self.alternatives).map(ranked).min();
        best.map_or(ACCEPTS, |best| (best & u64::from(VerdictBits::MAX)) as VerdictBits)
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
    use smallvec::smallvec;

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
            let mut alternatives = smallvec![];
            for (verdict, check) in given.iter().zip(10..) {
                verdicts.set(check, *verdict);
                alternatives.push(CheckSet::new(&[check]));
            }
            let day = |text: &str| text.parse::<Date>().unwrap();
            let days = Days { first: day("2026-01-01"), last: day("2026-12-31") };
            let combined = Combined { days, alternatives };
            assert_eq!(combined.verdict(day("2026-12-31"), &verdicts), expected, "{given:?}");
            assert_eq!(combined.verdict(day("2027-01-01"), &verdicts), ACCEPTS);
        }
    }
}
