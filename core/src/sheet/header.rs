//! Where the headers of a sheet stand: below titles, and cut by which separator.

use super::cut::{Cells, cut_row};

/// The separators that programs write, the first of equals first.
const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];

/// So many rows that are not blank may stand above the headers, or be the headers.
pub(super) const MOST_TITLES: usize = 30;

/// Whether a text is a header that the reader of the sheet knows.
pub(crate) type IsHeader<'h> = &'h dyn Fn(&str) -> bool;

/// Where the headers stand in a text.
pub(super) struct Opening {
    pub(super) delimiter: u8,
    /// Where their row begins, and its line.
    pub(super) start: usize,
    pub(super) line: u32,
    /// The rows above them that are not blank: the line, and the first cell that is not blank.
    pub(super) titles: Vec<(u32, String)>,
}

/// How well a row fits the headers that are known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Fit {
    pub(super) known: usize,
    width: usize,
}

impl Fit {
    pub(super) fn new<'c>(cells: impl Iterator<Item = &'c str>, is_header: IsHeader<'_>) -> Fit {
        let mut fit = Fit::default();
        for cell in cells {
            fit.known += usize::from(!cell.is_empty() && is_header(cell));
            fit.width += 1;
        }
        fit
    }
}

/// Which of the first rows that are not blank has the headers. The first of them has, unless one below
/// it has more: one word of the headers in a cell makes no header of a row.
pub(super) fn header_row(fits: &[Fit]) -> usize {
    let first = fits.first().copied().unwrap_or_default();
    let mut best = (0, first.known);
    for (number, fit) in fits.iter().enumerate().skip(1) {
        if fit.known > best.1 && (fit.known > 1 || fit.width == 1) {
            best = (number, fit.known);
        }
    }
    best.0
}

/// Finds the headers of a text, from a byte on and with the line of that byte. `separator` is the one
/// that the file itself names.
pub(super) fn find(
    text: &str,
    start: usize,
    line: u32,
    separator: Option<u8>,
    is_header: IsHeader<'_>,
) -> Opening {
    let mut best: Option<(Fit, Opening)> = None;
    let named = separator.map(|separator| [separator]);
    for delimiter in named.as_ref().map_or(&SEPARATORS[..], |named| &named[..]).iter().copied() {
        let rows = first_rows(text, start, line, delimiter, is_header);
        // What holds nothing but one separator is blank, whatever it looks like to another.
        if rows.is_empty() {
            return Opening { delimiter, start, line, titles: Vec::new() };
        }
        let fits: Vec<Fit> = rows.iter().map(|row| row.fit).collect();
        let number = header_row(&fits);
        let fit = fits.get(number).copied().unwrap_or_default();
        if best.as_ref().is_none_or(|(before, _)| fit > *before) {
            let titles = rows.iter().take(number).map(|row| (row.line, row.title.clone())).collect();
            let (start, line) = rows.get(number).map_or((start, line), |row| (row.start, row.line));
            best = Some((fit, Opening { delimiter, start, line, titles }));
        }
    }
    let nothing = Opening { delimiter: b',', start, line, titles: Vec::new() };
    best.map_or(nothing, |(_, opening)| opening)
}

struct FirstRow {
    start: usize,
    line: u32,
    fit: Fit,
    title: String,
}

fn first_rows(text: &str, start: usize, line: u32, delimiter: u8, is_header: IsHeader<'_>) -> Vec<FirstRow> {
    let (mut at, mut line) = (start, line);
    let mut rows = Vec::new();
    let mut cells = Cells::default();
    while at < text.len() && rows.len() < MOST_TITLES {
        let cut = cut_row(text, at, delimiter, &mut cells);
        let width = cells.len();
        cells.trim_end();
        if let Some(title) = cells.iter().find(|cell| !cell.is_empty()) {
            let fit = Fit { width, ..Fit::new(cells.iter(), is_header) };
            rows.push(FirstRow { start: at, line, fit, title: title.to_owned() });
        }
        let is_torn = cut.unclosed.is_some() || cut.reopened.is_some() && cut.breaks > 0;
        if is_torn {
            (at, line) = (cut.first_line, line.saturating_add(1));
        } else {
            (at, line) = (cut.next, line.saturating_add(cut.breaks).saturating_add(1));
        }
    }
    rows
}

/// The separator that a first line such as `sep=;` names, and where the next line begins.
pub(super) fn named_separator(text: &str) -> Option<(u8, usize)> {
    let line = super::cut::lines(text).next()?;
    let separator = line.get(..4).filter(|name| name.eq_ignore_ascii_case("sep=")).map(|_| &line[4..])?;
    let [separator] = separator.trim_end_matches(' ').as_bytes() else { return None };
    let is_separator = separator.is_ascii_punctuation() && *separator != b'"' || *separator == b'\t';
    is_separator.then(|| (*separator, super::cut::behind_break(text.as_bytes(), line.len())))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> (char, u32, Vec<u32>) {
        let is_header = |cell: &str| ["Institution", "Nom", "id"].contains(&cell);
        let opening = find(text, 0, 1, None, &is_header);
        let titles = opening.titles.iter().map(|(line, _)| *line).collect();
        (char::from(opening.delimiter), opening.line, titles)
    }

    #[test]
    fn headers_stand_below_titles() {
        assert_eq!(found("Institution;Nom\na;b\n"), (';', 1, vec![]));
        assert_eq!(found("Institution\tNom\na, b;c\n"), ('\t', 1, vec![]));
        assert_eq!(found("Annuaire, au 12;;\n;;\n\nInstitution;Nom\n"), (';', 4, vec![1]));
        assert_eq!(found("Un titre\n\"de deux\nlignes\"\nInstitution,Nom\n"), (',', 4, vec![1, 2]));
        assert_eq!(found("\"un guillemet\nInstitution,Nom\n"), (',', 2, vec![1]));
        // A row of a sheet without known headers is no header for a word that is one.
        assert_eq!(found("a,b\nNom,c\n"), (',', 1, vec![]));
        assert_eq!(found("Un titre\nid\n1\n"), (',', 2, vec![1]));
        assert_eq!(found("a;b;c\n1,5;2;3\n"), (';', 1, vec![]));
        assert_eq!(found(""), (',', 1, vec![]));
    }

    #[test]
    fn a_first_line_may_name_the_separator() {
        assert_eq!(named_separator("sep=;\na"), Some((b';', 6)));
        assert_eq!(named_separator("SEP=\t\r\na"), Some((b'\t', 7)));
        assert_eq!(named_separator("sep=|"), Some((b'|', 5)));
        for text in ["", "sep=", "sep=ab\n", "sep=a\n", "sep,a\n", "sep=\"\n", "é=;\n"] {
            assert_eq!(named_separator(text), None, "{text}");
        }
    }
}
