//! Counting in civil days.

use jiff::Span;
use jiff::civil::Date;

/// Whole civil days from one date to another; none where the other is not after it.
pub(crate) fn days_between(from: Date, to: Date) -> u32 {
    // Dates span fewer days than an i32 holds; the difference of two civil dates is in days.
    from.until(to).map_or(0, |span| u32::try_from(span.get_days()).unwrap_or(0))
}

/// A day so many days later; the last day there is where there is none so late.
pub(super) fn days_after(date: Date, days: u32) -> Date {
    let span = Span::new().try_days(i64::from(days)).ok();
    span.and_then(|span| date.checked_add(span).ok()).unwrap_or(Date::MAX)
}

/// A day so many months later; nothing where the calendar has none so late.
pub(super) fn months_after(date: Date, months: u32) -> Option<Date> {
    let span = Span::new().try_months(i64::from(months)).ok()?;
    date.checked_add(span).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_are_civil_and_never_negative() {
        // Clocks go forward on 29 March 2026 and back on 25 October.
        assert_eq!(days_between(date(2026, 3, 28), date(2026, 3, 30)), 2);
        assert_eq!(days_between(date(2026, 10, 24), date(2026, 10, 26)), 2);
        assert_eq!(days_between(date(2026, 1, 1), date(2027, 1, 1)), 365);
        assert_eq!(days_between(date(2026, 1, 2), date(2026, 1, 1)), 0);
        assert_eq!(days_between(Date::MIN, Date::MAX), 7_304_483);
    }

    #[test]
    fn what_the_calendar_has_no_day_for_is_its_last_day_or_none() {
        assert_eq!(days_after(date(2026, 2, 27), 2), date(2026, 3, 1));
        assert_eq!(days_after(date(2026, 2, 27), u32::MAX), Date::MAX);
        assert_eq!(months_after(date(2026, 1, 31), 1), Some(date(2026, 2, 28)));
        assert_eq!(months_after(date(2026, 1, 31), u32::MAX), None);
    }
}
