//! Groups that are too small to be shown alone, so that no company is told by its group.

use std::collections::{BTreeMap, HashSet};

use super::group::Key;
use super::measure::Tallies;
use super::slot::Slot;

/// The groups that are shown together, by period.
#[derive(Default)]
pub(super) struct Withheld<'f>(HashSet<(Key<'f>, Option<Slot>)>);

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
        for (slot, mut groups) in by_slot {
            groups.sort_unstable();
            let small = groups.iter().take_while(|(size, _)| *size < u64::from(least)).count();
            let together = if small == 1 { 2 } else { small };
            withheld.extend(groups.into_iter().take(together).map(|(_, key)| (key, slot)));
        }
        Withheld(withheld)
    }

    /// The group in which a group is shown: its own, or that of all small ones.
    pub(super) fn shown(&self, key: Option<Key<'f>>, slot: Option<Slot>) -> Option<Key<'f>> {
        let key = key?;
        Some(if self.0.contains(&(key, slot)) { Key::Withheld } else { key })
    }
}
