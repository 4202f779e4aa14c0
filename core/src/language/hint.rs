//! What was probably meant, for people.

use std::fmt;

use super::{Language, Sentence};

/// What was probably meant, or how to write it; in words in each language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint(pub(crate) Sentence);

impl Hint {
    /// The hint in a language.
    pub fn in_language(&self, language: Language) -> String {
        self.0.in_language(language)
    }
}

/// In English.
impl fmt::Display for Hint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
