//! The numbers of experts through a change of the directory.

use rustc_hash::FxHashSet;

use super::staff::Staff;
use crate::directory::{Directory, Expert};
use crate::engine::find::index::{Index, IndexedExpert};
use crate::engine::span::offset;

/// The experts of a changed directory, by number.
pub(super) struct Renumbered {
    pub(super) experts: Vec<IndexedExpert>,
    pub(super) numbers_by_id: Vec<u32>,
    pub(super) free_numbers: Vec<u32>,
    /// The numbers of those who are new or changed.
    pub(super) upserted: Vec<u32>,
    /// The numbers under which the index of before knows experts who are removed or changed.
    pub(super) outdated: FxHashSet<u32>,
}

impl Renumbered {
    /// Goes along both lists of experts: what stays is in the same order in both, and what is added
    /// stands at the end of the second. `touch` is told of every expert who is new, changed or
    /// removed, of the changed as before and as after.
    pub(super) fn new<'d>(
        index: &Index,
        before: &'d Directory,
        after: &'d Directory,
        staff: &Staff<'_>,
        mut touch: impl FnMut(&'d Expert),
    ) -> Renumbered {
        let mut renumbered = Renumbered {
            experts: index.experts.clone(),
            numbers_by_id: index.numbers_by_id.clone(),
            free_numbers: index.free_numbers.clone(),
            upserted: Vec::new(),
            outdated: FxHashSet::default(),
        };
        let mut added = Vec::new();
        let numbers = numbers_by_position(index, before);
        let mut old = before.experts().iter().zip(numbers).peekable();
        for (position, expert) in (0..).zip(after.experts()) {
            let is_same = |old: &Expert| old.is_shared_with(expert) || old.id == expert.id;
            while let Some((removed, number)) = old.next_if(|(old, _)| !is_same(old)) {
                touch(removed);
                renumbered.remove(number);
            }
            match old.next() {
                Some((same, number)) if same.is_shared_with(expert) => {
                    renumbered.experts[number as usize].position = position;
                }
                Some((changed, number)) => {
                    touch(changed);
                    touch(expert);
                    renumbered.replace(number, staff.index(position, expert));
                }
                None => added.push((position, expert)),
            }
        }
        for (removed, number) in old {
            touch(removed);
            renumbered.remove(number);
        }
        let free: FxHashSet<u32> = renumbered.free_numbers.iter().copied().collect();
        renumbered.numbers_by_id.retain(|number| !free.contains(number));
        for (position, expert) in added {
            touch(expert);
            renumbered.add(after, staff.index(position, expert));
        }
        renumbered
    }

    /// The expert of a number in the directory after the change.
    pub(super) fn in_directory<'d>(&self, after: &'d Directory, number: u32) -> &'d Expert {
        &after.experts()[self.experts[number as usize].position as usize]
    }

    fn remove(&mut self, number: u32) {
        self.outdated.insert(number);
        self.free_numbers.push(number);
    }

    fn replace(&mut self, number: u32, indexed: IndexedExpert) {
        self.outdated.insert(number);
        self.experts[number as usize] = indexed;
        self.upserted.push(number);
    }

    /// Gives a new expert a number that is free, and its place among the ids.
    fn add(&mut self, after: &Directory, indexed: IndexedExpert) {
        let number = match self.free_numbers.pop() {
            Some(number) => {
                self.experts[number as usize] = indexed;
                number
            }
            None => {
                let number = offset(self.experts.len());
                self.experts.push(indexed);
                number
            }
        };
        self.upserted.push(number);
        let id = |number: u32| &self.in_directory(after, number).id;
        let place = self.numbers_by_id.partition_point(|other| id(*other) < id(number));
        self.numbers_by_id.insert(place, number);
    }
}

/// The number of each expert, by position in the directory.
fn numbers_by_position(index: &Index, directory: &Directory) -> Vec<u32> {
    let mut numbers = vec![0; directory.experts().len()];
    for number in &index.numbers_by_id {
        numbers[index.expert(*number).position as usize] = *number;
    }
    numbers
}
