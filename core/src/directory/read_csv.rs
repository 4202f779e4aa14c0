//! A directory as a folder of sheets, one for each kind of record: CSV files, or workbooks.

use std::path::Path;

use super::source::{Field, Kind, Record, Source, Value};
use crate::diagnostic::{DiagnosticCode, Place, Report};
use crate::language::sentence;
use crate::sheet::Sheet;
use crate::text::{nearest, shorten};

/// Files that live beside a directory and are not part of it.
const COMPANIONS: [&str; 5] = ["needs.csv", "matches.csv", "referrals.csv", "requests.csv", "surveys.csv"];

/// Reads a folder. Faults go to the report; what can be read is returned.
///
/// # Errors
/// When the folder itself cannot be listed.
pub(crate) fn read(folder: &Path, report: &mut Report) -> std::io::Result<Source> {
    let mut source = Source::default();
    let names = names(folder)?;
    let mut read_any = false;
    for kind in Kind::ALL {
        let mut sheets = names.iter().filter(|name| is_sheet_of(name, kind));
        let Some(name) = sheets.next() else { continue };
        read_any = true;
        for other in sheets {
            let message = sentence!(SameRecordsAlready { file: name });
            let whole = whole_file(other, report);
            report.add(DiagnosticCode::UnknownFile, whole, other, message);
        }
        read_sheet(folder, name, kind, &mut source, report);
    }
    other_files(&names, report);
    if !read_any {
        let known: Vec<String> = Kind::ALL.into_iter().map(file_of).collect();
        let message = sentence!(NoDirectoryFile { files: known.join(", ") });
        let whole = Place { file: report.add_file(None), line: 0, column: 0 };
        report.add(DiagnosticCode::EmptyFile, whole, &folder.to_string_lossy(), message);
    }
    Ok(source)
}

/// The CSV files of a folder, and whatever else holds records of a directory or is named as if it did,
/// sorted.
fn names(folder: &Path) -> std::io::Result<Vec<String>> {
    let mut names: Vec<String> = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        let is_csv = extension(&name).is_some_and(|extension| extension.eq_ignore_ascii_case("csv"));
        if is_csv || is_known(&name) || is_nearly_known(&name) {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

fn read_sheet(folder: &Path, name: &str, kind: Kind, source: &mut Source, report: &mut Report) {
    let whole = whole_file(name, report);
    match crate::files::read(&folder.join(name)) {
        Err(error) => {
            let message = sentence!(ThisFileNotRead { reason: error.to_string() });
            report.add(DiagnosticCode::UnreadableFile, whole, name, message);
        }
        Ok(bytes) => {
            let is_header = |cell: &str| kind.columns().contains(&cell);
            if let Some(sheet) = Sheet::read(&bytes, whole.file, &is_header, report) {
                source.note(kind);
                records(kind, sheet, source, report);
            }
        }
    }
}

/// Tells of files that are none of a directory's. What is absent may be hidden under a name with a typing
/// fault or another ending; then all its rows would be lost.
fn other_files(names: &[String], report: &mut Report) {
    let is_absent = |kind: &Kind| !names.iter().any(|name| is_sheet_of(name, *kind));
    let absent: Vec<String> = Kind::ALL.into_iter().filter(is_absent).map(file_of).collect();
    for name in names.iter().filter(|name| !is_known(name) && !COMPANIONS.contains(&name.as_str())) {
        let whole = whole_file(name, report);
        let meant = nearest(name, absent.iter().map(String::as_str)).or_else(|| {
            let stem = stem(name).to_lowercase();
            absent.iter().map(String::as_str).find(|file| self::stem(file) == stem)
        });
        match meant {
            Some(meant) => {
                let message = sentence!(NotADirectoryFile { file: name });
                report.add_with(DiagnosticCode::UnknownFile, whole, name, message, Some(meant.to_owned()));
            }
            None => {
                let message = sentence!(FileNotUsed { file: name });
                report.add(DiagnosticCode::UnusedFile, whole, name, message);
            }
        }
    }
}

/// The place of a file as a whole.
fn whole_file(name: &str, report: &mut Report) -> Place {
    Place { file: report.add_file(Some(name)), line: 0, column: 0 }
}

fn file_of(kind: Kind) -> String {
    format!("{}.csv", kind.name())
}

/// Whether the name of a file without its ending is, or nearly is, that of a kind: `Criteria.xlsx`,
/// `criteres.tsv`.
fn is_nearly_known(name: &str) -> bool {
    let stem = stem(name).to_lowercase();
    let is_table = extension(name).is_some_and(|ending| TABLES.contains(&ending.to_lowercase().as_str()));
    is_table && nearest(&stem, Kind::ALL.map(Kind::name)).is_some()
}

fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// Whether a file holds records of a directory.
fn is_known(name: &str) -> bool {
    Kind::ALL.into_iter().any(|kind| is_sheet_of(name, kind))
}

/// The endings of sheets that a folder may hold; other CSV files are told.
const ENDINGS: [&str; 5] = ["csv", "tsv", "xlsx", "xls", "ods"];

/// The endings of files that people take for sheets, whether they can be read or not.
const TABLES: [&str; 9] = ["csv", "tsv", "tab", "txt", "xlsx", "xlsm", "xlsb", "xls", "ods"];

fn extension(name: &str) -> Option<&str> {
    Path::new(name).extension().and_then(|extension| extension.to_str())
}

/// Whether a file holds the records of a kind.
fn is_sheet_of(name: &str, kind: Kind) -> bool {
    let stem = name.strip_prefix(kind.name()).and_then(|rest| rest.strip_prefix('.'));
    stem.is_some_and(|ending| ENDINGS.contains(&ending))
}

fn records(kind: Kind, sheet: Sheet, source: &mut Source, report: &mut Report) {
    let file = sheet.file;
    let (columns, lost) = columns(kind, &sheet, report);
    // A file of a single value that has none would be passed over: a keeper would believe in its seed.
    if let (Some(name), true) = (kind.single_value(), sheet.rows.is_empty()) {
        let message = sentence!(NoValueBelowHeader { file: file_of(kind) });
        report.add(DiagnosticCode::MissingField, Place { file, line: 0, column: 0 }, name, message);
    }
    for row in sheet.rows {
        let mut record =
            Record { place: Place { file, line: row.line, column: 0 }, parent: None, fields: Vec::new() };
        for (number, cell) in row.cells.iter().enumerate() {
            if let (Some(Some(name)), false) = (columns.get(number).copied(), cell.is_empty()) {
                let place =
                    Place { file, line: row.line, column: u32::try_from(number + 1).unwrap_or(u32::MAX) };
                add_cell(kind, &mut record, name, place, cell);
            }
        }
        let place = record.place;
        record.fields.extend(lost.iter().map(|name| Field { name, place, value: Value::Lost }));
        source.push(kind, record);
    }
}

/// Adds what a cell says of a record. The two ends of a period become one field.
fn add_cell(kind: Kind, record: &mut Record, column: &'static str, place: Place, cell: &str) {
    let value = Value::Cell(cell.to_owned());
    let end = kind.declared().iter().find_map(|field| {
        let ends = field.period?;
        let end = ["from", "until"].into_iter().zip(ends).find(|(_, name)| *name == column)?.0;
        Some((field.name, end))
    });
    let Some((name, end)) = end else {
        record.fields.push(Field { name: column, place, value });
        return;
    };
    let end = (end.to_owned(), place, value);
    match record.fields.iter_mut().find(|field| field.name == name) {
        Some(Field { value: Value::Object(ends), .. }) => ends.push(end),
        _ => record.fields.push(Field { name, place, value: Value::Object(vec![end]) }),
    }
}

/// The field of each column, and the required fields that have none.
fn columns(kind: Kind, sheet: &Sheet, report: &mut Report) -> (Vec<Option<&'static str>>, Vec<&'static str>) {
    let mut columns: Vec<Option<&'static str>> = Vec::with_capacity(sheet.headers.len());
    let mut meant: Vec<&str> = Vec::new();
    for (number, header) in sheet.headers.iter().enumerate() {
        let at = sheet.header_place(number);
        let field = kind.columns().iter().copied().find(|field| *field == header.as_str());
        let is_second = field.is_some() && columns.contains(&field);
        if is_second {
            let message = sentence!(ColumnTwice { column: shorten(header, 60) });
            report.add(DiagnosticCode::DuplicateField, at, header, message);
        // A column without header and without cells is a spreadsheet's margin.
        } else if field.is_none() && !sheet.is_margin(number) {
            let message = sentence!(FileHasNoColumn { file: file_of(kind), column: shorten(header, 60) });
            let nearest = nearest(header, kind.columns().iter().copied());
            meant.extend(nearest);
            report.add_with(DiagnosticCode::UnknownField, at, header, message, nearest.map(str::to_owned));
        }
        columns.push(field.filter(|_| !is_second));
    }
    let is_lost = |field: &&'static str| !columns.contains(&Some(*field));
    let lost: Vec<&'static str> = kind.required_fields().iter().copied().filter(is_lost).collect();
    for field in lost.iter().filter(|field| !meant.contains(field)) {
        let at = Place { column: 0, ..sheet.header_place(0) };
        let message = sentence!(FileHasNoColumn { file: file_of(kind), column: *field });
        report.add(DiagnosticCode::MissingField, at, field, message);
    }
    (columns, lost)
}
