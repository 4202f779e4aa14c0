//! What is looked at rather than computed with (explanations, coverage, diagnostics…) crosses as JSON
//! and becomes the frozen dataclasses of `aiguillage/generated`.

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use serde::Serialize;

/// What a call answered, as records; experts and the like, which JSON names by their ids, are those of
/// the directory where one is given.
pub(crate) fn load<'py>(
    py: Python<'py>,
    call: &str,
    json: &str,
    directory: Option<&Bound<'py, PyAny>>,
) -> PyResult<Bound<'py, PyAny>> {
    static LOAD: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    LOAD.import(py, "aiguillage._answers", "answer")?.call1((call, json, directory))
}

pub(crate) fn to_json(value: &(impl Serialize + ?Sized)) -> PyResult<String> {
    serde_json::to_string(value).map_err(|error| PyValueError::new_err(error.to_string()))
}
