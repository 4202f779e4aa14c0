//! The alternatives of a criterion, of which one has to accept.

use super::Test;
use crate::directory::{Alternative, Criterion};
use crate::engine::conditions::Unverified;
use crate::engine::facts::Facts;
use crate::geography::Geography;

/// Alternatives, compiled.
#[derive(Debug)]
pub(crate) struct Alternatives {
    /// Each rejects what it does not know, so that what is open shows.
    tests: Vec<Test>,
    /// Whether the criterion accepts what it does not know.
    accept_unknown: bool,
}

/// What became of the alternatives of a criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum AnyOf {
    /// One accepts.
    Accepts,
    /// None is known to accept, which is accepted: what the one that leaves fewest facts open lacks.
    Unverified(Unverified),
    /// None is known to accept, and the one at this position leaves fewest facts open.
    Open(usize),
    /// None accepts, and the one at this position has fewest conditions that fail.
    Fails(usize),
}

impl AnyOf {
    /// What is left unverified, if they accept.
    pub(crate) fn accepts(self) -> Option<Unverified> {
        match self {
            AnyOf::Accepts => Some(Unverified::default()),
            AnyOf::Unverified(unverified) => Some(unverified),
            AnyOf::Open(_) | AnyOf::Fails(_) => None,
        }
    }
}

impl Alternatives {
    /// The alternatives of a criterion that has some.
    pub(super) fn of(
        list: &[Alternative],
        accept_unknown: bool,
        geography: &Geography,
    ) -> Option<Alternatives> {
        let tests = list.iter().map(|alternative| Test::new(&Criterion::from(alternative), geography));
        (!list.is_empty()).then(|| Alternatives { tests: tests.collect(), accept_unknown })
    }

    /// Whether the place decides anything.
    pub(super) fn exclude_zones(&self) -> bool {
        self.tests.iter().any(Test::excludes_zones)
    }

    /// What becomes of them; of several that are equally near the first.
    pub(super) fn assess(&self, facts: &Facts<'_, '_>) -> AnyOf {
        let mut open: Option<(usize, Unverified)> = None;
        let mut failing: Option<(usize, u32)> = None;
        for (position, test) in self.tests.iter().enumerate() {
            let assessment = test.assess(facts);
            if assessment.accepts() {
                return AnyOf::Accepts;
            }
            let (fails, lacks) = (assessment.failing.count(), Unverified::of(assessment.undetermined));
            if fails > 0 {
                if failing.is_none_or(|(_, fewest)| fails < fewest) {
                    failing = Some((position, fails));
                }
            } else if open.is_none_or(|(_, fewest)| lacks.count() < fewest.count()) {
                open = Some((position, lacks));
            }
        }
        match (open, failing) {
            (Some((_, lacks)), _) if self.accept_unknown => AnyOf::Unverified(lacks),
            (Some((position, _)), _) => AnyOf::Open(position),
            (None, Some((position, _))) => AnyOf::Fails(position),
            (None, None) => AnyOf::Accepts,
        }
    }

    /// The alternative at a position.
    pub(crate) fn test(&self, position: usize) -> Option<&Test> {
        self.tests.get(position)
    }
}
