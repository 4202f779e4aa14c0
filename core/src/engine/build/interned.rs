//! Equal items, kept once.

use std::hash::Hash;

use rustc_hash::FxHashMap;

use crate::engine::span::offset;

/// Distinct items, known by numbers.
pub(super) struct Interned<T> {
    items: Vec<T>,
    numbers: FxHashMap<T, u32>,
}

impl<T> Default for Interned<T> {
    fn default() -> Interned<T> {
        Interned { items: Vec::new(), numbers: FxHashMap::default() }
    }
}

impl<T: Eq + Hash + Clone> Interned<T> {
    /// With a first item, whose number is 0.
    pub(super) fn starting_with(first: T) -> Interned<T> {
        let mut interned = Interned::default();
        interned.intern(first);
        interned
    }

    pub(super) fn intern(&mut self, item: T) -> u32 {
        if let Some(number) = self.numbers.get(&item) {
            return *number;
        }
        let number = offset(self.items.len());
        self.items.push(item.clone());
        self.numbers.insert(item, number);
        number
    }

    pub(super) fn get(&self, number: u32) -> &T {
        &self.items[number as usize]
    }
}
