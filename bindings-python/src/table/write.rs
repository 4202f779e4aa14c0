//! Matches as the columns of a table. Texts that repeat are dictionaries: a column of numbers into
//! the list of the directory's experts is written at the speed of memory.

use std::sync::Arc;

use aiguillage::geography::Zone;
use aiguillage::router::ZoneOwner;
use aiguillage::router::positions::{MatchPositions, Positions};
use aiguillage::{Directory, Match, Matches, NeedError};
use arrow_array::builder::{
    BooleanBuilder, Date32Builder, Int32Builder, Int64Builder, StringBuilder, StringDictionaryBuilder,
};
use arrow_array::types::Int32Type;
use arrow_array::{ArrayRef, DictionaryArray, RecordBatch, StringArray};
use arrow_schema::{ArrowError, DataType, Field, Schema, SchemaRef};
use jiff::civil::{Date, date};
use rustc_hash::FxHashMap;

/// How a column begins.
type Begin = fn() -> Column;

/// The columns of a result.
const ALL: [(&str, Begin); 18] = [
    ("row", || Column::Row(Int64Builder::new())),
    ("rank", || Column::Rank(Int32Builder::new())),
    ("expert", || Column::Expert(Int32Builder::new())),
    ("antenne", || Column::Antenne(Int32Builder::new())),
    ("institution", || Column::Institution(Int32Builder::new())),
    ("subject", || Column::Subject(Int32Builder::new())),
    ("zone", || Column::Zone(Zones::default())),
    ("zone_owner", || Column::ZoneOwner(Int32Builder::new())),
    ("note", || Column::Note(StringDictionaryBuilder::new())),
    ("absent_until", || Column::AbsentUntil(Date32Builder::new())),
    ("unverified", || Column::Unverified(StringBuilder::new())),
    ("commune", || Column::Commune(StringDictionaryBuilder::new())),
    ("commune_is_likely", || Column::CommuneIsLikely(BooleanBuilder::new())),
    ("error", || Column::Error(StringBuilder::new())),
    ("error_code", || Column::ErrorCode(StringBuilder::new())),
    ("error_field", || Column::ErrorField(StringBuilder::new())),
    ("instead_of", || Column::InsteadOf(Int32Builder::new())),
    ("company_findings", || Column::CompanyFindings(StringBuilder::new())),
];

const ZONE_OWNERS: [ZoneOwner; 3] = [ZoneOwner::Competence, ZoneOwner::Expert, ZoneOwner::Antenne];

/// A column while it grows.
enum Column {
    Row(Int64Builder),
    Rank(Int32Builder),
    // Positions in the lists of the directory, which are the dictionaries.
    Expert(Int32Builder),
    Antenne(Int32Builder),
    Institution(Int32Builder),
    Subject(Int32Builder),
    Zone(Zones),
    ZoneOwner(Int32Builder),
    Note(StringDictionaryBuilder<Int32Type>),
    AbsentUntil(Date32Builder),
    Unverified(StringBuilder),
    Commune(StringDictionaryBuilder<Int32Type>),
    CommuneIsLikely(BooleanBuilder),
    Error(StringBuilder),
    ErrorCode(StringBuilder),
    ErrorField(StringBuilder),
    InsteadOf(Int32Builder),
    CompanyFindings(StringBuilder),
}

/// What became of a row.
pub(super) struct Routed<'r> {
    pub(super) row: usize,
    pub(super) result: Result<Matches<'r>, NeedError>,
    /// What is odd about what a register's columns say, as codes.
    pub(super) findings: Vec<String>,
}

/// The key of a dictionary. Signed, because older versions of pyarrow give pandas no others; a
/// directory has no 2^31 experts.
fn key(position: impl TryInto<i32>) -> i32 {
    position.try_into().unwrap_or(i32::MAX)
}

/// Zones, each written as text once.
#[derive(Default)]
struct Zones {
    keys: Int32Builder,
    numbers: FxHashMap<Zone, i32>,
    texts: Vec<String>,
    /// Matches of one need share few zones, one after the other.
    last: Option<(Zone, i32)>,
}

impl Zones {
    fn append(&mut self, zone: Zone) {
        let number = match self.last {
            Some((last, number)) if last == zone => number,
            _ => {
                let next = key(self.texts.len());
                let number = *self.numbers.entry(zone).or_insert(next);
                if number == next {
                    self.texts.push(zone.to_string());
                }
                number
            }
        };
        self.last = Some((zone, number));
        self.keys.append_value(number);
    }
}

/// The lists that many batches point into.
struct Dictionaries {
    experts: ArrayRef,
    antennes: ArrayRef,
    institutions: ArrayRef,
    subjects: ArrayRef,
    zone_owners: ArrayRef,
}

/// Makes the batches of a result.
pub(super) struct Writer {
    columns: Vec<Begin>,
    schema: SchemaRef,
    dictionaries: Dictionaries,
}

impl Writer {
    /// # Errors
    /// When there is no such column.
    pub(super) fn new(directory: &Directory, wanted: Option<Vec<String>>) -> Result<Writer, String> {
        let known = || ALL.iter().map(|(name, _)| *name);
        let wanted = wanted.unwrap_or_else(|| known().map(str::to_owned).collect());
        let mut columns = Vec::with_capacity(wanted.len());
        let mut fields = Vec::with_capacity(wanted.len());
        for name in wanted {
            let Some((_, begin)) = ALL.iter().find(|(known, _)| *known == name) else {
                let known = known().collect::<Vec<_>>().join(", ");
                return Err(format!("there is no column {name:?}: the columns are {known}"));
            };
            fields.push(Field::new(&name, begin().data_type(), name != "row"));
            columns.push(*begin);
        }
        let texts = |ids: Vec<&str>| Arc::new(StringArray::from(ids)) as ArrayRef;
        let dictionaries = Dictionaries {
            experts: texts(directory.experts().iter().map(|one| one.id.as_str()).collect()),
            antennes: texts(directory.antennes().iter().map(|one| one.id.as_str()).collect()),
            institutions: texts(directory.institutions().iter().map(|one| one.id.as_str()).collect()),
            subjects: texts(directory.subjects().iter().map(|one| one.id.as_str()).collect()),
            zone_owners: texts(ZONE_OWNERS.map(ZoneOwner::as_str).to_vec()),
        };
        Ok(Writer { columns, schema: Arc::new(Schema::new(fields)), dictionaries })
    }

    pub(super) fn schema(&self) -> SchemaRef {
        Arc::clone(&self.schema)
    }

    /// The rows of some needs: one a match, and one for an error.
    pub(super) fn batch<'r>(
        &self,
        results: impl Iterator<Item = Routed<'r>>,
    ) -> Result<RecordBatch, ArrowError> {
        let mut columns: Vec<Column> = self.columns.iter().map(|begin| begin()).collect();
        let needs_match = columns.iter().any(Column::needs_match);
        let (mut positions, mut details) = (Vec::new(), Vec::new());
        for Routed { row, result, findings } in results {
            let row = i64::try_from(row).unwrap_or(i64::MAX);
            let findings = (!findings.is_empty()).then(|| findings.join(" "));
            match result {
                Ok(matches) => {
                    positions.clear();
                    positions.extend(matches.positions());
                    details.clear();
                    if needs_match {
                        details.extend(matches.iter());
                    }
                    for column in &mut columns {
                        column.extend(row, &matches, &positions, &details)?;
                        column.extend_findings(findings.as_deref(), positions.len());
                    }
                }
                Err(error) => {
                    for column in &mut columns {
                        column.fail(row, &error);
                        column.extend_findings(findings.as_deref(), 1);
                    }
                }
            }
        }
        let arrays = columns.into_iter().map(|column| column.finish(&self.dictionaries));
        RecordBatch::try_new(self.schema(), arrays.collect::<Result<_, _>>()?)
    }
}

impl Column {
    fn data_type(&self) -> DataType {
        match self {
            Column::Row(_) => DataType::Int64,
            Column::Rank(_) => DataType::Int32,
            Column::AbsentUntil(_) => DataType::Date32,
            Column::CommuneIsLikely(_) => DataType::Boolean,
            Column::Unverified(_)
            | Column::Error(_)
            | Column::ErrorCode(_)
            | Column::ErrorField(_)
            | Column::CompanyFindings(_) => DataType::Utf8,
            _ => DataType::Dictionary(Box::new(DataType::Int32), Box::new(DataType::Utf8)),
        }
    }

    /// Whether positions in the directory are not enough to tell.
    fn needs_match(&self) -> bool {
        matches!(
            self,
            Column::Zone(_)
                | Column::ZoneOwner(_)
                | Column::Note(_)
                | Column::AbsentUntil(_)
                | Column::Unverified(_)
        )
    }

    fn extend(
        &mut self,
        row: i64,
        matches: &Matches<'_>,
        positions: &[MatchPositions],
        details: &[Match<'_>],
    ) -> Result<(), ArrowError> {
        match self {
            Column::Row(rows) => rows.append_value_n(row, positions.len()),
            Column::Rank(ranks) => (1..).zip(positions).for_each(|(rank, _)| ranks.append_value(rank)),
            Column::Expert(keys) => positions.iter().for_each(|one| keys.append_value(key(one.expert))),
            Column::Antenne(keys) => positions.iter().for_each(|one| keys.append_value(key(one.antenne))),
            Column::Institution(keys) => {
                positions.iter().for_each(|one| keys.append_value(key(one.institution)))
            }
            Column::Subject(keys) => positions.iter().for_each(|one| keys.append_value(key(one.subject))),
            Column::Zone(zones) => details.iter().for_each(|one| zones.append(one.zone)),
            Column::ZoneOwner(keys) => {
                let number =
                    |owner| (0..).zip(ZONE_OWNERS).find(|(_, one)| *one == owner).map(|(key, _)| key);
                details.iter().for_each(|one| keys.append_option(number(one.zone_owner)));
            }
            Column::Note(notes) => {
                for one in details {
                    match &one.note {
                        Some(note) => drop(notes.append(note)?),
                        None => notes.append_null(),
                    }
                }
            }
            Column::AbsentUntil(dates) => {
                details.iter().for_each(|one| dates.append_option(one.absent_until.map(days)));
            }
            Column::InsteadOf(keys) => {
                matches.outlines().for_each(|one| keys.append_option(one.instead_of.map(key)));
            }
            Column::Unverified(texts) => {
                for one in details {
                    let fields = || one.unverified.iter().map(|field| field.as_str()).collect::<Vec<_>>();
                    texts.append_option((!one.unverified.is_empty()).then(|| fields().join(" ")));
                }
            }
            Column::Commune(codes) => drop(codes.append_n(matches.commune().code(), positions.len())?),
            Column::CommuneIsLikely(truths) => truths.append_n(positions.len(), matches.is_commune_likely()),
            Column::Error(texts) | Column::ErrorCode(texts) | Column::ErrorField(texts) => {
                texts.append_nulls(positions.len());
            }
            // They are of the row, whatever became of it.
            Column::CompanyFindings(_) => {}
        }
        Ok(())
    }

    fn extend_findings(&mut self, findings: Option<&str>, count: usize) {
        if let Column::CompanyFindings(texts) = self {
            (0..count).for_each(|_| texts.append_option(findings));
        }
    }

    fn fail(&mut self, row: i64, error: &NeedError) {
        match self {
            Column::Row(rows) => rows.append_value(row),
            Column::Rank(ranks) => ranks.append_null(),
            Column::Expert(keys)
            | Column::Antenne(keys)
            | Column::Institution(keys)
            | Column::Subject(keys)
            | Column::ZoneOwner(keys)
            | Column::InsteadOf(keys)
            | Column::Zone(Zones { keys, .. }) => keys.append_null(),
            Column::Note(texts) | Column::Commune(texts) => texts.append_null(),
            Column::CommuneIsLikely(truths) => truths.append_null(),
            Column::AbsentUntil(dates) => dates.append_null(),
            Column::Unverified(texts) => texts.append_null(),
            Column::Error(texts) => texts.append_value(error.to_string()),
            Column::ErrorCode(texts) => texts.append_value(error.code()),
            Column::ErrorField(texts) => texts.append_option(error.field()),
            Column::CompanyFindings(_) => {}
        }
    }

    fn finish(self, dictionaries: &Dictionaries) -> Result<ArrayRef, ArrowError> {
        let into = |mut keys: Int32Builder, values: &ArrayRef| -> Result<ArrayRef, ArrowError> {
            Ok(Arc::new(DictionaryArray::try_new(keys.finish(), Arc::clone(values))?))
        };
        Ok(match self {
            Column::Row(mut rows) => Arc::new(rows.finish()),
            Column::Rank(mut ranks) => Arc::new(ranks.finish()),
            Column::Expert(keys) | Column::InsteadOf(keys) => into(keys, &dictionaries.experts)?,
            Column::Antenne(keys) => into(keys, &dictionaries.antennes)?,
            Column::Institution(keys) => into(keys, &dictionaries.institutions)?,
            Column::Subject(keys) => into(keys, &dictionaries.subjects)?,
            Column::Zone(zones) => into(zones.keys, &(Arc::new(StringArray::from(zones.texts)) as ArrayRef))?,
            Column::ZoneOwner(keys) => into(keys, &dictionaries.zone_owners)?,
            Column::Note(mut texts) | Column::Commune(mut texts) => Arc::new(texts.finish()),
            Column::CommuneIsLikely(mut truths) => Arc::new(truths.finish()),
            Column::AbsentUntil(mut dates) => Arc::new(dates.finish()),
            Column::Unverified(mut texts)
            | Column::Error(mut texts)
            | Column::ErrorCode(mut texts)
            | Column::ErrorField(mut texts)
            | Column::CompanyFindings(mut texts) => Arc::new(texts.finish()),
        })
    }
}

fn days(day: Date) -> i32 {
    // Dates lie within some thousands of years.
    date(1970, 1, 1).until(day).map_or(0, |span| span.get_days())
}
