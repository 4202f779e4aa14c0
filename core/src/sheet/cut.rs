//! One row cut out of a sheet's text, with everything that is odd about its quotes.
//!
//! Cells come out as the `csv` crate cuts them (a property test holds the two together). That crate
//! does not tell where quotes stood and how many lines a cell spans, which is what tells a sound
//! sheet from one in which a stray quote swallows rows.

use std::ops::Range;

/// The cells of one row: one text and where each cell ends in it, so that a row of many short cells
/// takes little more room than in its file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Cells {
    text: String,
    ends: Vec<usize>,
}

impl Cells {
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The cell of a column; blank where the row is shorter.
    pub(crate) fn get(&self, number: usize) -> &str {
        let Some(end) = self.ends.get(number) else { return "" };
        let start = number.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.text[start..*end]
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|number| self.get(number))
    }

    /// Takes the blank cells at the end away: a row of separators only has no cells.
    pub(super) fn trim_end(&mut self) {
        while !self.ends.is_empty() && self.get(self.len() - 1).is_empty() {
            self.ends.pop();
        }
    }

    /// Gives the room back that cutting needed.
    pub(super) fn compact(&mut self) {
        self.text.truncate(self.ends.last().copied().unwrap_or_default());
        self.text.shrink_to_fit();
        self.ends.shrink_to_fit();
    }

    /// Adds a cell, without the blanks around it.
    pub(super) fn push(&mut self, cell: &str) {
        self.text.push_str(cell.trim());
        self.ends.push(self.text.len());
    }

    fn clear(&mut self) {
        self.text.clear();
        self.ends.clear();
    }

    /// Ends the cell that was written since the last one, without the blanks around it.
    fn end_cell(&mut self) {
        let start = self.ends.last().copied().unwrap_or_default();
        let trimmed = self.text[start..].trim_end().len();
        self.text.truncate(start + trimmed);
        let blank = trimmed - self.text[start..].trim_start().len();
        let protected = usize::from(super::write::is_protected(&self.text[start + blank..]));
        if blank + protected > 0 {
            self.text.replace_range(start..start + blank + protected, "");
        }
        self.ends.push(self.text.len());
    }
}

/// Where a row ends, and the first of each oddity in it, by the number of its cell.
#[derive(Clone, Debug, Default)]
pub(super) struct Cut {
    /// Where the row ends, and where the next one begins behind the line break.
    pub(super) end: usize,
    pub(super) next: usize,
    /// Where the first line of the row ends, behind its line break.
    pub(super) first_line: usize,
    /// Whether some cell has no quotes around it.
    pub(super) has_plain: bool,
    /// How many line breaks stand inside of the row.
    pub(super) breaks: u32,
    /// A cell whose quote is still open where the text ends.
    pub(super) unclosed: Option<usize>,
    /// A cell that goes on behind its closing quote.
    pub(super) reopened: Option<usize>,
    /// A cell with a quote in its middle. An inch (`5" de tube`) is none.
    pub(super) inner: Option<usize>,
    /// A cell of several lines: the first that holds a separator, else the first.
    pub(super) spanning: Option<Spanning>,
}

/// A cell of several lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Spanning {
    pub(super) cell: usize,
    /// Whether it holds a separator, as rows that a quote swallowed do.
    pub(super) holds_separator: bool,
}

/// Cuts the row that begins at a byte of `text`.
pub(super) fn cut_row(text: &str, start: usize, delimiter: u8, cells: &mut Cells) -> Cut {
    cells.clear();
    let mut cutter = Cutter { text, bytes: text.as_bytes(), delimiter, at: start, cut: Cut::default() };
    loop {
        if cutter.bytes.get(cutter.at) == Some(&b'"') {
            cutter.quoted(cells);
        } else {
            cutter.cut.has_plain = true;
            cutter.plain(cells);
        }
        cells.end_cell();
        match cutter.bytes.get(cutter.at) {
            Some(byte) if *byte == delimiter => cutter.at += 1,
            _ => break,
        }
    }
    let mut cut = cutter.cut;
    cut.end = cutter.at;
    cut.next = behind_break(text.as_bytes(), cutter.at);
    if cut.breaks == 0 {
        cut.first_line = cut.next;
    }
    cut
}

struct Cutter<'t> {
    text: &'t str,
    bytes: &'t [u8],
    delimiter: u8,
    at: usize,
    cut: Cut,
}

impl Cutter<'_> {
    /// A cell without quotes around it, or the rest of one behind its closing quote.
    fn plain(&mut self, cells: &mut Cells) {
        let rest = &self.bytes[self.at..];
        let ends = |byte: &u8| *byte == self.delimiter || matches!(byte, b'\n' | b'\r');
        let length = rest.iter().position(ends).unwrap_or(rest.len());
        let cell = &self.text[self.at..self.at + length];
        if self.cut.inner.is_none() && has_inner_quote(cell) {
            self.cut.inner = Some(cells.len());
        }
        cells.text.push_str(cell);
        self.at += length;
    }

    fn quoted(&mut self, cells: &mut Cells) {
        let opened = self.at;
        let broken_before = self.cut.breaks;
        self.at += 1;
        loop {
            let rest = &self.bytes[self.at..];
            let length = rest.iter().position(|byte| *byte == b'"').unwrap_or(rest.len());
            let part = self.at..self.at + length;
            cells.text.push_str(&self.text[part.clone()]);
            self.count_breaks(part);
            self.at += length;
            match (self.bytes.get(self.at), self.bytes.get(self.at + 1)) {
                (None, _) => {
                    self.cut.unclosed = Some(cells.len());
                    break;
                }
                (Some(_), Some(b'"')) => {
                    cells.text.push('"');
                    self.at += 2;
                }
                _ => {
                    self.at += 1;
                    break;
                }
            }
        }
        if self.cut.breaks > broken_before && self.cut.spanning.is_none_or(|known| !known.holds_separator) {
            let holds_separator = self.bytes[opened..self.at].contains(&self.delimiter);
            if holds_separator || self.cut.spanning.is_none() {
                self.cut.spanning = Some(Spanning { cell: cells.len(), holds_separator });
            }
        }
        let closed = self.at;
        self.plain(cells);
        let tail = &self.text[closed..self.at];
        if !tail.trim().is_empty() {
            self.cut.reopened.get_or_insert(cells.len());
        }
    }

    fn count_breaks(&mut self, part: Range<usize>) {
        let mut at = part.start;
        while let Some(found) = self.bytes[at..part.end].iter().position(|byte| is_break(*byte)) {
            at = behind_break(self.bytes, at + found).min(part.end);
            self.cut.breaks += 1;
            if self.cut.breaks == 1 {
                self.cut.first_line = at;
            }
        }
    }
}

fn is_break(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\r')
}

/// The byte behind a line break, which may be `\n`, `\r\n` or a lone `\r`; the same byte where none is.
pub(super) fn behind_break(bytes: &[u8], at: usize) -> usize {
    match (bytes.get(at), bytes.get(at + 1)) {
        (Some(b'\r'), Some(b'\n')) => at + 2,
        (Some(b'\n' | b'\r'), _) => at + 1,
        _ => at,
    }
}

/// Whether a cell without quotes around it holds one that is no inch.
fn has_inner_quote(cell: &str) -> bool {
    let mut quotes = cell.match_indices('"');
    match (quotes.next(), quotes.next()) {
        (None, _) => false,
        (Some((at, _)), None) => !cell[..at].ends_with(|c: char| c.is_ascii_digit()),
        (Some(_), Some(_)) => true,
    }
}

/// The lines of a text as sheets break them.
pub(super) fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let whole = rest?;
        let Some(end) = whole.bytes().position(is_break) else {
            rest = None;
            return Some(whole);
        };
        rest = Some(&whole[behind_break(whole.as_bytes(), end)..]);
        Some(&whole[..end])
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn cut_all(text: &str) -> Vec<Vec<String>> {
        let (mut at, mut rows, mut cells) = (0, Vec::new(), Cells::default());
        while at < text.len() {
            at = cut_row(text, at, b',', &mut cells).next;
            rows.push(cells.iter().map(str::to_owned).collect());
        }
        rows
    }

    #[test]
    fn oddities_are_told_with_their_cells() {
        let mut cells = Cells::default();
        let mut cut = |text: &str| cut_row(text, 0, b',', &mut cells);
        assert_eq!(cut("a,\"b\"c,d").reopened, Some(1));
        assert_eq!(cut("a,\"b\" ,d").reopened, None);
        assert_eq!(cut("a,b,c \"d\" e").inner, Some(2));
        assert_eq!(cut("a, \"b\"").inner, Some(1));
        assert_eq!(cut("a,5\" de tube").inner, None);
        assert_eq!(cut("a,\"b\nc").unclosed, Some(1));
        let spanning = cut("a,\"b\r\nc\rd\"\ne");
        assert_eq!((spanning.breaks, spanning.first_line, spanning.next), (2, 6, 11));
        assert_eq!(spanning.spanning, Some(Spanning { cell: 1, holds_separator: false }));
        let torn = cut("\"a\nb\",\"c\nd,e\",\"f\n,\"");
        assert_eq!(torn.spanning, Some(Spanning { cell: 1, holds_separator: true }));
    }

    proptest! {
        #[test]
        fn cells_are_cut_as_the_csv_crate_cuts_them(text in "[ab\u{e9}, \"\n\r;]{0,60}") {
            let mut reader = csv::ReaderBuilder::new()
                .has_headers(false)
                .flexible(true)
                .trim(csv::Trim::All)
                .from_reader(text.as_bytes());
            let theirs: Vec<Vec<String>> =
                reader.deserialize().map(|row| row.unwrap()).collect();
            // The crate leaves out lines that hold nothing at all.
            let mut ours = cut_all(&text);
            ours.retain(|row| row.len() > 1 || !row[0].is_empty());
            let theirs: Vec<_> = theirs.into_iter().filter(|row| row.len() > 1 || !row[0].is_empty()).collect();
            prop_assert_eq!(ours, theirs);
        }
    }
}
