//! Periods, and what they are called.

use jiff::civil::Date;

use super::Period;

/// A period, counted from the year 0, so that it can be counted on from.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Slot(i32);

impl Slot {
    pub(super) fn of(period: Period, date: Date) -> Slot {
        let (year, month) = (i32::from(date.year()), i32::from(date.month()) - 1);
        Slot(match period {
            Period::Month => year * 12 + month,
            Period::Quarter => year * 4 + month / 3,
            Period::Year => year,
        })
    }

    /// `2026-11`, `2026-T4` (T for *trimestre*), `2026`.
    pub(super) fn name(self, period: Period) -> String {
        match period {
            Period::Month => format!("{:04}-{:02}", self.0.div_euclid(12), self.0.rem_euclid(12) + 1),
            Period::Quarter => format!("{:04}-T{}", self.0.div_euclid(4), self.0.rem_euclid(4) + 1),
            Period::Year => format!("{:04}", self.0),
        }
    }

    /// How many periods there are from one to another, both included.
    pub(super) fn until(self, last: Slot) -> usize {
        usize::try_from(last.0 - self.0 + 1).unwrap_or(0)
    }

    /// The periods from one to another, both included.
    pub(super) fn to(self, last: Slot) -> impl Iterator<Item = Slot> {
        (self.0..=last.0).map(Slot)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn periods_have_names_and_follow_each_other() {
        let of = |period, date| Slot::of(period, date).name(period);
        assert_eq!(of(Period::Month, date(2026, 11, 30)), "2026-11");
        assert_eq!(of(Period::Quarter, date(2026, 12, 31)), "2026-T4");
        assert_eq!(of(Period::Quarter, date(2027, 1, 1)), "2027-T1");
        assert_eq!(of(Period::Year, date(2026, 1, 1)), "2026");
        assert_eq!(of(Period::Month, date(-1, 1, 1)), "-001-01");
        let [december, january] =
            [date(2026, 12, 31), date(2027, 1, 1)].map(|date| Slot::of(Period::Month, date));
        assert_eq!((december.until(january), january.until(december)), (2, 0));
        assert_eq!(december.to(january).count(), 2);
    }
}
