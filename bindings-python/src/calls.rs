//! The calls that the Python half of the package makes by their names.

use aiguillage::boundary::{CALLS, Family, Target, call as call_core};
use aiguillage::follow_up::from_json;
use aiguillage::impact::{ImpactReport, ReferralFile, RequestFile, SurveyFile};
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyString};

use crate::directory::Directory;
use crate::errors::{self, Faults};
use crate::geography::Geography;
use crate::json::json_of;
use crate::notification::Templates;
use crate::records::{load, to_json};
use crate::router::Router;
use crate::table::Batches;
use crate::value::argument;

/// Calls the core on what is given, if anything is; the answer is records. Places of faults are told
/// from within the argument `inside`.
#[pyfunction]
#[pyo3(name = "_call", signature = (name, request, on=None, *, inside=None))]
pub(crate) fn call<'py>(
    py: Python<'py>,
    name: &str,
    request: &Bound<'py, PyAny>,
    on: Option<&Bound<'py, PyAny>>,
    inside: Option<&str>,
) -> PyResult<Bound<'py, PyAny>> {
    let known = CALLS.iter().find(|call| call.name == name);
    let faults = Faults { family: known.map_or(Family::Request, |call| call.family), inside };
    let request = json_of(request, faults)?;
    let target = target(on)?;
    let answer = py.detach(|| call_core(name, target, &request));
    let answer = answer.map_err(|error| errors::raised(py, faults.placed(error)))?;
    load(py, name, &answer, None)
}

fn target<'t>(on: Option<&'t Bound<'_, PyAny>>) -> PyResult<Target<'t>> {
    let Some(on) = on else { return Ok(Target::Nothing) };
    if let Ok(directory) = on.cast::<Directory>() {
        return Ok(Target::Directory(&directory.get().core));
    }
    if let Ok(router) = on.cast::<Router>() {
        return Ok(Target::Router(&router.get().core));
    }
    if let Ok(geography) = on.cast::<Geography>() {
        return Ok(Target::Geography(&geography.get().0));
    }
    if let Ok(templates) = on.cast::<Templates>() {
        return Ok(Target::Templates(&templates.get().core));
    }
    Err(errors::type_error(format!("nothing is asked of `{}`", on.get_type().qualname()?)))
}

/// The needs and referrals of a CSV file, which crosses as it is.
#[pyfunction]
#[pyo3(name = "_read_csv", signature = (name, data, directory=None))]
pub(crate) fn read_csv<'py>(
    py: Python<'py>,
    name: &Bound<'py, PyString>,
    data: &[u8],
    directory: Option<&Bound<'py, Directory>>,
) -> PyResult<Bound<'py, PyAny>> {
    let name = argument(name, Family::Referral, "name")?;
    let directory = directory.map(|directory| &directory.get().core);
    let file = py.detach(|| ReferralFile::read_csv(&name, data, directory));
    let file = file.map_err(|error| errors::raised(py, error))?;
    load(py, "read_referrals_csv", &to_json(&file)?, None)
}

/// The requests of a CSV file of events, which crosses as it is.
#[pyfunction]
#[pyo3(name = "_read_requests_csv")]
pub(crate) fn read_requests_csv<'py>(
    py: Python<'py>,
    name: &Bound<'py, PyString>,
    data: &[u8],
) -> PyResult<Bound<'py, PyAny>> {
    let name = argument(name, Family::Referral, "name")?;
    let file = py.detach(|| RequestFile::read_csv(&name, data)).map_err(|error| errors::raised(py, error))?;
    load(py, "read_requests_csv", &to_json(&file)?, None)
}

/// The surveys of a CSV file of events, which crosses as it is.
#[pyfunction]
#[pyo3(name = "_read_surveys_csv")]
pub(crate) fn read_surveys_csv<'py>(
    py: Python<'py>,
    name: &Bound<'py, PyString>,
    data: &[u8],
) -> PyResult<Bound<'py, PyAny>> {
    let name = argument(name, Family::Referral, "name")?;
    let file = py.detach(|| SurveyFile::read_csv(&name, data)).map_err(|error| errors::raised(py, error))?;
    load(py, "read_surveys_csv", &to_json(&file)?, None)
}

/// A report as an Arrow table.
#[pyfunction]
#[pyo3(name = "_impact_table")]
pub(crate) fn impact_table<'py>(py: Python<'py>, report: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
    let report = report_of(report)?;
    Batches::of_impact(report.table())?.into_table(py)
}

/// A report as the bytes of a workbook, with the report of the period before beside its figures.
#[pyfunction]
#[pyo3(name = "_impact_workbook", signature = (report, before=None))]
pub(crate) fn impact_workbook<'py>(
    py: Python<'py>,
    report: &Bound<'py, PyAny>,
    before: Option<&Bound<'py, PyAny>>,
) -> PyResult<Bound<'py, PyBytes>> {
    let (report, before) = (report_of(report)?, before.map(report_of).transpose()?);
    let bytes = py.detach(|| report.workbook(before.as_ref()).to_xlsx());
    Ok(PyBytes::new(py, &bytes.map_err(|error| errors::raised(py, error))?))
}

fn report_of(report: &Bound<'_, PyAny>) -> PyResult<ImpactReport> {
    let json = json_of(report, Faults::of(Family::Referral))?;
    from_json(&json).map_err(|error| errors::raised(report.py(), error))
}
