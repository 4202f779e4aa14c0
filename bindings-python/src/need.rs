//! A need as Python sees it.

use std::borrow::Cow;
use std::hash::BuildHasher;

use aiguillage::boundary::{Family, Target, call};
use aiguillage::need::FieldValue;
use aiguillage::{NeedField, Severity};
use pyo3::IntoPyObjectExt;
use pyo3::basic::CompareOp;
use pyo3::exceptions::PyKeyError;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyDict, PyList, PyMapping, PyString, PyType};

use crate::errors::Faults;
use crate::json::json_of;
use crate::value::{argument, field_value, name_of, to_python};
use crate::{errors, records};

/// What is routed: a subject, a commune, and facts about the company. It cannot be changed.
///
/// Every field may be given by keyword; a field that is unknown, or has a value that cannot be read,
/// raises `NeedError`. Blank text and `None` are the same as nothing.
///
/// >>> from aiguillage import Need
/// >>> need = Need("recruter", "80021", headcount=3)
/// >>> need.commune, need.headcount, need.naf
/// ('80021', 3, None)
/// >>> need.replace(headcount=12).headcount
/// 12
/// >>> Need("recruter", "80021", headcont=3)
/// Traceback (most recent call last):
///     ...
/// aiguillage.errors.NeedError: a need has no field `headcont`: did you mean `headcount`?
#[pyclass(frozen, module = "aiguillage")]
#[derive(Clone)]
pub(crate) struct Need(pub(crate) aiguillage::Need);

/// A need from a `Need` or a mapping.
#[expect(clippy::large_enum_variant, reason = "it lives for one call, which a box would slow down")]
pub(crate) enum Given<'py> {
    Need(Bound<'py, Need>),
    Made(aiguillage::Need),
}

impl Given<'_> {
    pub(crate) fn get(&self) -> &aiguillage::Need {
        match self {
            Given::Need(need) => &need.get().0,
            Given::Made(need) => need,
        }
    }

    pub(crate) fn into_need(self) -> aiguillage::Need {
        match self {
            Given::Need(need) => need.get().0.clone(),
            Given::Made(need) => need,
        }
    }
}

/// What a method was given: a need, a mapping, or keywords.
pub(crate) fn given<'py>(
    need: Option<&Bound<'py, PyAny>>,
    keywords: Option<&Bound<'py, PyDict>>,
) -> PyResult<Given<'py>> {
    match (need, keywords) {
        (Some(need), None) => one(need),
        (None, None) => Ok(Given::Made(aiguillage::Need::default())),
        (None, Some(keywords)) => of_dict(keywords).map(Given::Made),
        (Some(_), Some(keywords)) => {
            let names: Vec<String> = keywords.keys().iter().map(|name| name.to_string()).collect();
            Err(errors::type_error(format!(
                "give a need or its fields, not both: use `need.replace({}=…)`",
                names.join("=…, ")
            )))
        }
    }
}

/// A need that is a `Need` or a mapping.
pub(crate) fn one<'py>(need: &Bound<'py, PyAny>) -> PyResult<Given<'py>> {
    if let Ok(need) = need.cast::<Need>() {
        return Ok(Given::Need(need.clone()));
    }
    if let Ok(dict) = need.cast::<PyDict>() {
        // Reading values runs code of the host (`__index__`), which may change the dict.
        return of_dict(&dict.copy()?).map(Given::Made);
    }
    match need.cast::<PyMapping>() {
        Ok(mapping) => of_dict(&PyDict::from_sequence(mapping.items()?.as_any())?).map(Given::Made),
        Err(_) => Err(errors::type_error(format!(
            "a need is a `Need` or a dict of its fields, not `{}`",
            need.get_type().qualname()?
        ))),
    }
}

/// The need of a dict that nobody else can change.
fn of_dict(dict: &Bound<'_, PyDict>) -> PyResult<aiguillage::Need> {
    let py = dict.py();
    let mut need = aiguillage::Need::default();
    for (name, value) in dict.iter() {
        // Names that a program writes down are the same strings as ours.
        let field = match names(py).iter().zip(NeedField::ALL).find(|(known, _)| known.is(&name)) {
            Some((_, field)) => *field,
            None => field_of(&name)?,
        };
        set(py, &mut need, field, &value)?;
    }
    Ok(need)
}

fn set(
    py: Python<'_>,
    need: &mut aiguillage::Need,
    field: NeedField,
    value: &Bound<'_, PyAny>,
) -> PyResult<()> {
    need.set(field, field_value(value)?).map_err(|error| errors::raised(py, error))
}

/// The names of the fields, in their order.
fn names(py: Python<'_>) -> &[Py<PyString>] {
    static NAMES: PyOnceLock<Vec<Py<PyString>>> = PyOnceLock::new();
    NAMES
        .get_or_init(py, || NeedField::NAMES.iter().map(|name| PyString::intern(py, name).unbind()).collect())
}

/// The field of a name.
pub(crate) fn field_named(name: &str) -> Option<NeedField> {
    NeedField::ALL.iter().copied().find(|field| field.as_str() == name)
}

fn field_of(name: &Bound<'_, PyAny>) -> PyResult<NeedField> {
    // No field has half a character in its name, whatever is shown for it.
    let text = match name_of(name)? {
        Some(text) => text,
        None => Cow::Owned(name.str()?.to_string_lossy().into_owned()),
    };
    match (field_named(&text), aiguillage::Need::from_fields([(text, FieldValue::Null)])) {
        (Some(field), _) => Ok(field),
        // The core says what is wrong with the name.
        (None, Err(error)) => Err(errors::raised(name.py(), error)),
        (None, Ok(_)) => Err(PyKeyError::new_err(name.clone().unbind())),
    }
}

/// What a field holds: where it has no value, a list or a mapping is empty.
#[derive(Clone, Copy)]
enum Shape {
    Single,
    List,
    Map,
}

impl Need {
    /// The value of a field, if it has one.
    fn value<'py>(&self, py: Python<'py>, field: NeedField) -> PyResult<Option<Bound<'py, PyAny>>> {
        match self.0.get(field) {
            FieldValue::Null => Ok(None),
            value => to_python(py, value).map(Some),
        }
    }

    fn shown<'py>(&self, py: Python<'py>, field: NeedField, shape: Shape) -> PyResult<Bound<'py, PyAny>> {
        match (self.value(py, field)?, shape) {
            (Some(value), _) => Ok(value),
            (None, Shape::Single) => Ok(py.None().into_bound(py)),
            (None, Shape::List) => Ok(PyList::empty(py).into_any()),
            (None, Shape::Map) => Ok(PyDict::new(py).into_any()),
        }
    }
}

/// A getter for each field, with what it means.
macro_rules! getters {
    ($($(#[$doc:meta])* $name:ident $field:ident $shape:ident,)*) => {
        #[pymethods]
        impl Need {
            #[new]
            #[pyo3(signature = (subject=None, commune=None, **fields))]
            fn new(
                py: Python<'_>,
                subject: Option<Bound<'_, PyAny>>,
                commune: Option<Bound<'_, PyAny>>,
                fields: Option<Bound<'_, PyDict>>,
            ) -> PyResult<Need> {
                let mut need = fields.as_ref().map_or_else(|| Ok(aiguillage::Need::default()), of_dict)?;
                for (field, value) in [(NeedField::Subject, subject), (NeedField::Commune, commune)] {
                    if let Some(value) = value {
                        set(py, &mut need, field, &value)?;
                    }
                }
                Ok(Need(need))
            }

            /// A need from a mapping of its fields.
            #[staticmethod]
            fn from_dict(fields: &Bound<'_, PyAny>) -> PyResult<Need> {
                one(fields).map(|given| Need(given.into_need()))
            }

            /// A need from a JSON object of its fields.
            #[staticmethod]
            fn from_json(py: Python<'_>, text: &Bound<'_, PyString>) -> PyResult<Need> {
                let text = argument(text, Family::Need, "text")?;
                aiguillage::Need::from_json(&text).map(Need).map_err(|error| errors::raised(py, error))
            }

            /// A need from cells of text, each of which stands for whatever its field holds:
            /// `23/11/2026`, `COMMERCIALE ARTISANALE`, `question=oui other=non`.
            ///
            /// >>> Need.from_cells({"subject": "recruter", "commune": "80021", "headcount": "3"}).headcount
            /// 3
            #[staticmethod]
            fn from_cells(
                py: Python<'_>,
                cells: &Bound<'_, PyDict>,
            ) -> PyResult<Need> {
                let cells: Vec<(Bound<'_, PyString>, Bound<'_, PyString>)> = cells.items().extract()?;
                let texts = cells.iter().map(|(name, cell)| {
                    let name = name.to_string_lossy().into_owned();
                    let cell = argument(cell, Family::Need, &name)?;
                    Ok((name, cell))
                });
                let texts = texts.collect::<PyResult<Vec<_>>>()?;
                let fields = texts.iter().map(|(name, cell)| (name.as_str().into(), FieldValue::Cell(cell)));
                aiguillage::Need::from_fields(fields).map(Need).map_err(|error| errors::raised(py, error))
            }

            /// The needs of a CSV file, a row each: its headers are the fields of a need, `,` or `;`,
            /// UTF-8 or Windows-1252. Gives the number of the line of each row, and the need or the
            /// `NeedError` of the row. Quotes that may hide rows are a `UserWarning`.
            ///
            /// >>> Need.read_csv(b"subject;commune\nrecruter;80021\n")
            /// [(2, Need(subject='recruter', commune='80021'))]
            #[staticmethod]
            fn read_csv<'py>(py: Python<'py>, data: &[u8]) -> PyResult<Bound<'py, PyList>> {
                let file = aiguillage::Need::read_csv("needs.csv", data);
                let file = file.map_err(|error| errors::raised(py, error))?;
                let mut rows = Vec::with_capacity(file.rows.len());
                for row in file.rows {
                    let need = match row.need {
                        Ok(need) => Need(need).into_bound_py_any(py)?,
                        Err(error) => errors::made(py, &error.into())?,
                    };
                    rows.push((row.line, need));
                }
                for fault in file.diagnostics {
                    if fault.severity != Severity::Error {
                        // The rows are there. A warning asks somebody to look, a remark asks for nothing.
                        if fault.severity == Severity::Warning {
                            errors::warn(py, &fault.to_string())?;
                        }
                        continue;
                    }
                    let line = fault.line.unwrap_or_default();
                    let error = errors::need_fault(py, &fault)?;
                    let at = rows.partition_point(|(other, _)| *other < line);
                    rows.insert(at, (line, error));
                }
                PyList::new(py, rows)
            }

            $(
                $(#[$doc])*
                #[getter]
                fn $name<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
                    self.shown(py, NeedField::$field, Shape::$shape)
                }
            )*

            /// The fields that have a value, as `Need.from_dict` reads them.
            pub(crate) fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
                let dict = PyDict::new(py);
                for (field, name) in NeedField::ALL.iter().zip(names(py)) {
                    if let Some(value) = self.value(py, *field)? {
                        dict.set_item(name, value)?;
                    }
                }
                Ok(dict)
            }

            /// The same need with other values for some fields.
            #[pyo3(signature = (**fields))]
            fn replace(&self, py: Python<'_>, fields: Option<Bound<'_, PyDict>>) -> PyResult<Need> {
                let all = self.to_dict(py)?;
                if let Some(fields) = fields {
                    all.update(fields.as_mapping())?;
                }
                one(all.as_any()).map(|given| Need(given.into_need()))
            }

            /// The need with what it leaves open filled by what a register knows of its company, and where
            /// the two disagree: what the need says stays. The company is a `Company` or a dict of its
            /// fields; raises `CompanyError` for one that cannot be read.
            ///
            /// >>> from aiguillage import Company, Need
            /// >>> company = Company.from_row({"siret": "82161143100015", "codeCommuneEtablissement": "80021",
            /// ...     "trancheEffectifsEtablissement": "02"})
            /// >>> completed = Need("recruter", "59350").with_company(company)
            /// >>> completed.need.headcount_band, completed.need.commune
            /// ('02', '59350')
            /// >>> [(finding.code, finding.field) for finding in completed.findings]
            /// [('differs_from_need', 'commune')]
            fn with_company<'py>(
                &self,
                py: Python<'py>,
                company: &Bound<'py, PyAny>,
            ) -> PyResult<Bound<'py, PyAny>> {
                let faults = Faults { family: Family::Company, inside: Some("company") };
                let (need, company) = (records::to_json(&self.0)?, json_of(company, faults)?);
                let request = format!(r#"{{"need":{need},"company":{company}}}"#);
                let answer = py.detach(|| call("complete_need", Target::Nothing, &request));
                let answer = answer.map_err(|error| errors::raised(py, faults.placed(error)))?;
                records::load(py, "complete_need", &answer, None)
            }

            fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
                let mut shown = Vec::new();
                for (name, value) in self.to_dict(py)?.iter() {
                    let part = format!("{}={}", name.str()?.to_string_lossy(), value.repr()?.to_string_lossy());
                    // Subject and commune come first, as one gives them.
                    match name.str()?.to_string_lossy().as_ref() {
                        "subject" => shown.insert(0, part),
                        _ => shown.push(part),
                    }
                }
                Ok(format!("Need({})", shown.join(", ")))
            }

            fn __richcmp__(&self, other: &Bound<'_, PyAny>, op: CompareOp) -> PyResult<Py<PyAny>> {
                let py = other.py();
                match (op, other.cast::<Need>()) {
                    (CompareOp::Eq, Ok(other)) => (self.0 == other.get().0).into_py_any(py),
                    (CompareOp::Ne, Ok(other)) => (self.0 != other.get().0).into_py_any(py),
                    _ => Ok(py.NotImplemented()),
                }
            }

            fn __hash__(&self) -> PyResult<u64> {
                Ok(rustc_hash::FxBuildHasher.hash_one(records::to_json(&self.0)?))
            }

            fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, (String,))> {
                let from_json = PyType::new::<Need>(py).getattr("from_json")?;
                Ok((from_json, (records::to_json(&self.0)?,)))
            }
        }
    };
}

include!("generated/need_getters.rs");
