//! What the code relies on, and the types cannot say.

/// Stops with the name of an invariant that does not hold.
///
/// A broken invariant is a bug of this library. There is nothing sound to go on with: a default in
/// place of what is missing would route needs wrongly, and nobody would notice. The bindings turn the
/// panic into an exception of their language.
#[cold]
#[inline(never)]
#[track_caller]
#[expect(clippy::panic, reason = "the only place that may: see above")]
pub(crate) fn broken(invariant: &'static str) -> ! {
    panic!("a bug in aiguillage, please report it; it does not hold that {invariant}")
}

/// The entry at a position that is known to be one of the list.
#[track_caller]
pub(crate) fn at<'l, T>(list: &'l [T], position: usize, invariant: &'static str) -> &'l T {
    list.get(position).unwrap_or_else(|| broken(invariant))
}

/// The entry at a position that is known to be one of the list, to be changed.
#[track_caller]
pub(crate) fn at_mut<'l, T>(list: &'l mut [T], position: usize, invariant: &'static str) -> &'l mut T {
    list.get_mut(position).unwrap_or_else(|| broken(invariant))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_that_is_there_is_given() {
        assert_eq!((*at(&[1, 2], 1, "it is there"), *at_mut(&mut [1, 2], 0, "it is there")), (2, 1));
    }

    #[test]
    #[should_panic(expected = "it does not hold that there are three")]
    fn what_is_not_there_names_the_invariant() {
        at(&[1, 2], 2, "there are three");
    }
}
