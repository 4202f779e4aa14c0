//! The router as Python sees it.

use std::ops::ControlFlow;
use std::path::PathBuf;

use aiguillage::compare::compare;
use aiguillage::geography::ZoneKind;
use aiguillage::intake::{DEFAULT_LIMIT, Offsets};
use aiguillage::{CoverageQuery, NeedError};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict, PyList, PyType};
use serde_json::json;

use crate::directory::{Directory, read_options};
use crate::geography::{Geography, must_be_embedded};
use crate::matches::Matches;
use crate::need::{Given, given, one};
use crate::options::options;
use crate::table::{self, Table};
use crate::value::field_value;
use crate::wire::json_of_whole;
use crate::{errors, records};

/// Routes needs to experts. It never changes, and may be shared between threads and processes.
///
/// >>> from aiguillage import Router
/// >>> router = Router.open("examples/hauts-de-france")
/// >>> matches = router.match_experts(subject="recruter", commune="80021", headcount=3)
/// >>> matches[0].institution.name, matches[0].zone
/// ('France Travail', 'epci:248000531')
/// >>> router.match_experts(subject="recruter", commune="99999")
/// Traceback (most recent call last):
///     ...
/// aiguillage.errors.NeedError: there is no commune `99999`
#[pyclass(frozen, module = "aiguillage")]
pub(crate) struct Router {
    pub(crate) core: aiguillage::Router,
    pub(crate) directory: Py<Directory>,
}

impl Router {
    fn over(py: Python<'_>, core: aiguillage::Router) -> PyResult<Router> {
        let directory = Py::new(py, Directory::over(core.directory().clone()))?;
        Ok(Router { core, directory })
    }
}

#[pymethods]
impl Router {
    /// Compiles a directory.
    #[new]
    fn new(py: Python<'_>, directory: Bound<'_, Directory>) -> Router {
        let of = directory.get().core.clone();
        Router { core: py.detach(|| aiguillage::Router::new(of)), directory: directory.unbind() }
    }

    /// Reads and compiles a folder of CSV files or a JSON document.
    ///
    /// Raises `DirectoryError` with every finding, if one of them is an error. With `lenient`, what
    /// is faulty is left out instead, and `router.directory.diagnostics` tells.
    #[staticmethod]
    #[pyo3(signature = (path, *, lenient=false, geography=None))]
    fn open(
        py: Python<'_>,
        path: PathBuf,
        lenient: bool,
        geography: Option<&Bound<'_, Geography>>,
    ) -> PyResult<Router> {
        let options = read_options(lenient, geography);
        let read = py.detach(|| aiguillage::Router::open_with(path, &options));
        Router::over(py, read.map_err(|error| errors::directory(py, &error))?)
    }

    /// Reads and compiles a JSON document.
    #[staticmethod]
    #[pyo3(signature = (text, *, lenient=false, geography=None))]
    fn from_json(
        py: Python<'_>,
        text: &str,
        lenient: bool,
        geography: Option<&Bound<'_, Geography>>,
    ) -> PyResult<Router> {
        let options = read_options(lenient, geography);
        let read =
            py.detach(|| aiguillage::Directory::from_json_with(text, &options).map(aiguillage::Router::new));
        Router::over(py, read.map_err(|error| errors::directory(py, &error))?)
    }

    /// Loads the snapshot that `save` wrote. Raises `SnapshotError` where it is none, is damaged, or
    /// is of another year than the geography.
    #[staticmethod]
    #[pyo3(signature = (path, *, geography=None))]
    fn load(py: Python<'_>, path: PathBuf, geography: Option<&Bound<'_, Geography>>) -> PyResult<Router> {
        let geography = read_options(false, geography).geography;
        let read = py.detach(|| aiguillage::Router::from_bytes_with(&std::fs::read(path)?, geography));
        Router::over(py, read.map_err(|error| errors::snapshot(py, error))?)
    }

    /// Loads the snapshot that `dumps` gave.
    #[staticmethod]
    #[pyo3(signature = (data, *, geography=None))]
    fn loads(py: Python<'_>, data: &[u8], geography: Option<&Bound<'_, Geography>>) -> PyResult<Router> {
        let geography = read_options(false, geography).geography;
        let read = py.detach(|| aiguillage::Router::from_bytes_with(data, geography));
        Router::over(py, read.map_err(|error| errors::snapshot(py, error))?)
    }

    /// The router of a changed directory, of which only what the change touches is compiled anew.
    ///
    /// `experts`, `antennes` and `institutions` are records or dicts as a directory has them: they take
    /// the place of those of the same id, or come last. `removed` gives the ids of those that leave,
    /// such as `{"experts": ["e1"]}`. Raises `DirectoryError` with every finding, if one of them is an
    /// error. Both routers can be used; the host swaps them when it likes.
    ///
    /// >>> import dataclasses
    /// >>> router = Router.open("examples/hauts-de-france")
    /// >>> first = router.match_experts(subject="recruter", commune="80021")[0].expert
    /// >>> changed = router.with_changes(experts=[dataclasses.replace(first, active=False)])
    /// >>> first in [match.expert for match in changed.match_experts(subject="recruter", commune="80021")]
    /// False
    #[pyo3(signature = (*, experts=None, antennes=None, institutions=None, removed=None))]
    fn with_changes<'py>(
        &self,
        py: Python<'py>,
        experts: Option<Bound<'py, PyAny>>,
        antennes: Option<Bound<'py, PyAny>>,
        institutions: Option<Bound<'py, PyAny>>,
        removed: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Router> {
        let change = PyDict::new(py);
        for (name, list) in [("experts", experts), ("antennes", antennes), ("institutions", institutions)] {
            if let Some(list) = list {
                change.set_item(name, list.try_iter()?.collect::<PyResult<Vec<_>>>()?)?;
            }
        }
        if let Some(removed) = removed {
            change.set_item("removed", removed)?;
        }
        let json = json_of_whole(change.as_any())?;
        let changed = py.detach(|| self.core.with_changes(&json));
        Router::over(py, changed.map_err(|error| errors::directory(py, &error))?)
    }

    /// Writes the router's directory to a file, as a snapshot.
    fn save(&self, py: Python<'_>, path: PathBuf) -> PyResult<()> {
        py.detach(|| self.core.save(path)).map_err(|error| errors::snapshot(py, error))
    }

    /// The router's directory as the bytes of a snapshot.
    fn dumps<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyBytes>> {
        let bytes = py.detach(|| self.core.to_bytes()).map_err(|error| errors::snapshot(py, error))?;
        Ok(PyBytes::new(py, &bytes))
    }

    /// The directory that was compiled.
    #[getter]
    fn directory(&self, py: Python<'_>) -> Py<Directory> {
        self.directory.clone_ref(py)
    }

    /// Every expert who can help with a need, in order.
    ///
    /// The need is a `Need`, a dict of its fields, or its fields by keyword. `limit` keeps the first
    /// ones, `per_institution` at most so many of each institution; `load` gives the open referrals
    /// of experts by id, so that the less loaded come first. Raises `NeedError`.
    #[pyo3(signature = (need=None, *, limit=None, per_institution=None, load=None, **fields))]
    fn match_experts(
        slf: Bound<'_, Self>,
        need: Option<Bound<'_, PyAny>>,
        limit: Option<Bound<'_, PyAny>>,
        per_institution: Option<Bound<'_, PyAny>>,
        load: Option<Bound<'_, PyAny>>,
        fields: Option<Bound<'_, PyDict>>,
    ) -> PyResult<Matches> {
        let py = slf.py();
        let options = options(py, limit.as_ref(), per_institution.as_ref(), load.as_ref())?;
        let need = given(need.as_ref(), fields.as_ref())?;
        // Shorter than letting go of the interpreter and taking it again.
        let found = slf.get().core.match_experts_with(need.get(), &options);
        let found = found.map_err(|error| errors::need(py, &error))?.into_owned();
        Ok(Matches::new(slf.unbind(), found, need.into_need(), &options))
    }

    /// The matches of many needs (`Need` or dicts), on every core: a list with a `Matches` or a
    /// `NeedError` for each, in their order.
    ///
    /// `progress(done, total)` is called some times a second. Ctrl-C stops.
    #[pyo3(signature = (needs, *, limit=None, per_institution=None, load=None, progress=None))]
    fn match_batch<'py>(
        slf: &Bound<'py, Self>,
        needs: &Bound<'py, PyAny>,
        limit: Option<Bound<'py, PyAny>>,
        per_institution: Option<Bound<'py, PyAny>>,
        load: Option<Bound<'py, PyAny>>,
        progress: Option<Py<PyAny>>,
    ) -> PyResult<Bound<'py, PyList>> {
        let py = slf.py();
        let options = options(py, limit.as_ref(), per_institution.as_ref(), load.as_ref())?;
        let mut rows: Vec<Result<aiguillage::Need, Py<PyAny>>> = Vec::new();
        for row in needs.try_iter()? {
            rows.push(match one(&row?).map(Given::into_need) {
                Ok(need) => Ok(need),
                Err(error) => Err(row_error(py, error)?),
            });
        }
        let core = &slf.get().core;
        let total = rows.len();
        let mut watch = Watch::new(progress, total);
        // Rows that are no need keep their place with one that nothing is done for.
        let empty = aiguillage::Need::default();
        let routed = py.detach(|| {
            let needs: Vec<&aiguillage::Need> =
                rows.iter().map(|row| row.as_ref().unwrap_or(&empty)).collect();
            core.match_rows(total, |row| Ok(needs[row]), &options, |done| watch.tell(done)).map(|results| {
                results.into_iter().map(|result| result.map(|m| m.into_owned())).collect::<Vec<_>>()
            })
        });
        watch.end()?;
        let results = PyList::empty(py);
        for (row, result) in rows.into_iter().zip(routed.map_err(|error| errors::need(py, &error))?) {
            match (row, result) {
                (Err(error), _) => results.append(error)?,
                (Ok(_), Err(error)) => results.append(errors::need_error(py, &error)?)?,
                (Ok(need), Ok(found)) => {
                    results.append(Matches::new(slf.clone().unbind(), found, need, &options))?;
                }
            }
        }
        Ok(results)
    }

    /// The matches of the needs of a table, on every core.
    ///
    /// `needs` is any table that speaks Arrow (pyarrow, polars, pandas, DuckDB…), with a row a need
    /// and columns named as the fields of `Need`; cells of text are read as those of a CSV file
    /// (`question=oui`, `23/11/2026`, lists separated by spaces). Gives an Arrow table with a row a
    /// match, in the order of the needs: `row` (the number of the need, from 0), `expert`,
    /// `antenne`, `institution`, `subject`, `zone`, `zone_owner`, `note`, `absent_until`,
    /// `unverified`; and for each bad need one row with `error`, `error_code`, `error_field`.
    /// `columns` keeps some of them; `ignore_unknown` passes over columns that are no field.
    #[pyo3(signature = (needs, *, limit=None, per_institution=None, load=None, columns=None, ignore_unknown=false, progress=None))]
    #[expect(clippy::too_many_arguments, reason = "keywords of Python")]
    fn match_table(
        &self,
        needs: &Bound<'_, PyAny>,
        limit: Option<Bound<'_, PyAny>>,
        per_institution: Option<Bound<'_, PyAny>>,
        load: Option<Bound<'_, PyAny>>,
        columns: Option<Vec<String>>,
        ignore_unknown: bool,
        progress: Option<Py<PyAny>>,
    ) -> PyResult<Table> {
        let py = needs.py();
        let options = options(py, limit.as_ref(), per_institution.as_ref(), load.as_ref())?;
        table::route(&self.core, needs, &options, columns, ignore_unknown, progress)
    }

    /// Why each competent expert matches the need or does not. Raises `NeedError`.
    #[pyo3(signature = (need=None, **fields))]
    fn explain<'py>(
        slf: &Bound<'py, Self>,
        need: Option<Bound<'py, PyAny>>,
        fields: Option<Bound<'py, PyDict>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let py = slf.py();
        let core = &slf.get().core;
        let need = given(need.as_ref(), fields.as_ref())?.into_need();
        let json = py.detach(|| core.explain(&need).map(|explanation| records::to_json(&explanation)));
        records::load_of(
            slf.py(),
            &slf.get().directory,
            "Explanation",
            &json.map_err(|error| errors::need(py, &error))??,
        )
    }

    /// How many experts reach each commune of a reference territory, where nobody does, and where an
    /// institution sends two.
    ///
    /// `zones` is a list such as `["region:32"]`, France if it is not given; `institution` an id or
    /// alias; `profile` a company (a need without subject and commune), then criteria count too;
    /// `on` a day, then absences count. `by` is the kind of zone of the summary. Raises `NeedError`.
    #[pyo3(signature = (subject=None, zones=None, institution=None, profile=None, on=None, *, by="departement"))]
    fn coverage<'py>(
        slf: &Bound<'py, Self>,
        subject: Option<Bound<'py, PyAny>>,
        zones: Option<Bound<'py, PyAny>>,
        institution: Option<Bound<'py, PyAny>>,
        profile: Option<Bound<'py, PyAny>>,
        on: Option<Bound<'py, PyAny>>,
        by: &str,
    ) -> PyResult<Bound<'py, PyAny>> {
        let py = slf.py();
        let core = &slf.get().core;
        let kind: ZoneKind = by.parse().map_err(|error| PyValueError::new_err(format!("{error}")))?;
        let mut given = Vec::new();
        for (name, value) in
            [("subject", subject), ("zones", zones), ("institution", institution), ("on", on)]
        {
            if let Some(value) = value {
                given.push((name.into(), field_value(&value)?));
            }
        }
        let profile = profile.map(|profile| one(&profile).map(Given::into_need)).transpose()?;
        let query = CoverageQuery::from_fields(given).map_err(|error| errors::need(py, &error))?;
        let query = CoverageQuery { profile, ..query };
        let json = py.detach(|| -> Result<PyResult<String>, NeedError> {
            let coverage = core.coverage(&query)?;
            let subjects: Vec<_> = coverage
                .subjects
                .iter()
                .map(|one| {
                    let counts: Vec<u32> = one.experts_by_commune().map(|(_, count)| count).collect();
                    json!({
                        "subject": one.subject.id,
                        "gaps": one.gaps,
                        "gap_communes": one.gap_communes,
                        "gap_population": one.gap_population,
                        "overlaps": one.overlaps,
                        "by_zone": one.by_zone(kind),
                        "counts": counts,
                    })
                })
                .collect();
            // Once for all subjects: they count the same communes.
            let codes = coverage.subjects.first().map(|one| one.experts_by_commune().map(|(code, _)| code));
            Ok(records::to_json(&json!({
                "codes": codes.into_iter().flatten().collect::<Vec<_>>(),
                "zones": coverage.zones,
                "communes": coverage.communes,
                "population": coverage.population,
                "subjects": subjects,
            })))
        });
        records::load_of(
            slf.py(),
            &slf.get().directory,
            "Coverage",
            &json.map_err(|error| errors::need(py, &error))??,
        )
    }

    /// What a message in French may be about: at most `limit` subjects (three if it is not given), the
    /// best first, with the words that decided, and whether that is enough to go on without asking.
    ///
    /// >>> router = Router.open("examples/hauts-de-france")
    /// >>> found = router.suggest_subjects("lurssaf me reclame 8000 euros je peux pas payer")
    /// >>> found.sure, found.subjects[0].subject.id
    /// (True, 'tresorerie')
    #[pyo3(signature = (text, limit=None))]
    fn suggest_subjects<'py>(
        &self,
        py: Python<'py>,
        text: &str,
        limit: Option<usize>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let limit = limit.unwrap_or(DEFAULT_LIMIT);
        let found =
            py.detach(|| self.core.suggest_subjects(text, limit).with_offsets(text, Offsets::Characters));
        records::load_of(py, &self.directory, "Suggestions", &records::to_json(&found)?)
    }

    /// What an adviser should know before a message goes on; no flag where there is nothing to remark.
    /// A flag is for a person to judge, never a refusal.
    ///
    /// >>> router = Router.open("examples/hauts-de-france")
    /// >>> [flag.reason for flag in router.screen("Bonjour").flags]
    /// ['too_short']
    fn screen<'py>(&self, py: Python<'py>, text: &str) -> PyResult<Bound<'py, PyAny>> {
        let found = py.detach(|| self.core.screen(text).with_offsets(text, Offsets::Characters));
        records::load(py, "Screening", &found)
    }

    /// The places, SIRETs, headcounts and amounts that a message gives away, for a person to confirm.
    ///
    /// >>> router = Router.open("examples/hauts-de-france")
    /// >>> found = router.extract("On est 3 à Amiens")
    /// >>> found.headcounts[0].headcount, found.places[0].communes[0].code
    /// (3, '80021')
    fn extract<'py>(&self, py: Python<'py>, text: &str) -> PyResult<Bound<'py, PyAny>> {
        let found = py.detach(|| self.core.extract(text).with_offsets(text, Offsets::Characters));
        records::load(py, "Extract", &found)
    }

    /// The needs whose experts differ between this router and another, and why.
    fn compare<'py>(
        &self,
        py: Python<'py>,
        other: &Bound<'py, Router>,
        needs: &Bound<'py, PyAny>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let needs: Vec<aiguillage::Need> =
            needs.try_iter()?.map(|need| one(&need?).map(Given::into_need)).collect::<PyResult<_>>()?;
        let other = &other.get().core;
        let json = py.detach(|| records::to_json(&compare(&self.core, other, &needs)))?;
        records::load_json(py, "Comparison", &json)
    }

    fn __repr__(&self) -> String {
        let directory = self.core.directory();
        format!(
            "<aiguillage.Router of {} experts on {} subjects>",
            directory.experts().len(),
            directory.subjects().len()
        )
    }

    /// A router goes to other processes as its snapshot.
    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, (Bound<'py, PyBytes>,))> {
        must_be_embedded(slf.get().core.directory().geography())?;
        let loads = PyType::new::<Router>(slf.py()).getattr("loads")?;
        Ok((loads, (slf.get().dumps(slf.py())?,)))
    }
}

/// What is wrong with a row that is no need: a `NeedError`, whatever was raised.
fn row_error(py: Python<'_>, error: PyErr) -> PyResult<Py<PyAny>> {
    if error.is_instance_of::<PyValueError>(py) {
        return Ok(error.into_value(py).into_any());
    }
    if !error.is_instance_of::<pyo3::exceptions::PyTypeError>(py) {
        return Err(error);
    }
    let message = error.value(py).str()?.to_string_lossy().into_owned();
    let class = PyModule::import(py, "aiguillage.errors")?.getattr("NeedError")?;
    Ok(class.call1((message, "invalid_value"))?.unbind())
}

/// Tells of progress, and asks whether to stop.
pub(crate) struct Watch {
    progress: Option<Py<PyAny>>,
    total: usize,
    stopped: Option<PyErr>,
}

impl Watch {
    pub(crate) fn new(progress: Option<Py<PyAny>>, total: usize) -> Watch {
        Watch { progress, total, stopped: None }
    }

    pub(crate) fn tell(&mut self, done: usize) -> ControlFlow<()> {
        let told = Python::attach(|py| {
            py.check_signals()?;
            match &self.progress {
                Some(progress) => progress.call1(py, (done, self.total)).map(|_| ()),
                None => Ok(()),
            }
        });
        match told {
            Ok(()) => ControlFlow::Continue(()),
            Err(error) => {
                self.stopped = Some(error);
                ControlFlow::Break(())
            }
        }
    }

    /// # Errors
    /// What stopped it.
    pub(crate) fn end(self) -> PyResult<()> {
        self.stopped.map_or(Ok(()), Err)
    }
}
