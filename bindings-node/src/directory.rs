//! A directory as `lib/directory.ts` sees it.

use std::sync::Arc;

use aiguillage::boundary::directory::{
    ImportOptions, Sheet, SheetKind, import_sheets, read_options, with_rules,
};
use aiguillage::boundary::{BoundaryError, Family, Target};
use aiguillage::{Directory, ReadOptions};
use napi::Result;
use napi::bindgen_prelude::{AsyncTask, ClassInstance, Uint8Array};
use napi_derive::napi;

use crate::calls::call_on;
use crate::errors::thrown;
use crate::geography::NativeGeography;
use crate::work::{Work, work};

/// A directory that was read and checked.
#[napi]
pub struct NativeDirectory {
    pub(crate) core: Directory,
}

/// A partner's spreadsheet.
#[napi(object)]
pub struct NativeSheet {
    /// What diagnostics call it.
    pub name: String,
    /// The CSV file.
    pub bytes: Uint8Array,
}

/// How a directory is read, from what JavaScript gives.
pub(crate) fn options(lenient: bool, geography: Option<&NativeGeography>) -> ReadOptions {
    read_options(lenient, geography.map(|geography| Arc::clone(&geography.core)))
}

/// Sheets of one kind. Their bytes stay JavaScript's: another thread reads a copy.
fn copied(kind: SheetKind, sheets: Vec<NativeSheet>) -> impl Iterator<Item = (SheetKind, String, Vec<u8>)> {
    sheets.into_iter().map(move |sheet| (kind, sheet.name, sheet.bytes.to_vec()))
}

#[napi]
impl NativeDirectory {
    /// Reads a folder of CSV files or a JSON document.
    #[napi(ts_return_type = "Promise<NativeDirectory>")]
    pub fn open(
        path: String,
        lenient: bool,
        geography: Option<&NativeGeography>,
    ) -> AsyncTask<Work<NativeDirectory>> {
        let options = options(lenient, geography);
        work(move || match Directory::open_with(path, &options) {
            Ok(core) => Ok(NativeDirectory { core }),
            Err(error) => Err(thrown(error)),
        })
    }

    /// Reads a JSON document.
    #[napi(factory, catch_unwind)]
    pub fn from_json(
        text: String,
        lenient: bool,
        geography: Option<&NativeGeography>,
    ) -> Result<NativeDirectory> {
        match Directory::from_json_with(&text, &options(lenient, geography)) {
            Ok(core) => Ok(NativeDirectory { core }),
            Err(error) => Err(thrown(error)),
        }
    }

    /// This directory as the antennes and experts of spreadsheets update it.
    #[napi(ts_return_type = "Promise<NativeDirectory>")]
    pub fn import_sheets(
        &self,
        antennes: Vec<NativeSheet>,
        experts: Vec<NativeSheet>,
        lenient: bool,
        whole: bool,
        chosen: Vec<String>,
    ) -> AsyncTask<Work<NativeDirectory>> {
        let onto = self.core.clone();
        let sheets = copied(SheetKind::Antennes, antennes).chain(copied(SheetKind::Experts, experts));
        let files: Vec<(SheetKind, String, Vec<u8>)> = sheets.collect();
        work(move || {
            let sheets = files.iter().map(|(kind, name, bytes)| Sheet { kind: *kind, name, bytes });
            let options = ImportOptions { lenient, whole, sheets: chosen };
            let read = import_sheets(&onto, &sheets.collect::<Vec<_>>(), options);
            read.map(|core| NativeDirectory { core }).map_err(thrown)
        })
    }

    /// The antennes as the sheet that partners fill.
    #[napi(catch_unwind)]
    pub fn export_antennes(&self) -> String {
        self.core.export_antennes()
    }

    /// The experts as the sheet that partners fill.
    #[napi(catch_unwind)]
    pub fn export_experts(&self) -> String {
        self.core.export_experts()
    }

    /// A call of the boundary on this directory and a later one.
    #[napi(catch_unwind)]
    pub fn call_with(&self, later: &NativeDirectory, name: String, request: String) -> Result<String> {
        call_on(Target::Directories(&self.core, &later.core), &name, &request)
    }

    /// This directory and others as one.
    #[napi(catch_unwind)]
    pub fn merge(&self, others: Vec<ClassInstance<'_, NativeDirectory>>) -> Result<NativeDirectory> {
        let others: Vec<&Directory> = others.iter().map(|other| &other.core).collect();
        self.core.merge(&others).map(|core| NativeDirectory { core }).map_err(thrown)
    }

    /// The directory as one JSON document.
    #[napi(catch_unwind)]
    pub fn to_json(&self) -> String {
        self.core.to_json()
    }

    /// Writes the directory as a folder of CSV files.
    #[napi(ts_return_type = "Promise<void>")]
    pub fn save_csv(&self, folder: String) -> AsyncTask<Work<()>> {
        let core = self.core.clone();
        work(move || {
            let saved = core.save_csv(folder);
            saved.map_err(|error| thrown(BoundaryError::unwritable_file(Family::Directory, &error)))
        })
    }

    /// The same directory under another version of the rules.
    #[napi(catch_unwind)]
    pub fn with_rules(&self, rules: String) -> Result<NativeDirectory> {
        with_rules(&self.core, &rules).map(|core| NativeDirectory { core }).map_err(thrown)
    }

    /// The geography that its zones refer to.
    #[napi(getter)]
    pub fn geography(&self) -> NativeGeography {
        NativeGeography { core: Arc::clone(self.core.geography()) }
    }

    /// Whether the content of both is the same.
    #[napi(catch_unwind)]
    pub fn equals(&self, other: &NativeDirectory) -> bool {
        self.core == other.core
    }

    /// A call of the boundary on this directory.
    #[napi(catch_unwind)]
    pub fn call(&self, name: String, request: String) -> Result<String> {
        call_on(Target::Directory(&self.core), &name, &request)
    }

    /// The same off the event loop.
    #[napi(ts_return_type = "Promise<string>")]
    pub fn call_later(&self, name: String, request: String) -> AsyncTask<Work<String>> {
        let core = self.core.clone();
        work(move || call_on(Target::Directory(&core), &name, &request))
    }
}
