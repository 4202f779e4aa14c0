//! The table of codes: what each of them leads to.

#![expect(
    clippy::indexing_slicing,
    reason = "slots are made by `slot`, and the table has one entry for each"
)]

use super::Geography;
use super::former::Former;
use super::id::PlaceId;

/// In the table of codes: a code that never was, as far as is known.
pub(super) const CODE_UNKNOWN: u32 = u32::MAX;
/// In the table of codes: from here on, former codes.
const FIRST_FORMER: u32 = 1 << 31;

pub(super) fn slot_of_place(place: usize) -> u32 {
    place as u32
}

pub(super) fn slot_of_former(index: usize) -> u32 {
    FIRST_FORMER + index as u32
}

/// What a slot of the table of codes says.
pub(super) enum Meaning {
    Place(PlaceId),
    Former(Former),
    Unknown,
}

impl Geography {
    #[inline]
    pub(super) fn meaning(&self, slot: usize) -> Meaning {
        match self.slots[slot] {
            CODE_UNKNOWN => Meaning::Unknown,
            place @ ..FIRST_FORMER => Meaning::Place(PlaceId(place)),
            former => Meaning::Former(self.former[(former - FIRST_FORMER) as usize]),
        }
    }
}
