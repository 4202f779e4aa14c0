//! The table of a workbook that is read, and what becomes of its cells.

use super::super::header::{Fit, IsHeader, MOST_TITLES, header_row};
use super::super::{ChosenSheets, LONGEST_CELL, MOST_COLUMNS, Row, Sheet};
use super::text::Text;
use super::{Cells, MOST_CELLS, Table};
use crate::codes::repair::without_unseen;
use crate::diagnostic::{DiagnosticCode, Place, Report};
use crate::language::sentence;
use crate::text::shorten;

/// A table with the position of the row that has its headers, and how many of them are known.
struct Candidate {
    table: Table,
    header: usize,
    known: usize,
}

/// The sheet of the table that the caller chose, else of the one whose headers fit; nothing where that cannot
/// be told, or there is none.
pub(super) fn sheet(
    tables: Vec<Table>,
    file: u16,
    is_header: IsHeader<'_>,
    chosen: &mut ChosenSheets,
    report: &mut Report,
) -> Option<Sheet> {
    let whole = Place { file, line: 0, column: 0 };
    let count = tables.len();
    let filled = tables.into_iter().filter(|table| !table.rows.is_empty());
    let mut candidates: Vec<Candidate> = filled.map(|table| candidate(table, is_header)).collect();
    // Each is asked, so that a name that two workbooks have is known to be one of both.
    let is_chosen: Vec<bool> =
        candidates.iter().map(|candidate| chosen.take(&candidate.table.name)).collect();
    if is_chosen.contains(&true) {
        let mut is_chosen = is_chosen.into_iter();
        candidates.retain(|_| is_chosen.next().unwrap_or_default());
    }
    // A hidden table is not what people see.
    if candidates.iter().any(|candidate| candidate.table.is_visible) {
        candidates.retain(|candidate| candidate.table.is_visible);
    }
    let most = candidates.iter().map(|candidate| candidate.known).max().unwrap_or_default();
    if most > 1 {
        candidates.retain(|candidate| candidate.known * 2 > most);
        if let [first, second, ..] = &candidates[..] {
            let names: Vec<_> =
                candidates.iter().map(|one| shorten(&one.table.name, 60).into_owned()).collect();
            let message = sentence!(SeveralSheetsFit { sheets: names });
            let text = format!("{}, {}", first.table.name, second.table.name);
            report.add(DiagnosticCode::SeveralSheets, whole, &text, message);
            return None;
        }
    }
    let Some(chosen) = candidates.into_iter().next() else {
        report.add(DiagnosticCode::EmptyFile, whole, "", sentence!(WorkbookBlank));
        return None;
    };
    if count > 1 {
        let name = &chosen.table.name;
        let message = sentence!(SheetRead { count, sheet: shorten(name, 60) });
        report.add(DiagnosticCode::SheetChosen, whole, name, message);
    }
    read(chosen, file, report)
}

fn candidate(table: Table, is_header: IsHeader<'_>) -> Candidate {
    let first = table.rows.iter().take(MOST_TITLES);
    let fits: Vec<Fit> = first.map(|row| Fit::new(row.cells.iter().map(Text::as_str), is_header)).collect();
    let header = header_row(&fits);
    let known = fits.get(header).map_or(0, |fit| fit.known);
    Candidate { table, header, known }
}

fn read(chosen: Candidate, file: u16, report: &mut Report) -> Option<Sheet> {
    let Candidate { mut table, header, .. } = chosen;
    fill_merged(&mut table, header);
    for row in table.rows.iter().take(header) {
        let title = row.cells.iter().map(Text::as_str).find(|cell| !cell.is_empty()).unwrap_or_default();
        let at = Place { file, line: row.line, column: 0 };
        report.add(DiagnosticCode::TitleLine, at, title, sentence!(TitleLine));
    }
    let mut rows = table.rows.into_iter().skip(header);
    let header = rows.next()?;
    let at = Place { file, line: header.line, column: 0 };
    if header.cells.len() > MOST_COLUMNS {
        let message = sentence!(TooManyColumns { columns: header.cells.len(), most: MOST_COLUMNS });
        report.add(DiagnosticCode::MalformedCsv, at, "", message);
        return None;
    }
    let seen = |text: &str| without_unseen(text).as_deref().unwrap_or(text).trim().to_owned();
    let headers: Vec<String> = header.cells.iter().map(|cell| seen(cell.as_str())).collect();
    let filled = vec![false; headers.len()];
    let mut sheet = Sheet { file, header_line: header.line, headers, rows: Vec::new(), filled };
    for row in rows {
        let cells = cells(&sheet, row.line, &row.cells, report);
        if cells.len() == 0 {
            continue;
        }
        match super::super::misfit(&cells, sheet.headers.len()) {
            Some((number, message)) => {
                let at = sheet.place(row.line, number);
                report.add(DiagnosticCode::MalformedCsv, at, cells.get(number), message);
            }
            None => sheet.add(Row { line: row.line, cells }),
        }
    }
    Some(sheet)
}

/// The cells of a row; what is no value is blank, and told.
fn cells(sheet: &Sheet, line: u32, texts: &[Text], report: &mut Report) -> Cells {
    let mut cells = Cells::default();
    for (number, text) in texts.iter().enumerate() {
        let at = sheet.place(line, number);
        match text {
            Text::Error(error) => {
                let message = sentence!(CellShowsError { error: shorten(error, 60) });
                report.add(DiagnosticCode::SpreadsheetError, at, error, message);
            }
            Text::Uncomputed => {
                let message = sentence!(FormulaWithoutValue);
                report.add(DiagnosticCode::UncomputedFormula, at, "", message);
            }
            Text::Value(value) if value.len() <= LONGEST_CELL => {
                if let Some(seen) = without_unseen(value) {
                    report.add(DiagnosticCode::RepairedCell, at, value, sentence!(UnseenCharacters));
                    cells.push(&seen);
                    continue;
                }
            }
            Text::Value(_) | Text::Blank => {}
        }
        cells.push(text.as_str());
    }
    cells.trim_end();
    cells.compact();
    cells
}

/// Gives the cells of merged regions below the headers the value of the first. A merged header stays in
/// its own column.
fn fill_merged(table: &mut Table, header: usize) {
    let width = table.rows.iter().map(|row| row.cells.len()).max().unwrap_or_default();
    let mut filled = 0;
    for region in &table.merged {
        let (first_line, last_line) = (region.start.0.saturating_add(1), region.end.0.saturating_add(1));
        let first = table.rows.partition_point(|row| row.line < first_line);
        let (start, end) = (region.start.1 as usize, (region.end.1 as usize).min(width.saturating_sub(1)));
        let Some(row) = table.rows.get(first).filter(|row| row.line == first_line && first > header) else {
            continue;
        };
        let Some(value) = row.cells.get(start).filter(|value| !value.is_blank()).cloned() else { continue };
        for row in table.rows.iter_mut().skip(first).take_while(|row| row.line <= last_line) {
            for column in start..=end {
                // What lies under a merged cell is not seen, whatever it holds.
                if row.cells.len() <= column {
                    row.cells.resize_with(column + 1, Text::default);
                }
                row.cells[column] = value.clone();
                filled += 1;
            }
            if filled > MOST_CELLS {
                return;
            }
        }
    }
}
