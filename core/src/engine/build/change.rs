//! From the index of a directory to that of a changed one: only the shards of the subjects that the
//! change touches are compiled again, by the same function as from scratch.

use std::sync::Arc;

use rustc_hash::FxHashSet;

use super::criteria::CriteriaCompiler;
use super::renumber::Renumbered;
use super::staff::Staff;
use crate::directory::{Change, Directory, Expert};
use crate::engine::facts::Lexicon;
use crate::engine::find::holder::{Holder, subjects_of};
use crate::engine::find::index::{CriteriaTests, Index};
use crate::engine::find::substitutes::substitution_of;
use crate::engine::period::Days;
use crate::engine::sieve::Sieve;

/// The index after a change that leaves the institutions as they are.
pub(crate) fn apply(index: &Index, before: &Directory, change: &Change, lexicon: &Lexicon) -> Index {
    let after = &change.directory;
    let staff = Staff::of(after);
    let subjects_of = |expert: &Expert| subjects_of(expert, lexicon).into_iter().map(|(subject, _)| subject);
    let mut touched: FxHashSet<u32> = FxHashSet::default();
    let mut renumbered =
        Renumbered::new(index, before, after, &staff, |expert| touched.extend(subjects_of(expert)));
    if !change.antennes.is_empty() {
        for number in &renumbered.numbers_by_id {
            let indexed = &mut renumbered.experts[*number as usize];
            let expert = &after.experts()[indexed.position as usize];
            // An antenne that is removed moves those behind it.
            *indexed = staff.index(indexed.position, expert);
            if change.antennes.contains(&expert.antenne) {
                touched.extend(subjects_of(expert));
            }
        }
    }
    let (tests, sieve) = compile_criteria(index, &renumbered, change, lexicon);
    let (mut shards, mut holders) = (index.shards.clone(), index.holders.clone());
    for subject in &touched {
        shards[*subject as usize] = Arc::default();
        holders[*subject as usize] = holders_after(index, &renumbered, after, *subject, lexicon);
    }
    // Days on which somebody was replaced before the change stay: they cost little.
    let given = renumbered.upserted.iter().map(|number| renumbered.in_directory(after, *number));
    let given = given.filter_map(|expert| substitution_of(expert));
    let substitution = index.substitution.into_iter().chain(given).reduce(Days::around);
    let Renumbered { experts, numbers_by_id, free_numbers, .. } = renumbered;
    let changed = Index {
        rules: index.rules,
        shards,
        holders,
        experts,
        numbers_by_id,
        free_numbers,
        substitution,
        tests,
        sieve,
    };
    changed.complete(&touched.into_iter().collect::<Vec<_>>(), after, lexicon);
    changed
}

/// The tests of all criteria after a change, and the sieve of their checks.
fn compile_criteria(
    index: &Index,
    renumbered: &Renumbered,
    change: &Change,
    lexicon: &Lexicon,
) -> (CriteriaTests, Arc<Sieve>) {
    let after = &change.directory;
    let mut compiler = CriteriaCompiler::new(after.geography(), lexicon, Arc::clone(&index.sieve.checks));
    let mut tests = index.tests.clone();
    tests.experts.resize(renumbered.experts.len(), None);
    for number in &renumbered.upserted {
        tests.experts[*number as usize] = compiler.compile(&renumbered.in_directory(after, *number).criteria);
    }
    if !change.antennes.is_empty() {
        tests.antennes = after.antennes().iter().map(|antenne| compiler.compile(&antenne.criteria)).collect();
    }
    let checks = compiler.into_checks();
    let sieve = match Arc::ptr_eq(&checks, &index.sieve.checks) {
        true => Arc::clone(&index.sieve),
        false => Arc::new(Sieve::new(checks)),
    };
    (tests, sieve)
}

/// Who holds a subject after a change, in the order of their ids.
fn holders_after(
    index: &Index,
    renumbered: &Renumbered,
    after: &Directory,
    subject: u32,
    lexicon: &Lexicon,
) -> Arc<[Holder]> {
    let id = |number: u32| &renumbered.in_directory(after, number).id;
    let unchanged = |holder: &Holder| !renumbered.outdated.contains(&holder.expert);
    let mut holders: Vec<Holder> = index.holders(subject).iter().copied().filter(unchanged).collect();
    for number in &renumbered.upserted {
        let held = subjects_of(renumbered.in_directory(after, *number), lexicon);
        if let Some((_, competence)) = held.into_iter().find(|(held, _)| *held == subject) {
            let place = holders.partition_point(|other| id(other.expert) < id(*number));
            holders.insert(place, Holder { expert: *number, competence });
        }
    }
    Arc::from(holders)
}
