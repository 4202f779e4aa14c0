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

use crate::Geography;
use crate::diagnostic::{Diagnostic, DiagnosticCode, Severity};
use crate::geography::{Certainty, Location, PlaceQuery};
use crate::sheet::read_sheet;
use crate::text::{fold, shorten};

/// The headers of the columns that hold the parts of a place. Where one is not given, the header that
/// people write for that part is looked for: `Code postal`, `CP`, `Ville`, `Adresse`…
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlaceColumns {
    /// The INSEE code.
    pub code: Option<String>,
    /// The postal code.
    pub postal_code: Option<String>,
    /// The town.
    pub town: Option<String>,
    /// The address.
    pub address: Option<String>,
    /// The département.
    pub departement: Option<String>,
}

/// A sheet in which places stand.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct PlaceFile {
    /// The headers, as they stand.
    pub headers: Vec<String>,
    /// The rows.
    pub rows: Vec<PlaceRow>,
    /// The columns that were named, and that the sheet does not have.
    pub missing: Vec<String>,
    /// What is odd about the sheet, and rows that could not be read.
    pub diagnostics: Vec<Diagnostic>,
    /// The positions of the columns of the code, the postal code, the town, the address and the département.
    columns: [Option<usize>; 5],
    /// The position of the column of countries.
    country: Option<usize>,
    /// Whether the column of codes was taken for one by its cells.
    is_code_guessed: bool,
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

/// What people write above the parts of a place, folded, in the order of `PlaceFile::columns`.
const HEADERS: [&[&str]; 5] = [
    &[
        "code",
        "code insee",
        "insee",
        "insee code",
        "code commune",
        "code commune insee",
        "code insee commune",
        "commune insee",
        "insee commune",
        "n insee",
        "no insee",
        "numero insee",
        "insee com",
        "depcom",
        "codgeo",
        "com",
        "citycode",
    ],
    &["postal code", "code postal", "codepostal", "cp", "cpost", "code post", "postcode", "zip"],
    &["town", "ville", "commune", "localite", "libelle commune", "nom commune", "nom de la commune", "city"],
    &["address", "adresse", "adresse complete", "adresse postale"],
    &["departement", "dept", "dpt", "dep", "code departement", "num departement"],
];

/// What people write above countries, folded.
const COUNTRY: [&str; 4] = ["pays", "country", "code pays", "country code"];

/// What people write for France, and for the parts of it that post calls countries, folded.
const FRANCE: &str = "france|fr|fra|republique francaise|france metropolitaine|100|99100|guadeloupe|gp|martinique|mq|\
    guyane|guyane francaise|gf|la reunion|reunion|re|mayotte|yt|saint pierre et miquelon|pm|saint barthelemy|bl|\
    saint martin|mf|polynesie francaise|pf|nouvelle caledonie|nc|wallis et futuna|wf";

/// Whether a cell names another country.
fn is_abroad(country: &str) -> bool {
    let country = fold(country);
    !country.is_empty() && !FRANCE.split('|').any(|name| name == country)
}

/// Whether most cells of a column are INSEE codes: `commune` holds them in files of needs.
fn holds_codes(rows: &[PlaceRow], column: Option<usize>) -> bool {
    let cells = rows.iter().filter_map(|row| row.cells.get(column?)).filter(|cell| !cell.trim().is_empty());
    let is_code = |cell: &&String| {
        let cell = cell.trim().as_bytes();
        cell.len() == 5
            && cell.iter().enumerate().all(|(number, byte)| {
                byte.is_ascii_digit() || number == 1 && matches!(byte, b'A' | b'B' | b'a' | b'b')
            })
    };
    let (all, codes) = (cells.clone().count(), cells.filter(is_code).count());
    codes * 2 > all
}

/// Columns that are read and that another one has the name of.
fn duplicates<'h>(
    name: &str,
    headers: &'h [String],
    read: impl Iterator<Item = &'h usize>,
) -> Vec<Diagnostic> {
    let is_second = |position: usize, header: &String| {
        headers.iter().enumerate().any(|(other, known)| other > position && fold(known) == fold(header))
    };
    let read = read.filter_map(|position| Some((*position, headers.get(*position)?)));
    read.filter(|(position, header)| is_second(*position, header))
        .map(|(position, header)| Diagnostic {
            severity: Severity::Error,
            code: DiagnosticCode::DuplicateField,
            file: Some(name.to_owned()),
            line: None,
            column: u32::try_from(position + 1).ok(),
            text: shorten(header, 60).to_string(),
            message: format!("the column `{}` is given twice, and the first is read", shorten(header, 60)),
            nearest: None,
        })
        .collect()
}

impl PlaceFile {
    /// Reads a sheet, as every sheet is read.
    pub fn read_csv(name: &str, bytes: &[u8], columns: &PlaceColumns) -> PlaceFile {
        let PlaceColumns { code, postal_code, town, address, departement } = columns;
        let named = [code, postal_code, town, address, departement];
        let is_header = |cell: &str| {
            let cell = fold(cell);
            named.iter().filter_map(|named| named.as_deref()).any(|named| fold(named) == cell)
                || HEADERS.iter().any(|known| known.contains(&cell.as_str()))
        };
        let (sheet, mut diagnostics) = read_sheet(name, bytes, &is_header);
        let Some(sheet) = sheet else {
            let (headers, rows, missing) = (Vec::new(), Vec::new(), Vec::new());
            return PlaceFile {
                headers,
                rows,
                missing,
                diagnostics,
                columns: [None; 5],
                country: None,
                is_code_guessed: false,
            };
        };
        let folded: Vec<String> = sheet.headers.iter().map(|header| fold(header)).collect();
        let at = |header: &str| folded.iter().position(|other| other == header);
        let mut positions = named.map(|named| named.as_deref().and_then(|header| at(&fold(header))));
        let is_missing =
            |(named, position): &(&Option<String>, &Option<usize>)| named.is_some() && position.is_none();
        let missing =
            named.into_iter().zip(&positions).filter(is_missing).filter_map(|(named, _)| named.clone());
        let missing: Vec<String> = missing.collect();
        for (number, known) in HEADERS.iter().enumerate() {
            // A column that was named for one part is not guessed to be another one.
            let found = known.iter().filter_map(|known| at(known)).find(|at| !positions.contains(&Some(*at)));
            if named.get(number).is_some_and(|named| named.is_none())
                && let Some(position) = positions.get_mut(number)
            {
                *position = found;
            }
        }
        let country = COUNTRY.iter().find_map(|known| at(known));
        diagnostics.extend(duplicates(name, &sheet.headers, positions.iter().flatten()));
        let row = |row: &crate::sheet::Row| PlaceRow {
            line: row.line,
            cells: row.cells.iter().map(str::to_owned).collect(),
        };
        let rows: Vec<PlaceRow> = sheet.rows.iter().map(row).collect();
        // Files of needs have INSEE codes under `commune`.
        let is_commune = |position: usize| folded.get(position).is_some_and(|header| header == "commune");
        let mut is_code_guessed = false;
        if let [code @ None, _, town @ Some(_), ..] = &mut positions
            && named.iter().all(|named| named.is_none())
            && town.is_some_and(is_commune)
            && holds_codes(&rows, *town)
        {
            *code = town.take();
            is_code_guessed = true;
        }
        PlaceFile {
            headers: sheet.headers,
            rows,
            missing,
            diagnostics,
            columns: positions,
            country,
            is_code_guessed,
        }
    }

    /// The headers of the columns that are read; none where the sheet has no column of a place.
    pub fn columns(&self) -> Vec<&str> {
        let headers = self.columns.iter().flatten().filter_map(|position| self.headers.get(*position));
        headers.map(String::as_str).collect()
    }

    /// The place of each row, in their order.
    pub fn locate<'g>(&self, geography: &'g Geography) -> impl Iterator<Item = Location<'g>> {
        self.rows.iter().map(|row| {
            let query = self.query(row);
            let mut location = geography.locate(&query);
            let is_postal = |code: &str| !geography.by_postal_code(code.trim()).is_empty();
            // Half of all postal codes are the INSEE code of another commune.
            if self.is_code_guessed
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
        let country = self.country.and_then(|position| row.cells.get(position));
        if country.is_some_and(|country| is_abroad(country)) {
            return PlaceQuery::default();
        }
        let [code, postal_code, town, address, departement] = self
            .columns
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
        assert_eq!(located("id;commune\na;59512\n", &named), [roubaix]);
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
