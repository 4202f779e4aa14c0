//! The guards of a shard: what decides on experts beside their territory, each once.

use std::hash::Hash;
use std::sync::Arc;

use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use crate::directory::{Antenne, Criterion, Institution, Rules};
use crate::engine::build::shard::Context;
use crate::engine::find::index::{Guard, IndexedExpert, OwnTest, Shard, Span, Tests, offset};
use crate::engine::find::rules::Group;
use crate::engine::sieve::{CheckNumber, CheckSet, OwnCheckNumbers};

/// The guards of a shard while it is made.
pub(crate) struct Guards<'c, 'd> {
    context: &'c Context<'d>,
    subject: u32,
    subject_id: &'d str,
    /// The tests of criteria that apply, each once.
    distinct: Vec<&'d OwnTest>,
    /// By address: equal criteria share their test.
    numbers: FxHashMap<usize, u32>,
    /// The lists of tests that owners have.
    lists: Interned<Vec<u32>>,
    /// Where the lists of tests stand that guards refer to.
    spans: FxHashMap<Vec<u32>, Span>,
    parts: Interned<InstitutionPart>,
    parts_by_institution: FxHashMap<u32, u32>,
    lists_by_antenne: FxHashMap<u32, u32>,
    own_checks: OwnCheckNumbers,
    /// By institution's part, antenne's list and expert's list.
    known: FxHashMap<(u32, u32, u32), u32>,
}

/// The number of the list of no tests.
const NO_TESTS: u32 = 0;

/// What an institution brings to a guard.
#[derive(PartialEq, Eq, Hash, Clone)]
struct InstitutionPart {
    activities: Vec<u16>,
    opco: u32,
    tests: u32,
    groups: Vec<Group>,
    /// Of activities, OPCO and groups; nothing for what none can be made of.
    checks: Vec<Option<CheckNumber>>,
}

impl<'c, 'd> Guards<'c, 'd> {
    pub(crate) fn new(context: &'c Context<'d>, subject: u32) -> Guards<'c, 'd> {
        Guards {
            context,
            subject,
            subject_id: &context.directory.subjects()[subject as usize].id,
            distinct: Vec::new(),
            numbers: FxHashMap::default(),
            lists: Interned::of(Vec::new()),
            spans: FxHashMap::default(),
            parts: Interned::default(),
            parts_by_institution: FxHashMap::default(),
            lists_by_antenne: FxHashMap::default(),
            own_checks: OwnCheckNumbers::default(),
            known: FxHashMap::default(),
        }
    }

    /// The guard of an expert. Its parts are interned first, so that finding a guard that exists
    /// already compares a few numbers.
    pub(crate) fn of(
        &mut self,
        shard: &mut Shard,
        number: u32,
        indexed: &IndexedExpert,
        antenne: &Antenne,
        institution: &Institution,
    ) -> u32 {
        let tests = self.context.tests;
        let institution = self.institution_part(shard, indexed.institution, institution);
        let of_antenne = match self.lists_by_antenne.get(&indexed.antenne) {
            Some(known) => *known,
            None => {
                let list = self.applying(&tests.antennes[indexed.antenne as usize], &antenne.criteria);
                self.lists_by_antenne.insert(indexed.antenne, list);
                list
            }
        };
        let of_expert = match &tests.experts[number as usize] {
            None => NO_TESTS,
            own => self.applying(own, &self.context.expert(indexed).criteria),
        };
        if let Some(known) = self.known.get(&(institution, of_antenne, of_expert)) {
            return *known;
        }
        let number = offset(shard.guards.len());
        let part = &self.parts.items[institution as usize];
        // Where one of a level has to accept and there is but one, it is required.
        let is_required = |level: &&Vec<u32>| self.context.rules == Rules::Every || level.len() <= 1;
        let levels = [part.tests, of_antenne, of_expert].map(|list| &self.lists.items[list as usize]);
        let required: SmallVec<[u32; 8]> =
            levels.iter().copied().filter(is_required).flatten().copied().collect();
        let alternatives = || levels.iter().copied().filter(|level| !is_required(level));
        let (checks, are_all) = self.checks(part, &required);
        let is_sifted = are_all && alternatives().next().is_none();
        let mut span = |list: &[u32]| match self.spans.get(list) {
            Some(known) => *known,
            None => {
                let tests = list.iter().map(|test| self.distinct[*test as usize].test.clone());
                let span = Span::append(&mut shard.tests, tests);
                self.spans.insert(list.to_vec(), span);
                span
            }
        };
        let required = span(&required);
        let alternatives: SmallVec<[Span; 3]> = alternatives().map(|list| span(list)).collect();
        let guard = Guard {
            checks,
            is_sifted,
            activities: Span::append(&mut shard.activities, part.activities.iter().copied()),
            opco: part.opco,
            required,
            alternatives: Span::append(&mut shard.alternatives, alternatives),
            groups: Span::append(&mut shard.groups, part.groups.iter().cloned()),
        };
        shard.guards.push(guard);
        self.known.insert((institution, of_antenne, of_expert), number);
        number
    }

    /// The checks of a guard, and whether they are all that the institution and the tests ask for.
    fn checks(&self, part: &InstitutionPart, tests: &[u32]) -> (CheckSet, bool) {
        let tests = || tests.iter().map(|test| self.distinct[*test as usize]);
        let of_tests = tests().flat_map(|own| own.checks.iter().copied());
        let mut all: SmallVec<[CheckNumber; 8]> =
            part.checks.iter().copied().flatten().chain(of_tests).collect();
        all.sort_unstable();
        all.dedup();
        let is_sifted = all.len() <= CheckSet::MOST
            && part.checks.iter().all(Option::is_some)
            && tests().all(|own| own.is_sifted);
        (CheckSet::of(&all), is_sifted)
    }

    fn institution_part(&mut self, shard: &mut Shard, number: u32, institution: &Institution) -> u32 {
        if let Some(known) = self.parts_by_institution.get(&number) {
            return *known;
        }
        let Context { lexicon, tests, sieve, .. } = *self.context;
        let tests = self.applying(&tests.institutions[number as usize], &institution.criteria);
        let activities = lexicon.activities_of(institution);
        let groups = lexicon.groups_of(institution, self.subject, self.subject_id);
        let mut checks = Vec::new();
        if institution.is_opco() {
            checks.push(self.own_checks.opco(number, &mut shard.own_checks));
        }
        if !activities.is_empty() {
            checks.push(sieve.checks.activities(&activities));
        }
        if !groups.is_empty() {
            checks.push(self.own_checks.groups(&groups, &mut shard.own_checks));
        }
        let opco = if institution.is_opco() { number } else { Guard::NO_OPCO };
        let part = self.parts.intern(InstitutionPart { activities, opco, tests, groups, checks });
        self.parts_by_institution.insert(number, part);
        part
    }

    /// The list of an owner's tests that apply to the subject, by number.
    fn applying(&mut self, tests: &'d Tests, criteria: &[Criterion]) -> u32 {
        let Some(tests) = tests else { return NO_TESTS };
        let applying =
            criteria.iter().zip(tests.iter()).filter(|(criterion, _)| criterion.applies_to(self.subject_id));
        let number = |(_, test): (_, &'d Arc<OwnTest>)| {
            *self.numbers.entry(Arc::as_ptr(test).addr()).or_insert_with(|| {
                self.distinct.push(test);
                offset(self.distinct.len() - 1)
            })
        };
        let list = applying.map(number).collect();
        self.lists.intern(list)
    }
}

/// Equal things, kept once and known by number.
struct Interned<T> {
    items: Vec<T>,
    numbers: FxHashMap<T, u32>,
}

impl<T> Default for Interned<T> {
    fn default() -> Interned<T> {
        Interned { items: Vec::new(), numbers: FxHashMap::default() }
    }
}

impl<T: Eq + Hash + Clone> Interned<T> {
    /// With an item that has the number 0.
    fn of(first: T) -> Interned<T> {
        let mut interned = Interned::default();
        interned.intern(first);
        interned
    }

    fn intern(&mut self, item: T) -> u32 {
        if let Some(number) = self.numbers.get(&item) {
            return *number;
        }
        let number = offset(self.items.len());
        self.items.push(item.clone());
        self.numbers.insert(item, number);
        number
    }
}
