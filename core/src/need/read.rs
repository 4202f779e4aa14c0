//! Needs from named values: a JSON object, a CSV row, a dict of another language. All go through
//! here, so that a fault is the same fault everywhere.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

use super::{Need, NeedError, NeedField};
use crate::codes::{self, HeadcountBand, NafCode, NafVersion};
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
    pub(crate) fn described(&self) -> Cow<'static, str> {
        match self {
            FieldValue::Null => "nothing".into(),
            FieldValue::Cell(text) => format!("`{}`", shorten(text, 60)).into(),
            FieldValue::Text(text) => format!("the text `{}`", shorten(text, 60)).into(),
            FieldValue::Integer(number) => format!("the number {number}").into(),
            FieldValue::Float(number) => format!("the number {number}").into(),
            FieldValue::Bool(value) => value.to_string().into(),
            FieldValue::Date(date) => format!("the date {date}").into(),
            FieldValue::List(_) => "a list".into(),
            FieldValue::Map(_) => "an object".into(),
            FieldValue::Other(kind) => format!("a value of type `{}`", shorten(kind, 60)).into(),
        }
    }

    /// Null, and text of white space only, are the same as nothing.
    fn is_blank(&self) -> bool {
        match self {
            FieldValue::Null => true,
            FieldValue::Cell(text) => text.trim().is_empty(),
            FieldValue::Text(text) => text.trim().is_empty(),
            _ => false,
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
        each("a need", NeedField::NAMES, fields, |number, value| {
            need.set_given(NeedField::ALL[number], value)
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
            Ok(other) => Err(NeedError::not_json(format!("a need is an object, not {}", other.described()))),
            Err(error) => Err(NeedError::not_json(format!("the need is not JSON: {error}"))),
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
        if value.is_blank() { Ok(()) } else { self.set_given(field, value) }
    }

    fn set_given(&mut self, known: NeedField, value: FieldValue<'_>) -> Result<(), NeedError> {
        let field = known.as_str();
        match known {
            NeedField::Id => self.id = Some(text(field, value)?),
            NeedField::Subject => self.subject = text(field, value)?,
            NeedField::Commune => self.commune = text(field, value)?,
            NeedField::On => self.on = Some(date(field, value)?),
            NeedField::Siret => self.siret = Some(parsed(field, value)?),
            NeedField::Naf => self.naf = naf(field, NafVersion::Rev2, value)?,
            NeedField::Naf2025 => self.naf_2025 = naf(field, NafVersion::Naf2025, value)?,
            NeedField::NafaCodes => self.nafa_codes = list(field, value)?,
            NeedField::Headcount => self.headcount = Some(number(field, value)?),
            NeedField::HeadcountBand => self.headcount_band = band(field, value)?,
            NeedField::LegalForm => self.legal_form = Some(parsed(field, value)?),
            NeedField::CreatedOn => self.created_on = Some(date(field, value)?),
            NeedField::Activities => self.activities = list(field, value)?,
            NeedField::Opco => self.opco = Some(text(field, value)?),
            NeedField::Origin => self.origin = Some(text(field, value)?),
            NeedField::Answers => self.answers = answers(field, value)?,
        }
        Ok(())
    }
}

/// Hands on each field that has a value, by the number of its name among the known ones.
///
/// # Errors
/// When a name is not known or given twice, and what `set` gives.
pub(crate) fn each<'v>(
    owner: &str,
    names: &[&'static str],
    fields: impl IntoIterator<Item = (Cow<'v, str>, FieldValue<'v>)>,
    mut set: impl FnMut(usize, FieldValue<'v>) -> Result<(), NeedError>,
) -> Result<(), NeedError> {
    let mut seen = 0_u32;
    for (name, value) in fields {
        let known = names.iter().position(|known| *known == name);
        let Some(number) = known else { return Err(NeedError::unknown_field(owner, names, &name)) };
        if seen & (1 << number) != 0 {
            return Err(NeedError::invalid(name.clone(), format!("`{name}` is given twice")));
        }
        seen |= 1 << number;
        if !value.is_blank() {
            set(number, value)?;
        }
    }
    Ok(())
}

pub(crate) fn wrong(field: impl fmt::Display, wanted: &str, value: &FieldValue<'_>) -> NeedError {
    NeedError::invalid(field.to_string(), format!("`{field}` is {wanted}, not {}", value.described()))
}

pub(crate) fn text(field: &str, value: FieldValue<'_>) -> Result<String, NeedError> {
    match value {
        FieldValue::Cell(text) => Ok(text.trim().to_owned()),
        FieldValue::Text(text) => Ok(text.trim().to_owned()),
        other => Err(wrong(field, "text", &other)),
    }
}

pub(crate) fn parsed<T>(field: &str, value: FieldValue<'_>) -> Result<T, NeedError>
where
    T: FromStr,
    T::Err: fmt::Display,
{
    match &value {
        FieldValue::Cell(text) => text.parse().map_err(|error: T::Err| invalid(field, &error)),
        FieldValue::Text(text) => text.parse().map_err(|error: T::Err| invalid(field, &error)),
        other => Err(wrong(field, "text", other)),
    }
}

pub(crate) fn invalid(field: &str, error: &dyn fmt::Display) -> NeedError {
    NeedError::invalid(field, format!("in `{field}`, {error}"))
}

fn naf(field: &str, version: NafVersion, value: FieldValue<'_>) -> Result<Option<NafCode>, NeedError> {
    let text = text(field, value)?;
    // A company that is not coded yet has a code that says nothing.
    if NafCode::is_pending(&text) {
        return Ok(None);
    }
    NafCode::parse(version, &text).map(Some).map_err(|error| invalid(field, &error))
}

fn band(field: &str, value: FieldValue<'_>) -> Result<Option<HeadcountBand>, NeedError> {
    match &value {
        // What registers write where they know nothing (PITFALLS C5).
        FieldValue::Cell("NR") => Ok(None),
        FieldValue::Text(text) if text.trim() == "NR" => Ok(None),
        _ => parsed(field, value).map(Some),
    }
}

pub(crate) fn date(field: &str, value: FieldValue<'_>) -> Result<Date, NeedError> {
    match &value {
        FieldValue::Date(date) => Ok(*date),
        FieldValue::Cell(text) => codes::date_in_cell(text).map_err(|error| invalid(field, &error)),
        FieldValue::Text(text) => codes::date(text).map_err(|error| invalid(field, &error)),
        other => Err(wrong(field, "a date such as `2026-11-23`", other)),
    }
}

pub(crate) fn number(field: &str, value: FieldValue<'_>) -> Result<u32, NeedError> {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the guard leaves whole numbers in range"
    )]
    let number = match &value {
        FieldValue::Integer(number) => u32::try_from(*number).ok(),
        // Data frames hold whole numbers as floats where some are missing.
        FieldValue::Float(number)
            if number.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(number) =>
        {
            Some(*number as u32)
        }
        FieldValue::Cell(text) => text.trim().parse().ok(),
        _ => None,
    };
    number.ok_or_else(|| wrong(field, "a whole number from 0 up", &value))
}

pub(crate) fn list<T>(field: &str, value: FieldValue<'_>) -> Result<Vec<T>, NeedError>
where
    T: FromStr + PartialEq,
    T::Err: fmt::Display,
{
    let items = match value {
        FieldValue::Cell(cell) => {
            cell.split_whitespace().map(|part| FieldValue::Text(Cow::Borrowed(part))).collect::<Vec<_>>()
        }
        FieldValue::List(items) => items,
        other => return Err(wrong(field, "a list of texts", &other)),
    };
    let mut list: Vec<T> = Vec::with_capacity(items.len());
    for item in items {
        if !item.is_blank() {
            let entry = parsed(field, item)?;
            if !list.contains(&entry) {
                list.push(entry);
            }
        }
    }
    Ok(list)
}

fn answers(field: &str, value: FieldValue<'_>) -> Result<BTreeMap<String, bool>, NeedError> {
    let mut answers = BTreeMap::new();
    let mut add = |question: &str, answer: Option<bool>, given: &FieldValue<'_>| {
        let name = format!("{field}.{}", shorten(question, 60));
        let Some(answer) = answer else { return Err(wrong(name, "true or false", given)) };
        match answers.insert(question.to_owned(), answer) {
            Some(_) => Err(NeedError::invalid(name.clone(), format!("`{name}` is given twice"))),
            None => Ok(()),
        }
    };
    match value {
        FieldValue::Map(members) => {
            for (question, answer) in &members {
                match answer {
                    // A question without an answer is left open.
                    FieldValue::Null => {}
                    FieldValue::Bool(yes) => add(question, Some(*yes), answer)?,
                    other => add(question, None, other)?,
                }
            }
        }
        FieldValue::Cell(cell) => {
            for part in cell.split_whitespace() {
                let (question, answer) = part.split_once('=').unwrap_or((part, ""));
                add(question, codes::yes_or_no(answer), &FieldValue::Cell(answer))?;
            }
        }
        other => return Err(wrong(field, "an object of answers by question", &other)),
    }
    Ok(answers)
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
                other => other.described(),
            };
            map.push((name, value));
        }
        Ok(FieldValue::Map(map))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(json: &str) -> (&'static str, Option<String>) {
        let error = Need::from_json(json).unwrap_err();
        (error.code(), error.field().map(str::to_owned))
    }

    #[test]
    fn every_field_is_read() {
        let need = Need::from_json(
            r#"{"id": "n", "subject": "s", "commune": "80021", "on": "2026-11-23", "siret": "82161143100015",
                "naf": "1071C", "naf_2025": "62.10Y", "nafa_codes": ["4002CZ", ""], "headcount": 3.0,
                "headcount_band": "02", "legal_form": "5710", "created_on": "2020-02-29",
                "activities": ["COMMERCIALE", "commerciale"], "opco": "akto", "origin": "site",
                "answers": {"q": true, "open": null}}"#,
        )
        .unwrap();
        assert_eq!(need.headcount, Some(3));
        assert_eq!(need.activities.len(), 1);
        assert_eq!(need.answers.len(), 1);
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
        assert_eq!(error(r#"{"answers": {"q": "true"}}"#), ("invalid_value", Some("answers.q".into())));
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
            ("siret", "82161143100015"),
            ("naf", "[]"),
            ("legal_form", "\"57\""),
            ("activities", "\"COMMERCIALE\""),
            ("commune", "80021"),
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
            ("answers", "q=oui r=non"),
        ];
        let need = Need::from_fields(cells.map(|(name, cell)| (Cow::Borrowed(name), FieldValue::Cell(cell))))
            .unwrap();
        assert_eq!((need.headcount, need.activities.len()), (Some(12), 2));
        assert_eq!(need.answers.values().copied().collect::<Vec<_>>(), [true, false]);
        let unanswered = Need::from_fields([(Cow::Borrowed("answers"), FieldValue::Cell("q"))]).unwrap_err();
        assert_eq!(unanswered.field(), Some("answers.q"));
    }
}
