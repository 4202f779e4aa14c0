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
}
