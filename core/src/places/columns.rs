//! Which columns of a sheet hold the parts of places.

use super::PlaceRow;
use crate::diagnostic::{Diagnostic, DiagnosticCode, Severity};
use crate::language::sentence;
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

/// What people write above the parts of a place, folded, in the order of the parts.
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

/// Where the parts of places stand in a sheet.
#[derive(Clone, Debug, Default)]
pub(super) struct Columns {
    /// The positions of the code, the postal code, the town, the address and the département.
    pub(super) parts: [Option<usize>; 5],
    pub(super) country: Option<usize>,
    /// The headers that were named, and that the sheet does not have.
    pub(super) missing: Vec<String>,
    /// Whether the column of codes was taken for one by its cells.
    pub(super) is_code_guessed: bool,
}

impl PlaceColumns {
    fn named(&self) -> [Option<&str>; 5] {
        let PlaceColumns { code, postal_code, town, address, departement } = self;
        [code, postal_code, town, address, departement].map(|named| named.as_deref())
    }

    /// Whether a cell is the header of a part, named or known.
    pub(super) fn know(&self, cell: &str) -> bool {
        let cell = fold(cell);
        self.named().into_iter().flatten().any(|named| fold(named) == cell)
            || HEADERS.iter().any(|known| known.contains(&cell.as_str()))
    }

    /// Finds the columns: those that are named, and for the other parts those that are called so.
    pub(super) fn find(&self, headers: &[String], rows: &[PlaceRow]) -> Columns {
        let named = self.named();
        let folded: Vec<String> = headers.iter().map(|header| fold(header)).collect();
        let at = |header: &str| folded.iter().position(|other| other == header);
        let mut parts = named.map(|named| named.and_then(|header| at(&fold(header))));
        let missing = named.iter().zip(&parts).filter(|(_, position)| position.is_none());
        let missing = missing.filter_map(|(named, _)| named.map(str::to_owned)).collect();
        for (number, known) in HEADERS.iter().enumerate() {
            // A column that was named for one part is not guessed to be another one.
            let found = known.iter().filter_map(|known| at(known)).find(|at| !parts.contains(&Some(*at)));
            if let (Some(None), Some(part)) = (named.get(number), parts.get_mut(number)) {
                *part = found;
            }
        }
        let country = COUNTRY.iter().find_map(|known| at(known));
        let mut columns = Columns { parts, country, missing, is_code_guessed: false };
        // Files of needs have INSEE codes under `commune`.
        let commune = at("commune").filter(|position| holds_codes(rows, *position));
        if let ([code @ None, _, town, ..], Some(commune)) = (&mut columns.parts, commune)
            && named == [None; 5]
        {
            *code = Some(commune);
            *town = town.filter(|town| *town != commune);
            columns.is_code_guessed = true;
        }
        columns
    }
}

impl Columns {
    /// A finding for each column that is read and that another one has the name of.
    pub(super) fn duplicates(&self, name: &str, headers: &[String]) -> Vec<Diagnostic> {
        let is_second = |position: usize, header: &String| {
            headers.iter().enumerate().any(|(other, known)| other > position && fold(known) == fold(header))
        };
        let read =
            self.parts.iter().flatten().filter_map(|position| Some((*position, headers.get(*position)?)));
        read.filter(|(position, header)| is_second(*position, header))
            .map(|(position, header)| Diagnostic {
                severity: Severity::Error,
                code: DiagnosticCode::DuplicateField,
                file: Some(name.to_owned()),
                line: None,
                column: u32::try_from(position + 1).ok(),
                text: shorten(header, 60).to_string(),
                said: sentence!(ColumnTwiceFirstRead { column: shorten(header, 60) }),
                nearest: None,
            })
            .collect()
    }
}

/// Whether most cells of a column are INSEE codes: `commune` holds them in files of needs.
fn holds_codes(rows: &[PlaceRow], column: usize) -> bool {
    let cells = rows.iter().filter_map(|row| row.cells.get(column)).filter(|cell| !cell.trim().is_empty());
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
