//! Needs from a CSV file, a row each.

use std::borrow::Cow;

use super::{FieldValue, Need, NeedError, NeedField};
use crate::diagnostic::Diagnostic;
use crate::sheet::{Cells, read_sheet};
use crate::text::shorten;

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
    /// Rows that could not, with their lines, as errors; and as warnings what is odd about the quotes
    /// of rows that could.
    pub diagnostics: Vec<Diagnostic>,
}

impl Need {
    /// Reads a CSV file whose headers are the fields of [`Need`]: `,` or `;`, UTF-8 or Windows-1252,
    /// blank rows skipped, lists separated by spaces, answers as `question=oui other=non`, dates as
    /// `2026-11-23` or `23/11/2026`.
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
        let (sheet, diagnostics) = read_sheet(name, bytes);
        let Some(sheet) = sheet else { return Ok(NeedRows { rows: Vec::new(), diagnostics }) };
        let mut columns: Vec<Option<NeedField>> = Vec::with_capacity(sheet.headers.len());
        for (number, header) in sheet.headers.iter().enumerate() {
            let field = NeedField::ALL.iter().copied().find(|field| field.as_str() == header);
            if field.is_none() && !sheet.is_margin(number) {
                return Err(NeedError::unknown_field("a need", NeedField::NAMES, header));
            }
            if field.is_some() && columns.contains(&field) {
                let header = shorten(header, 60);
                return Err(NeedError::invalid(
                    header.clone(),
                    format!("the column `{header}` is given twice"),
                ));
            }
            columns.push(field);
        }
        let need = |cells: &Cells| {
            let named = columns.iter().zip(cells.iter()).filter_map(|(field, cell)| Some(((*field)?, cell)));
            Need::from_fields(
                named.map(|(field, cell)| (Cow::Borrowed(field.as_str()), FieldValue::Cell(cell))),
            )
        };
        let rows = sheet.rows.iter().map(|row| NeedRow { line: row.line, need: need(&row.cells) }).collect();
        Ok(NeedRows { rows, diagnostics })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_fields() {
        let error = Need::read_csv("n.csv", b"subject,communes\n").unwrap_err();
        assert_eq!((error.code(), error.hint()), ("unknown_field", Some("did you mean `commune`?")));
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
