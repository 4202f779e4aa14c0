//! A directory as a folder of sheets, one for each kind of record: CSV files, or workbooks.

use std::path::Path;

use super::source::{Field, Kind, Record, Source, Value};
use crate::diagnostic::{DiagnosticCode, Place, Report};
use crate::sheet::Sheet;
use crate::text::{nearest, shorten};

/// Files that live beside a directory and are not part of it.
const COMPANIONS: [&str; 3] = ["needs.csv", "matches.csv", "referrals.csv"];

/// Reads a folder. Faults go to the report; what can be read is returned.
///
/// # Errors
/// When the folder itself cannot be listed.
pub(crate) fn read(folder: &Path, report: &mut Report) -> std::io::Result<Source> {
    let mut source = Source::default();
    let mut names: Vec<String> = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        let is_csv = extension(&name).is_some_and(|extension| extension.eq_ignore_ascii_case("csv"));
        if is_csv || Kind::ALL.into_iter().any(|kind| is_sheet_of(&name, kind)) {
            names.push(name);
        }
    }
    names.sort();
    let file_of = |kind: Kind| format!("{}.csv", kind.name());
    let mut read_any = false;
    for kind in Kind::ALL {
        let mut sheets = names.iter().filter(|name| is_sheet_of(name, kind));
        let Some(name) = sheets.next() else { continue };
        read_any = true;
        for other in sheets {
            let file = report.add_file(Some(other));
            let whole = Place { file, line: 0, column: 0 };
            let message = format!("`{name}` holds the same records already: a directory has one of them");
            report.add(DiagnosticCode::UnknownFile, whole, other, message);
        }
        let file = report.add_file(Some(name));
        match crate::files::read(&folder.join(name)) {
            Err(error) => {
                let whole = Place { file, line: 0, column: 0 };
                report.add(
                    DiagnosticCode::UnreadableFile,
                    whole,
                    name,
                    format!("the file cannot be read: {error}"),
                );
            }
            Ok(bytes) => {
                let is_header = |cell: &str| kind.fields().contains(&cell);
                if let Some(sheet) = Sheet::read(&bytes, file, &is_header, report) {
                    records(kind, sheet, &mut source, report);
                }
            }
        }
    }
    let known: Vec<String> = Kind::ALL.into_iter().map(file_of).collect();
    let is_known = |name: &str| Kind::ALL.into_iter().any(|kind| is_sheet_of(name, kind));
    for name in names.iter().filter(|name| !is_known(name) && !COMPANIONS.contains(&name.as_str())) {
        let file = report.add_file(Some(name));
        let whole = Place { file, line: 0, column: 0 };
        // What is absent may be hidden under a name with a typing fault; then all its rows would be lost.
        let absent = Kind::ALL.iter().zip(&known);
        let absent = absent.filter(|(kind, _)| !names.iter().any(|name| is_sheet_of(name, **kind)));
        let absent = absent.map(|(_, file)| file.as_str());
        match nearest(name, absent) {
            Some(meant) => report.add_with(
                DiagnosticCode::UnknownFile,
                whole,
                name,
                format!("`{name}` is no file of a directory"),
                Some(meant.to_owned()),
            ),
            None => report.add(
                DiagnosticCode::UnusedFile,
                whole,
                name,
                format!("`{name}` is no file of a directory and is not read"),
            ),
        }
    }
    if !read_any {
        let file = report.add_file(None);
        let message = format!("the folder holds none of a directory's files ({})", known.join(", "));
        report.add(
            DiagnosticCode::EmptyFile,
            Place { file, line: 0, column: 0 },
            &folder.to_string_lossy(),
            message,
        );
    }
    Ok(source)
}

/// The endings of sheets that a folder may hold; other CSV files are told.
const ENDINGS: [&str; 5] = ["csv", "tsv", "xlsx", "xls", "ods"];

fn extension(name: &str) -> Option<&str> {
    Path::new(name).extension().and_then(|extension| extension.to_str())
}

/// Whether a file holds the records of a kind.
fn is_sheet_of(name: &str, kind: Kind) -> bool {
    let stem = name.strip_prefix(kind.name()).and_then(|rest| rest.strip_prefix('.'));
    stem.is_some_and(|ending| ENDINGS.contains(&ending))
}

fn records(kind: Kind, sheet: Sheet, source: &mut Source, report: &mut Report) {
    let mut columns: Vec<Option<&'static str>> = Vec::with_capacity(sheet.headers.len());
    let mut meant: Vec<&str> = Vec::new();
    for (number, header) in sheet.headers.iter().enumerate() {
        let at = sheet.header_place(number);
        let field = kind.fields().iter().copied().find(|field| *field == header.as_str());
        match field {
            Some(field) if columns.contains(&Some(field)) => {
                report.add(
                    DiagnosticCode::DuplicateField,
                    at,
                    header,
                    format!("the column `{field}` is given twice"),
                );
                columns.push(None);
            }
            Some(field) => columns.push(Some(field)),
            // A column without header and without cells is a spreadsheet's margin.
            None if sheet.is_margin(number) => {
                columns.push(None);
            }
            None => {
                let message = format!("`{}.csv` has no column `{}`", kind.name(), shorten(header, 60));
                let nearest = nearest(header, kind.fields().iter().copied());
                meant.extend(nearest);
                report.add_with(
                    DiagnosticCode::UnknownField,
                    at,
                    header,
                    message,
                    nearest.map(str::to_owned),
                );
                columns.push(None);
            }
        }
    }
    let file = sheet.file;
    let lost: Vec<&'static str> =
        kind.required_fields().iter().copied().filter(|field| !columns.contains(&Some(*field))).collect();
    for field in lost.iter().filter(|field| !meant.contains(field)) {
        let at = Place { column: 0, ..sheet.header_place(0) };
        report.add(
            DiagnosticCode::MissingField,
            at,
            field,
            format!("`{}.csv` has no column `{field}`", kind.name()),
        );
    }
    for row in sheet.rows {
        let mut record =
            Record { place: Place { file, line: row.line, column: 0 }, parent: None, fields: Vec::new() };
        for (number, cell) in row.cells.iter().enumerate() {
            if let (Some(Some(name)), false) = (columns.get(number).copied(), cell.is_empty()) {
                let place =
                    Place { file, line: row.line, column: u32::try_from(number + 1).unwrap_or(u32::MAX) };
                record.fields.push(Field { name, place, value: Value::Cell(cell.to_owned()) });
            }
        }
        let place = record.place;
        record.fields.extend(lost.iter().map(|name| Field { name, place, value: Value::Lost }));
        source.push(kind, record);
    }
}
