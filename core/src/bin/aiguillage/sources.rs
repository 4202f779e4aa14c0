//! Opening what commands work on.

use std::io;
use std::path::{Path, PathBuf};

use aiguillage::need::NeedRow;
use aiguillage::{Directory, DirectoryError, Need, NeedError, ReadOptions, Router, Severity};

use crate::output::Output;
use crate::said::say;
use crate::spoken::language;
use crate::{Failure, files, findings};

/// Opens a folder of CSV files, a JSON document or a snapshot; says what is wrong with it.
pub(crate) fn router(path: &Path, lenient: bool, output: &mut Output) -> Result<Router, Failure> {
    if path.is_file() {
        match Router::load(path) {
            Ok(router) => return Ok(router),
            Err(error) if error.code() == "not_a_snapshot" => {}
            Err(error) => {
                return Err(Failure::Refused(say!(OfFile {
                    path: path.display(),
                    message: error.message_in(language())
                })));
            }
        }
    }
    let options = if lenient { ReadOptions::default().lenient() } else { ReadOptions::default() };
    let router = Router::open_with(path, &options).map_err(|error| refused(&error, path, output))?;
    left_out(router.directory(), path, output);
    Ok(router)
}

/// Why a directory was not opened.
pub(crate) fn refused(error: &DirectoryError, path: &Path, output: &mut Output) -> Failure {
    match error.diagnostics() {
        [only, ..] if error.code() == "unreadable_file" => Failure::Refused(only.message_in(language())),
        found => {
            findings::complain(found, Some(path), output);
            output.remark(
                &say!(NotDone),
                &say!(OfFile { path: path.display(), message: findings::count(found) }),
            );
            Failure::Found
        }
    }
}

/// Says what a lenient reading left out: whoever works with the rest must know it is one.
fn left_out(directory: &Directory, path: &Path, output: &mut Output) {
    let errors: Vec<_> =
        directory.diagnostics().iter().filter(|finding| finding.severity == Severity::Error).collect();
    if errors.is_empty() {
        return;
    }
    let count = errors.len();
    findings::complain(errors, Some(path), output);
    let path = path.display();
    let told = match count {
        1 => say!(OneErrorLeftOut { path }),
        count => say!(ErrorsLeftOut { path, count }),
    };
    output.remark(&say!(LeftOut), &told);
    output.is_faulty = true;
}

/// A need of a file, or why it is none, and its line.
pub(crate) type NumberedNeed = (u32, Result<Need, NeedError>);

/// The needs of a file.
pub(crate) struct Needs {
    pub(crate) rows: Vec<NumberedNeed>,
    /// How many rows could not be cut into cells, which was said.
    pub(crate) lost: usize,
}

/// The needs of a CSV file, or of a file of JSON lines (`.jsonl`).
pub(crate) fn needs(path: &Path, output: &mut Output) -> Result<Needs, Failure> {
    let bytes = read(path)?;
    if is_json_lines(path) {
        let text =
            String::from_utf8(bytes).map_err(|_| Failure::Refused(say!(NotUtf8 { path: path.display() })))?;
        let lines = (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty());
        let rows = lines.map(|(number, line)| (number, Need::from_json(line))).collect();
        return Ok(Needs { rows, lost: 0 });
    }
    let file = Need::read_csv(&path.display().to_string(), &bytes)
        .map_err(|error| Failure::Refused(format!("`{}`: {error} [{}]", path.display(), error.code())))?;
    // Findings name the file as it was given, from where we are.
    findings::complain(&file.diagnostics, Some(Path::new(".")), output);
    let lost = file.diagnostics.iter().filter(|one| one.severity == Severity::Error).count();
    output.is_faulty |= lost > 0;
    if file.rows.is_empty() && lost > 0 {
        return Err(Failure::Found);
    }
    Ok(Needs { rows: file.rows.into_iter().map(|NeedRow { line, need, .. }| (line, need)).collect(), lost })
}

/// Whether a file holds a JSON value on each line.
pub(crate) fn is_json_lines(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "jsonl" || extension == "ndjson")
}

/// The bytes of a file.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    files::read(path)
        .map_err(|error| Failure::Refused(say!(CannotBeRead { path: path.display(), reason: error })))
}

/// Writes a file whole or not at all.
pub(crate) fn write(
    path: &Path,
    write: impl FnOnce(&mut dyn io::Write) -> io::Result<()>,
) -> Result<(), Failure> {
    files::replace(path, write)
        .map_err(|error| Failure::Refused(say!(CannotBeWritten { path: path.display(), reason: error })))
}

/// Refuses to write what was read: a result that takes the place of an input leaves neither.
pub(crate) fn refuse_inputs<'p>(
    result: &Path,
    inputs: impl IntoIterator<Item = &'p PathBuf>,
) -> Result<(), Failure> {
    let Ok(written) = std::fs::canonicalize(result) else { return Ok(()) };
    for input in inputs {
        let Ok(read) = std::fs::canonicalize(input) else { continue };
        // Of a directory's folder every sheet is read, but for what stands beside its own.
        let in_folder = read.is_dir()
            && written.parent() == Some(&read)
            && is_table(&written)
            && written.file_stem().is_none_or(|stem| stem != "matches");
        // A folder is written with the names that a directory's sheets have.
        let holds_it = written.is_dir() && read.parent() == Some(&written) && is_sheet_of_directory(&read);
        if written == read || in_folder || holds_it || is_same_file(&written, &read) {
            let message = say!(IsReadFrom { path: result.display() });
            return Err(Failure::Refused(message));
        }
    }
    Ok(())
}

/// Whether a file is a table by its name.
fn is_table(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    ["csv", "tsv", "txt", "xlsx", "xls", "ods"].iter().any(|table| ending.eq_ignore_ascii_case(table))
}

/// Whether a file has the name of a directory's sheet.
fn is_sheet_of_directory(path: &Path) -> bool {
    let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    is_table(path) && Directory::sheet_names().any(|name| stem.eq_ignore_ascii_case(name))
}

/// Whether two names lead to one file.
#[cfg(unix)]
fn is_same_file(one: &Path, other: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    match (std::fs::metadata(one), std::fs::metadata(other)) {
        (Ok(one), Ok(other)) => one.is_file() && one.dev() == other.dev() && one.ino() == other.ino(),
        _ => false,
    }
}

#[cfg(not(unix))]
fn is_same_file(_: &Path, _: &Path) -> bool {
    false
}
