//! Values that templates keep, held to a depth.
//!
//! The engine prints, compares and drops lists in lists by recursion, and charges no fuel for their depth:
//! `{% set a = [a] %}`, repeated, made a value that overflowed the stack when it was dropped. What a tag
//! binds to a name is therefore looked at before it is bound, by a filter that is written behind the
//! expression. A value can grow across tags through names only, and within a tag its
//! [operators](super::MOST_OPERATORS) are limited.
//!
//! `namespace`, whose members change after they were looked at, and `recursive` loops, which bind without a
//! tag, are not offered.

use std::collections::BTreeMap;

use minijinja::value::{ObjectRepr, Tuple};
use minijinja::{Environment, Error, ErrorKind, State, Value};

/// How deep lists and mappings may stand in each other in a value that a name stands for, at most.
pub const DEEPEST_VALUES: usize = 10;

/// What is written around the expression of a tag.
const GUARD: (&str, &str) = ("(", ")|shallow");

/// Adds the filter, and takes away what would get around it.
pub(super) fn add(environment: &mut Environment<'static>) {
    environment
        .add_filter("shallow", |state: &State<'_, '_>, value: &Value| shallow(state, value, DEEPEST_VALUES));
    environment.remove_global("namespace");
}

/// The same value. What is computed when it is looked through is computed here: such values stand on each
/// other as lists do in lists, where no depth shows it.
fn shallow(state: &State<'_, '_>, value: &Value, left: usize) -> Result<Value, Error> {
    let Some(object) = value.as_object() else { return Ok(value.clone()) };
    let repr = object.repr();
    if repr == ObjectRepr::Plain {
        return Ok(value.clone());
    }
    let Some(left) = left.checked_sub(1) else {
        let message = format!("a value has {DEEPEST_VALUES} lists or mappings in each other at most");
        return Err(Error::new(ErrorKind::InvalidOperation, message));
    };
    let inside = |value: &Value| {
        state.consume_fuel(1)?;
        shallow(state, value, left)
    };
    if repr == ObjectRepr::Map {
        let mut members = BTreeMap::new();
        for (key, value) in object.try_iter_pairs().into_iter().flatten() {
            members.insert(inside(&key)?, inside(&value)?);
        }
        // Others, such as `loop`, are more than their members.
        let is_plain = object.downcast_ref::<BTreeMap<Value, Value>>().is_some();
        return Ok(if is_plain { Value::from_object(members) } else { value.clone() });
    }
    let mut items = Vec::new();
    for item in object.try_iter().into_iter().flatten() {
        items.push(inside(&item)?);
    }
    Ok(if value.is_tuple() { Value::from(Tuple::from(items)) } else { Value::from(items) })
}

/// What is to be written into a tag, with its places: around each expression that is bound to a name.
pub(super) fn guards(tag: &str) -> Vec<(usize, &'static str)> {
    // A sign at the end says what becomes of the white space behind the tag.
    let tag = tag.strip_suffix(['-', '+']).unwrap_or(tag);
    // The engine refuses a tag whose brackets do not match; between them nothing closes the guard's own.
    let Some(tokens) = outer_tokens(tag) else { return Vec::new() };
    let mut bound: Vec<(usize, usize)> = Vec::new();
    let keyword = tokens.first().map_or("", |(_, token)| *token);
    match keyword {
        "set" => match tokens.iter().find(|(_, token)| matches!(*token, "=" | "|")) {
            Some((at, "=")) => bound.push((at + 1, tag.len())),
            // The value of a block is a text, until a filter makes something else of it.
            Some(_) => return vec![(tag.trim_ascii_end().len(), "|shallow")],
            None => {}
        },
        "with" => {
            for (number, (at, _)) in tokens.iter().enumerate().filter(|(_, (_, token))| *token == "=") {
                let rest = tokens.get(number..).unwrap_or(&[]);
                let end = rest.iter().find(|(_, token)| *token == ",");
                bound.push((at + 1, end.map_or(tag.len(), |(at, _)| *at)));
            }
        }
        "for" => {
            if let Some(number) = tokens.iter().position(|(_, token)| *token == "in") {
                let rest = tokens.get(number..).unwrap_or(&[]);
                let start = rest.first().map_or(tag.len(), |(at, _)| at + "in".len());
                let end = rest.iter().find(|(_, token)| *token == "if");
                bound.push((start, end.map_or(tag.len(), |(at, _)| *at)));
            }
        }
        _ => {}
    }
    let mut guards = Vec::new();
    for (start, end) in bound {
        let expression = tag.get(start..end).unwrap_or("");
        // A name, or what is in it, is no deeper than it was; plain, the engine can say that it is missing.
        let is_path = expression.trim().chars().all(|c| is_of_name(c) || c == '.');
        if !is_path {
            let before = expression.len() - expression.trim_ascii_start().len();
            guards.push((start + before, GUARD.0));
            guards.push((start + expression.trim_ascii_end().len(), GUARD.1));
        }
    }
    guards
}

/// Whether a tag opens a loop that can be called within itself.
pub(super) fn is_recursive_loop(tag: &str) -> bool {
    let tag = tag.strip_suffix(['-', '+']).unwrap_or(tag).trim();
    let last = tag.rsplit(|c| !is_of_name(c)).next();
    tag.starts_with("for") && last == Some("recursive")
}

/// The words and signs of a tag that stand in no brackets and no string, with their places; nothing where
/// brackets do not match. `=` is the sign of an assignment only.
fn outer_tokens(tag: &str) -> Option<Vec<(usize, &str)>> {
    let mut tokens = Vec::new();
    let mut brackets = 0_usize;
    let mut at = 0;
    while let Some((rest, c)) = tag.get(at..).and_then(|rest| Some((rest, rest.chars().next()?))) {
        let length = match c {
            '"' | '\'' => string_length(rest, c),
            _ if is_of_name(c) => rest.find(|c| !is_of_name(c)).unwrap_or(rest.len()),
            '=' | '!' | '<' | '>' if rest.get(1..).is_some_and(|rest| rest.starts_with('=')) => 2,
            _ => c.len_utf8(),
        };
        match c {
            '(' | '[' | '{' => brackets += 1,
            ')' | ']' | '}' => brackets = brackets.checked_sub(1)?,
            c if brackets == 0 && !c.is_whitespace() => tokens.push((at, rest.get(..length)?)),
            _ => {}
        }
        at += length;
    }
    (brackets == 0).then_some(tokens)
}

pub(super) fn is_of_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The length of the string that begins with its quote; that of everything where it does not end.
pub(super) fn string_length(text: &str, quote: char) -> usize {
    let mut is_escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            c if c == quote => return at + c.len_utf8(),
            _ => {}
        }
    }
    text.len()
}
