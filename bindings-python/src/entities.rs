//! The records of a directory's experts, antennes and the like: each is made when it is first looked
//! at, and then is the same object everywhere.

use std::collections::HashMap;
use std::sync::OnceLock;

use aiguillage::directory::{Antenne, Expert, Institution};
use aiguillage::taxonomy::{Subject, Theme};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyList, PyTuple};
use serde::Serialize;

use crate::records;

/// What the directory knows by an id.
pub(crate) trait Entity: Serialize {
    /// The name of its record.
    const KIND: &'static str;

    fn id(&self) -> &str;
}

macro_rules! entities {
    ($($kind:ident)*) => {
        $(impl Entity for $kind {
            const KIND: &'static str = stringify!($kind);

            fn id(&self) -> &str {
                &self.id
            }
        })*
    };
}

entities! { Theme Subject Institution Antenne Expert }

/// The records of one list of the directory.
pub(crate) struct Entities {
    made: Box<[PyOnceLock<Py<PyAny>>]>,
    all: PyOnceLock<Py<PyTuple>>,
    positions: OnceLock<HashMap<String, u32>>,
}

impl Entities {
    pub(crate) fn new<T>(list: &[T]) -> Entities {
        Entities {
            made: list.iter().map(|_| PyOnceLock::new()).collect(),
            all: PyOnceLock::new(),
            positions: OnceLock::new(),
        }
    }

    pub(crate) fn get<'py, T: Entity>(
        &self,
        py: Python<'py>,
        list: &[T],
        position: u32,
    ) -> PyResult<Bound<'py, PyAny>> {
        let position = position as usize;
        let load = || records::load(py, T::KIND, &list[position]).map(Bound::unbind);
        self.made[position].get_or_try_init(py, load).map(|record| record.bind(py).clone())
    }

    pub(crate) fn find<'py, T: Entity>(
        &self,
        py: Python<'py>,
        list: &[T],
        id: &str,
    ) -> PyResult<Option<Bound<'py, PyAny>>> {
        let positions =
            self.positions.get_or_init(|| list.iter().map(|one| one.id().to_owned()).zip(0..).collect());
        positions.get(id).map(|position| self.get(py, list, *position)).transpose()
    }

    /// All of them, in the order of the directory.
    pub(crate) fn all<'py, T: Entity>(&self, py: Python<'py>, list: &[T]) -> PyResult<Bound<'py, PyTuple>> {
        let load = || {
            // One crossing for those that nobody has looked at yet.
            let loaded = records::load(py, &format!("list[{}]", T::KIND), list)?;
            let mut all = Vec::with_capacity(list.len());
            for (made, record) in self.made.iter().zip(loaded.cast::<PyList>()?) {
                all.push(made.get_or_init(py, || record.unbind()).clone_ref(py));
            }
            Ok::<_, PyErr>(PyTuple::new(py, all)?.unbind())
        };
        self.all.get_or_try_init(py, load).map(|all| all.bind(py).clone())
    }
}
