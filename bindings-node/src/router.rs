//! The router as `lib/router.ts` sees it.

use std::ops::ControlFlow;

use aiguillage::boundary::Target;
use aiguillage::boundary::packed::{self, Packed, PackedSources};
use aiguillage::{Directory, MatchOptions, Router};
use napi::Result;
use napi::bindgen_prelude::{AsyncTask, Uint8Array, Uint32Array, Uint32ArraySlice};
use napi_derive::napi;

use crate::calls::call_on;
use crate::directory::{NativeDirectory, options};
use crate::errors::thrown;
use crate::geography::NativeGeography;
use crate::work::{Work, work};

/// A compiled directory.
#[napi]
pub struct NativeRouter {
    core: Router,
    sources: PackedSources,
}

/// What came of a part of a batch.
#[napi(object)]
pub struct NativeRows {
    /// The rows, as numbers.
    pub words: Uint32Array,
    /// The notes of the matches that have one.
    pub notes: String,
    /// The errors of refused rows, as JSON; empty where there is none.
    pub errors: String,
}

impl NativeRouter {
    fn over(core: Router) -> NativeRouter {
        let sources = PackedSources::of(&core);
        NativeRouter { core, sources }
    }
}

fn wanted(text: Option<&str>) -> Result<MatchOptions> {
    text.map_or_else(|| Ok(MatchOptions::default()), |text| packed::options(text).map_err(thrown))
}

#[napi]
impl NativeRouter {
    /// Compiles a directory.
    #[napi(factory, catch_unwind)]
    pub fn of(directory: &NativeDirectory) -> NativeRouter {
        NativeRouter::over(Router::new(directory.core.clone()))
    }

    /// Reads and compiles a folder of CSV files or a JSON document.
    #[napi(ts_return_type = "Promise<NativeRouter>")]
    pub fn open(
        path: String,
        lenient: bool,
        geography: Option<&NativeGeography>,
    ) -> AsyncTask<Work<NativeRouter>> {
        let options = options(lenient, geography);
        work(move || Router::open_with(path, &options).map(NativeRouter::over).map_err(thrown))
    }

    /// Reads and compiles a JSON document.
    #[napi(factory, catch_unwind)]
    pub fn from_json(
        text: String,
        lenient: bool,
        geography: Option<&NativeGeography>,
    ) -> Result<NativeRouter> {
        let read = Directory::from_json_with(&text, &options(lenient, geography));
        read.map(|directory| NativeRouter::over(Router::new(directory))).map_err(thrown)
    }

    /// Loads a snapshot from a file.
    #[napi(ts_return_type = "Promise<NativeRouter>")]
    pub fn load(path: String, geography: Option<&NativeGeography>) -> AsyncTask<Work<NativeRouter>> {
        let geography = options(false, geography).geography;
        work(move || {
            let bytes =
                std::fs::read(path).map_err(|error| thrown(aiguillage::SnapshotError::from(error)))?;
            Router::from_bytes_with(&bytes, geography).map(NativeRouter::over).map_err(thrown)
        })
    }

    /// Loads a snapshot from bytes.
    #[napi(factory, catch_unwind)]
    pub fn from_bytes(bytes: &[u8], geography: Option<&NativeGeography>) -> Result<NativeRouter> {
        let geography = options(false, geography).geography;
        Router::from_bytes_with(bytes, geography).map(NativeRouter::over).map_err(thrown)
    }

    /// Writes the snapshot to a file.
    #[napi(ts_return_type = "Promise<void>")]
    pub fn save(&self, path: String) -> AsyncTask<Work<()>> {
        let core = self.core.clone();
        work(move || core.save(path).map_err(thrown))
    }

    /// The snapshot.
    #[napi(catch_unwind)]
    pub fn to_bytes(&self) -> Result<Uint8Array> {
        self.core.to_bytes().map(Uint8Array::from).map_err(thrown)
    }

    /// The directory that was compiled.
    #[napi(getter)]
    pub fn directory(&self) -> NativeDirectory {
        NativeDirectory { core: self.core.directory().clone() }
    }

    /// The router of a changed directory.
    #[napi(catch_unwind)]
    pub fn with_changes(&self, json: String) -> Result<NativeRouter> {
        self.core.with_changes(&json).map(NativeRouter::over).map_err(thrown)
    }

    /// The matches of one need, into the caller's array; the notes, if there is one. Where the array
    /// is too short its first number says how many are needed, and nothing else is written.
    #[napi(catch_unwind)]
    pub fn match_experts(
        &self,
        need: String,
        options: Option<String>,
        mut words: Uint32ArraySlice<'_>,
    ) -> Result<Option<String>> {
        let options = wanted(options.as_deref())?;
        let need = packed::need(&need).map_err(thrown)?;
        let found = self.core.match_experts_with(&need, &options).map_err(thrown)?;
        let mut rows = Packed::default();
        rows.push(Ok(found), &self.sources);
        #[expect(unsafe_code, reason = "only `lib/router.ts` has the array, and it waits for this call")]
        let words = unsafe { words.as_mut() };
        let needed = rows.words().len();
        match words.get_mut(..needed) {
            Some(place) => place.copy_from_slice(rows.words()),
            None => {
                if let Some(first) = words.first_mut() {
                    *first = u32::MAX - u32::try_from(needed).unwrap_or(0);
                }
            }
        }
        Ok((!rows.notes().is_empty()).then(|| rows.notes().to_owned()))
    }

    /// The matches of a part of a batch, off the event loop, on every core.
    #[napi(ts_return_type = "Promise<NativeRows>")]
    pub fn match_rows(&self, needs: String, options: Option<String>) -> Result<AsyncTask<Work<NativeRows>>> {
        let (core, sources) = (self.core.clone(), self.sources.clone());
        let options = wanted(options.as_deref())?;
        Ok(work(move || match_rows(&core, &sources, &needs, &options)))
    }

    /// What an expert's matches on a subject share, both by position.
    #[napi(catch_unwind)]
    pub fn source(&self, expert: u32, subject: u32) -> Option<String> {
        packed::source(&self.core, expert, subject)
    }

    /// A call of the boundary on this router.
    #[napi(catch_unwind)]
    pub fn call(&self, name: String, request: String) -> Result<String> {
        call_on(Target::Router(&self.core), &name, &request)
    }

    /// The same off the event loop.
    #[napi(ts_return_type = "Promise<string>")]
    pub fn call_later(&self, name: String, request: String) -> AsyncTask<Work<String>> {
        let core = self.core.clone();
        work(move || call_on(Target::Router(&core), &name, &request))
    }

    /// A call of the boundary on this router and another, off the event loop.
    #[napi(ts_return_type = "Promise<string>")]
    pub fn call_with(&self, other: &NativeRouter, name: String, request: String) -> AsyncTask<Work<String>> {
        let (first, second) = (self.core.clone(), other.core.clone());
        work(move || call_on(Target::Routers(&first, &second), &name, &request))
    }
}

fn match_rows(
    core: &Router,
    sources: &PackedSources,
    text: &str,
    options: &MatchOptions,
) -> Result<NativeRows> {
    let texts = packed::needs(text);
    // The core asks for rows below the number that it is given.
    let need = |row: usize| packed::need(texts[row]);
    let results =
        core.match_rows(texts.len(), need, options, |_| ControlFlow::Continue(())).map_err(thrown)?;
    let mut rows = Packed::default();
    for result in results {
        rows.push(result, sources);
    }
    let (words, notes, errors) = rows.into_parts().map_err(thrown)?;
    Ok(NativeRows { words: Uint32Array::new(words), notes, errors })
}
