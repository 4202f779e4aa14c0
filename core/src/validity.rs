//! Periods in which a record of the directory counts.

use jiff::civil::Date;
use serde::Serialize;

use crate::record::stored::{Reader, RestoreError, StoreError, Stored, Writer};

/// The days on which something counts, the first and the last included; one of them at least is given.
///
/// ```
/// use aiguillage::Directory;
///
/// let directory = Directory::from_json(r#"{
///     "institutions": [{"id": "ademe", "name": "ADEME"}],
///     "antennes": [{"id": "fonds", "institution": "ademe", "name": "Fonds", "level": "national",
///                   "valid": {"until": "2027-03-31"}}]
/// }"#)?;
/// let valid = directory.antennes()[0].valid.unwrap();
/// assert!(valid.holds("2027-03-31".parse()?) && !valid.holds("2027-04-01".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Validity {
    /// The first day; any day up to the last where it is not given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// The last day; any day from the first on where it is not given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}

impl Validity {
    /// Whether a day is one of them.
    pub fn holds(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }

    /// Whether some day is one of both; no validity is every day.
    pub(crate) fn meet(one: Option<Validity>, other: Option<Validity>) -> bool {
        let (Some(one), Some(other)) = (one, other) else { return true };
        let before = |until: Option<Date>, from: Option<Date>| {
            until.zip(from).is_some_and(|(until, from)| until < from)
        };
        !before(one.until, other.from) && !before(other.until, one.from)
    }

    /// Whether it is a period: it has an end, and at least one day.
    pub(crate) fn is_sound(&self) -> bool {
        let Validity { from, until } = *self;
        let is_written = |day: Option<Date>| day.is_none_or(|day| day.year() >= 0);
        (from.is_some() || until.is_some())
            && from.zip(until).is_none_or(|(from, until)| from <= until)
            && is_written(from)
            && is_written(until)
    }
}

const FROM: u32 = 1;
const UNTIL: u32 = 2;

impl Stored for Validity {
    fn store(&self, writer: &mut Writer<'_>) -> Result<(), StoreError> {
        writer.begin_record()?;
        if let Some(from) = &self.from {
            writer.field(FROM, from)?;
        }
        if let Some(until) = &self.until {
            writer.field(UNTIL, until)?;
        }
        writer.end_record()
    }

    fn restore(reader: &mut Reader<'_>) -> Result<Validity, RestoreError> {
        let (mut from, mut until) = (None, None);
        let mut fields = reader.begin_record()?;
        while let Some(tag) = reader.next_field(&mut fields)? {
            match tag {
                FROM => reader.field(&mut from)?,
                UNTIL => reader.field(&mut until)?,
                unknown => return Err(reader.unknown_field("Validity", unknown)),
            }
        }
        Ok(Validity { from, until })
    }
}
