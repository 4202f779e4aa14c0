//! The report as one flat table: for CSV files, Arrow and spreadsheets.

use serde::{Deserialize, Serialize};

use super::{Figures, ImpactReport, ImpactRow, Share};
use crate::follow_up::RefusalReason;
use crate::record::words::words;

/// A table: named columns, each with a cell a row.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
#[serde(deny_unknown_fields)]
pub struct ImpactTable {
    /// The columns, all of the same length.
    pub columns: Vec<ImpactColumn>,
}

/// A column of a table: exactly one of the three lists holds its cells.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
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

/// The value of a figure.
#[derive(Clone, Copy)]
pub(super) enum Cell {
    Count(u64),
    Number(Option<f64>),
    Share(Share),
}

/// A figure: its name, what users read, and where it stands.
pub(super) struct Figure {
    pub(super) name: &'static str,
    pub(super) label: &'static str,
    pub(super) of: fn(&Figures) -> Cell,
}

macro_rules! figures {
    ($($kind:ident $name:literal $label:literal $($path:ident).+,)*) => {
        /// Every figure of a row, in the order of the columns. A share gives two columns: the value
        /// as `NAME_rate`, and the whole as `NAME_of`.
        pub(super) const FIGURES: &[Figure] = &[$(Figure {
            name: $name,
            label: $label,
            of: |figures| Cell::$kind(figures.$($path).+),
        },)*];
    };
}

figures! {
    Count "deposited" "Besoins déposés" funnel.deposited,
    Count "nobody_found" "Sans expert trouvé" funnel.nobody_found,
    Count "not_sent" "Pas encore transmis" funnel.not_sent,
    Count "matched" "Besoins transmis" funnel.matched,
    Count "waiting" "En attente" funnel.waiting,
    Count "abandoned" "Abandonnés" funnel.abandoned,
    Count "answered" "Besoins avec réponse" funnel.answered,
    Count "pending" "Refus partiels, en attente" funnel.pending,
    Count "expired" "Refus partiels, puis sans suite" funnel.expired,
    Count "refused" "Refusés par tous" funnel.refused,
    Count "unreachable" "Entreprise injoignable" funnel.unreachable,
    Count "in_progress" "Pris en charge, en cours" funnel.in_progress,
    Count "exchanged" "Besoins avec échange" funnel.exchanged,
    Count "no_help" "Sans aide disponible" funnel.no_help,
    Count "helped" "Besoins aidés" funnel.helped,
    Count "companies" "Entreprises" companies,
    Count "companies_helped" "Entreprises aidées" companies_helped,
    Count "without_company" "Besoins sans entreprise connue" without_company,
    Count "referrals" "Mises en relation" referrals.sent,
    Count "referrals_waiting" "dont en attente" referrals.waiting,
    Count "referrals_taken_in_charge" "dont prises en charge" referrals.taken_in_charge,
    Count "referrals_done" "dont avec aide" referrals.done,
    Count "referrals_done_no_help" "dont sans aide disponible" referrals.done_no_help,
    Count "referrals_done_not_reachable" "dont entreprise injoignable" referrals.done_not_reachable,
    Count "referrals_refused" "dont refusées" referrals.refused,
    Count "referrals_taken_by_sibling" "dont prises par un collègue" referrals.taken_by_sibling,
    Count "referrals_withdrawn" "dont réattribuées" referrals.withdrawn,
    Share "matched" "Taux de transmission" matched,
    Share "answered" "Taux de réponse" answered,
    Share "exchanged" "Taux d’échange" exchanged,
    Share "helped" "Taux d’aide" helped,
    Share "helped_of_deposited" "Aidés sur déposés" helped_of_deposited,
    Share "nobody_found" "Part sans expert trouvé" nobody_found,
    Share "abandoned" "Taux d’abandon" abandoned,
    Share "requalified" "Taux de requalification" requalified,
    Share "new_companies" "Part de nouvelles entreprises" new_companies,
    Share "positioning" "Taux de positionnement" positioning,
    Share "taken" "Taux de prise en charge" taken,
    Share "refusal" "Taux de refus" refusal,
    Share "taken_within_3_days" "Prises en charge en moins de 3 jours" taken_within_3_days,
    Share "taken_within_5_days" "Prises en charge en moins de 5 jours" taken_within_5_days,
    Share "exchanged_within_3_days" "Échanges en moins de 3 jours" exchanged_within_3_days,
    Share "exchanged_within_5_days" "Échanges en moins de 5 jours" exchanged_within_5_days,
    Number "median_days_to_answer" "Délai médian de réponse (jours)" median_days_to_answer,
    Number "median_days_to_take" "Délai médian de prise en charge (jours)" median_days_to_take,
    Number "median_days_to_close" "Délai médian de clôture (jours)" median_days_to_close,
}

impl ImpactReport {
    /// The rows as a table, or the total as its only row where there are none: `group`, `label`,
    /// `period`, `population`, a column for each figure, refusals by reason (`refused_criteria`…),
    /// and `small`, which names the shares that are of too few to mean much.
    ///
    /// ```
    /// use aiguillage::impact::{ImpactQuery, impact};
    ///
    /// let report = impact(&[], &[], &ImpactQuery::on("2026-12-31".parse()?), None)?;
    /// let table = report.table();
    /// let deposited = table.columns.iter().find(|column| column.name == "deposited").unwrap();
    /// assert_eq!(deposited.counts, [Some(0)]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn table(&self) -> ImpactTable {
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
        let text = |name: &str, label: &str, of: fn(&ImpactRow) -> Option<String>| ImpactColumn {
            name: name.to_owned(),
            label: label.to_owned(),
            texts: rows.iter().map(of).collect(),
            ..ImpactColumn::default()
        };
        let mut columns = vec![
            text("group", "Groupe", |row| row.group.clone()),
            text("label", "Libellé", |row| Some(row.label.clone())),
            text("period", "Période", |row| row.period.clone()),
            counts("population", "Habitants", rows.iter().map(|row| row.population)),
        ];
        for figure in FIGURES {
            columns.extend(figure.columns(rows));
        }
        let reasons = RefusalReason::ALL.iter().map(|reason| Some(*reason)).chain([None]);
        columns.extend(reasons.map(|reason| {
            let name = format!("refused_{}", reason.map_or("without_reason", RefusalReason::as_str));
            let label = reason.map_or("Sans raison donnée", RefusalReason::label);
            let count = |row: &ImpactRow| {
                let found = row.figures.refusals.iter().find(|own| own.reason == reason);
                Some(found.map_or(0, |own| own.count))
            };
            counts(&name, &format!("Refus : {label}"), rows.iter().map(count))
        }));
        columns.push(text("small", "Petits effectifs", |row| {
            let small =
                FIGURES.iter().filter(|figure| figure.is_small(&row.figures)).map(|figure| figure.name);
            let small = small.collect::<Vec<_>>().join(" ");
            (!small.is_empty()).then_some(small)
        }));
        ImpactTable { columns }
    }

    /// The same as CSV, with a line of headers.
    #[cfg(feature = "csv")]
    pub fn to_csv(&self) -> String {
        self.table().to_csv()
    }
}

impl Figure {
    /// Its columns: one, or two for a share.
    fn columns(&self, rows: &[ImpactRow]) -> Vec<ImpactColumn> {
        let cells: Vec<Cell> = rows.iter().map(|row| (self.of)(&row.figures)).collect();
        let (mut whole, mut values, mut parts) = (Vec::new(), Vec::new(), Vec::new());
        for cell in cells {
            match cell {
                Cell::Count(count) => whole.push(Some(count)),
                Cell::Number(value) => values.push(value),
                Cell::Share(share) => {
                    values.push(share.value);
                    parts.push(Some(share.of));
                }
            }
        }
        let number = |name: &str| ImpactColumn {
            name: name.to_owned(),
            label: self.label.to_owned(),
            kind: ColumnKind::Number,
            numbers: values.clone(),
            ..ImpactColumn::default()
        };
        match (self.of)(&Figures::default()) {
            Cell::Count(_) => vec![counts(self.name, self.label, whole.into_iter())],
            Cell::Share(_) => vec![
                number(&format!("{}_rate", self.name)),
                counts(
                    &format!("{}_of", self.name),
                    &format!("{} : effectif", self.label),
                    parts.into_iter(),
                ),
            ],
            Cell::Number(_) => vec![number(self.name)],
        }
    }

    fn is_small(&self, figures: &Figures) -> bool {
        matches!((self.of)(figures), Cell::Share(share) if share.small)
    }
}

impl Cell {
    /// The value, to compare.
    pub(super) fn value(self) -> Option<f64> {
        #[expect(clippy::cast_precision_loss, reason = "counts of needs are far below 2^53")]
        match self {
            Cell::Count(count) => Some(count as f64),
            Cell::Number(value) => value,
            Cell::Share(share) => share.value,
        }
    }
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
        let mut writer = csv::Writer::from_writer(Vec::new());
        let length = self.columns.iter().map(ImpactColumn::len).max().unwrap_or(0);
        let header = self.columns.iter().map(|column| column.name.as_str());
        // Writing to memory does not fail.
        let _ = writer.write_record(header);
        for row in 0..length {
            let _ = writer.write_record(self.columns.iter().map(|column| column.cell(row)));
        }
        String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
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
