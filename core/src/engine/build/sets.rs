//! Sets of things, known by number, of which each is another and one thing more.

use std::hash::Hash;

use rustc_hash::FxHashMap;

/// Sets that grow by one thing at a time. Those that came about in the same way are one, so that the
/// many zones of a territory share what stands in them.
pub(crate) struct Sets<T> {
    /// What each set but the empty one is more than which other.
    grown: Vec<(u32, T)>,
    numbers: FxHashMap<(u32, T), u32>,
    /// What was asked for last: neighbours mostly ask the same.
    last: Option<((u32, T), u32)>,
}

impl<T> Default for Sets<T> {
    fn default() -> Sets<T> {
        Sets { grown: Vec::new(), numbers: FxHashMap::default(), last: None }
    }
}

impl<T: Copy + Eq + Hash> Sets<T> {
    /// How many there are, with the empty one, which is number 0.
    pub(crate) fn len(&self) -> usize {
        self.grown.len() + 1
    }

    /// The set that is another and one thing more.
    pub(crate) fn with(&mut self, set: u32, more: T) -> u32 {
        match self.last {
            Some((grown, number)) if grown == (set, more) => number,
            _ => {
                let number = *self.numbers.entry((set, more)).or_insert_with(|| {
                    self.grown.push((set, more));
                    // Four billion sets would not fit into memory.
                    self.grown.len() as u32
                });
                self.last = Some(((set, more), number));
                number
            }
        }
    }

    /// What is in a set, the last thing first.
    pub(crate) fn items(&self, set: u32) -> impl Iterator<Item = T> + '_ {
        let mut set = set;
        std::iter::from_fn(move || {
            let (other, item) = *self.grown.get((set as usize).checked_sub(1)?)?;
            set = other;
            Some(item)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_grows_alike_is_one_set() {
        let mut sets = Sets::default();
        let of = |sets: &mut Sets<char>, text: &str| text.chars().fold(0, |set, item| sets.with(set, item));
        let abc = of(&mut sets, "abc");
        assert_eq!(of(&mut sets, "abc"), abc);
        let abd = of(&mut sets, "abd");
        assert_ne!(abd, abc);
        assert_eq!(sets.items(abc).collect::<String>(), "cba");
        assert_eq!(sets.items(abd).collect::<String>(), "dba");
        assert_eq!(sets.items(0).next(), None);
        // The empty one, a, ab, abc, abd.
        assert_eq!(sets.len(), 5);
    }
}
