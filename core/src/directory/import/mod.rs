//! The spreadsheets that partners already fill for the national service, brought into a directory.
//!
//! Their headers are French and their people write them by hand: apostrophes, case, accents and
//! spaces of headers and names are forgiven, codes are not guessed.

mod antennes;
mod columns;
mod contradiction;
mod draft;
mod experts;
mod export;
mod known;
mod line;
mod rewrite;
mod roster;
mod update;
mod zones;

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::check::Checked;
use super::source::{Field, Kind, Record, Source, Value};
use super::{Content, Directory, DirectoryError, check, read_json};
use crate::diagnostic::{Diagnostic, DiagnosticCode, Place, Report, Severity};
use crate::geography::Geography;
use crate::language::sentence;
use crate::sheet::ChosenSheets;
use crate::text::{fold, shorten};
use draft::{Draft, Key};
use known::Known;
use line::Line;

/// An import under way: a directory with its taxonomy and institutions, which the antennes and experts
/// of sheets update. What it has already is recognised, and what the sheets say the same of stays the
/// same, so that a sheet that is read twice changes nothing.
///
/// ```
/// use aiguillage::Directory;
/// use aiguillage::directory::Import;
///
/// let base = Directory::from_json(r#"{
///     "themes": [{"id": "emploi", "label": "Emploi"}],
///     "subjects": [{"id": "recruter", "theme": "emploi", "label": "Recruter"}],
///     "institutions": [{"id": "cci", "name": "CCI Hauts-de-France"}]
/// }"#)?;
/// let mut import = Import::onto(&base);
/// import.antennes("antennes.csv", "Institution;Nom;Codes départements\nCCI Hauts de France;Amiens;80\n".as_bytes());
/// import.experts("experts.csv", "Institution;Antenne;Prénom et nom;Email;Recruter\n\
///     CCI Hauts-de-France;AMIENS;Conseiller recrutement;recrutement@cci.example;x\n".as_bytes());
/// let directory = import.finish()?;
/// assert_eq!(directory.experts()[0].competences[0].subject, "recruter");
/// assert_eq!(directory.update().unwrap().experts.added, ["recrutement-cci-example"]);
/// # Ok::<(), aiguillage::DirectoryError>(())
/// ```
#[derive(Debug)]
pub struct Import {
    before: Directory,
    /// What it began with, and the antennes that sheets brought.
    base: Content,
    geography: Arc<Geography>,
    source: Source,
    report: Report,
    is_lenient: bool,
    is_whole: bool,
    sheets: ChosenSheets,
    /// The names of the base and of what sheets brought so far.
    known: Known,
    drafts: Vec<Draft>,
    by_key: HashMap<Key, usize>,
    /// The antennes that the sheets of antennes name, by their position.
    sheet_antennes: HashSet<usize>,
    /// The institutions that the sheets of antennes name.
    named_institutions: HashSet<String>,
    /// The antennes that the sheets of experts name.
    named_antennes: HashSet<String>,
}

impl Import {
    /// Begins with a directory that has at least the institutions and subjects that the sheets name.
    pub fn onto(base: &Directory) -> Import {
        let mut report = Report::default();
        // The base goes through the same check once more, as the document that it is.
        let document = report.add_file(None);
        let source = read_json::read(&base.to_json(), document, &mut report);
        Import {
            before: base.clone(),
            known: Known::of(&base.content),
            base: Content::clone(&base.content),
            geography: Arc::clone(&base.geography),
            source,
            report,
            is_lenient: false,
            is_whole: false,
            sheets: ChosenSheets::default(),
            drafts: Vec::new(),
            by_key: HashMap::new(),
            sheet_antennes: HashSet::new(),
            named_institutions: HashSet::new(),
            named_antennes: HashSet::new(),
        }
    }

    /// Leaves out what is faulty instead of refusing the whole, as in [`ReadOptions::lenient`].
    ///
    /// [`ReadOptions::lenient`]: super::ReadOptions::lenient
    #[must_use]
    pub fn lenient(self) -> Import {
        Import { is_lenient: true, ..self }
    }

    /// Says that the sheets are whole: what stands in the directory, in the antennes that the sheets of
    /// experts name, and not in the sheets, is taken away; so are the antennes that the sheets of antennes
    /// leave out and that no expert is left in. Nothing is taken away where a sheet has an error, since
    /// the row at fault may name it.
    #[must_use]
    pub fn whole(self) -> Import {
        Import { is_whole: true, ..self }
    }

    /// Names the sheet to read of a workbook that holds several; once for each workbook where that cannot be
    /// told by their headers (`several_sheets`). A name that no workbook has is the error `unknown_sheet`.
    #[must_use]
    pub fn sheet(mut self, name: &str) -> Import {
        self.sheets.add(name);
        self
    }

    /// Ends the import: the directory with everything that the sheets say. Its diagnostics are those
    /// of the sheets, not of the directory it began with; [`Directory::update`] is what changed.
    ///
    /// # Errors
    /// When a sheet has an error and the import is not lenient.
    pub fn finish(mut self) -> Result<Directory, DirectoryError> {
        for name in self.sheets.missing() {
            let message = sentence!(NoWorkbookHasSheet { sheet: shorten(name, 60) });
            let nowhere = Place { file: 0, line: 0, column: 0 };
            self.report.add(DiagnosticCode::UnknownSheet, nowhere, name, message);
        }
        let touched = self.write_drafts();
        let Checked { content, names, .. } = check::check(&self.source, &self.geography, &mut self.report);
        let found = self.report.into_diagnostics();
        // The base has no file name; what is odd about it was known before.
        let is_new = |finding: &Diagnostic| finding.file.is_some() || finding.severity == Severity::Error;
        let diagnostics: Vec<Diagnostic> = found.into_iter().filter(is_new).collect();
        if !self.is_lenient && diagnostics.iter().any(|finding| finding.severity == Severity::Error) {
            return Err(DirectoryError::new(diagnostics));
        }
        let directory = Directory::sound(content, names, self.geography, diagnostics);
        let update = update::of(&self.before, &directory, touched);
        Ok(directory.with_update(update))
    }

    /// The id of the institution that a cell names.
    fn institution(&mut self, row: &Line<'_>) -> Option<String> {
        let (name, at) = self.required(row, "Institution")?;
        let found = self.known.institution(&name).and_then(|number| self.base.institutions.get(number));
        if let Some(found) = found {
            let is_alias = found.id != name && fold(&found.name) != fold(&name);
            if is_alias {
                let message =
                    sentence!(NamedByAlias { name: shorten(&found.name, 60), alias: shorten(&name, 60) });
                let meant = Some(found.name.clone());
                self.report.add_with(DiagnosticCode::InstitutionAlias, at, &name, message, meant);
            }
            return Some(found.id.clone());
        }
        let names = self.base.institutions.iter().map(|institution| institution.name.as_str());
        let nearest = self.report.nearest(&name, names).map(str::to_owned);
        let message = sentence!(ThereIsNo { what: sentence!(Institution), id: shorten(&name, 60) });
        self.report.add_with(DiagnosticCode::UnknownInstitution, at, &name, message, nearest);
        None
    }

    fn required(&mut self, row: &Line<'_>, header: &'static str) -> Option<(String, Place)> {
        let found = row.cell(header).map(|(cell, at)| (cell.to_owned(), at));
        if found.is_none() {
            let at = row.place(header);
            self.report.add(
                DiagnosticCode::MissingField,
                at,
                header,
                sentence!(MissingInRow { field: header }),
            );
        }
        found
    }

    fn record(
        &mut self,
        kind: Kind,
        parent: Option<(Kind, usize)>,
        at: Place,
        fields: Vec<(&'static str, Place, Value)>,
    ) -> usize {
        let fields = fields.into_iter().map(|(name, place, value)| Field { name, place, value }).collect();
        self.source.push(kind, Record { place: at, parent, fields })
    }
}

/// A word for an id: what is left of a name in lower case, joined by hyphens.
fn slug(text: &str) -> String {
    let slug = fold(text).replace(' ', "-");
    if slug.is_empty() { "sans-nom".to_owned() } else { slug }
}
