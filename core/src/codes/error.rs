//! What is wrong with a code.

use thiserror::Error;

use crate::text::shorten;

/// A text that is no code of its nomenclature, and why.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("`{text}` is not {what}{}", self.hint.as_deref().map(|hint| format!(": {hint}")).unwrap_or_default())]
pub struct CodeError {
    what: &'static str,
    text: String,
    hint: Option<String>,
}

impl CodeError {
    #[cold]
    pub(crate) fn new(what: &'static str, text: &str, hint: impl Into<Option<String>>) -> CodeError {
        CodeError { what, text: shorten(text.trim(), 60).into_owned(), hint: hint.into() }
    }

    /// What a right value looks like, or which one was probably meant.
    pub fn hint(&self) -> Option<&str> {
        self.hint.as_deref()
    }
}
