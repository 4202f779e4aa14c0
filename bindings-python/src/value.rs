//! Python values as the core's field values.

use std::borrow::Cow;

use aiguillage::boundary::Family;
use aiguillage::need::FieldValue;
use jiff::civil::Date;
use pyo3::IntoPyObjectExt;
use pyo3::prelude::*;
use pyo3::types::{
    PyBool, PyDate, PyDateTime, PyDict, PyFloat, PyFrozenSet, PyInt, PyList, PyMapping, PySet, PyString,
    PyTuple,
};

use crate::errors::{self, Faults};

/// No field holds anything nested deeper: what is, is refused before it is looked through.
const DEPTH: u8 = 3;

/// A name and value for each entry of a mapping; nothing where a name holds half a character.
type Fields = Option<Vec<(Cow<'static, str>, FieldValue<'static>)>>;

/// What is said of a string that holds half a character (a lone surrogate), as Python alone has them: it is
/// no text, and another text in its place could be somebody else's id.
pub(crate) const HALF: &str = "str with half a character";

/// The text of a Python string; nothing where it holds half a character.
pub(crate) fn text(string: &Bound<'_, PyString>) -> Option<Cow<'static, str>> {
    string.to_cow().ok().map(|text| Cow::Owned(text.into_owned()))
}

/// A text among the arguments of a call.
///
/// # Errors
/// `invalid_value` of the family, where it holds half a character.
pub(crate) fn argument<'t>(
    string: &'t Bound<'_, PyString>,
    family: Family,
    name: &str,
) -> PyResult<Cow<'t, str>> {
    string.to_cow().map_err(|_| errors::refused(string.py(), Faults { family, inside: None }, name, HALF))
}

pub(crate) fn field_value(value: &Bound<'_, PyAny>) -> PyResult<FieldValue<'static>> {
    nested(value, DEPTH)
}

fn nested(value: &Bound<'_, PyAny>, depth: u8) -> PyResult<FieldValue<'static>> {
    // The frequent ones first.
    if let Ok(string) = value.cast::<PyString>() {
        return Ok(text(string).map_or(FieldValue::Other(HALF.into()), FieldValue::Text));
    }
    if value.is_none() {
        return Ok(FieldValue::Null);
    }
    if let Ok(truth) = value.cast::<PyBool>() {
        return Ok(FieldValue::Bool(truth.is_true()));
    }
    if let Ok(number) = value.cast::<PyInt>() {
        return Ok(integer(number));
    }
    if let Ok(number) = value.cast::<PyFloat>() {
        return Ok(FieldValue::Float(number.extract()?));
    }
    if let Ok(date) = value.cast::<PyDate>() {
        return date_value(date);
    }
    if depth > 0 {
        if let Ok(dict) = value.cast::<PyDict>() {
            return dict_fields(dict, depth - 1).map(map_value);
        }
        let is_list = value.is_instance_of::<PyList>()
            || value.is_instance_of::<PyTuple>()
            || value.is_instance_of::<PySet>()
            || value.is_instance_of::<PyFrozenSet>();
        if is_list {
            let items = items_of(value)?;
            let items = items.iter().map(|item| nested(item, depth - 1));
            return items.collect::<PyResult<_>>().map(FieldValue::List);
        }
        if let Ok(mapping) = value.cast::<PyMapping>() {
            return mapping_fields(mapping, depth - 1).map(map_value);
        }
    }
    // The numbers of numpy are no `int`, but can stand for one.
    if let Ok(index) = value.call_method0("__index__")
        && let Ok(number) = index.cast::<PyInt>()
    {
        return Ok(integer(number));
    }
    let kind = value.get_type().qualname().map(|name| name.to_string_lossy().into_owned());
    Ok(FieldValue::Other(kind.unwrap_or_else(|_| "object".to_owned()).into()))
}

/// A value of the core as Python's.
pub(crate) fn to_python<'py>(py: Python<'py>, value: FieldValue<'_>) -> PyResult<Bound<'py, PyAny>> {
    match value {
        FieldValue::Null => Ok(py.None().into_bound(py)),
        FieldValue::Cell(text) => text.into_bound_py_any(py),
        FieldValue::Text(text) | FieldValue::Other(text) => text.into_bound_py_any(py),
        FieldValue::Integer(number) => number.into_bound_py_any(py),
        FieldValue::Float(number) => number.into_bound_py_any(py),
        FieldValue::Bool(truth) => truth.into_bound_py_any(py),
        FieldValue::Date(date) => date.into_bound_py_any(py),
        FieldValue::List(items) => {
            let items = items.into_iter().map(|item| to_python(py, item)).collect::<PyResult<Vec<_>>>()?;
            Ok(PyList::new(py, items)?.into_any())
        }
        FieldValue::Map(members) => {
            let dict = PyDict::new(py);
            for (name, value) in members {
                dict.set_item(name, to_python(py, value)?)?;
            }
            Ok(dict.into_any())
        }
    }
}

fn integer(number: &Bound<'_, PyInt>) -> FieldValue<'static> {
    match number.extract::<i64>() {
        Ok(number) => FieldValue::Integer(number),
        Err(_) => FieldValue::Other("int beyond 64 bits".into()),
    }
}

/// A date, or a `datetime` at midnight: what has a time of day is no date.
fn date_value(date: &Bound<'_, PyDate>) -> PyResult<FieldValue<'static>> {
    if date.is_instance_of::<PyDateTime>() && !is_midnight(date)? {
        let shown = date.str()?.to_string_lossy().into_owned();
        return Ok(FieldValue::Other(format!("datetime, {shown}").into()));
    }
    match date.extract::<Date>() {
        Ok(date) => Ok(FieldValue::Date(date)),
        Err(_) => Ok(FieldValue::Other("date out of range".into())),
    }
}

/// Whether a `datetime` is the beginning of a day, of no zone in particular.
pub(crate) fn is_midnight(datetime: &Bound<'_, PyDate>) -> PyResult<bool> {
    let mut midnight = datetime.getattr("tzinfo")?.is_none();
    for part in ["hour", "minute", "second", "microsecond"] {
        // pandas' `NaT` answers with a float that is no number.
        midnight = midnight && datetime.getattr(part)?.extract::<u32>().is_ok_and(|number| number == 0);
    }
    Ok(midnight)
}

/// The items of a collection as it is now: reading one runs code of the host, which may change the
/// collection.
pub(crate) fn items_of<'py>(collection: &Bound<'py, PyAny>) -> PyResult<Vec<Bound<'py, PyAny>>> {
    collection.try_iter()?.collect()
}

/// Of a copy, for the same reason as [`items_of`].
fn dict_fields(dict: &Bound<'_, PyDict>, depth: u8) -> PyResult<Fields> {
    let mut fields = Vec::with_capacity(dict.len());
    for (name, value) in dict.copy()?.iter() {
        let Some(name) = name_of(&name)? else { return Ok(None) };
        fields.push((name, nested(&value, depth)?));
    }
    Ok(Some(fields))
}

fn mapping_fields(mapping: &Bound<'_, PyMapping>, depth: u8) -> PyResult<Fields> {
    let mut fields = Vec::new();
    for item in mapping.items()?.iter() {
        let (name, value): (Bound<'_, PyAny>, Bound<'_, PyAny>) = item.extract()?;
        let Some(name) = name_of(&name)? else { return Ok(None) };
        fields.push((name, nested(&value, depth)?));
    }
    Ok(Some(fields))
}

fn map_value(fields: Fields) -> FieldValue<'static> {
    fields.map_or(FieldValue::Other("dict with half a character in a name".into()), FieldValue::Map)
}

/// A name that is no text is shown as Python shows it: no field has such a name. Nothing where it holds
/// half a character.
pub(crate) fn name_of(name: &Bound<'_, PyAny>) -> PyResult<Option<Cow<'static, str>>> {
    match name.cast::<PyString>() {
        Ok(name) => Ok(text(name)),
        Err(_) => Ok(Some(Cow::Owned(name.repr()?.to_string_lossy().into_owned()))),
    }
}
