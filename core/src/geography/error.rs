//! Why a geography could not be read.

use std::path::PathBuf;

use thiserror::Error;

use crate::language::{Language, Sentence, sentence};

/// A geography that could not be read.
#[derive(Debug, Error)]
#[error("{}", self.sentence())]
#[non_exhaustive]
pub enum GeographyError {
    /// The file could not be opened or read.
    Io {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// The bytes do not begin as a geography does.
    NotAGeography,
    /// The geography was made for another version of this library.
    Version {
        /// The format of the geography.
        found: u16,
        /// The format that is read.
        expected: u16,
    },
    /// The bytes end too early, or go on after the end.
    Length {
        /// What the header says.
        expected: u64,
        /// What there is.
        found: u64,
    },
    /// A byte was changed since the geography was made.
    Checksum,
    /// The geography contradicts itself.
    Malformed(&'static str),
}

impl GeographyError {
    /// What is wrong, in a language.
    pub fn message_in(&self, language: Language) -> String {
        self.sentence().in_language(language)
    }

    pub(crate) fn sentence(&self) -> Sentence {
        match self {
            GeographyError::Io { path, source } => {
                sentence!(GeographyNotRead { path: path.display().to_string(), reason: source.to_string() })
            }
            GeographyError::NotAGeography => sentence!(NotAGeography),
            GeographyError::Version { found, expected } => {
                sentence!(GeographyOtherFormat { found: *found, expected: *expected })
            }
            GeographyError::Length { found, expected } => {
                sentence!(GeographyTruncated { expected: *expected, found: *found })
            }
            GeographyError::Checksum => sentence!(GeographyDamaged),
            GeographyError::Malformed(reason) => sentence!(GeographyMalformed { reason: *reason }),
        }
    }

    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            GeographyError::Io { .. } => "unreadable_file",
            GeographyError::NotAGeography => "not_a_geography",
            GeographyError::Version { .. } => "other_format",
            GeographyError::Length { .. } => "truncated",
            GeographyError::Checksum => "checksum",
            GeographyError::Malformed(_) => "malformed",
        }
    }
}
