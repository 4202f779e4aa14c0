//! The handle of a directory.

use std::sync::Arc;

use aiguillage::boundary::directory::{
    ImportOptions, Sheet, SheetKind, import_sheets, read_options, with_rules,
};
use aiguillage::boundary::{Target, call};
use aiguillage::{Directory, ReadOptions};

use crate::errors::NativeError;
use crate::geography::NativeGeography;

/// A directory on the native side; use `Directory`.
#[derive(uniffi::Object)]
pub struct NativeDirectory(pub(crate) Directory);

/// A partner's sheet.
#[derive(uniffi::Record)]
pub struct NativeSheet {
    name: String,
    bytes: Vec<u8>,
}

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

    /// This directory as partners' sheets update it.
    fn import_sheets(
        &self,
        antennes: Vec<NativeSheet>,
        experts: Vec<NativeSheet>,
        lenient: bool,
        whole: bool,
        chosen: Vec<String>,
    ) -> Result<NativeDirectory, NativeError> {
        let options = ImportOptions { lenient, whole, sheets: chosen };
        let kinds = [(SheetKind::Antennes, &antennes), (SheetKind::Experts, &experts)];
        let sheets: Vec<Sheet<'_>> = kinds
            .into_iter()
            .flat_map(|(kind, sheets)| {
                sheets.iter().map(move |sheet| Sheet { kind, name: &sheet.name, bytes: &sheet.bytes })
            })
            .collect();
        Ok(NativeDirectory(import_sheets(&self.0, &sheets, options)?))
    }

    /// This directory and others as one.
    fn merge(&self, others: Vec<Arc<NativeDirectory>>) -> Result<NativeDirectory, NativeError> {
        let others: Vec<&Directory> = others.iter().map(|other| &other.0).collect();
        Ok(NativeDirectory(self.0.merge(&others)?))
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

    /// A call on this directory and a later one.
    fn call_with(
        &self,
        later: Arc<NativeDirectory>,
        name: String,
        request: String,
    ) -> Result<String, NativeError> {
        Ok(call(&name, Target::Directories(&self.0, &later.0), &request)?)
    }

    fn call(&self, name: String, request: String) -> Result<String, NativeError> {
        Ok(call(&name, Target::Directory(&self.0), &request)?)
    }
}
