//! The options of a request for matches, among the keywords of a call.

use aiguillage::MatchOptions;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::PyDict;

use crate::errors;
use crate::value::field_value;

/// Takes the options out of the keywords of a call; `None` is as if the keyword were not there.
pub(crate) fn taken(py: Python<'_>, keywords: Option<&Bound<'_, PyDict>>) -> PyResult<MatchOptions> {
    let Some(keywords) = keywords else { return Ok(MatchOptions::default()) };
    let mut given = Vec::new();
    for name in MatchOptions::NAMES {
        if let Some(value) = keywords.get_item(name)? {
            keywords.del_item(name)?;
            if !value.is_none() {
                given.push(((*name).into(), field_value(&value)?));
            }
        }
    }
    if given.is_empty() {
        return Ok(MatchOptions::default());
    }
    MatchOptions::from_fields(given).map_err(|error| errors::raised(py, error))
}

/// The options of a call of `function` that takes no other keywords.
pub(crate) fn only(
    py: Python<'_>,
    function: &str,
    keywords: Option<&Bound<'_, PyDict>>,
) -> PyResult<MatchOptions> {
    let options = taken(py, keywords)?;
    match keywords.and_then(|keywords| keywords.keys().iter().next()) {
        None => Ok(options),
        Some(name) => {
            let message = format!("{function}() got an unexpected keyword argument '{name}'");
            Err(PyTypeError::new_err(message))
        }
    }
}
