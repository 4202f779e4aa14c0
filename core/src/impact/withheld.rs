//! Groups that are too small to be shown alone, so that no company is told by its group.

use std::collections::{BTreeMap, HashSet};

use super::group::Key;
use super::slot::Slot;
use super::tally::Tallies;

/// A group, or that of what is in none, in a period.
type Cell<'f> = (Option<Key<'f>>, Option<Slot>);

/// The groups that are shown together, by period.
#[derive(Default)]
pub(super) struct Withheld<'f>(HashSet<Cell<'f>>);

impl<'f> Withheld<'f> {
    /// Those that count something of fewer than `least`, and what must go with them until they count `together`.
    pub(super) fn of(tallies: &Tallies<'f>, least: u32, together: u64) -> Withheld<'f> {
        let mut by_slot: BTreeMap<Option<Slot>, Vec<([u64; 2], Cell<'f>)>> = BTreeMap::new();
        for (cell, tally) in tallies {
            by_slot.entry(cell.1).or_default().push((tally.populations(), *cell));
        }
        let mut withheld = HashSet::new();
        for groups in by_slot.into_values() {
            let populations = groups.iter().map(|(populations, _)| *populations).collect();
            let largest = largest_together(populations, least, together);
            let small = groups.into_iter().filter(|(populations, _)| size(populations) <= largest);
            withheld.extend(small.map(|(_, cell)| cell));
        }
        Withheld(withheld)
    }

    /// The group in which a group is shown: its own, or that of all small ones.
    pub(super) fn shown(&self, key: Option<Key<'f>>, slot: Option<Slot>) -> Option<Key<'f>> {
        if self.0.contains(&(key, slot)) { Some(Key::Withheld) } else { key }
    }
}

/// By how much the groups that are shown together count fewer than `least`, where others could go with them. Those
/// who got the same needs count each of them alone, and once together.
pub(super) fn missing(tallies: &Tallies<'_>, least: u32) -> u64 {
    let others: HashSet<Option<Slot>> =
        tallies.keys().filter(|(key, _)| *key != Some(Key::Withheld)).map(|(_, slot)| *slot).collect();
    let together =
        tallies.iter().filter(|((key, slot), _)| *key == Some(Key::Withheld) && others.contains(slot));
    let populations = together.flat_map(|(_, tally)| tally.populations()).filter(|count| *count > 0);
    populations.map(|count| u64::from(least).saturating_sub(count)).max().unwrap_or(0)
}

/// The size of the largest group that is shown with others; 0 where none is. Those below `least` are; with
/// them go the next larger ones until there are two, of which none follows from the total, and until
/// nothing that they count together is below `least`. Groups of the same size go together too: which of
/// them would be shown is chance.
///
/// A group counts several populations, and is as small as the smallest of them that it has any of.
pub(super) fn largest<const POPULATIONS: usize>(groups: Vec<[u64; POPULATIONS]>, least: u32) -> u64 {
    largest_together(groups, least, u64::from(least))
}

fn largest_together<const POPULATIONS: usize>(
    mut groups: Vec<[u64; POPULATIONS]>,
    least: u32,
    enough: u64,
) -> u64 {
    let least = u64::from(least);
    groups.retain(|populations| size(populations) > 0);
    groups.sort_unstable_by_key(size);
    let mut together = [0_u64; POPULATIONS];
    let mut largest = 0;
    for (number, populations) in groups.iter().enumerate() {
        let is_below = |bound: u64| move |count: &u64| *count > 0 && *count < bound;
        if number != 1 && !populations.iter().any(is_below(least)) && !together.iter().any(is_below(enough)) {
            break;
        }
        together.iter_mut().zip(populations).for_each(|(sum, count)| *sum += count);
        largest = size(populations);
    }
    largest
}

pub(super) fn size<const POPULATIONS: usize>(populations: &[u64; POPULATIONS]) -> u64 {
    populations.iter().copied().filter(|count| *count > 0).min().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::largest;

    #[test]
    fn small_groups_go_together_until_nothing_is_told() {
        let of_needs = |sizes: &[u64], least| largest(sizes.iter().map(|size| [*size]).collect(), least);
        assert_eq!(of_needs(&[9, 7], 5), 0);
        assert_eq!(of_needs(&[9, 4, 1], 5), 4);
        assert_eq!(of_needs(&[9, 7, 1], 5), 7, "two at least");
        assert_eq!(of_needs(&[9, 1, 1], 5), 9, "two ones would be two of the total");
        assert_eq!((of_needs(&[1], 5), of_needs(&[], 5), of_needs(&[1, 1], 0)), (1, 0, 0));
        // One request among nine needs, and none elsewhere.
        assert_eq!(largest(vec![[9, 1], [7, 8], [12, 9]], 5), 7);
    }
}
