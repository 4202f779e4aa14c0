//! What is wrong and what was probably meant: what every error that people read says.

use std::fmt;

use super::{Language, Sentence, sentence};

/// A fault, and the hint that goes with it where there is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) message: Sentence,
    pub(crate) hint: Option<Sentence>,
}

impl Fault {
    pub(crate) fn new(message: impl Into<Sentence>, hint: Option<Sentence>) -> Fault {
        Fault { message: message.into(), hint }
    }

    /// What is wrong, without the hint.
    pub(crate) fn message_in(&self, language: Language) -> String {
        self.message.in_language(language)
    }

    /// What was probably meant, or how to write it.
    pub(crate) fn hint_in(&self, language: Language) -> Option<String> {
        self.hint.as_ref().map(|hint| hint.in_language(language))
    }
}

/// Both, in English.
impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Sentence::from(self.clone()).fmt(f)
    }
}

/// Both as one sentence.
impl From<Fault> for Sentence {
    fn from(Fault { message, hint }: Fault) -> Sentence {
        match hint {
            None => message,
            Some(hint) => sentence!(WithHint { fault: message, hint }),
        }
    }
}
