//! A directory that a command writes: as a folder of CSV files, or as one JSON document.

use std::collections::BTreeSet;
use std::path::Path;

use aiguillage::Directory;

use crate::output::Output;
use crate::said::say;
use crate::{Failure, sources};

/// Whether the path names a JSON document.
pub(crate) fn is_json(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json"))
}

/// Writes a directory in place of the one that it came from.
fn write_back(directory: &Directory, target: &Path) -> Result<(), Failure> {
    if is_json(target) {
        return sources::write(target, |to| to.write_all(directory.to_json().as_bytes()));
    }
    directory
        .save_csv(target)
        .map_err(|error| Failure::Refused(say!(CannotBeWritten { path: target.display(), reason: error })))
}

/// Writes a directory where something else may stand: says that a folder held another directory, and which
/// of its files are gone.
pub(crate) fn write(directory: &Directory, target: &Path, output: &mut Output) -> Result<(), Failure> {
    let before = sheets_of(target);
    write_back(directory, target)?;
    let after = sheets_of(target);
    let gone: Vec<&str> = before.difference(&after).map(String::as_str).collect();
    let target = target.display();
    if before.contains("institutions.csv") {
        output.remark(&say!(Replaced), &say!(HeldAnother { path: target }));
    }
    if !gone.is_empty() {
        let told = say!(FilesGone { files: gone.join(", "), path: target });
        output.remark(&say!(TakenAway), &told);
    }
    Ok(())
}

/// Writes what was made of a directory, where anything says where: to another place, or in place of the
/// directory. Says where it was written.
pub(crate) fn write_where<'p>(
    directory: &Directory,
    base: &'p Path,
    other: Option<&'p Path>,
    in_place: bool,
    output: &mut Output,
) -> Result<Option<&'p Path>, Failure> {
    let target = match (other, in_place) {
        (Some(target), _) => target,
        (None, true) => base,
        (None, false) => return Ok(None),
    };
    let place = |path: &Path| std::fs::canonicalize(path).ok();
    if place(target) != place(base) {
        write(directory, target, output)?;
    } else if base.is_file() && !is_json(base) {
        let message = say!(NeitherFolderNorJson { path: base.display() });
        return Err(Failure::Refused(message));
    } else {
        write_back(directory, base)?;
    }
    Ok(Some(target))
}

/// The names of the CSV files of a folder; none where there is no such folder.
fn sheets_of(folder: &Path) -> BTreeSet<String> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
    names.filter(|name| name.ends_with(".csv")).collect()
}
