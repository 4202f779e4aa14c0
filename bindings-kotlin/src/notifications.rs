//! The handle of compiled templates. A phone does without.

use aiguillage::boundary::notifications::templates;
use aiguillage::boundary::{Target, call};
use aiguillage::follow_up::notification::Templates;

use crate::errors::NativeError;

/// The templates of a service on the native side, compiled once; use `Notifications`.
#[derive(uniffi::Object)]
pub struct NativeTemplates(Templates);

#[uniffi::export]
impl NativeTemplates {
    /// The overrides are a JSON list.
    #[uniffi::constructor]
    fn new(overrides: String) -> Result<NativeTemplates, NativeError> {
        Ok(NativeTemplates(templates(&overrides)?))
    }

    fn call(&self, name: String, request: String) -> Result<String, NativeError> {
        Ok(call(&name, Target::Templates(&self.0), &request)?)
    }
}
