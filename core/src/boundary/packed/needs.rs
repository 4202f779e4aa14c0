//! Named values of another language in one text.
//!
//! A field is its name and its value, and [`SEPARATOR`] stands between all of these. The value begins
//! with a tag that says what it is: `s` text, `n` a number, `t` true, `f` false, `0` nothing, `d` a day,
//! `j` JSON (a list, an object, or text that holds a separator), `o` something that no field holds, by
//! the name of its type. As no part is empty, [`BETWEEN_NEEDS`] stands between needs, and a separator
//! begins what should be a need and is none: what follows it is that thing as JSON.

use std::borrow::Cow;

use crate::need::FieldValue;
use crate::{MatchOptions, Need, NeedError};

/// Between a name and its value, and between fields.
pub const SEPARATOR: char = '\u{1f}';
/// Between the needs of a batch.
pub const BETWEEN_NEEDS: &str = "\u{1f}\u{1f}";

/// The values of an object, by name.
pub fn fields(text: &str) -> impl Iterator<Item = (Cow<'_, str>, FieldValue<'_>)> {
    let mut parts = text.split(SEPARATOR);
    std::iter::from_fn(move || {
        let name = parts.next().filter(|name| !name.is_empty())?;
        Some((Cow::Borrowed(name), parts.next().map_or(FieldValue::Null, value)))
    })
}

/// One need.
///
/// # Errors
/// As [`Need::from_fields`].
pub fn need(text: &str) -> Result<Need, NeedError> {
    match text.strip_prefix(SEPARATOR) {
        Some(other) => Need::from_json(other),
        None => Need::from_fields(fields(text)),
    }
}

/// The needs of a batch, each as [`need`] takes it.
pub fn needs(text: &str) -> Vec<&str> {
    text.split(BETWEEN_NEEDS).collect()
}

/// What is wanted of the matches.
///
/// # Errors
/// As [`MatchOptions::from_fields`].
pub fn options(text: &str) -> Result<MatchOptions, NeedError> {
    if text.is_empty() { Ok(MatchOptions::default()) } else { MatchOptions::from_fields(fields(text)) }
}

fn value(value: &str) -> FieldValue<'_> {
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
