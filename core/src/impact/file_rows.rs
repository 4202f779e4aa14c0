//! What all files of figures have in common: their columns, and what is wrong with them as tables.

use std::fmt::Display;

use super::ImpactFault;
use crate::diagnostic::{Diagnostic, Severity};
use crate::follow_up::ReferralError;
use crate::text::shorten;

/// What was found wrong with a file as a table.
pub(super) fn fault_of_sheet(diagnostic: Diagnostic) -> ImpactFault {
    let code = match diagnostic.severity {
        Severity::Remark => diagnostic.code.as_str(),
        Severity::Warning | Severity::Error => "invalid_value",
    };
    let left_out = diagnostic.severity == Severity::Error;
    ImpactFault { line: diagnostic.line, ..ImpactFault::new(code, None, diagnostic.message(), left_out) }
}

/// A day that a spreadsheet made a number of, and that counts as what it was.
pub(super) fn repaired_day(column: &str, day: impl Display) -> ImpactFault {
    let message = format!("a spreadsheet made a number of the day {day}");
    ImpactFault::new("repaired_cell", Some(column), message, false)
}

/// The error of a file in which nothing stands.
pub(super) fn empty(name: &str) -> ReferralError {
    ReferralError::new("invalid_value", None, format!("`{}` is empty", shorten(name, 60)))
}

/// The columns that headers name; nothing for a blank margin.
pub(super) fn columns_of(
    headers: &[String],
    known: &[&'static str],
    needed: &[&'static str],
) -> Result<Vec<Option<&'static str>>, ReferralError> {
    let mut found: Vec<Option<&'static str>> = Vec::with_capacity(headers.len());
    for header in headers {
        let name = known.iter().copied().find(|name| name == header);
        match name {
            None if !header.is_empty() => return Err(ReferralError::unknown_field(header, known)),
            Some(name) if found.contains(&Some(name)) => {
                let message = format!("the column `{name}` is given twice");
                return Err(ReferralError::new("duplicate_id", Some(name), message));
            }
            name => found.push(name),
        }
    }
    match needed.iter().find(|needed| !found.contains(&Some(needed))) {
        Some(missing) => Err(ReferralError::missing(missing)),
        None => Ok(found),
    }
}
