//! Python values as the core's field values.

use std::borrow::Cow;

use aiguillage::need::FieldValue;
use jiff::civil::Date;
use pyo3::IntoPyObjectExt;
use pyo3::prelude::*;
use pyo3::types::{
    PyBool, PyDate, PyDateTime, PyDict, PyFloat, PyFrozenSet, PyInt, PyList, PyMapping, PySet, PyString,
    PyTuple,
};

/// No field holds anything nested deeper: what is, is refused before it is looked through.
const DEPTH: u8 = 3;

/// A name and value for each entry of a mapping.
type Fields = Vec<(Cow<'static, str>, FieldValue<'static>)>;

/// The text of a Python string; what is no Unicode (a lone surrogate) is replaced.
pub(crate) fn text(string: &Bound<'_, PyString>) -> Cow<'static, str> {
    // The general way takes two copies more, and almost all are sound.
    let text = string.to_cow().unwrap_or_else(|_| string.to_string_lossy());
    Cow::Owned(text.into_owned())
}

pub(crate) fn field_value(value: &Bound<'_, PyAny>) -> PyResult<FieldValue<'static>> {
    nested(value, DEPTH)
}

fn nested(value: &Bound<'_, PyAny>, depth: u8) -> PyResult<FieldValue<'static>> {
    // The frequent ones first.
    if let Ok(string) = value.cast::<PyString>() {
        return Ok(FieldValue::Text(text(string)));
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
            return dict_fields(dict, depth - 1).map(FieldValue::Map);
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
            return mapping_fields(mapping, depth - 1).map(FieldValue::Map);
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
        fields.push((name_of(&name)?, nested(&value, depth)?));
    }
    Ok(fields)
}

fn mapping_fields(mapping: &Bound<'_, PyMapping>, depth: u8) -> PyResult<Fields> {
    let mut fields = Vec::new();
    for item in mapping.items()?.iter() {
        let (name, value): (Bound<'_, PyAny>, Bound<'_, PyAny>) = item.extract()?;
        fields.push((name_of(&name)?, nested(&value, depth)?));
    }
    Ok(fields)
}

/// A name that is no text is shown as Python shows it: no field has such a name.
pub(crate) fn name_of(name: &Bound<'_, PyAny>) -> PyResult<Cow<'static, str>> {
    match name.cast::<PyString>() {
        Ok(name) => Ok(text(name)),
        Err(_) => Ok(Cow::Owned(name.repr()?.to_string_lossy().into_owned())),
    }
}
