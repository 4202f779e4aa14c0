//! The geography as Python sees it.

use std::path::PathBuf;
use std::sync::Arc;

use aiguillage::boundary::geography::{CodeRequest, resolve};
use aiguillage::boundary::{Family, Target};
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyString, PyType};
use serde_json::{Map, Value, json};

use crate::ask::answer;
use crate::errors;
use crate::value::argument;

/// The communes of France and the zones that contain them.
///
/// >>> from aiguillage import Geography
/// >>> geography = Geography.embedded()
/// >>> [commune.code for commune in geography.by_postal_code("75012")]
/// ['75112']
/// >>> geography.zones_containing("80021")
/// ['commune:80021', 'epci:248000531', 'departement:80', 'region:32', 'france']
#[pyclass(frozen, module = "aiguillage")]
pub(crate) struct Geography(pub(crate) Arc<aiguillage::Geography>);

/// Pickles name communes by the geography that every process has.
///
/// # Errors
/// `TypeError` for another one.
pub(crate) fn must_be_embedded(geography: &Arc<aiguillage::Geography>) -> PyResult<()> {
    if Arc::ptr_eq(geography, &aiguillage::Geography::embedded()) {
        return Ok(());
    }
    Err(errors::type_error(
        "what has a geography other than the embedded one is not pickled: take `dumps()` of the router and the \
         file of the geography, and `Router.loads(…, geography=…)` there",
    ))
}

/// The geography that was given, if one was.
pub(crate) fn shared(geography: Option<&Bound<'_, Geography>>) -> Option<Arc<aiguillage::Geography>> {
    geography.map(|geography| geography.get().0.clone())
}

impl Geography {
    fn ask<'py>(&self, py: Python<'py>, call: &str, request: &Value) -> PyResult<Bound<'py, PyAny>> {
        answer(py, call, Target::Geography(&self.0), &request.to_string(), None)
    }
}

#[pymethods]
impl Geography {
    /// The Code officiel géographique that is compiled in.
    #[staticmethod]
    fn embedded() -> Geography {
        Geography(aiguillage::Geography::embedded())
    }

    /// Another geography, from a file that `make-cog.mjs` wrote.
    #[staticmethod]
    fn open(py: Python<'_>, path: PathBuf) -> PyResult<Geography> {
        let read = py.detach(|| aiguillage::Geography::open(&path));
        read.map(|core| Geography(Arc::new(core))).map_err(|error| errors::geography(py, error))
    }

    /// The same from bytes.
    #[staticmethod]
    fn from_bytes(data: &Bound<'_, PyBytes>) -> PyResult<Geography> {
        let read = aiguillage::Geography::from_bytes(data.as_bytes());
        read.map(|core| Geography(Arc::new(core))).map_err(|error| errors::geography(data.py(), error))
    }

    /// The year of its codes.
    #[getter]
    fn year(&self) -> u16 {
        self.0.year()
    }

    /// Where it comes from, and its licence.
    #[getter]
    fn source(&self) -> &str {
        self.0.source()
    }

    /// The commune or municipal arrondissement that has this INSEE code today.
    fn commune<'py>(&self, py: Python<'py>, code: &Bound<'py, PyString>) -> PyResult<Bound<'py, PyAny>> {
        let code = argument(code, Family::Geography, "code")?;
        self.ask(py, "commune", &json!({"code": code}))
    }

    /// The current code of a commune, given that or one of the past; `None` where nothing is known.
    fn resolve(&self, py: Python<'_>, code: &Bound<'_, PyString>) -> PyResult<Option<String>> {
        let code = argument(code, Family::Geography, "code")?.into_owned();
        let commune = resolve(&self.0, CodeRequest { code });
        let commune = commune.map_err(|error| errors::raised(py, error))?;
        Ok(commune.map(|commune| commune.code().to_owned()))
    }

    /// The communes that a postal code serves, the most populous first.
    fn by_postal_code<'py>(
        &self,
        py: Python<'py>,
        code: &Bound<'py, PyString>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let code = argument(code, Family::Geography, "code")?;
        self.ask(py, "communes_by_postal_code", &json!({"code": code}))
    }

    /// The communes whose names are nearest to what was typed, and how each was found; accents, case,
    /// hyphens and "St" are forgiven. At most `limit` of them, ten if it is not given.
    #[pyo3(signature = (name, limit=None))]
    fn search<'py>(
        &self,
        py: Python<'py>,
        name: &Bound<'py, PyString>,
        limit: Option<usize>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let name = argument(name, Family::Geography, "name")?;
        self.ask(py, "search_communes", &json!({"name": name, "limit": limit}))
    }

    /// The commune that is meant by a place as files have it, or those that may be.
    ///
    /// >>> from aiguillage import Geography
    /// >>> location = Geography.embedded().locate(postal_code="80001", town="AMIENS CEDEX 1")
    /// >>> location.certainty, location.commune.name
    /// ('likely', 'Amiens')
    #[pyo3(signature = (*, code=None, postal_code=None, town=None, address=None, departement=None))]
    fn locate<'py>(
        &self,
        py: Python<'py>,
        code: Option<&Bound<'py, PyString>>,
        postal_code: Option<&Bound<'py, PyString>>,
        town: Option<&Bound<'py, PyString>>,
        address: Option<&Bound<'py, PyString>>,
        departement: Option<&Bound<'py, PyString>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let parts = [
            ("code", code),
            ("postal_code", postal_code),
            ("town", town),
            ("address", address),
            ("departement", departement),
        ];
        let mut place = Map::new();
        for (name, part) in parts {
            if let Some(part) = part {
                place.insert(name.to_owned(), argument(part, Family::Geography, name)?.into());
            }
        }
        self.ask(py, "locate", &place.into())
    }

    /// The zones that contain a commune, from narrow to wide.
    fn zones_containing<'py>(
        &self,
        py: Python<'py>,
        code: &Bound<'py, PyString>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let code = argument(code, Family::Geography, "code")?;
        self.ask(py, "zones_containing", &json!({"code": code}))
    }

    /// The communes of a zone.
    fn communes_of<'py>(&self, py: Python<'py>, zone: &Bound<'py, PyString>) -> PyResult<Bound<'py, PyAny>> {
        let zone = argument(zone, Family::Geography, "zone")?;
        self.ask(py, "communes_of", &json!({"zone": zone}))
    }

    /// The zones of a kind: `commune`, `ept`, `epci`, `departement`, `region`.
    fn zones<'py>(&self, py: Python<'py>, kind: &Bound<'py, PyString>) -> PyResult<Bound<'py, PyAny>> {
        let kind = argument(kind, Family::Geography, "kind")?;
        self.ask(py, "zones", &json!({"kind": kind}))
    }

    /// The name of a zone, where there is such a zone.
    fn zone_name<'py>(&self, py: Python<'py>, zone: &Bound<'py, PyString>) -> PyResult<Bound<'py, PyAny>> {
        let zone = argument(zone, Family::Geography, "zone")?;
        self.ask(py, "zone_name", &json!({"zone": zone}))
    }

    /// The people who live in a zone, where there is such a zone.
    fn population<'py>(&self, py: Python<'py>, zone: &Bound<'py, PyString>) -> PyResult<Bound<'py, PyAny>> {
        let zone = argument(zone, Family::Geography, "zone")?;
        self.ask(py, "population", &json!({"zone": zone}))
    }

    fn __repr__(&self) -> String {
        format!("<aiguillage.Geography of {}>", self.0.year())
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, ())> {
        must_be_embedded(&self.0)?;
        Ok((PyType::new::<Geography>(py).getattr("embedded")?, ()))
    }
}
