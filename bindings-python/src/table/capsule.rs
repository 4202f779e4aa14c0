//! Arrow's PyCapsule interface: the only place where pointers of other libraries are trusted.
//!
//! <https://arrow.apache.org/docs/format/CDataInterface/PyCapsuleInterface.html>

#![expect(unsafe_code, reason = "Arrow's C interface hands over pointers")]

use std::ffi::CStr;

use arrow_array::cast::AsArray;
use arrow_array::ffi::{FFI_ArrowArray, FFI_ArrowSchema, from_ffi};
use arrow_array::ffi_stream::{ArrayStreamReader, FFI_ArrowArrayStream};
use arrow_array::{Array, RecordBatchReader, StructArray, make_array};
use arrow_schema::ArrowError;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyTuple};

use crate::errors;

const STREAM: &CStr = c"arrow_array_stream";
const SCHEMA: &CStr = c"arrow_schema";
const ARRAY: &CStr = c"arrow_array";

/// The batches of a table or of one record batch: structs, whose members are the columns.
pub(super) fn read(table: &Bound<'_, PyAny>) -> PyResult<Vec<StructArray>> {
    let py = table.py();
    if table.hasattr("__arrow_c_stream__")? {
        let capsule = table.call_method0("__arrow_c_stream__")?;
        let pointer = capsule.cast::<PyCapsule>()?.pointer_checked(Some(STREAM))?;
        // SAFETY: a capsule of this name holds a stream, by the interface; `from_raw` takes it out.
        let stream = unsafe { FFI_ArrowArrayStream::from_raw(pointer.as_ptr().cast()) };
        // What runs behind a stream (a query of DuckDB) may itself wait for the interpreter.
        let arrays = py.detach(|| ArrayStreamReader::try_new(stream)?.collect::<Result<Vec<_>, _>>());
        return arrays.map_err(refused)?.iter().map(|array| columns(array.as_ref())).collect();
    }
    if table.hasattr("__arrow_c_array__")? {
        let capsules = table.call_method0("__arrow_c_array__")?;
        let capsules = capsules.cast::<PyTuple>()?;
        let (schema, array) = (capsules.get_item(0)?, capsules.get_item(1)?);
        let schema = schema.cast::<PyCapsule>()?.pointer_checked(Some(SCHEMA))?;
        let array = array.cast::<PyCapsule>()?.pointer_checked(Some(ARRAY))?;
        // SAFETY: capsules of these names hold an array and its schema, by the interface. The array
        // is moved out, and what is left behind marked as released; the schema is only looked at.
        let (schema, array) = unsafe {
            let array = FFI_ArrowArray::from_raw(array.as_ptr().cast());
            (&*schema.as_ptr().cast::<FFI_ArrowSchema>(), array)
        };
        // Whoever used a capsule before has left nothing in it.
        if array.is_released() || schema.release().is_none() {
            return Err(refused(ArrowError::CDataInterface("input array is already released".to_owned())));
        }
        // SAFETY: neither is released, and the schema is that of the array, by the interface.
        let data = unsafe { from_ffi(array, schema) };
        return Ok(vec![columns(make_array(data.map_err(refused)?).as_ref())?]);
    }
    Err(errors::type_error(format!(
        "needs are a table that speaks Arrow (pyarrow, polars, pandas from 2.2 on, DuckDB), not `{}`",
        table.get_type().qualname()?
    )))
}

fn columns(array: &dyn Array) -> PyResult<StructArray> {
    let wanted = || errors::type_error("needs are a table: columns named as the fields of a need");
    array.as_struct_opt().cloned().ok_or_else(wanted)
}

fn refused(error: ArrowError) -> PyErr {
    PyValueError::new_err(format!("the table cannot be read: {error}"))
}

/// A capsule that holds a stream of batches.
pub(super) fn stream<'py>(
    py: Python<'py>,
    batches: Box<dyn RecordBatchReader + Send>,
) -> PyResult<Bound<'py, PyCapsule>> {
    PyCapsule::new_with_value(py, FFI_ArrowArrayStream::new(batches), STREAM)
}
