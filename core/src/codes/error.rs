//! What is wrong with a code.

use thiserror::Error;

use crate::text::shorten;

/// A text that is no code of its nomenclature, and why.
///
/// ```
/// use aiguillage::codes::{CodeErrorKind, Siret};
///
/// let error = "821611431".parse::<Siret>().unwrap_err();
/// assert_eq!(error.kind(), CodeErrorKind::Malformed);
/// assert_eq!(error.message(), "`821611431` is not a SIRET");
/// assert_eq!(error.hint(), Some("this is a SIREN; a SIRET has five digits more"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{}{}", self.message(), self.hint.as_deref().map(|hint| format!(": {hint}")).unwrap_or_default())]
pub struct CodeError {
    kind: CodeErrorKind,
    what: &'static str,
    /// INVARIANT: short, and without control characters: it may be written to a terminal or a log.
    text: String,
    hint: Option<String>,
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
        what: &'static str,
        text: &str,
        hint: impl Into<Option<String>>,
    ) -> CodeError {
        CodeError { kind, what, text: shorten(text.trim(), 60).into_owned(), hint: hint.into() }
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
        format!("`{}` is not {}", self.text, self.what)
    }

    /// What a right value looks like, or which one was probably meant.
    pub fn hint(&self) -> Option<&str> {
        self.hint.as_deref()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_quoted_short_and_harmless() {
        let error = |text: &str| CodeError::new(CodeErrorKind::Malformed, "a code", text, None);
        assert_eq!(error(" a\nb\u{1b}[31m ").to_string(), "`a\\nb\\u{1b}[31m` is not a code");
        assert_eq!(error(&"é".repeat(1_000_000)).text(), format!("{}…", "é".repeat(60)));
        assert_eq!(error("").to_string(), "`` is not a code");
    }
}
