//! The tests and checks of criteria, each distinct criterion once.

use std::sync::Arc;

use crate::directory::{Criterion, Directory};
use crate::engine::conditions::{Condition, Conditions};
use crate::engine::criteria::Test;
use crate::engine::facts::Lexicon;
use crate::engine::find::index::{ConditionChecks, CriteriaTests, CriterionTest, OwnerTests};
use crate::engine::sieve::{CheckNumber, DirectoryChecks};
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
        let all = institutions.clone().chain(antennes.clone()).chain(experts.clone());
        self.compiler.add_checks(all.flatten());
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
        CriterionTest {
            test: Test::new(criterion, compiler.geography),
            checks: compiler.checks_of(criterion),
            alternatives: alternatives(criterion)
                .map(|alternative| compiler.checks_of(&alternative))
                .collect(),
        }
    }
}

/// The alternatives of a criterion, each as one: what is not known is accepted as by the whole.
fn alternatives(criterion: &Criterion) -> impl Iterator<Item = Criterion> + '_ {
    let as_one =
        |alternative| Criterion { when_unknown: criterion.when_unknown, ..Criterion::from(alternative) };
    criterion.any_of.iter().map(as_one)
}

/// The conditions of a criterion that stand beside its alternatives, each as a criterion of its own.
fn single_conditions(criterion: &Criterion) -> impl Iterator<Item = (Condition, Criterion)> + '_ {
    Conditions::of(criterion).iter().map(|condition| (condition, condition.alone(criterion)))
}

impl CheckCompiler<'_> {
    /// Adds the checks of some criteria, those of one condition in a row: so each fact of a need decides checks that
    /// lie together.
    fn add_checks<'d>(&mut self, criteria: impl Iterator<Item = &'d Criterion>) {
        let mut known: TextMap<&Criterion, ()> = TextMap::default();
        let mut conditions = Vec::new();
        for criterion in criteria {
            if known.insert(criterion, ()).is_none() {
                conditions.extend(single_conditions(criterion));
                alternatives(criterion).for_each(|one| conditions.extend(single_conditions(&one)));
            }
        }
        conditions.sort_by_key(|(condition, _)| *condition as u32);
        conditions.into_iter().for_each(|(_, alone)| {
            self.check_of(alone);
        });
    }

    /// The checks of the conditions that stand beside the alternatives of a criterion.
    fn checks_of(&mut self, criterion: &Criterion) -> ConditionChecks {
        let mut found = ConditionChecks { numbers: Vec::new(), are_all: true };
        for (_, alone) in single_conditions(criterion) {
            let check = self.check_of(alone);
            found.numbers.extend(check);
            found.are_all &= check.is_some();
        }
        found
    }

    /// The check of a criterion of one condition, if there can be one.
    fn check_of(&mut self, alone: Criterion) -> Option<CheckNumber> {
        self.checks.condition(&alone).or_else(|| {
            let test = Test::new(&alone, self.geography);
            DirectoryChecks::add_condition(&mut self.checks, alone, test, self.lexicon)
        })
    }
}
