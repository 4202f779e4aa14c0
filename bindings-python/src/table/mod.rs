//! Tables in, tables out, through Arrow's C interface.

mod capsule;
mod impact;
mod read;
mod write;

use std::ops::Range;
use std::sync::Arc;

use aiguillage::{MatchOptions, Need, NeedError, parallel};
use arrow_array::{Array, RecordBatch, RecordBatchIterator};
use arrow_schema::SchemaRef;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyCapsule;

use crate::errors;
use crate::router::Watch;
use read::Rows;
use write::Writer;

/// How many needs a core takes at a time: their matches become one batch of the result.
const STEP: usize = 16_384;

/// An Arrow table: whatever speaks Arrow's C interface reads it without a copy.
///
/// >>> import polars
/// >>> from aiguillage import Router
/// >>> router = Router.open("examples/hauts-de-france")
/// >>> needs = polars.DataFrame({"subject": ["recruter", "recruter"], "commune": ["80021", "99999"]})
/// >>> table = router.match_table(needs, limit=1)
/// >>> polars.DataFrame(table).select("row", "institution", "error_code").rows()
/// [(0, 'france-travail', None), (1, None, 'unknown_commune')]
#[pyclass(frozen, module = "aiguillage")]
pub(crate) struct Table {
    schema: SchemaRef,
    batches: Vec<RecordBatch>,
}

#[pymethods]
impl Table {
    /// The number of rows.
    #[getter]
    fn num_rows(&self) -> usize {
        self.batches.iter().map(RecordBatch::num_rows).sum()
    }

    /// The names of the columns.
    #[getter]
    fn column_names(&self) -> Vec<&str> {
        self.schema.fields().iter().map(|field| field.name().as_str()).collect()
    }

    /// The table as one of pyarrow, which must be installed.
    fn to_pyarrow<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        PyModule::import(slf.py(), "pyarrow")?.getattr("table")?.call1((slf,))
    }

    /// The table as a data frame of pandas, which must be installed, with pyarrow.
    fn to_pandas<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        Table::to_pyarrow(slf)?.call_method0("to_pandas")
    }

    /// The table as a data frame of polars, which must be installed.
    fn to_polars<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        PyModule::import(slf.py(), "polars")?.getattr("DataFrame")?.call1((slf,))
    }

    fn __len__(&self) -> usize {
        self.num_rows()
    }

    fn __repr__(&self) -> String {
        format!("<aiguillage.Table of {} rows: {}>", self.num_rows(), self.column_names().join(", "))
    }

    /// Arrow's PyCapsule interface.
    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        // A producer may ignore the request; the consumer then casts.
        drop(requested_schema);
        let batches = self.batches.clone().into_iter().map(Ok);
        capsule::stream(py, Box::new(RecordBatchIterator::new(batches, Arc::clone(&self.schema))))
    }
}

/// Routes the rows of a table.
pub(crate) fn route(
    router: &aiguillage::Router,
    needs: &Bound<'_, PyAny>,
    options: &MatchOptions,
    columns: Option<Vec<String>>,
    ignore_unknown: bool,
    progress: Option<Py<PyAny>>,
) -> PyResult<Table> {
    let py = needs.py();
    let input = capsule::read(needs)?;
    let writer = Writer::new(router.directory(), columns).map_err(PyValueError::new_err)?;
    let matcher = router.matcher(options).map_err(|error| errors::need(py, &error))?;
    // Batches of the input, cut into steps; each with the number of its first row.
    let mut steps: Vec<(Rows<'_>, Range<usize>, usize)> = Vec::new();
    let mut first = 0;
    for batch in &input {
        for start in (0..batch.len()).step_by(STEP) {
            let rows = Rows::of(batch, ignore_unknown).map_err(|error| errors::need(py, &error))?;
            steps.push((rows, start..batch.len().min(start + STEP), first));
        }
        first += batch.len();
    }
    if first == 0 {
        // Columns are checked even where no row is.
        for batch in &input {
            Rows::of(batch, ignore_unknown).map_err(|error| errors::need(py, &error))?;
        }
    }
    let mut watch = Watch::new(progress, first);
    let route = |(rows, range, first): &(Rows<'_>, Range<usize>, usize)| {
        let results = range.clone().map(|row| {
            let need: Result<Need, NeedError> = rows.need(row);
            need.and_then(|need| matcher.match_experts(&need))
        });
        writer.batch((first + range.start..).zip(results))
    };
    let at_once = 2 * parallel::threads();
    let made = py.detach(|| {
        let mut batches = Vec::with_capacity(steps.len());
        for some in steps.chunks(at_once) {
            let made = parallel::each(0..some.len(), |number| route(&some[number]));
            let made: Result<Vec<RecordBatch>, _> = made.into_iter().collect();
            batches.extend(made?);
            let done = some.last().map_or(0, |(_, range, first)| first + range.end);
            if watch.tell(done).is_break() {
                break;
            }
        }
        Ok(batches)
    });
    watch.end()?;
    let batches = made.map_err(|error: arrow_schema::ArrowError| PyValueError::new_err(error.to_string()))?;
    Ok(Table { schema: writer.schema(), batches })
}
