//! NAF: the French nomenclature of activities (INSEE, *nomenclature d'activités française*), in its
//! two versions.
//!
//! On 1 January 2027 every company changes from NAF rév. 2 (2008, built on NACE Rev. 2) to NAF 2025
//! (built on NACE Rev. 2.1). The same digits mean other things in the two, so a code always knows
//! its version and is never compared with one of the other.

mod code;
mod entry;

use std::fmt;

pub use code::NafCode;
pub use entry::NafEntry;

use super::{CodeError, CodeErrorKind};

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

    fn has_section(self, letter: u8) -> bool {
        self.sections().iter().any(|(section, _, _)| *section == letter)
    }

    fn section_of(self, division: u8) -> Option<u8> {
        let holds = |(_, first, last): &&(u8, u8, u8)| (*first..=*last).contains(&division);
        self.sections().iter().find(holds).map(|(letter, _, _)| *letter)
    }
}

impl NafVersion {
    fn other(self) -> NafVersion {
        match self {
            NafVersion::Rev2 => NafVersion::Naf2025,
            NafVersion::Naf2025 => NafVersion::Rev2,
        }
    }

    #[cold]
    fn no_division(self, what: &'static str, text: &str, division: u8) -> CodeError {
        let hint = if division == 0 {
            "SIRENE's `00.00Z` says that the activity is not coded yet: leave it out".to_owned()
        } else if self.other().section_of(division).is_some() {
            format!("{self} has no division {division:02}; {} has", self.other())
        } else {
            format!("{self} has no division {division:02}")
        };
        CodeError::new(CodeErrorKind::Unknown, what, text, hint)
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

/// The parts of a code, as far as they go.
struct Parts {
    division: u8,
    /// Group, class.
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

    fn parse(version: NafVersion, text: &str) -> Result<NafCode, CodeError> {
        NafCode::parse(version, text)
    }

    #[test]
    fn c3_the_same_digits_are_other_codes_in_the_other_version() {
        let old = parse(NafVersion::Rev2, "62.01Z").unwrap();
        let new = parse(NafVersion::Naf2025, "62.01Z").unwrap();
        assert_ne!(old, new);
        assert_eq!((old.section(), new.section()), ('J', 'K'));
        let entry: NafEntry = "62.01Z".parse().unwrap();
        assert!(entry.covers(old) && !entry.covers(new));
    }

    #[test]
    fn c3_each_version_has_its_divisions_and_says_so() {
        let error = parse(NafVersion::Naf2025, "45.20A").unwrap_err();
        assert_eq!(error.kind(), CodeErrorKind::Unknown);
        assert_eq!(
            error.to_string(),
            "`45.20A` is not an activity code: NAF 2025 has no division 45; NAF rév. 2 has"
        );
        assert_eq!(
            "V".parse::<NafEntry>().unwrap_err().hint(),
            Some("NAF rév. 2 has no section V; NAF 2025 has: `2025:V`")
        );
        assert_eq!(
            parse(NafVersion::Rev2, "34.00Z").unwrap_err().hint(),
            Some("NAF rév. 2 has no division 34")
        );
        let divisions =
            |version: NafVersion| (0..=99).filter(|division| version.section_of(*division).is_some()).count();
        // NACE Rev. 2 has 88 divisions, NACE Rev. 2.1 one fewer: trade in vehicles joined the others.
        assert_eq!([divisions(NafVersion::Rev2), divisions(NafVersion::Naf2025)], [88, 87]);
        assert_eq!([NafVersion::Rev2.sections().len(), NafVersion::Naf2025.sections().len()], [21, 22]);
    }
}
