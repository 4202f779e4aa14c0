//! A directory as Python sees it.

use std::path::PathBuf;

use aiguillage::boundary::directory::{
    ImportOptions, Sheet, SheetKind, import_sheets, read_options, with_rules,
};
use aiguillage::boundary::{Family, Target};
use pyo3::prelude::*;
use pyo3::types::{PyList, PyString, PyTuple, PyType};

use crate::ask::answer;
use crate::entities::Entities;
use crate::geography::{Geography, must_be_embedded, shared};
use crate::value::argument;
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
    territories: Entities,
    themes: Entities,
    subjects: Entities,
    institutions: Entities,
    antennes: Entities,
    experts: Entities,
}

impl Directory {
    pub(crate) fn over(core: aiguillage::Directory) -> Directory {
        Directory {
            territories: Entities::new("territory", "territories", core.territories().len()),
            themes: Entities::new("theme", "themes", core.themes().len()),
            subjects: Entities::new("subject", "subjects", core.subjects().len()),
            institutions: Entities::new("institution", "institutions", core.institutions().len()),
            antennes: Entities::new("antenne", "antennes", core.antennes().len()),
            experts: Entities::new("expert", "experts", core.experts().len()),
            core,
        }
    }

    pub(crate) fn expert_at<'py>(&self, py: Python<'py>, position: u32) -> PyResult<Bound<'py, PyAny>> {
        self.experts.get(py, &self.core, position)
    }

    pub(crate) fn antenne_at<'py>(&self, py: Python<'py>, position: u32) -> PyResult<Bound<'py, PyAny>> {
        self.antennes.get(py, &self.core, position)
    }

    pub(crate) fn institution_at<'py>(&self, py: Python<'py>, position: u32) -> PyResult<Bound<'py, PyAny>> {
        self.institutions.get(py, &self.core, position)
    }

    pub(crate) fn subject_at<'py>(&self, py: Python<'py>, position: u32) -> PyResult<Bound<'py, PyAny>> {
        self.subjects.get(py, &self.core, position)
    }
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
        let options = read_options(lenient, shared(geography));
        let read = py.detach(|| aiguillage::Directory::open_with(path, &options));
        read.map(Directory::over).map_err(|error| errors::raised(py, error))
    }

    /// Reads a JSON document.
    #[staticmethod]
    #[pyo3(signature = (text, *, lenient=false, geography=None))]
    fn from_json(
        py: Python<'_>,
        text: &Bound<'_, PyString>,
        lenient: bool,
        geography: Option<&Bound<'_, Geography>>,
    ) -> PyResult<Directory> {
        let text = argument(text, Family::Directory, "text")?;
        let options = read_options(lenient, shared(geography));
        let read = py.detach(|| aiguillage::Directory::from_json_with(&text, &options));
        read.map(Directory::over).map_err(|error| errors::raised(py, error))
    }

    /// Everything that is wrong with the directory at `path`, or worth a look; empty if nothing is.
    #[staticmethod]
    fn check(py: Python<'_>, path: PathBuf) -> PyResult<Bound<'_, PyAny>> {
        let found = py.detach(|| aiguillage::Directory::check(path));
        records::load(py, "check_directory", &records::to_json(&found)?, None)
    }

    /// This directory as the antennes and experts of partners' spreadsheets update it: pairs of a name
    /// and the bytes of a sheet with the headers of the national service. What the directory has already
    /// is recognised; `update` tells what changed. With `whole`, what the sheets no longer name is taken
    /// away. `sheets` names those to read of workbooks that hold several.
    #[pyo3(signature = (*, antennes=None, experts=None, lenient=false, whole=false, sheets=None))]
    fn import_sheets(
        &self,
        py: Python<'_>,
        antennes: Option<Vec<(Bound<'_, PyString>, Vec<u8>)>>,
        experts: Option<Vec<(Bound<'_, PyString>, Vec<u8>)>>,
        lenient: bool,
        whole: bool,
        sheets: Option<Vec<Bound<'_, PyString>>>,
    ) -> PyResult<Directory> {
        let text = |string: &Bound<'_, PyString>, name| {
            argument(string, Family::Directory, name).map(|text| text.into_owned())
        };
        let sheets = sheets.map(|sheets| sheets.iter().map(|sheet| text(sheet, "sheets")).collect());
        let sheets = sheets.transpose()?;
        let named = |sheets: Option<Vec<(Bound<'_, PyString>, Vec<u8>)>>, kind| {
            let named = sheets.into_iter().flatten().map(|(name, bytes)| Ok((text(&name, kind)?, bytes)));
            named.collect::<PyResult<Vec<_>>>()
        };
        let (antennes, experts) = (named(antennes, "antennes")?, named(experts, "experts")?);
        let options = ImportOptions { lenient, whole, sheets: sheets.unwrap_or_default() };
        let kinds = [(SheetKind::Antennes, &antennes), (SheetKind::Experts, &experts)];
        let sheets = kinds
            .into_iter()
            .flat_map(|(kind, sheets)| sheets.iter().map(move |(name, bytes)| Sheet { kind, name, bytes }));
        let sheets: Vec<Sheet<'_>> = sheets.collect();
        let read = py.detach(|| import_sheets(&self.core, &sheets, options));
        read.map(Directory::over).map_err(|error| errors::raised(py, error))
    }

    /// What the import of sheets changed that the directory came from: what was added, what changed field
    /// by field, what is the same and what the sheets no longer name. `None` where it came from no import.
    #[getter]
    fn update<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        answer(py, "import_update", Target::Directory(&self.core), "{}", None)
    }

    /// What differs between this directory and a later one, record by record and field by field.
    fn diff<'py>(&self, py: Python<'py>, later: &Bound<'py, Directory>) -> PyResult<Bound<'py, PyAny>> {
        let target = Target::Directories(&self.core, &later.get().core);
        answer(py, "diff_directories", target, "{}", None)
    }

    /// This directory and others as one: a record that several have under one id stands once. Raises
    /// `DirectoryError` with every conflict, if they do not say the same of it.
    ///
    /// >>> directory = Directory.open("examples/hauts-de-france")
    /// >>> directory.merge(directory) == directory
    /// True
    #[pyo3(signature = (*others))]
    fn merge(&self, py: Python<'_>, others: Vec<Bound<'_, Directory>>) -> PyResult<Directory> {
        let others: Vec<&aiguillage::Directory> = others.iter().map(|other| &other.get().core).collect();
        let merged = py.detach(|| self.core.merge(&others));
        merged.map(Directory::over).map_err(|error| errors::raised(py, error))
    }

    /// The antennes as the sheet that partners fill, which `import_sheets` reads back.
    fn export_antennes(&self, py: Python<'_>) -> String {
        py.detach(|| self.core.export_antennes())
    }

    /// The experts as the sheet that partners fill, which `import_sheets` reads back.
    fn export_experts(&self, py: Python<'_>) -> String {
        py.detach(|| self.core.export_experts())
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
    fn with_rules(&self, py: Python<'_>, rules: &Bound<'_, PyString>) -> PyResult<Directory> {
        let rules = argument(rules, Family::Directory, "rules")?;
        let changed = py.detach(|| with_rules(&self.core, &rules));
        changed.map(Directory::over).map_err(|error| errors::raised(py, error))
    }

    /// Whether it carries a seed: a secret of its keeper that enters the draw by which equals share
    /// needs.
    #[getter]
    fn seeded(&self) -> bool {
        self.core.is_seeded()
    }

    /// The version of the rules under which it matches.
    #[getter]
    fn rules(&self) -> &'static str {
        self.core.rules().as_str()
    }

    /// What was found while it was read: warnings, and errors if it was read leniently.
    #[getter]
    fn diagnostics<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        answer(py, "diagnostics", Target::Directory(&self.core), "{}", None)
    }

    /// The geography that its zones refer to.
    #[getter]
    fn geography(&self) -> Geography {
        Geography(self.core.geography().clone())
    }

    /// The territories: lists of zones that others name, as `territory:` and their id.
    #[getter]
    fn territories<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        self.territories.all(py, &self.core)
    }

    /// The themes.
    #[getter]
    fn themes<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        self.themes.all(py, &self.core)
    }

    /// The subjects, with their questions.
    #[getter]
    fn subjects<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        self.subjects.all(py, &self.core)
    }

    /// The institutions.
    #[getter]
    fn institutions<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        self.institutions.all(py, &self.core)
    }

    /// The antennes.
    #[getter]
    fn antennes<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        self.antennes.all(py, &self.core)
    }

    /// The experts.
    #[getter]
    fn experts<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        self.experts.all(py, &self.core)
    }

    /// Messages of which the subject is known; they sharpen `Router.suggest_subjects`.
    #[getter]
    fn examples<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let examples = answer(py, "examples", Target::Directory(&self.core), "{}", None)?;
        Ok(examples.cast::<PyList>()?.to_tuple())
    }

    /// The territory of an id; `None` where there is none.
    fn territory<'py>(
        &self,
        py: Python<'py>,
        id: &Bound<'py, PyString>,
    ) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.territories.find(py, &self.core, id)
    }

    /// The theme of an id; `None` where there is none.
    fn theme<'py>(&self, py: Python<'py>, id: &Bound<'py, PyString>) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.themes.find(py, &self.core, id)
    }

    /// The subject of an id; `None` where there is none.
    fn subject<'py>(
        &self,
        py: Python<'py>,
        id: &Bound<'py, PyString>,
    ) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.subjects.find(py, &self.core, id)
    }

    /// The institution of an id; `None` where there is none.
    fn institution<'py>(
        &self,
        py: Python<'py>,
        id: &Bound<'py, PyString>,
    ) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.institutions.find(py, &self.core, id)
    }

    /// The antenne of an id; `None` where there is none.
    fn antenne<'py>(
        &self,
        py: Python<'py>,
        id: &Bound<'py, PyString>,
    ) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.antennes.find(py, &self.core, id)
    }

    /// The expert of an id; `None` where there is none.
    fn expert<'py>(&self, py: Python<'py>, id: &Bound<'py, PyString>) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.experts.find(py, &self.core, id)
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
