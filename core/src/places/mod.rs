//! Files of places: each row located, whoever wrote the sheet.
//!
//! ```
//! use aiguillage::Geography;
//! use aiguillage::places::{PlaceColumns, PlaceFile};
//!
//! let sheet = b"VILLE;CODE POSTAL\nAMIENS CEDEX 1;80001\nLOMME;59160\n";
//! let file = PlaceFile::read_csv("clients.csv", sheet, &PlaceColumns::default());
//! let geography = Geography::embedded();
//! let names: Vec<&str> = file.locate(&geography).filter_map(|row| Some(row.commune?.commune.name())).collect();
//! assert_eq!(names, ["Amiens", "Lille"]);
//! ```

mod columns;

use crate::Geography;
use crate::codes::repair::{Numeral, numeral};
use crate::diagnostic::Diagnostic;
use crate::geography::{Certainty, Location, PlaceQuery};
use crate::sheet::read_sheet;
use crate::text::fold;
use columns::Columns;

pub use columns::PlaceColumns;

/// A sheet in which places stand.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct PlaceFile {
    /// The headers, as they stand.
    pub headers: Vec<String>,
    /// The rows.
    pub rows: Vec<PlaceRow>,
    /// What is odd about the sheet, and rows that could not be read.
    pub diagnostics: Vec<Diagnostic>,
    columns: Columns,
}

/// A row of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct PlaceRow {
    /// The line where the row begins, the first being 1.
    pub line: u32,
    /// The cells, as they stand.
    pub cells: Vec<String>,
}

/// What people write for France, and for the parts of it that post calls countries, folded.
const FRANCE: &str = "france|fr|fra|republique francaise|france metropolitaine|100|99100|guadeloupe|gp|martinique|mq|\
    guyane|guyane francaise|gf|la reunion|reunion|re|mayotte|yt|saint pierre et miquelon|pm|saint barthelemy|bl|\
    saint martin|mf|polynesie francaise|pf|nouvelle caledonie|nc|wallis et futuna|wf";

/// Whether a cell names another country.
fn is_abroad(country: &str) -> bool {
    let country = fold(country);
    !country.is_empty() && !FRANCE.split('|').any(|name| name == country)
}

impl PlaceFile {
    /// Reads a sheet, as every sheet is read.
    pub fn read_csv(name: &str, bytes: &[u8], columns: &PlaceColumns) -> PlaceFile {
        let (sheet, mut diagnostics) = read_sheet(name, bytes, &|cell| columns.know(cell));
        let Some(sheet) = sheet else {
            let (headers, rows, columns) = (Vec::new(), Vec::new(), Columns::default());
            return PlaceFile { headers, rows, diagnostics, columns };
        };
        let row = |row: &crate::sheet::Row| PlaceRow {
            line: row.line,
            cells: row.cells.iter().map(str::to_owned).collect(),
        };
        let rows: Vec<PlaceRow> = sheet.rows.iter().map(row).collect();
        let columns = columns.find(&sheet.headers, &rows);
        diagnostics.extend(columns.duplicates(name, &sheet.headers));
        PlaceFile { headers: sheet.headers, rows, diagnostics, columns }
    }

    /// The columns that were named, and that the sheet does not have.
    pub fn missing(&self) -> &[String] {
        &self.columns.missing
    }

    /// The headers of the columns that are read; none where the sheet has no column of a place.
    pub fn columns(&self) -> Vec<&str> {
        let headers = self.columns.parts.iter().flatten().filter_map(|position| self.headers.get(*position));
        headers.map(String::as_str).collect()
    }

    /// The place of each row, in their order.
    pub fn locate<'g>(&self, geography: &'g Geography) -> impl Iterator<Item = Location<'g>> {
        self.rows.iter().map(|row| {
            let query = self.query(row);
            let mut location = geography.locate(&query);
            let is_postal = |code: &str| match numeral(code.trim()) {
                Numeral::Whole(digits) => !geography.by_postal_code(&digits).is_empty(),
                _ => !geography.by_postal_code(code.trim()).is_empty(),
            };
            // Half of all postal codes are the INSEE code of another commune.
            if self.columns.is_code_guessed
                && location.certainty == Certainty::Certain
                && query.code.is_some_and(is_postal)
            {
                location.certainty = Certainty::Likely;
            }
            location
        })
    }

    fn query<'r>(&self, row: &'r PlaceRow) -> PlaceQuery<'r> {
        // Vienne is also in Austria: what lies abroad is nowhere here.
        let country = self.columns.country.and_then(|position| row.cells.get(position));
        if country.is_some_and(|country| is_abroad(country)) {
            return PlaceQuery::default();
        }
        let [code, postal_code, town, address, departement] = self
            .columns
            .parts
            .map(|position| position.and_then(|position| row.cells.get(position)).map(String::as_str));
        PlaceQuery { code, postal_code, town, address, departement }
    }
}

#[cfg(test)]
#[cfg(feature = "cog")]
mod tests {
    use super::*;

    fn located(text: &str, columns: &PlaceColumns) -> Vec<(Certainty, Option<String>)> {
        let file = PlaceFile::read_csv("f.csv", text.as_bytes(), columns);
        let geography = Geography::embedded();
        let found = file.locate(&geography);
        found.map(|one| (one.certainty, one.commune.map(|found| found.commune.code().to_owned()))).collect()
    }

    fn guessed(text: &str) -> Vec<(Certainty, Option<String>)> {
        located(text, &PlaceColumns::default())
    }

    #[test]
    fn a_column_of_communes_may_hold_codes() {
        let roubaix = (Certainty::Certain, Some("59512".to_owned()));
        // 59200 is Eringhem by INSEE, and Tourcoing by post.
        let eringhem = (Certainty::Likely, Some("59200".to_owned()));
        assert_eq!(guessed("id;commune\na;59512\nb;59200\n"), [roubaix.clone(), eringhem]);
        assert_eq!(guessed("id;commune\na;Roubaix\n"), std::slice::from_ref(&roubaix));
        let named = PlaceColumns { code: Some("commune".into()), ..PlaceColumns::default() };
        assert_eq!(located("id;commune\na;59512\n", &named), std::slice::from_ref(&roubaix));
        // A code that a spreadsheet took for a number is no surer than one that it left alone.
        assert_eq!(guessed("commune\n59512\n59512\n59200.0\n").pop().unwrap().0, Certainty::Likely);
        // A name and a code beside each other are held against each other.
        assert_eq!(guessed("ville;commune\nRoubaix;59512\n"), [roubaix]);
        assert_eq!(guessed("ville;commune\nLille;59512\n"), [(Certainty::Ambiguous, None)]);
    }

    #[test]
    fn codes_stand_under_many_headers_and_contradict_towns() {
        for header in ["insee_code", "N° INSEE", "commune_insee", "depcom", "Code INSEE", "codgeo"] {
            let found = guessed(&format!("{header};Ville\n59350;Amiens\n"));
            assert_eq!(found, [(Certainty::Ambiguous, None)], "{header}");
        }
    }

    #[test]
    fn what_lies_abroad_is_unknown() {
        let text = "CP;Ville;Pays\n;Vienne;Autriche\n16000;Alger;Algérie\n59000;Lille;FRANCE\n59000;Lille;\n";
        let unknown = (Certainty::Unknown, None);
        let lille = (Certainty::Certain, Some("59350".to_owned()));
        assert_eq!(guessed(text), [unknown.clone(), unknown, lille.clone(), lille]);
    }

    #[test]
    fn a_column_that_is_there_twice_is_told() {
        let file = PlaceFile::read_csv("f.csv", b"CP;CP\n59000;80000\n", &PlaceColumns::default());
        let found: Vec<_> = file.diagnostics.iter().map(|one| (one.code.as_str(), one.column)).collect();
        assert_eq!(found, [("duplicate_field", Some(1))]);
    }
}
