//! The calls of the core's boundary.

use aiguillage::boundary::{Target, call};
use pyo3::prelude::*;

use crate::errors;
use crate::records;

/// What a call answers, as JSON. Other threads of Python run meanwhile.
///
/// # Errors
/// The exception of the call's error.
pub(crate) fn ask(py: Python<'_>, name: &str, target: Target<'_>, request: &str) -> PyResult<String> {
    py.detach(|| call(name, target, request)).map_err(|error| errors::raised(py, error))
}

/// The same as records; `directory` gives those of its experts and the like.
///
/// # Errors
/// As [`ask`].
pub(crate) fn answer<'py>(
    py: Python<'py>,
    name: &str,
    target: Target<'_>,
    request: &str,
    directory: Option<&Bound<'py, PyAny>>,
) -> PyResult<Bound<'py, PyAny>> {
    records::load(py, name, &ask(py, name, target, request)?, directory)
}
