//! The nomenclatures that are compiled in: every code of both versions with its label, and INSEE's
//! table of correspondence.
//!
//! The sections follow `core/data/make-naf.mjs`. The file never comes from outside, so that a fault
//! in it is a broken invariant: the tests below read all of it.

use std::sync::{Arc, LazyLock};

use super::code::NafCode;
use super::correspondents::Correspondents;
use super::version::NafVersion;
use crate::invariant::broken;

const FILE: &[u8] = include_bytes!("../../../data/naf-2026.bin");
const HEADER: &[u8] = b"AIGUINAF\x01\x00";

/// What is compiled in, but for the labels, which matching does not need.
pub(crate) struct Embedded {
    /// Where it comes from, in French.
    pub(crate) source: &'static str,
    /// Every code of NAF rév. 2, then every code of NAF 2025, ascending.
    pub(crate) codes: Vec<NafCode>,
    /// The pairs of codes of rév. 2 and 2025, ascending.
    pub(crate) pairs: Vec<(NafCode, NafCode)>,
    pub(crate) correspondents: Arc<Correspondents>,
}

/// What is compiled in; read once, at the first call, and shared afterwards.
pub(crate) fn embedded() -> &'static Embedded {
    static EMBEDDED: LazyLock<Embedded> = LazyLock::new(|| sound(Embedded::read(Sections::of(FILE))));
    &EMBEDDED
}

/// The label of a code; nothing where its version does not list it.
pub(super) fn label(code: NafCode) -> Option<&'static str> {
    static LABELS: LazyLock<Vec<String>> = LazyLock::new(|| sound(labels(Sections::of(FILE))));
    let place = embedded().codes.binary_search(&code).ok()?;
    LABELS.get(place).map(String::as_str)
}

fn sound<T>(read: Option<T>) -> T {
    read.unwrap_or_else(|| broken("the embedded nomenclatures can be read, as a test does"))
}

/// The sections of the file, in their order.
struct Sections {
    source: &'static [u8],
    rev2: &'static [u8],
    naf_2025: &'static [u8],
    targets: &'static [u8],
    words: &'static [u8],
    rev2_labels: &'static [u8],
    naf_2025_labels: &'static [u8],
}

impl Sections {
    fn of(file: &'static [u8]) -> Option<Sections> {
        let mut rest = file.strip_prefix(HEADER)?;
        let mut section = || {
            let (length, after) = rest.split_first_chunk::<4>()?;
            let (section, after) =
                after.split_at_checked(usize::try_from(u32::from_le_bytes(*length)).ok()?)?;
            rest = after;
            Some(section)
        };
        let sections = Sections {
            source: section()?,
            rev2: section()?,
            naf_2025: section()?,
            targets: section()?,
            words: section()?,
            rev2_labels: section()?,
            naf_2025_labels: section()?,
        };
        rest.is_empty().then_some(sections)
    }
}

impl Embedded {
    fn read(sections: Option<Sections>) -> Option<Embedded> {
        let sections = sections?;
        let rev2 = codes(NafVersion::Rev2, sections.rev2)?;
        let naf_2025 = codes(NafVersion::Naf2025, sections.naf_2025)?;
        let mut numbers = Numbers(sections.targets);
        let mut pairs = Vec::new();
        for from in &rev2 {
            for _ in 0..numbers.next()? {
                pairs.push((*from, *naf_2025.get(numbers.next()?)?));
            }
        }
        let correspondents = Arc::new(pairs.iter().copied().collect());
        let codes = [rev2, naf_2025].concat();
        let source = str::from_utf8(sections.source).ok()?;
        numbers.0.is_empty().then_some(Embedded { source, codes, pairs, correspondents })
    }
}

/// The codes of a version: numbers that rise, each written as the difference to the one before.
fn codes(version: NafVersion, section: &[u8]) -> Option<Vec<NafCode>> {
    let mut numbers = Numbers(section);
    let mut codes = Vec::new();
    // One more than the number before.
    let mut next = 0;
    while !numbers.0.is_empty() {
        let number = next + numbers.next()?.checked_sub(1)?;
        codes.push(NafCode::from_number(version, number)?);
        next = number + 1;
    }
    Some(codes)
}

/// The labels of all codes, in their order. A label is a count of words and then the words; after a count of
/// nought comes the place of the code of rév. 2 that has the same label.
fn labels(sections: Option<Sections>) -> Option<Vec<String>> {
    let sections = sections?;
    let words: Vec<&str> = str::from_utf8(sections.words).ok()?.lines().collect();
    let mut labels: Vec<String> = Vec::new();
    for section in [sections.rev2_labels, sections.naf_2025_labels] {
        let mut numbers = Numbers(section);
        while !numbers.0.is_empty() {
            let label = match numbers.next()? {
                0 => labels.get(numbers.next()?)?.clone(),
                count => {
                    let spelled = (0..count).map(|_| words.get(numbers.next()?).copied());
                    spelled.collect::<Option<Vec<&str>>>()?.join(" ")
                }
            };
            labels.push(label);
        }
    }
    Some(labels)
}

/// Numbers of seven bits a byte, the lowest first.
struct Numbers<'b>(&'b [u8]);

impl Numbers<'_> {
    fn next(&mut self) -> Option<usize> {
        let mut number = 0;
        // No number of the file takes more than three bytes.
        for shift in [0, 7, 14] {
            let (byte, rest) = self.0.split_first()?;
            self.0 = rest;
            number |= usize::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_of_it_can_be_read() {
        let embedded = embedded();
        assert!(embedded.source.contains("INSEE"));
        let of = |version| embedded.codes.iter().filter(|code| code.version() == version).count();
        assert_eq!([of(NafVersion::Rev2), of(NafVersion::Naf2025)], [732, 747]);
        assert!(embedded.codes.is_sorted_by(|a, b| a < b) && embedded.pairs.is_sorted_by(|a, b| a < b));
        assert_eq!(embedded.pairs.len(), 1_223);
        assert_eq!(labels(Sections::of(FILE)).unwrap().len(), embedded.codes.len());
        assert!(embedded.codes.iter().all(|code| !label(*code).unwrap().is_empty()));
    }

    #[test]
    fn it_stays_small() {
        assert!(FILE.len() <= 60_000, "{} bytes", FILE.len());
    }

    #[test]
    fn every_code_has_a_correspondent_but_the_one_that_is_new() {
        let embedded = embedded();
        let alone = embedded.codes.iter().filter(|code| embedded.correspondents.of(**code).is_empty());
        assert_eq!(alone.map(ToString::to_string).collect::<Vec<_>>(), ["46.89Y"]);
    }

    #[test]
    fn what_is_cut_is_not_read() {
        for length in [0, 9, 10, 12, 100, FILE.len() - 1] {
            assert!(Sections::of(&FILE[..length]).is_none(), "{length}");
        }
        assert!(Numbers(&[0x80]).next().is_none() && Numbers(&[0x80, 0x80, 0x80, 1]).next().is_none());
        assert!(codes(NafVersion::Rev2, &[1, 0]).is_none());
    }
}
