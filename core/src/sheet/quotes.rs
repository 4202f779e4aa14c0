//! What a row's quotes say about it: sound, odd, or torn from its neighbours by a stray quote.

use super::cut::{Cells, Cut, Spanning, lines};
use crate::language::{Sentence, sentence};

/// A row's cells and everything that is known of the sheet so far.
pub(super) struct Row<'s> {
    /// The row as it stands in the file, to its last line break.
    pub(super) text: &'s str,
    pub(super) cut: &'s Cut,
    pub(super) cells: &'s Cells,
    /// How many headers there are; `None` for the header itself.
    pub(super) width: Option<usize>,
    pub(super) delimiter: u8,
    /// Whether the header has blanks behind its separators, so that rows may have them too.
    pub(super) spaced: bool,
    /// The first and the last line of the row.
    pub(super) lines: (u32, u32),
}

/// What is wrong with a row, and in which of its cells.
pub(super) struct Oddity {
    pub(super) cell: usize,
    pub(super) message: Sentence,
}

impl Row<'_> {
    /// Why the row cannot be taken for one: a quote lets it run into other rows, or cells do not stand
    /// under their headers.
    pub(super) fn fault(&self) -> Option<Oddity> {
        let cut = self.cut;
        if let Some(cell) = cut.unclosed {
            return Some(Oddity { cell, message: sentence!(QuoteNeverCloses) });
        }
        if let (Some(cell), true) = (cut.reopened, cut.breaks > 0) {
            return Some(self.swallowing(cell));
        }
        let width = self.width?;
        let misfits = self.used() > width || self.cells.len() < width;
        match (cut.spanning, cut.reopened) {
            (Some(Spanning { cell, holds_separator }), _) => {
                let swallows = self.used() > width || holds_separator && (misfits || self.holds_row(width));
                swallows.then(|| self.swallowing(cell))
            }
            (None, Some(cell)) if misfits => {
                let message = sentence!(CellBehindQuote);
                Some(Oddity { cell, message: message.to_owned() })
            }
            _ => None,
        }
    }

    /// Why somebody should look at a row that is taken.
    pub(super) fn remark(&self) -> Option<Oddity> {
        // A row that is too short may be several that have their last cells blank.
        let is_short = self.width.is_some_and(|width| width == 1 || self.cells.len() < width);
        let has_odd_quote = self.cut.reopened.or(self.cut.inner).is_some();
        if let Some(Spanning { cell, holds_separator }) = self.cut.spanning
            && (holds_separator || is_short || has_odd_quote)
        {
            let (first, last) = self.lines;
            let message = sentence!(LinesReadAsOneRow { first, last });
            return Some(Oddity { cell, message });
        }
        let cell = self.cut.reopened.or(self.cut.inner)?;
        let message = sentence!(QuoteInsideCell);
        Some(Oddity { cell, message: message.to_owned() })
    }

    fn swallowing(&self, cell: usize) -> Oddity {
        let (first, last) = self.lines;
        let message = sentence!(QuoteSwallowsLines { first, last });
        Oddity { cell, message }
    }

    /// How many cells there are up to the last that is not blank.
    fn used(&self) -> usize {
        (0..self.cells.len())
            .rev()
            .find(|number| !self.cells.get(*number).is_empty())
            .map_or(0, |last| last + 1)
    }

    /// Whether a line below the first would be a whole row by itself. Where every cell of the row has its
    /// quotes, none is missing: rows are written so by [`push_row`](super::write::push_row).
    fn holds_row(&self, width: usize) -> bool {
        width > 1 && self.cut.has_plain && lines(self.text).skip(1).any(|line| self.is_row(line, width))
    }

    /// Whether a line has the separators of a row. In prose blanks follow them, or they stand in a
    /// number; in a row they do not, unless in the header too.
    fn is_row(&self, line: &str, width: usize) -> bool {
        let bytes = line.as_bytes();
        let is_digit = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_digit);
        let mut separators = 0;
        for (at, byte) in bytes.iter().enumerate().filter(|(_, byte)| **byte == self.delimiter) {
            let in_prose = !self.spaced && bytes.get(at + 1).is_some_and(u8::is_ascii_whitespace);
            let in_number =
                *byte == b',' && width == 2 && is_digit(at.checked_sub(1)) && is_digit(Some(at + 1));
            if in_prose || in_number {
                return false;
            }
            separators += 1;
        }
        separators + 1 == width
    }
}
