//! Sorting what was found of one need: mostly some ten to twenty numbers.

use std::ops::Range;

use super::found::Found;

/// From this length on the standard library sorts small lists by networks, which have no branch for a
/// processor to guess wrong. Shorter lists are sorted by insertion, which guesses wrong at every other
/// step.
const NETWORK: usize = 21;

/// The lengths that are filled up to [`NETWORK`]. The plain form is `sort_unstable` alone. By the bench
/// `engine_parts`, group `sort`, filling up takes as long at 12, two thirds to three quarters of the
/// time at 14 and half to three quarters from 16 on; below 12 it takes longer. Another version of the
/// standard library may sort otherwise: the order stays the same, and the bench tells what is left.
const FILLED_UP: Range<usize> = 13..NETWORK;

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
