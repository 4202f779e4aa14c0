//! Positions and ranges in the flat lists of which the index is made.

use std::num::NonZeroU32;
use std::ops::Range;

use crate::invariant::broken;

/// The items of a list from `start` to before `end`: half the size of a `Range<usize>`, and `Copy`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// The items from one position to before another.
    pub(crate) fn between(start: usize, end: usize) -> Span {
        Span { start: offset(start), end: offset(end) }
    }

    pub(crate) fn is_empty(self) -> bool {
        self.start == self.end
    }

    pub(crate) fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// The positions of the items in their list.
    pub(crate) fn positions(self) -> Range<u32> {
        self.start..self.end
    }

    /// The items. The list is the one to which [`Span::append`] added them.
    #[inline]
    pub(crate) fn slice<T>(self, list: &[T]) -> &[T] {
        &list[self.start as usize..self.end as usize]
    }

    /// The items, to be changed.
    #[inline]
    pub(crate) fn slice_mut<T>(self, list: &mut [T]) -> &mut [T] {
        &mut list[self.start as usize..self.end as usize]
    }

    /// Adds items at the end of a list, and tells where they stand.
    pub(crate) fn append<T>(list: &mut Vec<T>, items: impl IntoIterator<Item = T>) -> Span {
        let start = offset(list.len());
        list.extend(items);
        Span { start, end: offset(list.len()) }
    }
}

/// A position in a list, kept as one more, so that an `Option` of it takes four bytes too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Position(NonZeroU32);

impl Position {
    /// The position of the next item of a list of this length.
    pub(crate) fn after(length: usize) -> Position {
        Position(NonZeroU32::MIN.saturating_add(offset(length)))
    }

    #[inline]
    pub(crate) fn get(self) -> usize {
        self.0.get() as usize - 1
    }
}

/// The length of a list as the position of its next item.
pub(crate) fn offset(length: usize) -> u32 {
    u32::try_from(length).unwrap_or_else(|_| broken("a list of the index has fewer than 2^32 items"))
}
