//! The geography as Python sees it.

use std::path::PathBuf;
use std::sync::Arc;

use aiguillage::geography::{Commune, GeographyError, Resolution, Zone, ZoneKind};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyType};

use crate::{errors, records};

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

fn zone(text: &str) -> PyResult<Zone> {
    text.parse().map_err(|error| PyValueError::new_err(format!("{error}")))
}

fn communes<'py>(py: Python<'py>, communes: &[Commune<'_>]) -> PyResult<Bound<'py, PyAny>> {
    records::load(py, "list[Commune]", communes)
}

fn texts(zones: impl IntoIterator<Item = Zone>) -> Vec<String> {
    zones.into_iter().map(|zone| zone.to_string()).collect()
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
        match py.detach(|| aiguillage::Geography::open(&path)) {
            Ok(geography) => Ok(Geography(Arc::new(geography))),
            // A missing file is a `FileNotFoundError`, as everywhere in Python.
            Err(GeographyError::Io { source, .. }) => Err(source.into()),
            Err(error) => Err(PyValueError::new_err(error.to_string())),
        }
    }

    /// The same from bytes.
    #[staticmethod]
    fn from_bytes(data: &Bound<'_, PyBytes>) -> PyResult<Geography> {
        let read = aiguillage::Geography::from_bytes(data.as_bytes());
        read.map(|geography| Geography(Arc::new(geography)))
            .map_err(|error| PyValueError::new_err(error.to_string()))
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
    fn commune<'py>(&self, py: Python<'py>, code: &str) -> PyResult<Bound<'py, PyAny>> {
        records::load(py, "Commune", &self.0.commune(code))
    }

    /// The current code of a commune, given that or one of the past; `None` where nothing is known.
    fn resolve(&self, code: &str) -> Option<String> {
        match self.0.resolve(code) {
            Resolution::Current(place) | Resolution::Former { place, .. } => {
                self.0.commune_by_id(place).map(|commune| commune.code().to_owned())
            }
            _ => None,
        }
    }

    /// The communes that a postal code serves, the most populous first.
    fn by_postal_code<'py>(&self, py: Python<'py>, code: &str) -> PyResult<Bound<'py, PyAny>> {
        communes(py, &self.0.by_postal_code(code))
    }

    /// The communes whose names are nearest to what was typed; accents, case, hyphens and "St" are
    /// forgiven.
    #[pyo3(signature = (name, limit=10))]
    fn search<'py>(&self, py: Python<'py>, name: &str, limit: usize) -> PyResult<Bound<'py, PyAny>> {
        communes(py, &self.0.search(name, limit))
    }

    /// The zones that contain a commune, from narrow to wide.
    fn zones_containing(&self, code: &str) -> Vec<String> {
        texts(self.0.zones_containing(code))
    }

    /// The communes of a zone.
    fn communes_of<'py>(&self, py: Python<'py>, zone: &str) -> PyResult<Bound<'py, PyAny>> {
        communes(py, &self.0.communes_of(self::zone(zone)?))
    }

    /// The zones of a kind: `commune`, `ept`, `epci`, `departement`, `region`.
    fn zones(&self, kind: &str) -> PyResult<Vec<String>> {
        let kind: ZoneKind = kind.parse().map_err(|error| PyValueError::new_err(format!("{error}")))?;
        Ok(texts(self.0.zones(kind)))
    }

    /// The name of a zone, where there is such a zone.
    fn zone_name(&self, zone: &str) -> PyResult<Option<&str>> {
        Ok(self.0.zone_name(self::zone(zone)?))
    }

    /// The people who live in a zone, where there is such a zone.
    fn population(&self, zone: &str) -> PyResult<Option<u64>> {
        Ok(self.0.population(self::zone(zone)?))
    }

    fn __repr__(&self) -> String {
        format!("<aiguillage.Geography of {}>", self.0.year())
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, ())> {
        must_be_embedded(&self.0)?;
        Ok((PyType::new::<Geography>(py).getattr("embedded")?, ()))
    }
}
