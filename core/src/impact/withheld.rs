//! Groups that are too small to be shown alone, so that no company is told by its group.

use std::collections::{BTreeMap, HashSet};

use super::group::Key;
use super::measure::Tallies;
use super::slot::Slot;

/// The groups that are shown together, by period.
#[derive(Default)]
pub(super) struct Withheld<'f>(HashSet<(Key<'f>, Option<Slot>)>);

/// The size of the largest group that is too small to be shown alone; 0 where there is none. Groups of that
/// size go together too: which of them would be shown is chance.
pub(super) fn largest(mut sizes: Vec<u64>, least: u32) -> u64 {
    sizes.sort_unstable();
    let small = sizes.iter().take_while(|size| **size < u64::from(least)).count();
    let together = if small == 1 { 2.min(sizes.len()) } else { small };
    together.checked_sub(1).and_then(|last| sizes.get(last)).copied().unwrap_or(0)
}

impl<'f> Withheld<'f> {
    /// Those with fewer than `least` needs (or requests, where there are no needs). Where there is only one in
    /// a period, the next smallest goes with it: one alone would follow from the total.
    pub(super) fn of(tallies: &Tallies<'f>, least: u32) -> Withheld<'f> {
        let mut by_slot: BTreeMap<Option<Slot>, Vec<(u64, Key<'f>)>> = BTreeMap::new();
        for ((key, slot), tally) in tallies {
            let (needs, requests) = tally.size();
            let size = if needs > 0 { needs } else { requests };
            if let Some(key) = key.filter(|_| size > 0) {
                by_slot.entry(*slot).or_default().push((size, key));
            }
        }
        let mut withheld = HashSet::new();
        for (slot, groups) in by_slot {
            let largest = largest(groups.iter().map(|(size, _)| *size).collect(), least);
            let small = groups.into_iter().filter(|(size, _)| *size <= largest);
            withheld.extend(small.map(|(_, key)| (key, slot)));
        }
        Withheld(withheld)
    }

    /// The group in which a group is shown: its own, or that of all small ones.
    pub(super) fn shown(&self, key: Option<Key<'f>>, slot: Option<Slot>) -> Option<Key<'f>> {
        let key = key?;
        Some(if self.0.contains(&(key, slot)) { Key::Withheld } else { key })
    }
}
