//! From a directory to its index. What all subjects share is compiled at once; the shard of each is
//! made on its own.

use std::sync::Arc;

use super::away::Away;
use super::conditions::Conditions;
use super::criteria::Test;
use super::facts::Lexicon;
use super::fair;
use super::held::{Holder, subjects_of};
use super::index::{Index, IndexedExpert, OwnTest, OwnersTests, Shard, Tests};
use super::shard::Context;
use super::sieve::{Checks, Sieve};
use crate::directory::{Criterion, Directory, Expert};
use crate::geography::Geography;
use crate::hash::TextMap;

/// The index without its shards.
pub(super) fn compile(directory: &Directory, lexicon: &Lexicon) -> Index {
    let owners = Owners::of(directory);
    let experts: Vec<IndexedExpert> =
        (0..).zip(directory.experts()).map(|(position, expert)| owners.indexed(position, expert)).collect();
    let mut by_id: Vec<u32> = (0..).take(experts.len()).collect();
    by_id.sort_unstable_by(|a, b| {
        let id = |number: u32| &directory.experts()[number as usize].id;
        id(*a).cmp(id(*b))
    });
    let mut checks = Checks::default();
    for institution in directory.institutions() {
        if !institution.activities.is_empty() {
            checks.add_activities(lexicon.activities_of(institution));
        }
    }
    let mut tests = TestSet::new(directory.geography(), Arc::new(checks));
    let owners_tests = OwnersTests {
        institutions: directory.institutions().iter().map(|one| tests.of(&one.criteria)).collect(),
        antennes: directory.antennes().iter().map(|one| tests.of(&one.criteria)).collect(),
        experts: directory.experts().iter().map(|one| tests.of(&one.criteria)).collect(),
    };
    let mut competent: Vec<Vec<Holder>> = vec![Vec::new(); directory.subjects().len()];
    for expert in by_id.iter().copied() {
        for (subject, held) in subjects_of(&directory.experts()[expert as usize], lexicon) {
            competent[subject as usize].push(Holder { expert, held });
        }
    }
    Index {
        rules: directory.rules(),
        shards: competent.iter().map(|_| Arc::default()).collect(),
        competent: competent.into_iter().map(Arc::from).collect(),
        experts,
        by_id,
        free: Vec::new(),
        tests: owners_tests,
        sieve: Arc::new(Sieve::of(tests.checks)),
    }
}

impl Index {
    /// The shard of a subject, made now if it is not there yet.
    pub(super) fn shard(&self, subject: u32, directory: &Directory, lexicon: &Lexicon) -> &Shard {
        self.shards[subject as usize].get_or_init(|| {
            let context = Context::new(self, directory, lexicon);
            context.shard(subject, &self.competent[subject as usize])
        })
    }

    /// Makes the shards of subjects that are not there yet, on every core.
    pub(super) fn complete(&self, subjects: &[u32], directory: &Directory, lexicon: &Lexicon) {
        let context = Context::new(self, directory, lexicon);
        crate::parallel::each(0..subjects.len(), |number| {
            let subject = subjects[number] as usize;
            self.shards[subject].get_or_init(|| context.shard(subjects[number], &self.competent[subject]));
        });
    }
}

/// Where experts belong, by the positions of antennes and institutions.
pub(super) struct Owners<'d> {
    antennes: TextMap<&'d str, (u32, u32)>,
}

impl<'d> Owners<'d> {
    pub(super) fn of(directory: &'d Directory) -> Owners<'d> {
        let institutions: TextMap<&str, u32> =
            directory.institutions().iter().map(|one| one.id.as_str()).zip(0..).collect();
        let antennes = directory.antennes().iter().zip(0..).filter_map(|(antenne, number)| {
            let institution = institutions.get(antenne.institution.as_str())?;
            Some((antenne.id.as_str(), (number, *institution)))
        });
        Owners { antennes: antennes.collect() }
    }

    pub(super) fn indexed(&self, position: u32, expert: &Expert) -> IndexedExpert {
        // A sound directory has no dangling reference.
        let (antenne, institution) = self.antennes.get(expert.antenne.as_str()).copied().unwrap_or_default();
        IndexedExpert {
            key: fair::expert_key(&expert.id),
            capacity: expert.capacity,
            position,
            institution,
            antenne,
            max_open: expert.max_open,
            away: Away::of(&expert.absences),
            is_active: expert.active,
            follows_antenne: expert.zones.is_empty()
                && expert.competences.iter().all(|competence| competence.zones.is_empty()),
        }
    }
}

/// The tests of criteria; equal criteria are one test.
pub(super) struct TestSet<'g> {
    geography: &'g Geography,
    known: TextMap<Criterion, Arc<OwnTest>>,
    /// Those that there were, and those of the tests.
    pub(super) checks: Arc<Checks>,
}

impl<'g> TestSet<'g> {
    pub(super) fn new(geography: &'g Geography, checks: Arc<Checks>) -> TestSet<'g> {
        TestSet { geography, known: TextMap::default(), checks }
    }

    pub(super) fn of(&mut self, criteria: &[Criterion]) -> Tests {
        let tests = criteria.iter().map(|criterion| {
            // Which subjects it applies to is decided elsewhere: what is left is one test for all of them.
            let criterion = Criterion { subjects: Vec::new(), ..criterion.clone() };
            let TestSet { geography, known, checks } = self;
            let test = known.entry(criterion);
            Arc::clone(test.or_insert_with_key(|criterion| Arc::new(own_test(criterion, geography, checks))))
        });
        (!criteria.is_empty()).then(|| tests.collect())
    }
}

fn own_test(criterion: &Criterion, geography: &Geography, checks: &mut Arc<Checks>) -> OwnTest {
    let mut own = OwnTest { test: Test::new(criterion, geography), checks: Vec::new(), is_sifted: true };
    for condition in Conditions::of(criterion).iter() {
        let alone = condition.alone(criterion);
        let check = checks.condition(&alone).or_else(|| {
            let test = Test::new(&alone, geography);
            Checks::add_condition(checks, alone, test)
        });
        own.checks.extend(check);
        own.is_sifted &= check.is_some();
    }
    own
}
