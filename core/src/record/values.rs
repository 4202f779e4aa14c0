//! How the values of fields are stored: texts and zones by number, dates as numbers that people can
//! read, codes and words as their text.

use std::collections::BTreeMap;
use std::str::FromStr;

use jiff::civil::Date;

use super::stored::{Reader, RestoreError, StoreError, Stored, Writer};
use crate::answer::Answer;
use crate::codes::{Activity, Idcc, LegalFormEntry, NafCode, NafEntry, NafVersion, NafaEntry};
use crate::geography::{ListedZone, Zone, ZoneList, ZoneOrTerritory};

impl Stored for String {
    fn store(&self, writer: &mut Writer<'_>) -> Result<(), StoreError> {
        writer.text(self)
    }

    fn restore(reader: &mut Reader<'_>) -> Result<String, RestoreError> {
        reader.text().map(str::to_owned)
    }
}

impl Stored for bool {
    fn store(&self, writer: &mut Writer<'_>) -> Result<(), StoreError> {
        writer.flag(*self)
    }

    fn restore(reader: &mut Reader<'_>) -> Result<bool, RestoreError> {
        reader.flag()
    }
}

impl Stored for u32 {
    fn store(&self, writer: &mut Writer<'_>) -> Result<(), StoreError> {
        writer.number(u64::from(*self))
    }

    fn restore(reader: &mut Reader<'_>) -> Result<u32, RestoreError> {
        let number = reader.number()?;
        u32::try_from(number).map_err(|_| RestoreError::malformed("a number is too large"))
    }
}

impl Stored for f64 {
    fn store(&self, writer: &mut Writer<'_>) -> Result<(), StoreError> {
        writer.decimal(*self)
    }

    fn restore(reader: &mut Reader<'_>) -> Result<f64, RestoreError> {
        reader.decimal()
    }
}

impl Stored for Zone {
    fn store(&self, writer: &mut Writer<'_>) -> Result<(), StoreError> {
        writer.zone(*self)
    }

    fn restore(reader: &mut Reader<'_>) -> Result<Zone, RestoreError> {
        reader.zone()
    }
}

impl Stored for ZoneList {
    fn store(&self, writer: &mut Writer<'_>) -> Result<(), StoreError> {
        let entries: Vec<ListedZone<'_>> = self.entries().collect();
        writer.entries(&entries, store_entry)
    }

    fn restore(reader: &mut Reader<'_>) -> Result<ZoneList, RestoreError> {
        let mut own = Vec::new();
        let mut territories = Vec::new();
        reader.entries(|reader| {
            match reader.territory()? {
                Some(territory) => territories.push(territory),
                None if territories.is_empty() => own.push(reader.zone()?),
                None => return Err(RestoreError::malformed("a zone stands behind a territory")),
            }
            Ok(())
        })?;
        Ok(ZoneList::new(own, territories))
    }
}

impl Stored for ZoneOrTerritory {
    fn store(&self, writer: &mut Writer<'_>) -> Result<(), StoreError> {
        self.as_list().entries().try_for_each(|entry| store_entry(writer, &entry))
    }

    fn restore(reader: &mut Reader<'_>) -> Result<ZoneOrTerritory, RestoreError> {
        let list = match reader.territory()? {
            Some(territory) => ZoneList::new(Vec::new(), [territory]),
            None => vec![reader.zone()?].into(),
        };
        ZoneOrTerritory::of(list).ok_or_else(|| RestoreError::malformed("not one zone or territory"))
    }
}

fn store_entry(writer: &mut Writer<'_>, entry: &ListedZone<'_>) -> Result<(), StoreError> {
    match entry {
        ListedZone::Zone(zone) => writer.zone(*zone),
        ListedZone::Territory(id) => writer.territory(id),
    }
}

impl Stored for Date {
    /// As the digits of `YYYYMMDD`.
    fn store(&self, writer: &mut Writer<'_>) -> Result<(), StoreError> {
        let digits = i32::from(self.year()) * 10_000 + i32::from(self.month()) * 100 + i32::from(self.day());
        let digits =
            u32::try_from(digits).map_err(|_| StoreError::new("a day lies before the calendar begins"))?;
        digits.store(writer)
    }

    fn restore(reader: &mut Reader<'_>) -> Result<Date, RestoreError> {
        let digits = u32::restore(reader)?;
        let part = |number: u32| i8::try_from(number % 100).ok();
        let date = || {
            let year = i16::try_from(digits / 10_000).ok()?;
            Date::new(year, part(digits / 100)?, part(digits)?).ok()
        };
        date().ok_or_else(|| RestoreError::malformed("a day is none of the calendar"))
    }
}

impl<T: Stored> Stored for Option<T> {
    /// Nothing is a field that is not written, so there is always something here.
    fn store(&self, writer: &mut Writer<'_>) -> Result<(), StoreError> {
        match self {
            Some(value) => value.store(writer),
            None => Err(StoreError::new("a field without a value is written")),
        }
    }

    fn restore(reader: &mut Reader<'_>) -> Result<Option<T>, RestoreError> {
        T::restore(reader).map(Some)
    }
}

impl<T: Stored> Stored for Vec<T> {
    fn store(&self, writer: &mut Writer<'_>) -> Result<(), StoreError> {
        writer.list(self)
    }

    fn restore(reader: &mut Reader<'_>) -> Result<Vec<T>, RestoreError> {
        reader.list()
    }
}

impl Stored for Answer {
    /// Yes or no by itself, since there was nothing else once; else a list.
    fn store(&self, writer: &mut Writer<'_>) -> Result<(), StoreError> {
        match self {
            Answer::YesOrNo(yes) => yes.store(writer),
            Answer::Choices(choices) => choices.store(writer),
        }
    }

    fn restore(reader: &mut Reader<'_>) -> Result<Answer, RestoreError> {
        match reader.is_at_flag()? {
            true => Ok(Answer::YesOrNo(bool::restore(reader)?)),
            false => Ok(Answer::Choices(Vec::restore(reader)?)),
        }
    }
}

/// A name and its value, as a map of them is stored.
struct Named<T>(String, T);

impl<T: Stored> Stored for Named<T> {
    fn store(&self, writer: &mut Writer<'_>) -> Result<(), StoreError> {
        self.0.store(writer)?;
        self.1.store(writer)
    }

    fn restore(reader: &mut Reader<'_>) -> Result<Named<T>, RestoreError> {
        Ok(Named(String::restore(reader)?, T::restore(reader)?))
    }
}

impl<T: Stored + Clone> Stored for BTreeMap<String, T> {
    fn store(&self, writer: &mut Writer<'_>) -> Result<(), StoreError> {
        let named: Vec<Named<T>> =
            self.iter().map(|(name, value)| Named(name.clone(), value.clone())).collect();
        named.store(writer)
    }

    fn restore(reader: &mut Reader<'_>) -> Result<BTreeMap<String, T>, RestoreError> {
        let mut map = BTreeMap::new();
        for Named(name, value) in Vec::restore(reader)? {
            if map.insert(name, value).is_some() {
                return Err(RestoreError::malformed("a name stands twice in a map"));
            }
        }
        Ok(map)
    }
}

impl Stored for NafCode {
    /// With its version, which the text of a code alone does not tell.
    fn store(&self, writer: &mut Writer<'_>) -> Result<(), StoreError> {
        (self.version() == NafVersion::Naf2025).store(writer)?;
        writer.text(&self.to_string())
    }

    fn restore(reader: &mut Reader<'_>) -> Result<NafCode, RestoreError> {
        let version = if bool::restore(reader)? { NafVersion::Naf2025 } else { NafVersion::Rev2 };
        NafCode::parse(version, reader.text()?).map_err(|error| RestoreError::malformed(error.to_string()))
    }
}

/// Reads a value from its text.
pub(crate) fn restore_text<T: FromStr>(reader: &mut Reader<'_>) -> Result<T, RestoreError>
where
    T::Err: std::fmt::Display,
{
    reader.text()?.parse().map_err(|error: T::Err| RestoreError::malformed(error.to_string()))
}

/// Stores types as the text that `Display` writes and `FromStr` reads.
macro_rules! stored_as_text {
    ($($type:ty),+ $(,)?) => {
        $(impl $crate::record::Stored for $type {
            fn store(
                &self,
                writer: &mut $crate::record::stored::Writer<'_>,
            ) -> Result<(), $crate::record::stored::StoreError> {
                $crate::record::Stored::store(&self.to_string(), writer)
            }

            fn restore(
                reader: &mut $crate::record::stored::Reader<'_>,
            ) -> Result<$type, $crate::record::stored::RestoreError> {
                $crate::record::values::restore_text(reader)
            }
        })+
    };
}
pub(crate) use stored_as_text;

stored_as_text!(Activity, Idcc, LegalFormEntry, NafEntry, NafaEntry);
