//! Answers to the questions of subjects.

use std::fmt;

use serde::de::{self, Deserialize, Deserializer, SeqAccess, Visitor};
use serde::ser::{Serialize, Serializer};

use crate::codes;
use crate::language::sentence;

/// What separates choices in a cell.
const SEPARATOR: char = '|';

/// An answer to a question: yes or no, or which of its choices.
///
/// In JSON it is true or false, the id of a choice or a list of ids; in a cell `oui` or `non`, `tel` or
/// `tel|visio`.
///
/// ```
/// use aiguillage::{Answer, Need};
///
/// let need = Need::from_json(r#"{"subject": "aide", "commune": "80021",
///     "answers": {"premier": true, "contact": ["tel", "visio"]}}"#)?;
/// assert_eq!(need.answers["premier"], Answer::from(true));
/// assert_eq!(need.answers["contact"], Answer::Choices(vec!["tel".into(), "visio".into()]));
/// # Ok::<(), aiguillage::NeedError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Answer {
    /// Yes or no, to a question without choices.
    YesOrNo(bool),
    /// The ids of choices, at least one and each once.
    Choices(Vec<String>),
}

impl Answer {
    /// The answer of a cell; nothing where it says nothing.
    pub(crate) fn in_cell(cell: &str) -> Option<Answer> {
        match codes::yes_or_no(cell) {
            Some(yes) => Some(Answer::YesOrNo(yes)),
            None => Answer::of_choices(cell.split(SEPARATOR).map(str::trim)),
        }
    }

    /// The choices that are not blank, each once; nothing where none is.
    pub(crate) fn of_choices<'c>(choices: impl IntoIterator<Item = &'c str>) -> Option<Answer> {
        let mut distinct: Vec<String> = Vec::new();
        for choice in choices {
            if !choice.is_empty() && !distinct.iter().any(|known| known == choice) {
                distinct.push(choice.to_owned());
            }
        }
        (!distinct.is_empty()).then_some(Answer::Choices(distinct))
    }

    /// Whether the answer could be read from a file.
    pub(crate) fn is_sound(&self) -> bool {
        match self {
            Answer::YesOrNo(_) => true,
            Answer::Choices(choices) => {
                !choices.is_empty()
                    && Answer::of_choices(choices.iter().map(String::as_str)).as_ref() == Some(self)
            }
        }
    }
}

/// Whether a text can be the id of a choice: in a cell it must not read as something else.
pub(crate) fn is_choice_id(id: &str) -> bool {
    !id.contains([SEPARATOR, '=']) && codes::yes_or_no(id).is_none()
}

impl From<bool> for Answer {
    fn from(yes: bool) -> Answer {
        Answer::YesOrNo(yes)
    }
}

impl From<&str> for Answer {
    /// One choice.
    fn from(choice: &str) -> Answer {
        Answer::Choices(vec![choice.to_owned()])
    }
}

impl fmt::Display for Answer {
    /// As [`Answer`] says of cells.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Answer::YesOrNo(true) => f.write_str("oui"),
            Answer::YesOrNo(false) => f.write_str("non"),
            Answer::Choices(choices) => f.write_str(&choices.join("|")),
        }
    }
}

impl Serialize for Answer {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Answer::YesOrNo(yes) => serializer.serialize_bool(*yes),
            Answer::Choices(choices) => match choices.as_slice() {
                [choice] => serializer.serialize_str(choice),
                several => serializer.collect_seq(several),
            },
        }
    }
}

impl<'de> Deserialize<'de> for Answer {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Answer, D::Error> {
        deserializer.deserialize_any(OfJson)
    }
}

struct OfJson;

impl<'de> Visitor<'de> for OfJson {
    type Value = Answer;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&sentence!(AnAnswer), f)
    }

    fn visit_bool<E>(self, yes: bool) -> Result<Answer, E> {
        Ok(Answer::YesOrNo(yes))
    }

    fn visit_str<E: de::Error>(self, choice: &str) -> Result<Answer, E> {
        Answer::of_choices([choice]).ok_or_else(|| E::invalid_value(de::Unexpected::Str(choice), &self))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Answer, A::Error> {
        let mut choices: Vec<String> = Vec::new();
        while let Some(choice) = items.next_element()? {
            choices.push(choice);
        }
        let answer = Answer::of_choices(choices.iter().map(String::as_str));
        answer.ok_or_else(|| de::Error::invalid_length(0, &self))
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Answer {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Answer".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "An answer to a question: true or false, the id of one of its choices, or a list of them.",
            "type": ["boolean", "string", "array"],
            "items": {"type": "string"},
            "minItems": 1,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_read_back_as_they_were_written() {
        for (text, cell) in
            [("true", "oui"), ("false", "non"), (r#""tel""#, "tel"), (r#"["tel","visio"]"#, "tel|visio")]
        {
            let answer: Answer = serde_json::from_str(text).unwrap();
            assert_eq!(serde_json::to_string(&answer).unwrap(), text);
            assert_eq!(answer.to_string(), cell);
            assert_eq!(Answer::in_cell(cell), Some(answer));
        }
        assert_eq!(serde_json::from_str::<Answer>(r#"["tel", "tel"]"#).unwrap(), Answer::from("tel"));
        assert_eq!(Answer::in_cell(" | "), None);
    }

    #[test]
    fn what_is_no_answer_is_refused() {
        for text in ["null", "1", "[]", r#""""#, "[true]", "{}"] {
            assert!(serde_json::from_str::<Answer>(text).is_err(), "{text}");
        }
        assert!(!Answer::Choices(Vec::new()).is_sound());
        assert!(!Answer::Choices(vec!["a".into(), "a".into()]).is_sound());
    }

    #[test]
    fn ids_of_choices_are_nothing_else_in_a_cell() {
        assert!(is_choice_id("visio") && is_choice_id("12"));
        assert!(!is_choice_id("oui") && !is_choice_id("a|b") && !is_choice_id("a=b") && !is_choice_id("1"));
    }
}
