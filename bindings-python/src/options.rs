//! The options of a request for matches.

use aiguillage::MatchOptions;
use pyo3::prelude::*;

use crate::errors;
use crate::value::field_value;

pub(crate) fn options(
    py: Python<'_>,
    limit: Option<&Bound<'_, PyAny>>,
    per_institution: Option<&Bound<'_, PyAny>>,
    load: Option<&Bound<'_, PyAny>>,
) -> PyResult<MatchOptions> {
    if limit.is_none() && per_institution.is_none() && load.is_none() {
        return Ok(MatchOptions::default());
    }
    let mut given = Vec::with_capacity(3);
    for (name, value) in [("limit", limit), ("per_institution", per_institution), ("load", load)] {
        if let Some(value) = value {
            given.push((name.into(), field_value(value)?));
        }
    }
    MatchOptions::from_fields(given).map_err(|error| errors::raised(py, error))
}
