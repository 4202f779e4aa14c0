//! The calls of the boundary: text in, text out, at once or off the event loop.

use aiguillage::boundary::{self, Target};
use aiguillage::follow_up::from_json;
use aiguillage::impact::ImpactReport;
use napi::Result;
use napi::bindgen_prelude::{AsyncTask, Uint8Array};
use napi_derive::napi;

use crate::errors::thrown;
use crate::work::{Work, work};

/// A call of the boundary on what an object of JavaScript holds.
pub(crate) fn call_on(target: Target<'_>, name: &str, request: &str) -> Result<String> {
    boundary::call(name, target, request).map_err(thrown)
}

/// A call of the boundary that is called on nothing.
#[napi(catch_unwind)]
pub fn call(name: String, request: String) -> Result<String> {
    call_on(Target::Nothing, &name, &request)
}

/// The same off the event loop.
#[napi(ts_return_type = "Promise<string>")]
pub fn call_later(name: String, request: String) -> AsyncTask<Work<String>> {
    work(move || call_on(Target::Nothing, &name, &request))
}

/// A report as the bytes of a workbook, with the report of the period before beside its figures.
#[napi(catch_unwind)]
pub fn impact_workbook(report: String, before: Option<String>) -> Result<Uint8Array> {
    let report: ImpactReport = from_json(&report).map_err(thrown)?;
    let before: Option<ImpactReport> = before.map(|before| from_json(&before)).transpose().map_err(thrown)?;
    report.workbook(before.as_ref()).to_xlsx().map(Uint8Array::from).map_err(thrown)
}
