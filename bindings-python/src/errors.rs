//! The core's errors as Python's exceptions, whose classes are in `aiguillage/errors.py`.

use aiguillage::{Diagnostic, DirectoryError, NeedError, ReferralError, SnapshotError};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyType;

use crate::records;

macro_rules! class {
    ($function:ident, $name:literal) => {
        fn $function(py: Python<'_>) -> PyResult<&Bound<'_, PyType>> {
            static CLASS: PyOnceLock<Py<PyType>> = PyOnceLock::new();
            CLASS.import(py, "aiguillage.errors", $name)
        }
    };
}

class!(need_class, "NeedError");
class!(directory_class, "DirectoryError");
class!(snapshot_class, "SnapshotError");
class!(referral_class, "ReferralError");

/// A `NeedError`, made but not raised.
pub(crate) fn need_error<'py>(py: Python<'py>, error: &NeedError) -> PyResult<Bound<'py, PyAny>> {
    need_class(py)?.call1((error.message(), error.code(), error.field(), error.hint()))
}

/// A row of a file of needs that could not be cut into cells.
pub(crate) fn need_fault<'py>(py: Python<'py>, fault: &Diagnostic) -> PyResult<Bound<'py, PyAny>> {
    need_class(py)?.call1((&fault.message, fault.code.as_str(), None::<&str>, &fault.nearest))
}

/// To raise.
pub(crate) fn need(py: Python<'_>, error: &NeedError) -> PyErr {
    need_error(py, error).map_or_else(|failed| failed, PyErr::from_value)
}

pub(crate) fn directory(py: Python<'_>, error: &DirectoryError) -> PyErr {
    let made = || {
        let diagnostics = records::load(py, "list[Diagnostic]", error.diagnostics())?;
        directory_class(py)?.call1((error.to_string(), error.code(), diagnostics))
    };
    made().map_or_else(|failed| failed, PyErr::from_value)
}

pub(crate) fn snapshot(py: Python<'_>, error: SnapshotError) -> PyErr {
    match error {
        // A missing file is a `FileNotFoundError`, as everywhere in Python.
        SnapshotError::Io(error) | SnapshotError::Write(error) => error.into(),
        error => {
            let made = || snapshot_class(py)?.call1((error.to_string(), error.code()));
            made().map_or_else(|failed| failed, PyErr::from_value)
        }
    }
}

/// To raise.
pub(crate) fn referral(py: Python<'_>, error: &ReferralError) -> PyErr {
    let arguments = (error.message(), error.code(), error.field(), error.hint());
    let made = || referral_class(py)?.call1(arguments);
    made().map_or_else(|failed| failed, PyErr::from_value)
}

/// A value that no referral, need or message holds.
pub(crate) fn refused(py: Python<'_>, place: &str, kind: &str) -> PyErr {
    let field = (!place.is_empty()).then_some(place);
    let message = match field {
        Some(field) => format!("`{field}` is a value of type `{kind}`, which nothing here holds"),
        None => format!("a dict or record was expected, not a value of type `{kind}`"),
    };
    let made = || referral_class(py)?.call1((message, "invalid_value", field));
    made().map_or_else(|failed| failed, PyErr::from_value)
}

/// A wrong argument of ours, for which the core has no error.
pub(crate) fn type_error(message: impl Into<String>) -> PyErr {
    pyo3::exceptions::PyTypeError::new_err(message.into())
}
