//! NAF: the French nomenclature of activities (INSEE, *nomenclature d'activités française*), in its
//! two versions.
//!
//! On 1 January 2027 every company changes from NAF rév. 2 (2008, built on NACE Rev. 2) to NAF 2025
//! (built on NACE Rev. 2.1). The same digits mean other things in the two, so a code always knows
//! its version and is never compared with one of the other.
//!
//! With the feature `naf`, the codes and labels of both and INSEE's table of correspondence are compiled
//! in: [`NafEntry::details`](NafEntry) shows what is known of a code.

mod code;
mod correspondents;
#[cfg(feature = "naf")]
mod embedded;
mod entry;
#[cfg(feature = "naf")]
mod look_up;
mod parts;
mod section;
mod version;

pub use code::NafCode;
pub(crate) use correspondents::Correspondents;
#[cfg(feature = "naf")]
pub(crate) use embedded::embedded;
pub use entry::NafEntry;
#[cfg(feature = "naf")]
pub use look_up::{LabelledNaf, NafDetails};
pub(crate) use section::section_label;
pub use version::NafVersion;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codes::{CodeError, CodeErrorKind};

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
            "V".parse::<NafEntry>().unwrap_err().hint().as_deref(),
            Some("NAF rév. 2 has no section V; NAF 2025 has: `2025:V`")
        );
        assert_eq!(
            parse(NafVersion::Rev2, "34.00Z").unwrap_err().hint().as_deref(),
            Some("NAF rév. 2 has no division 34")
        );
        let divisions =
            |version: NafVersion| (0..=99).filter(|division| version.section_of(*division).is_some()).count();
        // NACE Rev. 2 has 88 divisions, NACE Rev. 2.1 one fewer: trade in vehicles joined the others.
        assert_eq!([divisions(NafVersion::Rev2), divisions(NafVersion::Naf2025)], [88, 87]);
        assert_eq!([NafVersion::Rev2.sections().len(), NafVersion::Naf2025.sections().len()], [21, 22]);
    }
}
