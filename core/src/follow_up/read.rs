//! The types of this module from any language's values, or from JSON: through serde, with an error
//! that knows its code, its place and what was probably meant.

use std::borrow::Cow;
use std::fmt;

use serde::de::value::StrDeserializer;
use serde::de::{
    Deserialize, DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, Error, MapAccess, SeqAccess,
    Unexpected, VariantAccess, Visitor,
};
use serde_json::value::RawValue;

use super::ReferralError;
use crate::language::{Sentence, UnknownWord, sentence};
use crate::need::FieldValue;

/// A value of this module ([`Referral`](super::Referral), [`Move`](super::Move), a policy…) from
/// another language's value. A blank text is nothing where nothing may stand.
///
/// # Errors
/// `unknown_field`, `missing_field`, `unknown_state` and `invalid_value`, with the place of the fault.
///
/// ```
/// use aiguillage::follow_up::{Referral, from_json};
///
/// let text = r#"{"id": "r1", "need": "b-17", "expert": "e", "institution": "cci",
///                "sent_on": "2026-11-02", "state": "waitting"}"#;
/// let error = from_json::<Referral>(text).unwrap_err();
/// assert_eq!((error.code(), error.field()), ("unknown_state", Some("state")));
/// assert_eq!(error.hint().as_deref(), Some("did you mean `waiting`?"));
/// ```
pub fn from_value<'de, T: Deserialize<'de>>(value: FieldValue<'de>) -> Result<T, ReferralError> {
    T::deserialize(Typed(value)).map_err(|fault| fault.0)
}

/// The same from JSON text.
///
/// # Errors
/// As [`from_value`]; `invalid_value` without a field where the text is not JSON.
pub fn from_json<T: DeserializeOwned>(text: &str) -> Result<T, ReferralError> {
    let value: FieldValue<'_> = serde_json::from_str(text).map_err(|error| not_json(&error))?;
    T::deserialize(Typed(value)).map_err(|fault| fault.0)
}

/// A JSON list, item by item: one that is faulty does not take the others with it.
///
/// # Errors
/// `invalid_value` where the text is no JSON list.
pub fn from_json_list<T: DeserializeOwned>(
    text: &str,
) -> Result<Vec<Result<T, ReferralError>>, ReferralError> {
    let items: Vec<&RawValue> = serde_json::from_str(text).map_err(|error| not_json(&error))?;
    Ok(items.into_iter().map(|item| from_json(item.get())).collect())
}

fn not_json(error: &serde_json::Error) -> ReferralError {
    ReferralError::new("invalid_value", None, sentence!(NotTheJson { reason: error.to_string() }))
}

/// An error of serde, as one of ours.
#[derive(Debug)]
pub(crate) struct Fault(ReferralError);

impl From<Fault> for ReferralError {
    fn from(fault: Fault) -> ReferralError {
        fault.0
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for Fault {}

impl Fault {
    fn invalid(message: impl Into<Sentence>) -> Fault {
        Fault(ReferralError::new("invalid_value", None, message))
    }

    pub(crate) fn under(self, place: &str) -> Fault {
        Fault(self.0.under(place))
    }
}

impl Error for Fault {
    fn custom<T: fmt::Display>(message: T) -> Fault {
        Fault::invalid(message.to_string())
    }

    fn invalid_type(unexpected: Unexpected<'_>, expected: &dyn serde::de::Expected) -> Fault {
        Fault::invalid(sentence!(Unexpected {
            wanted: Sentence::from(expected.to_string()),
            found: phrase(unexpected)
        }))
    }

    fn invalid_value(unexpected: Unexpected<'_>, expected: &dyn serde::de::Expected) -> Fault {
        Fault::invalid_type(unexpected, expected)
    }

    fn unknown_variant(variant: &str, expected: &'static [&'static str]) -> Fault {
        Fault(UnknownWord::new(None, variant, expected).into())
    }

    fn unknown_field(field: &str, expected: &'static [&'static str]) -> Fault {
        Fault(ReferralError::unknown_field(field, expected))
    }

    fn missing_field(field: &'static str) -> Fault {
        Fault(ReferralError::missing(field))
    }

    fn duplicate_field(field: &'static str) -> Fault {
        Fault(ReferralError::invalid(field, sentence!(GivenTwice { name: field })))
    }
}

fn phrase(unexpected: Unexpected<'_>) -> Sentence {
    match unexpected {
        Unexpected::Bool(true) => sentence!(True),
        Unexpected::Bool(false) => sentence!(False),
        Unexpected::Unsigned(number) => sentence!(TheNumber { number: number.to_string() }),
        Unexpected::Signed(number) => sentence!(TheNumber { number: number.to_string() }),
        Unexpected::Float(number) => sentence!(TheNumber { number: number.to_string() }),
        Unexpected::Str(text) => sentence!(TheText { text: crate::text::shorten(text, 60) }),
        Unexpected::Unit | Unexpected::Option => sentence!(Nothing),
        Unexpected::Seq => sentence!(AList),
        Unexpected::Map => sentence!(AnObject),
        other => other.to_string().into(),
    }
}

/// A value that serde's code can read.
pub(crate) struct Typed<'de>(FieldValue<'de>);

impl<'de> From<FieldValue<'de>> for Typed<'de> {
    fn from(value: FieldValue<'de>) -> Typed<'de> {
        Typed(value)
    }
}

impl Typed<'_> {
    fn is_blank(&self) -> bool {
        match &self.0 {
            FieldValue::Null => true,
            FieldValue::Cell(text) => text.trim().is_empty(),
            FieldValue::Text(text) => text.trim().is_empty(),
            _ => false,
        }
    }
}

impl<'de> Deserializer<'de> for Typed<'de> {
    type Error = Fault;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.0 {
            FieldValue::Null => visitor.visit_unit(),
            FieldValue::Cell(text) => visitor.visit_borrowed_str(text),
            FieldValue::Text(Cow::Borrowed(text)) => visitor.visit_borrowed_str(text),
            FieldValue::Text(Cow::Owned(text)) => visitor.visit_string(text),
            FieldValue::Integer(number) => visitor.visit_i64(number),
            #[expect(
                clippy::cast_possible_truncation,
                reason = "data frames hold whole numbers as floats; the guard leaves those in range"
            )]
            FieldValue::Float(number) if number.fract() == 0.0 && number.abs() < 9e15 => {
                visitor.visit_i64(number as i64)
            }
            FieldValue::Float(number) => visitor.visit_f64(number),
            FieldValue::Bool(value) => visitor.visit_bool(value),
            FieldValue::Date(date) => visitor.visit_string(date.to_string()),
            FieldValue::List(items) => visitor.visit_seq(Items { items: items.into_iter(), number: 0 }),
            FieldValue::Map(members) => {
                visitor.visit_map(Members { members: members.into_iter(), value: None })
            }
            FieldValue::Other(kind) => Err(Fault::invalid(format!(
                "a value of type `{}` cannot stand here",
                crate::text::shorten(&kind, 60)
            ))),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        if self.is_blank() { visitor.visit_none() } else { visitor.visit_some(self) }
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
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        match self.0 {
            FieldValue::Text(text) => visitor.visit_enum(Word(text)),
            FieldValue::Cell(text) => visitor.visit_enum(Word(Cow::Borrowed(text))),
            _ => self.deserialize_any(visitor),
        }
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf
        unit unit_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}

struct Items<'de> {
    items: std::vec::IntoIter<FieldValue<'de>>,
    number: usize,
}

impl<'de> SeqAccess<'de> for Items<'de> {
    type Error = Fault;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Fault> {
        let Some(item) = self.items.next() else { return Ok(None) };
        let place = self.number;
        self.number += 1;
        seed.deserialize(Typed(item)).map(Some).map_err(|fault| fault.under(&format!("[{place}]")))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.items.len())
    }
}

struct Members<'de> {
    members: std::vec::IntoIter<(Cow<'de, str>, FieldValue<'de>)>,
    value: Option<(Cow<'de, str>, FieldValue<'de>)>,
}

impl<'de> MapAccess<'de> for Members<'de> {
    type Error = Fault;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Fault> {
        let Some(member) = self.members.next() else { return Ok(None) };
        let key = seed.deserialize(StrDeserializer::new(&member.0))?;
        self.value = Some(member);
        Ok(Some(key))
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Fault> {
        let Some((name, value)) = self.value.take() else {
            return Err(Fault::invalid("a value without a name"));
        };
        seed.deserialize(Typed(value)).map_err(|fault| fault.under(&name))
    }
}

/// The name of a unit variant.
struct Word<'de>(Cow<'de, str>);

impl<'de> EnumAccess<'de> for Word<'de> {
    type Error = Fault;
    type Variant = Unit;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Unit), Fault> {
        Ok((seed.deserialize(StrDeserializer::new(self.0.trim()))?, Unit))
    }
}

struct Unit;

impl<'de> VariantAccess<'de> for Unit {
    type Error = Fault;

    fn unit_variant(self) -> Result<(), Fault> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, _: T) -> Result<T::Value, Fault> {
        Err(Fault::invalid("more than a word was expected"))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, Fault> {
        Err(Fault::invalid("more than a word was expected"))
    }

    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], _: V) -> Result<V::Value, Fault> {
        Err(Fault::invalid("more than a word was expected"))
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Move, Referral, ReminderPolicy};
    use super::*;

    fn fault<T: DeserializeOwned + fmt::Debug>(text: &str) -> (String, Option<String>, String) {
        let error = from_json::<T>(text).unwrap_err();
        (error.code().to_owned(), error.field().map(str::to_owned), error.to_string())
    }

    #[test]
    fn faults_have_a_code_a_place_and_a_hint() {
        let (code, field, text) = fault::<Move>(r#"{"referral": "r", "to": "done", "no": 1}"#);
        assert_eq!((code.as_str(), field.as_deref()), ("unknown_field", Some("no")));
        assert_eq!(text, "there is no field `no`: did you mean `on`?");
        let (code, field, _) = fault::<Move>(r#"{"referral": "r", "to": "done"}"#);
        assert_eq!((code.as_str(), field.as_deref()), ("missing_field", Some("on")));
        let (code, field, text) = fault::<Move>(r#"{"referral": 7, "to": "done", "on": "2026-11-02"}"#);
        assert_eq!((code.as_str(), field.as_deref()), ("invalid_value", Some("referral")));
        assert_eq!(text, "a string was expected, not the number 7");
        let (code, field, _) = fault::<Move>(r#"{"referral": "r", "to": "done", "on": "2026-02-30"}"#);
        assert_eq!((code.as_str(), field.as_deref()), ("invalid_value", Some("on")));
        let (code, field, _) = fault::<Vec<Move>>(
            r#"[{"referral": "r", "to": "done", "on": "2026-11-02"}, {"to": "finished"}]"#,
        );
        assert_eq!((code.as_str(), field.as_deref()), ("unknown_state", Some("[1].to")));
        let (code, field, text) = fault::<ReminderPolicy>(r#"{"poke": -1}"#);
        assert_eq!((code.as_str(), field.as_deref()), ("invalid_value", Some("poke")));
        assert_eq!(text, "u32 was expected, not the number -1");
        assert_eq!(fault::<ReminderPolicy>(r#"{"poke": 1, "poke": 2}"#).0, "invalid_value");
        for text in ["", "{", "7", "null", "[]", "\"x\""] {
            assert_eq!(fault::<Move>(text).0, "invalid_value", "{text}");
        }
    }

    #[test]
    fn blanks_are_nothing_and_whole_floats_are_whole() {
        let referral: Referral = from_json(
            r#"{"id": "r", "need": "n", "expert": "e", "antenne": " ", "institution": "i", "sent_on": "2026-11-02",
                "state": "waiting", "taken_on": "", "seq": 3.0, "reason": null}"#,
        )
        .unwrap();
        assert_eq!((referral.antenne, referral.taken_on, referral.seq), (None, None, 3));
    }

    #[test]
    fn one_faulty_item_does_not_sink_a_list() {
        let items: Vec<_> = from_json_list::<ReminderPolicy>(r#"[{}, {"pokes": 1}, {"poke": 8}]"#).unwrap();
        let good: Vec<bool> = items.iter().map(Result::is_ok).collect();
        assert_eq!(good, [true, false, true]);
    }
}
