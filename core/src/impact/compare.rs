//! Two reports beside each other.

use jiff::civil::Date;
use jiff::{Span, ToSpan};

use super::table::{Cell, FIGURES, Figure};
use super::{Figures, ImpactChange, ImpactQuery, ImpactReport};

/// How each figure changed from one report to another: of the total, then of each group that either
/// has. Rows are compared where both reports have the same groups and are not cut into periods.
///
/// ```
/// use aiguillage::impact::{ImpactQuery, compare_impact, impact};
/// use aiguillage::follow_up::TrackedNeed;
///
/// let needs = [TrackedNeed::new("b-17", "recruter", "2026-11-02".parse()?)];
/// let november = ImpactQuery {
///     from: Some("2026-11-01".parse()?),
///     until: Some("2026-11-30".parse()?),
///     ..ImpactQuery::on("2026-12-31".parse()?)
/// };
/// let october = november.previous().unwrap();
/// assert_eq!(october.until, Some("2026-10-31".parse()?));
/// let [before, after] = [october, november].map(|query| impact(&needs, &[], &query, None).unwrap());
/// let changes = compare_impact(&before, &after);
/// let deposited = changes.iter().find(|change| change.figure == "deposited").unwrap();
/// assert_eq!((deposited.before, deposited.after), (Some(0.0), Some(1.0)));
/// # Ok::<(), jiff::Error>(())
/// ```
pub fn compare_impact(before: &ImpactReport, after: &ImpactReport) -> Vec<ImpactChange> {
    let mut changes = changes(None, "Total", &before.total, &after.total);
    let comparable = before.query.by.is_some()
        && before.query.by == after.query.by
        && before.query.period.is_none()
        && after.query.period.is_none();
    if comparable {
        let none = Figures::default();
        for row in &after.rows {
            let was = before.rows.iter().find(|own| own.group == row.group);
            let was = was.map_or(&none, |own| &own.figures);
            changes.extend(self::changes(row.group.as_deref(), &row.label, was, &row.figures));
        }
        for row in &before.rows {
            if !after.rows.iter().any(|own| own.group == row.group) {
                changes.extend(self::changes(row.group.as_deref(), &row.label, &row.figures, &none));
            }
        }
    }
    changes
}

fn changes(group: Option<&str>, label: &str, before: &Figures, after: &Figures) -> Vec<ImpactChange> {
    let change = |figure: &Figure| {
        let (was, is) = ((figure.of)(before), (figure.of)(after));
        let (rate, small) = match (was, is) {
            (Cell::Share(was), Cell::Share(is)) => (true, was.small || is.small),
            _ => (false, false),
        };
        let (before, after) = (was.value(), is.value());
        ImpactChange {
            group: group.map(str::to_owned),
            label: label.to_owned(),
            figure: if rate { format!("{}_rate", figure.name) } else { figure.name.to_owned() },
            before,
            after,
            difference: before.zip(after).map(|(before, after)| after - before),
            small,
        }
    };
    FIGURES.iter().map(change).collect()
}

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
