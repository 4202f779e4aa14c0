//! The code of one company.

use std::fmt;

use super::parts::Parts;
use super::version::NafVersion;
use crate::codes::text_form::{schema_as_text, serialize_as_text};
use crate::codes::{CodeError, CodeErrorKind};
use crate::language::sentence;

/// The activity code of a company (*code APE*): four digits and a letter, of one version.
///
/// It is written without its version (`10.71C`), as registers do; so it is not read back without
/// being told one.
///
/// ```
/// use aiguillage::codes::{NafCode, NafVersion};
///
/// let baker = NafCode::parse(NafVersion::Rev2, "1071c")?;
/// assert_eq!((baker.to_string().as_str(), baker.section()), ("10.71C", 'C'));
/// // The same digits in the other version are another code.
/// assert_ne!(baker, NafCode::parse(NafVersion::Naf2025, "1071c")?);
/// # Ok::<(), aiguillage::codes::CodeError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NafCode {
    pub(super) version: NafVersion,
    /// INVARIANT: the section of `division` in `version`, so a division that exists.
    pub(super) section: u8,
    pub(super) division: u8,
    /// The two digits after the dot.
    pub(super) class: u8,
    pub(super) letter: u8,
}

/// See [`NafCode::rank`]. A letter of 0 comes before all others.
pub(super) fn rank(division: u8, class: u8, letter: u8) -> u32 {
    u32::from_be_bytes([0, division, class, letter])
}

impl NafCode {
    /// Reads `10.71C` or `1071c`.
    ///
    /// Divisions are checked, not the list of codes below them: INSEE retires and splits codes, and
    /// registers keep the former ones for years.
    ///
    /// # Errors
    /// When the text is no full code, or its division is not one of this version's. SIRENE's
    /// `00.00Z` is of no division: ask [`NafCode::is_pending`] first where it may come.
    pub fn parse(version: NafVersion, text: &str) -> Result<NafCode, CodeError> {
        match Parts::read(text) {
            Some(Parts { division, digits: [Some(group), Some(class)], letter: Some(letter) }) => {
                let section = version
                    .section_of(division)
                    .ok_or_else(|| version.no_division(sentence!(AnActivityCode), text, division))?;
                Ok(NafCode { version, section, division, class: group * 10 + class, letter })
            }
            parts => {
                let hint = match parts {
                    Some(Parts { digits: [Some(_), Some(_)], .. }) => {
                        sentence!(ActivityLetterMissing)
                    }
                    _ => sentence!(ActivityCodeDigits),
                };
                Err(CodeError::new(CodeErrorKind::Malformed, sentence!(AnActivityCode), text, hint))
            }
        }
    }

    /// Whether the text is SIRENE's `00.00Z` (*en instance de chiffrement*): a company whose activity
    /// is not coded yet, so that nothing is known of it. A need with it is a need without a code.
    ///
    /// ```
    /// use aiguillage::codes::{NafCode, NafVersion};
    ///
    /// assert!(NafCode::is_pending("0000Z"));
    /// assert!(NafCode::parse(NafVersion::Rev2, "0000Z").is_err());
    /// ```
    pub fn is_pending(text: &str) -> bool {
        matches!(text.trim(), "00.00Z" | "0000Z" | "00.00z" | "0000z")
    }

    /// The code whose digits and letter are a number: the digits times 26, and the letter counted from 0.
    #[cfg(feature = "naf")]
    pub(super) fn from_number(version: NafVersion, number: usize) -> Option<NafCode> {
        let (digits, letter) = (number / 26, number % 26);
        let division = u8::try_from(digits / 100).ok()?;
        let class = u8::try_from(digits % 100).ok()?;
        let letter = b'A' + u8::try_from(letter).ok()?;
        Some(NafCode { version, section: version.section_of(division)?, division, class, letter })
    }

    /// The version of the nomenclature.
    pub fn version(self) -> NafVersion {
        self.version
    }

    /// Its place among the codes of its version, in the order of their digits.
    pub(crate) fn rank(self) -> u32 {
        rank(self.division, self.class, self.letter)
    }

    /// The letter of the section.
    pub fn section(self) -> char {
        char::from(self.section)
    }
}

impl fmt::Display for NafCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}.{:02}{}", self.division, self.class, char::from(self.letter))
    }
}

serialize_as_text!(NafCode);

schema_as_text!(
    NafCode,
    "NafCode",
    "The activity code of a company: four digits and a letter.",
    { "pattern": r"^\s*[0-9]{2}\.?[0-9]{2}[A-Za-z]\s*$", "examples": ["10.71C"] }
);

#[cfg(test)]
mod tests {
    use super::*;

    fn rev2(text: &str) -> Result<NafCode, CodeError> {
        NafCode::parse(NafVersion::Rev2, text)
    }

    #[test]
    fn c1_dots_case_and_blanks_are_forgiven() {
        assert_eq!(rev2("10.71C"), rev2(" 1071c "));
        assert_eq!(rev2("0111Z").unwrap().to_string(), "01.11Z");
        assert_eq!(rev2("62.01Z").unwrap().section(), 'J');
        for wrong in ["", "10.71", "10.7.1C", "1.071C", "é0.71C", "10.71CC", "10..71C", "04.00Z", "1071.C"] {
            assert!(rev2(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn c1_a_code_that_is_not_given_yet_is_no_code() {
        for pending in ["00.00Z", "0000Z", " 0000z "] {
            assert!(NafCode::is_pending(pending), "{pending}");
            assert!(rev2(pending).unwrap_err().to_string().ends_with("not coded yet: leave it out"));
        }
        assert!(!NafCode::is_pending("") && !NafCode::is_pending("01.00Z"));
    }

    #[test]
    fn errors_say_what_a_code_looks_like() {
        assert_eq!(
            rev2("62.1Z").unwrap_err().to_string(),
            "`62.1Z` is not an activity code: an activity code has four digits and a letter, as `62.01Z`"
        );
        assert!(rev2("6201").unwrap_err().to_string().contains("its letter is missing"));
    }

    #[test]
    fn codes_are_small() {
        assert_eq!((size_of::<NafCode>(), size_of::<Option<NafCode>>()), (5, 5));
    }
}
