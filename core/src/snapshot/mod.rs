//! Snapshots: a checked directory in one binary file, which opens without reading CSV or checking
//! references by name. What an adviser's phone takes along, and what is handed to other processes.
//!
//! A file is a header (magic, format, the year of the geography, length and checksum) and the
//! directory. Of the index, the part of a subject is compiled when the first need asks for it, which
//! takes less than a millisecond. Loading trusts nothing: hostile bytes give a [`SnapshotError`].
//!
//! ```
//! use aiguillage::{Need, Router};
//!
//! let router = Router::from_json(r#"{"themes": [{"id": "t", "label": "T"}],
//!     "subjects": [{"id": "s", "theme": "t", "label": "S"}]}"#)?;
//! let bytes = router.to_bytes()?;
//! let same = Router::from_bytes(&bytes)?;
//! assert_eq!(same.directory(), router.directory());
//!
//! let error = Router::from_bytes(&bytes[..bytes.len() - 1]).unwrap_err();
//! assert_eq!(error.code(), "truncated");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod decode;
mod encode;
mod format;

use std::path::Path;
use std::sync::Arc;

use thiserror::Error;
use xxhash_rust::xxh3::xxh3_64;

use crate::directory::Directory;
use crate::geography::Geography;
use crate::language::{Language, Sentence, sentence};
use crate::record::stored::{RestoreError, StoreError};
use crate::router::Router;

const MAGIC: &[u8; 8] = b"AIGUISNP";

/// The format that is written, and the only one that is read so far.
const FORMAT: u16 = 2;

/// Magic, format, year, length of what follows, checksum of it.
const HEADER: usize = 8 + 2 + 2 + 8 + 8;

/// Why bytes are no snapshot that can be loaded.
#[derive(Debug, Error)]
#[error("{}", self.sentence())]
#[non_exhaustive]
pub enum SnapshotError {
    /// The file cannot be read.
    Io(#[from] std::io::Error),
    /// The file cannot be written.
    Write(std::io::Error),
    /// The bytes are something else.
    NotASnapshot,
    /// The snapshot uses a field that this version of the library does not know: passing over it could
    /// let companies through that it keeps out.
    NewerField(String),
    /// The snapshot was written by a newer version of the library.
    NewerFormat {
        /// The format of the snapshot.
        found: u16,
        /// The newest format that is read.
        newest: u16,
    },
    /// The snapshot was written by a version of the library whose format is no longer read.
    OlderFormat {
        /// The format of the snapshot.
        found: u16,
        /// The oldest format that is read.
        oldest: u16,
    },
    /// The snapshot's zones are of another year than the geography.
    OtherYear {
        /// The year of the snapshot.
        snapshot: u16,
        /// The year of the geography that it was to be loaded over.
        geography: u16,
    },
    /// The bytes end too early, or go on after the end.
    Truncated {
        /// The length that the header says.
        expected: u64,
        /// The length there is.
        found: u64,
    },
    /// The bytes changed since they were written.
    Checksum,
    /// The directory cannot be written: it breaks a promise of its own, or is too large.
    Unwritable(String),
    /// The checksum fits, and the content makes no sense.
    Malformed(String),
}

impl SnapshotError {
    /// What is wrong, in a language.
    pub fn message_in(&self, language: Language) -> String {
        self.sentence().in_language(language)
    }

    pub(crate) fn sentence(&self) -> Sentence {
        match self {
            SnapshotError::Io(error) => sentence!(ThisFileNotRead { reason: error.to_string() }),
            SnapshotError::Write(error) => sentence!(FileNotWritten { reason: error.to_string() }),
            SnapshotError::NotASnapshot => sentence!(NotASnapshot),
            SnapshotError::NewerField(reason) => sentence!(SnapshotNewerField { reason: reason.as_str() }),
            SnapshotError::NewerFormat { found, newest } => {
                sentence!(SnapshotNewerFormat { found: *found, newest: *newest })
            }
            SnapshotError::OlderFormat { found, oldest } => {
                sentence!(SnapshotOlderFormat { found: *found, oldest: *oldest })
            }
            SnapshotError::OtherYear { snapshot, geography } => {
                sentence!(SnapshotOtherYear { snapshot: *snapshot, geography: *geography })
            }
            SnapshotError::Truncated { expected, found } => {
                sentence!(SnapshotTruncated { expected: *expected, found: *found })
            }
            SnapshotError::Checksum => sentence!(SnapshotDamaged),
            SnapshotError::Unwritable(reason) => Sentence::from(reason.as_str()),
            SnapshotError::Malformed(reason) => sentence!(SnapshotMalformed { reason: reason.as_str() }),
        }
    }

    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            SnapshotError::Io(_) => "unreadable_file",
            SnapshotError::Write(_) => "unwritable_file",
            SnapshotError::NotASnapshot => "not_a_snapshot",
            SnapshotError::NewerFormat { .. } | SnapshotError::NewerField(_) => "newer_format",
            SnapshotError::OlderFormat { .. } => "older_format",
            SnapshotError::OtherYear { .. } => "other_year",
            SnapshotError::Truncated { .. } => "truncated",
            SnapshotError::Checksum => "checksum",
            SnapshotError::Unwritable(_) => "unwritable",
            SnapshotError::Malformed(_) => "malformed",
        }
    }
}

impl From<RestoreError> for SnapshotError {
    #[cold]
    fn from(error: RestoreError) -> SnapshotError {
        match error {
            RestoreError::Malformed(what) => SnapshotError::Malformed(what),
            newer @ RestoreError::NewerField { .. } => SnapshotError::NewerField(newer.to_string()),
        }
    }
}

impl From<StoreError> for SnapshotError {
    #[cold]
    fn from(error: StoreError) -> SnapshotError {
        SnapshotError::Unwritable(error.to_string())
    }
}

impl Router {
    /// Writes the router's directory to a file, which shows its old content until the new one is whole.
    ///
    /// # Errors
    /// When the directory or the file cannot be written.
    pub fn save(&self, path: impl AsRef<Path>) -> Result<(), SnapshotError> {
        let bytes = self.to_bytes()?;
        crate::files::replace(path.as_ref(), |to| to.write_all(&bytes)).map_err(SnapshotError::Write)
    }

    /// Loads what [`Router::save`] wrote, over the embedded geography.
    ///
    /// # Errors
    /// When the file cannot be read or is no snapshot that can be loaded.
    #[cfg(feature = "cog")]
    pub fn load(path: impl AsRef<Path>) -> Result<Router, SnapshotError> {
        Router::from_bytes(&std::fs::read(path)?)
    }

    /// The router's directory as bytes.
    ///
    /// # Errors
    /// When the directory cannot be written, which says why (`unwritable`).
    pub fn to_bytes(&self) -> Result<Vec<u8>, SnapshotError> {
        let payload = encode::payload(self.directory())?;
        let mut bytes = Vec::with_capacity(HEADER + payload.len());
        bytes.extend(MAGIC);
        bytes.extend(FORMAT.to_le_bytes());
        bytes.extend(self.directory().geography().year().to_le_bytes());
        bytes.extend((payload.len() as u64).to_le_bytes());
        bytes.extend(xxh3_64(&payload).to_le_bytes());
        bytes.extend(payload);
        Ok(bytes)
    }

    /// Loads what [`Router::to_bytes`] gave, over the embedded geography.
    ///
    /// # Errors
    /// When the bytes are no snapshot that can be loaded.
    #[cfg(feature = "cog")]
    pub fn from_bytes(bytes: &[u8]) -> Result<Router, SnapshotError> {
        Router::from_bytes_with(bytes, Geography::embedded())
    }

    /// Loads what [`Router::to_bytes`] gave, over a geography of the same year.
    ///
    /// # Errors
    /// When the bytes are no snapshot that can be loaded, or one of another year.
    pub fn from_bytes_with(bytes: &[u8], geography: Arc<Geography>) -> Result<Router, SnapshotError> {
        let payload = payload(bytes, &geography)?;
        let (content, names) = decode::content(payload, &geography)?;
        Ok(Router::lazy(Directory::sound(content, names, geography, Vec::new())))
    }
}

/// What follows the header, once that is checked.
fn payload<'b>(bytes: &'b [u8], geography: &Geography) -> Result<&'b [u8], SnapshotError> {
    let mut rest = bytes.strip_prefix(MAGIC).ok_or(SnapshotError::NotASnapshot)?;
    let mut field = |size: usize| -> Result<u64, SnapshotError> {
        let cut = || SnapshotError::Truncated { expected: HEADER as u64, found: bytes.len() as u64 };
        let (head, tail) = rest.split_at_checked(size).ok_or_else(cut)?;
        rest = tail;
        let mut wide = [0; 8];
        wide[..size].copy_from_slice(head);
        Ok(u64::from_le_bytes(wide))
    };
    // Two bytes each.
    let (format, year) = (field(2)? as u16, field(2)? as u16);
    if format > FORMAT {
        return Err(SnapshotError::NewerFormat { found: format, newest: FORMAT });
    }
    if format < FORMAT {
        return Err(SnapshotError::OlderFormat { found: format, oldest: FORMAT });
    }
    let (length, checksum) = (field(8)?, field(8)?);
    if length != rest.len() as u64 {
        let expected = length.saturating_add(HEADER as u64);
        return Err(SnapshotError::Truncated { expected, found: bytes.len() as u64 });
    }
    if xxh3_64(rest) != checksum {
        return Err(SnapshotError::Checksum);
    }
    if year != geography.year() {
        return Err(SnapshotError::OtherYear { snapshot: year, geography: geography.year() });
    }
    Ok(rest)
}
