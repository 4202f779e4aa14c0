//! The catalogue: everything that the library says to people, in one file a language.
//!
//! A sentence is declared once with its facts ([`Sentence`]), and has one entry in `english.rs` and one in
//! `french.rs`. The compiler holds them together: an entry that is missing, or that names a fact which the
//! sentence does not have, does not compile, and one that leaves a fact out is a warning that CI refuses. Nothing
//! is parsed while a program runs, and the texts weigh what their letters do, which phones notice: Fluent's
//! run-time reader and a catalogue in its syntax would give translators a known form, and leave all that to tests.

mod codes;
mod english;
mod fact;
mod french;
mod sentences;
#[cfg(test)]
mod tests;

use std::fmt;

use super::Language;
pub(crate) use codes::{CodeList, CodeTexts};
pub(crate) use fact::{Label, Told};
pub(crate) use sentences::Sentence;

/// A sentence of the catalogue. Facts are given as what converts into them.
macro_rules! sentence {
    ($name:ident) => {
        $crate::language::Sentence::$name
    };
    ($name:ident { $($fact:ident $(: $value:expr)?),+ $(,)? }) => {
        $crate::language::Sentence::$name {
            $($fact: ::std::convert::Into::into($crate::language::fact_of!($fact $(, $value)?))),+
        }
    };
}
pub(crate) use sentence;

/// The value of a fact: the one that is given, else the variable of its name.
macro_rules! fact_of {
    ($fact:ident) => {
        $fact
    };
    ($fact:ident, $value:expr) => {
        $value
    };
}
pub(crate) use fact_of;

/// The entries of a language: the texts of all sentences, in which facts stand by their names.
macro_rules! texts {
    ($language:ident, $($name:ident $({ $($fact:ident),+ })? => $text:literal $(, $argument:expr)*;)+) => {
        /// Writes a sentence in this language.
        pub(super) fn write(
            sentence: &$crate::language::Sentence,
            f: &mut ::std::fmt::Formatter<'_>,
        ) -> ::std::fmt::Result {
            match sentence {
                $($crate::language::Sentence::$name $({ $($fact),+ })? => {
                    $($(let $fact = $crate::language::Told($fact, $crate::language::Language::$language);)+)?
                    write!(f, $text $(, $argument)*)
                })+
            }
        }
    };
}
use texts;

impl Sentence {
    /// The sentence in a language.
    pub(crate) fn in_language(&self, language: Language) -> String {
        Told(self, language).to_string()
    }

    fn write(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match language {
            Language::English => english::write(self, f),
            Language::French => french::write(self, f),
        }
    }
}

/// In English, as everything that programmers read.
impl fmt::Display for Sentence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(Language::English, f)
    }
}

/// What comes from elsewhere, such as the words of the system: it is told as it is.
impl From<String> for Sentence {
    fn from(text: String) -> Sentence {
        Sentence::Verbatim { text }
    }
}

impl From<&str> for Sentence {
    fn from(text: &str) -> Sentence {
        Sentence::from(text.to_owned())
    }
}
