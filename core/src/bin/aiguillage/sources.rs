//! Opening what commands work on.

use std::path::Path;

use aiguillage::need::NeedRow;
use aiguillage::{Need, NeedError, ReadOptions, Router};

use crate::output::Output;
use crate::{Failure, findings};

/// Opens a folder of CSV files, a JSON document or a snapshot; prints what is wrong with it.
pub(crate) fn router(path: &Path, lenient: bool, output: &mut Output) -> Result<Router, Failure> {
    if path.is_file() {
        match Router::load(path) {
            Ok(router) => return Ok(router),
            Err(error) if error.code() == "not_a_snapshot" => {}
            Err(error) => return Err(Failure::Refused(format!("`{}`: {error}", path.display()))),
        }
    }
    let options = if lenient { ReadOptions::default().lenient() } else { ReadOptions::default() };
    match Router::open_with(path, &options) {
        Ok(router) => Ok(router),
        Err(error) if error.code() == "unreadable_file" => {
            Err(Failure::Refused(error.diagnostics()[0].message.clone()))
        }
        Err(error) => {
            findings::print(error.diagnostics(), Some(path), output)?;
            Err(Failure::Found)
        }
    }
}

/// A need of a file, or why it is none, and its line.
pub(crate) type NumberedNeed = (u32, Result<Need, NeedError>);

/// The needs of a CSV file, or of a file of JSON lines (`.jsonl`).
pub(crate) fn needs(path: &Path, output: &mut Output) -> Result<Vec<NumberedNeed>, Failure> {
    let bytes = std::fs::read(path)
        .map_err(|error| Failure::Refused(format!("`{}` cannot be read: {error}", path.display())))?;
    let is_json = path.extension().is_some_and(|extension| extension == "jsonl" || extension == "ndjson");
    if is_json {
        let text = String::from_utf8(bytes)
            .map_err(|_| Failure::Refused(format!("`{}` is not in UTF-8", path.display())))?;
        let lines = (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty());
        return Ok(lines.map(|(number, line)| (number, Need::from_json(line))).collect());
    }
    let file = Need::read_csv(&path.display().to_string(), &bytes)
        .map_err(|error| Failure::Refused(format!("`{}`: {error} [{}]", path.display(), error.code())))?;
    findings::print(&file.diagnostics, path.parent(), output)?;
    if file.rows.is_empty() && !file.diagnostics.is_empty() {
        return Err(Failure::Found);
    }
    Ok(file.rows.into_iter().map(|NeedRow { line, need, .. }| (line, need)).collect())
}
