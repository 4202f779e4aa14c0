//! A directory as Python sees it.

use std::path::PathBuf;

use aiguillage::ReadOptions;
use aiguillage::directory::Import;
use pyo3::prelude::*;
use pyo3::types::{PyList, PyType};

use crate::geography::Geography;
use crate::{errors, records};

/// A directory that was read and checked: the taxonomy, the institutions, their antennes and experts.
///
/// >>> from aiguillage import Directory
/// >>> directory = Directory.open("examples/hauts-de-france")
/// >>> directory.rules, directory.themes[0].id
/// ('every', 'recrutement-formation')
#[pyclass(frozen, module = "aiguillage")]
pub(crate) struct Directory(pub(crate) aiguillage::Directory);

pub(crate) fn read_options(lenient: bool, geography: Option<&Bound<'_, Geography>>) -> ReadOptions {
    let options = match geography {
        Some(geography) => ReadOptions::with_geography(geography.get().0.clone()),
        None => ReadOptions::default(),
    };
    if lenient { options.lenient() } else { options }
}

#[pymethods]
impl Directory {
    /// Reads a folder of CSV files or a JSON document.
    ///
    /// Raises `DirectoryError` with every finding, if one of them is an error. With `lenient`, what
    /// is faulty is left out instead, and `diagnostics` tells.
    #[staticmethod]
    #[pyo3(signature = (path, *, lenient=false, geography=None))]
    fn open(
        py: Python<'_>,
        path: PathBuf,
        lenient: bool,
        geography: Option<&Bound<'_, Geography>>,
    ) -> PyResult<Directory> {
        let options = read_options(lenient, geography);
        let read = py.detach(|| aiguillage::Directory::open_with(path, &options));
        read.map(Directory).map_err(|error| errors::directory(py, &error))
    }

    /// Reads a JSON document.
    #[staticmethod]
    #[pyo3(signature = (text, *, lenient=false, geography=None))]
    fn from_json(
        py: Python<'_>,
        text: &str,
        lenient: bool,
        geography: Option<&Bound<'_, Geography>>,
    ) -> PyResult<Directory> {
        let options = read_options(lenient, geography);
        let read = py.detach(|| aiguillage::Directory::from_json_with(text, &options));
        read.map(Directory).map_err(|error| errors::directory(py, &error))
    }

    /// Everything that is wrong with the directory at `path`, or worth a look; empty if nothing is.
    #[staticmethod]
    fn check(py: Python<'_>, path: PathBuf) -> PyResult<Bound<'_, PyAny>> {
        let found = py.detach(|| aiguillage::Directory::check(path));
        records::load(py, "list[Diagnostic]", &found)
    }

    /// This directory with the antennes and experts of partners' spreadsheets: pairs of a name and
    /// the bytes of a CSV file with the headers of the national service.
    #[pyo3(signature = (*, antennes=None, experts=None, lenient=false))]
    fn import_sheets(
        &self,
        py: Python<'_>,
        antennes: Option<Vec<(String, Vec<u8>)>>,
        experts: Option<Vec<(String, Vec<u8>)>>,
        lenient: bool,
    ) -> PyResult<Directory> {
        let read = py.detach(|| {
            let mut import = Import::onto(&self.0);
            for (name, bytes) in antennes.iter().flatten() {
                import.antennes(name, bytes);
            }
            for (name, bytes) in experts.iter().flatten() {
                import.experts(name, bytes);
            }
            if lenient { import.lenient().finish() } else { import.finish() }
        });
        read.map(Directory).map_err(|error| errors::directory(py, &error))
    }

    /// The directory as one JSON document.
    fn to_json(&self, py: Python<'_>) -> String {
        py.detach(|| self.0.to_json())
    }

    /// Writes the directory as a folder of CSV files.
    fn save_csv(&self, py: Python<'_>, folder: PathBuf) -> PyResult<()> {
        Ok(py.detach(|| self.0.save_csv(folder))?)
    }

    /// The same directory under another version of the rules: `every` or `any-in-level`.
    fn with_rules(&self, py: Python<'_>, rules: &str) -> PyResult<Directory> {
        match rules.parse() {
            Ok(rules) => Ok(Directory(py.detach(|| self.0.clone().with_rules(rules)))),
            Err(error) => Err(pyo3::exceptions::PyValueError::new_err(error.to_string())),
        }
    }

    /// The version of the rules under which it matches.
    #[getter]
    fn rules(&self) -> &'static str {
        self.0.rules().as_str()
    }

    /// What was found while it was read: warnings, and errors if it was read leniently.
    #[getter]
    fn diagnostics<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        records::load(py, "list[Diagnostic]", self.0.diagnostics())
    }

    /// The geography that its zones refer to.
    #[getter]
    fn geography(&self) -> Geography {
        Geography(self.0.geography().clone())
    }

    /// The themes.
    #[getter]
    fn themes<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        records::load(py, "list[Theme]", self.0.themes())
    }

    /// The subjects, with their questions.
    #[getter]
    fn subjects<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        records::load(py, "list[Subject]", self.0.subjects())
    }

    /// The institutions.
    #[getter]
    fn institutions<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        records::load(py, "list[Institution]", self.0.institutions())
    }

    /// The antennes.
    #[getter]
    fn antennes<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        records::load(py, "list[Antenne]", self.0.antennes())
    }

    /// The experts.
    #[getter]
    fn experts<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        records::load(py, "list[Expert]", self.0.experts())
    }

    fn __repr__(&self) -> String {
        format!(
            "<aiguillage.Directory of {} experts, {} antennes, {} institutions, {} subjects>",
            self.0.experts().len(),
            self.0.antennes().len(),
            self.0.institutions().len(),
            self.0.subjects().len()
        )
    }

    fn __eq__(&self, other: &Bound<'_, PyAny>) -> bool {
        other.cast::<Directory>().is_ok_and(|other| self.0 == other.get().0)
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, (String,))> {
        let from_json = PyType::new::<Directory>(py).getattr("from_json")?;
        Ok((from_json, (self.0.to_json(),)))
    }

    // Equal directories would need equal hashes; nobody looks one up by another.
    #[classattr]
    const __hash__: Option<Py<PyList>> = None;
}
