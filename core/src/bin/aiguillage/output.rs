//! Where commands write: colours only on a terminal, tables that fit it.
//!
//! Results go to standard output, what went wrong to standard error, so that neither stands in the
//! other's way. A reader who leaves early ends the printing, not the command: its exit code still says
//! whether something is wrong.

use std::borrow::Cow;
use std::io::{self, IsTerminal, Stdout, Write};
use std::path::Path;

use aiguillage::NeedError;
use anstream::AutoStream;
use comfy_table::{ContentArrangement, LineStyle, Table, TableStyle};

use crate::sheet_writing::SheetWriter;
use crate::spoken::{choose, language};

pub(crate) struct Output {
    /// For people: colours are left out where it is no terminal.
    out: AutoStream<Stdout>,
    /// Whoever reads has read enough, as `head` does.
    unread: bool,
    /// Whether something that was given is wrong although the command does its work.
    pub(crate) is_faulty: bool,
}

impl Output {
    pub(crate) fn new() -> Output {
        Output { out: anstream::stdout(), unread: false, is_faulty: false }
    }

    pub(crate) fn line(&mut self, text: impl AsRef<str>) -> io::Result<()> {
        self.write(|out| writeln!(out, "{}", shown(text.as_ref())))
    }

    /// A line with colours of our own; what it quotes was made harmless before.
    pub(crate) fn styled(&mut self, text: &str) -> io::Result<()> {
        self.write(|out| writeln!(out, "{text}"))
    }

    /// CSV that is made already.
    pub(crate) fn text(&mut self, text: &str) -> io::Result<()> {
        self.data(|out| out.write_all(text.as_bytes()))
    }

    /// A table under a header, as wide as the terminal at most.
    pub(crate) fn table(
        &mut self,
        header: &[impl AsRef<str>],
        rows: impl IntoIterator<Item = Vec<String>>,
    ) -> io::Result<()> {
        let mut table = Table::new();
        let under_header = LineStyle::none().fill('─').junction('─');
        table
            .load_style(TableStyle::new().header_separator(under_header))
            .set_content_arrangement(ContentArrangement::Dynamic);
        table.set_header(header.iter().map(AsRef::as_ref));
        table.add_rows(
            rows.into_iter().map(|row| row.iter().map(|cell| shown(cell).into_owned()).collect::<Vec<_>>()),
        );
        // Trailing spaces would wrap on a terminal that is just wide enough.
        self.write(|out| writeln!(out, "{}", table.trim_fmt()))
    }

    /// One JSON value on one line.
    pub(crate) fn json(&mut self, value: &impl serde::Serialize) -> io::Result<()> {
        self.data(|out| {
            serde_json::to_writer(&mut *out, value)?;
            writeln!(out)
        })
    }

    /// Rows as CSV.
    pub(crate) fn csv(
        &mut self,
        header: &[&str],
        rows: impl IntoIterator<Item = Vec<String>>,
    ) -> io::Result<()> {
        self.data(|out| write_csv(out, header, rows))
    }

    pub(crate) fn flush(&mut self) -> io::Result<()> {
        self.write(Write::flush)
    }

    /// Says what went wrong, on the other stream.
    pub(crate) fn complain(&mut self, message: &str) {
        self.remark(choose("erreur", "error"), message);
    }

    /// Says something about what was given, on the other stream.
    pub(crate) fn remark(&mut self, kind: &str, message: &str) {
        let (kind, message) = (shown(kind), shown(message));
        self.complain_styled(&format!("\u{1b}[1;31m{kind}\u{1b}[0m{}: {message}", choose("\u{a0}", "")));
    }

    /// Says why a row is no need.
    pub(crate) fn fault(&mut self, file: &Path, line: u32, error: &NeedError) {
        let field = error
            .field()
            .map(|field| choose(format!(", champ «\u{a0}{field}\u{a0}»"), format!(", field `{field}`")));
        let (field, colon) = (field.unwrap_or_default(), choose("\u{a0}:", ":"));
        let hint = error.hint_in(language()).map(|hint| format!("{colon} {hint}")).unwrap_or_default();
        self.remark(
            &format!("{}[{}]", choose("erreur", "error"), error.code()),
            &format!("{}:{line}{field}{colon} {}{hint}", file.display(), error.message_in(language())),
        );
    }

    /// A line with colours of our own on the other stream. Where that is closed, the exit code is left
    /// to tell.
    pub(crate) fn complain_styled(&mut self, text: &str) {
        let _ = self.flush();
        let _ = writeln!(anstream::stderr(), "{text}");
    }

    fn write(&mut self, write: impl FnOnce(&mut AutoStream<Stdout>) -> io::Result<()>) -> io::Result<()> {
        if self.unread {
            return Ok(());
        }
        match write(&mut self.out) {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {
                self.unread = true;
                Ok(())
            }
            done => done,
        }
    }

    /// What programs read passes as it is; on a terminal it is made harmless.
    fn data(&mut self, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
        self.write(|out| {
            if io::stdout().is_terminal() {
                let mut bytes = Vec::new();
                write(&mut bytes)?;
                return out.write_all(shown(&String::from_utf8_lossy(&bytes)).as_bytes());
            }
            write(&mut io::stdout().lock())
        })
    }
}

/// Rows as CSV into any writer.
pub(crate) fn write_csv(
    to: impl Write,
    header: &[&str],
    rows: impl IntoIterator<Item = Vec<String>>,
) -> io::Result<()> {
    let mut writer = SheetWriter::new(to);
    writer.row(header)?;
    for row in rows {
        writer.row(row)?;
    }
    writer.finish()
}

/// A text as a terminal may show it: what would move its cursor, change its colours or turn the
/// direction of writing is escaped. Line ends stay.
pub(crate) fn shown(text: &str) -> Cow<'_, str> {
    let is_harmful = |c: char| {
        c.is_control() && c != '\n'
            || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    if !text.contains(is_harmful) {
        return Cow::Borrowed(text);
    }
    let mut harmless = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\t' => harmless.push(' '),
            c if is_harmful(c) => harmless.extend(c.escape_unicode()),
            c => harmless.push(c),
        }
    }
    Cow::Owned(harmless)
}

/// Whether a person looks at the progress of long work.
pub(crate) fn watched() -> bool {
    io::stderr().is_terminal()
}

/// A number with its thousands apart, as French and English readers both take it.
pub(crate) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            text.push('\u{202f}');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_commands_a_terminal_is_shown() {
        assert_eq!(shown("é\nè"), "é\nè");
        assert_eq!(shown("\u{1b}]0;x\u{7}\r\u{9b}31m\u{202e}"), "\\u{1b}]0;x\\u{7}\\u{d}\\u{9b}31m\\u{202e}");
    }
}
