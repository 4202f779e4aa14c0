//! Workbooks (`.xlsx`, `.xls`, `.ods`) as rows of texts.
//!
//! Sizes are bounded before anything is unpacked: a file of a few kilobytes may hold gigabytes.

mod bounds;
mod choice;
mod open_document;
mod text;

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{
    Data, Dimensions, Ods, OdsError, Range, Reader, SheetType, SheetVisible, Xls, XlsError, Xlsx, XlsxError,
};

use super::header::IsHeader;
use super::{COMPOUND, ChosenSheets, Sheet, cut::Cells};
use crate::diagnostic::{DiagnosticCode, Place, Report};
use crate::language::{Sentence, sentence};
use bounds::MOST_CELLS;
use text::Text;

/// A table of a workbook: its rows that are not blank.
pub(super) struct Table {
    name: String,
    is_visible: bool,
    rows: Vec<TableRow>,
    /// Regions whose cells have the value of their first.
    merged: Vec<Dimensions>,
}

pub(super) struct TableRow {
    /// As a spreadsheet counts it, the first being 1.
    line: u32,
    cells: Vec<Text>,
}

/// Why a workbook cannot be read.
#[derive(Debug)]
pub(super) enum Fault {
    Password,
    /// With what the reader of its format says.
    Broken(String),
    /// With the bound that it exceeds.
    TooLarge(Sentence),
}

impl Fault {
    fn sentence(self) -> Sentence {
        match self {
            Fault::Password => sentence!(WorkbookHasPassword),
            Fault::Broken(reason) => sentence!(WorkbookBroken { reason }),
            Fault::TooLarge(bound) => bound,
        }
    }
}

/// Reads the sheet of a workbook that the caller chose, else the one whose headers fit.
pub(super) fn read(
    bytes: &[u8],
    file: u16,
    is_header: IsHeader<'_>,
    chosen: &mut ChosenSheets,
    report: &mut Report,
) -> Option<Sheet> {
    // The readers index into what they read, and a file may be anything.
    let tables = catch_unwind(AssertUnwindSafe(|| tables(bytes)));
    let tables = tables.unwrap_or_else(|_| Err(Fault::Broken("its structure is faulty".to_owned())));
    match tables {
        Ok(tables) => choice::sheet(tables, file, is_header, chosen, report),
        Err(fault) => {
            let whole = Place { file, line: 0, column: 0 };
            report.add(DiagnosticCode::UnreadableFile, whole, "", fault.sentence());
            None
        }
    }
}

fn tables(bytes: &[u8]) -> Result<Vec<Table>, Fault> {
    bounds::file(bytes)?;
    if bytes.starts_with(COMPOUND) {
        // An encrypted workbook of the newer kind is a package in a compound file.
        let package: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        if bytes.windows(package.len()).any(|window| window == package) {
            return Err(Fault::Password);
        }
        return xls(bytes);
    }
    match bounds::package(bytes)? {
        bounds::Package::OpenDocument(merged) => ods(bytes, merged),
        bounds::Package::OfficeOpen => xlsx(bytes),
    }
}

fn xlsx(bytes: &[u8]) -> Result<Vec<Table>, Fault> {
    let fault = |error: XlsxError| match error {
        XlsxError::Password => Fault::Password,
        error => Fault::Broken(error.to_string()),
    };
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(fault)?;
    let mut tables = Vec::new();
    let mut count = 0;
    for sheet in worksheets(workbook.sheets_metadata()) {
        let merged = workbook.merge_cells_by_sheet_name(&sheet.name).map_err(fault)?;
        let mut rows: Vec<TableRow> = Vec::new();
        let mut cells = workbook.worksheet_cells_reader(&sheet.name).map_err(fault)?;
        while let Some(cell) = cells.next_cell_with_formula_metadata().map_err(fault)? {
            let value = Data::from(cell.value);
            let text = Text::of(&value, cell.formula.is_some());
            push(&mut rows, cell.pos, text, &mut count)?;
        }
        let is_visible = sheet.visible == SheetVisible::Visible;
        tables.push(Table { name: sheet.name, is_visible, rows, merged });
    }
    Ok(tables)
}

fn xls(bytes: &[u8]) -> Result<Vec<Table>, Fault> {
    let fault = |error: XlsError| match error {
        XlsError::Password => Fault::Password,
        error => Fault::Broken(error.to_string()),
    };
    let mut workbook: Xls<_> = Xls::new(Cursor::new(bytes)).map_err(fault)?;
    let mut tables = Vec::new();
    let mut count = 0;
    for sheet in worksheets(workbook.sheets_metadata()) {
        let range = workbook.worksheet_range(&sheet.name).map_err(fault)?;
        let formulas = workbook.worksheet_formula(&sheet.name).map_err(fault)?;
        let merged = workbook.merge_cells_by_sheet_name(&sheet.name).unwrap_or_default();
        let rows = rows(&range, &formulas, &mut count)?;
        tables.push(Table {
            name: sheet.name,
            is_visible: sheet.visible == SheetVisible::Visible,
            rows,
            merged,
        });
    }
    Ok(tables)
}

fn ods(bytes: &[u8], mut merged: open_document::Merged) -> Result<Vec<Table>, Fault> {
    let fault = |error: OdsError| match error {
        OdsError::Password => Fault::Password,
        error => Fault::Broken(error.to_string()),
    };
    let mut workbook: Ods<_> = Ods::new(Cursor::new(bytes)).map_err(fault)?;
    let mut tables = Vec::new();
    let mut count = 0;
    for sheet in worksheets(workbook.sheets_metadata()) {
        let range = workbook.worksheet_range(&sheet.name).map_err(fault)?;
        let formulas = workbook.worksheet_formula(&sheet.name).map_err(fault)?;
        let rows = rows(&range, &formulas, &mut count)?;
        let is_visible = sheet.visible == SheetVisible::Visible;
        let merged = merged.remove(&sheet.name).unwrap_or_default();
        tables.push(Table { name: sheet.name, is_visible, rows, merged });
    }
    Ok(tables)
}

/// The sheets that have cells: charts, dialogs and macros have none.
fn worksheets(sheets: &[calamine::Sheet]) -> Vec<calamine::Sheet> {
    sheets.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet).cloned().collect()
}

fn rows(range: &Range<Data>, formulas: &Range<String>, count: &mut usize) -> Result<Vec<TableRow>, Fault> {
    let (first_row, first_column) = range.start().unwrap_or_default();
    let mut rows = Vec::new();
    for (row, column, value) in range.used_cells() {
        let at = (first_row + position(row), first_column + position(column));
        let has_formula = formulas.get_value(at).is_some_and(|formula| !formula.is_empty());
        push(&mut rows, at, Text::of(value, has_formula), count)?;
    }
    Ok(rows)
}

fn position(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// Adds a cell that is not blank to the rows, which come in their order.
fn push(rows: &mut Vec<TableRow>, at: (u32, u32), text: Text, count: &mut usize) -> Result<(), Fault> {
    if text.is_blank() {
        return Ok(());
    }
    let (line, column) = (at.0.saturating_add(1), at.1 as usize);
    if rows.last().is_none_or(|row| row.line != line) {
        rows.push(TableRow { line, cells: Vec::new() });
    }
    let Some(row) = rows.last_mut() else { return Ok(()) };
    if row.cells.len() <= column {
        // The blanks before a cell take room too.
        *count += column + 1 - row.cells.len();
        if *count > MOST_CELLS {
            return Err(Fault::TooLarge(sentence!(WorkbookTooManyCells { most: MOST_CELLS })));
        }
        row.cells.resize_with(column + 1, Text::default);
    }
    if !row.cells[column].is_blank() {
        return Err(Fault::Broken(format!("a cell of row {line} is there twice")));
    }
    row.cells[column] = text;
    Ok(())
}

#[cfg(test)]
mod tests;
