//! The columns of a table as the fields of needs, and as what a register knows of their companies.

use std::borrow::Cow;

use aiguillage::company::CompanyReader;
use aiguillage::need::FieldValue;
use aiguillage::{Geography, Need, NeedError, NeedField};
use arrow_array::cast::AsArray;
use arrow_array::types::{
    ArrowDictionaryKeyType, ArrowPrimitiveType, Date32Type, Date64Type, Decimal128Type, Float32Type,
    Float64Type, Int8Type, Int16Type, Int32Type, Int64Type, TimestampMicrosecondType,
    TimestampMillisecondType, TimestampNanosecondType, TimestampSecondType, UInt8Type, UInt16Type,
    UInt32Type, UInt64Type,
};
use arrow_array::{Array, ArrayRef, StructArray};
use arrow_schema::{DataType, TimeUnit};
use jiff::Span;
use jiff::civil::{Date, date};

use crate::need::field_named;

/// The rows of a batch.
pub(super) struct Rows<'a> {
    batch: &'a StructArray,
    columns: Vec<(NeedField, &'a ArrayRef)>,
    /// The columns of INSEE's stock files, where the table has rows of them.
    register: Vec<(&'a str, &'a ArrayRef)>,
}

impl<'a> Rows<'a> {
    /// # Errors
    /// When a column is no field of a need, or is given twice.
    pub(super) fn of(batch: &'a StructArray, ignore_unknown: bool) -> Result<Rows<'a>, NeedError> {
        let mut columns = Vec::with_capacity(batch.num_columns());
        let mut register = Vec::new();
        let mut given = Vec::with_capacity(batch.num_columns());
        let stock = CompanyReader::stock_columns(batch.fields().iter().map(|field| field.name().as_str()))?;
        for (number, (column, array)) in batch.fields().iter().zip(batch.columns()).enumerate() {
            // How pandas names an index that has no name.
            if column.name().starts_with("__index_level_") {
                continue;
            }
            let field = field_named(column.name());
            columns.extend(field.map(|field| (field, array)));
            let is_register = stock.contains(&number);
            register.extend(is_register.then_some((column.name().as_str(), array)));
            if field.is_some() || !(ignore_unknown || is_register) {
                given.push((Cow::Borrowed(column.name().as_str()), FieldValue::Null));
            }
        }
        // The core says what is wrong with the names of columns.
        Need::from_fields(given)?;
        Ok(Rows { batch, columns, register })
    }

    /// The need of a row, with what it leaves open filled by what the register's columns say, and what is odd
    /// about that.
    pub(super) fn need(&self, row: usize, geography: &Geography) -> (Result<Need, NeedError>, Vec<String>) {
        // Behind a row that is null, cells may hold anything.
        if self.batch.is_null(row) {
            return (Ok(Need::default()), Vec::new());
        }
        let fields = self.columns.iter().map(|(field, array)| (*field, value(array, row)));
        if self.register.is_empty() {
            let mut need = Need::default();
            let set = fields.into_iter().try_for_each(|(field, value)| need.set(field, value));
            return (set.map(|()| need), Vec::new());
        }
        let cells = self.register.iter().map(|(name, array)| (*name, day_or_value(array, row)));
        let read = CompanyReader::new(geography).read_need(fields, cells);
        (read.need, read.findings)
    }
}

/// The value of a register's cell: of a time, the day is what counts.
fn day_or_value(array: &dyn Array, row: usize) -> FieldValue<'_> {
    match array.data_type() {
        DataType::Timestamp(unit, None) if array.is_valid(row) => {
            let (instant, a_second) = instant(array, *unit, row);
            day(instant.div_euclid(86_400 * a_second))
        }
        _ => value(array, row),
    }
}

fn number<T: ArrowPrimitiveType>(array: &dyn Array, row: usize) -> FieldValue<'_>
where
    T::Native: TryInto<i64>,
{
    let number = array.as_primitive::<T>().value(row);
    number.try_into().map_or(FieldValue::Other("integer beyond 63 bits".into()), FieldValue::Integer)
}

/// The value of a cell. Text stands for whatever its column holds, as in a CSV file.
fn value(array: &dyn Array, row: usize) -> FieldValue<'_> {
    // A column without any value has a type of its own, and no marks of what is null.
    if array.is_null(row) || *array.data_type() == DataType::Null {
        return FieldValue::Null;
    }
    match array.data_type() {
        DataType::Utf8 => FieldValue::Cell(array.as_string::<i32>().value(row)),
        DataType::LargeUtf8 => FieldValue::Cell(array.as_string::<i64>().value(row)),
        DataType::Utf8View => FieldValue::Cell(array.as_string_view().value(row)),
        DataType::Boolean => FieldValue::Bool(array.as_boolean().value(row)),
        DataType::Int8 => number::<Int8Type>(array, row),
        DataType::Int16 => number::<Int16Type>(array, row),
        DataType::Int32 => number::<Int32Type>(array, row),
        DataType::Int64 => number::<Int64Type>(array, row),
        DataType::UInt8 => number::<UInt8Type>(array, row),
        DataType::UInt16 => number::<UInt16Type>(array, row),
        DataType::UInt32 => number::<UInt32Type>(array, row),
        DataType::UInt64 => number::<UInt64Type>(array, row),
        DataType::Float32 => FieldValue::Float(array.as_primitive::<Float32Type>().value(row).into()),
        DataType::Float64 => FieldValue::Float(array.as_primitive::<Float64Type>().value(row)),
        // DuckDB sums whole numbers into decimals.
        DataType::Decimal128(_, 0) => number::<Decimal128Type>(array, row),
        DataType::Date32 => day(i64::from(array.as_primitive::<Date32Type>().value(row))),
        DataType::Date64 => midnight(array.as_primitive::<Date64Type>().value(row), 1_000),
        DataType::Timestamp(unit, None) => {
            let (instant, a_second) = instant(array, *unit, row);
            midnight(instant, a_second)
        }
        DataType::List(_) => items(array.as_list::<i32>().value(row)),
        DataType::LargeList(_) => items(array.as_list::<i64>().value(row)),
        DataType::Struct(_) => members(array.as_struct(), row),
        DataType::Map(..) => entries(&array.as_map().value(row)),
        DataType::Dictionary(key, _) => match key.as_ref() {
            DataType::Int8 => coded::<Int8Type>(array, row),
            DataType::Int16 => coded::<Int16Type>(array, row),
            DataType::Int32 => coded::<Int32Type>(array, row),
            DataType::Int64 => coded::<Int64Type>(array, row),
            DataType::UInt8 => coded::<UInt8Type>(array, row),
            DataType::UInt16 => coded::<UInt16Type>(array, row),
            DataType::UInt32 => coded::<UInt32Type>(array, row),
            _ => coded::<UInt64Type>(array, row),
        },
        other => FieldValue::Other(other.to_string().into()),
    }
}

/// An instant as a number since 1970, and how many of its units a second has.
fn instant(array: &dyn Array, unit: TimeUnit, row: usize) -> (i64, i64) {
    match unit {
        TimeUnit::Second => (array.as_primitive::<TimestampSecondType>().value(row), 1),
        TimeUnit::Millisecond => (array.as_primitive::<TimestampMillisecondType>().value(row), 1_000),
        TimeUnit::Microsecond => (array.as_primitive::<TimestampMicrosecondType>().value(row), 1_000_000),
        TimeUnit::Nanosecond => (array.as_primitive::<TimestampNanosecondType>().value(row), 1_000_000_000),
    }
}

fn coded<K: ArrowDictionaryKeyType>(array: &dyn Array, row: usize) -> FieldValue<'_> {
    let coded = array.as_dictionary::<K>();
    coded.key(row).map_or(FieldValue::Null, |key| value(coded.values().as_ref(), key))
}

fn day(since_1970: i64) -> FieldValue<'static> {
    let date: Option<Date> =
        Span::new().try_days(since_1970).ok().and_then(|days| date(1970, 1, 1).checked_add(days).ok());
    date.map_or(FieldValue::Other("date out of range".into()), FieldValue::Date)
}

/// An instant that is a day: what has a time of day is no date.
fn midnight(since_1970: i64, a_second: i64) -> FieldValue<'static> {
    let a_day = 86_400 * a_second;
    if since_1970 % a_day == 0 {
        day(since_1970 / a_day)
    } else {
        FieldValue::Other("timestamp with a time of day".into())
    }
}

/// Owned, for values that are cut out of an array.
fn owned(value: FieldValue<'_>) -> FieldValue<'static> {
    match value {
        FieldValue::Null => FieldValue::Null,
        FieldValue::Cell(text) => FieldValue::Text(Cow::Owned(text.to_owned())),
        FieldValue::Text(text) => FieldValue::Text(Cow::Owned(text.into_owned())),
        FieldValue::Integer(number) => FieldValue::Integer(number),
        FieldValue::Float(number) => FieldValue::Float(number),
        FieldValue::Bool(truth) => FieldValue::Bool(truth),
        FieldValue::Date(date) => FieldValue::Date(date),
        FieldValue::List(items) => FieldValue::List(items.into_iter().map(owned).collect()),
        // No field holds anything nested deeper.
        FieldValue::Map(_) => FieldValue::Other("a struct in a list".into()),
        FieldValue::Other(kind) => FieldValue::Other(Cow::Owned(kind.into_owned())),
    }
}

fn items(list: ArrayRef) -> FieldValue<'static> {
    FieldValue::List((0..list.len()).map(|item| owned(value(&list, item))).collect())
}

fn members(row_of: &StructArray, row: usize) -> FieldValue<'_> {
    let members = row_of.fields().iter().zip(row_of.columns());
    FieldValue::Map(
        members.map(|(field, column)| (field.name().as_str().into(), value(column, row))).collect(),
    )
}

fn entries(map: &StructArray) -> FieldValue<'static> {
    let name = |entry: usize| match owned(value(map.column(0), entry)) {
        FieldValue::Text(name) => name,
        other => Cow::Owned(format!("{other:?}")),
    };
    FieldValue::Map((0..map.len()).map(|entry| (name(entry), owned(value(map.column(1), entry)))).collect())
}
