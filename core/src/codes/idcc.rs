//! Collective agreements, by their IDCC (*identifiant de convention collective*).

use crate::language::sentence;
use std::fmt;
use std::str::FromStr;

use super::text_form::{schema_as_text, serde_as_text};
use super::{CodeError, CodeErrorKind};

/// The number of a collective agreement in the list of the ministère du Travail: four digits.
///
/// ```
/// use aiguillage::codes::Idcc;
///
/// let syntec: Idcc = "1486".parse()?;
/// assert_eq!(syntec.to_string(), "1486");
/// // A number that lost its zeros is told what it may be, not read.
/// assert!("16".parse::<Idcc>().unwrap_err().to_string().contains("`0016`"));
/// # Ok::<(), aiguillage::codes::CodeError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Idcc(u16);

impl Idcc {
    /// The agreement of a number; nothing where it has not four digits.
    pub(super) fn new(number: u16) -> Option<Idcc> {
        (1..10_000).contains(&number).then_some(Idcc(number))
    }

    /// The agreement of a number of which leading zeros may be missing.
    pub(crate) fn shortened(text: &str) -> Option<Idcc> {
        let is_number = (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        text.parse().ok().filter(|_| is_number).and_then(Idcc::new)
    }

    /// Its number.
    pub(crate) fn number(self) -> u16 {
        self.0
    }
}

impl FromStr for Idcc {
    type Err = CodeError;

    fn from_str(text: &str) -> Result<Idcc, CodeError> {
        let digits = text.trim();
        let number = Idcc::shortened(digits).filter(|_| digits.len() == 4);
        number.ok_or_else(|| {
            let hint = match Idcc::shortened(digits) {
                Some(meant) => sentence!(IdccShort { meant: meant.to_string() }),
                None => sentence!(IdccDigits),
            };
            CodeError::new(CodeErrorKind::Malformed, sentence!(AnAgreement), text, hint)
        })
    }
}

impl fmt::Display for Idcc {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.0)
    }
}

serde_as_text!(Idcc);

schema_as_text!(
    Idcc,
    "Idcc",
    "The number of a collective agreement (IDCC): four digits.",
    { "pattern": "^[0-9]{4}$", "examples": ["1486", "0016"] }
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_digits_are_an_agreement() {
        for (text, shown) in [("1486", "1486"), (" 0016 ", "0016"), ("9999", "9999")] {
            assert_eq!(text.parse::<Idcc>().unwrap().to_string(), shown);
        }
        for text in ["", "0", "0000", "16", "14860", "12.5", "-1", "+1", "IDCC 1486", "１４８６"] {
            assert!(text.parse::<Idcc>().is_err(), "{text}");
        }
    }
}
