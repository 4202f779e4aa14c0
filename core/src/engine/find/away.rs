//! All absences of an expert at once, for the many days on which there is none.

use jiff::civil::Date;

use crate::directory::Absence;

/// The time from the first day of all absences to the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Away {
    first: Date,
    last: Date,
    /// Whether it is one absence.
    is_one: bool,
}

impl Away {
    pub(crate) fn of(absences: &[Absence]) -> Option<Away> {
        let each = absences.iter().map(|own| Away { first: own.from, last: own.until, is_one: true });
        each.reduce(|all, own| Away {
            first: all.first.min(own.first),
            last: all.last.max(own.last),
            is_one: false,
        })
    }

    /// Whether the expert is away on a day; nothing where only the absences themselves tell.
    pub(crate) fn covers(self, on: Date) -> Option<bool> {
        match self.first <= on && on <= self.last {
            false => Some(false),
            true if self.is_one => Some(true),
            true => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn away(absences: &[(i8, i8)]) -> Away {
        let of = |(from, until): &(i8, i8)| Absence {
            from: jiff::civil::date(2026, 8, *from),
            until: jiff::civil::date(2026, 8, *until),
        };
        Away::of(&absences.iter().map(of).collect::<Vec<_>>()).unwrap()
    }

    #[test]
    fn one_absence_is_sure_and_several_have_gaps() {
        let on = |away: Away, day| away.covers(jiff::civil::date(2026, 8, day));
        let one = away(&[(3, 5)]);
        assert_eq!([2, 3, 5, 6].map(|day| on(one, day)), [Some(false), Some(true), Some(true), Some(false)]);
        let two = away(&[(20, 21), (3, 5)]);
        assert_eq!([2, 3, 10, 21, 22].map(|day| on(two, day)), [Some(false), None, None, None, Some(false)]);
        assert_eq!(Away::of(&[]), None);
    }
}
