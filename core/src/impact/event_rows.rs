//! Files of events: a row an event, columns in any order, faults with their lines.

use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::Hash;

use serde::Deserialize;

use super::ImpactFault;
use super::file_rows::{columns_of, empty, fault_of_sheet};
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
    /// A fault of what the first needed column names.
    pub(super) fault: fn(Option<u32>, Option<&str>, &ReferralError) -> ImpactFault,
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
            match columns.event(&cells) {
                Ok(event) => {
                    read.lines.push(row.line);
                    read.events.push(event);
                }
                Err(error) => {
                    let is_about = |name: &str| columns.needed.first() == Some(&name);
                    let about = cells.iter().find(|(name, _)| is_about(name)).map(|(_, cell)| *cell);
                    read.faults.push((columns.fault)(Some(row.line), about, &error));
                }
            }
        }
        Ok(read)
    }

    /// The line of each event; of equal ones the first.
    pub(super) fn line_of(&self) -> HashMap<&E, u32> {
        self.events.iter().zip(self.lines.iter().copied()).rev().collect()
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
