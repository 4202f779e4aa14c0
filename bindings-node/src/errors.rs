//! Errors on their way to JavaScript: as JSON in the message, from which `lib/errors.ts` makes the error
//! that users see.

use aiguillage::boundary::BoundaryError;
use napi::Error;

/// What JavaScript is thrown for an error of the core.
#[cold]
pub(crate) fn thrown(error: impl Into<BoundaryError>) -> Error {
    let error = error.into();
    let json = serde_json::to_string(&error);
    Error::from_reason(json.unwrap_or_else(|_| error.to_string()))
}
