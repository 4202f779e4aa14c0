//! Where commands write: colours only on a terminal, tables that fit it.

use std::io::{self, IsTerminal, Stdout, Write};

use anstream::AutoStream;
use comfy_table::{ContentArrangement, LineStyle, Table, TableStyle};

pub(crate) struct Output {
    out: AutoStream<Stdout>,
}

impl Output {
    pub(crate) fn new() -> Output {
        Output { out: anstream::stdout() }
    }

    pub(crate) fn line(&mut self, text: impl AsRef<str>) -> io::Result<()> {
        writeln!(self.out, "{}", text.as_ref())
    }

    /// Text that has its own line ends.
    pub(crate) fn text(&mut self, text: &str) -> io::Result<()> {
        write!(self.out, "{text}")
    }

    /// A table under a header, as wide as the terminal at most.
    pub(crate) fn table(
        &mut self,
        header: &[&str],
        rows: impl IntoIterator<Item = Vec<String>>,
    ) -> io::Result<()> {
        let mut table = Table::new();
        let under_header = LineStyle::none().fill('─').junction('─');
        table
            .load_style(TableStyle::new().header_separator(under_header))
            .set_content_arrangement(ContentArrangement::Dynamic);
        table.set_header(header);
        table.add_rows(rows);
        // Trailing spaces would wrap on a terminal that is just wide enough.
        writeln!(self.out, "{}", table.trim_fmt())
    }

    /// One JSON value on one line.
    pub(crate) fn json(&mut self, value: &impl serde::Serialize) -> io::Result<()> {
        serde_json::to_writer(&mut self.out, value)?;
        writeln!(self.out)
    }

    /// Rows as CSV.
    pub(crate) fn csv(
        &mut self,
        header: &[&str],
        rows: impl IntoIterator<Item = Vec<String>>,
    ) -> io::Result<()> {
        write_csv(&mut self.out, header, rows)
    }

    pub(crate) fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }

    /// Says what went wrong, on the other stream.
    pub(crate) fn complain(&mut self, message: &str) {
        // Nobody is left to tell where even that fails.
        let _ = self.out.flush();
        let _ = writeln!(anstream::stderr(), "\u{1b}[1;31merror\u{1b}[0m: {message}");
    }
}

/// Rows as CSV into any writer.
pub(crate) fn write_csv(
    to: impl Write,
    header: &[&str],
    rows: impl IntoIterator<Item = Vec<String>>,
) -> io::Result<()> {
    let mut writer = csv::Writer::from_writer(to);
    writer.write_record(header).map_err(as_io)?;
    for row in rows {
        writer.write_record(row).map_err(as_io)?;
    }
    writer.flush()
}

/// The error below, of which the kind tells whether the reader went away.
fn as_io(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
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
