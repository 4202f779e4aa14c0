//! The router as `lib/router.ts` sees it.

use std::sync::Arc;

use aiguillage::compare::compare;
use aiguillage::geography::ZoneKind;
use aiguillage::{CoverageQuery, MatchOptions, Need, NeedError};
use napi::Result;
use napi::bindgen_prelude::{AsyncTask, Uint8Array, Uint32Array, Uint32ArraySlice};
use napi_derive::napi;
use serde_json::json;

use crate::directory::{NativeDirectory, read_options};
use crate::geography::NativeGeography;
use crate::matches::Rows;
use crate::work::{Work, work};
use crate::{errors, matches, records, wire};

/// A compiled directory.
#[napi]
pub struct NativeRouter {
    pub(crate) core: aiguillage::Router,
    /// Of each expert, whether what it offers may depend on the commune.
    varies: Arc<[bool]>,
}

/// What came of a part of a batch.
#[napi(object)]
pub struct NativeRows {
    /// The rows, as numbers.
    pub words: Uint32Array,
    /// The notes of the matches that have one.
    pub notes: String,
    /// The errors of refused rows, as JSON.
    pub errors: String,
}

/// Coverage, but for its counts as JSON.
#[napi(object)]
pub struct NativeCoverage {
    /// Everything but the counts.
    pub json: String,
    /// The codes of the communes that are counted, five characters each.
    pub codes: String,
    /// The counts of all subjects, one subject after the other.
    pub counts: Uint32Array,
}

fn options(text: Option<&str>) -> Result<MatchOptions> {
    match text {
        None => Ok(MatchOptions::default()),
        Some(text) => MatchOptions::from_fields(wire::fields(text)).map_err(|error| errors::need(&error)),
    }
}

impl NativeRouter {
    fn over(core: aiguillage::Router) -> NativeRouter {
        let varies = matches::varies(core.directory()).into();
        NativeRouter { core, varies }
    }
}

#[napi]
impl NativeRouter {
    /// Compiles a directory.
    #[napi(factory, catch_unwind)]
    pub fn of(directory: &NativeDirectory) -> NativeRouter {
        NativeRouter::over(aiguillage::Router::new(directory.core.clone()))
    }

    /// Reads and compiles a folder of CSV files or a JSON document.
    #[napi(ts_return_type = "Promise<NativeRouter>")]
    pub fn open(
        path: String,
        lenient: bool,
        geography: Option<&NativeGeography>,
    ) -> AsyncTask<Work<NativeRouter>> {
        let options = read_options(lenient, geography);
        work(move || match aiguillage::Router::open_with(path, &options) {
            Ok(core) => Ok(NativeRouter::over(core)),
            Err(error) => Err(errors::directory(&error)),
        })
    }

    /// Reads and compiles a JSON document.
    #[napi(factory, catch_unwind)]
    pub fn from_json(
        text: String,
        lenient: bool,
        geography: Option<&NativeGeography>,
    ) -> Result<NativeRouter> {
        let options = read_options(lenient, geography);
        match aiguillage::Directory::from_json_with(&text, &options) {
            Ok(directory) => Ok(NativeRouter::over(aiguillage::Router::new(directory))),
            Err(error) => Err(errors::directory(&error)),
        }
    }

    /// Loads a snapshot from a file.
    #[napi(ts_return_type = "Promise<NativeRouter>")]
    pub fn load(path: String, geography: Option<&NativeGeography>) -> AsyncTask<Work<NativeRouter>> {
        let geography = read_options(false, geography).geography;
        work(move || {
            let bytes = std::fs::read(path).map_err(|error| errors::snapshot(&error.into()))?;
            let read = aiguillage::Router::from_bytes_with(&bytes, geography);
            read.map(NativeRouter::over).map_err(|error| errors::snapshot(&error))
        })
    }

    /// Loads a snapshot from bytes.
    #[napi(factory, catch_unwind)]
    pub fn from_bytes(bytes: &[u8], geography: Option<&NativeGeography>) -> Result<NativeRouter> {
        let geography = read_options(false, geography).geography;
        let read = aiguillage::Router::from_bytes_with(bytes, geography);
        read.map(NativeRouter::over).map_err(|error| errors::snapshot(&error))
    }

    /// Writes the snapshot to a file.
    #[napi(ts_return_type = "Promise<void>")]
    pub fn save(&self, path: String) -> AsyncTask<Work<()>> {
        let core = self.core.clone();
        work(move || core.save(path).map_err(|error| errors::snapshot(&error)))
    }

    /// The snapshot.
    #[napi(catch_unwind)]
    pub fn to_bytes(&self) -> Result<Uint8Array> {
        self.core.to_bytes().map(Uint8Array::from).map_err(|error| errors::snapshot(&error))
    }

    /// The directory that was compiled.
    #[napi(getter)]
    pub fn directory(&self) -> NativeDirectory {
        NativeDirectory { core: self.core.directory().clone() }
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
        let options = self::options(options.as_deref())?;
        let need = wire::need(&need).map_err(|error| errors::need(&error))?;
        let found = self.core.match_experts_with(&need, &options).map_err(|error| errors::need(&error))?;
        let mut rows = Rows::default();
        rows.push(Ok(found), &self.varies);
        #[expect(unsafe_code, reason = "only `lib/router.ts` has the array, and it waits for this call")]
        let words = unsafe { words.as_mut() };
        let needed = rows.words.len();
        match words.get_mut(..needed) {
            Some(place) => place.copy_from_slice(&rows.words),
            None => {
                if let Some(first) = words.first_mut() {
                    *first = u32::MAX - u32::try_from(needed).unwrap_or(0);
                }
            }
        }
        Ok((!rows.notes.is_empty()).then_some(rows.notes))
    }

    /// The matches of a part of a batch, off the event loop, on every core.
    #[napi(ts_return_type = "Promise<NativeRows>")]
    pub fn match_rows(&self, needs: String, options: Option<String>) -> Result<AsyncTask<Work<NativeRows>>> {
        let (core, varies) = (self.core.clone(), Arc::clone(&self.varies));
        let options = self::options(options.as_deref())?;
        Ok(work(move || match_rows(&core, &varies, &needs, &options)))
    }

    /// What an expert offers on a subject, both by position, wherever it is found.
    #[napi(catch_unwind)]
    pub fn offer(&self, expert: u32, subject: u32) -> Option<String> {
        aiguillage::router::positions::offer(&self.core, expert, subject).map(|offer| matches::offer(&offer))
    }

    /// The router of a changed directory.
    #[napi(catch_unwind)]
    pub fn with_changes(&self, json: String) -> Result<NativeRouter> {
        self.core.with_changes(&json).map(NativeRouter::over).map_err(|error| errors::directory(&error))
    }

    /// Why each competent expert matches or does not, as JSON.
    #[napi(catch_unwind)]
    pub fn explain(&self, need: String) -> Result<String> {
        let need = wire::need(&need).map_err(|error| errors::need(&error))?;
        let explanation = self.core.explain(&need).map_err(|error| errors::need(&error))?;
        records::to_json(&explanation)
    }

    /// Coverage, off the event loop.
    #[napi(ts_return_type = "Promise<NativeCoverage>")]
    pub fn coverage(
        &self,
        query: String,
        profile: Option<String>,
        by: String,
    ) -> Result<AsyncTask<Work<NativeCoverage>>> {
        let core = self.core.clone();
        let kind: ZoneKind = by.parse().map_err(|error| errors::zone(&error))?;
        let query = CoverageQuery::from_fields(wire::fields(&query)).map_err(|error| errors::need(&error))?;
        let profile = profile.map(|profile| wire::need(&profile)).transpose();
        let query = CoverageQuery { profile: profile.map_err(|error| errors::need(&error))?, ..query };
        Ok(work(move || coverage(&core, &query, kind)))
    }

    /// What changes for some needs between this router and another, as JSON, off the event loop.
    #[napi(ts_return_type = "Promise<string>")]
    pub fn compare(&self, other: &NativeRouter, needs: String) -> AsyncTask<Work<String>> {
        let (first, second) = (self.core.clone(), other.core.clone());
        work(move || {
            let mut read = Vec::new();
            for (row, text) in wire::needs(&needs).into_iter().enumerate() {
                read.push(wire::need(text).map_err(|error| row_error(row, &error))?);
            }
            records::to_json(&compare(&first, &second, &read))
        })
    }

    /// A record of the directory, by its position, as JSON.
    #[napi(catch_unwind)]
    pub fn record(&self, kind: String, position: u32) -> Result<Option<String>> {
        let directory = self.core.directory();
        let position = position as usize;
        match kind.as_str() {
            "expert" => directory.experts().get(position).map(records::to_json).transpose(),
            "antenne" => directory.antennes().get(position).map(records::to_json).transpose(),
            "institution" => directory.institutions().get(position).map(records::to_json).transpose(),
            _ => directory.subjects().get(position).map(records::to_json).transpose(),
        }
    }

    /// The ids of the records of a kind, in the order of their positions.
    #[napi(catch_unwind)]
    pub fn ids(&self, kind: String) -> Vec<&str> {
        let directory = self.core.directory();
        match kind.as_str() {
            "expert" => directory.experts().iter().map(|one| one.id.as_str()).collect(),
            "antenne" => directory.antennes().iter().map(|one| one.id.as_str()).collect(),
            "institution" => directory.institutions().iter().map(|one| one.id.as_str()).collect(),
            _ => directory.subjects().iter().map(|one| one.id.as_str()).collect(),
        }
    }
}

fn match_rows(
    core: &aiguillage::Router,
    varies: &[bool],
    text: &str,
    options: &MatchOptions,
) -> Result<NativeRows> {
    let texts = wire::needs(text);
    let need = |row: usize| -> std::result::Result<Need, NeedError> { wire::need(texts[row]) };
    let go_on = |_| std::ops::ControlFlow::Continue(());
    let results = core.match_rows(texts.len(), need, options, go_on).map_err(|error| errors::need(&error))?;
    let mut rows = Rows::default();
    for result in results {
        rows.push(result, varies);
    }
    Ok(NativeRows {
        words: Uint32Array::new(rows.words),
        notes: rows.notes,
        errors: records::to_json(&rows.errors)?,
    })
}

fn coverage(core: &aiguillage::Router, query: &CoverageQuery, kind: ZoneKind) -> Result<NativeCoverage> {
    let coverage = core.coverage(query).map_err(|error| errors::need(&error))?;
    let subjects = coverage.subjects.iter().map(|one| {
        json!({
            "subject": one.subject.id,
            "gaps": one.gaps,
            "gap_communes": one.gap_communes,
            "gap_population": one.gap_population,
            "overlaps": one.overlaps,
            "by_zone": one.by_zone(kind),
        })
    });
    let json = json!({
        "zones": coverage.zones,
        "communes": coverage.communes,
        "population": coverage.population,
        "subjects": subjects.collect::<Vec<_>>(),
    });
    // Once for all subjects: they count the same communes.
    let first = coverage.subjects.first();
    let codes = first.map(|one| one.experts_by_commune().map(|(code, _)| code).collect());
    let counts = coverage.subjects.iter().flat_map(|one| one.experts_by_commune().map(|(_, count)| count));
    Ok(NativeCoverage {
        json: json.to_string(),
        codes: codes.unwrap_or_default(),
        counts: Uint32Array::new(counts.collect()),
    })
}

fn row_error(row: usize, error: &NeedError) -> napi::Error {
    let mut json = errors::need_json(error);
    json["row"] = row.into();
    napi::Error::from_reason(json.to_string())
}

/// The geography of a router, shared.
pub(crate) fn geography_of(directory: &aiguillage::Directory) -> Arc<aiguillage::Geography> {
    Arc::clone(directory.geography())
}
