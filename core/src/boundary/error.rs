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
use crate::language::UnknownWord;
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
            Family::Need => vec![
                "missing_field",
                "unknown_field",
                "invalid_value",
                "unknown_subject",
                "unknown_commune",
                "ambiguous_commune",
                "unknown_question",
                "unknown_institution",
                "unknown_expert",
                "unknown_zone",
            ],
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
///     r#"{"family":"need","code":"unknown_field","message":"a need has no field `communes`","field":"communes","hint":"did you mean `commune`?"}"#
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct BoundaryError {
    /// What it is about.
    pub family: Family,
    /// The stable code, such as `unknown_commune`: what programs look at.
    pub code: &'static str,
    /// What is wrong, without the hint.
    pub message: String,
    /// The field at fault, with its place where it is nested: `referrals[3].state`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<Box<str>>,
    /// What was probably meant, or how to write it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
    /// Where it stands, if it stands in a file or among several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Box<ErrorPlace>>,
    /// Everything that is wrong with a directory; empty for other errors.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<Diagnostic>,
}

impl BoundaryError {
    #[cold]
    pub(super) fn new(family: Family, code: &'static str, message: impl Into<String>) -> BoundaryError {
        BoundaryError {
            family,
            code,
            message: message.into(),
            field: None,
            hint: None,
            place: None,
            related: Vec::new(),
        }
    }

    /// A request that cannot be read as what the call takes.
    #[cold]
    pub(super) fn of_request(family: Family, error: &ReferralError) -> BoundaryError {
        BoundaryError { family, ..BoundaryError::from(error) }
    }

    /// A file that could not be written: `unwritable_file`.
    #[cold]
    pub fn unwritable_file(family: Family, error: &io::Error) -> BoundaryError {
        BoundaryError::new(family, "unwritable_file", format!("the file cannot be written: {error}"))
    }

    /// A word that is none of a closed list, which the message lists: `invalid_value`.
    #[cold]
    pub fn invalid_value(family: Family, field: &str, message: impl Into<String>) -> BoundaryError {
        BoundaryError { field: Some(field.into()), ..BoundaryError::new(family, "invalid_value", message) }
    }

    /// The same, of the item at a position among those that were given.
    #[must_use]
    pub fn in_row(mut self, row: usize) -> BoundaryError {
        self.place.get_or_insert_default().row = Some(row);
        self
    }

    pub(super) fn of_text(
        family: Family,
        code: &'static str,
        field: Option<&str>,
        hint: Option<&str>,
        message: &str,
    ) -> BoundaryError {
        BoundaryError {
            field: field.map(Box::from),
            hint: hint.map(str::to_owned),
            ..BoundaryError::new(family, code, message)
        }
    }
}

impl fmt::Display for BoundaryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)?;
        match &self.hint {
            Some(hint) => write!(f, ": {hint}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for BoundaryError {}

/// The message of an error whose text ends with its hint.
fn without_hint<'t>(text: &'t str, hint: Option<&str>) -> &'t str {
    let cut = hint.and_then(|hint| text.strip_suffix(hint)).and_then(|text| text.strip_suffix(": "));
    cut.unwrap_or(text)
}

impl From<&NeedError> for BoundaryError {
    fn from(error: &NeedError) -> BoundaryError {
        BoundaryError::of_text(Family::Need, error.code(), error.field(), error.hint(), error.message())
    }
}

impl From<&ReferralError> for BoundaryError {
    fn from(error: &ReferralError) -> BoundaryError {
        BoundaryError::of_text(Family::Referral, error.code(), error.field(), error.hint(), error.message())
    }
}

impl From<&CompanyError> for BoundaryError {
    fn from(error: &CompanyError) -> BoundaryError {
        BoundaryError::new(Family::Company, error.code(), error.to_string())
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
        let message = error.to_string();
        BoundaryError { place, related, ..BoundaryError::new(Family::Directory, error.code(), message) }
    }
}

impl From<&SnapshotError> for BoundaryError {
    fn from(error: &SnapshotError) -> BoundaryError {
        BoundaryError::new(Family::Snapshot, error.code(), error.to_string())
    }
}

impl From<&GeographyError> for BoundaryError {
    fn from(error: &GeographyError) -> BoundaryError {
        // What the system says belongs to the sentence: other languages have one message.
        let message = match std::error::Error::source(error) {
            Some(source) => format!("{error}: {source}"),
            None => error.to_string(),
        };
        BoundaryError::new(Family::Geography, error.code(), message)
    }
}

impl From<&ZoneError> for BoundaryError {
    fn from(error: &ZoneError) -> BoundaryError {
        let text = error.to_string();
        let message = without_hint(&text, error.hint());
        BoundaryError::of_text(Family::Geography, "invalid_zone", None, error.hint(), message)
    }
}

impl From<&CodeError> for BoundaryError {
    fn from(error: &CodeError) -> BoundaryError {
        let text = error.to_string();
        let message = without_hint(&text, error.hint());
        BoundaryError::of_text(Family::Need, "invalid_value", None, error.hint(), message)
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
