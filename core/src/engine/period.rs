//! Periods as needs are compared with them.

use jiff::civil::Date;

use crate::validity::Validity;

/// Days in a row, the first and the last included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Days {
    pub(crate) first: Date,
    pub(crate) last: Date,
}

impl Days {
    /// Every day.
    pub(crate) const ALL: Days = Days { first: Date::MIN, last: Date::MAX };

    /// The days on which something counts.
    pub(crate) fn of(valid: Option<Validity>) -> Days {
        let valid = valid.unwrap_or(Validity { from: None, until: None });
        Days { first: valid.from.unwrap_or(Date::MIN), last: valid.until.unwrap_or(Date::MAX) }
    }

    #[inline]
    pub(crate) fn hold(self, day: Date) -> bool {
        self.first <= day && day <= self.last
    }

    /// The days from the first of both to the last.
    pub(crate) fn around(self, other: Days) -> Days {
        Days { first: self.first.min(other.first), last: self.last.max(other.last) }
    }

    /// The days that both have; nothing where there are none.
    pub(crate) fn and(self, other: Days) -> Option<Days> {
        let (first, last) = (self.first.max(other.first), self.last.min(other.last));
        (first <= last).then_some(Days { first, last })
    }
}
