//! NAF: the French nomenclature of activities, in its two versions.
//!
//! On 1 January 2027 every company changes from NAF rév. 2 (2008, built on NACE Rev. 2) to NAF 2025
//! (built on NACE Rev. 2.1). The same digits mean other things in the two, so a code always knows
//! its version and is never compared with one of the other.

use std::fmt;
use std::str::FromStr;

use super::{CodeError, serde_as_text};

/// A version of the nomenclature.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NafVersion {
    /// NAF rév. 2, in force from 2008 to 2026.
    Rev2,
    /// NAF 2025, in force from 2027.
    Naf2025,
}

impl NafVersion {
    /// The sections, each with its first and last division.
    fn sections(self) -> &'static [(u8, u8, u8)] {
        match self {
            NafVersion::Rev2 => &[
                (b'A', 1, 3),
                (b'B', 5, 9),
                (b'C', 10, 33),
                (b'D', 35, 35),
                (b'E', 36, 39),
                (b'F', 41, 43),
                (b'G', 45, 47),
                (b'H', 49, 53),
                (b'I', 55, 56),
                (b'J', 58, 63),
                (b'K', 64, 66),
                (b'L', 68, 68),
                (b'M', 69, 75),
                (b'N', 77, 82),
                (b'O', 84, 84),
                (b'P', 85, 85),
                (b'Q', 86, 88),
                (b'R', 90, 93),
                (b'S', 94, 96),
                (b'T', 97, 98),
                (b'U', 99, 99),
            ],
            NafVersion::Naf2025 => &[
                (b'A', 1, 3),
                (b'B', 5, 9),
                (b'C', 10, 33),
                (b'D', 35, 35),
                (b'E', 36, 39),
                (b'F', 41, 43),
                (b'G', 46, 47),
                (b'H', 49, 53),
                (b'I', 55, 56),
                (b'J', 58, 60),
                (b'K', 61, 63),
                (b'L', 64, 66),
                (b'M', 68, 68),
                (b'N', 69, 75),
                (b'O', 77, 82),
                (b'P', 84, 84),
                (b'Q', 85, 85),
                (b'R', 86, 88),
                (b'S', 90, 93),
                (b'T', 94, 96),
                (b'U', 97, 98),
                (b'V', 99, 99),
            ],
        }
    }

    fn section_of(self, division: u8) -> Option<u8> {
        let holds = |(_, first, last): &&(u8, u8, u8)| (*first..=*last).contains(&division);
        self.sections().iter().find(holds).map(|(letter, _, _)| *letter)
    }
}

impl fmt::Display for NafVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            NafVersion::Rev2 => "NAF rév. 2",
            NafVersion::Naf2025 => "NAF 2025",
        })
    }
}

/// The activity code of a company: four digits and a letter, of one version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NafCode {
    version: NafVersion,
    /// Section, division, the two digits after the dot, letter.
    section: u8,
    division: u8,
    class: u8,
    letter: u8,
}

impl NafCode {
    /// Reads `10.71C` or `1071c`.
    ///
    /// # Errors
    /// When the text is no full code, or its division is not one of this version's.
    pub fn parse(version: NafVersion, text: &str) -> Result<NafCode, CodeError> {
        match Parts::read(text) {
            Some(Parts { division, digits: [Some(group), Some(class)], letter: Some(letter) }) => {
                let section =
                    version.section_of(division).ok_or_else(|| no_division(version, division, text))?;
                Ok(NafCode { version, section, division, class: group * 10 + class, letter })
            }
            _ => Err(CodeError::new(
                "an activity code",
                text,
                "an activity code has four digits and a letter, such as `10.71C`".to_owned(),
            )),
        }
    }

    /// Whether the text is SIRENE's `00.00Z`: a company whose activity is not coded yet, so that
    /// nothing is known of it.
    pub fn is_pending(text: &str) -> bool {
        matches!(text.trim(), "00.00Z" | "0000Z" | "00.00z" | "0000z")
    }

    /// The version of the nomenclature.
    pub fn version(self) -> NafVersion {
        self.version
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

/// An entry of a list of activities: a code, or any level above codes.
///
/// `C` (section), `10` (division), `10.7` (group), `10.71` (class) or `10.71C`; dots may be left
/// out. A bare entry is of NAF rév. 2; `2025:10.71G` is of NAF 2025.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NafEntry {
    version: NafVersion,
    level: Level,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Level {
    Section(u8),
    Division(u8),
    Group(u8, u8),
    Class(u8, u8),
    Code(u8, u8, u8),
}

impl NafEntry {
    /// The version of the nomenclature.
    pub fn version(self) -> NafVersion {
        self.version
    }

    /// Whether the code is the entry's own or below it. Never across versions.
    pub fn covers(self, code: NafCode) -> bool {
        self.version == code.version
            && match self.level {
                Level::Section(letter) => letter == code.section,
                Level::Division(division) => division == code.division,
                Level::Group(division, group) => division == code.division && group == code.class / 10,
                Level::Class(division, class) => division == code.division && class == code.class,
                Level::Code(division, class, letter) => {
                    (division, class, letter) == (code.division, code.class, code.letter)
                }
            }
    }
}

impl NafEntry {
    /// Whether everything that the other entry covers is covered by this one.
    pub(crate) fn includes(self, other: NafEntry) -> bool {
        let (division, class) = match other.level {
            Level::Section(_) => return self == other,
            Level::Division(division) => (division, None),
            Level::Group(division, group) => (division, Some((group, None))),
            Level::Class(division, class) | Level::Code(division, class, _) => {
                (division, Some((class / 10, Some(class))))
            }
        };
        self.version == other.version
            && match self.level {
                Level::Section(letter) => self.version.section_of(division) == Some(letter),
                Level::Division(own) => own == division,
                Level::Group(own, group) => own == division && class.is_some_and(|(other, _)| other == group),
                Level::Class(own, exact) => {
                    own == division && class.and_then(|(_, class)| class) == Some(exact)
                }
                Level::Code(..) => self == other,
            }
    }
}

impl FromStr for NafEntry {
    type Err = CodeError;

    fn from_str(text: &str) -> Result<NafEntry, CodeError> {
        let (version, bare) = match text.trim().split_once(':') {
            Some(("2025", bare)) => (NafVersion::Naf2025, bare),
            Some((prefix, bare)) if prefix.eq_ignore_ascii_case("rev2") => (NafVersion::Rev2, bare),
            Some(_) => {
                let hint = "the versions are `rev2:` (or no prefix) and `2025:`".to_owned();
                return Err(CodeError::new("an activity", text, hint));
            }
            None => (NafVersion::Rev2, text),
        };
        if let [letter] = bare.trim().as_bytes()
            && letter.is_ascii_alphabetic()
        {
            let letter = letter.to_ascii_uppercase();
            return if version.sections().iter().any(|(section, _, _)| *section == letter) {
                Ok(NafEntry { version, level: Level::Section(letter) })
            } else {
                Err(CodeError::new(
                    "an activity",
                    text,
                    format!("{version} has no section {}", char::from(letter)),
                ))
            };
        }
        let malformed = || {
            let hint =
                "it is a section `C`, a division `10`, a group `10.7`, a class `10.71` or a code `10.71C`";
            CodeError::new("an activity", text, hint.to_owned())
        };
        let parts = Parts::read(bare).ok_or_else(malformed)?;
        let division = parts.division;
        version.section_of(division).ok_or_else(|| no_division(version, division, text))?;
        let level = match parts {
            Parts { digits: [None, None], letter: None, .. } => Level::Division(division),
            Parts { digits: [Some(group), None], letter: None, .. } => Level::Group(division, group),
            Parts { digits: [Some(group), Some(class)], letter, .. } => {
                let class = group * 10 + class;
                letter.map_or(Level::Class(division, class), |letter| Level::Code(division, class, letter))
            }
            _ => return Err(malformed()),
        };
        Ok(NafEntry { version, level })
    }
}

impl fmt::Display for NafEntry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.version == NafVersion::Naf2025 {
            f.write_str("2025:")?;
        }
        match self.level {
            Level::Section(letter) => write!(f, "{}", char::from(letter)),
            Level::Division(division) => write!(f, "{division:02}"),
            Level::Group(division, group) => write!(f, "{division:02}.{group}"),
            Level::Class(division, class) => write!(f, "{division:02}.{class:02}"),
            Level::Code(division, class, letter) => {
                write!(f, "{division:02}.{class:02}{}", char::from(letter))
            }
        }
    }
}

serde_as_text!(NafCode);
serde_as_text!(NafEntry);

fn no_division(version: NafVersion, division: u8, text: &str) -> CodeError {
    CodeError::new("an activity", text, format!("{version} has no division {division:02}"))
}

/// The parts of a code, as far as they go.
struct Parts {
    division: u8,
    digits: [Option<u8>; 2],
    letter: Option<u8>,
}

impl Parts {
    fn read(text: &str) -> Option<Parts> {
        let text = text.trim().as_bytes();
        // The only place of a dot is after the division.
        let (head, tail) = match text {
            [a, b, b'.', tail @ ..] if !tail.is_empty() => ([*a, *b], tail),
            [a, b, tail @ ..] => ([*a, *b], tail),
            _ => return None,
        };
        let digit = |byte: u8| byte.is_ascii_digit().then(|| byte - b'0');
        let division = digit(head[0])? * 10 + digit(head[1])?;
        let (digits, letter) = match *tail {
            [] => ([None, None], None),
            [a] => ([Some(digit(a)?), None], None),
            [a, b] => ([Some(digit(a)?), Some(digit(b)?)], None),
            [a, b, letter] if letter.is_ascii_alphabetic() => {
                ([Some(digit(a)?), Some(digit(b)?)], Some(letter.to_ascii_uppercase()))
            }
            _ => return None,
        };
        Some(Parts { division, digits, letter })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rev2(text: &str) -> NafCode {
        NafCode::parse(NafVersion::Rev2, text).unwrap()
    }

    #[test]
    fn c1_dots_case_and_blanks_are_forgiven() {
        assert_eq!(rev2("10.71C"), rev2(" 1071c "));
        assert_eq!(rev2("0111Z").to_string(), "01.11Z");
        assert_eq!(rev2("62.01Z").section(), 'J');
        for wrong in ["", "10.71", "10.7.1C", "1.071C", "é0.71C", "10.71CC", "10..71C", "04.00Z", "1071.C"] {
            assert!(NafCode::parse(NafVersion::Rev2, wrong).is_err(), "{wrong}");
        }
        assert!(NafCode::is_pending("00.00Z"));
    }

    #[test]
    fn c2_entries_cover_what_is_below_them() {
        let baker = rev2("10.71C");
        for covering in ["C", "c", "10", "10.7", "107", "10.71", "1071", "10.71C", "1071c", "rev2:10"] {
            assert!(covering.parse::<NafEntry>().unwrap().covers(baker), "{covering}");
        }
        for other in ["G", "11", "10.1", "10.72", "10.71A", "2025:10", "2025:C", "2025:10.71C"] {
            assert!(!other.parse::<NafEntry>().unwrap().covers(baker), "{other}");
        }
        for wrong in ["", ":", "X", "2025:X", "34", "2025:45", "10.", "10.71C1", "2008:10", "1", "10.7C"] {
            assert!(wrong.parse::<NafEntry>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn c3_the_same_digits_are_other_codes_in_the_other_version() {
        let old = rev2("62.01Z");
        let new = NafCode::parse(NafVersion::Naf2025, "62.01Z").unwrap();
        assert_ne!(old, new);
        assert_eq!((old.section(), new.section()), ('J', 'K'));
        assert!(NafCode::parse(NafVersion::Naf2025, "45.20A").is_err());
    }

    #[test]
    fn entries_include_what_is_below_them() {
        let entry = |text: &str| text.parse::<NafEntry>().unwrap();
        let chain = ["C", "10", "10.7", "10.71", "10.71C"].map(entry);
        for (above, wide) in chain.iter().enumerate() {
            for (below, narrow) in chain.iter().enumerate() {
                assert_eq!(wide.includes(*narrow), above <= below, "{wide} {narrow}");
            }
        }
        assert!(!entry("2025:C").includes(entry("10")));
        assert!(!entry("10.71A").includes(entry("10.71C")));
    }

    #[test]
    fn entries_are_written_in_one_way() {
        for (given, written) in
            [("1071c", "10.71C"), ("2025:k", "2025:K"), ("rev2:107", "10.7"), ("01", "01")]
        {
            assert_eq!(given.parse::<NafEntry>().unwrap().to_string(), written);
        }
    }
}
