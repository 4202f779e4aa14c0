//! From a directory to its index.

use std::sync::Arc;

use super::criteria::CriteriaCompiler;
use super::shard_compiler::ShardCompiler;
use super::staff::Staff;
use crate::directory::Directory;
use crate::engine::facts::Lexicon;
use crate::engine::find::holder::{Holder, subjects_of};
use crate::engine::find::index::{Index, IndexedExpert};
use crate::engine::find::shard::Shard;
use crate::engine::find::substitutes::substitution_of;
use crate::engine::period::Days;
use crate::engine::sieve::{DirectoryChecks, Sieve};

/// The index of a directory, without its shards.
pub(crate) fn compile(directory: &Directory, lexicon: &Lexicon) -> Index {
    let staff = Staff::of(directory);
    let experts: Vec<IndexedExpert> =
        (0..).zip(directory.experts()).map(|(position, expert)| staff.index(position, expert)).collect();
    let mut numbers_by_id: Vec<u32> = (0..).take(experts.len()).collect();
    let id = |number: u32| &directory.experts()[number as usize].id;
    numbers_by_id.sort_unstable_by(|a, b| id(*a).cmp(id(*b)));
    let mut checks = DirectoryChecks::default();
    for institution in directory.institutions() {
        if !institution.activities.is_empty() {
            checks.add_activity_list(lexicon.activities_of(institution));
        }
    }
    let mut criteria = CriteriaCompiler::new(directory.geography(), lexicon, Arc::new(checks));
    let tests = criteria.compile_all(directory);
    let mut holders: Vec<Vec<Holder>> = vec![Vec::new(); directory.subjects().len()];
    for expert in numbers_by_id.iter().copied() {
        for (subject, competence) in subjects_of(&directory.experts()[expert as usize], lexicon) {
            holders[subject as usize].push(Holder { expert, competence });
        }
    }
    Index {
        rules: directory.rules(),
        shards: holders.iter().map(|_| Arc::default()).collect(),
        holders: holders.into_iter().map(Arc::from).collect(),
        experts,
        numbers_by_id,
        free_numbers: Vec::new(),
        substitution: directory
            .experts()
            .iter()
            .filter_map(|expert| substitution_of(expert))
            .reduce(Days::around),
        tests,
        sieve: Arc::new(Sieve::new(criteria.into_checks())),
    }
}

impl Index {
    /// The shard of a subject, compiled now if no need came on that subject before.
    pub(crate) fn shard(&self, subject: u32, directory: &Directory, lexicon: &Lexicon) -> &Shard {
        self.shards[subject as usize].get_or_init(|| {
            ShardCompiler::new(self, directory, lexicon, 1).shard(subject, self.holders(subject))
        })
    }

    /// Compiles the shards of these subjects on every core, where they are not compiled yet.
    pub(crate) fn complete(&self, subjects: &[u32], directory: &Directory, lexicon: &Lexicon) {
        let compiler = ShardCompiler::new(self, directory, lexicon, subjects.len());
        crate::parallel::each(0..subjects.len(), |row| {
            let subject = subjects[row];
            self.shards[subject as usize].get_or_init(|| compiler.shard(subject, self.holders(subject)));
        });
    }
}
