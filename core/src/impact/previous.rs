//! The period before that of a query.

use jiff::civil::Date;
use jiff::{Span, ToSpan};

use super::ImpactQuery;

impl ImpactQuery {
    /// The same on the period of the same length just before: whole months before whole months, else
    /// days before days. Nothing where the query has no first and last day.
    pub fn previous(&self) -> Option<ImpactQuery> {
        let (from, until) = (self.from?, self.until?);
        let day_after = until.checked_add(1.day()).ok()?;
        let whole_months = from.day() == 1 && day_after.day() == 1;
        let first = if whole_months {
            let months = months(day_after) - months(from);
            from.checked_sub(Span::new().try_months(months).ok()?).ok()?
        } else {
            from.checked_sub(from.until(day_after).ok()?).ok()?
        };
        Some(ImpactQuery { from: Some(first), until: Some(from.checked_sub(1.day()).ok()?), ..self.clone() })
    }
}

fn months(date: Date) -> i32 {
    i32::from(date.year()) * 12 + i32::from(date.month())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn previous(from: Date, until: Date) -> (Date, Date) {
        let query = ImpactQuery { from: Some(from), until: Some(until), ..ImpactQuery::on(until) };
        let previous = query.previous().unwrap();
        (previous.from.unwrap(), previous.until.unwrap())
    }

    #[test]
    fn whole_months_come_before_whole_months() {
        assert_eq!(previous(date(2026, 3, 1), date(2026, 3, 31)), (date(2026, 2, 1), date(2026, 2, 28)));
        assert_eq!(previous(date(2026, 1, 1), date(2026, 3, 31)), (date(2025, 10, 1), date(2025, 12, 31)));
        assert_eq!(previous(date(2026, 1, 1), date(2026, 12, 31)), (date(2025, 1, 1), date(2025, 12, 31)));
        assert_eq!(previous(date(2026, 3, 2), date(2026, 3, 8)), (date(2026, 2, 23), date(2026, 3, 1)));
        assert_eq!(ImpactQuery::on(Date::MAX).previous(), None);
        let query =
            ImpactQuery { from: Some(Date::MIN), until: Some(Date::MAX), ..ImpactQuery::on(Date::MAX) };
        assert_eq!(query.previous(), None);
    }
}
