//! From the index of a directory to that of a changed one: only the shards of the subjects that are
//! touched are made again, by the same function as from scratch.

use std::sync::Arc;

use rustc_hash::FxHashSet;

use crate::directory::{Change, Directory, Expert};
use crate::engine::build::compile::{Owners, TestSet};
use crate::engine::facts::Lexicon;
use crate::engine::find::held::{Holder, subjects_of};
use crate::engine::find::index::{Index, IndexedExpert};
use crate::engine::sieve::Sieve;

/// What becomes of the experts of a directory, by number.
struct Moves {
    experts: Vec<IndexedExpert>,
    by_id: Vec<u32>,
    free: Vec<u32>,
    /// Those that are there afterwards and are new or other than before, with their positions.
    given: Vec<(u32, usize)>,
    /// Those that are gone or other than before.
    gone: FxHashSet<u32>,
}

/// The index after a change that leaves the institutions as they are.
pub(crate) fn apply(index: &Index, before: &Directory, change: &Change, lexicon: &Lexicon) -> Index {
    let after = &change.directory;
    let owners = Owners::of(after);
    let numbers_of = |expert: &Expert| subjects_of(expert, lexicon).into_iter().map(|(subject, _)| subject);
    let mut subjects: FxHashSet<u32> = FxHashSet::default();
    let mut moves = Moves::new(index, before, after, &owners, |expert| subjects.extend(numbers_of(expert)));
    let mut tests = index.tests.clone();
    let mut set = TestSet::new(after.geography(), Arc::clone(&index.sieve.checks));
    tests.experts.resize(moves.experts.len(), None);
    for (number, position) in &moves.given {
        tests.experts[*number as usize] = set.of(&after.experts()[*position].criteria);
    }
    if !change.antennes.is_empty() {
        tests.antennes = after.antennes().iter().map(|antenne| set.of(&antenne.criteria)).collect();
        for number in &moves.by_id {
            let indexed = &mut moves.experts[*number as usize];
            let expert = &after.experts()[indexed.position as usize];
            // An antenne that went moves those behind it.
            *indexed = owners.indexed(indexed.position, expert);
            if change.antennes.contains(&expert.antenne) {
                subjects.extend(numbers_of(expert));
            }
        }
    }
    let Moves { experts, by_id, free, given, gone } = moves;
    let id = |number: u32| &after.experts()[experts[number as usize].position as usize].id;
    let still_competent = |subject: u32| {
        let known = index.competent[subject as usize].iter();
        let mut competent: Vec<Holder> =
            known.copied().filter(|holder| !gone.contains(&holder.expert)).collect();
        for (number, position) in &given {
            let own = subjects_of(&after.experts()[*position], lexicon);
            if let Some((_, held)) = own.into_iter().find(|(own, _)| *own == subject) {
                let place = competent.partition_point(|other| id(other.expert) < id(*number));
                competent.insert(place, Holder { expert: *number, held });
            }
        }
        Arc::from(competent)
    };
    let (mut shards, mut competent) = (index.shards.clone(), index.competent.clone());
    for subject in &subjects {
        shards[*subject as usize] = Arc::default();
        competent[*subject as usize] = still_competent(*subject);
    }
    let sieve = match Arc::ptr_eq(&set.checks, &index.sieve.checks) {
        true => Arc::clone(&index.sieve),
        false => Arc::new(Sieve::of(set.checks)),
    };
    let changed = Index { rules: index.rules, shards, competent, experts, by_id, free, tests, sieve };
    changed.complete(&subjects.into_iter().collect::<Vec<_>>(), after, lexicon);
    changed
}

impl Moves {
    /// Goes along both lists of experts, which have what stays in the same order and what is added at
    /// the end of the second. Whoever changes is `touched`, as before and as after.
    fn new<'d>(
        index: &Index,
        before: &'d Directory,
        after: &'d Directory,
        owners: &Owners<'_>,
        mut touched: impl FnMut(&'d Expert),
    ) -> Moves {
        let mut numbers = vec![0; before.experts().len()];
        for number in &index.by_id {
            numbers[index.experts[*number as usize].position as usize] = *number;
        }
        let mut moves = Moves {
            experts: index.experts.clone(),
            by_id: index.by_id.clone(),
            free: index.free.clone(),
            given: Vec::new(),
            gone: FxHashSet::default(),
        };
        let mut added = Vec::new();
        let mut old = before.experts().iter().zip(numbers).peekable();
        for (position, expert) in (0..).zip(after.experts()) {
            let is_same = |old: &Expert| old.is_shared_with(expert) || old.id == expert.id;
            while let Some((gone, number)) = old.next_if(|(old, _)| !is_same(old)) {
                touched(gone);
                moves.gone.insert(number);
                moves.free.push(number);
            }
            match old.next() {
                Some((same, number)) if same.is_shared_with(expert) => {
                    moves.experts[number as usize].position = position;
                }
                Some((other, number)) => {
                    touched(other);
                    touched(expert);
                    moves.gone.insert(number);
                    moves.experts[number as usize] = owners.indexed(position, expert);
                    moves.given.push((number, position as usize));
                }
                None => added.push((position, expert)),
            }
        }
        for (gone, number) in old {
            touched(gone);
            moves.gone.insert(number);
            moves.free.push(number);
        }
        let free: FxHashSet<u32> = moves.free.iter().copied().collect();
        moves.by_id.retain(|number| !free.contains(number));
        for (position, expert) in added {
            touched(expert);
            let indexed = owners.indexed(position, expert);
            let number = match moves.free.pop() {
                Some(number) => {
                    moves.experts[number as usize] = indexed;
                    number
                }
                None => {
                    moves.experts.push(indexed);
                    // There are not four billion experts.
                    (moves.experts.len() - 1) as u32
                }
            };
            moves.given.push((number, position as usize));
            let id = |number: u32| &after.experts()[moves.experts[number as usize].position as usize].id;
            let place = moves.by_id.partition_point(|other| id(*other) < &expert.id);
            moves.by_id.insert(place, number);
        }
        moves
    }
}
