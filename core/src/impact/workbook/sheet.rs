//! Sheets as rows of cells, before any format of files.

use super::indicator::Indicator;
use super::measured::Measured;
use crate::impact::compare::Pair;
use crate::impact::figure_list::Cell;
use crate::impact::group::WITHHELD;
use crate::impact::withheld;
use crate::impact::{Dimension, Figures, ImpactReport, Period};

/// A sheet.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Sheet {
    pub(super) name: String,
    pub(super) columns: Vec<Column>,
    pub(super) rows: Vec<Vec<Entry>>,
    /// How many columns stay in sight.
    pub(super) frozen: u16,
    /// Whether its rows may be filtered by what stands in a column.
    pub(super) is_table: bool,
}

/// A column of a sheet.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Column {
    pub(super) header: String,
    pub(super) width: f64,
    /// Whether it is of the period before: such columns can be folded away.
    pub(super) is_before: bool,
}

impl Column {
    pub(super) fn new(header: &str, width: f64) -> Column {
        Column { header: header.to_owned(), width, is_before: false }
    }
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Entry {
    Empty,
    /// Text, which no spreadsheet takes for a formula.
    Text(String),
    /// Text that leads what follows.
    Heading(String),
    Number {
        value: f64,
        style: Style,
        /// Whether it is of too few to mean much.
        is_small: bool,
    },
}

impl Entry {
    pub(super) fn text(text: &str) -> Entry {
        if text.is_empty() { Entry::Empty } else { Entry::Text(text.to_owned()) }
    }
}

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Style {
    Count,
    Percent,
    Days,
    CountChange,
    /// Percentage points: the number is 100 times the difference of two shares.
    PointsChange,
    DaysChange,
}

#[expect(clippy::cast_precision_loss, reason = "counts of needs are far below 2^53")]
pub(super) fn count(count: u64) -> Entry {
    Entry::Number { value: count as f64, style: Style::Count, is_small: false }
}

/// The value of a figure; nothing of a share of nothing.
pub(super) fn value(cell: Cell) -> Entry {
    let (style, is_small) = match cell {
        Cell::Count(_) => (Style::Count, false),
        Cell::Share(share) => (Style::Percent, share.small),
        Cell::Number(_) => (Style::Days, false),
    };
    cell.value().map_or(Entry::Empty, |value| Entry::Number { value, style, is_small })
}

/// The difference of two values of a figure.
pub(super) fn change(now: Option<Cell>, before: Option<Cell>) -> Entry {
    let Some((now, before)) = now.zip(before) else { return Entry::Empty };
    let (style, factor) = match now {
        Cell::Count(_) => (Style::CountChange, 1.0),
        Cell::Share(_) => (Style::PointsChange, 100.0),
        Cell::Number(_) => (Style::DaysChange, 1.0),
    };
    let is_small = [now, before].iter().any(|cell| matches!(cell, Cell::Share(share) if share.small));
    let difference = now.value().zip(before.value()).map(|(now, before)| (now - before) * factor);
    difference.map_or(Entry::Empty, |value| Entry::Number { value, style, is_small })
}

/// The number of a sheet's columns that say what a row is of is that of `leading`; those of figures follow.
fn columns(leading: Vec<Column>, indicators: &[Indicator], compares: bool) -> Vec<Column> {
    const WIDTH: f64 = 14.0;
    let mut columns = leading;
    for indicator in indicators {
        let label = &indicator.label;
        let is_share = is_share(indicator);
        columns.push(Column::new(label, WIDTH));
        if is_share {
            columns.push(Column::new(&format!("{label} : effectif"), WIDTH));
        }
        if compares {
            let mut before = vec![format!("{label} : période précédente")];
            if is_share {
                before.push(format!("{label} : effectif, période précédente"));
            }
            let unit = if is_share { " (points)" } else { "" };
            before.push(format!("{label} : évolution{unit}"));
            let before = before.into_iter();
            columns.extend(before.map(|header| Column { header, width: WIDTH, is_before: true }));
        }
    }
    columns
}

pub(super) fn is_share(indicator: &Indicator) -> bool {
    matches!(indicator.cell(&Figures::default()), Cell::Share(_))
}

/// The cells of a row's figures.
fn entries(
    indicators: &[Indicator],
    now: Option<&Figures>,
    before: Option<&Figures>,
    compares: bool,
) -> impl Iterator<Item = Entry> {
    indicators.iter().flat_map(move |indicator| {
        let [now, before] = [now, before].map(|figures| figures.map(|figures| indicator.cell(figures)));
        let is_share = is_share(indicator);
        let entry = |cell: Option<Cell>| cell.map_or(Entry::Empty, value);
        let whole = |cell: Option<Cell>| match cell {
            Some(Cell::Share(share)) => count(share.of),
            _ => Entry::Empty,
        };
        let mut entries = vec![entry(now)];
        if is_share {
            entries.push(whole(now));
        }
        if compares {
            entries.push(entry(before));
            if is_share {
                entries.push(whole(before));
            }
            entries.push(change(now, before));
        }
        entries
    })
}

/// What a sheet by groups is called: no name is longer than the 31 characters that spreadsheets take.
fn name(label: &str) -> String {
    match label {
        "EPT" => "Par EPT".to_owned(),
        label => format!("Par {}", label.to_lowercase()),
    }
}

/// What the guide says of a sheet by groups.
pub(super) fn description(by: Dimension) -> String {
    let label = by.label().to_lowercase();
    if by.is_partition() {
        format!(
            "une ligne par valeur de « {label} » ; chaque besoin est dans une seule ligne, les lignes s’additionnent."
        )
    } else {
        format!(
            "une ligne par {label} ; un besoin transmis à plusieurs est compté chez chacun, avec ce qu’il est devenu là : \
             les besoins ne s’additionnent pas, les mises en relation et leurs refus s’additionnent. Les demandes, qui \
             ne sont encore à personne, n’y figurent pas."
        )
    }
}

/// What the guide says of the sheet by antenne.
pub(super) const OF_ANTENNES: &str = "une ligne par antenne, sous son institution ; « Sans antenne » : les experts rattachés \
    directement à l’institution. Les mises en relation et les refus des antennes d’une institution, « Sans antenne » \
    compris, font ceux de l’institution ; les besoins, comptés dans chaque antenne qui les a reçus, ne \
    s’additionnent pas.";

/// A row a group.
pub(super) fn by_group(pairs: &[Pair<'_>], by: Dimension, indicators: &[Indicator], compares: bool) -> Sheet {
    let leading = vec![Column::new(by.label(), 44.0), Column::new("Identifiant", 24.0)];
    let row = |pair: &Pair<'_>| {
        let names = [Entry::text(pair.label), Entry::text(pair.group.unwrap_or_default())];
        names.into_iter().chain(entries(indicators, pair.after, pair.before, compares)).collect()
    };
    Sheet {
        name: name(by.label()),
        columns: columns(leading, indicators, compares),
        rows: pairs.iter().map(row).collect(),
        frozen: 1,
        is_table: true,
    }
}

/// A row a group and period.
pub(super) fn by_group_and_period(report: &ImpactReport, by: Dimension, indicators: &[Indicator]) -> Sheet {
    let leading =
        vec![Column::new(by.label(), 44.0), Column::new("Identifiant", 24.0), Column::new("Période", 12.0)];
    let rows = report.rows.iter().map(|row| {
        let names = [Some(row.label.as_str()), row.group.as_deref(), row.period.as_deref()];
        let names = names.map(|name| Entry::text(name.unwrap_or_default()));
        names.into_iter().chain(entries(indicators, Some(&row.figures), None, false)).collect()
    });
    Sheet {
        name: name(by.label()),
        columns: columns(leading, indicators, false),
        rows: rows.collect(),
        frozen: 1,
        is_table: true,
    }
}

/// A row a period. Those with few needs or requests are withheld, as groups are.
pub(super) fn by_period(report: &ImpactReport, period: Period, indicators: &[Indicator]) -> Sheet {
    let populations = |figures: &Figures| {
        let needs = match figures.funnel.deposited {
            0 => figures.referrals.sent + figures.surveys.asked,
            needs => needs,
        };
        [needs, figures.requests.deposited]
    };
    let all = report.rows.iter().map(|row| populations(&row.figures)).collect();
    let largest = withheld::largest(all, report.query.least);
    // Where periods are withheld, one without anything would tell that the others have something.
    let told =
        report.rows.iter().filter(|row| largest == 0 || withheld::size(&populations(&row.figures)) > 0);
    let rows = told.map(|row| {
        let size = withheld::size(&populations(&row.figures));
        let figures = entries(indicators, Some(&row.figures), None, false);
        let is_withheld = 0 < size && size <= largest;
        let shown = figures.map(|entry| if is_withheld { Entry::Text(WITHHELD.to_owned()) } else { entry });
        std::iter::once(Entry::text(&row.label)).chain(shown).collect()
    });
    Sheet {
        name: name(period.label()),
        columns: columns(vec![Column::new("Période", 14.0)], indicators, false),
        rows: rows.collect(),
        frozen: 1,
        is_table: true,
    }
}

/// A row an antenne, under its institution; institutions that are withheld, and what nobody got, have one row.
pub(super) fn by_antenne(
    institutions: &[(Pair<'_>, Option<Measured>)],
    indicators: &[Indicator],
    compares: bool,
) -> Sheet {
    let leading = vec![
        Column::new("Institution", 36.0),
        Column::new("Identifiant de l’institution", 20.0),
        Column::new("Antenne", 44.0),
        Column::new("Identifiant de l’antenne", 24.0),
    ];
    let mut rows = Vec::new();
    for (institution, antennes) in institutions {
        let mut add = |antenne: &str, id: &str, pair: &Pair<'_>| {
            let names = [institution.label, institution.group.unwrap_or_default(), antenne, id];
            let figures = entries(indicators, pair.after, pair.before, compares);
            rows.push(names.into_iter().map(Entry::text).chain(figures).collect());
        };
        match antennes {
            None => add("", institution.group.unwrap_or_default(), institution),
            Some(antennes) => {
                for pair in antennes.pairs() {
                    match pair.group {
                        Some(id) => add(pair.label, id, &pair),
                        None => add(WITHOUT_ANTENNE, "", &pair),
                    }
                }
            }
        }
    }
    Sheet {
        name: name(Dimension::Antenne.label()),
        columns: columns(leading, indicators, compares),
        rows,
        frozen: 3,
        is_table: true,
    }
}

/// The antennes of one institution.
pub(super) fn antennes_of_one(antennes: &Measured, indicators: &[Indicator], compares: bool) -> Sheet {
    let mut pairs = antennes.pairs();
    for pair in pairs.iter_mut().filter(|pair| pair.group.is_none()) {
        pair.label = WITHOUT_ANTENNE;
    }
    by_group(&pairs, Dimension::Antenne, indicators, compares)
}

/// What is read for what went straight to an institution.
const WITHOUT_ANTENNE: &str = "Sans antenne";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spreadsheets_take_the_names_of_all_sheets() {
        let labels = Dimension::ALL.iter().map(|by| by.label());
        for name in labels.chain(Period::ALL.iter().map(|period| period.label())).map(name) {
            assert!(name.chars().count() <= 31, "{name}");
            assert!(!name.contains(['[', ']', ':', '*', '?', '/', '\\']), "{name}");
            assert!(!name.starts_with('\'') && !name.ends_with('\''), "{name}");
        }
    }
}
