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
mod capacity;
pub(crate) mod check;
mod content;
mod criterion;
mod criterion_owner;
mod criterion_places;
mod difference;
mod error;
mod expert;
mod fault;
mod identified;
#[cfg(feature = "csv")]
mod import;
mod institution;
mod lookup;
mod merge;
mod naf_2025;
mod names;
mod read;
#[cfg(feature = "csv")]
mod read_csv;
mod read_json;
mod seed;
#[cfg(all(feature = "csv", feature = "schema"))]
mod sheet_reference;
pub(crate) mod soundness;
mod source;
pub(crate) mod substitutes;
mod tables;
mod territory;
#[cfg(feature = "csv")]
mod write_csv;

#[cfg(feature = "csv")]
use std::path::Path;
use std::sync::{Arc, OnceLock};

use crate::codes::Correspondents;
use crate::geography::Geography;
use crate::taxonomy::{Example, Subject, Theme};

pub use crate::diagnostic::{Diagnostic, DiagnosticCode, Severity};
pub use crate::validity::Validity;
pub use antenne::{Antenne, Level};
pub(crate) use capacity::greatest_that_counts;
pub(crate) use content::Content;
pub use criterion::{Alternative, Criterion, RulesVersion, WhenUnknown};
pub(crate) use criterion_owner::CriterionOwner;
pub(crate) use criterion_places::CriterionPlaces;
pub use difference::{
    DirectoryDifference, DirectoryUpdate, FieldChange, ListDifference, ListUpdate, RecordChange,
};
pub use error::DirectoryError;
pub use expert::{Absence, Competence, Expert, ExpertRecord, Member};
pub(crate) use identified::{Identified, as_id, as_id_if_any};
#[cfg(feature = "csv")]
pub use import::Import;
pub use institution::{AnswerGroup, Institution, OPCO};
pub use naf_2025::{NafSplit, RewrittenNaf};
pub(crate) use names::InstitutionNames;
pub(crate) use read::Change;
pub use read::ReadOptions;
pub(crate) use seed::Seed;
#[cfg(all(feature = "csv", feature = "schema"))]
pub use sheet_reference::{SheetColumn, SheetReference, sheet_references};
pub use tables::{NafCorrespondence, OpcoByZone};
pub use territory::Territory;

/// A sound directory. Cloning it is cheap: clones share everything. See the [module](self).
#[derive(Clone, Debug)]
pub struct Directory {
    content: Arc<Content>,
    names: Arc<InstitutionNames>,
    geography: Arc<Geography>,
    diagnostics: Arc<[Diagnostic]>,
    lookups: Arc<OnceLock<lookup::Lookups>>,
    update: Option<Arc<DirectoryUpdate>>,
    criterion_places: Arc<CriterionPlaces>,
}

impl Directory {
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
            update: None,
            criterion_places: Arc::default(),
        }
    }

    /// The same directory, with what the import that made it changed.
    #[cfg(feature = "csv")]
    pub(crate) fn with_update(self, update: DirectoryUpdate) -> Directory {
        Directory { update: Some(Arc::new(update)), ..self }
    }

    /// What the import of sheets changed that this directory came from: what was added, what changed
    /// field by field, what is the same and what the sheets no longer name; nothing where it came from
    /// no import.
    pub fn update(&self) -> Option<&DirectoryUpdate> {
        self.update.as_deref()
    }

    /// The directory as one JSON document, which [`Directory::from_json`] reads back.
    pub fn to_json(&self) -> String {
        self.content.to_json()
    }

    /// The names of the sheets that a folder may hold, without their endings.
    ///
    /// ```
    /// use aiguillage::Directory;
    ///
    /// assert!(Directory::sheet_names().any(|name| name == "experts"));
    /// ```
    #[cfg(feature = "csv")]
    pub fn sheet_names() -> impl Iterator<Item = &'static str> {
        source::Kind::ALL.into_iter().map(source::Kind::name)
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

    /// Where its criteria were read.
    pub(crate) fn criterion_places(&self) -> &CriterionPlaces {
        &self.criterion_places
    }

    /// The geography that its zones refer to.
    pub fn geography(&self) -> &Arc<Geography> {
        &self.geography
    }

    /// The territories: lists of zones that others name.
    pub fn territories(&self) -> &[Territory] {
        &self.content.territories
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

    /// The correspondence of the two nomenclatures of activities that decides where a need has a code of one
    /// and a criterion names the other: the directory's own table, else the one that is compiled in (feature
    /// `naf`).
    ///
    /// ```
    /// use aiguillage::Directory;
    ///
    /// assert!(!Directory::from_json(r#"{"themes": []}"#)?.has_naf_correspondence());
    /// let without = Directory::from_json(r#"{"themes": [], "naf_correspondence": []}"#)?;
    /// // A table without rows is one: no code has a correspondent.
    /// assert!(without.has_naf_correspondence() && without.naf_correspondence().is_empty());
    /// # Ok::<(), aiguillage::DirectoryError>(())
    /// ```
    pub fn naf_correspondence(&self) -> &[NafCorrespondence] {
        match self.own_naf_correspondence() {
            Some(rows) => rows,
            None => tables::embedded_correspondence(),
        }
    }

    /// Whether the directory has its own correspondence of the two nomenclatures, be it one without rows.
    pub fn has_naf_correspondence(&self) -> bool {
        self.content.naf_correspondence.is_some()
    }

    pub(crate) fn own_naf_correspondence(&self) -> Option<&[NafCorrespondence]> {
        self.content.naf_correspondence.as_ref().map(|rows| rows.as_slice())
    }

    /// The same table as a look-up.
    pub(crate) fn correspondents(&self) -> Arc<Correspondents> {
        self.content.correspondents()
    }

    /// The version of the rules under which it matches.
    pub fn rules(&self) -> RulesVersion {
        self.content.rules
    }

    /// Whether the directory carries a seed: a secret of its keeper that enters the draw by which equals
    /// share needs.
    pub fn is_seeded(&self) -> bool {
        self.content.seed.is_some()
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

    pub(crate) fn seed(&self) -> Option<&Seed> {
        self.content.seed.as_ref()
    }

    pub(crate) fn names(&self) -> &InstitutionNames {
        &self.names
    }
}

impl PartialEq for Directory {
    /// Whether the content is the same; not how it was written or what was found on the way.
    fn eq(&self, other: &Directory) -> bool {
        self.content == other.content && self.geography.year() == other.geography.year()
    }
}
