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
use crate::diagnostic::Diagnostic;
use crate::geography::{Location, PlaceQuery};
use crate::sheet::read_sheet;
use crate::text::fold;

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
    &["code", "code insee", "insee", "code commune", "code commune insee", "citycode"],
    &["postal code", "code postal", "codepostal", "cp", "cpost", "code post", "postcode", "zip"],
    &["town", "ville", "commune", "localite", "libelle commune", "nom commune", "nom de la commune", "city"],
    &["address", "adresse", "adresse complete", "adresse postale"],
    &["departement", "dept", "dpt", "dep", "code departement", "num departement"],
];

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
        let (sheet, diagnostics) = read_sheet(name, bytes, &is_header);
        let Some(sheet) = sheet else {
            let (headers, rows, missing) = (Vec::new(), Vec::new(), Vec::new());
            return PlaceFile { headers, rows, missing, diagnostics, columns: [None; 5] };
        };
        let folded: Vec<String> = sheet.headers.iter().map(|header| fold(header)).collect();
        let mut positions = [None; 5];
        let mut missing = Vec::new();
        for ((position, named), known) in positions.iter_mut().zip(named).zip(HEADERS) {
            let at = |header: &str| folded.iter().position(|other| other == header);
            *position = match named {
                Some(header) => at(&fold(header)),
                None => known.iter().find_map(|known| at(known)),
            };
            missing.extend(named.clone().filter(|_| position.is_none()));
        }
        let row = |row: &crate::sheet::Row| PlaceRow {
            line: row.line,
            cells: row.cells.iter().map(str::to_owned).collect(),
        };
        let rows = sheet.rows.iter().map(row).collect();
        PlaceFile { headers: sheet.headers, rows, missing, diagnostics, columns: positions }
    }

    /// The headers of the columns that are read; none where the sheet has no column of a place.
    pub fn columns(&self) -> Vec<&str> {
        let headers = self.columns.iter().flatten().filter_map(|position| self.headers.get(*position));
        headers.map(String::as_str).collect()
    }

    /// The place of each row, in their order.
    pub fn locate<'g>(&self, geography: &'g Geography) -> impl Iterator<Item = Location<'g>> {
        self.rows.iter().map(|row| geography.locate(&self.query(row)))
    }

    fn query<'r>(&self, row: &'r PlaceRow) -> PlaceQuery<'r> {
        let [code, postal_code, town, address, departement] = self
            .columns
            .map(|position| position.and_then(|position| row.cells.get(position)).map(String::as_str));
        PlaceQuery { code, postal_code, town, address, departement }
    }
}
