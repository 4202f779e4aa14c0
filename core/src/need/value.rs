//! Values as other languages and formats hold them.

use std::borrow::Cow;
use std::fmt;

use jiff::civil::Date;
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap as _, Serializer};

use crate::language::{Sentence, sentence};
use crate::text::shorten;

/// A value as some other language or format holds it.
#[derive(Clone, Debug, PartialEq)]
pub enum FieldValue<'v> {
    /// No value.
    Null,
    /// A CSV cell: text that stands for whatever its column holds.
    Cell(&'v str),
    /// Text.
    Text(Cow<'v, str>),
    /// A whole number.
    Integer(i64),
    /// Another number, or one too large.
    Float(f64),
    /// True or false.
    Bool(bool),
    /// A date.
    Date(Date),
    /// A list.
    List(Vec<FieldValue<'v>>),
    /// Values by name.
    Map(Vec<(Cow<'v, str>, FieldValue<'v>)>),
    /// Something that no field holds, by the name of its type.
    Other(Cow<'v, str>),
}

impl FieldValue<'_> {
    /// What the value is, for a sentence.
    pub(crate) fn phrase(&self) -> Sentence {
        match self {
            FieldValue::Null => sentence!(Nothing),
            FieldValue::Cell(text) => sentence!(TheCell { text: shorten(text, 60) }),
            FieldValue::Text(text) => sentence!(TheText { text: shorten(text, 60) }),
            FieldValue::Integer(number) => sentence!(TheNumber { number: number.to_string() }),
            FieldValue::Float(number) => sentence!(TheNumber { number: number.to_string() }),
            FieldValue::Bool(true) => sentence!(True),
            FieldValue::Bool(false) => sentence!(False),
            FieldValue::Date(day) => sentence!(TheDay { day: *day }),
            FieldValue::List(_) => sentence!(AList),
            FieldValue::Map(_) => sentence!(AnObject),
            FieldValue::Other(name) => sentence!(AValueOfType { name: shorten(name, 60) }),
        }
    }

    /// Null, and text of white space only, are the same as nothing.
    pub(crate) fn is_blank(&self) -> bool {
        match self {
            FieldValue::Null => true,
            FieldValue::Cell(text) => text.trim().is_empty(),
            FieldValue::Text(text) => text.trim().is_empty(),
            _ => false,
        }
    }
}

impl Serialize for FieldValue<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            FieldValue::Null => serializer.serialize_unit(),
            FieldValue::Cell(text) => serializer.serialize_str(text),
            FieldValue::Text(text) | FieldValue::Other(text) => serializer.serialize_str(text),
            FieldValue::Integer(number) => serializer.serialize_i64(*number),
            FieldValue::Float(number) => serializer.serialize_f64(*number),
            FieldValue::Bool(value) => serializer.serialize_bool(*value),
            FieldValue::Date(date) => serializer.collect_str(date),
            FieldValue::List(items) => serializer.collect_seq(items),
            FieldValue::Map(members) => {
                let mut map = serializer.serialize_map(Some(members.len()))?;
                for (name, value) in members {
                    map.serialize_entry(name, value)?;
                }
                map.end()
            }
        }
    }
}

impl<'de> Deserialize<'de> for FieldValue<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<FieldValue<'de>, D::Error> {
        deserializer.deserialize_any(Any)
    }
}

struct Any;

impl<'de> Visitor<'de> for Any {
    type Value = FieldValue<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<FieldValue<'de>, E> {
        Ok(FieldValue::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<FieldValue<'de>, E> {
        Ok(FieldValue::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<FieldValue<'de>, E> {
        Ok(FieldValue::Integer(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<FieldValue<'de>, E> {
        #[expect(clippy::cast_precision_loss, reason = "numbers that large are only ever quoted")]
        Ok(i64::try_from(value).map_or(FieldValue::Float(value as f64), FieldValue::Integer))
    }

    fn visit_f64<E>(self, value: f64) -> Result<FieldValue<'de>, E> {
        Ok(FieldValue::Float(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<FieldValue<'de>, E> {
        Ok(FieldValue::Text(Cow::Owned(value.to_owned())))
    }

    fn visit_borrowed_str<E>(self, value: &'de str) -> Result<FieldValue<'de>, E> {
        Ok(FieldValue::Text(Cow::Borrowed(value)))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<FieldValue<'de>, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(FieldValue::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<FieldValue<'de>, A::Error> {
        let mut map = Vec::new();
        while let Some((name, value)) = members.next_entry::<FieldValue<'de>, _>()? {
            let name = match name {
                FieldValue::Text(name) => name,
                other => other.phrase().to_string().into(),
            };
            map.push((name, value));
        }
        Ok(FieldValue::Map(map))
    }
}
