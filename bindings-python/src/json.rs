//! Python's values as JSON: dicts, records, lists, dates.

use std::fmt::Write as _;

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{
    PyBool, PyDate, PyDateTime, PyDict, PyFloat, PyFrozenSet, PyInt, PyList, PyMapping, PySet, PyString,
    PyTuple, PyType,
};
use serde::Serialize;

use crate::errors::{self, Faults};
use crate::records::to_json;
use crate::value::{HALF, is_midnight, items_of, text};

/// No value of a host is nested deeper: what is, is refused.
const DEPTH: u8 = 16;

/// A value as JSON.
///
/// # Errors
/// Of the family, for what JSON cannot hold, with its place.
pub(crate) fn json_of(value: &Bound<'_, PyAny>, faults: Faults<'_>) -> PyResult<String> {
    written(value, faults, false)
}

/// The same for parts of a directory: experts and the like are written whole, where otherwise their
/// ids stand for them.
pub(crate) fn json_of_whole(value: &Bound<'_, PyAny>, faults: Faults<'_>) -> PyResult<String> {
    written(value, faults, true)
}

fn written(value: &Bound<'_, PyAny>, faults: Faults<'_>, whole: bool) -> PyResult<String> {
    let mut writer = Writer { out: String::new(), place: String::new(), faults, whole };
    writer.value(value, DEPTH)?;
    Ok(writer.out)
}

struct Writer<'f> {
    out: String,
    /// Where in the value the writer is: `referrals[3].on`.
    place: String,
    faults: Faults<'f>,
    whole: bool,
}

impl Writer<'_> {
    fn value(&mut self, value: &Bound<'_, PyAny>, depth: u8) -> PyResult<()> {
        // The frequent ones first.
        if let Ok(string) = value.cast::<PyString>() {
            return match text(string) {
                Some(text) => self.text(&text),
                None => self.refuse(value, HALF),
            };
        }
        if value.is_none() {
            self.out.push_str("null");
            return Ok(());
        }
        if let Ok(truth) = value.cast::<PyBool>() {
            self.out.push_str(if truth.is_true() { "true" } else { "false" });
            return Ok(());
        }
        if value.is_instance_of::<PyInt>() {
            return match value.extract::<i64>() {
                Ok(number) => self.number(number),
                Err(_) => self.refuse(value, "int beyond 64 bits"),
            };
        }
        if let Ok(number) = value.cast::<PyFloat>() {
            let number: f64 = number.extract()?;
            return if number.is_finite() {
                self.number(number)
            } else {
                self.refuse(value, &number.to_string())
            };
        }
        if let Ok(date) = value.cast::<PyDate>() {
            return self.date(date);
        }
        if depth == 0 {
            return self.refuse(value, "something too deep");
        }
        if let Ok(dict) = value.cast::<PyDict>() {
            return self.members(dict, depth - 1);
        }
        if value.is_instance_of::<PyList>() || value.is_instance_of::<PyTuple>() {
            return self.items(value, depth - 1);
        }
        let py = value.py();
        if !self.whole && value.is_instance(entity(py)?)? {
            return self.value(&value.getattr("id")?, depth - 1);
        }
        if value.is_instance(record(py)?)? {
            return self.members(value.getattr("__dict__")?.cast::<PyDict>()?, depth - 1);
        }
        if value.is_instance_of::<PySet>() || value.is_instance_of::<PyFrozenSet>() {
            return self.items(value, depth - 1);
        }
        if let Ok(mapping) = value.cast::<PyMapping>() {
            return self.members(&PyDict::from_sequence(mapping.items()?.as_any())?, depth - 1);
        }
        // The scalars of numpy.
        if value.hasattr("dtype")? && value.hasattr("item")? {
            return self.value(&value.call_method0("item")?, depth - 1);
        }
        let kind = value.get_type().qualname()?.to_string_lossy().into_owned();
        self.refuse(value, &kind)
    }

    fn text(&mut self, text: &str) -> PyResult<()> {
        self.out.push_str(&to_json(text)?);
        Ok(())
    }

    fn number(&mut self, number: impl Serialize) -> PyResult<()> {
        self.out.push_str(&to_json(&number)?);
        Ok(())
    }

    /// A `datetime` at midnight without a zone is a day; any other is an instant.
    fn date(&mut self, date: &Bound<'_, PyDate>) -> PyResult<()> {
        let day = match date.is_instance_of::<PyDateTime>() && is_midnight(date)? {
            true => date.call_method0("date")?,
            false => date.clone().into_any(),
        };
        let written = day.call_method0("isoformat")?;
        match text(written.cast::<PyString>()?) {
            Some(text) => self.text(&text),
            None => self.refuse(&written, HALF),
        }
    }

    fn members(&mut self, members: &Bound<'_, PyDict>, depth: u8) -> PyResult<()> {
        let outer = self.place.len();
        self.out.push('{');
        let mut first = true;
        // Writing a value runs code of the host, which may change what holds it.
        for (name, value) in members.copy()?.iter() {
            let Some(name) = name.cast::<PyString>().ok().and_then(text) else {
                return self.refuse(&name, "name that is no text");
            };
            // What records keep to themselves; and nothing is the same as no value.
            if name.starts_with('_') || value.is_none() || self.whole && is_empty(&value) {
                continue;
            }
            // Words that Python keeps for itself have an underscore behind them: `from_`.
            let name = name.strip_suffix('_').unwrap_or(&name);
            if !std::mem::take(&mut first) {
                self.out.push(',');
            }
            self.text(name)?;
            self.out.push(':');
            if outer > 0 {
                self.place.push('.');
            }
            self.place.push_str(name);
            self.value(&value, depth)?;
            self.place.truncate(outer);
        }
        self.out.push('}');
        Ok(())
    }

    fn items(&mut self, items: &Bound<'_, PyAny>, depth: u8) -> PyResult<()> {
        let outer = self.place.len();
        self.out.push('[');
        for (number, item) in items_of(items)?.iter().enumerate() {
            if number > 0 {
                self.out.push(',');
            }
            // Writing to a text cannot fail.
            let _ = write!(self.place, "[{number}]");
            self.value(item, depth)?;
            self.place.truncate(outer);
        }
        self.out.push(']');
        Ok(())
    }

    fn refuse(&self, value: &Bound<'_, PyAny>, kind: &str) -> PyResult<()> {
        Err(errors::refused(value.py(), self.faults, &self.place, kind))
    }
}

/// What a directory leaves out too.
fn is_empty(value: &Bound<'_, PyAny>) -> bool {
    value.cast::<PyTuple>().is_ok_and(|items| items.is_empty())
}

fn record(py: Python<'_>) -> PyResult<&Bound<'_, PyType>> {
    static CLASS: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    CLASS.import(py, "aiguillage._records", "Record")
}

fn entity(py: Python<'_>) -> PyResult<&Bound<'_, PyType>> {
    static CLASS: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    CLASS.import(py, "aiguillage._records", "Entity")
}
