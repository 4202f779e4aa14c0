//! The line that a finding is about.

use std::ops::Range;

use aiguillage::Diagnostic;

use crate::output::shown;

/// How much of a line is shown before what is blamed, and in all.
const BEFORE: usize = 60;
const LONGEST: usize = 160;

/// What is blamed stands at its place, or this many bytes behind it at most: escapes and quotes.
const NEAR: usize = 4096;

/// A text and where its lines begin. Findings come in the order of their places, and a document may be
/// one line of megabytes: the way to a column goes on from the last one.
pub(crate) struct Lines {
    text: String,
    starts: Vec<usize>,
    /// A line and a number of characters in it, with the byte where that character begins.
    last: (usize, usize, usize),
}

impl Lines {
    pub(crate) fn of(text: String) -> Lines {
        let bytes = text.as_bytes();
        // As sheets break lines: `\n`, `\r\n`, and a lone `\r`.
        let breaks = (0..bytes.len())
            .filter(|at| bytes[*at] == b'\n' || bytes[*at] == b'\r' && bytes.get(at + 1) != Some(&b'\n'));
        let starts = std::iter::once(0).chain(breaks.map(|at| at + 1)).collect();
        Lines { text, starts, last: (0, 0, 0) }
    }

    /// A line, the first being 1.
    fn line(&self, number: usize) -> Option<&str> {
        let index = number.checked_sub(1)?;
        let start = *self.starts.get(index)?;
        let end = self.starts.get(index + 1).copied().unwrap_or(self.text.len());
        Some(self.text[start..end].trim_end())
    }

    /// How many characters of a line stand before one of its bytes.
    fn characters(&self, number: usize, byte: usize) -> usize {
        let (line, counted, offset) = self.last;
        let (counted, offset) = if line == number && offset <= byte { (counted, offset) } else { (0, 0) };
        let before = self.line(number).and_then(|text| text.get(offset..byte));
        counted + before.map_or(0, |before| before.chars().count())
    }

    /// The byte in a line where so many characters are before.
    fn offset(&mut self, number: usize, characters: usize) -> usize {
        let (line, counted, offset) = self.last;
        let (counted, offset) =
            if line == number && counted <= characters { (counted, offset) } else { (0, 0) };
        let Some(text) = self.line(number) else { return 0 };
        let rest = text[offset.min(text.len())..].char_indices().nth(characters - counted);
        let Some((further, _)) = rest else { return text.len() };
        self.last = (number, characters, offset + further);
        offset + further
    }
}

/// The line at fault, cut around the offending text.
pub(crate) struct Quote {
    pub(crate) text: String,
    /// Where the offending text stands in it, in bytes.
    pub(crate) marked: Range<usize>,
    /// At which character of the whole line it begins, the first being 1.
    pub(crate) column: usize,
}

/// Quotes what a finding is about.
pub(crate) fn quote(finding: &Diagnostic, lines: &mut Lines) -> Option<Quote> {
    let number = finding.line? as usize;
    let from = place(finding, number, lines);
    let line = lines.line(number)?;
    let blamed = finding.text.trim_end_matches('…');
    // Of a cell of several lines the first is shown.
    let blamed = blamed.lines().next().unwrap_or_default();
    let found = if blamed.is_empty() { None } else { find_near(line, from, blamed) };
    // What is written with escapes is marked where it begins.
    let start = found.unwrap_or(if line.is_char_boundary(from) { from } else { 0 });
    let length = match found {
        Some(_) => blamed.len(),
        None => line[start..].chars().next().map_or(0, char::len_utf8),
    };
    let begin = line[..start].char_indices().rev().nth(BEFORE - 1).map_or(0, |(position, _)| position);
    let before = shown(&line[begin..start]).into_owned();
    let room = LONGEST.saturating_sub(line[begin..start].chars().count());
    let marked: String = line[start..start + length].chars().take(room).collect();
    let behind: String = line[start + length..].chars().take(room - marked.chars().count()).collect();
    let (marked, behind) = (shown(&marked), shown(&behind));
    let span = before.len()..before.len() + marked.len();
    let column = lines.characters(number, start) + 1;
    Some(Quote { text: format!("{before}{marked}{behind}"), marked: span, column })
}

/// Where the text at fault may begin: in CSV in the cell of its column, in JSON at its column.
fn place(finding: &Diagnostic, number: usize, lines: &mut Lines) -> usize {
    let column = finding.column.unwrap_or(1) as usize;
    let ends_in =
        |ending: &&str| finding.file.as_deref().is_some_and(|file| file.to_lowercase().ends_with(*ending));
    if ![".csv", ".tsv", ".txt"].iter().any(ends_in) {
        return lines.offset(number, column.saturating_sub(1));
    }
    // The separator that stands before the cell; a quoted one may only bring us there too early.
    let line = lines.line(number).unwrap_or_default();
    let mut separators = line.bytes().enumerate().filter(|(_, byte)| matches!(byte, b',' | b';' | b'\t'));
    let before = column.checked_sub(2).and_then(|before| separators.nth(before));
    before.map_or(0, |(position, _)| position + 1)
}

/// Where a text stands at a byte or near behind it, or else near the beginning.
fn find_near(line: &str, from: usize, blamed: &str) -> Option<usize> {
    let find = |from: usize| {
        let mut until = from.saturating_add(NEAR + blamed.len()).min(line.len());
        while !line.is_char_boundary(until) {
            until += 1;
        }
        line.get(from..until)?.find(blamed).map(|found| from + found)
    };
    find(from).or_else(|| find(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_are_found_in_any_order() {
        let mut lines = Lines::of("éa,b\r\nc\rd\n".to_owned());
        assert_eq!(
            [1, 2, 3, 4].map(|number| lines.line(number)),
            [Some("éa,b"), Some("c"), Some("d"), Some("")]
        );
        assert_eq!(lines.line(5), None);
        assert_eq!([1, 3, 1, 9].map(|column| lines.offset(1, column)), [2, 4, 2, 5]);
        assert_eq!(lines.offset(2, 0), 0);
    }

    fn finding(text: &str) -> (Diagnostic, Lines) {
        let found = match aiguillage::Directory::from_json(text) {
            Ok(directory) => directory.diagnostics().to_vec(),
            Err(error) => error.into_diagnostics(),
        };
        (found[0].clone(), Lines::of(text.to_owned()))
    }

    #[test]
    fn what_is_blamed_is_marked_where_it_stands() {
        let long = "x".repeat(1000);
        for (text, marked) in [
            (
                r#"{"themes": [{"id": "t", "label": "T"}], "subjects": [{"id": "s", "theme": "tt", "label": "S"}]}"#,
                "tt",
            ),
            // Written with an escape.
            (r#"{"themes": [], "subjects": [{"id": "s", "theme": "\u00e9", "label": "S"}]}"#, "\""),
            (&format!(r#"{{"themes": [{{"id": "t", "label": "T"}}], "a": "{long}"}}"#), "a"),
        ] {
            let (finding, mut lines) = finding(text);
            let quote = quote(&finding, &mut lines).unwrap();
            assert_eq!(&quote.text[quote.marked], marked, "{}", quote.text);
            assert!(quote.text.chars().count() <= LONGEST);
            assert!(text.chars().skip(quote.column - 1).collect::<String>().starts_with(marked));
        }
        // A text that is no longer the one that was read.
        let (finding, _) = finding(r#"{"themes": [{"id": "é", "label": 3}]}"#);
        for text in ["", "é", "ééééééééééééééééééééééé", "\n"] {
            let _ = quote(&finding, &mut Lines::of(text.to_owned()));
        }
    }
}
