//! The report as one flat table: for CSV files, Arrow and spreadsheets.

use serde::{Deserialize, Serialize};

/// A table: named columns, each with a cell a row.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ImpactTable {
    /// The columns, all of the same length.
    pub columns: Vec<ImpactColumn>,
}

/// A column of a table: exactly one of the three lists holds its cells.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ImpactColumn {
    /// Its name, such as `helped` or `positioning_rate`.
    pub name: String,
    /// What users read, in French.
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

/// What a column holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ColumnKind {
    /// Texts: the group, the period.
    #[default]
    Text,
    /// Whole numbers.
    Count,
    /// Shares from 0 to 1, and days.
    Number,
}
