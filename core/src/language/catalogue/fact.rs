//! How the facts of a sentence are told in each language.

use std::fmt;

use jiff::civil::Date;

use super::Sentence;
use crate::language::Language;

/// A fact that a sentence may tell.
pub(crate) trait Fact {
    /// Writes it in a language.
    fn tell(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result;
}

/// A fact as it is told in a language.
pub(crate) struct Told<'f, F: ?Sized>(pub(crate) &'f F, pub(crate) Language);

impl<F: Fact + ?Sized> fmt::Display for Told<'_, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.tell(self.1, f)
    }
}

/// Several values of which one is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct OneOf(Vec<String>);

impl From<Vec<String>> for OneOf {
    fn from(values: Vec<String>) -> OneOf {
        OneOf(values)
    }
}

impl From<String> for OneOf {
    fn from(value: String) -> OneOf {
        OneOf(vec![value])
    }
}

impl From<&str> for OneOf {
    fn from(value: &str) -> OneOf {
        OneOf::from(value.to_owned())
    }
}

/// What a word of a closed list says in each language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Label {
    french: &'static str,
    english: &'static str,
}

impl Label {
    /// The label that a word has in each language.
    pub(crate) fn of(label: impl Fn(Language) -> &'static str) -> Label {
        Label { french: label(Language::French), english: label(Language::English) }
    }
}

impl Fact for Label {
    fn tell(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(language.choose(self.french, self.english))
    }
}

impl Fact for Sentence {
    fn tell(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(language, f)
    }
}

impl Fact for Box<Sentence> {
    fn tell(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(language, f)
    }
}

macro_rules! as_it_is {
    ($($type:ty)+) => {
        $(impl Fact for $type {
            fn tell(&self, _: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self, f)
            }
        })+
    };
}

as_it_is! { String usize u16 u32 u64 }

/// In words for French readers, as ISO 8601 writes it for programmers.
impl Fact for Date {
    fn tell(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match language {
            Language::English => fmt::Display::fmt(self, f),
            Language::French => f.write_str(&language.day(*self)),
        }
    }
}

/// Values as users write them, each in quotes.
impl Fact for Vec<String> {
    fn tell(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        quoted(self, ", ", language, f)
    }
}

impl Fact for OneOf {
    fn tell(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        quoted(&self.0, language.choose(" ou ", " or "), language, f)
    }
}

impl Fact for Vec<Sentence> {
    fn tell(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        joined(self.iter().map(|part| Told(part, language)), ", ", f)
    }
}

fn quoted(values: &[String], separator: &str, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let (open, close) = language.choose(("«\u{a0}", "\u{a0}»"), ("`", "`"));
    joined(values.iter().map(|value| format!("{open}{value}{close}")), separator, f)
}

fn joined(
    parts: impl Iterator<Item = impl fmt::Display>,
    separator: &str,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    for (number, part) in parts.enumerate() {
        if number > 0 {
            f.write_str(separator)?;
        }
        write!(f, "{part}")?;
    }
    Ok(())
}
