//! What is known of a number of employees.

use super::Truth;

/// What is known of a number of employees: at least `lower`, at most `upper` where there is one. Of a number
/// that is presumed, the most is what a register takes it for.
///
/// ```
/// use aiguillage::codes::{Headcount, HeadcountBand, Truth};
///
/// assert_eq!(Headcount::exact(11).below(11), Truth::No);
/// let ten_to_nineteen = HeadcountBand::B11.headcount();
/// assert_eq!(ten_to_nineteen.below(11), Truth::Unknown);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Headcount {
    lower: u32,
    /// INVARIANT: not less than `lower`.
    upper: Option<u32>,
    /// Whether there may be more all the same.
    is_presumed: bool,
}

impl Headcount {
    /// A number that is known exactly.
    pub fn exact(number: u32) -> Headcount {
        Headcount { lower: number, upper: Some(number), is_presumed: false }
    }

    /// A number of which only the least that it can be is known.
    pub(crate) fn from_lower(lower: u32) -> Headcount {
        Headcount { lower, upper: None, is_presumed: false }
    }

    /// A number between two others, of which the first is not greater.
    pub(super) fn between(lower: u32, upper: u32) -> Headcount {
        Headcount { lower, upper: Some(upper), is_presumed: false }
    }

    /// None, or presumed so for want of a declaration: that is enough where none is asked for, and not where
    /// some are.
    pub(super) fn presumed_none() -> Headcount {
        Headcount { lower: 0, upper: Some(0), is_presumed: true }
    }

    /// The least that it can be.
    pub fn lower(self) -> u32 {
        self.lower
    }

    /// The most that it can be, where there is a most.
    pub fn upper(self) -> Option<u32> {
        self.upper
    }

    /// Whether a register presumes the number, for want of a declaration.
    pub fn is_presumed(self) -> bool {
        self.is_presumed
    }

    /// Whether a number lies within the bounds; of a number that is presumed, whether it is what is presumed.
    pub fn admits(self, number: u32) -> bool {
        self.lower <= number && self.upper.is_none_or(|upper| number <= upper)
    }

    /// Whether there are at least `minimum`: unknown where the bounds lie on both sides.
    pub fn at_least(self, minimum: u32) -> Truth {
        if self.lower >= minimum {
            Truth::Yes
        } else if !self.is_presumed && self.upper.is_some_and(|upper| upper < minimum) {
            Truth::No
        } else {
            Truth::Unknown
        }
    }

    /// Whether there are fewer than `maximum`: unknown where the bounds lie on both sides.
    pub fn below(self, maximum: u32) -> Truth {
        if self.upper.is_some_and(|upper| upper < maximum) {
            Truth::Yes
        } else if self.lower >= maximum {
            Truth::No
        } else {
            Truth::Unknown
        }
    }
}
