//! The report as one flat table: for CSV files, Arrow and spreadsheets.

use serde::{Deserialize, Serialize};

use super::figure_list::{Cell, FIGURES, Figure};
use super::{Figures, ImpactReport, ImpactRow, ReasonCount};
use crate::follow_up::RefusalReason;
use crate::language::Language;
use crate::record::words::words;
#[cfg(feature = "csv")]
use crate::sheet::write::push_row;

/// A table: named columns, each with a cell a row.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ImpactTable {
    /// The columns, all of the same length.
    pub columns: Vec<ImpactColumn>,
}

/// A column of a table: exactly one of the three lists holds its cells.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ImpactColumn {
    /// Its name, such as `helped` or `positioning_rate`.
    pub name: String,
    /// What users read, in the language that was asked for.
    pub label: String,
    /// What it holds.
    pub kind: ColumnKind,
    /// The cells of a column of texts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub texts: Vec<Option<String>>,
    /// The cells of a column of counts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub counts: Vec<Option<u64>>,
    /// The cells of a column of other numbers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub numbers: Vec<Option<f64>>,
}

words! {
    /// What a column holds.
    #[derive(Default)]
    ColumnKind, "kind";
    /// Texts: the group, the period.
    #[default]
    Text "Texte" "Text",
    /// Whole numbers.
    Count "Nombre entier" "Whole number",
    /// Shares from 0 to 1, and days.
    Number "Nombre" "Number",
}

impl ImpactReport {
    /// The rows as a table, or the total as its only row where there are none: `group`, `label`,
    /// `period`, `population`, a column for each figure, refusals by reason (`refused_criteria`…),
    /// and `small`, which names the shares that are of too few to mean much. Its labels are in French.
    ///
    /// ```
    /// use aiguillage::impact::{ImpactQuery, ImpactReport};
    ///
    /// let report = ImpactReport::measure(&[], &[], &ImpactQuery::on("2026-12-31".parse()?), None)?;
    /// let table = report.table();
    /// let deposited = table.columns.iter().find(|column| column.name == "deposited").unwrap();
    /// assert_eq!(deposited.counts, [Some(0)]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn table(&self) -> ImpactTable {
        self.table_in(Language::French)
    }

    /// The same with labels in a language. Names of groups stay as the directory has them.
    pub fn table_in(&self, language: Language) -> ImpactTable {
        let total = ImpactRow {
            group: None,
            label: "Total".to_owned(),
            period: None,
            population: None,
            figures: self.total.clone(),
        };
        let alone = [total];
        let rows =
            if self.query.by.is_none() && self.query.period.is_none() { &alone[..] } else { &self.rows };
        let mut columns = self.group_columns(rows, language);
        for figure in FIGURES {
            columns.extend(figure.columns(rows, language));
        }
        columns.extend(refusal_columns(rows, language));
        let small = rows.iter().map(|row| names_of_small(&row.figures)).collect();
        columns.push(texts("small", language.choose("Petits effectifs", "Small numbers"), small));
        ImpactTable { columns }
    }

    /// The columns that say what a row is of.
    fn group_columns(&self, rows: &[ImpactRow], language: Language) -> Vec<ImpactColumn> {
        let label = |row: &ImpactRow| match (self.query.by, &row.group) {
            (Some(by), None) => by.label_without_group(language).to_owned(),
            (Some(by), Some(group)) => {
                by.label_of_group(group, language).map_or_else(|| row.label.clone(), str::to_owned)
            }
            _ => row.label.clone(),
        };
        vec![
            texts(
                "group",
                language.choose("Groupe", "Group"),
                rows.iter().map(|row| row.group.clone()).collect(),
            ),
            texts(
                "label",
                language.choose("Libellé", "Label"),
                rows.iter().map(|row| Some(label(row))).collect(),
            ),
            texts(
                "period",
                language.choose("Période", "Period"),
                rows.iter().map(|row| row.period.clone()).collect(),
            ),
            counts(
                "population",
                language.choose("Habitants", "Inhabitants"),
                rows.iter().map(|row| row.population),
            ),
        ]
    }

    /// The same as CSV, with a line of headers.
    #[cfg(feature = "csv")]
    pub fn to_csv(&self) -> String {
        self.table().to_csv()
    }
}

/// A column of refusals for each reason, and one for those that give none.
fn refusal_columns(rows: &[ImpactRow], language: Language) -> impl Iterator<Item = ImpactColumn> {
    let reasons = RefusalReason::ALL.iter().map(|reason| Some(*reason)).chain([None]);
    reasons.map(move |reason| {
        let name = format!("refused_{}", reason.map_or("without_reason", RefusalReason::as_str));
        let heading = language.choose("Refus : ", "Refusals: ");
        let label = format!("{heading}{}", ReasonCount::label_of(reason, language));
        let count = |row: &ImpactRow| {
            let found = row.figures.refusals.iter().find(|refusals| refusals.reason == reason);
            Some(found.map_or(0, |refusals| refusals.count))
        };
        counts(&name, &label, rows.iter().map(count))
    })
}

/// The names of the shares that are of too few to mean much; nothing where there are none.
fn names_of_small(figures: &Figures) -> Option<String> {
    let small = FIGURES.iter().filter(|figure| figure.is_small(figures)).map(|figure| figure.name);
    let names = small.collect::<Vec<_>>().join(" ");
    (!names.is_empty()).then_some(names)
}

impl Figure {
    /// Its columns: one, or two for a share.
    fn columns(&self, rows: &[ImpactRow], language: Language) -> Vec<ImpactColumn> {
        let label = self.label_in(language);
        let (mut whole, mut values, mut parts) = (Vec::new(), Vec::new(), Vec::new());
        for row in rows {
            match (self.cell)(&row.figures) {
                Cell::Count(count) => whole.push(Some(count)),
                Cell::Number(value) => values.push(value),
                Cell::Share(share) => {
                    values.push(share.value);
                    parts.push(Some(share.of));
                }
            }
        }
        let number = |name: String| ImpactColumn {
            name,
            label: label.to_owned(),
            kind: ColumnKind::Number,
            numbers: values.clone(),
            ..ImpactColumn::default()
        };
        match (self.cell)(&Figures::default()) {
            Cell::Count(_) => vec![counts(self.name, label, whole.into_iter())],
            Cell::Share(_) => {
                let of = format!("{label}{}", language.choose(" : effectif", ": out of"));
                vec![
                    number(format!("{}_rate", self.name)),
                    counts(&format!("{}_of", self.name), &of, parts.into_iter()),
                ]
            }
            Cell::Number(_) => vec![number(self.name.to_owned())],
        }
    }
}

fn texts(name: &str, label: &str, texts: Vec<Option<String>>) -> ImpactColumn {
    ImpactColumn { name: name.to_owned(), label: label.to_owned(), texts, ..ImpactColumn::default() }
}

fn counts(name: &str, label: &str, cells: impl Iterator<Item = Option<u64>>) -> ImpactColumn {
    ImpactColumn {
        name: name.to_owned(),
        label: label.to_owned(),
        kind: ColumnKind::Count,
        counts: cells.collect(),
        ..ImpactColumn::default()
    }
}

#[cfg(feature = "csv")]
impl ImpactTable {
    /// The table as CSV, with a line of headers: shares from 0 to 1, nothing where there is none.
    pub fn to_csv(&self) -> String {
        let length = self.columns.iter().map(ImpactColumn::len).max().unwrap_or(0);
        let mut text = String::new();
        push_row(&mut text, self.columns.iter().map(|column| column.name.as_str()));
        for row in 0..length {
            push_row(&mut text, self.columns.iter().map(|column| column.cell(row)));
        }
        text
    }
}

#[cfg(feature = "csv")]
impl ImpactColumn {
    fn len(&self) -> usize {
        self.texts.len().max(self.counts.len()).max(self.numbers.len())
    }

    fn cell(&self, row: usize) -> String {
        let text = match self.kind {
            ColumnKind::Text => self.texts.get(row).cloned().flatten(),
            ColumnKind::Count => self.counts.get(row).copied().flatten().map(|count| count.to_string()),
            // Four digits after the point are a hundredth of a percent.
            ColumnKind::Number => {
                let value = self.numbers.get(row).copied().flatten();
                value.map(|value| format!("{}", (value * 10_000.0).round() / 10_000.0))
            }
        };
        text.unwrap_or_default()
    }
}
