//! Two reports beside each other.

use std::collections::HashMap;

use super::figure_list::{Cell, FIGURES, Figure};
use super::{Figures, ImpactChange, ImpactReport, ImpactRow};

impl ImpactReport {
    /// How each figure changed from this report to a later one: of the total, then of each group that
    /// either has. Rows are compared where both reports have the same groups and are not cut into
    /// periods.
    ///
    /// ```
    /// use aiguillage::impact::{ImpactQuery, ImpactReport};
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
    /// let [before, after] =
    ///     [october, november].map(|query| ImpactReport::measure(&needs, &[], &query, None).unwrap());
    /// let changes = before.changes_to(&after);
    /// let deposited = changes.iter().find(|change| change.figure == "deposited").unwrap();
    /// assert_eq!((deposited.before, deposited.after), (Some(0.0), Some(1.0)));
    /// # Ok::<(), jiff::Error>(())
    /// ```
    pub fn changes_to(&self, after: &ImpactReport) -> Vec<ImpactChange> {
        let mut changes = changes(None, "Total", &self.total, &after.total);
        let is_comparable = self.query.by.is_some()
            && self.query.by == after.query.by
            && self.query.period.is_none()
            && after.query.period.is_none();
        if is_comparable {
            let none = Figures::default();
            let (rows_before, rows_after) = (by_group(&self.rows), by_group(&after.rows));
            for row in &after.rows {
                let before = rows_before.get(&row.group).map_or(&none, |before| &before.figures);
                changes.extend(self::changes(row.group.as_deref(), &row.label, before, &row.figures));
            }
            for row in self.rows.iter().filter(|row| !rows_after.contains_key(&row.group)) {
                changes.extend(self::changes(row.group.as_deref(), &row.label, &row.figures, &none));
            }
        }
        changes
    }
}

/// The rows by their group; of two of one group, the first.
fn by_group(rows: &[ImpactRow]) -> HashMap<&Option<String>, &ImpactRow> {
    let mut by_group = HashMap::with_capacity(rows.len());
    for row in rows {
        by_group.entry(&row.group).or_insert(row);
    }
    by_group
}

fn changes(group: Option<&str>, label: &str, before: &Figures, after: &Figures) -> Vec<ImpactChange> {
    let change = |figure: &Figure| {
        let (was, is) = ((figure.cell)(before), (figure.cell)(after));
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
