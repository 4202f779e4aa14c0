//! Sorting what was found of one need: mostly some ten to twenty numbers.

use std::ops::Range;

use super::found::Found;

/// From this length on the standard library sorts small lists by networks, which have no branch for a
/// processor to guess wrong. Shorter lists are sorted by insertion, which guesses wrong at every other
/// step. Lists of almost this length are therefore filled up to it: by the bench `engine_parts`, group
/// `sort`, the figures of which are in `benches/README.md`. A new release of the standard library may
/// change the length; the order stays the same, and the bench shows what is lost.
const NETWORK: usize = 21;

/// The lengths that are filled up. Below, insertion is faster than a network of 21.
const FILLED_UP: Range<usize> = 8..NETWORK;

/// The room that a list of this length takes while it is sorted.
pub(super) fn room_for(length: usize) -> usize {
    if FILLED_UP.contains(&length) { NETWORK } else { length }
}

/// Sorts, as `sort_unstable` does.
pub(super) fn sort(found: &mut Vec<Found>) {
    let length = found.len();
    found.resize(room_for(length), Found::FILLER);
    found.sort_unstable();
    found.truncate(length);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::conditions::Unverified;

    #[test]
    fn lists_of_any_length_are_sorted() {
        let mut rng = fastrand::Rng::with_seed(55);
        for length in 0..64 {
            let draws = std::iter::repeat_with(|| rng.u64(..1 << 53));
            let found = (0..length).zip(draws);
            let found: Vec<Found> = found
                .map(|(member, draw)| Found::new(member, 1, Unverified::default()).with_draw(draw))
                .collect();
            let (mut sorted, mut plain) = (found.clone(), found);
            sort(&mut sorted);
            plain.sort_unstable();
            assert_eq!(sorted, plain, "{length}");
        }
    }
}
