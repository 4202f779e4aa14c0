//! The calls of the boundary: text in, text out, at once or off the event loop.

use aiguillage::boundary::{self, Target};
use napi::Result;
use napi::bindgen_prelude::AsyncTask;
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
