//! Why a directory was refused.

use std::fmt;

use crate::diagnostic::{Diagnostic, Severity};

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

    fn errors(&self) -> impl Iterator<Item = &Diagnostic> {
        self.diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error)
    }
}

impl fmt::Display for DirectoryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut errors = self.errors();
        if let Some(first) = errors.next() {
            write!(f, "{first}")?;
        }
        match errors.count() {
            0 => Ok(()),
            more => write!(f, ", and {more} more errors"),
        }
    }
}

impl std::error::Error for DirectoryError {}
