//! Tables in, tables out, through Arrow's C interface.

mod capsule;
mod impact;
mod read;
mod write;

use std::ops::Range;
use std::sync::Arc;

use aiguillage::geography::PostalReading;
use aiguillage::{MatchOptions, parallel};
use arrow_array::{Array, RecordBatch, RecordBatchIterator};
use arrow_schema::{ArrowError, SchemaRef};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyCapsule, PyType};

use crate::errors;
use crate::watch::Watch;
use read::Rows;
use write::{Routed, Writer};

/// How many needs a core takes at a time: their matches become one batch of the result.
const STEP: usize = 16_384;

/// The batches of a table: `aiguillage/_table.py` says what users see of them.
#[pyclass(frozen, name = "_Batches", module = "aiguillage._aiguillage")]
pub(crate) struct Batches {
    schema: SchemaRef,
    batches: Vec<RecordBatch>,
}

impl Batches {
    /// The class that users see.
    pub(crate) fn into_table(self, py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
        static TABLE: PyOnceLock<Py<PyType>> = PyOnceLock::new();
        TABLE.import(py, "aiguillage._table", "Table")?.call1((self,))
    }
}

#[pymethods]
impl Batches {
    #[getter]
    fn num_rows(&self) -> usize {
        self.batches.iter().map(RecordBatch::num_rows).sum()
    }

    #[getter]
    fn column_names(&self) -> Vec<&str> {
        self.schema.fields().iter().map(|field| field.name().as_str()).collect()
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
) -> PyResult<Batches> {
    let py = needs.py();
    let input = capsule::read(needs)?;
    let writer = Writer::new(router.directory(), columns).map_err(PyValueError::new_err)?;
    let matcher = router.matcher(options).map_err(|error| errors::raised(py, error))?;
    // Batches of the input, cut into steps; each with the number of its first row.
    let mut steps: Vec<(Rows<'_>, Range<usize>, usize)> = Vec::new();
    let mut first = 0;
    for batch in &input {
        for start in (0..batch.len()).step_by(STEP) {
            let rows = Rows::of(batch, ignore_unknown).map_err(|error| errors::raised(py, error))?;
            steps.push((rows, start..batch.len().min(start + STEP), first));
        }
        first += batch.len();
    }
    if first == 0 {
        // Columns are checked even where no row is.
        for batch in &input {
            Rows::of(batch, ignore_unknown).map_err(|error| errors::raised(py, error))?;
        }
    }
    let geography = router.directory().geography();
    let mut watch = Watch::new(progress, first);
    let route = |(rows, range, first): &(Rows<'_>, Range<usize>, usize)| -> Result<_, ArrowError> {
        let mut reading = PostalReading::default();
        let results = range.clone().map(|row| {
            let (need, findings) = rows.need(row, geography);
            if let Ok(need) = &need
                && let Some(code) = need.only_commune()
            {
                reading.add(geography, code);
            }
            Routed { row: first + row, result: need.and_then(|need| matcher.match_experts(&need)), findings }
        });
        let batch = writer.batch(results)?;
        Ok((batch, reading))
    };
    let at_once = 2 * parallel::threads();
    let made = py.detach(|| {
        let mut batches = Vec::with_capacity(steps.len());
        let mut reading = PostalReading::default();
        for some in steps.chunks(at_once) {
            let made = parallel::each(0..some.len(), |number| route(&some[number]));
            for made in made {
                let (batch, part) = made?;
                batches.push(batch);
                reading.extend(&part);
            }
            let done = some.last().map_or(0, |(_, range, first)| first + range.end);
            if watch.tell(done).is_break() {
                break;
            }
        }
        Ok((batches, reading))
    });
    watch.end()?;
    let made = made.map_err(|error: ArrowError| PyValueError::new_err(error.to_string()));
    let (batches, reading) = made?;
    if let Some(doubt) = reading.doubt() {
        errors::warn(py, &doubt)?;
    }
    Ok(Batches { schema: writer.schema(), batches })
}
