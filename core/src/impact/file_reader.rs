//! From the rows of a file to needs and referrals.

use std::borrow::Cow;
use std::collections::HashMap;

use super::columns::{self, NEEDED_TO_READ};
use super::file_rows::{columns_of, empty, fault_of_sheet, repaired_day};
use super::{ImpactFault, ReferralFile};
use crate::codes::repair::serial_date;
use crate::directory::Directory;
use crate::follow_up::{PastExpert, Referral, ReferralError, TrackedNeed};
use crate::sheet::read_sheet;
use crate::text::shorten;

impl ReferralFile {
    /// Reads a file. With a directory, a blank institution or antenne is that of the expert.
    ///
    /// ```
    /// use aiguillage::impact::ReferralFile;
    ///
    /// let file = ReferralFile::read_csv("r.csv", "need;subject;deposited_on;referral;expert;institution;sent_on;state\n\
    ///     b-17;recruter;02/11/2026;r1;e1;cci;02/11/2026;waiting\n\
    ///     b-17;;;r2;e2;cma;02/11/2026;waitting\n".as_bytes(), None)?;
    /// assert_eq!((file.needs.len(), file.referrals.len()), (1, 1));
    /// assert_eq!((file.faults[0].line, file.faults[0].code.as_str()), (Some(3), "unknown_state"));
    /// # Ok::<(), aiguillage::ReferralError>(())
    /// ```
    ///
    /// # Errors
    /// `unknown_field` for a column that is none, `duplicate_id` for one given twice,
    /// `missing_field` without the columns `need`, `subject` and `deposited_on`, `invalid_value` for
    /// an empty file. A faulty row is among the faults.
    pub fn read_csv(
        name: &str,
        bytes: &[u8],
        directory: Option<&Directory>,
    ) -> Result<ReferralFile, ReferralError> {
        let (sheet, diagnostics) = read_sheet(name, bytes, &columns::is_known);
        let mut reader = FileReader::new(directory);
        diagnostics.into_iter().for_each(|diagnostic| reader.add_fault(fault_of_sheet(diagnostic)));
        let Some(sheet) = sheet else { return Err(empty(name)) };
        let known: Vec<&'static str> = columns::names().collect();
        let headers = columns_of(&sheet.headers, &known, &NEEDED_TO_READ)?;
        for row in &sheet.rows {
            let named = headers.iter().zip(row.cells.iter()).filter(|(_, cell)| !cell.is_empty());
            let cells: Vec<_> =
                named.filter_map(|(name, cell)| Some(((*name)?, day(name.as_ref()?, cell)))).collect();
            let repaired = cells.iter().filter_map(|(name, cell)| match cell {
                Cow::Owned(day) => Some((*name, day.clone())),
                Cow::Borrowed(_) => None,
            });
            for (name, day) in repaired {
                reader.add_fault(ImpactFault { line: Some(row.line), ..repaired_day(name, day) });
            }
            let cells: Vec<_> = cells.iter().map(|(name, cell)| (*name, cell.as_ref())).collect();
            reader.read_row(row.line, &cells);
        }
        Ok(reader.finish())
    }
}

/// A cell, with the day of which a spreadsheet made a number.
fn day<'c>(column: &str, cell: &'c str) -> Cow<'c, str> {
    match serial_date(cell).filter(|_| columns::is_date(column)) {
        Some(day) => Cow::Owned(day.to_string()),
        None => Cow::Borrowed(cell),
    }
}

/// Cells that are not empty, each with the name of its column.
type Cells<'s> = [(&'static str, &'s str)];

/// What a row holds in a column.
fn cell<'s>(cells: &Cells<'s>, name: &str) -> Option<&'s str> {
    cells.iter().find(|(column, _)| *column == name).map(|(_, cell)| *cell)
}

/// Where an expert works.
#[derive(Clone, Copy)]
struct Office<'d> {
    antenne: &'d str,
    institution: &'d str,
}

/// The offices of the experts of a directory, by id.
fn offices(directory: &Directory) -> HashMap<&str, Office<'_>> {
    let antennes = directory.antennes().iter();
    let institutions: HashMap<&str, &str> =
        antennes.map(|antenne| (antenne.id.as_str(), antenne.institution.as_str())).collect();
    let experts = directory.experts().iter().filter_map(|expert| {
        let institution = institutions.get(expert.antenne.as_str()).copied()?;
        Some((expert.id.as_str(), Office { antenne: &expert.antenne, institution }))
    });
    experts.collect()
}

#[derive(Default)]
struct FileReader<'d> {
    file: ReferralFile,
    /// By id of the need: its number.
    numbers: HashMap<String, usize>,
    /// By id of the referral: experts who had it before, and the line of the first.
    past: HashMap<String, (u32, Vec<PastExpert>)>,
    offices: HashMap<&'d str, Office<'d>>,
}

impl<'d> FileReader<'d> {
    fn new(directory: Option<&'d Directory>) -> FileReader<'d> {
        FileReader { offices: directory.map_or_else(HashMap::new, offices), ..FileReader::default() }
    }

    fn read_row(&mut self, line: u32, cells: &Cells<'_>) {
        let mut read = self.read_need(line, cells);
        if read.is_ok() && cells.iter().any(|(column, _)| columns::is_of_referral(column)) {
            read = self.read_referral(line, cells);
        }
        if let Err(error) = read {
            self.add_fault(fault(line, cell(cells, "need"), cell(cells, "referral"), &error, true));
        }
    }

    /// Reads a need that is new, or must agree with what is known of it.
    fn read_need(&mut self, line: u32, cells: &Cells<'_>) -> Result<(), ReferralError> {
        let of_need: Vec<_> =
            cells.iter().copied().filter(|(column, _)| columns::is_of_need(column)).collect();
        let Some(id) = cell(&of_need, "need") else { return Err(ReferralError::missing("need")) };
        let number = self.numbers.get(id).copied();
        let known = number.and_then(|number| {
            Some((self.file.needs.get(number)?, self.file.need_lines.get(number).copied()?))
        });
        let Some((need, first_line)) = known else {
            let need: TrackedNeed = columns::read(&of_need, "need")?;
            self.numbers.insert(id.to_owned(), self.file.needs.len());
            self.file.needs.push(need);
            self.file.need_lines.push(line);
            return Ok(());
        };
        let mut faults = Vec::new();
        for (column, cell) in of_need {
            let known = columns::need_cell(need, column);
            if !known.is_some_and(|known| columns::is_same(column, &known, cell)) {
                let message =
                    format!("the need has another `{column}` than on line {first_line}, which counts");
                let error = ReferralError::new("duplicate_id", Some(column), message);
                faults.push(fault(line, Some(id), None, &error, false));
            }
        }
        self.file.faults.append(&mut faults);
        Ok(())
    }

    fn read_referral(&mut self, line: u32, cells: &Cells<'_>) -> Result<(), ReferralError> {
        let mut of_referral: Vec<(&'static str, &str)> = cells
            .iter()
            .copied()
            .filter(|(column, _)| *column == "need" || columns::is_of_referral(column))
            .collect();
        let office = cell(cells, "expert").and_then(|expert| self.offices.get(expert)).copied();
        if let Some(office) = office {
            for (column, id) in [("antenne", office.antenne), ("institution", office.institution)] {
                if cell(cells, column).is_none() {
                    of_referral.push((column, id));
                }
            }
        }
        let Some(id) = cell(cells, "referral") else { return Err(ReferralError::missing("referral")) };
        if cell(cells, "until").is_some() {
            of_referral.retain(|(column, _)| !matches!(*column, "need" | "referral"));
            let past: PastExpert = columns::read(&of_referral, "referral")?;
            let (_, experts) = self.past.entry(id.to_owned()).or_insert_with(|| (line, Vec::new()));
            experts.push(past);
            return Ok(());
        }
        let mut referral: Referral = columns::read(&of_referral, "referral")?;
        if let Some((_, past)) = self.past.remove(id) {
            referral.past = past;
        }
        self.file.referrals.push(referral);
        self.file.referral_lines.push(line);
        Ok(())
    }

    fn add_fault(&mut self, fault: ImpactFault) {
        self.file.faults.push(fault);
    }

    /// The file, with faults in the order of their lines.
    fn finish(mut self) -> ReferralFile {
        for (id, (line, _)) in std::mem::take(&mut self.past) {
            let message =
                format!("`{}` has rows with `until` only: who has it now is missing", shorten(&id, 60));
            let error = ReferralError::new("missing_field", Some("referral"), message);
            self.add_fault(fault(line, None, Some(&id), &error, true));
        }
        self.file.faults.sort_by_key(|fault| fault.line);
        self.file
    }
}

fn fault(
    line: u32,
    need: Option<&str>,
    referral: Option<&str>,
    error: &ReferralError,
    left_out: bool,
) -> ImpactFault {
    ImpactFault {
        line: Some(line),
        need: need.map(str::to_owned),
        referral: referral.map(str::to_owned),
        ..ImpactFault::of(error, left_out)
    }
}
