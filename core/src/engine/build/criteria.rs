//! The tests and checks of criteria, each distinct criterion once.

use std::sync::Arc;

use crate::directory::{Criterion, Directory};
use crate::engine::conditions::Conditions;
use crate::engine::criteria::Test;
use crate::engine::find::index::{CriteriaTests, CriterionTest, OwnerTests};
use crate::engine::sieve::DirectoryChecks;
use crate::geography::Geography;
use crate::hash::TextMap;

/// Compiles criteria; equal ones share their test.
pub(super) struct CriteriaCompiler<'g> {
    geography: &'g Geography,
    known: TextMap<Criterion, Arc<CriterionTest>>,
    /// The checks that there were, and those of the compiled criteria.
    checks: Arc<DirectoryChecks>,
}

impl<'g> CriteriaCompiler<'g> {
    pub(super) fn new(geography: &'g Geography, checks: Arc<DirectoryChecks>) -> CriteriaCompiler<'g> {
        CriteriaCompiler { geography, known: TextMap::default(), checks }
    }

    /// The checks, with those of all criteria that were compiled.
    pub(super) fn into_checks(self) -> Arc<DirectoryChecks> {
        self.checks
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
            let CriteriaCompiler { geography, known, checks } = self;
            let test = known
                .entry(criterion)
                .or_insert_with_key(|criterion| Arc::new(criterion_test(criterion, geography, checks)));
            Arc::clone(test)
        });
        (!criteria.is_empty()).then(|| tests.collect())
    }
}

fn criterion_test(
    criterion: &Criterion,
    geography: &Geography,
    checks: &mut Arc<DirectoryChecks>,
) -> CriterionTest {
    let test = Test::new(criterion, geography);
    // A check rejects on every day.
    if !test.counts_always() {
        return CriterionTest { test, checks: Vec::new(), is_sifted: false };
    }
    let is_sifted = test.alternatives().is_none();
    let mut compiled = CriterionTest { test, checks: Vec::new(), is_sifted };
    for condition in Conditions::of(criterion).iter() {
        let alone = condition.alone(criterion);
        let check = checks.condition(&alone).or_else(|| {
            let test = Test::new(&alone, geography);
            DirectoryChecks::add_condition(checks, alone, test)
        });
        compiled.checks.extend(check);
        compiled.is_sifted &= check.is_some();
    }
    compiled
}
