//! What a host counts of experts, from a sheet: their open referrals, or the needs that they received.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::options::MatchOptions;
use crate::diagnostic::{Diagnostic, DiagnosticCode, Place, Report, Severity};
use crate::language::sentence;
use crate::sheet::Sheet;
use crate::text::{nearest, shorten};

const LOAD: [&str; 2] = ["expert", "open"];
const RECEIVED: [&str; 2] = ["expert", "received"];

impl MatchOptions {
    /// Reads [`MatchOptions::load`] from a CSV file with the columns `expert` and `open`, a row an
    /// expert. `name` is what findings call the file.
    ///
    /// ```
    /// use aiguillage::MatchOptions;
    ///
    /// let load = MatchOptions::read_load("load.csv", b"expert;open\ncci-amiens;3\n").unwrap();
    /// assert_eq!(load["cci-amiens"], 3.0);
    /// let found = MatchOptions::read_load("load.csv", b"expert;open\na;3\na;4\nb;some\n").unwrap_err();
    /// assert_eq!(found[0].to_string(), "error[duplicate_id] load.csv, line 3, column 1: `a` has its `open` on line 2 already");
    /// assert_eq!(found[1].line, Some(4));
    /// ```
    ///
    /// # Errors
    /// With everything that is wrong with the file: a load with a row left out sends needs to experts
    /// who are full.
    pub fn read_load(name: &str, bytes: &[u8]) -> Result<HashMap<String, f64>, Vec<Diagnostic>> {
        read(LOAD, name, bytes)
    }

    /// Reads [`MatchOptions::received`] in the same way, from the columns `expert` and `received`.
    ///
    /// # Errors
    /// As [`MatchOptions::read_load`].
    pub fn read_received(name: &str, bytes: &[u8]) -> Result<HashMap<String, f64>, Vec<Diagnostic>> {
        read(RECEIVED, name, bytes)
    }
}

fn read(
    columns: [&'static str; 2],
    name: &str,
    bytes: &[u8],
) -> Result<HashMap<String, f64>, Vec<Diagnostic>> {
    let counted = columns[1];
    let mut report = Report::default();
    let file = report.add_file(Some(name));
    let mut counts = HashMap::new();
    if let Some(sheet) = Sheet::read(bytes, file, &|cell| columns.contains(&cell), &mut report)
        && let Some(numbers) = numbers(columns, &sheet, &mut report)
    {
        let mut lines: HashMap<&str, u32> = HashMap::new();
        for row in &sheet.rows {
            let [expert, count] = numbers.map(|number| row.cells.get(number));
            let [expert_at, count_at] = numbers.map(|number| sheet.place(row.line, number));
            match lines.entry(expert) {
                _ if expert.is_empty() => missing("expert", expert_at, &mut report),
                Entry::Occupied(first) => {
                    let message = sentence!(CountedAlready {
                        expert: shorten(expert, 60),
                        counted,
                        line: *first.get()
                    });
                    report.add(DiagnosticCode::DuplicateId, expert_at, expert, message);
                }
                Entry::Vacant(line) => {
                    line.insert(row.line);
                }
            }
            match count.parse::<f64>() {
                Ok(number) if number.is_finite() && number >= 0.0 => {
                    counts.insert(expert.to_owned(), number);
                }
                _ if count.is_empty() => missing(counted, count_at, &mut report),
                _ => {
                    let message = sentence!(NumberFromZero { field: counted, value: shorten(count, 60) });
                    report.add(DiagnosticCode::InvalidValue, count_at, count, message);
                }
            }
        }
    }
    let found = report.into_diagnostics();
    // A title or a repaired cell leaves no expert without its count; a stray quote may.
    let is_harmless =
        |one: &Diagnostic| one.severity == Severity::Remark || one.code == DiagnosticCode::RepairedCell;
    if found.iter().all(is_harmless) { Ok(counts) } else { Err(found) }
}

/// The numbers of the columns. A first row that does not name them is no row to drop.
fn numbers(columns: [&'static str; 2], sheet: &Sheet, report: &mut Report) -> Option<[usize; 2]> {
    let mut sound = true;
    for (number, header) in sheet.headers.iter().enumerate() {
        let at = sheet.header_place(number);
        if columns.contains(&header.as_str()) {
            if sheet.headers[..number].contains(header) {
                sound = false;
                let message = sentence!(ColumnTwice { column: header.as_str() });
                report.add(DiagnosticCode::DuplicateField, at, header, message);
            }
        } else if !sheet.is_margin(number) {
            sound = false;
            let message =
                sentence!(NoColumnOfFile { column: shorten(header, 60), header: columns.join(",") });
            let meant = nearest(header, columns).map(str::to_owned);
            report.add_with(DiagnosticCode::UnknownField, at, header, message, meant);
        }
    }
    let found = columns.map(|column| sheet.headers.iter().position(|header| header == column));
    for (column, found) in columns.iter().zip(found) {
        if found.is_none() {
            missing(column, Place { column: 0, ..sheet.header_place(0) }, report);
        }
    }
    let [Some(expert), Some(count)] = found else { return None };
    sound.then_some([expert, count])
}

fn missing(column: &str, at: Place, report: &mut Report) {
    report.add(DiagnosticCode::MissingField, at, column, sentence!(FieldMissing { field: column }));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(text: &str) -> Vec<(&'static str, Option<u32>)> {
        let found = MatchOptions::read_load("l.csv", text.as_bytes()).unwrap_err();
        found.iter().map(|one| (one.code.as_str(), one.line)).collect()
    }

    #[test]
    fn a_file_without_its_header_is_refused() {
        let unknown = ("unknown_field", Some(1));
        let missing = ("missing_field", Some(1));
        assert_eq!(codes("a,3\nb,4\n"), [missing, missing, unknown, unknown]);
        assert_eq!(codes("expert,opened\na,3\n"), [missing, unknown]);
        assert_eq!(codes(""), [("empty_file", None)]);
    }

    #[test]
    fn every_faulty_row_is_named() {
        assert_eq!(
            codes("open;expert\n3;a\n4;a\n;b\n-1;c\nNaN;d\n5;\n6;e;f\n7;\"g\n8;h\n"),
            [
                ("duplicate_id", Some(3)),
                ("missing_field", Some(4)),
                ("invalid_value", Some(5)),
                ("invalid_value", Some(6)),
                ("missing_field", Some(7)),
                ("malformed_csv", Some(8)),
                ("malformed_csv", Some(9)),
            ]
        );
    }
}
