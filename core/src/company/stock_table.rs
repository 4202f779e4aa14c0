//! A stock file of INSEE, or a selection of its columns, as CSV.

use serde_json::{Map, Value};

use super::{Company, CompanyError, CompanyReader, stock};
use crate::diagnostic::Diagnostic;
use crate::sheet::read_sheet;

/// One row of a file of companies.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CompanyRow {
    /// The line where the row begins, the first being 1.
    pub line: u32,
    /// The company, or why the row gives none.
    pub company: Result<Company, CompanyError>,
}

/// What a file of companies holds.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct CompanyRows {
    /// The rows that could be cut into cells.
    pub rows: Vec<CompanyRow>,
    /// Rows that could not, with their lines, and what is odd about the cells of others.
    pub diagnostics: Vec<Diagnostic>,
}

impl CompanyReader<'_> {
    /// Reads a sheet whose headers are the columns of INSEE's stock files, all or some of them. Other columns
    /// are passed over, so that an export beside which the SIRENE columns were joined can be read. With a SIRET
    /// asked for, rows of other facilities are left out.
    ///
    /// # Errors
    /// `UnknownShape` where the headers are not those of a stock file. A faulty row is an error of its own.
    pub fn read_csv(&self, name: &str, bytes: &[u8]) -> Result<CompanyRows, CompanyError> {
        let (sheet, diagnostics) = read_sheet(name, bytes, &stock::is_column);
        let unknown = || CompanyError::UnknownShape { looked_for: stock::LOOKED_FOR, fault: None };
        let sheet = sheet.ok_or_else(unknown)?;
        if !stock::is_row(sheet.headers.iter().map(String::as_str)) {
            return Err(unknown());
        }
        let mut rows = Vec::with_capacity(sheet.rows.len());
        for row in &sheet.rows {
            let cells = sheet.headers.iter().enumerate().map(|(number, header)| {
                let cell = row.cells.get(number);
                (header.clone(), if cell.is_empty() { Value::Null } else { Value::from(cell) })
            });
            let company = stock::read(self.geography(), &cells.collect::<Map<_, _>>(), self.asked());
            match company {
                Err(CompanyError::NoCompany { siret: Some(_) }) => {}
                company => rows.push(CompanyRow { line: row.line, company }),
            }
        }
        Ok(CompanyRows { rows, diagnostics })
    }
}

#[cfg(feature = "cog")]
impl Company {
    /// Reads a sheet of rows of INSEE's stock files over the embedded geography: see [`CompanyReader::read_csv`].
    ///
    /// ```
    /// use aiguillage::Company;
    ///
    /// let table = b"siret;codeCommuneEtablissement\n82161143100015;80021\n82161143100016;80021\n";
    /// let file = Company::read_csv("sirene.csv", table)?;
    /// let company = file.rows[0].company.as_ref().unwrap();
    /// assert_eq!(company.siret.unwrap().to_string(), "82161143100015");
    /// // A row of which the SIRET is wrong has its other facts.
    /// assert_eq!(file.rows[1].company.as_ref().unwrap().findings[0].code.as_str(), "wrong_key");
    /// # Ok::<(), aiguillage::company::CompanyError>(())
    /// ```
    ///
    /// # Errors
    /// See [`CompanyError`].
    pub fn read_csv(name: &str, bytes: &[u8]) -> Result<CompanyRows, CompanyError> {
        CompanyReader::new(&crate::geography::Geography::embedded()).read_csv(name, bytes)
    }
}
