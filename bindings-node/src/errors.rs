//! The core's errors on their way to JavaScript: as JSON in the message, from which `lib/errors.ts`
//! makes the error that users see.

use aiguillage::geography::{GeographyError, ZoneError};
use aiguillage::{DirectoryError, NeedError, ReferralError, SnapshotError};
use napi::Error;
use serde_json::{Value, json};

/// A need's error as `lib/errors.ts` reads it.
pub(crate) fn need_json(error: &NeedError) -> Value {
    json!({
        "kind": "need",
        "code": error.code(),
        "field": error.field(),
        "text": error.message(),
        "hint": error.hint(),
    })
}

pub(crate) fn need(error: &NeedError) -> Error {
    Error::from_reason(need_json(error).to_string())
}

pub(crate) fn referral(error: &ReferralError) -> Error {
    let json = json!({
        "kind": "referral",
        "code": error.code(),
        "field": error.field(),
        "text": error.message(),
        "hint": error.hint(),
    });
    Error::from_reason(json.to_string())
}

pub(crate) fn directory(error: &DirectoryError) -> Error {
    let json = json!({
        "kind": "directory",
        "code": error.code(),
        "text": error.to_string(),
        "diagnostics": error.diagnostics(),
    });
    Error::from_reason(json.to_string())
}

pub(crate) fn snapshot(error: &SnapshotError) -> Error {
    let json = json!({"kind": "snapshot", "code": error.code(), "text": error.to_string()});
    Error::from_reason(json.to_string())
}

pub(crate) fn geography(error: &GeographyError) -> Error {
    // What the system says belongs to the sentence: JavaScript has one message.
    let text = match std::error::Error::source(error) {
        Some(source) => format!("{error}: {source}"),
        None => error.to_string(),
    };
    let json = json!({"kind": "geography", "code": error.code(), "text": text});
    Error::from_reason(json.to_string())
}

pub(crate) fn zone(error: &ZoneError) -> Error {
    let json = json!({
        "kind": "geography",
        "code": "invalid_zone",
        "text": error.to_string(),
        "said": error.hint(),
    });
    Error::from_reason(json.to_string())
}

/// A file that could not be written.
pub(crate) fn file(kind: &'static str, error: &std::io::Error) -> Error {
    let json = json!({"kind": kind, "code": "unwritable_file", "text": format!("the file cannot be written: {error}")});
    Error::from_reason(json.to_string())
}

/// A wrong argument for which the core has no error of its own.
pub(crate) fn invalid(text: impl Into<String>) -> Error {
    let json = json!({"kind": "need", "code": "invalid_value", "text": text.into()});
    Error::from_reason(json.to_string())
}
