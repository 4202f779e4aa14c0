//! The directory (*annuaire*): the taxonomy, the institutions, their antennes and experts, and
//! what each of them demands of companies.
//!
//! It is one value in three forms with the same fields: a folder of CSV files (feature `csv`), one
//! JSON document, a compiled snapshot. Reading checks everything in one pass and returns all that
//! is wrong as [`Diagnostic`]s; a [`Directory`] that exists is sound: every reference leads
//! somewhere, every zone and code is known, every former commune is replaced by the current one.
//!
//! ```
//! use aiguillage::Directory;
//!
//! let error = Directory::from_json(r#"{
//!     "themes": [{"id": "emploi", "label": "Emploi"}],
//!     "subjects": [{"id": "recruter", "theme": "emplois", "label": "Recruter"}]
//! }"#).unwrap_err();
//! let fault = &error.diagnostics()[0];
//! assert_eq!(fault.code.as_str(), "unknown_theme");
//! assert_eq!((fault.line, fault.column), (Some(3), Some(46)));
//! assert_eq!(fault.nearest.as_deref(), Some("emploi"));
//! ```

mod antenne;
pub(crate) mod check;
mod criterion;
mod error;
mod expert;
mod fault;
mod identified;
#[cfg(feature = "csv")]
mod import;
mod institution;
mod lookup;
mod names;
#[cfg(feature = "csv")]
mod read_csv;
mod read_json;
pub(crate) mod soundness;
mod source;
#[cfg(feature = "csv")]
mod write_csv;

use std::path::Path;
use std::sync::{Arc, OnceLock};

use serde::Serialize;

use crate::codes::NafCode;
use crate::geography::{Geography, Zone};
use crate::invariant::broken;
use crate::record::kinds::{Naf2025, NafRev2, OneZone, Reference};
use crate::record::record;
use crate::taxonomy::{Example, Subject, Theme};

pub use crate::diagnostic::{Diagnostic, DiagnosticCode, Severity};
pub use antenne::{Antenne, Level};
pub use criterion::{Criterion, RulesVersion, WhenUnknown};
pub use error::DirectoryError;
pub use expert::{Absence, Competence, Expert, ExpertRecord, Member};
pub(crate) use identified::{Identified, as_id};
#[cfg(feature = "csv")]
pub use import::Import;
pub use institution::{AnswerGroup, Institution, OPCO};
pub(crate) use names::InstitutionNames;

use crate::diagnostic::{Place, Report};
use source::Source;

/// A sound directory. Cloning it is cheap: clones share everything. See the [module](self).
#[derive(Clone, Debug)]
pub struct Directory {
    content: Arc<Content>,
    names: Arc<InstitutionNames>,
    geography: Arc<Geography>,
    diagnostics: Arc<[Diagnostic]>,
    lookups: Arc<OnceLock<lookup::Lookups>>,
}

/// What a directory holds, in the shape in which it is written. Lists that a change leaves as they are
/// are shared with the directory before it.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub(crate) struct Content {
    pub(crate) themes: Arc<Vec<Theme>>,
    pub(crate) subjects: Arc<Vec<Subject>>,
    pub(crate) institutions: Arc<Vec<Institution>>,
    pub(crate) antennes: Arc<Vec<Antenne>>,
    pub(crate) experts: Vec<Expert>,
    #[serde(skip_serializing_if = "is_empty")]
    pub(crate) opco_by_zone: Arc<Vec<OpcoByZone>>,
    pub(crate) rules: RulesVersion,
    #[serde(skip_serializing_if = "is_empty")]
    pub(crate) naf_correspondence: Arc<Vec<NafCorrespondence>>,
    #[serde(skip_serializing_if = "is_empty")]
    pub(crate) examples: Arc<Vec<Example>>,
}

fn is_empty<T>(list: &Arc<Vec<T>>) -> bool {
    list.is_empty()
}

record! {
    /// The facilities in a zone belong to an OPCO, whatever they say.
    #[french = "Les établissements d’une zone relèvent d’un OPCO, quoi qu’ils disent."]
    #[derive(Eq)]
    pub struct OpcoByZone {
        /// Where.
        #[french = "La zone."]
        1 zone: Zone = OneZone,
        /// The id of the OPCO.
        #[french = "Identifiant de l’OPCO."]
        2 institution: String = Reference,
    }
}

record! {
    /// A code of NAF rév. 2 and one of NAF 2025 to which its companies may move. INSEE publishes the
    /// table; a code can have several correspondents, on either side.
    #[french = "Un code de la NAF rév. 2 et un code de la NAF 2025 vers lequel ses entreprises peuvent aller."]
    #[derive(Copy, Eq)]
    pub struct NafCorrespondence {
        /// The code of NAF rév. 2.
        #[french = "Le code de la NAF rév. 2."]
        1 from: NafCode = NafRev2,
        /// The code of NAF 2025.
        #[french = "Le code de la NAF 2025."]
        2 to: NafCode = Naf2025,
    }
}

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

    /// Everything that is wrong with the directory at `path`, or worth a look; empty if nothing is.
    /// That nothing can be read there is a finding too.
    #[cfg(feature = "cog")]
    pub fn check(path: impl AsRef<Path>) -> Vec<Diagnostic> {
        match Directory::open(path) {
            Ok(directory) => directory.diagnostics.to_vec(),
            Err(error) => error.into_diagnostics(),
        }
    }

    fn finish(
        source: Option<Source>,
        mut report: Report,
        options: &ReadOptions,
    ) -> Result<Directory, DirectoryError> {
        let Some(source) = source else { return Err(DirectoryError::new(report.into_diagnostics())) };
        let (content, names) = check::check(&source, &options.geography, &mut report);
        let faulty = report.has_errors();
        let diagnostics = report.into_diagnostics();
        // A text that is no directory at all has nothing to be lenient with.
        if faulty && !(options.lenient && content != Content::default()) {
            return Err(DirectoryError::new(diagnostics));
        }
        Ok(Directory::sound(content, names, Arc::clone(&options.geography), diagnostics))
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
        };
        Ok(Change { directory, touches_institutions, antennes: changed.antennes })
    }

    /// A directory of content that was checked already.
    pub(crate) fn sound(
        content: Content,
        names: InstitutionNames,
        geography: Arc<Geography>,
        diagnostics: Vec<Diagnostic>,
    ) -> Directory {
        Directory {
            content: Arc::new(content),
            names: Arc::new(names),
            geography,
            diagnostics: diagnostics.into(),
            lookups: Arc::default(),
        }
    }

    /// The directory as one JSON document, which [`Directory::from_json`] reads back.
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(&*self.content).unwrap_or_else(|_| {
            broken("a directory holds texts, finite numbers and lists of them, which JSON can")
        })
    }

    /// Writes the directory as a folder of CSV files, which [`Directory::open`] reads back. Files
    /// of the folder that a directory does not have stay as they are.
    ///
    /// A new folder appears whole or not at all. In a folder that exists, all files are written beside it
    /// first and then replace the old ones, each whole, one after the other: only a process that is killed
    /// in that moment leaves files of both.
    ///
    /// # Errors
    /// When the folder or a file cannot be written.
    #[cfg(feature = "csv")]
    pub fn save_csv(&self, folder: impl AsRef<Path>) -> std::io::Result<()> {
        write_csv::write(&self.content, folder.as_ref())
    }

    /// What was found while it was read: warnings, and errors if it was read leniently.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// The geography that its zones refer to.
    pub fn geography(&self) -> &Arc<Geography> {
        &self.geography
    }

    /// The themes, as they were given.
    pub fn themes(&self) -> &[Theme] {
        &self.content.themes
    }

    /// The subjects, as they were given.
    pub fn subjects(&self) -> &[Subject] {
        &self.content.subjects
    }

    /// Messages of companies with their subjects, which sharpen [`Router::suggest_subjects`](crate::Router::suggest_subjects).
    pub fn examples(&self) -> &[Example] {
        &self.content.examples
    }

    /// The institutions, as they were given.
    pub fn institutions(&self) -> &[Institution] {
        &self.content.institutions
    }

    /// The antennes, as they were given.
    pub fn antennes(&self) -> &[Antenne] {
        &self.content.antennes
    }

    /// The experts, as they were given.
    pub fn experts(&self) -> &[Expert] {
        &self.content.experts
    }

    /// The OPCO that some zones impose.
    pub fn opco_by_zone(&self) -> &[OpcoByZone] {
        &self.content.opco_by_zone
    }

    /// The correspondence of the two nomenclatures of activities, where the directory brings one.
    pub fn naf_correspondence(&self) -> &[NafCorrespondence] {
        &self.content.naf_correspondence
    }

    /// The version of the rules under which it matches.
    pub fn rules(&self) -> RulesVersion {
        self.content.rules
    }

    /// The same directory under another version of the rules, to compare the two.
    #[must_use]
    pub fn with_rules(mut self, rules: RulesVersion) -> Directory {
        Arc::make_mut(&mut self.content).rules = rules;
        self
    }

    /// The ids of the institutions of which one expert is enough for a need: what
    /// [`move_referral`](crate::follow_up::move_referral) wants to know.
    pub fn single_takers(&self) -> Vec<String> {
        let flagged = self.institutions().iter().filter(|institution| institution.single_taker);
        flagged.map(|institution| institution.id.clone()).collect()
    }

    pub(crate) fn names(&self) -> &InstitutionNames {
        &self.names
    }
}

/// A changed directory.
pub(crate) struct Change {
    pub(crate) directory: Directory,
    pub(crate) touches_institutions: bool,
    /// The ids of the antennes that are given anew or removed.
    pub(crate) antennes: std::collections::HashSet<String>,
}

impl PartialEq for Directory {
    /// Whether the content is the same; not how it was written or what was found on the way.
    fn eq(&self, other: &Directory) -> bool {
        self.content == other.content && self.geography.year() == other.geography.year()
    }
}

/// Reads the records at `path`; nothing, and a finding, where there is neither a folder nor a file.
fn read(path: &Path, report: &mut Report) -> Option<Source> {
    let unreadable = |report: &mut Report, message: String| {
        let file = report.add_file(None);
        let whole = Place { file, line: 0, column: 0 };
        report.add(DiagnosticCode::UnreadableFile, whole, &path.to_string_lossy(), message);
    };
    if path.is_dir() {
        #[cfg(feature = "csv")]
        return match read_csv::read(path, report) {
            Ok(source) => Some(source),
            Err(error) => {
                unreadable(report, format!("`{}` cannot be listed: {error}", path.display()));
                None
            }
        };
        #[cfg(not(feature = "csv"))]
        {
            unreadable(report, format!("`{}` is a folder: reading CSV was not compiled in", path.display()));
            return None;
        }
    }
    match crate::files::read(path) {
        Err(error) => {
            unreadable(report, format!("`{}` cannot be read: {error}", path.display()));
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
                    unreadable(report, format!("`{}` is not JSON: it is not in UTF-8", path.display()));
                    None
                }
            }
        }
    }
}
