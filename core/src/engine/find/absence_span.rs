//! All absences of an expert as one span of days, for the many days on which there is none.

use jiff::civil::Date;

use crate::directory::Absence;

/// The days from the first of all absences to the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct AbsenceSpan {
    first: Date,
    last: Date,
    /// Whether there is one absence, and so no gap.
    is_single: bool,
}

impl AbsenceSpan {
    pub(crate) fn of(absences: &[Absence]) -> Option<AbsenceSpan> {
        let single =
            |absence: &Absence| AbsenceSpan { first: absence.from, last: absence.until, is_single: true };
        absences.iter().map(single).reduce(|all, next| AbsenceSpan {
            first: all.first.min(next.first),
            last: all.last.max(next.last),
            is_single: false,
        })
    }

    /// Whether the expert is absent on a day; `None` where the span has gaps, so that only the
    /// absences themselves tell.
    pub(crate) fn covers(self, on: Date) -> Option<bool> {
        match self.first <= on && on <= self.last {
            false => Some(false),
            true if self.is_single => Some(true),
            true => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(absences: &[(i8, i8)]) -> AbsenceSpan {
        let absence = |(from, until): &(i8, i8)| Absence {
            from: jiff::civil::date(2026, 8, *from),
            until: jiff::civil::date(2026, 8, *until),
            substitute: None,
        };
        AbsenceSpan::of(&absences.iter().map(absence).collect::<Vec<_>>()).unwrap()
    }

    #[test]
    fn one_absence_is_sure_and_several_have_gaps() {
        let on = |span: AbsenceSpan, day| span.covers(jiff::civil::date(2026, 8, day));
        let single = span(&[(3, 5)]);
        let answers = [2, 3, 5, 6].map(|day| on(single, day));
        assert_eq!(answers, [Some(false), Some(true), Some(true), Some(false)]);
        let two = span(&[(20, 21), (3, 5)]);
        assert_eq!([2, 3, 10, 21, 22].map(|day| on(two, day)), [Some(false), None, None, None, Some(false)]);
        assert_eq!(AbsenceSpan::of(&[]), None);
    }
}
