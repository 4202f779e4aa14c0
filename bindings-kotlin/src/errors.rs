//! Errors as they cross: the core's one shape, as JSON.

use std::fmt;

use aiguillage::boundary::BoundaryError;
use serde::Serialize;

/// What goes wrong. Users see an `AiguillageException` instead.
#[derive(Debug, uniffi::Error)]
pub enum NativeError {
    /// The core refused.
    Refused {
        /// Why, as JSON.
        error: String,
    },
    /// An answer or an error could not be written as JSON.
    Unwritten {
        /// Why.
        reason: String,
    },
}

impl NativeError {
    /// A value as JSON.
    pub(crate) fn written(value: &impl Serialize) -> Result<String, NativeError> {
        serde_json::to_string(value).map_err(|error| NativeError::Unwritten { reason: error.to_string() })
    }
}

impl<E: Into<BoundaryError>> From<E> for NativeError {
    fn from(error: E) -> NativeError {
        match NativeError::written(&error.into()) {
            Ok(error) => NativeError::Refused { error },
            Err(unwritten) => unwritten,
        }
    }
}

impl fmt::Display for NativeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            NativeError::Refused { error } => error,
            NativeError::Unwritten { reason } => reason,
        })
    }
}

impl std::error::Error for NativeError {}
