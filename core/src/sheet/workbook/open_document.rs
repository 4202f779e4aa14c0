//! What the tables of an OpenDocument spreadsheet (`.ods`) span, read before anything is laid out: one row
//! that repeats a million times is one element of the file. The crate that reads the cells tells neither that
//! nor which cells are merged.

use std::collections::HashMap;

use calamine::Dimensions;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Error, Reader, XmlVersion};

/// The merged regions of each table, by its name.
pub(super) type Merged = HashMap<String, Vec<Dimensions>>;

/// What the tables of a document span.
#[derive(Debug, Default)]
pub(super) struct Extent {
    /// How many cells lie between the first and the last of each table that is not blank.
    pub(super) cells: usize,
    pub(super) merged: Merged,
}

/// Reads the part `content.xml` of a spreadsheet.
pub(super) fn extent(content: &str) -> Result<Extent, Error> {
    let mut reader = Reader::from_str(content);
    let mut extent = Extent::default();
    let mut table = Table::default();
    loop {
        match reader.read_event()? {
            Event::Start(tag) => table.begin(&tag)?,
            Event::Empty(tag) => {
                table.begin(&tag)?;
                table.end(tag.name().as_ref(), &mut extent);
            }
            Event::End(tag) => table.end(tag.name().as_ref(), &mut extent),
            Event::Text(_) | Event::CData(_) | Event::GeneralRef(_) => table.is_filled |= table.is_in_cell,
            Event::Eof => return Ok(extent),
            _ => {}
        }
    }
}

/// The table that is read, up to the cell that is read.
#[derive(Debug, Default)]
struct Table {
    name: String,
    merged: Vec<Dimensions>,
    /// The rows before this one.
    rows: usize,
    /// The rows up to the last one with a cell that is not blank, and the longest of these.
    last_row: usize,
    width: usize,
    /// How often this row stands there.
    row_repeats: usize,
    /// The columns before this cell.
    columns: usize,
    /// The columns of this row up to its last cell that is not blank.
    used: usize,
    cell_repeats: usize,
    is_in_cell: bool,
    is_filled: bool,
}

impl Table {
    fn begin(&mut self, tag: &BytesStart<'_>) -> Result<(), Error> {
        match tag.name().as_ref() {
            "table:table" => {
                let name = tag.try_get_attribute("table:name")?;
                let name = name.map(|name| name.normalized_value(XmlVersion::Implicit1_0)).transpose()?;
                *self = Table { name: name.unwrap_or_default().into_owned(), ..Table::default() };
            }
            "table:table-row" => {
                (self.columns, self.used) = (0, 0);
                self.row_repeats = number(tag, "table:number-rows-repeated")?;
            }
            "table:table-cell" | "table:covered-table-cell" => {
                self.cell_repeats = number(tag, "table:number-columns-repeated")?;
                let spanned =
                    (number(tag, "table:number-rows-spanned")?, number(tag, "table:number-columns-spanned")?);
                self.merge(spanned);
                self.is_in_cell = true;
                self.is_filled =
                    tag.attributes().flatten().any(|one| one.key.as_ref().starts_with("office:"));
            }
            _ => {}
        }
        Ok(())
    }

    /// Notes that the cell spans so many rows and columns.
    fn merge(&mut self, (rows, columns): (usize, usize)) {
        if rows > 1 || columns > 1 {
            let corner = |row: usize, column: usize| {
                let bounded = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
                (bounded(row), bounded(column))
            };
            let last = (self.rows.saturating_add(rows - 1), self.columns.saturating_add(columns - 1));
            self.merged.push(Dimensions::new(corner(self.rows, self.columns), corner(last.0, last.1)));
        }
    }

    fn end(&mut self, tag: &str, extent: &mut Extent) {
        match tag {
            "table:table-cell" | "table:covered-table-cell" => {
                self.columns = self.columns.saturating_add(self.cell_repeats);
                if self.is_filled {
                    self.used = self.columns;
                }
                self.is_in_cell = false;
            }
            "table:table-row" => {
                self.rows = self.rows.saturating_add(self.row_repeats);
                if self.used > 0 {
                    self.last_row = self.rows;
                    self.width = self.width.max(self.used);
                }
            }
            "table:table" => {
                let table = std::mem::take(self);
                extent.cells = extent.cells.saturating_add(table.last_row.saturating_mul(table.width));
                if !table.merged.is_empty() {
                    extent.merged.insert(table.name, table.merged);
                }
            }
            _ => {}
        }
    }
}

/// How often something stands there, or how far it reaches: once where nothing is said.
fn number(tag: &BytesStart<'_>, attribute: &str) -> Result<usize, Error> {
    let found = tag.try_get_attribute(attribute)?;
    Ok(found.and_then(|found| found.value.trim().parse().ok()).unwrap_or(1).max(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(rows: &str) -> usize {
        extent(&format!("<table:table table:name=\"a\">{rows}</table:table>")).unwrap().cells
    }

    #[test]
    fn blank_rows_at_the_end_take_no_room() {
        let full = "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>a</text:p></table:table-cell></table:table-row>";
        let blank = "<table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>";
        assert_eq!(cells(&format!("{full}{blank}")), 1);
        assert_eq!(cells(&format!("{blank}{full}")), 1_000_001);
        let wide =
            full.replace("<table:table-cell ", "<table:table-cell table:number-columns-repeated=\"16384\" ");
        assert_eq!(cells(&format!("{wide}{full}")), 2 * 16384);
        let plain =
            "<table:table-row><table:table-cell><text:p>a</text:p></table:table-cell></table:table-row>";
        assert_eq!(cells(&format!("{plain}{blank}")), 1);
    }

    #[test]
    fn merged_cells_stand_where_they_are_seen() {
        let rows = "<table:table-row table:number-rows-repeated=\"3\"><table:table-cell/></table:table-row>\
            <table:table-row><table:table-cell table:number-columns-repeated=\"2\"/>\
            <table:table-cell table:number-rows-spanned=\"2\" table:number-columns-spanned=\"3\"><text:p>a</text:p></table:table-cell>\
            <table:covered-table-cell table:number-columns-repeated=\"2\"/></table:table-row>";
        let read = extent(&format!("<table:table table:name=\"l&apos;un\">{rows}</table:table>")).unwrap();
        assert_eq!(read.merged["l'un"], [Dimensions::new((3, 2), (4, 4))]);
        let far = rows.replace("spanned=\"2\"", "spanned=\"18446744073709551615\"");
        let read = extent(&format!("<table:table table:name=\"a\">{far}</table:table>")).unwrap();
        assert_eq!(read.merged["a"][0].end, (u32::MAX, 4));
    }

    #[test]
    fn what_is_no_xml_is_refused() {
        for content in ["<table:table", "<a></b>", "<table:table table:name=\"&x;\"/>"] {
            assert!(extent(content).is_err(), "{content}");
        }
    }
}
