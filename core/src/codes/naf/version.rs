//! The two versions of the nomenclature, and the divisions that each has.

use std::fmt;

use crate::codes::{CodeError, CodeErrorKind};
use crate::language::Language;
use crate::language::{Sentence, sentence};

/// A version of the nomenclature.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NafVersion {
    /// NAF rév. 2, in force from 2008 to 2026.
    Rev2,
    /// NAF 2025, in force from 2027.
    Naf2025,
}

impl NafVersion {
    /// Both, in the order of their years.
    pub const ALL: &'static [NafVersion] = &[NafVersion::Rev2, NafVersion::Naf2025];

    /// What users read, in French.
    pub fn label(self) -> &'static str {
        self.label_in(Language::French)
    }

    /// What people read, in a language.
    pub fn label_in(self, language: Language) -> &'static str {
        match self {
            NafVersion::Rev2 => language.choose("NAF rév. 2", "NAF Rev. 2"),
            NafVersion::Naf2025 => "NAF 2025",
        }
    }

    /// The sections, each with its first and last division.
    pub(super) fn sections(self) -> &'static [(u8, u8, u8)] {
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

    pub(super) fn has_section(self, letter: u8) -> bool {
        self.sections().iter().any(|(section, _, _)| *section == letter)
    }

    pub(super) fn section_of(self, division: u8) -> Option<u8> {
        let holds = |(_, first, last): &&(u8, u8, u8)| (*first..=*last).contains(&division);
        self.sections().iter().find(holds).map(|(letter, _, _)| *letter)
    }

    /// The other version.
    pub(super) fn other(self) -> NafVersion {
        match self {
            NafVersion::Rev2 => NafVersion::Naf2025,
            NafVersion::Naf2025 => NafVersion::Rev2,
        }
    }

    #[cold]
    /// The error of a division that the version does not have.
    pub(super) fn no_division(self, what: Sentence, text: &str, division: u8) -> CodeError {
        let hint = if division == 0 {
            sentence!(NotCodedYet)
        } else if self.other().section_of(division).is_some() {
            sentence!(OtherHasDivision {
                version: self.to_string(),
                division: format!("{division:02}"),
                other: self.other().to_string()
            })
        } else {
            sentence!(NoDivision { version: self.to_string(), division: format!("{division:02}") })
        };
        CodeError::new(CodeErrorKind::Unknown, what, text, hint)
    }
}

impl fmt::Display for NafVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.label())
    }
}
