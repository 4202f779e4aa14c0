//! Files of events: a row an event, columns in any order, faults with their lines.

use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::Hash;

use serde::Deserialize;

use super::ImpactFault;
use super::file_rows::{columns_of, empty, fault_of_sheet, repaired_day};
use crate::codes;
use crate::codes::repair::serial_date;
use crate::follow_up::{ReferralError, from_value};
use crate::need::FieldValue;
use crate::sheet::read_sheet;
use crate::sheet::write::push_row;

/// What a file of events holds.
pub(super) struct Columns<const COUNT: usize> {
    /// All columns, in the order in which they are written: the fields of an event.
    pub(super) all: [&'static str; COUNT],
    /// Those without which a file says nothing. The first one names what the event is of.
    pub(super) needed: &'static [&'static str],
    /// What a cell of a column holds, where that is no plain text and no day.
    pub(super) value: fn(&'static str, &str) -> Result<FieldValue<'static>, ReferralError>,
    /// A fault with the id that stands in the first needed column.
    pub(super) about: fn(ImpactFault, Option<&str>) -> ImpactFault,
}

/// The events of a file that could be read.
pub(super) struct EventRows<E> {
    /// The events, in the order of the file.
    pub(super) events: Vec<E>,
    /// Their lines.
    lines: Vec<u32>,
    /// What is wrong with the other rows.
    pub(super) faults: Vec<ImpactFault>,
}

impl<E: for<'de> Deserialize<'de> + Eq + Hash> EventRows<E> {
    pub(super) fn read<const COUNT: usize>(
        name: &str,
        bytes: &[u8],
        columns: &Columns<COUNT>,
    ) -> Result<EventRows<E>, ReferralError> {
        let is_known = |cell: &str| columns.all.contains(&cell);
        let (sheet, diagnostics) = read_sheet(name, bytes, &is_known);
        let faults = diagnostics.into_iter().map(fault_of_sheet).collect();
        let Some(sheet) = sheet else { return Err(empty(name)) };
        let headers = columns_of(&sheet.headers, &columns.all, columns.needed)?;
        let (events, lines) = (Vec::with_capacity(sheet.rows.len()), Vec::with_capacity(sheet.rows.len()));
        let mut read = EventRows { events, lines, faults };
        for row in &sheet.rows {
            let named = headers.iter().zip(row.cells.iter()).filter(|(_, cell)| !cell.is_empty());
            let cells: Vec<(&'static str, &str)> =
                named.filter_map(|(name, cell)| Some(((*name)?, cell))).collect();
            let of_line = |fault: ImpactFault| ImpactFault { line: Some(row.line), ..fault };
            let day = cells.iter().find(|(name, _)| *name == "on").and_then(|(_, cell)| serial_date(cell));
            read.faults.extend(day.map(|day| of_line(repaired_day("on", day))));
            match columns.event(&cells) {
                Ok(event) => {
                    read.lines.push(row.line);
                    read.events.push(event);
                }
                Err(error) => {
                    let is_about = |name: &str| columns.needed.first() == Some(&name);
                    let about = cells.iter().find(|(name, _)| is_about(name)).map(|(_, cell)| *cell);
                    read.faults.push(of_line((columns.about)(ImpactFault::of(&error, true), about)));
                }
            }
        }
        Ok(read)
    }

    /// The events that count, and all faults in the order of their lines, given those that cannot have happened.
    pub(super) fn without(
        self,
        ignored: impl IntoIterator<Item = (E, ImpactFault)>,
    ) -> (Vec<E>, Vec<ImpactFault>) {
        let EventRows { events, lines, mut faults } = self;
        // Of equal events the first line.
        let line_of: HashMap<&E, u32> = events.iter().zip(lines).rev().collect();
        let ignored: HashMap<E, ImpactFault> = ignored.into_iter().collect();
        faults.extend(
            ignored
                .iter()
                .map(|(event, fault)| ImpactFault { line: line_of.get(event).copied(), ..fault.clone() }),
        );
        faults.sort_by_key(|fault| fault.line);
        (events.into_iter().filter(|event| !ignored.contains_key(event)).collect(), faults)
    }
}

impl<const COUNT: usize> Columns<COUNT> {
    fn event<E: for<'de> Deserialize<'de>>(
        &self,
        cells: &[(&'static str, &str)],
    ) -> Result<E, ReferralError> {
        let members = cells.iter().map(|(name, cell)| Ok((Cow::Borrowed(*name), self.cell(name, cell)?)));
        from_value(FieldValue::Map(members.collect::<Result<_, ReferralError>>()?))
    }

    fn cell(&self, column: &'static str, cell: &str) -> Result<FieldValue<'static>, ReferralError> {
        if column != "on" {
            return (self.value)(column, cell);
        }
        let day = serial_date(cell).map(Ok).unwrap_or_else(|| {
            codes::date_in_cell(cell)
                .map_err(|error| ReferralError::invalid(column, format!("in `{column}`, {error}")))
        })?;
        Ok(text(&day.to_string()))
    }

    /// Events as CSV. Columns that nothing stands in are left out, but for those that are needed.
    pub(super) fn write(&self, rows: &[[String; COUNT]]) -> String {
        let is_filled =
            |column: usize| rows.iter().any(|row| row.get(column).is_some_and(|cell| !cell.is_empty()));
        let written: Vec<(usize, &str)> = self
            .all
            .into_iter()
            .enumerate()
            .filter(|(column, name)| self.needed.contains(name) || is_filled(*column))
            .collect();
        let mut csv = String::new();
        push_row(&mut csv, written.iter().map(|(_, name)| name));
        for row in rows {
            push_row(&mut csv, written.iter().filter_map(|(column, _)| row.get(*column)));
        }
        csv
    }
}

/// A cell of plain text.
pub(super) fn text(cell: &str) -> FieldValue<'static> {
    FieldValue::Text(Cow::Owned(cell.to_owned()))
}

/// A cell of several words with bars between them.
pub(super) fn texts(cell: &str) -> FieldValue<'static> {
    FieldValue::List(cell.split('|').map(str::trim).filter(|one| !one.is_empty()).map(text).collect())
}

/// What stands in a cell for a value that may be none.
pub(super) fn cell_of<T: ToString>(value: Option<&T>) -> String {
    value.map_or_else(String::new, ToString::to_string)
}
