//! Why a directory was refused.

use std::fmt;

use crate::diagnostic::{Diagnostic, Severity};
use crate::language::{Language, Sentence, sentence};

/// A directory that was refused, with everything that is wrong with it.
#[derive(Clone, Debug)]
pub struct DirectoryError {
    diagnostics: Vec<Diagnostic>,
}

impl DirectoryError {
    pub(crate) fn new(diagnostics: Vec<Diagnostic>) -> DirectoryError {
        DirectoryError { diagnostics }
    }

    /// Every finding, warnings included, at least one of them an error.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// The same, by value.
    pub fn into_diagnostics(self) -> Vec<Diagnostic> {
        self.diagnostics
    }

    /// The code of the first error.
    pub fn code(&self) -> &'static str {
        self.errors().next().map_or("invalid_value", |diagnostic| diagnostic.code.as_str())
    }

    /// What is wrong, in a language: the first error, and how many more there are.
    pub fn message_in(&self, language: Language) -> String {
        self.sentence().in_language(language)
    }

    pub(crate) fn sentence(&self) -> Sentence {
        let mut errors = self.errors();
        let first = errors.next().map(Diagnostic::sentence);
        match (first, errors.count()) {
            (None, _) => Sentence::from(""),
            (Some(first), 0) => first,
            (Some(first), count) => sentence!(AndMoreErrors { first, count }),
        }
    }

    fn errors(&self) -> impl Iterator<Item = &Diagnostic> {
        self.diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error)
    }
}

impl fmt::Display for DirectoryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.sentence().fmt(f)
    }
}

impl std::error::Error for DirectoryError {}
