//! Everything that is looked at rather than computed with (explanations, coverage, diagnostics…)
//! crosses as JSON and becomes the frozen dataclasses of `aiguillage/records.py`.

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use serde::Serialize;

use crate::directory::Directory;

/// The value as the record that `kind` names: `Explanation`, `list[Diagnostic]`…
pub(crate) fn load<'py>(
    py: Python<'py>,
    kind: &str,
    value: &(impl Serialize + ?Sized),
) -> PyResult<Bound<'py, PyAny>> {
    load_json(py, kind, &to_json(value)?)
}

/// The same, of JSON that was made while other threads ran.
pub(crate) fn load_json<'py>(py: Python<'py>, kind: &str, json: &str) -> PyResult<Bound<'py, PyAny>> {
    loader(py)?.call1((kind, json))
}

/// The same; experts and the like, which JSON names by their ids, are the directory's own records.
pub(crate) fn load_of<'py>(
    py: Python<'py>,
    directory: &Py<Directory>,
    kind: &str,
    json: &str,
) -> PyResult<Bound<'py, PyAny>> {
    loader(py)?.call1((kind, json, directory))
}

fn loader(py: Python<'_>) -> PyResult<&Bound<'_, PyAny>> {
    static LOAD: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    LOAD.import(py, "aiguillage.records", "load")
}

pub(crate) fn to_json(value: &(impl Serialize + ?Sized)) -> PyResult<String> {
    serde_json::to_string(value).map_err(|error| PyValueError::new_err(error.to_string()))
}
