//! The sheet of everything together: a row a figure.

use super::indicator::Indicator;
use super::sheet::{Column, Entry, Sheet, change, count, value};
use crate::impact::Figures;
use crate::impact::figure_list::Cell;

/// What the guide says of it.
pub(super) const DESCRIPTION: &str = "tous les chiffres de l’ensemble, un par ligne.";

/// Its name.
pub(super) const NAME: &str = "Ensemble";

/// Every figure, what it is out of, and the period before where that is shown.
pub(super) fn sheet(
    indicators: &[Indicator],
    now: &Figures,
    before: Option<&Figures>,
    compares: bool,
) -> Sheet {
    let mut columns = vec![
        Column::new("Indicateur", 52.0),
        Column::new("Valeur", 12.0),
        Column::new("Nombre", 12.0),
        Column::new("Effectif", 12.0),
    ];
    if compares {
        let headers = ["Période précédente", "Effectif, période précédente", "Évolution"];
        columns.extend(headers.map(|header| Column { is_before: true, ..Column::new(header, 14.0) }));
    }
    columns.push(Column::new("Rapporté à", 44.0));
    let row = |indicator: &Indicator| {
        let now = indicator.cell(now);
        let before = before.map(|before| indicator.cell(before));
        let of = |cell: Option<Cell>| match cell {
            Some(Cell::Share(share)) => count(share.of),
            _ => Entry::Empty,
        };
        let part = match now {
            Cell::Share(share) => count(share.count),
            _ => Entry::Empty,
        };
        let mut row = vec![Entry::text(&indicator.label), value(now), part, of(Some(now))];
        if compares {
            row.extend([before.map_or(Entry::Empty, value), of(before), change(Some(now), before)]);
        }
        row.push(Entry::text(indicator.whole.unwrap_or_default()));
        row
    };
    Sheet {
        name: NAME.to_owned(),
        columns,
        rows: indicators.iter().map(row).collect(),
        frozen: 1,
        is_table: true,
    }
}
