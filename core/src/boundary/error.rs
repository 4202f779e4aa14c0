//! The one shape in which every error of the library crosses a boundary.

use std::fmt;
use std::io;

use serde::Serialize;

use crate::codes::CodeError;
use crate::company::CompanyError;
use crate::diagnostic::{Diagnostic, DiagnosticCode, Severity};
use crate::directory::DirectoryError;
use crate::follow_up::ReferralError;
use crate::geography::{GeographyError, ZoneError};
use crate::language::{Fault, Language, Sentence, UnknownWord, sentence};
use crate::need::NeedError;
use crate::snapshot::SnapshotError;

/// What an error is about. Languages with classes of errors have one for each family.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Family {
    /// A need, or a request about one.
    Need,
    /// A directory that was refused, or that cannot be written.
    Directory,
    /// A geography that cannot be read, or a zone that is written wrongly.
    Geography,
    /// An answer of a register that gives no company, or a code that its nomenclature does not have.
    Company,
    /// A referral, an event, a message, or a request for figures.
    Referral,
    /// Bytes that are no snapshot that can be loaded.
    Snapshot,
    /// A call that the library does not have, or that lacks what it is called on: a fault of a
    /// binding, never of its users.
    Request,
}

impl Family {
    /// Every family.
    pub const ALL: &'static [Family] = &[
        Family::Need,
        Family::Directory,
        Family::Geography,
        Family::Company,
        Family::Referral,
        Family::Snapshot,
        Family::Request,
    ];

    /// The codes of its errors, besides those of requests that cannot be read.
    ///
    /// ```
    /// use aiguillage::boundary::Family;
    ///
    /// assert!(Family::Need.codes().contains(&"unknown_commune"));
    /// ```
    pub fn codes(self) -> Vec<&'static str> {
        match self {
            Family::Need => NeedError::CODES.to_vec(),
            Family::Directory => {
                let findings = DiagnosticCode::ALL.iter().map(|code| code.as_str());
                findings.chain(["unwritable_file"]).collect()
            }
            Family::Geography => vec![
                "unreadable_file",
                "not_a_geography",
                "other_format",
                "truncated",
                "checksum",
                "malformed",
                "invalid_zone",
            ],
            Family::Company => vec![
                "unknown_shape",
                "register_error",
                "no_company",
                "several_companies",
                "unknown_code",
                "missing_field",
                "unknown_field",
                "invalid_value",
            ],
            Family::Referral => ReferralError::CODES.to_vec(),
            Family::Snapshot => vec![
                "unreadable_file",
                "unwritable_file",
                "unwritable",
                "not_a_snapshot",
                "newer_format",
                "older_format",
                "other_year",
                "truncated",
                "checksum",
                "malformed",
            ],
            Family::Request => {
                vec!["unknown_function", "missing_target", "missing_field", "unknown_field", "invalid_value"]
            }
        }
    }
}

/// Where an error stands in what was given.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ErrorPlace {
    /// The file, relative to the folder that was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// The line, the first being 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
    /// In a sheet the number of the cell; in JSON the number of the character.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<u32>,
    /// The position of the item among those that were given, from 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub row: Option<usize>,
}

/// What every error is once it crosses a boundary: what, where, and what was probably meant.
///
/// Every error type of the library becomes one by [`From`], with its stable code.
///
/// ```
/// use aiguillage::Need;
/// use aiguillage::boundary::{BoundaryError, Family};
///
/// let error = BoundaryError::from(Need::from_json(r#"{"communes": "80021"}"#).unwrap_err());
/// assert_eq!((error.family, error.code), (Family::Need, "unknown_field"));
/// assert_eq!(
///     serde_json::to_string(&error)?,
///     r#"{"family":"need","code":"unknown_field","message":"a need has no field `communes`","field":"communes","hint":"did you mean `commune`?","message_fr":"un besoin n’a pas de champ « communes »","hint_fr":"vouliez-vous dire « commune » ?"}"#
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct BoundaryError {
    /// What it is about.
    pub family: Family,
    /// The stable code, such as `unknown_commune`: what programs look at.
    pub code: &'static str,
    fault: Box<Fault>,
    /// The field at fault, with its place where it is nested: `referrals[3].state`.
    pub field: Option<Box<str>>,
    /// Where it stands, if it stands in a file or among several.
    pub place: Option<Box<ErrorPlace>>,
    /// Everything that is wrong with a directory; empty for other errors.
    pub related: Vec<Diagnostic>,
}

/// What every error is once it crosses a boundary: what, where, and what was probably meant.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "BoundaryError"))]
struct Written<'e> {
    /// What it is about.
    family: Family,
    /// The stable code, such as `unknown_commune`: what programs look at.
    code: &'static str,
    /// What is wrong, without the hint.
    message: String,
    /// The field at fault, with its place where it is nested: `referrals[3].state`.
    #[serde(skip_serializing_if = "Option::is_none")]
    field: Option<&'e str>,
    /// What was probably meant, or how to write it.
    #[serde(skip_serializing_if = "Option::is_none")]
    hint: Option<String>,
    /// Where it stands, if it stands in a file or among several.
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<&'e ErrorPlace>,
    /// Everything that is wrong with a directory; empty for other errors.
    #[serde(skip_serializing_if = "<[Diagnostic]>::is_empty")]
    related: &'e [Diagnostic],
    /// What is wrong, in French.
    message_fr: String,
    /// What was probably meant, or how to write it, in French.
    #[serde(skip_serializing_if = "Option::is_none")]
    hint_fr: Option<String>,
}

impl Serialize for BoundaryError {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let written = Written {
            family: self.family,
            code: self.code,
            message: self.message_in(Language::English),
            field: self.field.as_deref(),
            hint: self.hint_in(Language::English),
            place: self.place.as_deref(),
            related: &self.related,
            message_fr: self.message_in(Language::French),
            hint_fr: self.hint_in(Language::French),
        };
        written.serialize(serializer)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for BoundaryError {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        Written::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Written::json_schema(generator)
    }
}

impl BoundaryError {
    #[cold]
    pub(super) fn new(family: Family, code: &'static str, message: impl Into<Sentence>) -> BoundaryError {
        BoundaryError::of_fault(family, code, Fault::new(message, None))
    }

    #[cold]
    pub(super) fn of_fault(family: Family, code: &'static str, fault: Fault) -> BoundaryError {
        BoundaryError { family, code, fault: Box::new(fault), field: None, place: None, related: Vec::new() }
    }

    /// A request that cannot be read as what the call takes.
    #[cold]
    pub(super) fn of_request(family: Family, error: &ReferralError) -> BoundaryError {
        BoundaryError { family, ..BoundaryError::from(error) }
    }

    /// A file that could not be written: `unwritable_file`.
    #[cold]
    pub fn unwritable_file(family: Family, error: &io::Error) -> BoundaryError {
        BoundaryError::new(family, "unwritable_file", sentence!(FileNotWritten { reason: error.to_string() }))
    }

    /// A value that a binding cannot hand on: `invalid_value`.
    #[cold]
    pub fn invalid_value(family: Family, field: &str, message: impl Into<String>) -> BoundaryError {
        BoundaryError::of_field(family, "invalid_value", field, message.into())
    }

    /// The same, of the item at a position among those that were given.
    #[must_use]
    pub fn in_row(mut self, row: usize) -> BoundaryError {
        self.place.get_or_insert_default().row = Some(row);
        self
    }

    /// An error of a field.
    pub(super) fn of_field(
        family: Family,
        code: &'static str,
        field: &str,
        message: impl Into<Sentence>,
    ) -> BoundaryError {
        BoundaryError { field: Some(field.into()), ..BoundaryError::new(family, code, message) }
    }

    /// The same with the field at fault, where there is one.
    #[must_use]
    pub(super) fn at(self, field: Option<&str>) -> BoundaryError {
        BoundaryError { field: field.map(Box::from), ..self }
    }

    /// What is wrong, without the hint, in English.
    pub fn message(&self) -> String {
        self.message_in(Language::English)
    }

    /// The same in a language.
    pub fn message_in(&self, language: Language) -> String {
        self.fault.message_in(language)
    }

    /// What was probably meant, or how to write it, in English.
    pub fn hint(&self) -> Option<String> {
        self.hint_in(Language::English)
    }

    /// The same in a language.
    pub fn hint_in(&self, language: Language) -> Option<String> {
        self.fault.hint_in(language)
    }
}

impl fmt::Display for BoundaryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.fault.fmt(f)
    }
}

impl std::error::Error for BoundaryError {}

impl From<&NeedError> for BoundaryError {
    fn from(error: &NeedError) -> BoundaryError {
        BoundaryError::of_fault(Family::Need, error.code(), error.fault().clone()).at(error.field())
    }
}

impl From<&ReferralError> for BoundaryError {
    fn from(error: &ReferralError) -> BoundaryError {
        BoundaryError::of_fault(Family::Referral, error.code(), error.fault().clone()).at(error.field())
    }
}

impl From<&CompanyError> for BoundaryError {
    fn from(error: &CompanyError) -> BoundaryError {
        BoundaryError::new(Family::Company, error.code(), error.sentence())
    }
}

impl From<&DirectoryError> for BoundaryError {
    /// Its place is that of the first error, its related findings are all of them.
    fn from(error: &DirectoryError) -> BoundaryError {
        let related = error.diagnostics().to_vec();
        let first = related.iter().find(|finding| finding.severity == Severity::Error);
        let place = first.filter(|finding| finding.file.is_some() || finding.line.is_some());
        let place = place.map(|finding| {
            Box::new(ErrorPlace {
                file: finding.file.clone(),
                line: finding.line,
                column: finding.column,
                row: None,
            })
        });
        BoundaryError {
            place,
            related,
            ..BoundaryError::new(Family::Directory, error.code(), error.sentence())
        }
    }
}

impl From<&SnapshotError> for BoundaryError {
    fn from(error: &SnapshotError) -> BoundaryError {
        BoundaryError::new(Family::Snapshot, error.code(), error.sentence())
    }
}

impl From<&GeographyError> for BoundaryError {
    fn from(error: &GeographyError) -> BoundaryError {
        BoundaryError::new(Family::Geography, error.code(), error.sentence())
    }
}

impl From<&ZoneError> for BoundaryError {
    fn from(error: &ZoneError) -> BoundaryError {
        BoundaryError::of_fault(Family::Geography, "invalid_zone", error.fault().clone())
    }
}

impl From<&CodeError> for BoundaryError {
    fn from(error: &CodeError) -> BoundaryError {
        BoundaryError::of_fault(Family::Need, "invalid_value", error.fault())
    }
}

impl From<&UnknownWord> for BoundaryError {
    fn from(error: &UnknownWord) -> BoundaryError {
        BoundaryError::from(ReferralError::from(error.clone()))
    }
}

macro_rules! by_value {
    ($($error:ident)*) => {
        $(impl From<$error> for BoundaryError {
            fn from(error: $error) -> BoundaryError {
                BoundaryError::from(&error)
            }
        })*
    };
}

by_value! {
    NeedError ReferralError CompanyError DirectoryError SnapshotError GeographyError ZoneError CodeError UnknownWord
}
