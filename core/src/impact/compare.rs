//! Two reports beside each other.

use std::collections::HashMap;

use super::figure_list::{Cell, FIGURES, Figure};
use super::group::WITHHELD;
use super::{Figures, ImpactChange, ImpactReport, ImpactRow};

impl ImpactReport {
    /// How each figure changed from this report to a later one: of the total, then of each group that
    /// either has. Rows are compared where both reports have the same groups and are not cut into
    /// periods. Of a group that one of them does not show, nothing is known there where small groups are
    /// shown together, and everything is 0 else.
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
        let mut changes = changes(None, "Total", Some(&self.total), Some(&after.total));
        let is_comparable = self.query.by.is_some()
            && self.query.by == after.query.by
            && self.query.period.is_none()
            && after.query.period.is_none();
        if is_comparable {
            let none = Figures::default();
            let (rows_before, rows_after) = (by_group(&self.rows), by_group(&after.rows));
            let missing = |report| (!withholds(report)).then_some(&none);
            for row in &after.rows {
                let before = rows_before.get(&row.group).map(|before| &before.figures);
                let before = before.or_else(|| missing(self));
                changes.extend(self::changes(row.group.as_deref(), &row.label, before, Some(&row.figures)));
            }
            for row in self.rows.iter().filter(|row| !rows_after.contains_key(&row.group)) {
                let (before, after) = (Some(&row.figures), missing(after));
                changes.extend(self::changes(row.group.as_deref(), &row.label, before, after));
            }
        }
        changes
    }
}

/// Whether some groups of a report are shown together.
fn withholds(report: &ImpactReport) -> bool {
    report.query.least > 0 && report.rows.iter().any(|row| row.group.as_deref() == Some(WITHHELD))
}

/// The rows by their group; of two of one group, the first.
fn by_group(rows: &[ImpactRow]) -> HashMap<&Option<String>, &ImpactRow> {
    let mut by_group = HashMap::with_capacity(rows.len());
    for row in rows {
        by_group.entry(&row.group).or_insert(row);
    }
    by_group
}

fn changes(
    group: Option<&str>,
    label: &str,
    before: Option<&Figures>,
    after: Option<&Figures>,
) -> Vec<ImpactChange> {
    let change = |figure: &Figure| {
        let [was, is] = [before, after].map(|figures| figures.map(figure.cell));
        let is_rate = |cell: &Cell| matches!(cell, Cell::Share(_));
        let is_small = |cell: &Cell| matches!(cell, Cell::Share(share) if share.small);
        let rate = was.iter().chain(&is).any(is_rate);
        let small = was.iter().chain(&is).any(is_small);
        let [before, after] = [was, is].map(|cell| cell.and_then(|cell| cell.value()));
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
