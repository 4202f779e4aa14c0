//! The entries of criteria: codes, and all levels above codes.

use std::fmt;
use std::ops::Range;
use std::str::FromStr;

use super::code::{NafCode, rank};
use super::parts::Parts;
use super::version::NafVersion;
use crate::codes::text_form::{schema_as_text, serde_as_text};
use crate::codes::{CodeError, CodeErrorKind};
use crate::language::sentence;

/// An entry of a list of activities: a code, or any level above codes.
///
/// `C` (section), `10` (division), `10.7` (group), `10.71` (class) or `10.71C`; dots may be left
/// out. A bare entry is of NAF rév. 2, as is `rev2:10.71C`; `2025:10.71G` is of NAF 2025.
///
/// ```
/// use aiguillage::codes::{NafCode, NafEntry, NafVersion};
///
/// let bakery = NafCode::parse(NafVersion::Rev2, "10.71C")?;
/// assert!("107".parse::<NafEntry>()?.covers(bakery));
/// assert!("C".parse::<NafEntry>()?.covers(bakery));
/// // Never across versions.
/// assert!(!"2025:C".parse::<NafEntry>()?.covers(bakery));
/// # Ok::<(), aiguillage::codes::CodeError>(())
/// ```
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

    /// The ranks of the codes that it covers, among those of its version.
    pub(crate) fn ranks(self) -> Range<u32> {
        match self.level {
            Level::Section(letter) => {
                let mut sections = self.version.sections().iter();
                // An entry is of a section that its version has; nothing is in any other.
                let section = sections.find(|(section, ..)| *section == letter);
                section.map_or(0..0, |(_, first, last)| rank(*first, 0, 0)..rank(last + 1, 0, 0))
            }
            Level::Division(division) => rank(division, 0, 0)..rank(division + 1, 0, 0),
            Level::Group(division, group) => {
                rank(division, group * 10, 0)..rank(division, group * 10 + 10, 0)
            }
            Level::Class(division, class) => rank(division, class, 0)..rank(division, class + 1, 0),
            Level::Code(division, class, letter) => {
                rank(division, class, letter)..rank(division, class, letter) + 1
            }
        }
    }

    /// The codes that it covers of a list of codes of both versions, which must ascend.
    pub(super) fn among(self, codes: &[NafCode]) -> &[NafCode] {
        let ranks = self.ranks();
        let before =
            |end: u32| codes.partition_point(|code| (code.version, code.rank()) < (self.version, end));
        codes.get(before(ranks.start)..before(ranks.end)).unwrap_or_default()
    }

    /// The levels that it lies in, from the section down to itself.
    ///
    /// ```
    /// use aiguillage::codes::NafEntry;
    ///
    /// let levels = "2025:10.71G".parse::<NafEntry>()?.levels();
    /// let texts: Vec<String> = levels.iter().map(ToString::to_string).collect();
    /// assert_eq!(texts, ["2025:C", "2025:10", "2025:10.7", "2025:10.71", "2025:10.71G"]);
    /// # Ok::<(), aiguillage::codes::CodeError>(())
    /// ```
    pub fn levels(self) -> Vec<NafEntry> {
        let (division, class) = match self.level {
            Level::Section(_) => return vec![self],
            Level::Division(division) => (division, None),
            Level::Group(division, group) => (division, Some(group * 10)),
            Level::Class(division, class) | Level::Code(division, class, _) => (division, Some(class)),
        };
        let mut levels: Vec<Level> = Vec::with_capacity(5);
        levels.extend(self.version.section_of(division).map(Level::Section));
        levels.push(Level::Division(division));
        if let Some(class) = class {
            levels.extend([Level::Group(division, class / 10), Level::Class(division, class), self.level]);
        }
        let mut levels: Vec<NafEntry> =
            levels.into_iter().map(|level| NafEntry { version: self.version, level }).collect();
        levels.retain(|level| level.includes(self));
        levels.dedup();
        levels
    }

    /// The same digits and letter in another version, where that has their section or division.
    #[cfg(feature = "naf")]
    pub(super) fn in_version(self, version: NafVersion) -> Option<NafEntry> {
        let exists = match self.level {
            Level::Section(letter) => version.has_section(letter),
            Level::Division(division)
            | Level::Group(division, _)
            | Level::Class(division, _)
            | Level::Code(division, ..) => version.section_of(division).is_some(),
        };
        exists.then_some(NafEntry { version, level: self.level })
    }

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
                Level::Division(itself) => itself == division,
                Level::Group(itself, group) => {
                    itself == division && class.is_some_and(|(other, _)| other == group)
                }
                Level::Class(itself, exact) => {
                    itself == division && class.and_then(|(_, class)| class) == Some(exact)
                }
                Level::Code(..) => self == other,
            }
    }
}

/// The entry that covers one code.
impl From<NafCode> for NafEntry {
    fn from(code: NafCode) -> NafEntry {
        let NafCode { version, division, class, letter, .. } = code;
        NafEntry { version, level: Level::Code(division, class, letter) }
    }
}

impl FromStr for NafEntry {
    type Err = CodeError;

    fn from_str(text: &str) -> Result<NafEntry, CodeError> {
        let (version, bare) = match text.trim().split_once(':') {
            Some(("2025", bare)) => (NafVersion::Naf2025, bare),
            Some((prefix, bare)) if prefix.eq_ignore_ascii_case("rev2") => (NafVersion::Rev2, bare),
            Some(_) => {
                let hint = sentence!(NafVersions);
                return Err(CodeError::new(CodeErrorKind::Malformed, sentence!(AnActivity), text, hint));
            }
            None => (NafVersion::Rev2, text),
        };
        if let [letter] = bare.trim().as_bytes()
            && letter.is_ascii_alphabetic()
        {
            let letter = letter.to_ascii_uppercase();
            return if version.has_section(letter) {
                Ok(NafEntry { version, level: Level::Section(letter) })
            } else {
                Err(no_section(version, text, letter))
            };
        }
        let malformed = || {
            let hint = match bare.trim().as_bytes() {
                [digit @ b'1'..=b'9'] => {
                    sentence!(DivisionDigits { division: format!("0{}", char::from(*digit)) })
                }
                _ => {
                    sentence!(NafLevels)
                }
            };
            CodeError::new(CodeErrorKind::Malformed, sentence!(AnActivity), text, hint)
        };
        let parts = Parts::read(bare).ok_or_else(malformed)?;
        let division = parts.division;
        version
            .section_of(division)
            .ok_or_else(|| version.no_division(sentence!(AnActivity), text, division))?;
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

#[cold]
fn no_section(version: NafVersion, text: &str, letter: u8) -> CodeError {
    let (section, other) = (char::from(letter), version.other());
    let hint = if other.has_section(letter) {
        let entry = NafEntry { version: other, level: Level::Section(letter) };
        let (other, entry) = (other.to_string(), entry.to_string());
        sentence!(OtherHasSection { version: version.to_string(), section, other, entry })
    } else {
        sentence!(NoSection { version: version.to_string(), section })
    };
    CodeError::new(CodeErrorKind::Unknown, sentence!(AnActivity), text, hint)
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

serde_as_text!(NafEntry);

schema_as_text!(
    NafEntry,
    "NafEntry",
    "An activity code, or a level above codes: section, division, group or class; of NAF 2025 after `2025:`.",
    {
        "pattern": r"^\s*(?:[Rr][Ee][Vv]2:|2025:)?\s*(?:[A-Za-z]|[0-9]{2}(?:\.?[0-9](?:[0-9][A-Za-z]?)?)?)\s*$",
        "examples": ["C", "10", "10.7", "10.71", "10.71C", "2025:10.71G"]
    }
);

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(text: &str) -> NafEntry {
        text.parse().unwrap()
    }

    #[test]
    fn ranks_are_those_of_the_codes_that_are_covered() {
        for version in [NafVersion::Rev2, NafVersion::Naf2025] {
            let codes = ["01.11Z", "10.71C", "10.71D", "10.72Z", "10.81Z", "11.01Z", "62.01Z", "99.00Z"];
            for code in codes.map(|code| NafCode::parse(version, code).unwrap()) {
                for text in
                    ["A", "C", "K", "J", "U", "10", "10.7", "10.71", "10.71C", "99", "2025:C", "2025:10.7"]
                {
                    let Ok(entry) = text.parse::<NafEntry>() else { continue };
                    let is_inside = entry.version() == version && entry.ranks().contains(&code.rank());
                    assert_eq!(is_inside, entry.covers(code), "{text} {code}");
                }
            }
        }
    }

    #[test]
    fn c2_entries_cover_what_is_below_them() {
        let baker = NafCode::parse(NafVersion::Rev2, "10.71C").unwrap();
        for covering in ["C", "c", "10", "10.7", "107", "10.71", "1071", "10.71C", "1071c", "rev2:10"] {
            assert!(entry(covering).covers(baker), "{covering}");
        }
        for other in ["G", "11", "10.1", "10.72", "10.71A", "2025:10", "2025:C", "2025:10.71C"] {
            assert!(!entry(other).covers(baker), "{other}");
        }
        for wrong in ["", ":", "X", "2025:X", "34", "2025:45", "10.", "10.71C1", "2008:10", "1", "10.7C"] {
            assert!(wrong.parse::<NafEntry>().is_err(), "{wrong}");
        }
        assert_eq!(
            "1".parse::<NafEntry>().unwrap_err().hint().as_deref(),
            Some("a division has two digits: `01`")
        );
    }

    #[test]
    fn entries_include_what_is_below_them() {
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
    fn levels_go_from_the_section_down() {
        let chain = ["C", "10", "10.7", "10.71", "10.71C"].map(entry);
        for (place, level) in chain.iter().enumerate() {
            assert_eq!(level.levels(), chain[..=place], "{level}");
        }
        let code = NafCode::parse(NafVersion::Naf2025, "10.71G").unwrap();
        assert_eq!(NafEntry::from(code), entry("2025:10.71G"));
    }

    #[test]
    fn entries_are_written_in_one_way() {
        for (given, written) in
            [("1071c", "10.71C"), ("2025:k", "2025:K"), ("rev2:107", "10.7"), ("01", "01")]
        {
            assert_eq!(entry(given).to_string(), written);
            assert_eq!(entry(written), entry(given));
        }
    }
}
