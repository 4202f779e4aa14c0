//! Activities as people name them: the code, and what INSEE calls it, where that is known.

use crate::codes::{NafCode, NafEntry, NafVersion};
use crate::language::Language;

/// So many activities of a list are named by their labels; a longer list is easier to read without.
pub(super) const MOST_LABELLED: usize = 3;

/// The code of a company: `10.71C (Boulangerie et boulangerie-pâtisserie)`. Labels are French in every language:
/// INSEE publishes no others.
pub(super) fn code(code: NafCode, language: Language) -> String {
    let version = code.version();
    let label = label(NafEntry::from(code));
    match (version, label, language) {
        (NafVersion::Rev2, None, _) => code.to_string(),
        (NafVersion::Rev2, Some(label), _) => format!("{code} ({label})"),
        (NafVersion::Naf2025, None, _) => format!("{code} ({version})"),
        (NafVersion::Naf2025, Some(label), Language::French) => format!("{code} ({version} : {label})"),
        (NafVersion::Naf2025, Some(label), Language::English) => format!("{code} ({version}: {label})"),
    }
}

/// The entries of a criterion, each with its label.
pub(crate) fn entries(entries: &[NafEntry]) -> String {
    let named = |entry: &NafEntry| match label(*entry) {
        Some(label) => format!("{entry} ({label})"),
        None => entry.to_string(),
    };
    entries.iter().map(named).collect::<Vec<_>>().join(", ")
}

#[cfg(feature = "naf")]
fn label(entry: NafEntry) -> Option<&'static str> {
    entry.label()
}

#[cfg(not(feature = "naf"))]
fn label(_: NafEntry) -> Option<&'static str> {
    None
}

#[cfg(test)]
#[cfg(feature = "naf")]
mod tests {
    use super::*;

    #[test]
    fn codes_are_named_in_their_version() {
        let named = |version, text, language| code(NafCode::parse(version, text).unwrap(), language);
        let rev2 = named(NafVersion::Rev2, "62.01Z", Language::French);
        assert_eq!(rev2, "62.01Z (Programmation informatique)");
        let new = "Fabrication industrielle de pain et de pâtisserie fraîche";
        let french = named(NafVersion::Naf2025, "10.71G", Language::French);
        assert_eq!(french, format!("10.71G (NAF 2025 : {new})"));
        let english = named(NafVersion::Naf2025, "10.71G", Language::English);
        assert_eq!(english, format!("10.71G (NAF 2025: {new})"));
        // Codes that INSEE's tables do not have are named all the same.
        assert_eq!(named(NafVersion::Rev2, "62.99Z", Language::French), "62.99Z");
        assert_eq!(named(NafVersion::Naf2025, "62.99Z", Language::French), "62.99Z (NAF 2025)");
    }

    #[test]
    fn entries_have_the_labels_that_there_are() {
        let list: Vec<NafEntry> = ["10", "01.12", "62.01Z"].map(|text| text.parse().unwrap()).to_vec();
        assert_eq!(entries(&list), "10, 01.12 (Culture du riz), 62.01Z (Programmation informatique)");
    }
}
