//! Codes of the craft nomenclature, and their beginnings in lists.

use crate::language::sentence;
use std::fmt::{self, Write};
use std::ops::Range;
use std::str::FromStr;

use super::text_form::{schema_as_text, serde_as_text};
use super::{CodeError, CodeErrorKind};

/// A code of the craft nomenclature, such as `4321AB` or `43.21A-B`: the NAF code, then a letter for
/// the craft.
///
/// The nomenclature is the NAFA (*nomenclature d'activités française de l'artisanat*); registers call
/// the code APRM (*activité principale au répertoire des métiers*). That a facility has one makes its
/// activity [`Activity::ARTISANALE`](super::Activity::ARTISANALE); the code itself is not looked into, so
/// one letter or three, and divisions that the NAF does not have, pass too.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NafaCode(
    // The rank of its text. A number lies in the need itself: a text would lie far from it.
    u32,
);

impl NafaCode {
    /// Its rank among all: codes with the same beginning follow each other.
    pub(crate) fn rank(self) -> u32 {
        self.0
    }
}

impl FromStr for NafaCode {
    type Err = CodeError;

    fn from_str(text: &str) -> Result<NafaCode, CodeError> {
        let code = plain(text);
        if (5..=7).contains(&code.len()) && has_shape(&code) {
            Ok(NafaCode(ranks(&code).start))
        } else {
            let hint = sentence!(CraftCodeDigits);
            Err(CodeError::new(CodeErrorKind::Malformed, sentence!(ACraftCode), text, hint))
        }
    }
}

impl fmt::Display for NafaCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut left = self.0;
        (0..PLACES).try_for_each(|place| {
            let following = codes_behind(place);
            let value = left / following;
            left %= following;
            let digit = value.checked_sub(1).and_then(|digit| char::from_digit(digit, 36));
            digit.map_or(Ok(()), |digit| f.write_char(digit.to_ascii_uppercase()))
        })
    }
}

impl fmt::Debug for NafaCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "NafaCode({self})")
    }
}

/// An entry of a list of craft codes: a code, or the beginning of some (`43`, `43.21`, `4321A`).
///
/// ```
/// use aiguillage::codes::{NafaCode, NafaEntry};
///
/// let electrician: NafaCode = "43.21A-B".parse()?;
/// assert!("43".parse::<NafaEntry>()?.covers(&electrician));
/// assert!(!"43.22".parse::<NafaEntry>()?.covers(&electrician));
/// # Ok::<(), aiguillage::codes::CodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NafaEntry(String);

impl NafaEntry {
    /// Whether the code is this one, or begins with it.
    pub fn covers(&self, code: &NafaCode) -> bool {
        self.ranks().contains(&code.rank())
    }

    /// The ranks of the codes that it covers.
    pub(crate) fn ranks(&self) -> Range<u32> {
        ranks(&self.0)
    }

    /// Whether every code that the other covers is covered by this one.
    pub(crate) fn includes(&self, other: &NafaEntry) -> bool {
        other.0.starts_with(&self.0)
    }
}

impl FromStr for NafaEntry {
    type Err = CodeError;

    fn from_str(text: &str) -> Result<NafaEntry, CodeError> {
        let entry = plain(text);
        if (2..=7).contains(&entry.len()) && has_shape(&entry) {
            Ok(NafaEntry(entry))
        } else {
            let hint = sentence!(CraftCodeBeginning);
            Err(CodeError::new(CodeErrorKind::Malformed, sentence!(ACraftCode), text, hint))
        }
    }
}

impl fmt::Display for NafaEntry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A text without dots, hyphens and white space, in capitals; no longer than what tells that it is too long.
fn plain(text: &str) -> String {
    let kept = text.chars().filter(|c| !matches!(c, '.' | '-') && !c.is_whitespace());
    kept.take(8).map(|c| c.to_ascii_uppercase()).collect()
}

/// How many places a code has, and how many values the first four, which are digits, and the others have; that
/// there is nothing in a place is one of them.
const PLACES: u32 = 7;
const VALUES_OF_DIGITS: u32 = 11;
const VALUES: u32 = 37;

/// How many values a place has.
fn values_of(place: u32) -> u32 {
    if place < 4 { VALUES_OF_DIGITS } else { VALUES }
}

/// How many ranks there are for all that may stand behind a place.
fn codes_behind(place: u32) -> u32 {
    (place + 1..PLACES).map(values_of).product()
}

/// The ranks of the codes that begin with some text: that of the text itself is the first.
fn ranks(beginning: &str) -> Range<u32> {
    let value = |byte: u8| char::from(byte).to_digit(36).map_or(0, |digit| digit + 1);
    let first = (0..PLACES).zip(beginning.bytes().map(value).chain(std::iter::repeat(0)));
    let first = first.fold(0, |rank, (place, value)| rank * values_of(place) + value);
    let written = u32::try_from(beginning.len()).unwrap_or(PLACES);
    first..first + (written..PLACES).map(values_of).product::<u32>()
}

/// Whether a text is digits up to the fourth place, and digits or letters from there on.
fn has_shape(text: &str) -> bool {
    text.bytes().take(4).all(|byte| byte.is_ascii_digit())
        && text.bytes().skip(4).all(|byte| byte.is_ascii_alphanumeric())
}

serde_as_text!(NafaCode);
serde_as_text!(NafaEntry);

schema_as_text!(
    NafaCode,
    "NafaCode",
    "A code of the craft nomenclature: a NAF code, then a letter for the craft.",
    { "pattern": r"^[\s.-]*(?:[0-9][\s.-]*){4}(?:[A-Za-z0-9][\s.-]*){1,3}$", "examples": ["4321AB"] }
);
schema_as_text!(
    NafaEntry,
    "NafaEntry",
    "A code of the craft nomenclature, or the beginning of some.",
    { "pattern": r"^[\s.-]*(?:[0-9][\s.-]*){2,4}(?:[A-Za-z0-9][\s.-]*){0,3}$", "examples": ["43", "4321AB"] }
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rank_is_its_text() {
        let codes = [
            "00000", "0000A", "1071C", "1071C0", "1071CA", "1071CAZ", "1071D", "43210", "4321AB", "9999ZZ",
            "9999ZZZ",
        ];
        for text in codes {
            let code: NafaCode = text.parse().unwrap();
            assert_eq!((code.to_string().as_str(), format!("{code:?}")), (text, format!("NafaCode({text})")));
            for beginning in ["00", "0000", "10", "107", "1071", "1071C", "1071CA", "4321AB", "99", "9999ZZZ"]
            {
                let entry: NafaEntry = beginning.parse().unwrap();
                assert_eq!(entry.covers(&code), text.starts_with(beginning), "{beginning} {text}");
            }
        }
        let rising = codes.map(|text| text.parse::<NafaCode>().unwrap());
        assert!(rising.is_sorted(), "{rising:?}");
    }

    #[test]
    fn craft_codes() {
        for given in ["4002CZ", "40.02C-Z", "1071ca", "01.62Z-P", "4321AB"] {
            assert!(given.parse::<NafaCode>().is_ok(), "{given}");
        }
        for given in ["", "CZ4002", "4002", "4002CZZZ", "４００２CZ"] {
            assert!(given.parse::<NafaCode>().is_err(), "{given}");
        }
    }

    #[test]
    fn entries_are_codes_and_their_beginnings() {
        let code: NafaCode = "4321AB".parse().unwrap();
        for (entry, covers) in [
            ("43", true),
            ("43.2", true),
            ("4321", true),
            ("43.21A-B", true),
            ("4321AC", false),
            ("42", false),
        ] {
            assert_eq!(entry.parse::<NafaEntry>().unwrap().covers(&code), covers, "{entry}");
        }
        for wrong in ["", "4", "F", "43A", "4321ABCD", "４３"] {
            assert!(wrong.parse::<NafaEntry>().is_err(), "{wrong}");
        }
    }
}
