//! The router as Python sees it.

use std::path::PathBuf;

use aiguillage::boundary::directory::read_options;
use aiguillage::boundary::{Family, Target};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict, PyIterator, PyList, PySet, PyString, PyTuple, PyType};
use serde_json::json;

use crate::ask::answer;
use crate::directory::Directory;
use crate::errors::{self, Faults};
use crate::geography::{Geography, must_be_embedded, shared};
use crate::json::{json_of, json_of_whole};
use crate::matches::Matches;
use crate::need::{Given, Need, given, one};
use crate::options;
use crate::records::to_json;
use crate::table;
use crate::value::{argument, items_of};
use crate::watch::Watch;

/// What Python counts when it slices a `str`.
const OFFSETS: &str = "characters";

/// Routes needs to experts. It never changes, and may be shared between threads and processes.
///
/// >>> from aiguillage import Router
/// >>> router = Router.open("examples/hauts-de-france")
/// >>> matches = router.match_experts(id="b-17", subject="recruter", commune="80021", headcount=3)
/// >>> matches[0].institution.name, matches[0].zone
/// ('Missions locales', 'epci:248000531')
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
        let core = directory.get().core.clone();
        Router { core: py.detach(|| aiguillage::Router::new(core)), directory: directory.unbind() }
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
        let options = read_options(lenient, shared(geography));
        let read = py.detach(|| aiguillage::Router::open_with(path, &options));
        Router::over(py, read.map_err(|error| errors::raised(py, error))?)
    }

    /// Reads and compiles a JSON document.
    #[staticmethod]
    #[pyo3(signature = (text, *, lenient=false, geography=None))]
    fn from_json(
        py: Python<'_>,
        text: &Bound<'_, PyString>,
        lenient: bool,
        geography: Option<&Bound<'_, Geography>>,
    ) -> PyResult<Router> {
        let text = argument(text, Family::Directory, "text")?;
        let options = read_options(lenient, shared(geography));
        let read =
            py.detach(|| aiguillage::Directory::from_json_with(&text, &options).map(aiguillage::Router::new));
        Router::over(py, read.map_err(|error| errors::raised(py, error))?)
    }

    /// Loads the snapshot that `save` wrote. Raises `SnapshotError` where it is none, is damaged, or
    /// is of another year than the geography.
    #[staticmethod]
    #[pyo3(signature = (path, *, geography=None))]
    fn load(py: Python<'_>, path: PathBuf, geography: Option<&Bound<'_, Geography>>) -> PyResult<Router> {
        let geography = read_options(false, shared(geography)).geography;
        let read = py.detach(|| aiguillage::Router::from_bytes_with(&std::fs::read(path)?, geography));
        Router::over(py, read.map_err(|error| errors::snapshot(py, error))?)
    }

    /// Loads the snapshot that `dumps` gave.
    #[staticmethod]
    #[pyo3(signature = (data, *, geography=None))]
    fn loads(py: Python<'_>, data: &[u8], geography: Option<&Bound<'_, Geography>>) -> PyResult<Router> {
        let geography = read_options(false, shared(geography)).geography;
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
        let json = json_of_whole(change.as_any(), Faults::of(Family::Directory))?;
        let changed = py.detach(|| self.core.with_changes(&json));
        Router::over(py, changed.map_err(|error| errors::raised(py, error))?)
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

    #[doc = include_str!("generated/match_experts_signature.txt")]
    /// Every expert who can help with a need, in order.
    ///
    /// The need is a `Need`, a dict of its fields, or its fields by keyword. `limit` keeps the first
    /// ones, `per_institution` at most so many of each institution; `load` gives the open referrals
    /// of experts by id, so that the less loaded come first. Raises `NeedError`.
    ///
    /// `received` gives the needs that experts received in the host's current period, by which those with a
    /// `max_per_period` are full; `absent` and `full` are `"last"` or `"skip"`.
    ///
    /// `share` says among whom needs are shared equally: `"expert"`, `"antenne"` or `"institution"`.
    #[pyo3(signature = (need=None, **fields), text_signature = None)]
    fn match_experts(
        slf: Bound<'_, Self>,
        need: Option<Bound<'_, PyAny>>,
        fields: Option<Bound<'_, PyDict>>,
    ) -> PyResult<Matches> {
        let py = slf.py();
        let options = options::taken(py, fields.as_ref())?;
        let fields = fields.filter(|fields| !fields.is_empty());
        let need = given(need.as_ref(), fields.as_ref())?;
        // Shorter than letting go of the interpreter and taking it again.
        let found = slf.get().core.match_experts_with(need.get(), &options);
        let found = found.map_err(|error| errors::raised(py, error))?.into_owned();
        let directory = slf.get().directory.clone_ref(py);
        Ok(Matches::new(slf.into_any().unbind(), directory, found, need.into_need(), &options))
    }

    #[doc = include_str!("generated/match_batch_signature.txt")]
    /// The matches of many needs (`Need` or dicts), on every core: a list with a `Matches` or a
    /// `NeedError` for each, in their order.
    ///
    /// `progress(done, total)` is called some times a second. Ctrl-C stops.
    #[pyo3(signature = (needs, *, progress=None, **options), text_signature = None)]
    fn match_batch<'py>(
        slf: &Bound<'py, Self>,
        needs: &Bound<'py, PyAny>,
        progress: Option<Py<PyAny>>,
        options: Option<Bound<'py, PyDict>>,
    ) -> PyResult<Bound<'py, PyList>> {
        let py = slf.py();
        let options = options::only(py, "match_batch", options.as_ref())?;
        let mut rows: Vec<Result<aiguillage::Need, Py<PyAny>>> = Vec::new();
        for row in rows_of(needs)? {
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
        for (row, result) in rows.into_iter().zip(routed.map_err(|error| errors::raised(py, error))?) {
            match (row, result) {
                (Err(error), _) => results.append(error)?,
                (Ok(_), Err(error)) => results.append(errors::made(py, &error.into())?)?,
                (Ok(need), Ok(found)) => {
                    let (router, directory) = (slf.clone().into_any(), slf.get().directory.clone_ref(py));
                    results.append(Matches::new(router.unbind(), directory, found, need, &options))?;
                }
            }
        }
        Ok(results)
    }

    #[doc = include_str!("generated/match_table_signature.txt")]
    /// The matches of the needs of a table, on every core.
    ///
    /// `needs` is any table that speaks Arrow (pyarrow, polars, pandas, DuckDB…), with a row a need
    /// and columns named as the fields of `Need`; cells of text are read as those of a CSV file
    /// (`question=oui`, `23/11/2026`, lists separated by spaces). Gives an Arrow table with a row a
    /// match, in the order of the needs: `row` (the number of the need, from 0), `expert`,
    /// `antenne`, `institution`, `subject`, `zone`, `zone_owner`, `note`, `absent_until`,
    /// `unverified`; and for each bad need one row with `error`, `error_code`, `error_field`.
    /// `columns` keeps some of them; `ignore_unknown` passes over columns that are no field.
    ///
    /// Columns of INSEE's stock files beside a `siret` or `siren` (`codeCommuneEtablissement`,
    /// `categorieJuridiqueUniteLegale`…) fill what a need leaves open; `company_findings` has the codes of what is
    /// odd about the company.
    #[pyo3(signature = (needs, *, columns=None, ignore_unknown=false, progress=None, **options), text_signature = None)]
    fn match_table<'py>(
        &self,
        needs: &Bound<'py, PyAny>,
        columns: Option<Vec<Bound<'py, PyString>>>,
        ignore_unknown: bool,
        progress: Option<Py<PyAny>>,
        options: Option<Bound<'py, PyDict>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let py = needs.py();
        let options = options::only(py, "match_table", options.as_ref())?;
        // No column has half a character in its name, whatever is shown for it.
        let name = |name: Bound<'_, PyString>| name.to_string_lossy().into_owned();
        let columns = columns.map(|columns| columns.into_iter().map(name).collect());
        table::route(&self.core, needs, &options, columns, ignore_unknown, progress)?.into_table(py)
    }

    #[doc = include_str!("generated/explain_signature.txt")]
    /// Why each competent expert matches the need or does not. Raises `NeedError`.
    #[pyo3(signature = (need=None, **fields), text_signature = None)]
    fn explain<'py>(
        slf: &Bound<'py, Self>,
        need: Option<Bound<'py, PyAny>>,
        fields: Option<Bound<'py, PyDict>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let need = given(need.as_ref(), fields.as_ref())?;
        let request = format!(r#"{{"need":{}}}"#, to_json(need.get())?);
        let router = slf.get();
        let directory = router.directory.bind(slf.py()).as_any();
        answer(slf.py(), "explain", Target::Router(&router.core), &request, Some(directory))
    }

    /// How many experts reach each commune of a reference territory, where nobody does, and where an
    /// institution sends two.
    ///
    /// Without `subject` every subject counts and, of an `institution` (an id or alias), those that it
    /// handles, unless `all_subjects` is true. `zones` is a list such as `["region:32"]`, France if it is
    /// not given; `profile` a company (a need without subject and commune), then criteria count too;
    /// `on` a day, then absences count. `by` is the kind of zone of the summary. Raises `NeedError`.
    #[pyo3(signature = (subject=None, zones=None, institution=None, profile=None, on=None, *, by=None, all_subjects=None))]
    #[expect(clippy::too_many_arguments, reason = "each is an argument of the Python method")]
    fn coverage<'py>(
        slf: &Bound<'py, Self>,
        subject: Option<Bound<'py, PyAny>>,
        zones: Option<Bound<'py, PyAny>>,
        institution: Option<Bound<'py, PyAny>>,
        profile: Option<Bound<'py, PyAny>>,
        on: Option<Bound<'py, PyAny>>,
        by: Option<Bound<'py, PyAny>>,
        all_subjects: Option<bool>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let py = slf.py();
        let request = PyDict::new(py);
        if let Some(all_subjects) = all_subjects {
            request.set_item("all_subjects", all_subjects)?;
        }
        for (name, value) in
            [("subject", subject), ("zones", zones), ("institution", institution), ("on", on), ("by", by)]
        {
            request.set_item(name, value)?;
        }
        if let Some(profile) = profile {
            // Read as every need is, and handed on in the form that the core gives it.
            let profile = Need(one(&profile)?.into_need()).to_dict(py)?;
            request.set_item("profile", profile)?;
        }
        let request = json_of(request.as_any(), Faults::of(Family::Need))?;
        let router = slf.get();
        let directory = router.directory.bind(py).as_any();
        answer(py, "coverage", Target::Router(&router.core), &request, Some(directory))
    }

    /// What a message in French may be about: at most `limit` subjects (three if it is not given), the
    /// best first, with the words that decided, and whether that is enough to go on without asking.
    ///
    /// >>> router = Router.open("examples/hauts-de-france")
    /// >>> found = router.suggest_subjects("l’urssaf me réclame 8000 euros, je ne peux pas payer")
    /// >>> found.sure, found.subjects[0].subject.id
    /// (True, 'tresorerie')
    #[pyo3(signature = (text, limit=None))]
    fn suggest_subjects<'py>(
        &self,
        py: Python<'py>,
        text: &Bound<'py, PyString>,
        limit: Option<usize>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let text = argument(text, Family::Need, "text")?;
        let request = json!({"text": text, "limit": limit, "offsets": OFFSETS}).to_string();
        let directory = self.directory.bind(py).as_any();
        answer(py, "suggest_subjects", Target::Router(&self.core), &request, Some(directory))
    }

    /// What an adviser should know before a message goes on; no flag where there is nothing to remark.
    /// A flag is for a person to judge, never a refusal.
    ///
    /// >>> router = Router.open("examples/hauts-de-france")
    /// >>> [flag.reason for flag in router.screen("Bonjour").flags]
    /// ['too_short']
    fn screen<'py>(&self, py: Python<'py>, text: &Bound<'py, PyString>) -> PyResult<Bound<'py, PyAny>> {
        let text = argument(text, Family::Need, "text")?;
        let request = json!({"text": text, "offsets": OFFSETS}).to_string();
        answer(py, "screen", Target::Router(&self.core), &request, None)
    }

    /// The places, SIRETs, headcounts and amounts that a message gives away, for a person to confirm.
    ///
    /// >>> router = Router.open("examples/hauts-de-france")
    /// >>> found = router.extract("On est 3 à Amiens")
    /// >>> found.headcounts[0].headcount, found.places[0].communes[0].code
    /// (3, '80021')
    fn extract<'py>(&self, py: Python<'py>, text: &Bound<'py, PyString>) -> PyResult<Bound<'py, PyAny>> {
        let text = argument(text, Family::Need, "text")?;
        let request = json!({"text": text, "offsets": OFFSETS}).to_string();
        answer(py, "extract", Target::Router(&self.core), &request, None)
    }

    /// The needs whose experts differ between this router and another, and why.
    fn compare<'py>(
        &self,
        py: Python<'py>,
        other: &Bound<'py, Router>,
        needs: &Bound<'py, PyAny>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let needs: Vec<aiguillage::Need> =
            rows_of(needs)?.map(|need| one(&need?).map(Given::into_need)).collect::<PyResult<_>>()?;
        let request = format!(r#"{{"needs":{}}}"#, to_json(&needs)?);
        answer(py, "compare", Target::Routers(&self.core, &other.get().core), &request, None)
    }

    /// What was asked of each institution, antenne or expert, what it matched, which rule stopped the rest,
    /// and what one change of the directory would add, greatest first.
    ///
    /// `by` is `institution` (the default), `antenne` or `expert`; `institutions` and `subjects` narrow the
    /// report, `kinds` the changes, of which each row tells at most `changes` and `of_kind` of one kind. With
    /// `referrals` the rows say what was sent, answered and helped. A need that cannot be routed is one of the
    /// `faults`. Raises `NeedError` for an institution or a subject that does not exist.
    ///
    /// >>> router = Router.open("examples/hauts-de-france")
    /// >>> needs = [{"subject": "recruter", "commune": "80021", "answers": {"recrutement_poste_cadre": False}}]
    /// >>> report = router.demand(needs, institutions=["apec"])
    /// >>> report.rows[0].asked, report.rows[0].matched, report.rows[0].changes[0].needs
    /// (1, 0, 1)
    #[pyo3(signature = (needs, referrals=None, *, by=None, institutions=None, subjects=None, kinds=None, changes=None, of_kind=None, language=None))]
    #[expect(clippy::too_many_arguments, reason = "each is an argument of the Python method")]
    fn demand<'py>(
        slf: &Bound<'py, Self>,
        needs: &Bound<'py, PyAny>,
        referrals: Option<Bound<'py, PyAny>>,
        by: Option<Bound<'py, PyAny>>,
        institutions: Option<Bound<'py, PyAny>>,
        subjects: Option<Bound<'py, PyAny>>,
        kinds: Option<Bound<'py, PyAny>>,
        changes: Option<Bound<'py, PyAny>>,
        of_kind: Option<Bound<'py, PyAny>>,
        language: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let py = slf.py();
        let query = PyDict::new(py);
        let fields = [
            ("by", by),
            ("institutions", institutions),
            ("subjects", subjects),
            ("kinds", kinds),
            ("changes", changes),
            ("of_kind", of_kind),
            ("language", language),
        ];
        for (name, value) in fields.into_iter().filter_map(|(name, value)| Some((name, value?))) {
            query.set_item(name, value)?;
        }
        let query = json_of(query.as_any(), Faults::of(Family::Need))?;
        let referrals = match referrals {
            Some(given) => json_of(PyList::new(py, items_of(&given)?)?.as_any(), Faults::of(Family::Need))?,
            None => "[]".to_owned(),
        };
        let mut rows: Vec<String> = Vec::new();
        for row in rows_of(needs)? {
            let row = row?;
            // What is no need goes on as it is: the core says why it is a fault.
            rows.push(match one(&row).map(Given::into_need) {
                Ok(need) => to_json(&need)?,
                Err(_) => json_of(&row, Faults::of(Family::Need))?,
            });
        }
        let request = format!(r#"{{"needs":[{}],"referrals":{referrals},"query":{query}}}"#, rows.join(","));
        let router = slf.get();
        let directory = router.directory.bind(py).as_any();
        answer(py, "demand", Target::Router(&router.core), &request, Some(directory))
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

/// The rows of a batch, one by one as the host makes them; of a collection, those that it has now, since
/// reading a need runs code of the host, which may change the collection.
fn rows_of<'py>(needs: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyIterator>> {
    match needs.is_instance_of::<PyList>() || needs.is_instance_of::<PySet>() {
        true => PyTuple::new(needs.py(), items_of(needs)?)?.try_iter(),
        false => needs.try_iter(),
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
    Ok(errors::no_need(py, message)?.unbind())
}
