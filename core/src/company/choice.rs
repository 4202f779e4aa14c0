//! Which company and which facility of an answer is meant.

use serde_json::Value;

use super::{CompanyError, numbers};
use crate::codes::Siret;

/// A facility that an answer has.
#[derive(Clone, Copy, Debug)]
pub(super) struct Facility<'v> {
    /// Its number, where its keys are right.
    pub(super) siret: Option<Siret>,
    pub(super) is_seat: bool,
    pub(super) is_open: bool,
    pub(super) value: &'v Value,
}

impl<'v> Facility<'v> {
    /// A facility with the number that the register wrote.
    pub(super) fn new(siret: Option<&str>, is_seat: bool, is_open: bool, value: &'v Value) -> Facility<'v> {
        Facility { siret: siret.and_then(numbers::siret), is_seat, is_open, value }
    }
}

/// A company that an answer has.
#[derive(Clone, Debug)]
pub(super) struct Candidate<'v> {
    pub(super) value: &'v Value,
    pub(super) facilities: Vec<Facility<'v>>,
    /// The seat's number, where the answer tells it without the seat itself.
    pub(super) seat: Option<Siret>,
}

/// The company that is meant, and which of its facilities.
#[derive(Debug)]
pub(super) struct Choice<'v> {
    pub(super) company: Candidate<'v>,
    pub(super) facility: Option<Facility<'v>>,
    /// Whether one of several facilities would have had to be asked for.
    pub(super) is_open: bool,
}

/// Chooses the facility that was asked for; without one the only company's only facility, or its seat.
///
/// # Errors
/// `NoCompany` and `SeveralCompanies`.
pub(super) fn choose(
    candidates: Vec<Candidate<'_>>,
    asked: Option<Siret>,
) -> Result<Choice<'_>, CompanyError> {
    let Some(asked) = asked else { return only(candidates) };
    for company in candidates {
        let found = company.facilities.iter().find(|facility| facility.siret == Some(asked)).copied();
        if found.is_some() || company.seat == Some(asked) {
            return Ok(Choice { company, facility: found, is_open: false });
        }
    }
    Err(CompanyError::NoCompany { siret: Some(asked) })
}

fn only(mut candidates: Vec<Candidate<'_>>) -> Result<Choice<'_>, CompanyError> {
    let count = candidates.len();
    let company = match candidates.pop() {
        Some(company) if count == 1 => company,
        Some(_) => return Err(CompanyError::SeveralCompanies { count }),
        None => return Err(CompanyError::NoCompany { siret: None }),
    };
    let (facility, is_open) = match company.facilities.as_slice() {
        [] => (None, false),
        [facility] => (Some(*facility), false),
        several => (several.iter().find(|facility| facility.is_seat).copied(), true),
    };
    Ok(Choice { company, facility, is_open })
}
