//! Reading and checking directories: everything that is wrong, in one pass, with its place.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod directory {
    pub(crate) mod broken;
    pub(crate) mod criteria_chains;
    pub(crate) mod fair_share;
    pub(crate) mod hostile;
    pub(crate) mod lenient;
    mod members;
    pub(crate) mod round_trip;
}

use std::path::Path;

use aiguillage::{Diagnostic, Directory, DirectoryError, ReadOptions};
use tempfile::TempDir;

/// A folder of files.
fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        std::fs::write(folder.path().join(name), bytes).unwrap();
    }
    folder
}

fn check(files: &[(&str, &[u8])]) -> Vec<Diagnostic> {
    Directory::check(folder(files).path())
}

/// Everything found in a document.
fn check_json(text: &str) -> Vec<Diagnostic> {
    match Directory::from_json(text) {
        Ok(directory) => directory.diagnostics().to_vec(),
        Err(error) => error.into_diagnostics(),
    }
}

fn leniently(text: &str) -> Result<Directory, DirectoryError> {
    Directory::from_json_with(text, &ReadOptions::default().lenient())
}

fn open_leniently(path: impl AsRef<Path>) -> Result<Directory, DirectoryError> {
    Directory::open_with(path, &ReadOptions::default().lenient())
}

/// Findings as lines: place, code, offending text, and what was probably meant.
fn lines(found: &[Diagnostic]) -> Vec<String> {
    let number = |number: Option<u32>| number.map(|number| number.to_string()).unwrap_or_default();
    let line = |one: &Diagnostic| {
        let place =
            format!("{}:{}:{}", one.file.as_deref().unwrap_or(""), number(one.line), number(one.column));
        let nearest = one.nearest.as_deref().map(|nearest| format!(" → {nearest}")).unwrap_or_default();
        format!("{place} {} `{}`{nearest}", one.code, one.text)
    };
    found.iter().map(line).collect()
}

/// The codes found, each once, in the order of their text.
fn codes(found: &[Diagnostic]) -> Vec<&'static str> {
    let mut codes: Vec<_> = found.iter().map(|one| one.code.as_str()).collect();
    codes.sort_unstable();
    codes.dedup();
    codes
}
