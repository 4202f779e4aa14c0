//! What the tests of a shard say of one need, each asked once: many guards share their tests.

use smallvec::SmallVec;

use crate::engine::conditions::Unverified;
use crate::engine::criteria::Test;
use crate::engine::facts::Facts;

/// What a test says of a need.
#[derive(Clone, Copy, Debug)]
pub(super) enum TestVerdict {
    /// It does not count on the day.
    OutOfPeriod,
    Rejects,
    Accepts(Unverified),
}

impl TestVerdict {
    fn of(test: &Test, facts: &Facts<'_, '_>) -> TestVerdict {
        match test.counts_on(facts.on).then(|| test.accepts(facts)) {
            None => TestVerdict::OutOfPeriod,
            Some(None) => TestVerdict::Rejects,
            Some(Some(unverified)) => TestVerdict::Accepts(unverified),
        }
    }
}

/// The verdicts of a shard's tests on one need, as far as they were asked for. A subject of a directory of the
/// national size has 56 to 100 tests, and needs no allocation.
#[derive(Default)]
pub(crate) struct TestVerdicts(SmallVec<[Option<TestVerdict>; 128]>);

impl TestVerdicts {
    /// The verdict of the test of a number.
    #[inline]
    pub(super) fn of(&mut self, tests: &[Test], number: u32, facts: &Facts<'_, '_>) -> TestVerdict {
        if self.0.is_empty() {
            self.0.resize(tests.len(), None);
        }
        let number = number as usize;
        match self.0[number] {
            Some(known) => known,
            None => *self.0[number].insert(TestVerdict::of(&tests[number], facts)),
        }
    }
}
