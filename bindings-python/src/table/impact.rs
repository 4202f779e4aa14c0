//! The figures of an impact report as a table.

use std::sync::Arc;

use aiguillage::impact::{ColumnKind, ImpactTable};
use arrow_array::{ArrayRef, Float64Array, Int64Array, RecordBatch, StringArray};
use arrow_schema::{DataType, Field, Schema};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

use super::Batches;

impl Batches {
    pub(crate) fn of_impact(table: ImpactTable) -> PyResult<Batches> {
        let mut fields = Vec::with_capacity(table.columns.len());
        let mut arrays: Vec<ArrayRef> = Vec::with_capacity(table.columns.len());
        for column in table.columns {
            let (kind, array): (DataType, ArrayRef) = match column.kind {
                ColumnKind::Text => (DataType::Utf8, Arc::new(StringArray::from(column.texts))),
                ColumnKind::Count => {
                    let counts = column.counts.into_iter();
                    let whole =
                        counts.map(|count| count.map(|count| i64::try_from(count).unwrap_or(i64::MAX)));
                    (DataType::Int64, Arc::new(whole.collect::<Int64Array>()))
                }
                ColumnKind::Number => (DataType::Float64, Arc::new(Float64Array::from(column.numbers))),
            };
            fields.push(Field::new(column.name, kind, true));
            arrays.push(array);
        }
        let schema = Arc::new(Schema::new(fields));
        let batch = RecordBatch::try_new(Arc::clone(&schema), arrays);
        let batch = batch.map_err(|error| PyValueError::new_err(error.to_string()))?;
        Ok(Batches { schema, batches: vec![batch] })
    }
}
