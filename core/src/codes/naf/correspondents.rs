//! Which codes of one version its companies may have in the other.

use rustc_hash::FxHashMap;

use super::code::NafCode;
use super::entry::NafEntry;

/// A table of correspondence between the two versions, read in both directions.
#[derive(Debug, Default)]
pub(crate) struct Correspondents {
    /// By code of either version, its correspondents in the other one, each once.
    by_code: FxHashMap<NafCode, Vec<NafCode>>,
    /// The codes of both versions that have correspondents, ascending.
    codes: Vec<NafCode>,
}

impl Correspondents {
    /// The correspondents of a code in the other version; none where the table does not have it.
    pub(crate) fn of(&self, code: NafCode) -> &[NafCode] {
        self.by_code.get(&code).map_or(&[], Vec::as_slice)
    }

    /// The codes of the table that an entry covers, ascending.
    pub(crate) fn covered(&self, entry: NafEntry) -> &[NafCode] {
        entry.among(&self.codes)
    }

    /// The correspondents of the codes that entries cover, ascending, each once.
    pub(crate) fn of_entries(&self, entries: impl IntoIterator<Item = NafEntry>) -> Vec<NafCode> {
        let covered = entries.into_iter().flat_map(|entry| self.covered(entry));
        let mut codes: Vec<NafCode> = covered.flat_map(|code| self.of(*code)).copied().collect();
        codes.sort_unstable();
        codes.dedup();
        codes
    }
}

/// From pairs of a code of NAF rév. 2 and one of NAF 2025.
impl FromIterator<(NafCode, NafCode)> for Correspondents {
    fn from_iter<I: IntoIterator<Item = (NafCode, NafCode)>>(pairs: I) -> Correspondents {
        let mut table = Correspondents::default();
        for (rev2, naf_2025) in pairs {
            for (code, correspondent) in [(rev2, naf_2025), (naf_2025, rev2)] {
                let correspondents = table.by_code.entry(code).or_default();
                if !correspondents.contains(&correspondent) {
                    correspondents.push(correspondent);
                }
            }
        }
        table.codes = table.by_code.keys().copied().collect();
        table.codes.sort_unstable();
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codes::NafVersion;

    #[test]
    fn a_table_is_read_in_both_directions() {
        let rev2 = |text| NafCode::parse(NafVersion::Rev2, text).unwrap();
        let new = |text| NafCode::parse(NafVersion::Naf2025, text).unwrap();
        let pair = |from, to| (rev2(from), new(to));
        let pairs = [pair("10.86Z", "10.71G"), pair("10.71A", "10.71G"), pair("10.71A", "10.71G")];
        let table: Correspondents = pairs.into_iter().collect();
        assert_eq!(table.of(rev2("10.71A")), [new("10.71G")]);
        assert_eq!(table.of(new("10.71G")), [rev2("10.86Z"), rev2("10.71A")]);
        assert!(table.of(rev2("62.01Z")).is_empty());
        let entry = |text: &str| text.parse::<NafEntry>().unwrap();
        assert_eq!(table.covered(entry("10")), [rev2("10.71A"), rev2("10.86Z")]);
        assert_eq!(table.covered(entry("2025:C")), [new("10.71G")]);
        assert_eq!(table.of_entries([entry("10.8"), entry("10.7")]), [new("10.71G")]);
        assert_eq!(table.of_entries([entry("2025:10")]), [rev2("10.71A"), rev2("10.86Z")]);
    }
}
