//! What is known of codes: their labels, the levels above them, their correspondents.

use serde::Serialize;

use super::code::NafCode;
use super::embedded::{embedded, label};
use super::entry::NafEntry;
use super::version::NafVersion;
use crate::codes::{CodeError, CodeErrorKind};
use crate::language::sentence;
use crate::text::nearest;

impl NafVersion {
    /// Where the codes, the labels and the correspondence of both versions come from, in French: INSEE's
    /// tables, under the Licence Ouverte 2.0.
    pub fn source() -> &'static str {
        embedded().source
    }
}

impl NafCode {
    /// What INSEE calls the activity, in French; nothing where its version does not list the code.
    ///
    /// ```
    /// use aiguillage::codes::{NafCode, NafVersion};
    ///
    /// let baker = NafCode::parse(NafVersion::Rev2, "10.71C")?;
    /// assert_eq!(baker.label(), Some("Boulangerie et boulangerie-pâtisserie"));
    /// assert_eq!(NafCode::parse(NafVersion::Rev2, "10.71X")?.label(), None);
    /// # Ok::<(), aiguillage::codes::CodeError>(())
    /// ```
    pub fn label(self) -> Option<&'static str> {
        label(self)
    }

    /// The codes of the other version that its companies may have, by INSEE's table.
    ///
    /// ```
    /// use aiguillage::codes::{NafCode, NafVersion};
    ///
    /// let shop = NafCode::parse(NafVersion::Rev2, "47.11D")?;
    /// let texts: Vec<String> = shop.correspondents().iter().map(ToString::to_string).collect();
    /// assert_eq!(texts, ["47.11J", "47.91Y"]);
    /// # Ok::<(), aiguillage::codes::CodeError>(())
    /// ```
    pub fn correspondents(self) -> &'static [NafCode] {
        embedded().correspondents.of(self)
    }
}

impl NafEntry {
    /// The codes of its version that it covers, ascending; none where the version lists none.
    ///
    /// ```
    /// use aiguillage::codes::NafEntry;
    ///
    /// let bread: NafEntry = "10.71".parse()?;
    /// let texts: Vec<String> = bread.codes().iter().map(ToString::to_string).collect();
    /// assert_eq!(texts, ["10.71A", "10.71B", "10.71C", "10.71D"]);
    /// assert!("10.99".parse::<NafEntry>()?.codes().is_empty());
    /// # Ok::<(), aiguillage::codes::CodeError>(())
    /// ```
    pub fn codes(self) -> &'static [NafCode] {
        self.among(&embedded().codes)
    }

    /// What INSEE calls the activity, in French. The tables name codes only; a level above that has one code
    /// is called as that code, and one that has several has no label here.
    ///
    /// ```
    /// use aiguillage::codes::NafEntry;
    ///
    /// assert_eq!("01.12".parse::<NafEntry>()?.label(), Some("Culture du riz"));
    /// assert_eq!("10.71".parse::<NafEntry>()?.label(), None);
    /// # Ok::<(), aiguillage::codes::CodeError>(())
    /// ```
    pub fn label(self) -> Option<&'static str> {
        match self.codes() {
            [only] => only.label(),
            _ => None,
        }
    }

    /// The known entry that was probably meant by one that covers nothing: the same in the other version,
    /// where that lists it, else the nearest code of its division. Nothing where it covers something.
    ///
    /// ```
    /// use aiguillage::codes::NafEntry;
    ///
    /// let meant = |text: &str| text.parse::<NafEntry>().ok()?.nearest_known().map(|entry| entry.to_string());
    /// assert_eq!(meant("10.71G").as_deref(), Some("2025:10.71G"));
    /// assert_eq!(meant("10.71X").as_deref(), Some("10.71A"));
    /// assert_eq!(meant("10.71C"), None);
    /// ```
    pub fn nearest_known(self) -> Option<NafEntry> {
        if !self.codes().is_empty() {
            return None;
        }
        let twin = self.in_version(self.version().other()).filter(|twin| !twin.codes().is_empty());
        twin.or_else(|| {
            let around = self.levels().into_iter().rev().find(|level| !level.codes().is_empty())?;
            let known: Vec<String> =
                around.codes().iter().map(|code| NafEntry::from(*code).to_string()).collect();
            let meant = nearest(&self.to_string(), known.iter().map(String::as_str))?;
            meant.parse().ok()
        })
    }

    /// All that is known of it, as one value.
    ///
    /// ```
    /// use aiguillage::codes::NafEntry;
    ///
    /// let baker = "10.71C".parse::<NafEntry>()?.details();
    /// assert_eq!(baker.label, Some("Boulangerie et boulangerie-pâtisserie"));
    /// let levels: Vec<String> = baker.levels.iter().map(|level| level.entry.to_string()).collect();
    /// assert_eq!(levels, ["C", "10", "10.7", "10.71"]);
    /// assert_eq!(baker.correspondents[0].entry.to_string(), "2025:10.71H");
    /// # Ok::<(), aiguillage::codes::CodeError>(())
    /// ```
    pub fn details(self) -> NafDetails {
        let mut levels = self.levels();
        levels.retain(|level| *level != self);
        let codes = self.codes().iter().copied().map(NafEntry::from).filter(|code| *code != self);
        let correspondents = embedded().correspondents.of_entries([self]);
        NafDetails {
            entry: self,
            version: self.version().label(),
            label: self.label(),
            levels: levels.into_iter().map(LabelledNaf::of).collect(),
            codes: codes.map(LabelledNaf::of).collect(),
            correspondents: correspondents.into_iter().map(|code| LabelledNaf::of(code.into())).collect(),
        }
    }
}

/// What is known of an activity code, or of a level above codes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct NafDetails {
    /// The code or level.
    pub entry: NafEntry,
    /// Its version, as people read it.
    pub version: &'static str,
    /// Its label, in French.
    pub label: Option<&'static str>,
    /// The levels above it, from the section down.
    pub levels: Vec<LabelledNaf>,
    /// The codes below it.
    pub codes: Vec<LabelledNaf>,
    /// The codes of the other version that companies of its codes may have.
    pub correspondents: Vec<LabelledNaf>,
}

impl NafDetails {
    /// All that is known of the code or level that a text writes.
    ///
    /// ```
    /// use aiguillage::codes::NafDetails;
    ///
    /// assert_eq!(NafDetails::look_up("1071c")?.label, Some("Boulangerie et boulangerie-pâtisserie"));
    /// let error = NafDetails::look_up("10.71G").unwrap_err();
    /// assert_eq!(error.to_string(), "`10.71G` is not an activity of NAF rév. 2: did you mean `2025:10.71G`?");
    /// # Ok::<(), aiguillage::codes::CodeError>(())
    /// ```
    ///
    /// # Errors
    /// `Malformed` where the text writes no code or level; `Unknown` where its version lists no code of it, with
    /// the known one that was probably meant.
    pub fn look_up(text: &str) -> Result<NafDetails, CodeError> {
        let entry: NafEntry = text.parse()?;
        if !entry.codes().is_empty() {
            return Ok(entry.details());
        }
        let what = match entry.version() {
            NafVersion::Rev2 => sentence!(ANafRev2Activity),
            NafVersion::Naf2025 => sentence!(ANaf2025Activity),
        };
        let hint = entry.nearest_known().map(|meant| sentence!(DidYouMean { nearest: meant.to_string() }));
        Err(CodeError::new(CodeErrorKind::Unknown, what, &entry.to_string(), hint))
    }
}

/// An activity code, or a level above codes, with its label.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct LabelledNaf {
    /// The code or level.
    pub entry: NafEntry,
    /// Its label, in French.
    pub label: Option<&'static str>,
}

impl LabelledNaf {
    fn of(entry: NafEntry) -> LabelledNaf {
        LabelledNaf { entry, label: entry.label() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(text: &str) -> NafEntry {
        text.parse().unwrap()
    }

    #[test]
    fn the_same_digits_have_the_label_of_their_version() {
        assert_eq!(entry("2025:46.89Y").details().correspondents, []);
        assert_eq!(entry("62.01Z").label(), Some("Programmation informatique"));
        assert_eq!(entry("2025:62.01Z").label(), None);
        assert!(entry("2025:62.10Y").label().is_some());
    }

    #[test]
    fn levels_have_the_correspondents_of_their_codes() {
        let bread = entry("10.71").details();
        let correspondents: Vec<String> =
            bread.correspondents.iter().map(|one| one.entry.to_string()).collect();
        assert_eq!(
            correspondents,
            ["2025:10.61H", "2025:10.71G", "2025:10.71H", "2025:10.71J", "2025:47.24Y"]
        );
        assert_eq!((bread.codes.len(), bread.levels.len()), (4, 3));
        // Every code of a section, and only those.
        assert_eq!(entry("2025:V").codes().len(), 1);
        assert!(entry("C").codes().iter().all(|code| code.section() == 'C'));
    }

    #[test]
    fn what_covers_nothing_has_a_suggestion() {
        for (unknown, meant) in [
            ("10.71J", Some("2025:10.71J")),
            ("2025:10.71C", Some("10.71C")),
            ("62.01A", Some("62.01Z")),
            ("2025:62.11Y", Some("2025:62.10Y")),
            ("10", None),
        ] {
            let found = entry(unknown).nearest_known().map(|entry| entry.to_string());
            assert_eq!(found.as_deref(), meant, "{unknown}");
        }
    }
}
