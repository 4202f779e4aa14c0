//! Why a geography could not be read.

use std::path::PathBuf;

use thiserror::Error;

/// A geography that could not be read.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum GeographyError {
    /// The file could not be opened or read.
    #[error("cannot read the geography {}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// The bytes do not begin as a geography does.
    #[error("this is not a geography: make one with `core/data/make-cog.mjs`")]
    NotAGeography,
    /// The geography was made for another version of this library.
    #[error("the geography has format {found}, and this library reads format {expected}: make it again")]
    Version {
        /// The format of the geography.
        found: u16,
        /// The format that is read.
        expected: u16,
    },
    /// The bytes end too early, or go on after the end.
    #[error("the geography should have {expected} bytes, and has {found}: it was cut or added to")]
    Length {
        /// What the header says.
        expected: u64,
        /// What there is.
        found: u64,
    },
    /// A byte was changed since the geography was made.
    #[error("the geography is damaged: its checksum is wrong")]
    Checksum,
    /// The geography contradicts itself.
    #[error("the geography is malformed: {0}")]
    Malformed(&'static str),
}

impl GeographyError {
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
