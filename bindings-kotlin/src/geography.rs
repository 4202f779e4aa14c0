//! The handle of a geography.

use std::sync::Arc;

use aiguillage::Geography;
use aiguillage::boundary::{Target, call};

use crate::errors::NativeError;

/// A geography on the native side; use `Geography`.
#[derive(uniffi::Object)]
pub struct NativeGeography(pub(crate) Arc<Geography>);

#[uniffi::export]
impl NativeGeography {
    #[uniffi::constructor]
    fn embedded() -> NativeGeography {
        NativeGeography(Geography::embedded())
    }

    #[uniffi::constructor]
    fn from_bytes(bytes: Vec<u8>) -> Result<NativeGeography, NativeError> {
        Ok(NativeGeography(Arc::new(Geography::from_bytes(&bytes)?)))
    }

    fn call(&self, name: String, request: String) -> Result<String, NativeError> {
        Ok(call(&name, Target::Geography(&self.0), &request)?)
    }
}
