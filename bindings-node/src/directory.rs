//! A directory as `lib/directory.ts` sees it.

use aiguillage::ReadOptions;
use aiguillage::directory::Import;
use napi::Result;
use napi::bindgen_prelude::{AsyncTask, Uint8Array};
use napi_derive::napi;

use crate::geography::NativeGeography;
use crate::router::geography_of;
use crate::work::{Work, work};
use crate::{errors, records};

/// A directory that was read and checked.
#[napi]
pub struct NativeDirectory {
    pub(crate) core: aiguillage::Directory,
}

pub(crate) fn read_options(lenient: bool, geography: Option<&NativeGeography>) -> ReadOptions {
    let options = match geography {
        Some(geography) => ReadOptions::with_geography(geography.core.clone()),
        None => ReadOptions::default(),
    };
    if lenient { options.lenient() } else { options }
}

/// A partner's spreadsheet.
#[napi(object)]
pub struct NativeSheet {
    /// `antennes` or `experts`.
    pub kind: String,
    /// What diagnostics call it.
    pub name: String,
    /// The CSV file.
    pub bytes: Uint8Array,
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
        let options = read_options(lenient, geography);
        work(move || match aiguillage::Directory::open_with(path, &options) {
            Ok(core) => Ok(NativeDirectory { core }),
            Err(error) => Err(errors::directory(&error)),
        })
    }

    /// Reads a JSON document.
    #[napi(factory, catch_unwind)]
    pub fn from_json(
        text: String,
        lenient: bool,
        geography: Option<&NativeGeography>,
    ) -> Result<NativeDirectory> {
        match aiguillage::Directory::from_json_with(&text, &read_options(lenient, geography)) {
            Ok(core) => Ok(NativeDirectory { core }),
            Err(error) => Err(errors::directory(&error)),
        }
    }

    /// The findings on what is at `path`, as JSON.
    #[napi(ts_return_type = "Promise<string>")]
    pub fn check(path: String) -> AsyncTask<Work<String>> {
        work(move || records::to_json(&aiguillage::Directory::check(path)))
    }

    /// This directory with the antennes and experts of spreadsheets.
    #[napi(ts_return_type = "Promise<NativeDirectory>")]
    pub fn import_sheets(&self, sheets: Vec<NativeSheet>, lenient: bool) -> AsyncTask<Work<NativeDirectory>> {
        let onto = self.core.clone();
        // The bytes stay JavaScript's: another thread reads a copy.
        let sheets: Vec<(bool, String, Vec<u8>)> = sheets
            .into_iter()
            .map(|sheet| (sheet.kind == "antennes", sheet.name, sheet.bytes.to_vec()))
            .collect();
        work(move || {
            let mut import = Import::onto(&onto);
            for (antennes, name, bytes) in &sheets {
                if *antennes {
                    import.antennes(name, bytes)
                } else {
                    import.experts(name, bytes)
                };
            }
            let read = if lenient { import.lenient().finish() } else { import.finish() };
            read.map(|core| NativeDirectory { core }).map_err(|error| errors::directory(&error))
        })
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
        work(move || core.save_csv(folder).map_err(|error| errors::file("directory", &error)))
    }

    /// The same directory under another version of the rules.
    #[napi(catch_unwind)]
    pub fn with_rules(&self, rules: String) -> Result<NativeDirectory> {
        let rules = rules
            .parse()
            .map_err(|error: aiguillage::language::UnknownWord| errors::invalid(error.to_string()))?;
        Ok(NativeDirectory { core: self.core.clone().with_rules(rules) })
    }

    /// The version of the rules.
    #[napi(getter)]
    pub fn rules(&self) -> &'static str {
        self.core.rules().as_str()
    }

    /// The geography that its zones refer to.
    #[napi(getter)]
    pub fn geography(&self) -> NativeGeography {
        NativeGeography { core: geography_of(&self.core) }
    }

    /// The records of a kind, as JSON.
    #[napi(catch_unwind)]
    pub fn records(&self, kind: String) -> Result<String> {
        match kind.as_str() {
            "examples" => records::to_json(self.core.examples()),
            "themes" => records::to_json(self.core.themes()),
            "subjects" => records::to_json(self.core.subjects()),
            "institutions" => records::to_json(self.core.institutions()),
            "antennes" => records::to_json(self.core.antennes()),
            "experts" => records::to_json(self.core.experts()),
            _ => records::to_json(self.core.diagnostics()),
        }
    }

    /// Whether the content of both is the same.
    #[napi(catch_unwind)]
    pub fn equals(&self, other: &NativeDirectory) -> bool {
        self.core == other.core
    }
}
