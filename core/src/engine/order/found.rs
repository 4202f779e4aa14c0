//! What is found of a match, and where it stands among the others, in one number.

use crate::engine::conditions::Unverified;

/// A member of the shard that was found, and how. From the high bits to the low: whether absent, the
/// level of the zone that covers, the beginning of what stands for the score, what stays unverified,
/// and the member. So the order of these numbers is that of the matches, but where two scores hardly
/// differ: those are compared exactly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Found(u64);

impl Found {
    /// More members would not fit into memory.
    const MEMBER_BITS: u32 = 28;
    const LEVEL_BITS: u32 = 3;
    const SCORE_BITS: u32 = 63 - Found::LEVEL_BITS - Unverified::BITS - Found::MEMBER_BITS;
    const SCORE_SHIFT: u32 = Found::MEMBER_BITS + Unverified::BITS;
    const LEVEL_SHIFT: u32 = Found::SCORE_SHIFT + Found::SCORE_BITS;
    const ABSENT: u64 = 1 << 63;

    /// None; after all others.
    pub(crate) const NOBODY: Found = Found(u64::MAX);

    pub(crate) fn new(member: u32, level: u8, unverified: Unverified) -> Found {
        let (level, unverified) = (u64::from(level), u64::from(unverified.bits()));
        Found(level << Found::LEVEL_SHIFT | unverified << Found::MEMBER_BITS | u64::from(member))
    }

    /// The same of the member behind it.
    pub(crate) fn next_member(self) -> Found {
        Found(self.0 + 1)
    }

    /// The same with a score, where it had none: that of a draw of 53 bits. The score falls as the draw
    /// rises; there is no need to compute it.
    pub(crate) fn with_draw(self, draw: u64) -> Found {
        let beginning = !(draw << 11) >> (64 - Found::SCORE_BITS);
        Found(self.0 | beginning << Found::SCORE_SHIFT)
    }

    pub(crate) fn absent(self) -> Found {
        Found(self.0 | Found::ABSENT)
    }

    /// The place among the members of the shard.
    pub(crate) fn member(self) -> u32 {
        self.0 as u32 & ((1 << Found::MEMBER_BITS) - 1)
    }

    /// The level of the zone that covers.
    pub(crate) fn level(self) -> u8 {
        (self.0 >> Found::LEVEL_SHIFT) as u8 & ((1 << Found::LEVEL_BITS) - 1)
    }

    pub(crate) fn unverified(self) -> Unverified {
        Unverified::from_bits((self.0 >> Found::MEMBER_BITS) as u16 & ((1 << Unverified::BITS) - 1))
    }

    /// Whether absent, and the level.
    pub(crate) fn rank(self) -> u64 {
        self.0 >> Found::LEVEL_SHIFT
    }

    /// Whether this one and a greater one may stand in the other order. What is cut off below may decide,
    /// and what is known of the score is off by less than one unit: two units apart nothing is open.
    pub(crate) fn is_close(self, next: Found) -> bool {
        (next.0 >> Found::SCORE_SHIFT) - (self.0 >> Found::SCORE_SHIFT) < 2
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_in_comes_out() {
        let unverified = Unverified::from_bits(0b10_101);
        let found = Found::new((1 << Found::MEMBER_BITS) - 1, 6, unverified).with_draw(12_345).absent();
        assert_eq!((found.member(), found.level()), ((1 << Found::MEMBER_BITS) - 1, 6));
        assert_eq!(found.unverified(), unverified);
        let other = Found::new(0, 0, Unverified::default()).with_draw((1 << 53) - 1);
        assert_eq!((other.member(), other.level(), other.unverified()), (0, 0, Unverified::default()));
    }

    #[test]
    fn the_present_come_first_then_narrow_zones_then_great_draws() {
        let of = |level, draw| Found::new(7, level, Unverified::default()).with_draw(draw);
        let (great, small) = (1 << 52, 1 << 30);
        let order = [of(1, great), of(1, small), of(2, great), of(1, great).absent(), of(2, small).absent()];
        assert!(order.is_sorted_by(|one, next| one < next), "{order:?}");
    }

    #[test]
    fn those_are_close_whose_scores_hardly_differ() {
        let of = |draw| Found::new(7, 1, Unverified::default()).with_draw(draw);
        let unit = 1 << (53 - Found::SCORE_BITS);
        let great = of(10 * unit);
        assert!(great.is_close(great));
        assert!(great.is_close(of(9 * unit)));
        assert!(!great.is_close(of(8 * unit)));
    }
}
