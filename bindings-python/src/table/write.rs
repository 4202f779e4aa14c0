//! Matches as the columns of a table. Texts that repeat are dictionaries: a column of numbers into
//! the list of the directory's experts is written at the speed of memory.

use std::sync::Arc;

use aiguillage::router::MatchPositions;
use aiguillage::{Directory, Match, Matches, NeedError, geography};
use arrow_array::builder::{
    Date32Builder, Int64Builder, PrimitiveBuilder, StringBuilder, StringDictionaryBuilder,
};
use arrow_array::types::UInt32Type;
use arrow_array::{ArrayRef, DictionaryArray, RecordBatch, StringArray};
use arrow_schema::{ArrowError, DataType, Field, Schema, SchemaRef};
use jiff::civil::{Date, date};
use rustc_hash::FxHashMap;

/// A column of the result.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Row,
    Expert,
    Antenne,
    Institution,
    Subject,
    Zone,
    ZoneOwner,
    Note,
    AbsentUntil,
    Unverified,
    Error,
    ErrorCode,
    ErrorField,
}

use Kind::{
    AbsentUntil, Antenne, Error, ErrorCode, ErrorField, Expert, Institution, Note, Row, Subject, Unverified,
    Zone, ZoneOwner,
};

const ALL: [(Kind, &str); 13] = [
    (Row, "row"),
    (Expert, "expert"),
    (Antenne, "antenne"),
    (Institution, "institution"),
    (Subject, "subject"),
    (Zone, "zone"),
    (ZoneOwner, "zone_owner"),
    (Note, "note"),
    (AbsentUntil, "absent_until"),
    (Unverified, "unverified"),
    (Error, "error"),
    (ErrorCode, "error_code"),
    (ErrorField, "error_field"),
];

impl Kind {
    fn data_type(self) -> DataType {
        match self {
            Row => DataType::Int64,
            Expert | Antenne | Institution | Subject | Zone | ZoneOwner | Note => {
                DataType::Dictionary(Box::new(DataType::UInt32), Box::new(DataType::Utf8))
            }
            AbsentUntil => DataType::Date32,
            Unverified | Error | ErrorCode | ErrorField => DataType::Utf8,
        }
    }

    /// Whether positions in the directory are not enough to tell.
    fn needs_match(self) -> bool {
        matches!(self, Zone | ZoneOwner | Note | AbsentUntil | Unverified)
    }
}

/// Makes the batches of a result.
pub(super) struct Writer {
    kinds: Vec<Kind>,
    schema: SchemaRef,
    experts: ArrayRef,
    antennes: ArrayRef,
    institutions: ArrayRef,
    subjects: ArrayRef,
}

impl Writer {
    /// # Errors
    /// When there is no such column.
    pub(super) fn new(directory: &Directory, columns: Option<Vec<String>>) -> Result<Writer, String> {
        let find = |name: &String| {
            ALL.iter().find(|(_, known)| known == name).map(|(kind, _)| *kind).ok_or_else(|| {
                let known: Vec<&str> = ALL.iter().map(|(_, name)| *name).collect();
                format!("there is no column {name:?}: the columns are {}", known.join(", "))
            })
        };
        let kinds: Vec<Kind> = match columns {
            Some(columns) => columns.iter().map(find).collect::<Result<_, _>>()?,
            None => ALL.iter().map(|(kind, _)| *kind).collect(),
        };
        let field = |kind: &Kind| {
            let name = ALL.iter().find(|(known, _)| known == kind).map_or("", |(_, name)| name);
            Field::new(name, kind.data_type(), *kind != Row)
        };
        let texts = |ids: Vec<&str>| Arc::new(StringArray::from(ids)) as ArrayRef;
        Ok(Writer {
            schema: Arc::new(Schema::new(kinds.iter().map(field).collect::<Vec<_>>())),
            kinds,
            experts: texts(directory.experts().iter().map(|one| one.id.as_str()).collect()),
            antennes: texts(directory.antennes().iter().map(|one| one.id.as_str()).collect()),
            institutions: texts(directory.institutions().iter().map(|one| one.id.as_str()).collect()),
            subjects: texts(directory.subjects().iter().map(|one| one.id.as_str()).collect()),
        })
    }

    pub(super) fn schema(&self) -> SchemaRef {
        Arc::clone(&self.schema)
    }

    /// The rows of some needs: one a match, and one for an error.
    pub(super) fn batch<'r>(
        &self,
        results: impl Iterator<Item = (usize, Result<Matches<'r>, NeedError>)>,
    ) -> Result<RecordBatch, ArrowError> {
        let mut columns: Vec<Column> = self.kinds.iter().map(|kind| Column::new(*kind)).collect();
        let needs_match = self.kinds.iter().any(|kind| kind.needs_match());
        for (row, result) in results {
            let row = i64::try_from(row).unwrap_or(i64::MAX);
            match result {
                Ok(matches) => {
                    let positions: Vec<MatchPositions> = matches.positions().collect();
                    let details: Vec<Match<'r>> =
                        if needs_match { matches.iter().collect() } else { Vec::new() };
                    for column in &mut columns {
                        column.extend(row, &positions, &details)?;
                    }
                }
                Err(error) => {
                    for column in &mut columns {
                        column.fail(row, &error);
                    }
                }
            }
        }
        let arrays = columns.into_iter().map(|column| self.finish(column)).collect::<Result<_, _>>()?;
        RecordBatch::try_new(self.schema(), arrays)
    }

    fn finish(&self, column: Column) -> Result<ArrayRef, ArrowError> {
        let positions = |mut keys: PrimitiveBuilder<UInt32Type>, values: &ArrayRef| {
            let array = DictionaryArray::try_new(keys.finish(), Arc::clone(values))?;
            Ok(Arc::new(array) as ArrayRef)
        };
        Ok(match column {
            Column::Row(mut rows) => Arc::new(rows.finish()),
            Column::Position(Antenne, keys) => return positions(keys, &self.antennes),
            Column::Position(Institution, keys) => return positions(keys, &self.institutions),
            Column::Position(Subject, keys) => return positions(keys, &self.subjects),
            Column::Position(_, keys) => return positions(keys, &self.experts),
            Column::Zone(keys, _, texts) => {
                return positions(keys, &(Arc::new(StringArray::from(texts)) as ArrayRef));
            }
            Column::Text(_, mut texts) => Arc::new(texts.finish()),
            Column::Date(mut dates) => Arc::new(dates.finish()),
            Column::Plain(_, mut texts) => Arc::new(texts.finish()),
        })
    }
}

type Dictionary = StringDictionaryBuilder<UInt32Type>;

/// A column while it grows.
enum Column {
    Row(Int64Builder),
    /// A position in a list of the directory.
    Position(Kind, PrimitiveBuilder<UInt32Type>),
    /// Zones, each written as text once.
    Zone(PrimitiveBuilder<UInt32Type>, FxHashMap<geography::Zone, u32>, Vec<String>),
    Text(Kind, Dictionary),
    Date(Date32Builder),
    Plain(Kind, StringBuilder),
}

impl Column {
    fn new(kind: Kind) -> Column {
        match kind {
            Row => Column::Row(Int64Builder::new()),
            Expert | Antenne | Institution | Subject => Column::Position(kind, PrimitiveBuilder::new()),
            Zone => Column::Zone(PrimitiveBuilder::new(), FxHashMap::default(), Vec::new()),
            ZoneOwner | Note => Column::Text(kind, Dictionary::new()),
            AbsentUntil => Column::Date(Date32Builder::new()),
            Unverified | Error | ErrorCode | ErrorField => Column::Plain(kind, StringBuilder::new()),
        }
    }

    fn extend(
        &mut self,
        row: i64,
        positions: &[MatchPositions],
        details: &[Match<'_>],
    ) -> Result<(), ArrowError> {
        match self {
            Column::Row(rows) => rows.append_value_n(row, positions.len()),
            Column::Position(kind, keys) => {
                let position = |one: &MatchPositions| match kind {
                    Antenne => one.antenne,
                    Institution => one.institution,
                    Subject => one.subject,
                    _ => one.expert,
                };
                keys.extend(positions.iter().map(|one| Some(position(one))));
            }
            Column::Zone(keys, numbers, texts) => {
                for one in details {
                    let next = u32::try_from(texts.len()).unwrap_or(u32::MAX);
                    keys.append_value(*numbers.entry(one.zone).or_insert_with(|| {
                        texts.push(one.zone.to_string());
                        next
                    }));
                }
            }
            Column::Text(ZoneOwner, texts) => {
                for one in details {
                    texts.append(one.zone_owner.as_str())?;
                }
            }
            Column::Text(_, texts) => {
                for one in details {
                    texts.append_option(one.note.as_deref());
                }
            }
            Column::Date(dates) => {
                for one in details {
                    dates.append_option(one.absent_until.map(days));
                }
            }
            Column::Plain(Unverified, texts) => {
                for one in details {
                    let fields: Vec<&str> = one.unverified.iter().map(|field| field.as_str()).collect();
                    texts.append_option((!fields.is_empty()).then(|| fields.join(" ")));
                }
            }
            Column::Plain(_, texts) => positions.iter().for_each(|_| texts.append_null()),
        }
        Ok(())
    }

    fn fail(&mut self, row: i64, error: &NeedError) {
        match self {
            Column::Row(rows) => rows.append_value(row),
            Column::Position(_, keys) | Column::Zone(keys, ..) => keys.append_null(),
            Column::Text(_, texts) => texts.append_null(),
            Column::Date(dates) => dates.append_null(),
            Column::Plain(Error, texts) => texts.append_value(error.to_string()),
            Column::Plain(ErrorCode, texts) => texts.append_value(error.code()),
            Column::Plain(ErrorField, texts) => texts.append_option(error.field()),
            Column::Plain(_, texts) => texts.append_null(),
        }
    }
}

fn days(day: Date) -> i32 {
    // Dates lie within some thousands of years.
    date(1970, 1, 1).until(day).map_or(0, |span| span.get_days())
}
