//! What public registers know of companies, and needs that are completed by it.

use serde::Deserialize;

use super::{BoundaryError, NeedInput};
use crate::company::{Company, CompletedNeed, Finding};
use crate::language::Language;
#[cfg(feature = "cog")]
use {
    crate::codes::Siret, crate::company::CompanyReader, crate::geography::Geography,
    std::collections::BTreeMap,
};

/// What a register answered.
#[cfg(feature = "cog")]
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CompanyAnswerRequest {
    /// The text of the answer, which is JSON.
    pub answer: String,
    /// The facility that is asked for; where the answer has one company, it may be left out.
    #[serde(default)]
    pub siret: Option<Siret>,
}

/// A row of INSEE's stock files.
#[cfg(feature = "cog")]
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CompanyRowRequest {
    /// Its texts by the names of their columns, such as `siret` and `codeCommuneEtablissement`; other columns
    /// are passed over.
    pub row: BTreeMap<String, Option<String>>,
}

/// A need that is to be completed by what is known of its company.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CompleteNeedRequest<'v> {
    /// The need.
    #[serde(borrow)]
    pub need: NeedInput<'v>,
    /// What is known.
    pub company: Company,
}

/// A finding that people are to read.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FindingRequest {
    /// The finding.
    pub finding: Finding,
    /// The language in which they read it.
    #[serde(default)]
    pub language: Language,
}

/// The facts of the company of a register's answer.
///
/// # Errors
/// As [`Company::from_json`].
#[cfg(feature = "cog")]
pub fn read((): (), request: CompanyAnswerRequest) -> Result<Company, BoundaryError> {
    Ok(match request.siret {
        Some(siret) => Company::from_json_for(&request.answer, siret)?,
        None => Company::from_json(&request.answer)?,
    })
}

/// The facts of the company of a row.
///
/// # Errors
/// As [`Company::from_row`].
#[cfg(feature = "cog")]
pub fn read_row((): (), request: CompanyRowRequest) -> Result<Company, BoundaryError> {
    let cells = request.row.into_iter().filter_map(|(column, text)| Some((column, text?)));
    Ok(CompanyReader::new(&Geography::embedded()).read_row(cells)?)
}

/// The need with what it leaves open filled by what is known of its company.
///
/// # Errors
/// For a need that cannot be read.
pub fn complete_need((): (), request: CompleteNeedRequest<'_>) -> Result<CompletedNeed, BoundaryError> {
    Ok(request.need.read()?.with_company(&request.company))
}

/// What a finding says, in one sentence.
///
/// # Errors
/// None.
pub fn finding_message((): (), request: FindingRequest) -> Result<String, BoundaryError> {
    Ok(request.finding.message_in(request.language))
}
