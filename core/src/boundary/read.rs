//! Requests from JSON: members and the items of lists stay text until their turn, so that a list of a
//! million events is never held as values.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::de::value::{BorrowedStrDeserializer, CowStrDeserializer};
use serde::de::{Deserialize, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use crate::follow_up::{Fault, ReferralError, Typed, from_value};
use crate::language::sentence;
use crate::need::{FieldValue, Need, NeedError};

/// A request from the text of a JSON object. A member that is null is the same as one that is not there.
pub(super) fn request<'de, T: Deserialize<'de>>(text: &'de str) -> Result<T, ReferralError> {
    let members = crate::json::members(text).map_err(|error| {
        ReferralError::new("invalid_value", None, format!("the arguments are no JSON object: {error}"))
    })?;
    T::deserialize(Request(members)).map_err(ReferralError::from)
}

struct Request<'de>(Vec<(Cow<'de, str>, &'de RawValue)>);

impl<'de> Deserializer<'de> for Request<'de> {
    type Error = Fault;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_map(Members { members: self.0.into_iter(), value: None })
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option
        unit unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

struct Members<'de> {
    members: std::vec::IntoIter<(Cow<'de, str>, &'de RawValue)>,
    value: Option<(Cow<'de, str>, &'de RawValue)>,
}

impl<'de> MapAccess<'de> for Members<'de> {
    type Error = Fault;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Fault> {
        let Some(member) = self.members.find(|(_, value)| value.get() != "null") else { return Ok(None) };
        let key = match &member.0 {
            Cow::Borrowed(name) => seed.deserialize(BorrowedStrDeserializer::new(name))?,
            Cow::Owned(name) => seed.deserialize(CowStrDeserializer::new(Cow::Borrowed(name.as_str())))?,
        };
        self.value = Some(member);
        Ok(Some(key))
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Fault> {
        let Some((name, value)) = self.value.take() else {
            return Err(serde::de::Error::custom("a value without a name"));
        };
        seed.deserialize(Argument(value.get())).map_err(|fault| fault.under(&name))
    }
}

/// A member of a request.
struct Argument<'de>(&'de str);

impl<'de> Argument<'de> {
    /// The value as a whole; what serde_json refuses to nest so deep is nothing that a request holds.
    fn value(self) -> Typed<'de> {
        let value = serde_json::from_str(self.0);
        Typed::from(value.unwrap_or_else(|_| FieldValue::Other("value that is nested too deep".into())))
    }
}

impl<'de> Deserializer<'de> for Argument<'de> {
    type Error = Fault;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.value().deserialize_any(visitor)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match serde_json::from_str::<Vec<&'de RawValue>>(self.0) {
            Ok(items) => visitor.visit_seq(Items { items: items.into_iter(), number: 0 }),
            Err(_) => self.value().deserialize_any(visitor),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        let blank = self.0.strip_prefix('"').and_then(|text| text.strip_suffix('"'));
        match blank.is_some_and(|text| text.trim().is_empty()) {
            true => visitor.visit_none(),
            false => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Fault> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        self.value().deserialize_enum(name, variants, visitor)
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf
        unit unit_struct tuple tuple_struct map struct identifier ignored_any
    }
}

struct Items<'de> {
    items: std::vec::IntoIter<&'de RawValue>,
    number: usize,
}

impl<'de> SeqAccess<'de> for Items<'de> {
    type Error = Fault;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Fault> {
        let Some(item) = self.items.next() else { return Ok(None) };
        let place = self.number;
        self.number += 1;
        // What is nested too deep is no item of any list, and no list of lists crosses: it is refused as
        // a list, so that it is the fault of its item.
        let value = serde_json::from_str(item.get()).unwrap_or(FieldValue::List(Vec::new()));
        let read = seed.deserialize(Typed::from(value));
        read.map(Some).map_err(|fault| fault.under(&format!("[{place}]")))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.items.len())
    }
}

/// A need as it was given. It is read when it is looked at, so that a faulty one among many is the
/// error of its row.
#[derive(Clone, Debug, PartialEq, serde::Deserialize)]
#[serde(transparent)]
pub struct NeedInput<'v>(#[serde(borrow)] pub FieldValue<'v>);

impl NeedInput<'_> {
    /// The need.
    ///
    /// # Errors
    /// As [`Need::from_fields`]; `invalid_value` without a field for what is no object.
    pub fn read(self) -> Result<Need, NeedError> {
        match self.0 {
            FieldValue::Map(fields) => Need::from_fields(fields),
            other => Err(NeedError::not_json(sentence!(NeedIsAnObject { found: other.phrase() }))),
        }
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for NeedInput<'_> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        Need::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        generator.subschema_for::<Need>()
    }
}

/// The items of a list that can be read, and what is wrong with the others.
#[derive(Clone, Debug)]
pub struct Tolerant<T> {
    /// Those that can be read.
    pub good: Vec<T>,
    /// Why the others cannot, by their position.
    pub faults: Vec<(usize, ReferralError)>,
}

impl<T> Default for Tolerant<T> {
    fn default() -> Tolerant<T> {
        Tolerant { good: Vec::new(), faults: Vec::new() }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Tolerant<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Tolerant<T>, D::Error> {
        deserializer.deserialize_seq(TolerantVisitor(PhantomData))
    }
}

struct TolerantVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for TolerantVisitor<T> {
    type Value = Tolerant<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Tolerant<T>, A::Error> {
        let mut list = Tolerant { good: Vec::new(), faults: Vec::new() };
        for position in 0.. {
            let Some(item) = items.next_element::<FieldValue<'de>>()? else { break };
            match from_value(item) {
                Ok(item) => list.good.push(item),
                Err(error) => list.faults.push((position, error)),
            }
        }
        Ok(list)
    }
}

#[cfg(feature = "schema")]
impl<T: schemars::JsonSchema> schemars::JsonSchema for Tolerant<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        <Vec<T> as schemars::JsonSchema>::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        <Vec<T> as schemars::JsonSchema>::json_schema(generator)
    }
}
