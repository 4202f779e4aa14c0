//! The matches of a need as Python sees them: a sequence whose items are put together when they are
//! looked at.

use aiguillage::router::positions::{MatchPositions, Positions};
use aiguillage::{MatchOptions, OwnedMatches};
use jiff::civil::Date;
use pyo3::IntoPyObjectExt;
use pyo3::exceptions::PyIndexError;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyDict, PyList, PySlice, PyTuple};

use crate::directory::Directory;
use crate::need::Need;
use crate::records::to_json;

/// The matches of one need, in order: a sequence of `Match`.
///
/// >>> from aiguillage import Router
/// >>> router = Router.open("examples/hauts-de-france")
/// >>> matches = router.match_experts(id="b-17", subject="recruter", commune="80021", limit=2)
/// >>> len(matches)
/// 2
/// >>> [match.institution.id for match in matches]
/// ['missions-locales', 'france-travail']
#[pyclass(frozen, sequence, module = "aiguillage")]
pub(crate) struct Matches {
    /// The router, to be asked again where a pickle is opened.
    router: Py<PyAny>,
    directory: Py<Directory>,
    found: OwnedMatches,
    /// What it was asked.
    need: aiguillage::Need,
    options: Option<Box<MatchOptions>>,
}

/// One expert found for one need, and why.
#[pyclass(frozen, module = "aiguillage")]
pub(crate) struct Match {
    matches: Py<Matches>,
    position: usize,
}

impl Matches {
    pub(crate) fn new(
        router: Py<PyAny>,
        directory: Py<Directory>,
        found: OwnedMatches,
        need: aiguillage::Need,
        options: &MatchOptions,
    ) -> Matches {
        let options = (*options != MatchOptions::default()).then(|| Box::new(options.clone()));
        Matches { router, directory, found, need, options }
    }
}

fn item(matches: &Bound<'_, Matches>, position: usize) -> PyResult<Py<Match>> {
    Py::new(matches.py(), Match { matches: matches.clone().unbind(), position })
}

#[pymethods]
impl Matches {
    /// The need that they are of, with the day for which they were found.
    #[getter]
    fn need(&self) -> Need {
        let on = Some(self.found.on());
        Need(aiguillage::Need { on, ..self.need.clone() })
    }

    /// INSEE's code of the current commune of the need.
    #[getter]
    fn commune(&self) -> &str {
        self.found.commune().code()
    }

    /// Whether the need's postal code and town make that commune likely, not certain: somebody should
    /// have a look at it.
    ///
    /// >>> router = Router.open("examples/hauts-de-france")
    /// >>> matches = router.match_experts(subject="recruter", postal_code="80001", town="AMIENS CEDEX 1")
    /// >>> matches.commune, matches.commune_is_likely
    /// ('80021', True)
    #[getter]
    fn commune_is_likely(&self) -> bool {
        self.found.is_commune_likely()
    }

    /// Whether the need's exact headcount, which counts, lies outside of the band that it gives too.
    #[getter]
    fn headcount_differs(&self) -> bool {
        self.found.headcount_differs()
    }

    /// Whether a secret seed of the directory's keeper entered the draw.
    #[getter]
    fn seeded(&self) -> bool {
        self.found.router().directory().is_seeded()
    }

    /// The version of the rules under which they were found.
    #[getter]
    fn rules(&self) -> &'static str {
        self.found.router().directory().rules().as_str()
    }

    /// The matches as dicts, ids instead of objects.
    fn to_dicts<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyList>> {
        let py = slf.py();
        let all = PyList::empty(py);
        for position in 0..slf.get().found.len() {
            let one = item(slf, position)?;
            all.append(Match::to_dict(one.bind(py))?)?;
        }
        Ok(all)
    }

    fn __len__(&self) -> usize {
        self.found.len()
    }

    fn __getitem__<'py>(slf: &Bound<'py, Self>, key: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
        let py = slf.py();
        let len = slf.get().found.len();
        if let Ok(slice) = key.cast::<PySlice>() {
            let range = slice.indices(isize::try_from(len).unwrap_or(isize::MAX))?;
            let all = PyList::empty(py);
            let mut position = range.start;
            for _ in 0..range.slicelength {
                all.append(item(slf, usize::try_from(position).unwrap_or_default())?)?;
                position += range.step;
            }
            return Ok(all.into_any());
        }
        let index: isize = key.extract()?;
        let position = if index < 0 { len.checked_add_signed(index) } else { usize::try_from(index).ok() };
        match position.filter(|position| *position < len) {
            Some(position) => item(slf, position)?.into_bound_py_any(py),
            None => Err(PyIndexError::new_err("match index out of range")),
        }
    }

    fn __iter__<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        let all = (0..slf.get().found.len()).map(|position| item(slf, position));
        let all = all.collect::<PyResult<Vec<_>>>()?;
        PyList::new(slf.py(), all)?.into_any().try_iter().map(Bound::into_any)
    }

    fn __eq__<'py>(slf: &Bound<'py, Self>, other: &Bound<'py, PyAny>) -> PyResult<bool> {
        match other.cast::<Matches>() {
            Ok(other) => Matches::to_dicts(slf)?.eq(Matches::to_dicts(other)?),
            Err(_) => Ok(false),
        }
    }

    #[classattr]
    const __hash__: Option<Py<PyList>> = None;

    fn __repr__(&self) -> String {
        let first: Vec<&str> = self.found.iter().take(3).map(|one| one.expert.id.as_str()).collect();
        let more = if self.found.len() > 3 { ", …" } else { "" };
        format!("<aiguillage.Matches: {} experts [{}{more}]>", self.found.len(), first.join(", "))
    }

    fn _repr_html_<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        PyModule::import(slf.py(), "aiguillage._page")?.getattr("page")?.call1((slf,))
    }

    /// Matches go to other processes as what was asked: the same router gives the same answer.
    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
        let py = slf.py();
        let this = slf.get();
        let options = match &this.options {
            Some(given) => PyModule::import(py, "json")?.getattr("loads")?.call1((to_json(given)?,))?,
            None => PyDict::new(py).into_any(),
        };
        let options = options.cast::<PyDict>()?;
        let ask = this.router.bind(py).getattr("match_experts")?;
        let again = PyModule::import(py, "functools")?.getattr("partial")?;
        let again = again.call((ask, this.need()), Some(options))?;
        Ok((again, PyTuple::empty(py)))
    }
}

impl Match {
    fn get<T>(&self, read: impl FnOnce(&aiguillage::Match<'_>) -> T) -> PyResult<T> {
        // A match is only ever made of a position that there is.
        let found = &self.matches.get().found;
        found.get(self.position).map(|one| read(&one)).ok_or_else(|| PyIndexError::new_err("no match"))
    }

    fn directory(&self) -> &Directory {
        self.matches.get().directory.get()
    }

    fn positions(&self) -> PyResult<MatchPositions> {
        let found = &self.matches.get().found;
        found.positions().nth(self.position).ok_or_else(|| PyIndexError::new_err("no match"))
    }
}

#[pymethods]
impl Match {
    /// The expert.
    #[getter]
    fn expert<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.directory().expert_at(py, self.positions()?.expert)
    }

    /// The expert's antenne.
    #[getter]
    fn antenne<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.directory().antenne_at(py, self.positions()?.antenne)
    }

    /// The antenne's institution.
    #[getter]
    fn institution<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.directory().institution_at(py, self.positions()?.institution)
    }

    /// The absent expert whose place this one takes: zone, owner and note are of that place.
    #[getter]
    fn instead_of<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        let found = &self.matches.get().found;
        let absent = found.outlines().nth(self.position).and_then(|outline| outline.instead_of);
        absent.map(|absent| self.directory().expert_at(py, absent)).transpose()
    }

    /// The subject of the need.
    #[getter]
    fn subject<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.directory().subject_at(py, self.positions()?.subject)
    }

    /// The narrowest zone that covers the need's commune, such as `epci:200093201`.
    #[getter]
    fn zone(&self) -> PyResult<String> {
        self.get(|one| one.zone.to_string())
    }

    /// Whose zone that is: `competence`, `expert` or `antenne`.
    #[getter]
    fn zone_owner(&self) -> PyResult<&'static str> {
        self.get(|one| one.zone_owner.as_str())
    }

    /// What the expert offers on the subject there.
    #[getter]
    fn note(&self) -> PyResult<Option<String>> {
        self.get(|one| one.note.as_deref().map(str::to_owned))
    }

    /// The last day of the expert's absence, if the expert is away on the day of the need.
    #[getter]
    fn absent_until(&self) -> PyResult<Option<Date>> {
        self.get(|one| one.absent_until)
    }

    /// The fields of the need that criteria would have looked at, and that it does not carry.
    #[getter]
    fn unverified(&self) -> PyResult<Vec<&'static str>> {
        self.get(|one| one.unverified.iter().map(|field| field.as_str()).collect())
    }

    /// The match as a dict, ids instead of objects; what has no value is left out.
    fn to_dict<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyDict>> {
        static NAMES: PyOnceLock<[Py<pyo3::types::PyString>; 10]> = PyOnceLock::new();
        let py = slf.py();
        let names = NAMES.get_or_init(py, || {
            [
                "expert",
                "antenne",
                "institution",
                "subject",
                "zone",
                "zone_owner",
                "note",
                "absent_until",
                "unverified",
                "instead_of",
            ]
            .map(|name| pyo3::types::PyString::intern(py, name).unbind())
        });
        slf.get().get(|one| {
            let dict = PyDict::new(py);
            dict.set_item(&names[0], &one.expert.id)?;
            dict.set_item(&names[1], &one.antenne.id)?;
            dict.set_item(&names[2], &one.institution.id)?;
            dict.set_item(&names[3], &one.subject.id)?;
            dict.set_item(&names[4], one.zone.to_string())?;
            dict.set_item(&names[5], one.zone_owner.as_str())?;
            if let Some(note) = &one.note {
                dict.set_item(&names[6], note.as_ref())?;
            }
            if let Some(date) = one.absent_until {
                dict.set_item(&names[7], date)?;
            }
            if !one.unverified.is_empty() {
                let fields: Vec<&str> = one.unverified.iter().map(|field| field.as_str()).collect();
                dict.set_item(&names[8], fields)?;
            }
            if let Some(absent) = one.instead_of {
                dict.set_item(&names[9], &absent.id)?;
            }
            Ok(dict)
        })?
    }

    fn __eq__<'py>(slf: &Bound<'py, Self>, other: &Bound<'py, PyAny>) -> PyResult<bool> {
        match other.cast::<Match>() {
            Ok(other) => Match::to_dict(slf)?.eq(Match::to_dict(other)?),
            Err(_) => Ok(false),
        }
    }

    fn __hash__(&self) -> PyResult<u64> {
        use std::hash::BuildHasher;
        self.get(|one| rustc_hash::FxBuildHasher.hash_one((&one.expert.id, &one.subject.id)))
    }

    fn __repr__(&self) -> PyResult<String> {
        self.get(|one| {
            format!(
                "Match(expert={:?}, antenne={:?}, institution={:?}, subject={:?}, zone={:?}, zone_owner={:?})",
                one.expert.id,
                one.antenne.id,
                one.institution.id,
                one.subject.id,
                one.zone.to_string(),
                one.zone_owner.as_str()
            )
        })
    }

    #[expect(clippy::type_complexity, reason = "what pickle asks for")]
    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, (Py<Matches>, usize))> {
        let getitem = PyModule::import(py, "operator")?.getattr("getitem")?;
        Ok((getitem, (self.matches.clone_ref(py), self.position)))
    }
}
