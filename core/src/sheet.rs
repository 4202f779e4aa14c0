//! One CSV file as people really send it: `,` or `;`, UTF-8 with or without its mark or
//! Windows-1252, blank rows, headers with spaces around them.

use std::borrow::Cow;
use std::io::Read as _;

use crate::diagnostic::{Diagnostic, DiagnosticCode, Place, Report};
use crate::text::shorten;

/// A longer cell is a file gone wrong (a quote that never closes, another format), not a value.
const LONGEST_CELL: usize = 1 << 20;

/// Put behind a file with an odd number of quotes: where one is still open there, this ends up in the
/// last cell, else it is a row of its own.
const END: &str = "\n\u{4}";

/// A decoded file: its headers, and its rows that are not blank.
pub(crate) struct Sheet {
    pub(crate) file: u16,
    header_line: u32,
    /// Trimmed; a column is known by its number, from 0.
    pub(crate) headers: Vec<String>,
    pub(crate) rows: Vec<Row>,
}

/// A row that is not blank.
pub(crate) struct Row {
    pub(crate) line: u32,
    /// As many as there are headers, trimmed.
    pub(crate) cells: Vec<String>,
}

impl Sheet {
    /// Reads a file's bytes; `None` where not even a header can be read.
    pub(crate) fn read(bytes: &[u8], file: u16, report: &mut Report) -> Option<Sheet> {
        let text = decode(bytes);
        let whole = Place { file, line: 0, column: 0 };
        if text.trim().is_empty() {
            report.add(DiagnosticCode::EmptyFile, whole, "", "the file is empty: not even a header");
            return None;
        }
        // Every quote of a sound file has its second.
        let unclosed = text.matches('"').count() % 2 == 1;
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(delimiter(&text))
            .has_headers(false)
            .flexible(true)
            .trim(csv::Trim::All)
            .from_reader(text.as_bytes().chain(if unclosed { END.as_bytes() } else { b"" }));
        let mut faulty = false;
        let mut sheet: Option<Sheet> = None;
        let mut record = csv::StringRecord::new();
        let mut last_line = 1;
        loop {
            match reader.read_record(&mut record) {
                Ok(false) => break,
                Ok(true) => {}
                Err(error) => {
                    faulty = true;
                    let at = Place { file, line: last_line, column: 0 };
                    report.add(
                        DiagnosticCode::MalformedCsv,
                        at,
                        "",
                        format!("the row cannot be read: {error}"),
                    );
                    break;
                }
            }
            if record.iter().all(str::is_empty) || unclosed && record.iter().eq([END.trim_start()]) {
                continue;
            }
            let line = record.position().map_or(last_line, |p| u32::try_from(p.line()).unwrap_or(u32::MAX));
            last_line = line;
            let open = record.iter().find(|cell| unclosed && cell.contains('\n'));
            if let Some(cell) = open {
                faulty = true;
                let at = Place { file, line, column: 0 };
                let text = cell.trim_end_matches(END).trim_end();
                let message =
                    "a quote that opens in this row may never close: several lines were read as one cell";
                report.add(DiagnosticCode::MalformedCsv, at, text, message);
                continue;
            }
            match &mut sheet {
                None => {
                    let headers = record.iter().map(str::to_owned).collect();
                    sheet = Some(Sheet { file, header_line: line, headers, rows: Vec::new() });
                }
                Some(sheet) => {
                    if let Some(cells) = sheet.cells(&record, line, report) {
                        sheet.rows.push(Row { line, cells });
                    }
                }
            }
        }
        if sheet.is_none() && !faulty {
            report.add(DiagnosticCode::EmptyFile, whole, "", "the file holds blank rows only");
        }
        sheet
    }

    fn cells(&self, record: &csv::StringRecord, line: u32, report: &mut Report) -> Option<Vec<String>> {
        for (number, cell) in record.iter().enumerate() {
            let at = Place { file: self.file, line, column: column(number) };
            if cell.len() > LONGEST_CELL {
                let message = format!("a cell of {} bytes: no value is that long", cell.len());
                report.add(DiagnosticCode::MalformedCsv, at, cell, message);
                return None;
            }
            if number >= self.headers.len() && !cell.is_empty() {
                let message = format!(
                    "the row has more cells than the {} headers; `{}` stands under none",
                    self.headers.len(),
                    shorten(cell, 60)
                );
                report.add(DiagnosticCode::MalformedCsv, at, cell, message);
                return None;
            }
        }
        let mut cells: Vec<String> = record.iter().take(self.headers.len()).map(str::to_owned).collect();
        // Spreadsheets leave out the blank cells at the end of a row.
        cells.resize(self.headers.len(), String::new());
        Some(cells)
    }

    /// The place of a cell, its column counted from 0.
    pub(crate) fn place(&self, line: u32, number: usize) -> Place {
        Place { file: self.file, line, column: column(number) }
    }

    /// The place of a header.
    pub(crate) fn header_place(&self, number: usize) -> Place {
        self.place(self.header_line, number)
    }
}

fn column(number: usize) -> u32 {
    u32::try_from(number + 1).unwrap_or(u32::MAX)
}

fn decode(bytes: &[u8]) -> Cow<'_, str> {
    if let Some((encoding, mark)) = encoding_rs::Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(&bytes[mark..]).0;
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0,
    }
}

/// The separator that cuts the header into more cells.
fn delimiter(text: &str) -> u8 {
    let width = |delimiter: u8| {
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(delimiter)
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes());
        let mut record = csv::ByteRecord::new();
        match reader.read_byte_record(&mut record) {
            Ok(true) => record.len(),
            _ => 0,
        }
    };
    if width(b';') > width(b',') { b';' } else { b',' }
}

/// Reads one CSV file as directories are read; nothing where it has not even a header.
pub(crate) fn read_sheet(name: &str, bytes: &[u8]) -> (Option<Sheet>, Vec<Diagnostic>) {
    let mut report = Report::default();
    let file = report.add_file(Some(name));
    let sheet = Sheet::read(bytes, file, &mut report);
    (sheet, report.into_diagnostics())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> (Option<Sheet>, Vec<Diagnostic>) {
        let mut report = Report::default();
        let file = report.add_file(Some("f.csv"));
        let sheet = Sheet::read(bytes, file, &mut report);
        (sheet, report.into_diagnostics())
    }

    #[test]
    fn separators_marks_encodings_and_blank_rows() {
        for bytes in [
            "id,label\na,é\n".as_bytes(),
            "\u{feff}id;label\r\n ; \r\n\r\na;é".as_bytes(),
            b" id ; label \na ; \xe9 \n",
            "\u{feff}id,label\na,é\n"
                .encode_utf16()
                .flat_map(u16::to_le_bytes)
                .collect::<Vec<_>>()
                .as_slice(),
        ] {
            let (sheet, found) = read(bytes);
            let sheet = sheet.unwrap();
            assert!(found.is_empty(), "{found:?}");
            assert_eq!(sheet.headers, ["id", "label"]);
            assert_eq!(sheet.rows.len(), 1);
            assert_eq!(sheet.rows[0].cells, ["a", "é"]);
        }
    }

    #[test]
    fn lines_count_blank_rows_and_cells_of_several_lines() {
        let (sheet, _) = read(b"id,label\n\n,\n\"a\nb\",c\nd,e\n");
        let lines: Vec<_> = sheet.unwrap().rows.iter().map(|row| row.line).collect();
        assert_eq!(lines, [4, 6]);
    }

    #[test]
    fn rows_out_of_shape_are_reported_with_their_line() {
        let (sheet, found) = read(b"id,label\na,b,c\nd\ne,f,,\n");
        let rows = sheet.unwrap().rows;
        assert_eq!(rows.iter().map(|row| row.cells.clone()).collect::<Vec<_>>(), [["d", ""], ["e", "f"]]);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].line, found[0].column, found[0].text.as_str()), (Some(2), Some(3), "c"));

        let (_, found) = read(b"id,label\na,\"never closed\nb,c\n");
        assert_eq!((found[0].code, found[0].line), (DiagnosticCode::MalformedCsv, Some(2)));
    }

    #[test]
    fn empty_files_and_monstrous_cells_are_reported() {
        for bytes in [&b""[..], b" \n\n", b"\xef\xbb\xbf", b",,\n ,"] {
            let (sheet, found) = read(bytes);
            assert!(sheet.is_none());
            assert_eq!(found[0].code, DiagnosticCode::EmptyFile);
        }
        let mut monster = b"id,label\na,".to_vec();
        monster.resize(LONGEST_CELL + 100, b'x');
        let (_, found) = read(&monster);
        assert_eq!((found.len(), found[0].line), (1, Some(2)));
        assert!(found[0].text.len() < 200);
    }
}
