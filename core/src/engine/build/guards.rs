//! The guards of a shard, each distinct one once.

use std::sync::Arc;

use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use super::interned::Interned;
use super::shard_compiler::ShardCompiler;
use crate::directory::{self, Antenne, Criterion, Institution, RulesVersion};
use crate::engine::answer_group::AnswerGroup;
use crate::engine::facts::ActivityNumber;
use crate::engine::find::index::{ConditionChecks, CriterionTest, IndexedExpert, OwnerTests};
use crate::engine::find::shard::{Guard, Shard};
use crate::engine::period::Days;
use crate::engine::sieve::{CheckNumber, CheckSet, Combined, ShardCheckNumbers};
use crate::engine::span::{Span, offset};

/// The guards of a shard while it is compiled.
pub(super) struct Guards<'c, 'd> {
    compiler: &'c ShardCompiler<'d>,
    subject: u32,
    subject_id: &'d str,
    /// The tests of criteria that apply to the subject, each once; the shard has them by the same numbers.
    tests: Vec<&'d CriterionTest>,
    /// The number of each test, by its address: equal criteria share their test.
    test_numbers: FxHashMap<usize, u32>,
    /// The lists of tests of owners, by the numbers of the tests.
    lists: Interned<Vec<u32>>,
    /// Where the lists of tests stand in the shard.
    spans: FxHashMap<Vec<u32>, Span>,
    demands: Interned<InstitutionDemands>,
    demands_by_institution: FxHashMap<u32, u32>,
    /// By antenne, the number of its list of tests, and that of its answer groups.
    lists_by_antenne: FxHashMap<u32, (u32, u32)>,
    groups: Interned<Vec<AnswerGroup>>,
    check_numbers: ShardCheckNumbers,
    known: FxHashMap<GuardKey, u32>,
}

/// What makes a guard: by numbers the demands of the institution, the lists of tests of antenne and expert, and
/// what answers these ask for; and the days on which the expert counts.
type GuardKey = (u32, [u32; 2], [u32; 2], Days);

/// The lists of tests of up to three levels: institution, antenne and expert.
type Levels = SmallVec<[Vec<u32>; 3]>;

/// The checks of a guard.
type Checks = SmallVec<[CheckNumber; 8]>;

/// The number of the list of no tests.
const NO_TESTS: u32 = 0;

/// The number of the list of no answer groups.
const NO_GROUPS: u32 = 0;

/// What an institution demands on the subject.
#[derive(PartialEq, Eq, Hash, Clone)]
struct InstitutionDemands {
    activities: Vec<ActivityNumber>,
    opco: Option<u32>,
    /// The number of its list of tests.
    tests: u32,
    answer_groups: Vec<AnswerGroup>,
    /// The checks of activities, OPCO and answers, as far as demanded; `None` for a demand that has no
    /// check.
    checks: Vec<Option<CheckNumber>>,
}

impl<'c, 'd> Guards<'c, 'd> {
    pub(super) fn new(compiler: &'c ShardCompiler<'d>, subject: u32) -> Guards<'c, 'd> {
        Guards {
            compiler,
            subject,
            subject_id: &compiler.directory.subjects()[subject as usize].id,
            tests: Vec::new(),
            test_numbers: FxHashMap::default(),
            lists: Interned::starting_with(Vec::new()),
            spans: FxHashMap::default(),
            demands: Interned::default(),
            demands_by_institution: FxHashMap::default(),
            lists_by_antenne: FxHashMap::default(),
            groups: Interned::starting_with(Vec::new()),
            check_numbers: ShardCheckNumbers::default(),
            known: FxHashMap::default(),
        }
    }

    /// The guard of an expert. Its parts are interned first, so that a known guard is found by a few
    /// numbers.
    pub(super) fn guard_of(
        &mut self,
        shard: &mut Shard,
        expert: u32,
        indexed: &IndexedExpert,
        antenne: &Antenne,
        institution: &Institution,
        days: Days,
    ) -> u32 {
        let tests = self.compiler.tests;
        let demands = self.demands_of(shard, indexed.institution, institution);
        let (antenne_list, antenne_groups) = match self.lists_by_antenne.get(&indexed.antenne) {
            Some(known) => *known,
            None => {
                let list = self.applying(shard, &tests.antennes[indexed.antenne as usize], &antenne.criteria);
                let groups = self.groups_of(&antenne.answer_groups);
                self.lists_by_antenne.insert(indexed.antenne, (list, groups));
                (list, groups)
            }
        };
        let expert_list = match &tests.experts[expert as usize] {
            None => NO_TESTS,
            tests => self.applying(shard, tests, &self.compiler.in_directory(indexed).criteria),
        };
        let expert_groups = match indexed.has_answer_groups {
            false => NO_GROUPS,
            true => self.groups_of(&self.compiler.in_directory(indexed).answer_groups),
        };
        let key = (demands, [antenne_list, expert_list], [antenne_groups, expert_groups], days);
        if let Some(known) = self.known.get(&key) {
            return *known;
        }
        let number = offset(shard.guards.len());
        let guard = self.make(shard, key);
        shard.guards.push(guard);
        self.known.insert(key, number);
        number
    }

    /// The number of what answers an owner asks for on the subject.
    fn groups_of(&mut self, groups: &[directory::AnswerGroup]) -> u32 {
        match groups.is_empty() {
            true => NO_GROUPS,
            false => {
                let groups = self.compiler.lexicon.groups_of(groups, self.subject, self.subject_id);
                self.groups.intern(groups)
            }
        }
    }

    fn make(&mut self, shard: &mut Shard, (demands, lists, groups, days): GuardKey) -> Guard {
        let groups = groups.map(|groups| self.groups.get(groups).clone());
        let of_groups = groups.each_ref().map(|groups| match groups.is_empty() {
            true => None,
            false => Some(self.answer_check(shard, groups)),
        });
        let demands = self.demands.get(demands).clone();
        // Where one test of a level has to accept and there is but one, it is required.
        let is_required = |level: &Vec<u32>| self.compiler.rules == RulesVersion::Every || level.len() <= 1;
        let [antenne_list, expert_list] = lists;
        let levels = [demands.tests, antenne_list, expert_list].map(|list| self.lists.get(list).clone());
        let (required, alternatives): (Levels, Levels) = levels.into_iter().partition(is_required);
        let required: SmallVec<[u32; 8]> = required.into_iter().flatten().collect();
        let of_owners = demands.checks.iter().copied().chain(of_groups.into_iter().flatten()).collect();
        let (checks, are_all) = self.checks(shard, of_owners, &required);
        let (checks, more_checks) = CheckSet::chain(&checks);
        let is_sifted = are_all && alternatives.is_empty() && days == Days::ALL;
        let mut span = |list: &[u32]| match self.spans.get(list) {
            Some(known) => *known,
            None => {
                let span = Span::append(&mut shard.test_numbers, list.iter().copied());
                self.spans.insert(list.to_vec(), span);
                span
            }
        };
        let required = span(&required);
        let alternatives: SmallVec<[Span; 3]> = alternatives.into_iter().map(|list| span(&list)).collect();
        Guard {
            checks,
            more_checks: Span::append(&mut shard.more_checks, more_checks),
            days,
            is_sifted,
            activities: Span::append(&mut shard.activities, demands.activities.iter().copied()),
            opco: demands.opco,
            required,
            alternatives: Span::append(&mut shard.alternatives, alternatives),
            answer_groups: [&demands.answer_groups, &groups[0], &groups[1]]
                .map(|groups| Span::append(&mut shard.answer_groups, groups.iter().cloned())),
        }
    }

    /// The checks of a guard, and whether they decide all that its institution, the answer groups of antenne and
    /// expert, and its required tests ask for.
    fn checks(
        &mut self,
        shard: &mut Shard,
        of_owners: SmallVec<[Option<CheckNumber>; 5]>,
        required: &[u32],
    ) -> (Checks, bool) {
        let mut are_all = of_owners.iter().all(Option::is_some);
        let mut all: Checks = of_owners.into_iter().flatten().collect();
        for test in required {
            are_all &= self.add_checks(shard, *test, &mut all);
        }
        all.sort_unstable();
        all.dedup();
        (all, are_all)
    }

    /// Adds the checks of a test, and tells whether they decide all that it asks for. Those of a test that counts
    /// on some days, and those of alternatives, are combined: by themselves they would reject whoever passes.
    fn add_checks(&mut self, shard: &mut Shard, test: u32, all: &mut Checks) -> bool {
        let CriterionTest { test, checks, alternatives } = self.tests[test as usize];
        let mut combine = |sets: &[ConditionChecks]| {
            if !sets.iter().all(|set| set.are_all) {
                return None;
            }
            let combined = Combined::new(test.days(), sets.iter().map(|set| set.numbers.as_slice()));
            self.check_numbers.combined(combined, &mut shard.checks)
        };
        let mut are_all = true;
        if test.counts_always() {
            all.extend_from_slice(&checks.numbers);
            are_all &= checks.are_all;
        } else {
            let check = combine(std::slice::from_ref(checks));
            all.extend(check);
            are_all &= check.is_some();
        }
        if !alternatives.is_empty() {
            let check = combine(alternatives);
            all.extend(check);
            are_all &= check.is_some();
        }
        are_all
    }

    /// The check of some answer groups, if there can be one.
    fn answer_check(&mut self, shard: &mut Shard, groups: &[AnswerGroup]) -> Option<CheckNumber> {
        let questions = self.compiler.lexicon.questions(self.subject)?;
        self.check_numbers.answer_groups(groups, questions, &mut shard.checks)
    }

    /// The number of what an institution demands.
    fn demands_of(&mut self, shard: &mut Shard, position: u32, institution: &Institution) -> u32 {
        if let Some(known) = self.demands_by_institution.get(&position) {
            return *known;
        }
        let ShardCompiler { lexicon, tests, sieve, .. } = *self.compiler;
        let tests = self.applying(shard, &tests.institutions[position as usize], &institution.criteria);
        let activities = lexicon.activities_of(institution);
        let answer_groups = lexicon.groups_of(&institution.answer_groups, self.subject, self.subject_id);
        let opco = institution.is_opco().then_some(position);
        let mut checks = Vec::new();
        if let Some(opco) = opco {
            checks.push(self.check_numbers.add_opco(opco, &mut shard.checks));
        }
        if !activities.is_empty() {
            checks.push(sieve.checks.activity_list(&activities));
        }
        if !answer_groups.is_empty() {
            checks.push(self.answer_check(shard, &answer_groups));
        }
        let demands = InstitutionDemands { activities, opco, tests, answer_groups, checks };
        let demands = self.demands.intern(demands);
        self.demands_by_institution.insert(position, demands);
        demands
    }

    /// The number of the list of an owner's tests that apply to the subject.
    fn applying(&mut self, shard: &mut Shard, tests: &'d OwnerTests, criteria: &[Criterion]) -> u32 {
        let Some(tests) = tests else { return NO_TESTS };
        let applying =
            criteria.iter().zip(tests.iter()).filter(|(criterion, _)| criterion.applies_to(self.subject_id));
        let number = |(_, test): (_, &'d Arc<CriterionTest>)| {
            *self.test_numbers.entry(Arc::as_ptr(test).addr()).or_insert_with(|| {
                self.tests.push(test);
                shard.tests.push(test.test.clone());
                offset(self.tests.len() - 1)
            })
        };
        let list = applying.map(number).collect();
        self.lists.intern(list)
    }
}
