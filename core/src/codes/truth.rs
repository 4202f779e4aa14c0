//! Three-valued logic: what a need does not tell is neither true nor false.

use std::ops::Not;

/// True, false, or not known (Kleene's strong logic).
///
/// ```
/// use aiguillage::codes::Truth;
///
/// assert_eq!(Truth::Unknown.or(Truth::Yes), Truth::Yes);
/// assert_eq!(Truth::Unknown.and(Truth::Yes), Truth::Unknown);
/// assert_eq!(!Truth::Unknown, Truth::Unknown);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Truth {
    /// Known to hold.
    Yes,
    /// Known not to hold.
    No,
    /// Not known.
    Unknown,
}

impl Truth {
    /// Yes if either is, no if both are not.
    #[must_use]
    pub fn or(self, other: Truth) -> Truth {
        match (self, other) {
            (Truth::Yes, _) | (_, Truth::Yes) => Truth::Yes,
            (Truth::No, Truth::No) => Truth::No,
            _ => Truth::Unknown,
        }
    }

    /// Yes if both are, no if either is not.
    #[must_use]
    pub fn and(self, other: Truth) -> Truth {
        match (self, other) {
            (Truth::No, _) | (_, Truth::No) => Truth::No,
            (Truth::Yes, Truth::Yes) => Truth::Yes,
            _ => Truth::Unknown,
        }
    }
}

impl Not for Truth {
    type Output = Truth;

    /// Yes for no and no for yes; the unknown stays unknown.
    fn not(self) -> Truth {
        match self {
            Truth::Yes => Truth::No,
            Truth::No => Truth::Yes,
            Truth::Unknown => Truth::Unknown,
        }
    }
}

impl From<bool> for Truth {
    fn from(value: bool) -> Truth {
        if value { Truth::Yes } else { Truth::No }
    }
}

#[cfg(test)]
mod tests {
    use super::Truth::{self, No, Unknown, Yes};

    #[test]
    fn the_unknown_stays_unknown_unless_the_other_side_decides() {
        // "False" in a register can mean "no data".
        assert_eq!(
            [Yes.or(Unknown), No.or(Unknown), Unknown.or(Unknown), No.or(No)],
            [Yes, Unknown, Unknown, No]
        );
        assert_eq!(
            [Yes.and(Unknown), No.and(Unknown), Unknown.and(Unknown), Yes.and(Yes)],
            [Unknown, No, Unknown, Yes]
        );
        assert_eq!([!Yes, !No, !Unknown], [No, Yes, Unknown]);
        assert_eq!([Truth::from(true), Truth::from(false)], [Yes, No]);
    }
}
