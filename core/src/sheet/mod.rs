//! One sheet as people really send it: `,`, `;` or tabs, a first line `sep=;`, titles above the headers,
//! UTF-8 with or without its mark, UTF-16, Windows-1252 or Mac Roman, blank rows, headers with spaces
//! around them, characters without width in its cells.
//!
//! No row is lost without a finding. A quote too many or too few makes a CSV reader take rows for
//! the inside of a cell; such a row is an error with its lines, and reading goes on at the next line
//! as if the row had ended there, so that each row of the file is a row or a finding.

mod cut;
mod decode;
mod header;
mod quotes;
mod read;
#[cfg(feature = "workbooks")]
mod workbook;
pub(crate) mod write;

pub(crate) use cut::Cells;
pub(crate) use header::IsHeader;

use crate::diagnostic::{Diagnostic, DiagnosticCode, Place, Report};
use crate::language::sentence;

/// A longer cell is a file gone wrong (another format), not a value.
pub(crate) const LONGEST_CELL: usize = 1 << 20;

/// As many columns as a spreadsheet has.
pub(crate) const MOST_COLUMNS: usize = 16_384;

/// A decoded file: its headers, and its rows that are not blank.
pub(crate) struct Sheet {
    pub(crate) file: u16,
    header_line: u32,
    /// Trimmed; a column is known by its number, from 0. At most [`MOST_COLUMNS`].
    pub(crate) headers: Vec<String>,
    pub(crate) rows: Vec<Row>,
    /// The columns in which some row has a cell that is not blank.
    filled: Vec<bool>,
}

/// A row that is not blank.
pub(crate) struct Row {
    pub(crate) line: u32,
    /// As many as there are headers at most: blank cells at the end are left out, whether the file
    /// has them or not.
    pub(crate) cells: Cells,
}

/// The sheets that a caller chose by name, of workbooks that hold several.
#[derive(Debug, Default)]
pub(crate) struct ChosenSheets {
    /// Each with whether some workbook had it.
    names: Vec<(String, bool)>,
}

impl ChosenSheets {
    pub(crate) fn add(&mut self, name: &str) {
        self.names.push((name.trim().to_owned(), false));
    }

    /// The names that no workbook had.
    pub(crate) fn missing(&self) -> impl Iterator<Item = &str> {
        self.names.iter().filter(|(_, is_found)| !is_found).map(|(name, _)| name.as_str())
    }

    /// Whether a sheet is one of them, as spreadsheets compare names: whatever their case.
    #[cfg(feature = "workbooks")]
    fn take(&mut self, name: &str) -> bool {
        let folded = name.trim().to_lowercase();
        let chosen = self.names.iter_mut().find(|(chosen, _)| chosen.to_lowercase() == folded);
        chosen.map(|(_, is_found)| *is_found = true).is_some()
    }
}

impl Sheet {
    /// Reads a file's bytes; `None` where not even a header can be read. `is_header` tells the headers
    /// that the caller knows, below whatever titles and by whatever separator they stand.
    pub(crate) fn read(
        bytes: &[u8],
        file: u16,
        is_header: IsHeader<'_>,
        report: &mut Report,
    ) -> Option<Sheet> {
        Sheet::read_chosen(bytes, file, is_header, &mut ChosenSheets::default(), report)
    }

    /// The same where the caller may have chosen the sheet of a workbook.
    pub(crate) fn read_chosen(
        bytes: &[u8],
        file: u16,
        is_header: IsHeader<'_>,
        #[cfg_attr(
            not(feature = "workbooks"),
            allow(unused_variables, reason = "only workbooks have several sheets")
        )]
        chosen: &mut ChosenSheets,
        report: &mut Report,
    ) -> Option<Sheet> {
        let is_workbook = is_workbook(bytes);
        #[cfg(feature = "workbooks")]
        if is_workbook {
            return workbook::read(bytes, file, is_header, chosen, report);
        }
        let text = decode::decode(bytes);
        if is_workbook || is_binary(&text) {
            let whole = Place { file, line: 0, column: 0 };
            let message = match is_workbook {
                true => {
                    sentence!(WorkbookNotRead)
                }
                false => sentence!(NoSheet),
            };
            report.add(DiagnosticCode::UnreadableFile, whole, "", message);
            return None;
        }
        read::Reader::new(&text, file, is_header, report).read()
    }

    /// The place of a cell, its column counted from 0.
    pub(crate) fn place(&self, line: u32, number: usize) -> Place {
        Place { file: self.file, line, column: column(number) }
    }

    /// The place of a header.
    pub(crate) fn header_place(&self, number: usize) -> Place {
        self.place(self.header_line, number)
    }

    /// Whether a column is a spreadsheet's margin: neither a header nor a cell stands in it.
    pub(crate) fn is_margin(&self, number: usize) -> bool {
        self.headers.get(number).is_none_or(String::is_empty)
            && !self.filled.get(number).copied().unwrap_or(false)
    }

    fn add(&mut self, row: Row) {
        for (number, cell) in row.cells.iter().enumerate() {
            if let Some(filled) = self.filled.get_mut(number) {
                *filled |= !cell.is_empty();
            }
        }
        self.rows.push(row);
    }
}

fn column(number: usize) -> u32 {
    u32::try_from(number + 1).unwrap_or(u32::MAX)
}

/// Whether a file is a workbook, by its first bytes: a ZIP archive or a compound document.
fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(ZIP) || bytes.starts_with(COMPOUND)
}

/// How an archive begins, as newer workbooks are.
const ZIP: &[u8] = b"PK\x03\x04";

/// How a compound document begins, as old workbooks and those with a password are.
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// Whether a text is none: more than one in twenty of its first characters is a control character.
fn is_binary(text: &str) -> bool {
    const LOOKED_AT: usize = 1 << 16;
    let is_control = |c: &char| c.is_control() && !c.is_whitespace();
    let (mut all, mut controls) = (0_usize, 0_usize);
    for c in text.chars().take(LOOKED_AT) {
        all += 1;
        controls += usize::from(is_control(&c));
    }
    controls * 20 > all
}

/// Reads one sheet as directories are read; nothing where it has not even a header.
pub(crate) fn read_sheet(
    name: &str,
    bytes: &[u8],
    is_header: IsHeader<'_>,
) -> (Option<Sheet>, Vec<Diagnostic>) {
    let mut report = Report::default();
    let file = report.add_file(Some(name));
    let sheet = Sheet::read(bytes, file, is_header, &mut report);
    (sheet, report.into_diagnostics())
}

#[cfg(feature = "workbooks")]
use read::misfit;

#[cfg(test)]
mod tests;
