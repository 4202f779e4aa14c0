//! Reading a directory, or a change of one: the forms of it, and what is done about findings.

use std::collections::HashSet;
use std::path::Path;
use std::sync::Arc;

use super::check::Checked;
#[cfg(feature = "csv")]
use super::read_csv;
use super::source::Source;
use super::{Content, DiagnosticCode, Directory, DirectoryError, check, read_json};
use crate::diagnostic::{Place, Report};
use crate::geography::Geography;
use crate::language::{Sentence, sentence};

/// How a directory is read.
#[derive(Clone, Debug)]
pub struct ReadOptions {
    /// Leaves out what is faulty instead of refusing the whole: one unknown commune in a list of
    /// five hundred does not take the antenne down. Nothing is guessed, and the findings stay
    /// available as [`Directory::diagnostics`].
    pub lenient: bool,
    /// The geography that zones refer to.
    pub geography: Arc<Geography>,
}

impl ReadOptions {
    /// Strict reading over a geography.
    pub fn with_geography(geography: Arc<Geography>) -> ReadOptions {
        ReadOptions { lenient: false, geography }
    }

    /// The same, leniently.
    #[must_use]
    pub fn lenient(self) -> ReadOptions {
        ReadOptions { lenient: true, ..self }
    }
}

#[cfg(feature = "cog")]
impl Default for ReadOptions {
    fn default() -> ReadOptions {
        ReadOptions::with_geography(Geography::embedded())
    }
}

impl Directory {
    /// Reads a folder of CSV files or a JSON document, over the embedded geography.
    ///
    /// # Errors
    /// When there is any error among the findings, or nothing can be read at `path`.
    #[cfg(feature = "cog")]
    pub fn open(path: impl AsRef<Path>) -> Result<Directory, DirectoryError> {
        Directory::open_with(path, &ReadOptions::default())
    }

    /// Reads a folder of CSV files or a JSON document.
    ///
    /// # Errors
    /// When there is any error among the findings and the reading is not lenient, or nothing can be
    /// read at `path`.
    pub fn open_with(path: impl AsRef<Path>, options: &ReadOptions) -> Result<Directory, DirectoryError> {
        let mut report = Report::default();
        let source = read(path.as_ref(), &mut report);
        Directory::finish(source, report, options)
    }

    /// Reads a JSON document, over the embedded geography.
    ///
    /// # Errors
    /// When there is any error among the findings.
    #[cfg(feature = "cog")]
    pub fn from_json(text: &str) -> Result<Directory, DirectoryError> {
        Directory::from_json_with(text, &ReadOptions::default())
    }

    /// Reads a JSON document.
    ///
    /// # Errors
    /// When there is any error among the findings and the reading is not lenient, or the text is no JSON.
    pub fn from_json_with(text: &str, options: &ReadOptions) -> Result<Directory, DirectoryError> {
        let mut report = Report::default();
        let file = report.add_file(None);
        let source = read_json::read(text, file, &mut report);
        Directory::finish(Some(source), report, options)
    }

    fn finish(
        source: Option<Source>,
        mut report: Report,
        options: &ReadOptions,
    ) -> Result<Directory, DirectoryError> {
        let Some(source) = source else { return Err(DirectoryError::new(report.into_diagnostics())) };
        let Checked { content, names, criterion_places } =
            check::check(&source, &options.geography, &mut report);
        let faulty = report.has_errors();
        let diagnostics = report.into_diagnostics();
        // A text that is no directory at all has nothing to be lenient with.
        if faulty && !(options.lenient && content != Content::default()) {
            return Err(DirectoryError::new(diagnostics));
        }
        let directory = Directory::sound(content, names, Arc::clone(&options.geography), diagnostics);
        Ok(Directory { criterion_places: Arc::new(criterion_places), ..directory })
    }

    /// The directory after a change, and what changed beside experts; `position` finds an expert by id.
    ///
    /// # Errors
    /// When the change has any error: with a directory every reference leads somewhere.
    pub(crate) fn change(
        &self,
        text: &str,
        position: impl Fn(&str) -> Option<usize>,
    ) -> Result<Change, DirectoryError> {
        let mut report = Report::default();
        let file = report.add_file(None);
        let (source, removed) = read_json::read_change(text, file, &mut report);
        let changed = check::change::check_change(&source, &removed, self, position, &mut report);
        let faulty = report.has_errors();
        let diagnostics = report.into_diagnostics();
        if faulty {
            return Err(DirectoryError::new(diagnostics));
        }
        let touches_institutions = changed.names.is_some();
        let directory = Directory {
            content: Arc::new(changed.content),
            names: changed.names.map_or_else(|| Arc::clone(&self.names), Arc::new),
            geography: Arc::clone(&self.geography),
            diagnostics: diagnostics.into(),
            lookups: Arc::default(),
            update: None,
            criterion_places: Arc::default(),
        };
        Ok(Change { directory, touches_institutions, antennes: changed.antennes })
    }
}

/// A changed directory.
pub(crate) struct Change {
    pub(crate) directory: Directory,
    pub(crate) touches_institutions: bool,
    /// The ids of the antennes that are given anew or removed.
    pub(crate) antennes: HashSet<String>,
}

/// Reads the records at `path`; nothing, and a finding, where there is neither a folder nor a file.
fn read(path: &Path, report: &mut Report) -> Option<Source> {
    let unreadable = |report: &mut Report, message: Sentence| {
        let file = report.add_file(None);
        let whole = Place { file, line: 0, column: 0 };
        report.add(DiagnosticCode::UnreadableFile, whole, &path.to_string_lossy(), message);
    };
    if path.is_dir() {
        #[cfg(feature = "csv")]
        return match read_csv::read(path, report) {
            Ok(source) => Some(source),
            Err(error) => {
                unreadable(
                    report,
                    sentence!(FolderNotListed {
                        path: path.display().to_string(),
                        reason: error.to_string()
                    }),
                );
                None
            }
        };
        #[cfg(not(feature = "csv"))]
        {
            unreadable(report, sentence!(FolderNotCompiledIn { path: path.display().to_string() }));
            return None;
        }
    }
    match crate::files::read(path) {
        Err(error) => {
            unreadable(
                report,
                sentence!(FileNotRead { path: path.display().to_string(), reason: error.to_string() }),
            );
            None
        }
        Ok(bytes) => {
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
            match String::from_utf8(bytes) {
                Ok(text) => {
                    let file = report.add_file(name.as_deref());
                    Some(read_json::read(&text, file, report))
                }
                Err(_) => {
                    unreadable(report, sentence!(FileNotUtf8 { path: path.display().to_string() }));
                    None
                }
            }
        }
    }
}
