//! The form of records in a snapshot: CBOR, in which a field is known by its tag.
//!
//! A field that has the value of a record that does not give it is not written. So an optional field that
//! is added later needs no new format: older files open, and a file in which nobody uses the field is
//! the same as before. A reader that meets a tag that it does not know refuses the file, since a
//! condition that it passed over would let companies through.
//!
//! Texts and zones stand once, in tables; records refer to them by number.

use std::collections::HashMap;
use std::hash::Hash;

use minicbor::data::Type;
use minicbor::decode::{Decoder, Error as DecodeError};
use minicbor::encode::Encoder;
use thiserror::Error;

use super::FieldKind;
use crate::geography::Zone;

/// A value that a snapshot can hold.
pub(crate) trait Stored: Sized {
    /// Writes the value.
    fn store(&self, writer: &mut Writer<'_>) -> Result<(), StoreError>;

    /// Reads what [`Stored::store`] wrote. The bytes may come from anywhere.
    fn restore(reader: &mut Reader<'_>) -> Result<Self, RestoreError>;
}

/// Why a value cannot be written.
#[derive(Debug, Error)]
#[error("the snapshot cannot be written: {0}")]
pub(crate) struct StoreError(String);

impl StoreError {
    pub(crate) fn new(what: impl Into<String>) -> StoreError {
        StoreError(what.into())
    }
}

type EncodeError = minicbor::encode::Error<std::convert::Infallible>;

impl From<EncodeError> for StoreError {
    fn from(error: EncodeError) -> StoreError {
        StoreError(error.to_string())
    }
}

/// Why bytes are no value.
#[derive(Debug, Error)]
pub(crate) enum RestoreError {
    /// They make no sense.
    #[error("{0}")]
    Malformed(String),
    /// They hold a field that this version does not know.
    #[error("`{record}` has a field {tag} that this version does not know")]
    NewerField { record: &'static str, tag: u32 },
}

impl RestoreError {
    #[cold]
    pub(crate) fn malformed(what: impl Into<String>) -> RestoreError {
        RestoreError::Malformed(what.into())
    }
}

impl From<DecodeError> for RestoreError {
    fn from(error: DecodeError) -> RestoreError {
        RestoreError::malformed(error.to_string())
    }
}

/// Values and their numbers, in the order in which they were met.
#[derive(Debug)]
pub(crate) struct Numbering<T> {
    values: Vec<T>,
    numbers: HashMap<T, u32>,
}

impl<T> Default for Numbering<T> {
    fn default() -> Numbering<T> {
        Numbering { values: Vec::new(), numbers: HashMap::new() }
    }
}

impl<T: Clone + Eq + Hash> Numbering<T> {
    fn number<Q>(&mut self, value: &Q) -> Result<u32, StoreError>
    where
        T: std::borrow::Borrow<Q>,
        Q: Eq + Hash + ToOwned<Owned = T> + ?Sized,
    {
        if let Some(number) = self.numbers.get(value) {
            return Ok(*number);
        }
        let number = u32::try_from(self.values.len())
            .map_err(|_| StoreError::new("it holds more than four billion texts"))?;
        self.values.push(value.to_owned());
        self.numbers.insert(value.to_owned(), number);
        Ok(number)
    }

    pub(crate) fn values(&self) -> &[T] {
        &self.values
    }
}

/// What records refer to by number, while they are written.
#[derive(Debug, Default)]
pub(crate) struct Tables {
    pub(crate) texts: Numbering<String>,
    pub(crate) zones: Numbering<Zone>,
}

/// Writes records into bytes.
pub(crate) struct Writer<'t> {
    encoder: Encoder<Vec<u8>>,
    tables: &'t mut Tables,
}

impl<'t> Writer<'t> {
    pub(crate) fn new(tables: &'t mut Tables) -> Writer<'t> {
        Writer { encoder: Encoder::new(Vec::new()), tables }
    }

    pub(crate) fn into_bytes(self) -> Vec<u8> {
        self.encoder.into_writer()
    }

    pub(crate) fn begin_record(&mut self) -> Result<(), StoreError> {
        self.encoder.begin_map()?;
        Ok(())
    }

    pub(crate) fn field(&mut self, tag: u32, value: &impl Stored) -> Result<(), StoreError> {
        self.encoder.u32(tag)?;
        value.store(self)
    }

    pub(crate) fn end_record(&mut self) -> Result<(), StoreError> {
        self.encoder.end()?;
        Ok(())
    }

    pub(crate) fn list<T: Stored>(&mut self, items: &[T]) -> Result<(), StoreError> {
        self.entries(items, |writer, item| item.store(writer))
    }

    /// A list of which each entry is written by `store`.
    pub(super) fn entries<T>(
        &mut self,
        items: &[T],
        store: impl Fn(&mut Self, &T) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        self.encoder.array(items.len() as u64)?;
        items.iter().try_for_each(|item| store(self, item))
    }

    pub(super) fn text(&mut self, text: &str) -> Result<(), StoreError> {
        let number = self.tables.texts.number(text)?;
        self.encoder.u32(number)?;
        Ok(())
    }

    /// An entry of a list of zones: a territory is a list of one, so that it is no number of a zone.
    pub(super) fn territory(&mut self, id: &str) -> Result<(), StoreError> {
        self.encoder.array(1)?;
        self.text(id)
    }

    pub(super) fn zone(&mut self, zone: Zone) -> Result<(), StoreError> {
        let number = self.tables.zones.number(&zone)?;
        self.encoder.u32(number)?;
        Ok(())
    }

    pub(super) fn number(&mut self, number: u64) -> Result<(), StoreError> {
        self.encoder.u64(number)?;
        Ok(())
    }

    pub(super) fn flag(&mut self, flag: bool) -> Result<(), StoreError> {
        self.encoder.bool(flag)?;
        Ok(())
    }

    pub(super) fn decimal(&mut self, number: f64) -> Result<(), StoreError> {
        self.encoder.f64(number)?;
        Ok(())
    }
}

/// What records refer to by number, while they are read.
#[derive(Debug, Default)]
pub(crate) struct RestoredTables<'b> {
    pub(crate) texts: Vec<&'b str>,
    pub(crate) zones: Vec<Zone>,
    /// The zones of each territory, which stand before everything that may name it.
    pub(crate) territories: HashMap<String, Vec<Zone>>,
}

/// Reads records from bytes.
pub(crate) struct Reader<'b> {
    decoder: Decoder<'b>,
    tables: &'b RestoredTables<'b>,
}

/// The tags of a record that were met, as bits: none stands twice.
#[derive(Default)]
pub(crate) struct MetFields(u64);

impl<'b> Reader<'b> {
    pub(crate) fn new(bytes: &'b [u8], tables: &'b RestoredTables<'b>) -> Reader<'b> {
        Reader { decoder: Decoder::new(bytes), tables }
    }

    /// Makes sure that nothing follows.
    pub(crate) fn end(self) -> Result<(), RestoreError> {
        match self.decoder.position() == self.decoder.input().len() {
            true => Ok(()),
            false => Err(RestoreError::malformed("something follows the end")),
        }
    }

    pub(crate) fn begin_record(&mut self) -> Result<MetFields, RestoreError> {
        match self.decoder.map()? {
            None => Ok(MetFields::default()),
            Some(_) => Err(RestoreError::malformed("a record is no map of open length")),
        }
    }

    /// The tag of the next field; nothing at the end of the record.
    pub(crate) fn next_field(&mut self, met: &mut MetFields) -> Result<Option<u32>, RestoreError> {
        if self.decoder.input().get(self.decoder.position()) == Some(&BREAK) {
            self.decoder.set_position(self.decoder.position() + 1);
            return Ok(None);
        }
        let tag = self.decoder.u32()?;
        let bit = 1_u64.checked_shl(tag).unwrap_or(0);
        if met.0 & bit != 0 {
            return Err(RestoreError::malformed("a field stands twice in a record"));
        }
        met.0 |= bit;
        Ok(Some(tag))
    }

    pub(crate) fn field<T: Stored>(&mut self, field: &mut Option<T>) -> Result<(), RestoreError> {
        *field = Some(T::restore(self)?);
        Ok(())
    }

    #[cold]
    pub(crate) fn unknown_field(&self, record: &'static str, tag: u32) -> RestoreError {
        RestoreError::NewerField { record, tag }
    }

    /// The value of a field, which is one that its kind may hold; that of a record that does not give
    /// it, where it was not met.
    pub(crate) fn sound<K: FieldKind>(
        &self,
        name: &'static str,
        value: Option<K::Value>,
    ) -> Result<K::Value, RestoreError> {
        match value {
            Some(value) if K::is_sound(&value) => Ok(value),
            Some(_) => Err(RestoreError::malformed(format!("`{name}` has a value that it cannot have"))),
            None => K::absent().ok_or_else(|| RestoreError::malformed(format!("`{name}` is missing"))),
        }
    }

    pub(crate) fn list<T: Stored>(&mut self) -> Result<Vec<T>, RestoreError> {
        let length = self.length()?;
        let mut items = Vec::with_capacity(length);
        for _ in 0..length {
            items.push(T::restore(self)?);
        }
        Ok(items)
    }

    /// A list of which each entry is read by `restore`.
    pub(super) fn entries(
        &mut self,
        mut restore: impl FnMut(&mut Self) -> Result<(), RestoreError>,
    ) -> Result<(), RestoreError> {
        (0..self.length()?).try_for_each(|_| restore(self))
    }

    /// The length of the list that begins here.
    fn length(&mut self) -> Result<usize, RestoreError> {
        let Some(length) = self.decoder.array()? else {
            return Err(RestoreError::malformed("a list is of open length"));
        };
        // An item takes a byte at least: what a hostile length asks for is bounded by the bytes.
        let left = self.decoder.input().len() - self.decoder.position();
        let length = usize::try_from(length).unwrap_or(usize::MAX);
        if length > left {
            return Err(RestoreError::malformed("a list is longer than what follows"));
        }
        Ok(length)
    }

    pub(super) fn text(&mut self) -> Result<&'b str, RestoreError> {
        let number = self.decoder.u32()?;
        let text = self.tables.texts.get(number as usize).copied();
        text.ok_or_else(|| RestoreError::malformed("a reference to a text leads nowhere"))
    }

    /// The territory that stands next, where one does, with its zones.
    pub(super) fn territory(&mut self) -> Result<Option<(&'b str, &'b [Zone])>, RestoreError> {
        if self.decoder.datatype()? != Type::Array {
            return Ok(None);
        }
        if self.decoder.array()? != Some(1) {
            return Err(RestoreError::malformed("a territory is no list of one"));
        }
        let id = self.text()?;
        match self.tables.territories.get(id) {
            Some(zones) => Ok(Some((id, zones))),
            None => Err(RestoreError::malformed("a reference to a territory leads nowhere")),
        }
    }

    pub(super) fn zone(&mut self) -> Result<Zone, RestoreError> {
        let number = self.decoder.u32()?;
        let zone = self.tables.zones.get(number as usize).copied();
        zone.ok_or_else(|| RestoreError::malformed("a reference to a zone leads nowhere"))
    }

    pub(super) fn number(&mut self) -> Result<u64, RestoreError> {
        Ok(self.decoder.u64()?)
    }

    pub(super) fn flag(&mut self) -> Result<bool, RestoreError> {
        Ok(self.decoder.bool()?)
    }

    /// Whether a flag comes next.
    pub(super) fn is_at_flag(&self) -> Result<bool, RestoreError> {
        Ok(self.decoder.datatype()? == Type::Bool)
    }

    pub(super) fn decimal(&mut self) -> Result<f64, RestoreError> {
        Ok(self.decoder.f64()?)
    }
}

/// The byte of CBOR that ends a map of open length.
const BREAK: u8 = 0xff;
