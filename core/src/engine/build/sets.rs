//! Interned sets that grow by one item at a time, stored as (parent, added item).

use std::hash::Hash;

use rustc_hash::FxHashMap;

use crate::engine::span::Position;

/// Sets, interned by the way in which they grew: what is added to equal sets in the same order gives
/// equal sets. So the many zones of a territory share the set of what stands in them.
///
/// A set is known by its position; the empty one is `None`.
pub(crate) struct Sets<T> {
    /// Each set as the set from which it grew, and what was added.
    grown: Vec<(Option<Position>, T)>,
    positions: FxHashMap<(Option<Position>, T), Position>,
    /// The last growth and its result: neighbouring zones mostly grow alike, which saves the hashing.
    last: Option<((Option<Position>, T), Position)>,
}

impl<T> Default for Sets<T> {
    fn default() -> Sets<T> {
        Sets { grown: Vec::new(), positions: FxHashMap::default(), last: None }
    }
}

impl<T: Copy + Eq + Hash> Sets<T> {
    /// How many sets there are beside the empty one.
    pub(crate) fn len(&self) -> usize {
        self.grown.len()
    }

    /// The set that has one item more.
    pub(crate) fn grow(&mut self, set: Option<Position>, item: T) -> Position {
        match self.last {
            Some((growth, position)) if growth == (set, item) => position,
            _ => {
                let position = *self.positions.entry((set, item)).or_insert_with(|| {
                    self.grown.push((set, item));
                    Position::after(self.grown.len() - 1)
                });
                self.last = Some(((set, item), position));
                position
            }
        }
    }

    /// The items of a set, the last added first.
    pub(crate) fn items(&self, set: Position) -> impl Iterator<Item = T> + '_ {
        let mut set = Some(set);
        std::iter::from_fn(move || {
            let (parent, item) = self.grown[set?.get()];
            set = parent;
            Some(item)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_that_grow_alike_are_one() {
        let mut sets = Sets::default();
        let ab = |sets: &mut Sets<char>| {
            let a = sets.grow(None, 'a');
            sets.grow(Some(a), 'b')
        };
        let (first, second) = (ab(&mut sets), ab(&mut sets));
        assert_eq!(first, second);
        let abc = sets.grow(Some(first), 'c');
        let abd = sets.grow(Some(first), 'd');
        assert_ne!(abc, abd);
        assert_eq!(sets.items(abc).collect::<String>(), "cba");
        assert_eq!(sets.items(abd).collect::<String>(), "dba");
        // a, ab, abc, abd.
        assert_eq!(sets.len(), 4);
    }
}
