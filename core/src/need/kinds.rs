//! The kinds of a need's facts: how each is read from a value, and shown as one.

use std::collections::BTreeMap;
use std::hash::Hash;
use std::marker::PhantomData;
use std::str::FromStr;

use jiff::civil::Date;

use super::read::{date, digits, invalid, list, number, parsed, text, whole_number, wrong};
use super::{FieldValue, NeedError};
use crate::answer::Answer;
use crate::codes::{self, HeadcountBand, NafCode, NafVersion};
use crate::language::{Sentence, sentence};
use crate::text::shorten;

/// What a field of a need holds.
pub(crate) trait FactKind {
    type Value;

    /// Reads a value that is not blank.
    fn read(field: &'static str, value: FieldValue<'_>) -> Result<Self::Value, NeedError>;

    /// The value as [`FactKind::read`] takes it; null where there is none.
    fn show(value: &Self::Value) -> FieldValue<'_>;
}

/// A text; a need that lacks it cannot be routed, which shows when it is.
pub(crate) struct Required;

/// A text.
pub(crate) struct Text;

/// Digits that say which one, not how many; tables take them for numbers.
pub(crate) struct Digits;

/// A day.
pub(crate) struct Day;

/// A code of a nomenclature.
pub(crate) struct Code<T>(PhantomData<T>);

/// Codes of a nomenclature, each once.
pub(crate) struct Codes<T>(PhantomData<T>);

/// A code of NAF rév. 2.
pub(crate) struct NafRev2;

/// A code of NAF 2025.
pub(crate) struct Naf2025;

/// A whole number from 0 up.
pub(crate) struct Count;

/// An amount of whole euros from 0 up.
pub(crate) struct Euros;

/// A band of INSEE.
pub(crate) struct Band;

/// Yes or no.
pub(crate) struct Flag;

/// Yes or no, by the name of a quality.
pub(crate) struct Flags;

/// Answers, by the id of a question.
pub(crate) struct Answers;

fn shown(value: Option<&impl ToString>) -> FieldValue<'static> {
    value.map_or(FieldValue::Null, |value| FieldValue::Text(value.to_string().into()))
}

impl FactKind for Required {
    type Value = String;

    fn read(field: &'static str, value: FieldValue<'_>) -> Result<String, NeedError> {
        text(field, value)
    }

    fn show(value: &String) -> FieldValue<'_> {
        if value.is_empty() { FieldValue::Null } else { FieldValue::Text(value.as_str().into()) }
    }
}

impl FactKind for Text {
    type Value = Option<String>;

    fn read(field: &'static str, value: FieldValue<'_>) -> Result<Option<String>, NeedError> {
        text(field, value).map(Some)
    }

    fn show(value: &Option<String>) -> FieldValue<'_> {
        value.as_deref().map_or(FieldValue::Null, |text| FieldValue::Text(text.into()))
    }
}

impl FactKind for Digits {
    type Value = Option<String>;

    fn read(field: &'static str, value: FieldValue<'_>) -> Result<Option<String>, NeedError> {
        digits(&value).map_or_else(|| text(field, value).map(Some), |digits| Ok(Some(digits)))
    }

    fn show(value: &Option<String>) -> FieldValue<'_> {
        Text::show(value)
    }
}

impl FactKind for Day {
    type Value = Option<Date>;

    fn read(field: &'static str, value: FieldValue<'_>) -> Result<Option<Date>, NeedError> {
        date(field, value).map(Some)
    }

    fn show(value: &Option<Date>) -> FieldValue<'_> {
        value.map_or(FieldValue::Null, FieldValue::Date)
    }
}

impl<T> FactKind for Code<T>
where
    T: FromStr + ToString,
    Sentence: From<T::Err>,
{
    type Value = Option<T>;

    fn read(field: &'static str, value: FieldValue<'_>) -> Result<Option<T>, NeedError> {
        // Tables hold codes of digits as numbers. A zero that is lost shows in the length of the code.
        match digits(&value) {
            Some(digits) => parsed(field, FieldValue::Text(digits.into())).map(Some),
            None => parsed(field, value).map(Some),
        }
    }

    fn show(value: &Option<T>) -> FieldValue<'_> {
        shown(value.as_ref())
    }
}

impl<T> FactKind for Codes<T>
where
    T: FromStr + Clone + Eq + Hash + ToString,
    Sentence: From<T::Err>,
{
    type Value = Vec<T>;

    fn read(field: &'static str, value: FieldValue<'_>) -> Result<Vec<T>, NeedError> {
        list(field, value)
    }

    fn show(value: &Vec<T>) -> FieldValue<'_> {
        match value.is_empty() {
            true => FieldValue::Null,
            false => FieldValue::List(value.iter().map(|code| shown(Some(code))).collect()),
        }
    }
}

fn naf(field: &str, version: NafVersion, value: FieldValue<'_>) -> Result<Option<NafCode>, NeedError> {
    let text = text(field, value)?;
    // A company that is not coded yet has a code that says nothing.
    if NafCode::is_pending(&text) {
        return Ok(None);
    }
    NafCode::parse(version, &text).map(Some).map_err(|error| invalid(field, error))
}

impl FactKind for NafRev2 {
    type Value = Option<NafCode>;

    fn read(field: &'static str, value: FieldValue<'_>) -> Result<Option<NafCode>, NeedError> {
        naf(field, NafVersion::Rev2, value)
    }

    fn show(value: &Option<NafCode>) -> FieldValue<'_> {
        shown(value.as_ref())
    }
}

impl FactKind for Naf2025 {
    type Value = Option<NafCode>;

    fn read(field: &'static str, value: FieldValue<'_>) -> Result<Option<NafCode>, NeedError> {
        naf(field, NafVersion::Naf2025, value)
    }

    fn show(value: &Option<NafCode>) -> FieldValue<'_> {
        shown(value.as_ref())
    }
}

impl FactKind for Count {
    type Value = Option<u32>;

    fn read(field: &'static str, value: FieldValue<'_>) -> Result<Option<u32>, NeedError> {
        number(field, value).map(Some)
    }

    fn show(value: &Option<u32>) -> FieldValue<'_> {
        value.map_or(FieldValue::Null, |number| FieldValue::Integer(number.into()))
    }
}

impl FactKind for Euros {
    type Value = Option<u64>;

    fn read(field: &'static str, value: FieldValue<'_>) -> Result<Option<u64>, NeedError> {
        whole_number(field, &value).map(Some)
    }

    fn show(value: &Option<u64>) -> FieldValue<'_> {
        match value.map(i64::try_from) {
            None => FieldValue::Null,
            Some(Ok(amount)) => FieldValue::Integer(amount),
            // More than any reader gives: it is shown as what it is, and not read back.
            Some(Err(_)) => shown(value.as_ref()),
        }
    }
}

impl FactKind for Band {
    type Value = Option<HeadcountBand>;

    fn read(field: &'static str, value: FieldValue<'_>) -> Result<Option<HeadcountBand>, NeedError> {
        match &value {
            // What registers write where they know nothing (PITFALLS C5).
            FieldValue::Cell("NR") => Ok(None),
            FieldValue::Text(text) if text.trim() == "NR" => Ok(None),
            _ => parsed(field, value).map(Some),
        }
    }

    fn show(value: &Option<HeadcountBand>) -> FieldValue<'_> {
        shown(value.as_ref())
    }
}

impl FactKind for Flag {
    type Value = Option<bool>;

    fn read(field: &'static str, value: FieldValue<'_>) -> Result<Option<bool>, NeedError> {
        let flag = match &value {
            FieldValue::Bool(flag) => Some(*flag),
            FieldValue::Cell(cell) => codes::yes_or_no(cell),
            _ => None,
        };
        flag.map(Some).ok_or_else(|| wrong(field.to_owned(), sentence!(TrueOrFalse), &value))
    }

    fn show(value: &Option<bool>) -> FieldValue<'_> {
        value.map_or(FieldValue::Null, FieldValue::Bool)
    }
}

impl FactKind for Flags {
    type Value = BTreeMap<String, bool>;

    fn read(field: &'static str, value: FieldValue<'_>) -> Result<BTreeMap<String, bool>, NeedError> {
        named(field, value, sentence!(TrueOrFalse), |value| match value {
            FieldValue::Bool(yes) => Some(*yes),
            FieldValue::Cell(cell) => codes::yes_or_no(cell),
            _ => None,
        })
    }

    fn show(value: &BTreeMap<String, bool>) -> FieldValue<'_> {
        map(value, |flag| FieldValue::Bool(*flag))
    }
}

impl FactKind for Answers {
    type Value = BTreeMap<String, Answer>;

    fn read(field: &'static str, value: FieldValue<'_>) -> Result<BTreeMap<String, Answer>, NeedError> {
        named(field, value, sentence!(AnAnswer), |value| match value {
            FieldValue::Bool(yes) => Some(Answer::YesOrNo(*yes)),
            FieldValue::Cell(cell) => Answer::in_cell(cell),
            FieldValue::Text(choice) => Answer::of_choices([choice.trim()]),
            FieldValue::List(items) => {
                let choice = |item| match item {
                    &FieldValue::Cell(choice) => Some(choice.trim()),
                    FieldValue::Text(choice) => Some(choice.trim()),
                    _ => None,
                };
                Answer::of_choices(items.iter().map(choice).collect::<Option<Vec<_>>>()?)
            }
            _ => None,
        })
    }

    fn show(value: &BTreeMap<String, Answer>) -> FieldValue<'_> {
        let text = |text: &'_ String| FieldValue::Text(text.clone().into());
        map(value, |answer| match answer {
            Answer::YesOrNo(yes) => FieldValue::Bool(*yes),
            Answer::Choices(choices) => match choices.as_slice() {
                [choice] => text(choice),
                several => FieldValue::List(several.iter().map(text).collect()),
            },
        })
    }
}

/// Values by name: an object, or `name=oui other=non` in a cell. What has no value is left open.
fn named<T>(
    field: &'static str,
    value: FieldValue<'_>,
    wanted: Sentence,
    read: impl Fn(&FieldValue<'_>) -> Option<T>,
) -> Result<BTreeMap<String, T>, NeedError> {
    let mut named = BTreeMap::new();
    let mut add = |name: &str, value: &FieldValue<'_>| {
        let member = format!("{field}.{}", shorten(name, 60));
        let Some(read) = read(value) else { return Err(wrong(member, wanted.clone(), value)) };
        match named.insert(name.to_owned(), read) {
            Some(_) => {
                Err(NeedError::invalid(member.clone(), sentence!(GivenTwice { name: member.as_str() })))
            }
            None => Ok(()),
        }
    };
    match value {
        FieldValue::Map(members) => {
            for (name, value) in members.iter().filter(|(_, value)| !is_open(value)) {
                add(name, value)?;
            }
        }
        FieldValue::Cell(cell) => {
            for part in cell.split_whitespace() {
                match part.split_once('=') {
                    Some((_, "")) => {}
                    Some((name, value)) => add(name, &FieldValue::Cell(value))?,
                    None => add(part, &FieldValue::Cell(""))?,
                }
            }
        }
        other => return Err(wrong(field, sentence!(AnObjectOfValues), &other)),
    }
    Ok(named)
}

/// Whether a value of a name says nothing.
fn is_open(value: &FieldValue<'_>) -> bool {
    value.is_blank() || matches!(value, FieldValue::List(items) if items.is_empty())
}

fn map<T>(value: &BTreeMap<String, T>, show: impl Fn(&T) -> FieldValue<'static>) -> FieldValue<'_> {
    if value.is_empty() {
        return FieldValue::Null;
    }
    FieldValue::Map(value.iter().map(|(name, value)| (name.as_str().into(), show(value))).collect())
}
