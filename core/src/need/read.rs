//! Needs from named values: a JSON object, a CSV row, a dict of another language. All go through
//! here, so that a fault is the same fault everywhere.

use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt;
use std::hash::Hash;
use std::str::FromStr;

use jiff::civil::Date;
use serde::de::{Deserialize, Deserializer, Error as _};

use super::{FieldValue, Need, NeedError, NeedField};
use crate::codes;
use crate::language::{Sentence, sentence};

impl<'de> Deserialize<'de> for Need {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Need, D::Error> {
        match FieldValue::deserialize(deserializer)? {
            FieldValue::Map(fields) => Need::from_fields(fields).map_err(D::Error::custom),
            other => Err(D::Error::custom(sentence!(NeedIsAnObject { found: other.phrase() }))),
        }
    }
}

impl Need {
    /// A need from named values.
    ///
    /// # Errors
    /// With the first field that does not exist, is given twice or has a value that cannot be read.
    /// That a subject or commune is missing or unknown only shows when the need is routed.
    pub fn from_fields<'v>(
        fields: impl IntoIterator<Item = (Cow<'v, str>, FieldValue<'v>)>,
    ) -> Result<Need, NeedError> {
        let mut need = Need::default();
        each(sentence!(ANeed), NeedField::NAMES, fields, |number, value| {
            need.set_value(NeedField::ALL[number], value)
        })?;
        Ok(need)
    }

    /// A need from one JSON object.
    ///
    /// # Errors
    /// As [`Need::from_fields`]; also when the text is no JSON object (`invalid_value` without a field).
    pub fn from_json(text: &str) -> Result<Need, NeedError> {
        match serde_json::from_str::<FieldValue<'_>>(text) {
            Ok(FieldValue::Map(fields)) => Need::from_fields(fields),
            Ok(other) => Err(NeedError::not_json(sentence!(NeedIsAnObject { found: other.phrase() }))),
            Err(error) => Err(NeedError::not_json(sentence!(NeedIsNotJson { reason: error.to_string() }))),
        }
    }

    /// Gives one field a value, as [`Need::from_fields`] does: for hosts that look up the names of
    /// their columns once. A blank value leaves the field as it is.
    ///
    /// # Errors
    /// When the value cannot be read.
    ///
    /// ```
    /// use aiguillage::need::FieldValue;
    /// use aiguillage::{Need, NeedField};
    ///
    /// let mut need = Need::new("recruter", "80021");
    /// need.set(NeedField::Headcount, FieldValue::Cell("3"))?;
    /// assert_eq!(need.headcount, Some(3));
    /// # Ok::<(), aiguillage::NeedError>(())
    /// ```
    pub fn set(&mut self, field: NeedField, value: FieldValue<'_>) -> Result<(), NeedError> {
        if value.is_blank() { Ok(()) } else { self.set_value(field, value) }
    }
}

/// Hands on each field that has a value, by the number of its name among the known ones.
///
/// # Errors
/// When a name is not known or given twice, and what `set` gives.
pub(crate) fn each<'v>(
    owner: Sentence,
    names: &[&'static str],
    fields: impl IntoIterator<Item = (Cow<'v, str>, FieldValue<'v>)>,
    mut set: impl FnMut(usize, FieldValue<'v>) -> Result<(), NeedError>,
) -> Result<(), NeedError> {
    let mut seen = 0_u64;
    for (name, value) in fields {
        let known = names.iter().position(|known| *known == name);
        let Some(number) = known else { return Err(NeedError::unknown_field(owner, names, &name)) };
        if seen & (1 << number) != 0 {
            return Err(NeedError::invalid(name.clone(), sentence!(GivenTwice { name: name.as_ref() })));
        }
        seen |= 1 << number;
        if !value.is_blank() {
            set(number, value)?;
        }
    }
    Ok(())
}

pub(crate) fn wrong(field: impl fmt::Display, wanted: Sentence, value: &FieldValue<'_>) -> NeedError {
    let field = field.to_string();
    let message = sentence!(WrongValue { field: field.as_str(), wanted, found: value.phrase() });
    NeedError::invalid(field, message)
}

pub(crate) fn text(field: &str, value: FieldValue<'_>) -> Result<String, NeedError> {
    match value {
        FieldValue::Cell(text) => Ok(text.trim().to_owned()),
        FieldValue::Text(text) => Ok(text.trim().to_owned()),
        other => Err(wrong(field, sentence!(AText), &other)),
    }
}

pub(crate) fn parsed<T>(field: &str, value: FieldValue<'_>) -> Result<T, NeedError>
where
    T: FromStr,
    Sentence: From<T::Err>,
{
    match &value {
        FieldValue::Cell(text) => text.parse().map_err(|error: T::Err| invalid(field, error)),
        FieldValue::Text(text) => text.parse().map_err(|error: T::Err| invalid(field, error)),
        other => Err(wrong(field, sentence!(AText), other)),
    }
}

/// The digits of a whole number that has lost none.
pub(crate) fn digits(value: &FieldValue<'_>) -> Option<String> {
    match value {
        FieldValue::Integer(number) if *number >= 0 => Some(number.to_string()),
        // Beyond, numbers of this kind are no longer exact.
        FieldValue::Float(number) if *number >= 0.0 && number.fract() == 0.0 && *number < 1e15 => {
            Some(format!("{number:.0}"))
        }
        _ => None,
    }
}

pub(crate) fn invalid(field: &str, error: impl Into<Sentence>) -> NeedError {
    let fault: Sentence = error.into();
    NeedError::invalid(field, sentence!(InField { field, fault }))
}

pub(crate) fn date(field: &str, value: FieldValue<'_>) -> Result<Date, NeedError> {
    match &value {
        FieldValue::Date(date) => Ok(*date),
        FieldValue::Cell(text) => codes::date_in_cell(text).map_err(|error| invalid(field, error)),
        FieldValue::Text(text) => codes::date(text).map_err(|error| invalid(field, error)),
        other => Err(wrong(field, sentence!(TheDate), other)),
    }
}

/// A whole number that 32 bits hold.
pub(crate) fn number(field: &str, value: FieldValue<'_>) -> Result<u32, NeedError> {
    let number = whole_number(field, &value)?;
    u32::try_from(number).map_err(|_| wrong(field, sentence!(AWholeNumber), &value))
}

/// A whole number from 0 up, as large as a double tells exactly.
pub(crate) fn whole_number(field: &str, value: &FieldValue<'_>) -> Result<u64, NeedError> {
    /// From here on doubles leave out whole numbers.
    const EXACT: f64 = 9_007_199_254_740_992.0;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the guard leaves whole numbers in range"
    )]
    let number = match value {
        FieldValue::Integer(number) => u64::try_from(*number).ok(),
        // Data frames hold whole numbers as floats where some are missing.
        FieldValue::Float(number) if number.fract() == 0.0 && (0.0..=EXACT).contains(number) => {
            Some(*number as u64)
        }
        FieldValue::Cell(text) => text.trim().parse().ok(),
        _ => None,
    };
    number.ok_or_else(|| wrong(field, sentence!(AWholeNumber), value))
}

pub(crate) fn list<T>(field: &str, value: FieldValue<'_>) -> Result<Vec<T>, NeedError>
where
    T: FromStr + Clone + Eq + Hash,
    Sentence: From<T::Err>,
{
    let items = match value {
        FieldValue::Cell(cell) => {
            cell.split_whitespace().map(|part| FieldValue::Text(Cow::Borrowed(part))).collect::<Vec<_>>()
        }
        FieldValue::List(items) => items,
        other => return Err(wrong(field, sentence!(ATextList), &other)),
    };
    let mut list: Vec<T> = Vec::with_capacity(items.len());
    let mut known = HashSet::new();
    for item in items {
        if !item.is_blank() {
            let entry: T = parsed(field, item)?;
            if known.insert(entry.clone()) {
                list.push(entry);
            }
        }
    }
    Ok(list)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::Answer;
    use crate::text::shorten;

    fn error(json: &str) -> (&'static str, Option<String>) {
        let error = Need::from_json(json).unwrap_err();
        (error.code(), error.field().map(str::to_owned))
    }

    #[test]
    fn every_field_is_read() {
        let need = Need::from_json(
            r#"{"id": "n", "subject": "s", "commune": "80021", "postal_code": "80000", "town": "Amiens",
             "on": "2026-11-23", "siret": "82161143100015",
                "naf": "1071C", "naf_2025": "62.10Y", "nafa_codes": ["4002CZ", ""], "headcount": 3.0, "turnover": 50000,
                "headcount_band": "02", "legal_form": "5710", "created_on": "2020-02-29",
                "activities": ["COMMERCIALE", "commerciale"], "opco": "akto", "origin": "site",
                "employer": true, "balance_sheet": 20000, "micro_entrepreneur": false, "idcc": ["1486", "0016"],
                "qualities": {"ess": true, "bio": false, "open": null}, "answers": {"q": true, "open": null}}"#,
        )
        .unwrap();
        assert_eq!(need.headcount, Some(3));
        assert_eq!(need.activities.len(), 1);
        assert_eq!(need.answers.len(), 1);
        assert_eq!(need.qualities.len(), 2);
        let json = serde_json::to_value(&need).unwrap();
        for field in NeedField::ALL {
            assert!(json.get(field.as_str()).is_some(), "{field}");
        }
        assert_eq!(Need::from_json(&json.to_string()).unwrap(), need);
    }

    #[test]
    fn c1_c5_blanks_are_nothing() {
        let need = Need::from_json(
            r#"{"subject": " ", "commune": null, "naf": "", "headcount_band": "NR", "opco": "", "activities": [""], "naf_2025": "00.00Z"}"#,
        );
        assert_eq!(need, Ok(Need::default()));
    }

    #[test]
    fn r4_answers_are_typed() {
        // A text may be a choice, which the question has to offer.
        for answer in ["1", "[true]", "{}", "[[\"a\"]]"] {
            let need = format!(r#"{{"answers": {{"q": {answer}}}}}"#);
            assert_eq!(error(&need), ("invalid_value", Some("answers.q".into())), "{answer}");
        }
        assert_eq!(error(r#"{"answers": ["q"]}"#), ("invalid_value", Some("answers".into())));
    }

    #[test]
    fn faults_name_their_field() {
        assert_eq!(error(r#"{"nafs": "62.01Z"}"#), ("unknown_field", Some("nafs".into())));
        for (field, value) in [
            ("headcount", "-1"),
            ("headcount", "1.5"),
            ("headcount", "1e300"),
            ("headcount", "99999999999999999999"),
            ("headcount", "true"),
            ("headcount", "\"12\""),
            ("headcount_band", "11"),
            ("on", "20261123"),
            ("on", "\"23/11/2026\""),
            ("created_on", "\"2026-02-30\""),
            ("siret", "8216114310001"),
            ("naf", "[]"),
            ("legal_form", "\"57\""),
            ("activities", "\"COMMERCIALE\""),
            ("commune", "80021"),
            ("employer", "1"),
            ("micro_entrepreneur", "\"oui\""),
            ("balance_sheet", "-1"),
            ("idcc", "[\"14860\"]"),
        ] {
            assert_eq!(
                error(&format!("{{\"{field}\": {value}}}")),
                ("invalid_value", Some(field.into())),
                "{value}"
            );
        }
        assert_eq!(error(r#"{"naf": "10.71C", "naf": "10.71C"}"#), ("invalid_value", Some("naf".into())));
    }

    #[test]
    fn hostile_json_is_a_typed_error() {
        let deep = "[".repeat(1_000_000);
        for text in ["", "[]", "null", "{", "{\"naf\":", "\u{0}", &deep] {
            assert_eq!(error(text), ("invalid_value", None), "{}", shorten(text, 20));
        }
    }

    #[test]
    fn cells_stand_for_what_their_column_holds() {
        let cells = [
            ("headcount", "12"),
            ("created_on", "23/11/2020"),
            ("activities", "COMMERCIALE ARTISANALE"),
            ("answers", "q=oui r=non c=tel|visio open="),
        ];
        let need = Need::from_fields(cells.map(|(name, cell)| (Cow::Borrowed(name), FieldValue::Cell(cell))))
            .unwrap();
        assert_eq!((need.headcount, need.activities.len()), (Some(12), 2));
        let chosen = Answer::Choices(vec!["tel".into(), "visio".into()]);
        assert_eq!(need.answers.into_values().collect::<Vec<_>>(), [chosen, true.into(), false.into()]);
        let unanswered = Need::from_fields([(Cow::Borrowed("answers"), FieldValue::Cell("q"))]).unwrap_err();
        assert_eq!(unanswered.field(), Some("answers.q"));
    }
}
