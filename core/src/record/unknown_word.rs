//! The error of every closed list of words.

use std::fmt;

use crate::language::{Fault, Language, Sentence, sentence};
use crate::text::{nearest, shorten};

/// A word that is none of a closed list: which list, what it holds, and what was probably meant.
///
/// ```
/// use aiguillage::follow_up::RefusalReason;
///
/// let error = "territoire".parse::<RefusalReason>().unwrap_err();
/// assert_eq!((error.field(), error.nearest()), (Some("reason"), Some("territory")));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownWord {
    field: Option<&'static str>,
    /// INVARIANT: short, and without control characters: it may be written to a terminal or a log.
    word: String,
    known: &'static [&'static str],
    nearest: Option<&'static str>,
}

impl UnknownWord {
    #[cold]
    pub(crate) fn new(
        field: Option<&'static str>,
        word: &str,
        known: &'static [&'static str],
    ) -> UnknownWord {
        let nearest = nearest(word, known.iter().copied());
        UnknownWord { field, word: shorten(word, 60).into_owned(), known, nearest }
    }

    /// The field in which such words stand, where it is known.
    pub fn field(&self) -> Option<&'static str> {
        self.field
    }

    /// The word: its first 60 characters, control characters escaped.
    pub fn word(&self) -> &str {
        &self.word
    }

    /// Every word of the list.
    pub fn known(&self) -> &'static [&'static str] {
        self.known
    }

    /// The word of the list that was probably meant.
    pub fn nearest(&self) -> Option<&'static str> {
        self.nearest
    }

    /// What is wrong, without the hint.
    pub fn message(&self) -> String {
        self.message_in(Language::English)
    }

    /// The same in a language.
    pub fn message_in(&self, language: Language) -> String {
        self.fault().message_in(language)
    }

    /// What is wrong, with the word that was probably meant.
    pub(crate) fn fault(&self) -> Fault {
        let known: Vec<String> = self.known.iter().map(|word| (*word).to_owned()).collect();
        let hint = self.nearest.map(|nearest| sentence!(DidYouMean { nearest }));
        Fault { message: sentence!(NotOneOf { word: self.word.as_str(), known }), hint }
    }
}

impl fmt::Display for UnknownWord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.fault().fmt(f)
    }
}

impl std::error::Error for UnknownWord {}

impl From<UnknownWord> for Sentence {
    fn from(error: UnknownWord) -> Sentence {
        Sentence::from(error.fault())
    }
}
