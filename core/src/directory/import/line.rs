//! One row of a sheet, its cells by French header.

use super::columns::Columns;
use crate::diagnostic::Place;
use crate::sheet::Cells;

pub(super) struct Line<'s> {
    pub(super) file: u16,
    pub(super) line: u32,
    pub(super) cells: &'s Cells,
    pub(super) columns: &'s Columns,
}

impl<'s> Line<'s> {
    /// The cell under a header, unless it is blank or there is no such column.
    pub(super) fn cell(&self, header: &'static str) -> Option<(&'s str, Place)> {
        let number = self.columns.number(header)?;
        let cell = self.cells.get(number);
        (!cell.is_empty()).then(|| (cell, self.place(header)))
    }

    /// The same as a text of its own.
    pub(super) fn text(&self, header: &'static str) -> Option<(String, Place)> {
        self.cell(header).map(|(cell, at)| (cell.to_owned(), at))
    }

    /// Where the row begins.
    pub(super) fn start(&self) -> Place {
        Place { file: self.file, line: self.line, column: 0 }
    }

    pub(super) fn place(&self, header: &'static str) -> Place {
        self.columns.number(header).map_or(self.start(), |number| self.place_of(number))
    }

    pub(super) fn place_of(&self, number: usize) -> Place {
        Place { column: u32::try_from(number + 1).unwrap_or(u32::MAX), ..self.start() }
    }
}
