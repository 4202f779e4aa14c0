//! The error of every closed list of words.

use std::fmt;

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
        let known: Vec<String> = self.known.iter().map(|word| format!("`{word}`")).collect();
        format!("`{}` is not one of {}", self.word, known.join(", "))
    }
}

impl fmt::Display for UnknownWord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message())?;
        match self.nearest {
            Some(nearest) => write!(f, ": did you mean `{nearest}`?"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for UnknownWord {}
