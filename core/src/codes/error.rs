//! What is wrong with a code.

use thiserror::Error;

use crate::language::{Fault, Language, Sentence, sentence};
use crate::text::shorten;

/// A text that is no code of its nomenclature, and why.
///
/// ```
/// use aiguillage::codes::{CodeErrorKind, Siret};
/// use aiguillage::language::Language;
///
/// let error = "821611431".parse::<Siret>().unwrap_err();
/// assert_eq!(error.kind(), CodeErrorKind::Malformed);
/// assert_eq!(error.message(), "`821611431` is not a SIRET");
/// assert_eq!(error.hint().as_deref(), Some("this is a SIREN; a SIRET has five digits more"));
/// assert_eq!(error.message_in(Language::French), "«\u{a0}821611431\u{a0}» n’est pas un numéro SIRET");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{}", self.fault())]
pub struct CodeError {
    kind: CodeErrorKind,
    what: Box<Sentence>,
    /// INVARIANT: short, and without control characters: it may be written to a terminal or a log.
    text: String,
    hint: Option<Box<Sentence>>,
}

/// The kinds of [`CodeError`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CodeErrorKind {
    /// The text has not the shape of such a code.
    Malformed,
    /// The shape is right; the key that guards against typing faults is not.
    WrongKey,
    /// The shape is right; the nomenclature has no such code.
    Unknown,
}

impl CodeError {
    #[cold]
    pub(crate) fn new(
        kind: CodeErrorKind,
        what: Sentence,
        text: &str,
        hint: impl Into<Option<Sentence>>,
    ) -> CodeError {
        let (what, hint) = (Box::new(what), hint.into().map(Box::new));
        CodeError { kind, what, text: shorten(text.trim(), 60).into_owned(), hint }
    }

    /// What kind of fault it is.
    pub fn kind(&self) -> CodeErrorKind {
        self.kind
    }

    /// The text at fault: its first 60 characters, control characters escaped.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What is wrong, without the hint; the two together are what is displayed.
    pub fn message(&self) -> String {
        self.message_in(Language::English)
    }

    /// The same in a language.
    pub fn message_in(&self, language: Language) -> String {
        self.fault().message_in(language)
    }

    /// What a right value looks like, or which one was probably meant.
    pub fn hint(&self) -> Option<String> {
        self.hint_in(Language::English)
    }

    /// The same in a language.
    pub fn hint_in(&self, language: Language) -> Option<String> {
        self.fault().hint_in(language)
    }

    pub(crate) fn fault(&self) -> Fault {
        let message = sentence!(IsNot { text: self.text.as_str(), what: Sentence::clone(&self.what) });
        Fault { message, hint: self.hint.as_deref().cloned() }
    }
}

impl From<CodeError> for Sentence {
    fn from(error: CodeError) -> Sentence {
        Sentence::from(error.fault())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_quoted_short_and_harmless() {
        let error = |text: &str| CodeError::new(CodeErrorKind::Malformed, sentence!(ADate), text, None);
        assert_eq!(error(" a\nb\u{1b}[31m ").to_string(), "`a\\nb\\u{1b}[31m` is not a date");
        assert_eq!(error(&"é".repeat(1_000_000)).text(), format!("{}…", "é".repeat(60)));
        assert_eq!(error("").to_string(), "`` is not a date");
    }
}
