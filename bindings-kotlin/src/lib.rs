//! The native half of the Kotlin package `fr.aiguillage`: the handles of what the core compiles or
//! reads, and the ways to call the core on them. It converts texts and bytes, and does nothing else.
//! What users see is in `kotlin/main/`; the records there are generated from the core's declarations.

mod directory;
mod errors;
mod fast;
mod geography;
#[cfg(feature = "desktop")]
mod notifications;
mod router;

use aiguillage::Need;
use aiguillage::boundary::{self, Target};

use errors::NativeError;

uniffi::setup_scaffolding!();

/// A call on nothing: the request says everything.
#[uniffi::export]
fn native_call(name: String, request: String) -> Result<String, NativeError> {
    Ok(boundary::call(&name, Target::Nothing, &request)?)
}

/// The need of a JSON document as the library writes it; use `Need.fromJson`. The document is what a
/// host stored or received, and no part of a request until it is known to be one need.
#[uniffi::export]
fn native_read_need(text: String) -> Result<String, NativeError> {
    NativeError::written(&Need::from_json(&text)?)
}
