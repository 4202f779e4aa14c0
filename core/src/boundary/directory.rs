//! A directory: read, checked, looked at.

#[cfg(feature = "cog")]
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{BoundaryError, Family, NoRequest};
use crate::Directory;
use crate::diagnostic::{DiagnosticCode, Severity};
#[cfg(feature = "csv")]
use crate::directory::Import;
use crate::directory::{
    Antenne, Diagnostic, DirectoryDifference, DirectoryUpdate, Expert, Identified, Institution, RulesVersion,
    Territory,
};
use crate::language::{Fault, Language, UnknownWord, sentence};
use crate::taxonomy::{Example, Subject, Theme};
use crate::text::{nearest, shorten};
#[cfg(feature = "cog")]
use crate::{Geography, directory::ReadOptions};

/// Where a directory is: a folder of CSV files or a JSON document.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PathRequest {
    /// The path.
    pub path: String,
}

/// Which record of a list is asked for: by its id, or by its position in the list.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RecordRequest {
    /// The id.
    #[serde(default)]
    pub id: Option<String>,
    /// The position, from 0: what packed matches name records by.
    #[serde(default)]
    pub position: Option<u32>,
}

/// Which part of a list is asked for; all of it where nothing is said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct ListRequest {
    /// From which position on.
    pub from: usize,
    /// At most so many.
    pub limit: Option<usize>,
}

/// The lists of a directory whose records are known by an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum RecordList {
    /// The territories.
    Territories,
    /// The themes.
    Themes,
    /// The subjects.
    Subjects,
    /// The institutions.
    Institutions,
    /// The antennes.
    Antennes,
    /// The experts.
    Experts,
}

/// A list whose ids are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct IdsRequest {
    /// The list.
    pub list: RecordList,
}

/// What a directory holds, in numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct DirectorySummary {
    /// The version of the rules under which it matches.
    pub rules: RulesVersion,
    /// Whether it carries a seed, a secret of its keeper that enters the draw by which equals share needs.
    pub seeded: bool,
    /// The year of the geography that its zones refer to.
    pub year: u16,
    /// How many themes it has.
    pub themes: usize,
    /// How many subjects.
    pub subjects: usize,
    /// How many institutions.
    pub institutions: usize,
    /// How many antennes.
    pub antennes: usize,
    /// How many experts.
    pub experts: usize,
}

/// What a partner's sheet lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SheetKind {
    /// Antennes.
    Antennes,
    /// Experts.
    Experts,
}

/// A partner's sheet: it crosses as it is, without JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sheet<'s> {
    /// What it lists.
    pub kind: SheetKind,
    /// What diagnostics call it.
    pub name: &'s str,
    /// The file.
    pub bytes: &'s [u8],
}

/// How a directory is read: over which geography (the embedded one if none is given), and whether what
/// is faulty is left out instead of being refused.
#[cfg(feature = "cog")]
pub fn read_options(lenient: bool, geography: Option<Arc<Geography>>) -> ReadOptions {
    let options = match geography {
        Some(geography) => ReadOptions::with_geography(geography),
        None => ReadOptions::default(),
    };
    if lenient { options.lenient() } else { options }
}

/// How sheets are imported.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportOptions {
    /// Whether what is faulty is left out instead of the whole being refused.
    pub lenient: bool,
    /// Whether the sheets are whole: what they no longer name is taken away.
    pub whole: bool,
    /// The sheets to read of workbooks that hold several, by name.
    pub sheets: Vec<String>,
}

/// The directory as partners' sheets of antennes and experts update it; [`update`] tells what changed.
///
/// # Errors
/// With every finding, when a sheet has an error and the import is not lenient.
#[cfg(feature = "csv")]
pub fn import_sheets(
    directory: &Directory,
    sheets: &[Sheet<'_>],
    options: ImportOptions,
) -> Result<Directory, BoundaryError> {
    let mut import = Import::onto(directory);
    if options.lenient {
        import = import.lenient();
    }
    if options.whole {
        import = import.whole();
    }
    for name in &options.sheets {
        import = import.sheet(name);
    }
    for sheet in sheets {
        match sheet.kind {
            SheetKind::Antennes => import.antennes(sheet.name, sheet.bytes),
            SheetKind::Experts => import.experts(sheet.name, sheet.bytes),
        };
    }
    Ok(import.finish()?)
}

/// A build without sheets says so.
///
/// # Errors
/// `unsupported`, always.
#[cfg(not(feature = "csv"))]
pub fn import_sheets(_: &Directory, _: &[Sheet<'_>], _: ImportOptions) -> Result<Directory, BoundaryError> {
    Err(BoundaryError::new(Family::Directory, "unsupported", sentence!(SheetsNotCompiledIn)))
}

/// Which sheet is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ExportRequest {
    /// What it lists.
    pub sheet: SheetKind,
}

/// The antennes or experts as the sheet that partners fill: a file of CSV.
///
/// # Errors
/// None.
#[cfg(feature = "csv")]
pub fn export(directory: &Directory, request: ExportRequest) -> Result<String, BoundaryError> {
    Ok(match request.sheet {
        SheetKind::Antennes => directory.export_antennes(),
        SheetKind::Experts => directory.export_experts(),
    })
}

/// What the import changed that the directory came from; nothing where it came from none.
///
/// # Errors
/// None.
pub fn update(directory: &Directory, _: NoRequest) -> Result<Option<&DirectoryUpdate>, BoundaryError> {
    Ok(directory.update())
}

/// What differs between two directories.
///
/// # Errors
/// None.
pub fn diff(
    (earlier, later): (&Directory, &Directory),
    _: NoRequest,
) -> Result<DirectoryDifference, BoundaryError> {
    Ok(earlier.diff(later))
}

/// The directory under another version of the rules.
///
/// # Errors
/// `invalid_value` for a version that there is not.
pub fn with_rules(directory: &Directory, rules: &str) -> Result<Directory, BoundaryError> {
    let rules: RulesVersion = rules.parse().map_err(|error: UnknownWord| {
        BoundaryError::of_fault(Family::Need, "invalid_value", error.fault()).at(Some("rules"))
    })?;
    Ok(directory.clone().with_rules(rules))
}

/// Everything that is wrong with the directory at a path, or worth a look.
///
/// # Errors
/// None: a file that cannot be read is a finding.
#[cfg(feature = "cog")]
pub fn check((): (), request: PathRequest) -> Result<Vec<Diagnostic>, BoundaryError> {
    Ok(Directory::check(request.path))
}

/// What was found while the directory was read.
///
/// # Errors
/// None.
pub fn diagnostics(directory: &Directory, _: NoRequest) -> Result<&[Diagnostic], BoundaryError> {
    Ok(directory.diagnostics())
}

/// What the directory holds, in numbers.
///
/// # Errors
/// None.
pub fn summary(directory: &Directory, _: NoRequest) -> Result<DirectorySummary, BoundaryError> {
    Ok(DirectorySummary {
        rules: directory.rules(),
        seeded: directory.is_seeded(),
        year: directory.geography().year(),
        themes: directory.themes().len(),
        subjects: directory.subjects().len(),
        institutions: directory.institutions().len(),
        antennes: directory.antennes().len(),
        experts: directory.experts().len(),
    })
}

/// The ids of a list, in the order of its positions.
///
/// # Errors
/// None.
pub fn ids(directory: &Directory, request: IdsRequest) -> Result<Vec<&str>, BoundaryError> {
    fn of<T: Identified>(list: &[T]) -> Vec<&str> {
        list.iter().map(Identified::id).collect()
    }
    Ok(match request.list {
        RecordList::Territories => of(directory.territories()),
        RecordList::Themes => of(directory.themes()),
        RecordList::Subjects => of(directory.subjects()),
        RecordList::Institutions => of(directory.institutions()),
        RecordList::Antennes => of(directory.antennes()),
        RecordList::Experts => of(directory.experts()),
    })
}

macro_rules! lists {
    ($($record:ident $one:ident $all:ident, $one_doc:literal, $all_doc:literal;)*) => {
        $(
            #[doc = $one_doc]
            ///
            /// # Errors
            /// `missing_field` for a request without id and position.
            pub fn $one(directory: &Directory, request: RecordRequest) -> Result<Option<&$record>, BoundaryError> {
                match (&request.id, request.position) {
                    (Some(id), _) => Ok(directory.$one(id)),
                    (None, Some(position)) => Ok(directory.$all().get(position as usize)),
                    (None, None) => Err(BoundaryError::of_field(
                        Family::Request,
                        "missing_field",
                        "id",
                        sentence!(IdOrPositionMissing),
                    )),
                }
            }

            #[doc = $all_doc]
            ///
            /// # Errors
            /// None.
            pub fn $all(directory: &Directory, request: ListRequest) -> Result<&[$record], BoundaryError> {
                Ok(part(directory.$all(), request))
            }
        )*
    };
}

lists! {
    Territory territory territories, "The territory of an id or position.", "The territories.";
    Theme theme themes, "The theme of an id or position.", "The themes.";
    Subject subject subjects, "The subject of an id or position.", "The subjects, with their questions.";
    Institution institution institutions, "The institution of an id or position.", "The institutions.";
    Antenne antenne antennes, "The antenne of an id or position.", "The antennes.";
    Expert expert experts, "The expert of an id or position.", "The experts.";
}

/// The messages of which the subject is known; they sharpen suggestions.
///
/// # Errors
/// None.
pub fn examples(directory: &Directory, request: ListRequest) -> Result<&[Example], BoundaryError> {
    Ok(part(directory.examples(), request))
}

fn part<T>(list: &[T], request: ListRequest) -> &[T] {
    let rest = list.get(request.from..).unwrap_or_default();
    match request.limit {
        Some(limit) => rest.get(..limit).unwrap_or(rest),
        None => rest,
    }
}
/// The code of a finding that is asked about.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DiagnosticCodeRequest {
    /// The code, such as `unknown_subject`.
    pub code: String,
    /// The language of the texts.
    #[serde(default)]
    pub language: Language,
}

/// What the code of a finding means, and what to do about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct DiagnosticCodeTexts {
    /// How grave such findings are.
    pub severity: Severity,
    /// What it means, in one sentence.
    pub meaning: &'static str,
    /// What to do about it.
    pub remedy: &'static str,
}

/// What the code of a finding means, and what to do about it, in a language.
///
/// # Errors
/// `invalid_value` for a code that findings do not have.
pub fn diagnostic_code((): (), request: DiagnosticCodeRequest) -> Result<DiagnosticCodeTexts, BoundaryError> {
    let DiagnosticCodeRequest { code, language } = request;
    let Some(known) = DiagnosticCode::ALL.iter().find(|known| known.as_str() == code) else {
        let message = sentence!(NoSuchFindingCode { code: shorten(&code, 60) });
        let nearest = nearest(&code, DiagnosticCode::ALL.iter().map(|known| known.as_str()));
        let hint = nearest.map(|nearest| sentence!(DidYouMean { nearest }));
        let fault = Fault { message, hint };
        return Err(BoundaryError::of_fault(Family::Directory, "invalid_value", fault).at(Some("code")));
    };
    Ok(DiagnosticCodeTexts {
        severity: known.severity(),
        meaning: known.meaning_in(language),
        remedy: known.remedy_in(language),
    })
}
