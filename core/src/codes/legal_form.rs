//! Legal forms: INSEE's *catégories juridiques*, in three levels of one, two and four digits.

use crate::language::sentence;
use std::fmt;
use std::ops::Range;
use std::str::FromStr;

use super::text_form::{schema_as_text, serde_as_text};
use super::{CodeError, CodeErrorKind};

/// The legal form of a company: four digits (level III), such as `5710`, SAS.
///
/// ```
/// use aiguillage::codes::LegalForm;
///
/// assert!("5710".parse::<LegalForm>().is_ok());
/// assert!("57".parse::<LegalForm>().is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LegalForm(u16);

/// An entry of a list of legal forms: a form, or a level above forms (`5`, `57`, `5710`).
///
/// ```
/// use aiguillage::codes::{LegalForm, LegalFormEntry};
///
/// let sas: LegalForm = "5710".parse()?;
/// assert!("5".parse::<LegalFormEntry>()?.covers(sas));
/// assert!(!"54".parse::<LegalFormEntry>()?.covers(sas));
/// # Ok::<(), aiguillage::codes::CodeError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LegalFormEntry {
    number: u16,
    /// How many forms of four digits one step of the number stands for: 1, 100 or 1000.
    step: u16,
}

impl LegalForm {
    /// Its place among all forms: its number.
    pub(crate) fn rank(self) -> u32 {
        u32::from(self.0)
    }
}

impl LegalFormEntry {
    /// Whether the form is the entry's own or below it.
    pub fn covers(self, form: LegalForm) -> bool {
        form.0 / self.step == self.number
    }

    /// The ranks of the forms that it covers.
    pub(crate) fn ranks(self) -> Range<u32> {
        let (number, step) = (u32::from(self.number), u32::from(self.step));
        number * step..(number + 1) * step
    }

    /// Whether everything that the other entry covers is covered by this one.
    pub(crate) fn includes(self, other: LegalFormEntry) -> bool {
        self.step >= other.step && other.number / (self.step / other.step) == self.number
    }
}

impl FromStr for LegalForm {
    type Err = CodeError;

    fn from_str(text: &str) -> Result<LegalForm, CodeError> {
        let hint = match number(text) {
            Some((number, 4)) => return Ok(LegalForm(number)),
            Some((_, 1 | 2)) => {
                sentence!(LegalFormLevel)
            }
            _ => sentence!(LegalFormDigits),
        };
        Err(CodeError::new(CodeErrorKind::Malformed, sentence!(ALegalForm), text, hint))
    }
}

impl FromStr for LegalFormEntry {
    type Err = CodeError;

    fn from_str(text: &str) -> Result<LegalFormEntry, CodeError> {
        let hint = match number(text) {
            Some((number, 4)) => return Ok(LegalFormEntry { number, step: 1 }),
            Some((number, 2)) => return Ok(LegalFormEntry { number, step: 100 }),
            Some((number, 1)) => return Ok(LegalFormEntry { number, step: 1000 }),
            Some((_, 3)) => {
                sentence!(LegalFormThreeDigits)
            }
            _ => sentence!(LegalFormLevels),
        };
        Err(CodeError::new(CodeErrorKind::Malformed, sentence!(ALegalForm), text, hint))
    }
}

/// The number and how many digits it has, from one to four.
fn number(text: &str) -> Option<(u16, usize)> {
    let text = text.trim();
    let digits = (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok().map(|number| (number, text.len()))).flatten()
}

impl fmt::Display for LegalForm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.0)
    }
}

impl fmt::Display for LegalFormEntry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = match self.step {
            1 => 4,
            100 => 2,
            _ => 1,
        };
        write!(f, "{:0digits$}", self.number)
    }
}

serde_as_text!(LegalForm);
serde_as_text!(LegalFormEntry);

schema_as_text!(
    LegalForm,
    "LegalForm",
    "The legal form of a company: INSEE's four digits.",
    { "pattern": r"^\s*[0-9]{4}\s*$", "examples": ["5710"] }
);
schema_as_text!(
    LegalFormEntry,
    "LegalFormEntry",
    "A legal form, or a level above legal forms: INSEE's one, two or four digits.",
    { "pattern": r"^\s*(?:[0-9]|[0-9]{2}|[0-9]{4})\s*$", "examples": ["5", "57", "5710"] }
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranks_are_those_of_the_forms_that_are_covered() {
        for form in ["1000", "5399", "5400", "5499", "5500", "9999"] {
            let form: LegalForm = form.parse().unwrap();
            for entry in ["1", "5", "54", "5499", "9"] {
                let entry: LegalFormEntry = entry.parse().unwrap();
                assert_eq!(entry.ranks().contains(&form.rank()), entry.covers(form), "{entry} {form}");
            }
        }
    }

    #[test]
    fn c9_forms_match_by_level() {
        let sarl: LegalForm = "5499".parse().unwrap();
        for (entry, covers) in
            [("5", true), ("54", true), ("5499", true), ("4", false), ("57", false), ("5498", false)]
        {
            assert_eq!(entry.parse::<LegalFormEntry>().unwrap().covers(sarl), covers, "{entry}");
        }
        let entry = |text: &str| text.parse::<LegalFormEntry>().unwrap();
        assert!(entry("5").includes(entry("5499")) && entry("54").includes(entry("54")));
        assert!(!entry("5499").includes(entry("54")) && !entry("57").includes(entry("5499")));
        for wrong in ["", "549", "54990", "5A", "+5", "5.4", "５"] {
            assert!(wrong.parse::<LegalFormEntry>().is_err(), "{wrong}");
        }
        assert!("54".parse::<LegalForm>().is_err());
        assert_eq!(
            "549".parse::<LegalFormEntry>().unwrap_err().to_string(),
            "`549` is not a legal form: three digits are no level: \
             INSEE's have one, two or four, such as `5`, `57` or `5710`"
        );
        assert_eq!("0".parse::<LegalFormEntry>().unwrap().to_string(), "0");
        assert_eq!("01".parse::<LegalFormEntry>().unwrap().to_string(), "01");
    }
}
