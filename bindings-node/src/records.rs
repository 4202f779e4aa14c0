//! Everything that is looked at rather than computed with (explanations, coverage, diagnostics…)
//! crosses as JSON and becomes the records of `lib/records.ts`.

use serde::Serialize;

use crate::errors;

pub(crate) fn to_json(value: &(impl Serialize + ?Sized)) -> napi::Result<String> {
    serde_json::to_string(value).map_err(|error| errors::invalid(error.to_string()))
}
