//! The handle of a directory.

use std::sync::Arc;

use aiguillage::boundary::directory::{read_options, with_rules};
use aiguillage::boundary::{Target, call};
use aiguillage::{Directory, ReadOptions};

use crate::errors::NativeError;
use crate::geography::NativeGeography;

/// A directory on the native side; use `Directory`.
#[derive(uniffi::Object)]
pub struct NativeDirectory(pub(crate) Directory);

fn options(lenient: bool, geography: Option<Arc<NativeGeography>>) -> ReadOptions {
    read_options(lenient, geography.map(|geography| Arc::clone(&geography.0)))
}

#[uniffi::export]
impl NativeDirectory {
    #[uniffi::constructor]
    fn open(
        path: String,
        lenient: bool,
        geography: Option<Arc<NativeGeography>>,
    ) -> Result<NativeDirectory, NativeError> {
        Ok(NativeDirectory(Directory::open_with(path, &options(lenient, geography))?))
    }

    #[uniffi::constructor]
    fn from_json(
        text: String,
        lenient: bool,
        geography: Option<Arc<NativeGeography>>,
    ) -> Result<NativeDirectory, NativeError> {
        Ok(NativeDirectory(Directory::from_json_with(&text, &options(lenient, geography))?))
    }

    fn with_rules(&self, rules: String) -> Result<NativeDirectory, NativeError> {
        Ok(NativeDirectory(with_rules(&self.0, &rules)?))
    }

    fn geography(&self) -> NativeGeography {
        NativeGeography(Arc::clone(self.0.geography()))
    }

    fn to_json(&self) -> String {
        self.0.to_json()
    }

    fn call(&self, name: String, request: String) -> Result<String, NativeError> {
        Ok(call(&name, Target::Directory(&self.0), &request)?)
    }
}
