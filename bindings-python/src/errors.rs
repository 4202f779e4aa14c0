//! The core's errors as Python's exceptions, whose classes are in `aiguillage/errors.py`.

use std::ffi::CString;

use aiguillage::boundary::{BoundaryError, Family};
use aiguillage::geography::GeographyError;
use aiguillage::language::Language;
use aiguillage::{Diagnostic, SnapshotError};
use pyo3::exceptions::{PyRuntimeError, PyUserWarning};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyType;

use crate::records;

macro_rules! classes {
    ($($function:ident $name:literal)*) => {
        $(fn $function(py: Python<'_>) -> PyResult<&Bound<'_, PyType>> {
            static CLASS: PyOnceLock<Py<PyType>> = PyOnceLock::new();
            CLASS.import(py, "aiguillage.errors", $name)
        })*
    };
}

classes! {
    need_class "NeedError"
    directory_class "DirectoryError"
    geography_class "GeographyError"
    company_class "CompanyError"
    referral_class "ReferralError"
    snapshot_class "SnapshotError"
}

/// How the faults of a request are told.
#[derive(Clone, Copy)]
pub(crate) struct Faults<'f> {
    /// What the request is about.
    pub(crate) family: Family,
    /// The argument of the request that users know as the whole: `referral.state` is their `state`.
    pub(crate) inside: Option<&'f str>,
}

impl Faults<'_> {
    pub(crate) fn of(family: Family) -> Faults<'static> {
        Faults { family, inside: None }
    }

    /// A place of the request, as users know it.
    fn place<'p>(&self, place: &'p str) -> &'p str {
        let rest = self.inside.and_then(|inside| place.strip_prefix(inside));
        rest.and_then(|rest| rest.strip_prefix('.')).unwrap_or(place)
    }

    /// The error, with its place as users know it.
    pub(crate) fn placed(&self, mut error: BoundaryError) -> BoundaryError {
        error.field = error.field.map(|field| self.place(&field).into());
        error
    }
}

/// The exception of an error, made but not raised.
pub(crate) fn made<'py>(py: Python<'py>, error: &BoundaryError) -> PyResult<Bound<'py, PyAny>> {
    let (message, hint) = (error.message(), error.hint());
    let (code, field) = (error.code, error.field.as_deref());
    let french = (error.message_in(Language::French), error.hint_in(Language::French));
    match error.family {
        Family::Need => need_class(py)?.call1((message, code, field, hint, french)),
        Family::Geography => geography_class(py)?.call1((message, code, field, hint, french)),
        Family::Company => company_class(py)?.call1((message, code, field, hint, french)),
        Family::Referral => referral_class(py)?.call1((message, code, field, hint, french)),
        Family::Snapshot => snapshot_class(py)?.call1((message, code, french.0)),
        Family::Directory => {
            let diagnostics = records::load(py, "diagnostics", &records::to_json(&error.related)?, None)?;
            directory_class(py)?.call1((message, code, diagnostics, french.0))
        }
        // A fault of this package.
        _ => py.get_type::<PyRuntimeError>().call1((error.to_string(),)),
    }
}

/// The exception of an error, to raise.
pub(crate) fn raised(py: Python<'_>, error: impl Into<BoundaryError>) -> PyErr {
    made(py, &error.into()).map_or_else(|failed| failed, PyErr::from_value)
}

/// A missing file is a `FileNotFoundError`, as everywhere in Python.
pub(crate) fn snapshot(py: Python<'_>, error: SnapshotError) -> PyErr {
    match error {
        SnapshotError::Io(error) | SnapshotError::Write(error) => error.into(),
        error => raised(py, error),
    }
}

/// The same for the file of a geography.
pub(crate) fn geography(py: Python<'_>, error: GeographyError) -> PyErr {
    match error {
        GeographyError::Io { source, .. } => source.into(),
        error => raised(py, error),
    }
}

/// A row of a file of needs that could not be cut into cells.
pub(crate) fn need_fault<'py>(py: Python<'py>, fault: &Diagnostic) -> PyResult<Bound<'py, PyAny>> {
    let french = (fault.message_in(Language::French), fault.nearest.as_deref());
    need_class(py)?.call1((fault.message(), fault.code.as_str(), None::<&str>, &fault.nearest, french))
}

/// A need that is none at all.
pub(crate) fn no_need(py: Python<'_>, message: String) -> PyResult<Bound<'_, PyAny>> {
    made(py, &invalid(Family::Need, None, message))
}

/// A value that no referral, need or message holds.
pub(crate) fn refused(py: Python<'_>, faults: Faults<'_>, place: &str, kind: &str) -> PyErr {
    let field = Some(faults.place(place)).filter(|place| !place.is_empty());
    let message = match field {
        Some(field) => format!("`{field}` is a value of type `{kind}`, which nothing here holds"),
        None => format!("a dict or record was expected, not a value of type `{kind}`"),
    };
    raised(py, invalid(faults.family, field, message))
}

fn invalid(family: Family, field: Option<&str>, message: String) -> BoundaryError {
    let mut error = BoundaryError::invalid_value(family, "", message);
    error.field = field.map(Box::from);
    error
}

/// A wrong argument of ours, for which the core has no error.
pub(crate) fn type_error(message: impl Into<String>) -> PyErr {
    pyo3::exceptions::PyTypeError::new_err(message.into())
}

/// Warns of what is worth a look and stops nothing.
pub(crate) fn warn(py: Python<'_>, message: &str) -> PyResult<()> {
    let message = CString::new(message.replace('\0', "\u{fffd}"))?;
    PyErr::warn(py, &py.get_type::<PyUserWarning>(), &message, 1)
}
