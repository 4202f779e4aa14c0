//! The records of a directory's experts, antennes and the like: each is made when it is first looked
//! at, and then is the same object everywhere.

use std::collections::HashMap;

use aiguillage::Directory;
use aiguillage::boundary::Target;
use pyo3::exceptions::{PyIndexError, PyValueError};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyList, PyString, PyTuple};
use serde_json::json;

use crate::ask::{answer, ask};

/// The records of one list of the directory.
pub(crate) struct Entities {
    /// The call that answers one of them.
    one: &'static str,
    /// The call that answers all of them, which is the name of the list.
    all: &'static str,
    made: Box<[PyOnceLock<Py<PyAny>>]>,
    list: PyOnceLock<Py<PyTuple>>,
    positions: PyOnceLock<HashMap<String, u32>>,
}

impl Entities {
    pub(crate) fn new(one: &'static str, all: &'static str, count: usize) -> Entities {
        let made = (0..count).map(|_| PyOnceLock::new()).collect();
        Entities { one, all, made, list: PyOnceLock::new(), positions: PyOnceLock::new() }
    }

    pub(crate) fn get<'py>(
        &self,
        py: Python<'py>,
        directory: &Directory,
        position: u32,
    ) -> PyResult<Bound<'py, PyAny>> {
        let no_record = || PyIndexError::new_err(format!("there is no {} {position}", self.one));
        let made = self.made.get(position as usize).ok_or_else(no_record)?;
        let load = || {
            let request = json!({"position": position}).to_string();
            answer(py, self.one, Target::Directory(directory), &request, None).map(Bound::unbind)
        };
        made.get_or_try_init(py, load).map(|record| record.bind(py).clone())
    }

    pub(crate) fn find<'py>(
        &self,
        py: Python<'py>,
        directory: &Directory,
        id: &Bound<'py, PyString>,
    ) -> PyResult<Option<Bound<'py, PyAny>>> {
        let load = || {
            let request = json!({"list": self.all}).to_string();
            let ids = ask(py, "ids", Target::Directory(directory), &request)?;
            let ids: Vec<String> =
                serde_json::from_str(&ids).map_err(|error| PyValueError::new_err(error.to_string()))?;
            Ok::<_, PyErr>(ids.into_iter().zip(0..).collect())
        };
        let positions: &HashMap<String, u32> = self.positions.get_or_try_init(py, load)?;
        // No record has half a character in its id.
        let position = id.to_cow().ok().and_then(|id| positions.get(id.as_ref()));
        position.map(|position| self.get(py, directory, *position)).transpose()
    }

    /// All of them, in the order of the directory.
    pub(crate) fn all<'py>(&self, py: Python<'py>, directory: &Directory) -> PyResult<Bound<'py, PyTuple>> {
        let load = || {
            // One crossing for those that nobody has looked at yet.
            let loaded = answer(py, self.all, Target::Directory(directory), "{}", None)?;
            let mut all = Vec::with_capacity(self.made.len());
            for (made, record) in self.made.iter().zip(loaded.cast::<PyList>()?) {
                all.push(made.get_or_init(py, || record.unbind()).clone_ref(py));
            }
            Ok::<_, PyErr>(PyTuple::new(py, all)?.unbind())
        };
        self.list.get_or_try_init(py, load).map(|all| all.bind(py).clone())
    }
}
