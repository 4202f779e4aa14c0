//! Named values from JavaScript in one text, which `lib/wire.ts` writes: reading the properties of an
//! object through N-API, one by one, takes longer than matching does.
//!
//! A field is its name and its value, and `␟` stands between all of these. The value begins with a
//! tag that says what it is: `s` text, `n` a number, `t` true, `f` false, `0` nothing, `d` a date,
//! `j` JSON (a list, an object, or text that holds a `␟`), `o` something else, by the name of its
//! type. As no part is empty, `␟␟` stands between needs, and `␟` begins what should be one and is none.

use std::borrow::Cow;

use aiguillage::need::FieldValue;
use aiguillage::{Need, NeedError};

const SEPARATOR: char = '\u{1f}';
const BETWEEN_NEEDS: &str = "\u{1f}\u{1f}";

/// The values of an object, by name.
pub(crate) fn fields(text: &str) -> impl Iterator<Item = (Cow<'_, str>, FieldValue<'_>)> {
    let mut parts = text.split(SEPARATOR);
    std::iter::from_fn(move || {
        let name = parts.next().filter(|name| !name.is_empty())?;
        Some((Cow::Borrowed(name), value_of(parts.next().unwrap_or_default())))
    })
}

/// One need.
pub(crate) fn need(text: &str) -> Result<Need, NeedError> {
    match text.strip_prefix(SEPARATOR) {
        // The core says what is wrong with what is no object.
        Some(other) => Need::from_json(other),
        None => Need::from_fields(fields(text)),
    }
}

/// The needs of a batch.
pub(crate) fn needs(text: &str) -> Vec<&str> {
    text.split(BETWEEN_NEEDS).collect()
}

fn value_of(value: &str) -> FieldValue<'_> {
    let mut rest = value.chars();
    let tag = rest.next();
    let value = rest.as_str();
    match tag {
        Some('s') => FieldValue::Text(Cow::Borrowed(value)),
        Some('n') => number(value),
        Some('t') => FieldValue::Bool(true),
        Some('f') => FieldValue::Bool(false),
        Some('d') => match value.parse() {
            Ok(date) => FieldValue::Date(date),
            Err(_) => FieldValue::Text(Cow::Borrowed(value)),
        },
        Some('j') => match serde_json::from_str(value) {
            Ok(value) => value,
            // Nested deeper than any field holds.
            Err(_) => FieldValue::Other("object".into()),
        },
        Some('o') => FieldValue::Other(Cow::Borrowed(value)),
        _ => FieldValue::Null,
    }
}

fn number(text: &str) -> FieldValue<'_> {
    if let Ok(number) = text.parse::<i64>() {
        return FieldValue::Integer(number);
    }
    match text.parse::<f64>() {
        Ok(number) => FieldValue::Float(number),
        Err(_) => FieldValue::Other(Cow::Borrowed(text)),
    }
}
