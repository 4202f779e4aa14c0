//! Needs from a CSV file, a row each.

use std::borrow::Cow;

use super::{FieldValue, Need, NeedError, NeedField};
use crate::codes::repair::{self, Numeral};
use crate::diagnostic::{Diagnostic, DiagnosticCode, Severity};
use crate::language::{Sentence, sentence};
use crate::sheet::{Cells, read_sheet};
use crate::text::{cut, shorten};

/// The fields of digits, which spreadsheets take for numbers.
const CODES: [&str; 9] = [
    "commune",
    "postal_code",
    "siret",
    "headcount",
    "headcount_band",
    "legal_form",
    "idcc",
    "turnover",
    "balance_sheet",
];

/// The fields of days, which spreadsheets count from the end of 1899.
const DAYS: [&str; 2] = ["on", "created_on"];

/// One row of a file of needs.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct NeedRow {
    /// The line where the row begins, the first being 1.
    pub line: u32,
    /// The need, or why the row is none.
    pub need: Result<Need, NeedError>,
}

/// What a file of needs holds.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct NeedRows {
    /// The rows that could be cut into cells, each a need or an error.
    pub rows: Vec<NeedRow>,
    /// Rows that could not, with their lines, as errors; and as warnings what is odd about rows that
    /// could: their quotes, and cells that a spreadsheet spoiled and that were read as what they were.
    pub diagnostics: Vec<Diagnostic>,
}

impl Need {
    /// Reads a sheet whose headers are the fields of [`Need`]: `,`, `;` or tabs, UTF-8, UTF-16,
    /// Windows-1252 or Mac Roman, titles above the headers and blank rows skipped, lists separated by
    /// spaces, answers as `question=oui other=non`, dates as `2026-11-23` or `23/11/2026`. Codes and
    /// dates that a spreadsheet took for numbers are read as what they were, with a warning.
    ///
    /// ```
    /// use aiguillage::Need;
    ///
    /// let file = Need::read_csv("needs.csv", b"subject;commune;headcount\nrecruter;80021;3\nrecruter;80021;many\n")?;
    /// assert_eq!(file.rows[0].need.as_ref().unwrap().headcount, Some(3));
    /// assert_eq!(file.rows[1].line, 3);
    /// assert_eq!(file.rows[1].need.as_ref().unwrap_err().field(), Some("headcount"));
    /// # Ok::<(), aiguillage::NeedError>(())
    /// ```
    ///
    /// # Errors
    /// When a header is no field of a need, or is given twice. A faulty row is an error of its own.
    pub fn read_csv(name: &str, bytes: &[u8]) -> Result<NeedRows, NeedError> {
        let is_header = |cell: &str| NeedField::NAMES.contains(&cell);
        let (sheet, mut diagnostics) = read_sheet(name, bytes, &is_header);
        let Some(sheet) = sheet else { return Ok(NeedRows { rows: Vec::new(), diagnostics }) };
        let mut columns: Vec<Option<NeedField>> = Vec::with_capacity(sheet.headers.len());
        for (number, header) in sheet.headers.iter().enumerate() {
            let field = NeedField::ALL.iter().copied().find(|field| field.as_str() == header);
            if field.is_none() && !sheet.is_margin(number) {
                return Err(NeedError::unknown_field(sentence!(ANeed), NeedField::NAMES, header));
            }
            if field.is_some() && columns.contains(&field) {
                return Err(NeedError::column_twice(header));
            }
            columns.push(field);
        }
        let mut rows = Vec::with_capacity(sheet.rows.len());
        for row in &sheet.rows {
            let mut repairs = Vec::new();
            let need = need(&columns, &row.cells, &mut repairs);
            for (number, message) in repairs {
                diagnostics.push(Diagnostic {
                    severity: Severity::Warning,
                    code: DiagnosticCode::RepairedCell,
                    file: Some(name.to_owned()),
                    line: Some(row.line),
                    column: u32::try_from(number + 1).ok(),
                    text: cut(row.cells.get(number), 120).into_owned(),
                    said: message,
                    nearest: None,
                });
            }
            rows.push(NeedRow { line: row.line, need });
        }
        Ok(NeedRows { rows, diagnostics })
    }
}

/// The need of a row, with what was repaired in its cells, by the number of the column.
fn need(
    columns: &[Option<NeedField>],
    cells: &Cells,
    repairs: &mut Vec<(usize, Sentence)>,
) -> Result<Need, NeedError> {
    let mut fields = Vec::with_capacity(columns.len());
    for (number, (field, cell)) in columns.iter().zip(cells.iter()).enumerate() {
        let Some(field) = field.map(NeedField::as_str) else { continue };
        let repaired = repaired(field, cell)?;
        if let Cow::Owned(repaired) = &repaired {
            repairs.push((
                number,
                sentence!(SpreadsheetMade { text: shorten(cell, 60), code: repaired.as_str() }),
            ));
        }
        fields.push((field, repaired));
    }
    let fields = fields.iter().map(|(field, cell)| (Cow::Borrowed(*field), FieldValue::Cell(cell)));
    Need::from_fields(fields)
}

/// The cell of a field as it was before a spreadsheet took it for a number.
fn repaired<'c>(field: &str, cell: &'c str) -> Result<Cow<'c, str>, NeedError> {
    if DAYS.contains(&field)
        && let Some(day) = repair::serial_date(cell)
    {
        return Ok(Cow::Owned(day.to_string()));
    }
    if !CODES.contains(&field) {
        return Ok(Cow::Borrowed(cell));
    }
    match repair::numeral(cell) {
        Numeral::Untouched => Ok(Cow::Borrowed(cell)),
        Numeral::Whole(digits) => Ok(Cow::Owned(digits)),
        Numeral::DigitsLost => {
            let message = sentence!(LostDigits { text: shorten(cell, 60) });
            Err(NeedError::invalid(field.to_owned(), message))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_did_is_undone_or_told() {
        let text = "Besoins de la semaine;;;\nsubject;commune;siret;created_on\n\
            s;80021.0;8,2161143100015E+13;46349\ns;80021;8,2E+13;\n";
        let file = Need::read_csv("n.csv", text.as_bytes()).unwrap();
        let need = file.rows[0].need.as_ref().unwrap();
        assert_eq!(
            (need.commune.as_str(), need.siret.unwrap().to_string().as_str()),
            ("80021", "82161143100015")
        );
        assert_eq!(need.created_on.unwrap().to_string(), "2026-11-23");
        let found: Vec<_> =
            file.diagnostics.iter().map(|one| (one.code.as_str(), one.line, one.column)).collect();
        let repaired = |column| ("repaired_cell", Some(3), Some(column));
        assert_eq!(found, [("title_line", Some(1), None), repaired(2), repaired(3), repaired(4)]);
        let error = file.rows[1].need.as_ref().unwrap_err();
        assert_eq!((error.code(), error.field()), ("invalid_value", Some("siret")));
        assert!(error.to_string().contains("lost digits"), "{error}");
    }

    #[test]
    fn headers_are_fields() {
        let error = Need::read_csv("n.csv", b"subject,communes\n").unwrap_err();
        assert_eq!(
            (error.code(), error.hint().as_deref()),
            ("unknown_field", Some("did you mean `commune`?"))
        );
        assert_eq!(Need::read_csv("n.csv", b"naf,naf\n").unwrap_err().code(), "invalid_value");
        assert!(Need::read_csv("n.csv", b"subject,commune,\ns,80021,\n").is_ok());
    }

    #[test]
    fn rows_out_of_shape_are_reported_beside_the_others() {
        let file = Need::read_csv("n.csv", b"subject,commune\ns,80021,x\ns,80021\n").unwrap();
        assert_eq!((file.rows.len(), file.diagnostics.len()), (1, 1));
        assert_eq!(file.diagnostics[0].line, Some(2));
        assert_eq!(Need::read_csv("n.csv", b"").unwrap().diagnostics.len(), 1);
    }
}
