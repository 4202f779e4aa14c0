//! The core's errors, as Kotlin's exceptions are made of them.

use aiguillage::geography::{GeographyError, ZoneError};
use aiguillage::{Diagnostic, DirectoryError, NeedError, ReferralError, SnapshotError};

/// What goes wrong. The hand-written layer throws an `AiguillageException` instead.
#[derive(Debug, uniffi::Error)]
pub enum NativeError {
    /// A need, or a request about one.
    Need {
        /// The fault.
        fault: Fault,
    },
    /// A referral, a message about one, or a request for figures.
    Referral {
        /// The fault.
        fault: Fault,
    },
    /// A directory.
    Directory {
        /// The stable code of the first error.
        code: String,
        /// In words.
        text: String,
        /// Every finding.
        diagnostics: Vec<Diagnostic>,
    },
    /// A snapshot.
    Snapshot {
        /// The stable code.
        code: String,
        /// In words.
        text: String,
    },
    /// A geography.
    Geography {
        /// The stable code.
        code: String,
        /// In words.
        text: String,
    },
}

/// What is wrong with a need or a referral.
#[derive(Debug, uniffi::Record)]
pub struct Fault {
    code: String,
    field: Option<String>,
    hint: Option<String>,
    text: String,
}

impl From<&NeedError> for Fault {
    fn from(error: &NeedError) -> Fault {
        Fault {
            code: error.code().to_owned(),
            field: error.field().map(str::to_owned),
            hint: error.hint().map(str::to_owned),
            text: error.message().to_owned(),
        }
    }
}

impl From<NeedError> for NativeError {
    fn from(error: NeedError) -> NativeError {
        NativeError::Need { fault: Fault::from(&error) }
    }
}

impl From<ReferralError> for NativeError {
    fn from(error: ReferralError) -> NativeError {
        NativeError::Referral {
            fault: Fault {
                code: error.code().to_owned(),
                field: error.field().map(str::to_owned),
                hint: error.hint().map(str::to_owned),
                text: error.message().to_owned(),
            },
        }
    }
}

impl From<DirectoryError> for NativeError {
    fn from(error: DirectoryError) -> NativeError {
        NativeError::Directory {
            code: error.code().to_owned(),
            text: error.to_string(),
            diagnostics: error.into_diagnostics(),
        }
    }
}

impl From<SnapshotError> for NativeError {
    fn from(error: SnapshotError) -> NativeError {
        NativeError::Snapshot { code: error.code().to_owned(), text: error.to_string() }
    }
}

impl From<GeographyError> for NativeError {
    fn from(error: GeographyError) -> NativeError {
        NativeError::Geography { code: error.code().to_owned(), text: error.to_string() }
    }
}

impl From<ZoneError> for NativeError {
    fn from(error: ZoneError) -> NativeError {
        NativeError::Geography { code: "invalid_zone".to_owned(), text: error.to_string() }
    }
}

impl std::fmt::Display for NativeError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            NativeError::Need { fault } | NativeError::Referral { fault } => &fault.text,
            NativeError::Directory { text, .. }
            | NativeError::Snapshot { text, .. }
            | NativeError::Geography { text, .. } => text,
        })
    }
}

impl std::error::Error for NativeError {}
