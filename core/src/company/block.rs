//! Blocks of an answer, and the values that stand in them.

use std::borrow::Cow;

use jiff::civil::Date;
use serde_json::{Map, Value};

/// What registers write in place of what they hide.
const HIDDEN: [&str; 2] = ["[ND]", "[NON-DIFFUSIBLE]"];

/// A value as a register wrote it, neither null nor blank.
#[derive(Clone, Debug)]
pub(super) struct Written<'v> {
    pub(super) text: Cow<'v, str>,
    /// Where it stands in the answer.
    pub(super) field: Cow<'static, str>,
    /// The day on which the register last treated it.
    pub(super) on: Option<Date>,
    /// Whether it is neither a text nor a number: the text then only says so.
    pub(super) is_odd: bool,
}

impl<'v> Written<'v> {
    /// A text of a row; nothing where it is blank.
    fn text(text: &'v str, field: Cow<'static, str>, on: Option<Date>) -> Option<Written<'v>> {
        let text = text.trim();
        (!text.is_empty()).then_some(Written { text: text.into(), field, on, is_odd: false })
    }

    fn of(value: &'v Value, field: Cow<'static, str>, on: Option<Date>) -> Option<Written<'v>> {
        let (text, is_odd) = match value {
            Value::Null => return None,
            Value::String(text) => return Written::text(text, field, on),
            Value::Number(number) => (number_text(number), false),
            Value::Bool(value) => (value.to_string(), true),
            Value::Array(_) => ("[…]".to_owned(), true),
            Value::Object(_) => ("{…}".to_owned(), true),
        };
        Some(Written { text: text.into(), field, on, is_odd })
    }

    /// Whether the register hides the value or a part of it.
    pub(super) fn is_hidden(&self) -> bool {
        HIDDEN.iter().any(|hidden| self.text.contains(hidden))
    }
}

/// A number in digits: whole ones without a point, as long as a double tells them exactly.
fn number_text(number: &serde_json::Number) -> String {
    match number.as_f64() {
        Some(float) if number.is_f64() && float.fract() == 0.0 && float.abs() < 1e15 => format!("{float:.0}"),
        _ => number.to_string(),
    }
}

/// An object of an answer, or nothing: a block that is missing has no fields.
#[derive(Clone, Copy, Debug)]
pub(super) struct Block<'v> {
    members: Option<&'v Map<String, Value>>,
    /// What stands before its fields in the answer, with a dot; empty for the outermost one.
    path: &'static str,
    /// The day on which the register last treated it.
    on: Option<Date>,
}

impl<'v> Block<'v> {
    /// A block of a value, which may be missing or no object.
    pub(super) fn of(value: Option<&'v Value>, path: &'static str) -> Block<'v> {
        Block { members: value.and_then(Value::as_object), path, on: None }
    }

    pub(super) fn of_members(members: &'v Map<String, Value>, path: &'static str) -> Block<'v> {
        Block { members: Some(members), path, on: None }
    }

    /// The block with the day that one of its fields tells, of its beginning alone: registers add the time.
    pub(super) fn dated(mut self, day: Option<Date>) -> Block<'v> {
        self.on = day;
        self
    }

    /// The block of a field.
    pub(super) fn block(&self, name: &str, path: &'static str) -> Block<'v> {
        Block::of(self.value(name), path).dated(self.on)
    }

    /// The value of a field, where it is not null.
    pub(super) fn value(&self, name: &str) -> Option<&'v Value> {
        self.members?.get(name).filter(|value| !value.is_null())
    }

    /// Whether the block has nothing but nulls.
    pub(super) fn is_empty(&self) -> bool {
        self.members.is_none_or(|members| members.values().all(Value::is_null))
    }

    /// A field's value, where there is one.
    pub(super) fn field(&self, name: &'static str) -> Option<Written<'v>> {
        Written::of(self.value(name)?, self.path_of(name), self.on)
    }

    /// The values of a field that is a list; a value alone is a list of one.
    pub(super) fn list(&self, name: &'static str) -> Vec<Written<'v>> {
        match self.value(name) {
            Some(Value::Array(items)) => {
                items.iter().filter_map(|item| Written::of(item, self.path_of(name), self.on)).collect()
            }
            _ => self.field(name).into_iter().collect(),
        }
    }

    /// The items of a field that is a list.
    pub(super) fn items(&self, name: &str) -> &'v [Value] {
        match self.value(name) {
            Some(Value::Array(items)) => items,
            _ => &[],
        }
    }

    /// What a field says that holds true or false.
    pub(super) fn flag(&self, name: &str) -> Option<bool> {
        self.value(name)?.as_bool()
    }

    /// The day of a field that holds a date or a time.
    pub(super) fn day(&self, name: &str) -> Option<Date> {
        day(self.value(name)?.as_str()?)
    }

    pub(super) fn path_of(&self, name: &'static str) -> Cow<'static, str> {
        if self.path.is_empty() { Cow::Borrowed(name) } else { Cow::Owned(format!("{}{name}", self.path)) }
    }
}

/// The day of a date or of a time: `2026-02-18T08:37:04+01:00` is of 18 February.
pub(super) fn day(text: &str) -> Option<Date> {
    let text = text.trim();
    let date = text.get(..10)?;
    let is_alone = text.get(10..).is_some_and(|rest| rest.is_empty() || rest.starts_with(['T', ' ']));
    crate::codes::date(date).ok().filter(|_| is_alone)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nulls_and_blanks_are_nothing_and_numbers_are_texts() {
        let value = serde_json::json!({"a": null, "b": " ", "c": 80021, "d": 80021.0, "e": {}, "f": [1, null, "x"],
            "g": " [ND] "});
        let block = Block::of(Some(&value), "x.");
        assert!(block.field("a").is_none() && block.field("b").is_none() && block.field("z").is_none());
        assert_eq!(block.field("c").unwrap().text, "80021");
        assert_eq!(block.field("d").unwrap().text, "80021");
        assert!(block.field("e").unwrap().is_odd);
        assert_eq!(block.list("f").len(), 2);
        assert!(block.field("g").unwrap().is_hidden());
        assert_eq!(block.field("c").unwrap().field, "x.c");
    }

    #[test]
    fn days_are_read_from_times() {
        for text in ["2026-02-18", "2026-02-18T08:37:04+01:00", " 2026-02-18 08:37 "] {
            assert_eq!(day(text), Some(jiff::civil::date(2026, 2, 18)), "{text}");
        }
        for text in ["", "2026", "2026-02-3é", "2026-02-30", "2026-02-18x"] {
            assert_eq!(day(text), None, "{text}");
        }
    }
}
