//! The tests and checks of criteria, each distinct criterion once.

use std::sync::Arc;

use crate::codes::Activity;
use crate::directory::{Criterion, Directory};
use crate::engine::conditions::Conditions;
use crate::engine::criteria::Test;
use crate::engine::facts::Lexicon;
use crate::engine::find::index::{ConditionChecks, CriteriaTests, CriterionTest, OwnerTests};
use crate::engine::sieve::DirectoryChecks;
use crate::geography::Geography;
use crate::hash::TextMap;

/// Compiles criteria; equal ones share their test.
pub(super) struct CriteriaCompiler<'c> {
    known: TextMap<Criterion, Arc<CriterionTest>>,
    compiler: CheckCompiler<'c>,
}

/// Compiles what the sieve knows of criteria.
struct CheckCompiler<'c> {
    geography: &'c Geography,
    lexicon: &'c Lexicon,
    /// The checks that there were, and those of the compiled criteria.
    checks: Arc<DirectoryChecks>,
}

impl<'c> CriteriaCompiler<'c> {
    pub(super) fn new(
        geography: &'c Geography,
        lexicon: &'c Lexicon,
        checks: Arc<DirectoryChecks>,
    ) -> CriteriaCompiler<'c> {
        let compiler = CheckCompiler { geography, lexicon, checks };
        CriteriaCompiler { known: TextMap::default(), compiler }
    }

    /// The checks, with those of all criteria that were compiled.
    pub(super) fn into_checks(self) -> Arc<DirectoryChecks> {
        self.compiler.checks
    }

    /// The tests of all criteria of a directory, whose experts have their positions as numbers.
    pub(super) fn compile_all(&mut self, directory: &Directory) -> CriteriaTests {
        let institutions = directory.institutions().iter().map(|institution| &institution.criteria);
        let antennes = directory.antennes().iter().map(|antenne| &antenne.criteria);
        let experts = directory.experts().iter().map(|expert| &expert.criteria);
        CriteriaTests {
            institutions: institutions.map(|criteria| self.compile(criteria)).collect(),
            antennes: antennes.map(|criteria| self.compile(criteria)).collect(),
            experts: experts.map(|criteria| self.compile(criteria)).collect(),
        }
    }

    /// The tests of one owner's criteria.
    pub(super) fn compile(&mut self, criteria: &[Criterion]) -> OwnerTests {
        let tests = criteria.iter().map(|criterion| {
            // Guards apply a test to the criterion's subjects only; the test is the same on all.
            let criterion = Criterion { subjects: Vec::new(), ..criterion.clone() };
            let CriteriaCompiler { known, compiler } = self;
            let test = known
                .entry(criterion)
                .or_insert_with_key(|criterion| Arc::new(CriterionTest::new(criterion, compiler)));
            Arc::clone(test)
        });
        (!criteria.is_empty()).then(|| tests.collect())
    }
}

impl CriterionTest {
    fn new(criterion: &Criterion, compiler: &mut CheckCompiler<'_>) -> CriterionTest {
        let alternatives = criterion.any_of.iter().map(|alternative| {
            // What is not known is accepted by an alternative as by the criterion.
            Criterion { when_unknown: criterion.when_unknown, ..Criterion::from(alternative) }
        });
        CriterionTest {
            test: Test::new(criterion, compiler.geography),
            checks: compiler.checks_of(criterion),
            alternatives: alternatives.map(|alternative| compiler.checks_of(&alternative)).collect(),
        }
    }
}

impl CheckCompiler<'_> {
    /// The checks of the conditions that stand beside the alternatives of a criterion.
    fn checks_of(&mut self, criterion: &Criterion) -> ConditionChecks {
        let mut found = ConditionChecks { numbers: Vec::new(), are_all: true };
        for condition in Conditions::of(criterion).iter() {
            let alone = condition.alone(criterion);
            let check = self.checks.condition(&alone).or_else(|| {
                let test = Test::new(&alone, self.geography);
                let nature = |nature: &Activity| self.lexicon.activity(nature);
                DirectoryChecks::add_condition(&mut self.checks, alone, test, nature)
            });
            found.numbers.extend(check);
            found.are_all &= check.is_some();
        }
        found
    }
}
