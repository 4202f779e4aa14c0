//! Cells as they are written, so that no spreadsheet takes one for a formula.
//!
//! A spreadsheet computes what begins with `=`, `+`, `-` or `@`, also from a file that a stranger
//! filled. Such a cell gets an apostrophe in front, as spreadsheets themselves mark text; numbers
//! stay as they are. The reader takes the apostrophe away again, so that what is written is read
//! back.

use std::borrow::Cow;
use std::io::{self, Write};

/// Whether a spreadsheet may compute a text, or read past blanks that hide what it computes.
fn is_formula(text: &str) -> bool {
    match text.as_bytes() {
        [b'=' | b'@' | b'\t' | b'\r', ..] => true,
        [b'+' | b'-', rest @ ..] => {
            rest.is_empty() || !rest.iter().all(|byte| matches!(byte, b'0'..=b'9' | b'.'))
        }
        _ => false,
    }
}

/// Whether a cell was read that [`protect`] wrote: apostrophes, and then what would be computed.
pub(crate) fn is_protected(cell: &str) -> bool {
    cell.starts_with('\'') && is_formula(cell.trim_start_matches('\''))
}

/// A text as the cell that shows it and computes nothing.
pub(crate) fn protect(text: &str) -> Cow<'_, str> {
    if is_formula(text) || is_protected(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// Adds a row to a text of CSV. Every file of rows that this package writes passes through here.
pub(crate) fn push_row<C: AsRef<str>>(text: &mut String, cells: impl IntoIterator<Item = C>) {
    let begin = text.len();
    let mut ends: Vec<usize> = Vec::new();
    for cell in cells {
        text.push_str(&protect(cell.as_ref()));
        ends.push(text.len());
    }
    let row = text.split_off(begin);
    // A line inside of a cell may look like a row. Quotes around all cells of its row tell the reader that
    // the cell is meant so, and that no quote is missing.
    let quotes_all = row.contains(['\n', '\r']) || ends.len() == 1 && row.is_empty();
    let mut start = 0;
    for (number, end) in ends.into_iter().enumerate() {
        let cell = &row[start..end - begin];
        if number > 0 {
            text.push(',');
        }
        if quotes_all || cell.contains([',', '"']) {
            text.push('"');
            text.push_str(&cell.replace('"', "\"\""));
            text.push('"');
        } else {
            text.push_str(cell);
        }
        start = end - begin;
    }
    text.push('\n');
}

/// Writes rows as CSV, a few at a time.
pub(crate) struct SheetWriter<W: Write> {
    to: W,
    text: String,
}

impl<W: Write> SheetWriter<W> {
    const AT_ONCE: usize = 1 << 16;

    pub(crate) fn new(to: W) -> SheetWriter<W> {
        SheetWriter { to, text: String::new() }
    }

    pub(crate) fn row<C: AsRef<str>>(&mut self, cells: impl IntoIterator<Item = C>) -> io::Result<()> {
        push_row(&mut self.text, cells);
        if self.text.len() < SheetWriter::<W>::AT_ONCE { Ok(()) } else { self.write() }
    }

    /// Ends the file.
    pub(crate) fn finish(mut self) -> io::Result<()> {
        self.write()?;
        self.to.flush()
    }

    fn write(&mut self) -> io::Result<()> {
        self.to.write_all(self.text.as_bytes())?;
        self.text.clear();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_protected_and_numbers_are_not() {
        for text in
            ["=1+1", "@SUM(A1)", "+33 3 22 00 00 00", "-2+3+cmd|' /C calc'!A0", "-", "'=1", "''@x", "\t=1"]
        {
            let cell = protect(text);
            assert_eq!(cell, format!("'{text}"));
            assert!(is_protected(&cell) && cell[1..] == *text);
        }
        for text in ["", "a=b", "-5", "+3.25", "l'=", "'tis", "12", "\u{e9}="] {
            assert_eq!(protect(text), text);
            assert!(!is_protected(text));
        }
    }

    #[test]
    fn rows_are_written_as_the_csv_crate_writes_them() {
        let rows = [vec!["a", "", "b c"], vec!["d,e", "\"f\"", "g;h"], vec![""], vec!["\u{e9}"]];
        let (mut ours, mut theirs) =
            (String::new(), csv::WriterBuilder::new().flexible(true).from_writer(Vec::new()));
        for row in &rows {
            push_row(&mut ours, row);
            theirs.write_record(row).unwrap();
        }
        assert_eq!(ours.as_bytes(), theirs.into_inner().unwrap());
        let mut text = String::new();
        push_row(&mut text, ["a", "b\nc,d"]);
        assert_eq!(text, "\"a\",\"b\nc,d\"\n");
    }
}
