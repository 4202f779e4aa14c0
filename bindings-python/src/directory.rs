//! A directory as Python sees it.

use std::path::PathBuf;

use aiguillage::ReadOptions;
use aiguillage::directory::Import;
use pyo3::prelude::*;
use pyo3::types::{PyList, PyTuple, PyType};

use crate::entities::Entities;
use crate::geography::{Geography, must_be_embedded};
use crate::{errors, records};

/// A directory that was read and checked: the taxonomy, the institutions, their antennes and experts.
///
/// >>> from aiguillage import Directory
/// >>> directory = Directory.open("examples/hauts-de-france")
/// >>> directory.rules, directory.themes[0].id
/// ('every', 'recrutement-formation')
#[pyclass(frozen, module = "aiguillage")]
pub(crate) struct Directory {
    pub(crate) core: aiguillage::Directory,
    themes: Entities,
    subjects: Entities,
    institutions: Entities,
    antennes: Entities,
    experts: Entities,
}

impl Directory {
    pub(crate) fn over(core: aiguillage::Directory) -> Directory {
        Directory {
            themes: Entities::new(core.themes()),
            subjects: Entities::new(core.subjects()),
            institutions: Entities::new(core.institutions()),
            antennes: Entities::new(core.antennes()),
            experts: Entities::new(core.experts()),
            core,
        }
    }

    pub(crate) fn expert_at<'py>(&self, py: Python<'py>, position: u32) -> PyResult<Bound<'py, PyAny>> {
        self.experts.get(py, self.core.experts(), position)
    }

    pub(crate) fn antenne_at<'py>(&self, py: Python<'py>, position: u32) -> PyResult<Bound<'py, PyAny>> {
        self.antennes.get(py, self.core.antennes(), position)
    }

    pub(crate) fn institution_at<'py>(&self, py: Python<'py>, position: u32) -> PyResult<Bound<'py, PyAny>> {
        self.institutions.get(py, self.core.institutions(), position)
    }

    pub(crate) fn subject_at<'py>(&self, py: Python<'py>, position: u32) -> PyResult<Bound<'py, PyAny>> {
        self.subjects.get(py, self.core.subjects(), position)
    }
}

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
        read.map(Directory::over).map_err(|error| errors::directory(py, &error))
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
        read.map(Directory::over).map_err(|error| errors::directory(py, &error))
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
            let mut import = Import::onto(&self.core);
            for (name, bytes) in antennes.iter().flatten() {
                import.antennes(name, bytes);
            }
            for (name, bytes) in experts.iter().flatten() {
                import.experts(name, bytes);
            }
            if lenient { import.lenient().finish() } else { import.finish() }
        });
        read.map(Directory::over).map_err(|error| errors::directory(py, &error))
    }

    /// The directory as one JSON document.
    fn to_json(&self, py: Python<'_>) -> String {
        py.detach(|| self.core.to_json())
    }

    /// Writes the directory as a folder of CSV files.
    fn save_csv(&self, py: Python<'_>, folder: PathBuf) -> PyResult<()> {
        Ok(py.detach(|| self.core.save_csv(folder))?)
    }

    /// The same directory under another version of the rules: `every` or `any-in-level`.
    fn with_rules(&self, py: Python<'_>, rules: &str) -> PyResult<Directory> {
        match rules.parse() {
            Ok(rules) => Ok(Directory::over(py.detach(|| self.core.clone().with_rules(rules)))),
            Err(error) => Err(pyo3::exceptions::PyValueError::new_err(error.to_string())),
        }
    }

    /// The version of the rules under which it matches.
    #[getter]
    fn rules(&self) -> &'static str {
        self.core.rules().as_str()
    }

    /// What was found while it was read: warnings, and errors if it was read leniently.
    #[getter]
    fn diagnostics<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        records::load(py, "list[Diagnostic]", self.core.diagnostics())
    }

    /// The geography that its zones refer to.
    #[getter]
    fn geography(&self) -> Geography {
        Geography(self.core.geography().clone())
    }

    /// The themes.
    #[getter]
    fn themes<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        self.themes.all(py, self.core.themes())
    }

    /// The subjects, with their questions.
    #[getter]
    fn subjects<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        self.subjects.all(py, self.core.subjects())
    }

    /// The institutions.
    #[getter]
    fn institutions<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        self.institutions.all(py, self.core.institutions())
    }

    /// The antennes.
    #[getter]
    fn antennes<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        self.antennes.all(py, self.core.antennes())
    }

    /// The experts.
    #[getter]
    fn experts<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        self.experts.all(py, self.core.experts())
    }

    /// Messages of which the subject is known; they sharpen `Router.suggest_subjects`.
    #[getter]
    fn examples<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let examples = records::load(py, "list[Example]", self.core.examples())?;
        Ok(examples.cast::<PyList>()?.to_tuple())
    }

    /// The theme of an id; `None` where there is none.
    fn theme<'py>(&self, py: Python<'py>, id: &str) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.themes.find(py, self.core.themes(), id)
    }

    /// The subject of an id; `None` where there is none.
    fn subject<'py>(&self, py: Python<'py>, id: &str) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.subjects.find(py, self.core.subjects(), id)
    }

    /// The institution of an id; `None` where there is none.
    fn institution<'py>(&self, py: Python<'py>, id: &str) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.institutions.find(py, self.core.institutions(), id)
    }

    /// The antenne of an id; `None` where there is none.
    fn antenne<'py>(&self, py: Python<'py>, id: &str) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.antennes.find(py, self.core.antennes(), id)
    }

    /// The expert of an id; `None` where there is none.
    fn expert<'py>(&self, py: Python<'py>, id: &str) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.experts.find(py, self.core.experts(), id)
    }

    fn __repr__(&self) -> String {
        format!(
            "<aiguillage.Directory of {} experts, {} antennes, {} institutions, {} subjects>",
            self.core.experts().len(),
            self.core.antennes().len(),
            self.core.institutions().len(),
            self.core.subjects().len()
        )
    }

    fn __eq__(&self, other: &Bound<'_, PyAny>) -> bool {
        other.cast::<Directory>().is_ok_and(|other| self.core == other.get().core)
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, (String,))> {
        must_be_embedded(self.core.geography())?;
        let from_json = PyType::new::<Directory>(py).getattr("from_json")?;
        Ok((from_json, (self.core.to_json(),)))
    }

    // Equal directories would need equal hashes; nobody looks one up by another.
    #[classattr]
    const __hash__: Option<Py<PyList>> = None;
}
