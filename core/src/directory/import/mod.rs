//! The spreadsheets that partners already fill for the national service, brought into a directory.
//!
//! Their headers are French and their people write them by hand: apostrophes, case, accents and
//! spaces of headers and names are forgiven, codes are not guessed.

mod antennes;
mod columns;
mod experts;
mod known;

use std::collections::HashSet;
use std::sync::Arc;

use super::source::{Field, Kind, Record, Source, Value};
use super::{Content, Directory, DirectoryError, check, read_json};
use crate::diagnostic::{Diagnostic, DiagnosticCode, Place, Report, Severity};
use crate::geography::{Geography, Zone};
use crate::sheet::Cells;
use crate::text::{fold, shorten};
use columns::Columns;
use known::Known;

/// An import under way: a directory with its taxonomy and institutions, to which sheets add
/// antennes and experts.
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
/// # Ok::<(), aiguillage::DirectoryError>(())
/// ```
#[derive(Debug)]
pub struct Import {
    base: Content,
    geography: Arc<Geography>,
    source: Source,
    report: Report,
    lenient: bool,
    /// The names of the base and of what sheets brought so far.
    known: Known,
}

impl Import {
    /// Begins with a directory that has at least the institutions and subjects that the sheets name.
    pub fn onto(base: &Directory) -> Import {
        let mut report = Report::default();
        // The base goes through the same check once more, as the document that it is.
        let document = report.add_file(None);
        let source = read_json::read(&base.to_json(), document, &mut report);
        Import {
            known: Known::of(&base.content),
            base: Content::clone(&base.content),
            geography: Arc::clone(&base.geography),
            source,
            report,
            lenient: false,
        }
    }

    /// Leaves out what is faulty instead of refusing the whole, as in [`ReadOptions::lenient`].
    ///
    /// [`ReadOptions::lenient`]: super::ReadOptions::lenient
    #[must_use]
    pub fn lenient(self) -> Import {
        Import { lenient: true, ..self }
    }

    /// Ends the import: the directory with everything that the sheets brought. Its diagnostics are
    /// those of the sheets, not of the directory it began with.
    ///
    /// # Errors
    /// When a sheet has an error and the import is not lenient.
    pub fn finish(mut self) -> Result<Directory, DirectoryError> {
        let (content, names) = check::check(&self.source, &self.geography, &mut self.report);
        let found = self.report.into_diagnostics();
        // The base has no file name; what is wrong with it was known before.
        let diagnostics: Vec<Diagnostic> =
            found.into_iter().filter(|finding| finding.file.is_some()).collect();
        if !self.lenient && diagnostics.iter().any(|finding| finding.severity == Severity::Error) {
            return Err(DirectoryError::new(diagnostics));
        }
        Ok(Directory::sound(content, names, self.geography, diagnostics))
    }

    /// The zones that cells of codes name, by their current codes, and whether all were sound.
    fn zones(&mut self, row: &Line<'_>, columns: &[(&'static str, &str)]) -> (Vec<(Place, Value)>, bool) {
        let mut zones: Vec<Zone> = Vec::new();
        let mut seen: HashSet<Zone> = HashSet::new();
        let mut sound = true;
        for (header, kind) in columns {
            let Some((cell, at)) = row.cell(header) else { continue };
            for code in cell
                .split(|c: char| c.is_whitespace() || c == ',' || c == ';')
                .filter(|code| !code.is_empty())
            {
                let written = format!("{kind}:{code}");
                let read = check::zone::read_as(&written, code, at, &self.geography, &mut self.report);
                sound &= !read.is_empty();
                zones.extend(read.into_iter().filter(|zone| seen.insert(*zone)));
            }
        }
        let place = Place { file: row.file, line: row.line, column: 0 };
        (zones.into_iter().map(|zone| (place, Value::Text(zone.to_string()))).collect(), sound)
    }

    /// The id of the institution that a cell names.
    fn institution(&mut self, row: &Line<'_>) -> Option<String> {
        let (name, at) = self.required(row, "Institution")?;
        let found = self.known.institution(&name).and_then(|number| self.base.institutions.get(number));
        if let Some(found) = found {
            return Some(found.id.clone());
        }
        let names = self.base.institutions.iter().map(|institution| institution.name.as_str());
        let nearest = self.report.nearest(&name, names).map(str::to_owned);
        let message = format!("there is no institution `{}`", shorten(&name, 60));
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
                format!("`{header}` is missing in this row"),
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

/// One row of a sheet, its cells by French header.
struct Line<'s> {
    file: u16,
    line: u32,
    cells: &'s Cells,
    columns: &'s Columns,
}

impl<'s> Line<'s> {
    /// The cell under a header, unless it is blank or there is no such column.
    fn cell(&self, header: &'static str) -> Option<(&'s str, Place)> {
        let number = self.columns.number(header)?;
        let cell = self.cells.get(number);
        (!cell.is_empty()).then(|| (cell, self.place(header)))
    }

    fn place(&self, header: &'static str) -> Place {
        let column =
            self.columns.number(header).map_or(0, |number| u32::try_from(number + 1).unwrap_or(u32::MAX));
        Place { file: self.file, line: self.line, column }
    }
}

/// A word for an id: what is left of a name in lower case, joined by hyphens.
fn slug(text: &str) -> String {
    let slug = fold(text).replace(' ', "-");
    if slug.is_empty() { "sans-nom".to_owned() } else { slug }
}
