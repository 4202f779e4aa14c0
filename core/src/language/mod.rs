//! The languages in which the library speaks to people.

mod catalogue;
mod dates;
mod fault;
mod hint;

use std::fmt;
use std::str::FromStr;

pub(crate) use catalogue::{CodeList, CodeTexts, Label, Sentence, Told, fact_of, sentence};
pub(crate) use fault::Fault;

pub use crate::record::unknown_word::UnknownWord;
pub use hint::Hint;

/// A language in which people read labels, messages and explanations.
///
/// It is written as its ISO 639-1 code. Parsing also takes a language tag or the name of a locale, of
/// which the language alone counts.
///
/// ```
/// use aiguillage::language::Language;
///
/// assert_eq!(Language::default(), Language::French);
/// assert_eq!("fr_FR.UTF-8".parse(), Ok(Language::French));
/// assert_eq!("en-GB".parse(), Ok(Language::English));
/// assert!("frison".parse::<Language>().is_err());
/// ```
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Language {
    /// French: what users of the service read.
    #[default]
    #[serde(rename = "fr")]
    French,
    /// English.
    #[serde(rename = "en")]
    English,
}

impl Language {
    /// Every language, the default first.
    pub const ALL: &'static [Language] = &[Language::French, Language::English];

    /// Their ISO 639-1 codes, in the same order.
    pub const NAMES: &'static [&'static str] = &["fr", "en"];

    /// The ISO 639-1 code: `fr` or `en`.
    pub fn as_str(self) -> &'static str {
        match self {
            Language::French => "fr",
            Language::English => "en",
        }
    }

    /// One of two texts that say the same.
    pub(crate) fn choose<T>(self, french: T, english: T) -> T {
        match self {
            Language::French => french,
            Language::English => english,
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for Language {
    type Err = UnknownWord;

    fn from_str(text: &str) -> Result<Language, UnknownWord> {
        let code = text.trim().split(['-', '_', '.', '@']).next();
        let found = Language::ALL
            .iter()
            .find(|language| code.is_some_and(|code| language.as_str().eq_ignore_ascii_case(code)));
        found.copied().ok_or_else(|| UnknownWord::new(Some("language"), text, Language::NAMES))
    }
}
