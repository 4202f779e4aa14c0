//! A match in one number, which also says where it stands among the others.

use crate::engine::conditions::Unverified;
use crate::engine::find::shard::Member;
use crate::geography::ZoneId;

/// A member of the shard that was found, and how. From the high bits to the low:
///
/// ```text
/// | absent 1 | level 3 | score 27 | unverified 5 | member 28 |
/// ```
///
/// So the order of these numbers is that of the matches, as far as scores differ by more than the
/// bits of the score show; close ones are compared exactly, see [`Found::is_close`]. The plain form, a
/// record that is compared field by field, takes three times the room and, by the bench `engine_parts`,
/// group `found`, four to seven times as long to sort.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Found(u64);

impl Found {
    const LEVEL_BITS: u32 = 3;
    const SCORE_BITS: u32 = 63 - Found::LEVEL_BITS - Unverified::BITS - Member::POSITION_BITS;
    const UNVERIFIED_SHIFT: u32 = Member::POSITION_BITS;
    const SCORE_SHIFT: u32 = Found::UNVERIFIED_SHIFT + Unverified::BITS;
    const LEVEL_SHIFT: u32 = Found::SCORE_SHIFT + Found::SCORE_BITS;
    const ABSENT: u64 = 1 << 63;

    /// Sorts after all others; fills up lists, see [`sort`](super::sort).
    pub(super) const FILLER: Found = Found(u64::MAX);

    /// A present member without a score yet, by its position in the shard.
    pub(crate) fn new(member: u32, level: u8, unverified: Unverified) -> Found {
        let (level, unverified) = (u64::from(level), u64::from(unverified.bits()));
        Found(level << Found::LEVEL_SHIFT | unverified << Found::UNVERIFIED_SHIFT | u64::from(member))
    }

    /// The same for the next member of the shard.
    #[inline]
    pub(super) fn next_member(self) -> Found {
        Found(self.0 + 1)
    }

    /// Adds the score of a draw of 53 bits to one that has no score. The score falls as the draw rises,
    /// so that the first bits of the inverted draw order as the score does.
    #[inline]
    pub(super) fn with_draw(self, draw: u64) -> Found {
        let score = !(draw << 11) >> (64 - Found::SCORE_BITS);
        Found(self.0 | score << Found::SCORE_SHIFT)
    }

    /// The same, absent.
    #[inline]
    pub(super) fn as_absent(self) -> Found {
        Found(self.0 | Found::ABSENT)
    }

    pub(super) fn is_absent(self) -> bool {
        self.0 & Found::ABSENT != 0
    }

    /// The position among the members of the shard.
    #[inline]
    pub(crate) fn member(self) -> usize {
        self.0 as usize & ((1 << Member::POSITION_BITS) - 1)
    }

    /// The level of the zone that covers.
    fn level(self) -> usize {
        (self.0 >> Found::LEVEL_SHIFT) as usize & ((1 << Found::LEVEL_BITS) - 1)
    }

    /// The zone that covers, of those around the need by level.
    pub(crate) fn covering(self, chain: &[ZoneId; 7]) -> ZoneId {
        chain[self.level()]
    }

    pub(crate) fn unverified(self) -> Unverified {
        Unverified::from_bits((self.0 >> Found::UNVERIFIED_SHIFT) as u16 & ((1 << Unverified::BITS) - 1))
    }

    /// Absence and level, which decide before the score.
    pub(super) fn rank(self) -> u64 {
        self.0 >> Found::LEVEL_SHIFT
    }

    /// Whether this one and a greater one have to be compared exactly. Scores are truncated, and those
    /// of adjusted draws (see [`fair::equivalent_draw`]) are off by less than one unit: only scores that
    /// are less than two units apart may stand in the other order.
    ///
    /// [`fair::equivalent_draw`]: super::fair::equivalent_draw
    #[inline]
    pub(super) fn is_close(self, greater: Found) -> bool {
        (greater.0 >> Found::SCORE_SHIFT) - (self.0 >> Found::SCORE_SHIFT) < 2
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_is_unpacked() {
        let unverified = Unverified::from_bits(0b10_101);
        let last = (1 << Member::POSITION_BITS) - 1;
        let found = Found::new(last, 6, unverified).with_draw(12_345).as_absent();
        assert_eq!((found.member(), found.level()), (last as usize, 6));
        assert_eq!(found.unverified(), unverified);
        let first = Found::new(0, 0, Unverified::default()).with_draw((1 << 53) - 1);
        assert_eq!((first.member(), first.level(), first.unverified()), (0, 0, Unverified::default()));
    }

    #[test]
    fn the_present_come_first_then_narrow_zones_then_great_draws() {
        let found = |level, draw| Found::new(7, level, Unverified::default()).with_draw(draw);
        let (great, small) = (1 << 52, 1 << 30);
        let order = [
            found(1, great),
            found(1, small),
            found(2, great),
            found(1, great).as_absent(),
            found(2, small).as_absent(),
        ];
        assert!(order.is_sorted_by(|one, next| one < next), "{order:?}");
    }

    #[test]
    fn those_are_close_whose_scores_hardly_differ() {
        let found = |draw| Found::new(7, 1, Unverified::default()).with_draw(draw);
        let unit = 1 << (53 - Found::SCORE_BITS);
        let great = found(10 * unit);
        assert!(great.is_close(great));
        assert!(great.is_close(found(9 * unit)));
        assert!(!great.is_close(found(8 * unit)));
    }
}
