//! Two reports beside each other.

use std::collections::HashMap;
use std::sync::LazyLock;

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
        for pair in pairs(self, after) {
            changes.extend(self::changes(pair.group, pair.label, pair.before, pair.after));
        }
        changes
    }
}

/// A group in two reports.
#[derive(Clone, Copy)]
pub(super) struct Pair<'r> {
    pub(super) group: Option<&'r str>,
    pub(super) label: &'r str,
    /// Nothing where it is not known.
    pub(super) before: Option<&'r Figures>,
    /// Nothing where it is not known.
    pub(super) after: Option<&'r Figures>,
}

/// The groups that either of two reports has, those of the later first; none where they have other groups, or are
/// cut into periods.
pub(super) fn pairs<'r>(before: &'r ImpactReport, after: &'r ImpactReport) -> Vec<Pair<'r>> {
    static NONE: LazyLock<Figures> = LazyLock::new(Figures::default);
    let is_comparable = after.query.by.is_some()
        && before.query.by == after.query.by
        && before.query.period.is_none()
        && after.query.period.is_none();
    if !is_comparable {
        return Vec::new();
    }
    let (rows_before, rows_after) = (by_group(&before.rows), by_group(&after.rows));
    let missing = |report| (!withholds(report)).then_some(&*NONE);
    let pair = |row: &'r ImpactRow, before, after| Pair {
        group: row.group.as_deref(),
        label: &row.label,
        before,
        after,
    };
    let of_after = after.rows.iter().map(|row| {
        let known = rows_before.get(&row.group).map(|before| &before.figures);
        pair(row, known.or_else(|| missing(before)), Some(&row.figures))
    });
    let gone = before.rows.iter().filter(|row| !rows_after.contains_key(&row.group));
    let of_before = gone.map(|row| pair(row, Some(&row.figures), missing(after)));
    of_after.chain(of_before).collect()
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
