//! Reading a sheet row by row.

use super::cut::{Cells, Cut, behind_break, cut_row, lines};
use super::header::{self, IsHeader};
use super::quotes::{Oddity, Row as QuotedRow};
use super::{LONGEST_CELL, MOST_COLUMNS, Row, Sheet, column};
use crate::codes::repair::{is_unseen, without_unseen};
use crate::diagnostic::{DiagnosticCode, Place, Report};
use crate::language::{Sentence, sentence};
use crate::text::shorten;

/// How many times the length of a text may be read again, behind rows that would swallow others. A
/// file of nothing but stray quotes would otherwise be read to its end from each of its lines.
const MOST_REREADING: usize = 4;

pub(super) struct Reader<'t, 'r> {
    text: &'t str,
    file: u16,
    report: &'r mut Report,
    delimiter: u8,
    /// Where the next row begins, and its line.
    at: usize,
    line: u32,
    /// How many bytes were taken for the inside of a cell and had to be read again as rows.
    reread: usize,
    sheet: Option<Sheet>,
    /// Whether the header has blanks behind its separators.
    spaced: bool,
    /// Whether some character of the text is one that nobody sees.
    has_unseen: bool,
}

impl<'t, 'r> Reader<'t, 'r> {
    pub(super) fn new(
        text: &'t str,
        file: u16,
        is_header: IsHeader<'_>,
        report: &'r mut Report,
    ) -> Reader<'t, 'r> {
        let named = header::named_separator(text);
        let (from, line) = named.map_or((0, 1), |(_, next)| (next, 2));
        let opening = header::find(text, from, line, named.map(|(separator, _)| separator), is_header);
        for (line, title) in &opening.titles {
            let at = Place { file, line: *line, column: 0 };
            report.add(DiagnosticCode::TitleLine, at, title, sentence!(TitleLine));
        }
        Reader {
            text,
            file,
            report,
            delimiter: opening.delimiter,
            at: opening.start,
            line: opening.line,
            reread: 0,
            sheet: None,
            spaced: false,
            has_unseen: text.contains(is_unseen),
        }
    }

    /// The sheet; `None` where there is no header.
    pub(super) fn read(mut self) -> Option<Sheet> {
        if self.text.trim().is_empty() {
            self.empty(sentence!(FileEmpty));
            return None;
        }
        let mut cells = Cells::default();
        while self.at < self.text.len() {
            let cut = self.cut(&mut cells);
            let (line, last) = (self.line, self.line.saturating_add(cut.breaks));
            let row = QuotedRow {
                text: &self.text[self.at..cut.end],
                cut: &cut,
                cells: &cells,
                width: self.sheet.as_ref().map(|sheet| sheet.headers.len()),
                delimiter: self.delimiter,
                spaced: self.spaced,
                lines: (line, last),
            };
            if let Some(oddity) = row.fault() {
                self.find(
                    DiagnosticCode::MalformedCsv,
                    Place { file: self.file, line, column: 0 },
                    &cells,
                    oddity,
                );
                // Below a header that cannot be told from its rows, cells stand under nothing.
                self.sheet.as_ref()?;
                self.reread += cut.next - cut.first_line;
                (self.at, self.line) = (cut.first_line, line.saturating_add(1));
                continue;
            }
            let remark = row.remark();
            let written = cells.len();
            if self.has_unseen {
                self.strip(&mut cells, line);
            }
            cells.trim_end();
            if cells.len() > 0 {
                if let Some(oddity) = remark {
                    let at = Place { file: self.file, line, column: column(oddity.cell) };
                    self.find(DiagnosticCode::StrayQuote, at, &cells, oddity);
                }
                self.row(&mut cells, written, line, &cut)?;
            }
            (self.at, self.line) = (cut.next, last.saturating_add(1));
        }
        if self.sheet.is_none() {
            self.empty(sentence!(FileBlank));
        }
        self.sheet
    }

    /// Cuts the next row; once too much was read twice, no further than to the end of its line.
    fn cut(&self, cells: &mut Cells) -> Cut {
        if self.reread <= MOST_REREADING * self.text.len() {
            return cut_row(self.text, self.at, self.delimiter, cells);
        }
        let line = lines(&self.text[self.at..]).next().unwrap_or_default();
        let end = self.at + line.len();
        let cut = cut_row(&self.text[..end], self.at, self.delimiter, cells);
        let next = behind_break(self.text.as_bytes(), end);
        Cut { next, first_line: next, ..cut }
    }

    /// Adds a row that is not blank: the header, or one below it. `None` where there can be no sheet.
    fn row(&mut self, cells: &mut Cells, written: usize, line: u32, cut: &Cut) -> Option<()> {
        let Some(sheet) = &mut self.sheet else {
            if cells.len() > MOST_COLUMNS {
                let at = Place { file: self.file, line, column: 0 };
                let message = sentence!(TooManyColumns { columns: cells.len(), most: MOST_COLUMNS });
                self.report.add(DiagnosticCode::MalformedCsv, at, "", message);
                return None;
            }
            let header = &self.text[self.at..cut.end];
            let spaced = |pair: &[u8]| pair[0] == self.delimiter && pair[1].is_ascii_whitespace();
            self.spaced = header.as_bytes().windows(2).any(spaced);
            let headers: Vec<String> =
                (0..written.min(MOST_COLUMNS)).map(|number| cells.get(number).to_owned()).collect();
            let filled = vec![false; headers.len()];
            self.sheet =
                Some(Sheet { file: self.file, header_line: line, headers, rows: Vec::new(), filled });
            return Some(());
        };
        match misfit(cells, sheet.headers.len()) {
            Some((number, message)) => {
                let at = sheet.place(line, number);
                self.report.add(DiagnosticCode::MalformedCsv, at, cells.get(number), message);
            }
            None => {
                cells.compact();
                sheet.add(Row { line, cells: std::mem::take(cells) });
            }
        }
        Some(())
    }

    /// Takes the characters away that nobody sees, with a warning below the headers.
    fn strip(&mut self, cells: &mut Cells, line: u32) {
        if !cells.iter().any(|cell| cell.contains(is_unseen)) {
            return;
        }
        let mut stripped = Cells::default();
        for (number, cell) in cells.iter().enumerate() {
            let seen = without_unseen(cell);
            if self.sheet.is_some() && seen.as_ref().is_some_and(|seen| !seen.trim().is_empty()) {
                let at = Place { file: self.file, line, column: column(number) };
                self.report.add(DiagnosticCode::RepairedCell, at, cell, sentence!(UnseenCharacters));
            }
            stripped.push(seen.as_deref().unwrap_or(cell));
        }
        *cells = stripped;
    }

    fn find(&mut self, code: DiagnosticCode, at: Place, cells: &Cells, oddity: Oddity) {
        self.report.add(code, at, cells.get(oddity.cell), oddity.message);
    }

    fn empty(&mut self, message: Sentence) {
        let whole = Place { file: self.file, line: 0, column: 0 };
        self.report.add(DiagnosticCode::EmptyFile, whole, "", message);
    }
}

/// The cell that keeps a row out of a sheet of so many headers, and why.
pub(super) fn misfit(cells: &Cells, headers: usize) -> Option<(usize, Sentence)> {
    cells.iter().enumerate().find_map(|(number, cell)| {
        if cell.len() > LONGEST_CELL {
            return Some((number, sentence!(CellTooLong { bytes: cell.len() })));
        }
        if number >= headers && !cell.is_empty() {
            let cell = shorten(cell, 60);
            let message = sentence!(CellUnderNoHeader { headers, cell });
            return Some((number, message));
        }
        None
    })
}
