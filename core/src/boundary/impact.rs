//! What was done for companies, in figures.

use jiff::civil::Date;
use serde::Deserialize;

use super::{BoundaryError, Tolerant};
use crate::Directory;
use crate::follow_up::{Referral, ReferralError, Survey, TrackedNeed, TrackedRequest};
use crate::impact::{ImpactChange, ImpactFacts, ImpactFault, ImpactQuery, ImpactReport, ImpactTable};
#[cfg(feature = "csv")]
use crate::impact::{ReferralFile, RequestFile, SurveyFile};

/// The needs and referrals of which a report is wanted.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ImpactRequest {
    /// The needs. What cannot be read is a fault of the report.
    pub needs: Tolerant<TrackedNeed>,
    /// Their referrals. What cannot be read is a fault of the report.
    pub referrals: Tolerant<Referral>,
    /// The requests from which the needs came, or did not. What cannot be read is a fault of the report.
    #[serde(default)]
    pub requests: Tolerant<TrackedRequest>,
    /// What companies were asked about needs, and answered. What cannot be read is a fault of the report.
    #[serde(default)]
    pub surveys: Tolerant<Survey>,
    /// What to report.
    pub query: ImpactQuery,
}

/// A report.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReportRequest {
    /// The report.
    pub report: ImpactReport,
}

/// Two reports that are compared.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CompareReportsRequest {
    /// The earlier one.
    pub before: ImpactReport,
    /// The later one.
    pub after: ImpactReport,
}

/// What is to be reported.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ImpactQueryRequest {
    /// The query.
    pub query: ImpactQuery,
}

/// A day of looking.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DayRequest {
    /// The day.
    pub on: Date,
}

/// A CSV file of needs and referrals, a row a referral.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReferralFileRequest {
    /// What its faults call it.
    #[serde(default = "referrals_csv")]
    pub name: String,
    /// Its text.
    pub text: String,
}

fn referrals_csv() -> String {
    "referrals.csv".to_owned()
}

/// The figures of needs and their referrals.
///
/// # Errors
/// For a query that names what does not exist, or needs a directory that is not there.
pub fn report(directory: Option<&Directory>, request: ImpactRequest) -> Result<ImpactReport, BoundaryError> {
    let ImpactRequest { needs, referrals, requests, surveys, query } = request;
    let facts = ImpactFacts {
        needs: &needs.good,
        referrals: &referrals.good,
        requests: &requests.good,
        surveys: &surveys.good,
    };
    let mut report = facts.measure(&query, directory)?;
    let unread = |list: &'static str, faults: Vec<(usize, ReferralError)>| {
        faults.into_iter().map(move |(row, error)| fault(&error.under(&format!("{list}[{row}]"))))
    };
    let mut faults: Vec<ImpactFault> = unread("needs", needs.faults).collect();
    faults.extend(unread("referrals", referrals.faults));
    faults.extend(unread("requests", requests.faults));
    faults.extend(unread("surveys", surveys.faults));
    faults.append(&mut report.faults);
    report.faults = faults;
    Ok(report)
}

fn fault(error: &ReferralError) -> ImpactFault {
    ImpactFault {
        line: None,
        need: None,
        referral: None,
        request: None,
        code: error.code().to_owned(),
        field: error.field().map(str::to_owned),
        message: error.to_string(),
        left_out: true,
    }
}

/// The report as one flat table, a row a group and period.
///
/// # Errors
/// None.
pub fn table((): (), request: ReportRequest) -> Result<ImpactTable, BoundaryError> {
    Ok(request.report.table())
}

/// The same as the text of a CSV file.
///
/// # Errors
/// None.
#[cfg(feature = "csv")]
pub fn csv((): (), request: ReportRequest) -> Result<String, BoundaryError> {
    Ok(request.report.to_csv())
}

/// How the figures changed from one report to another.
///
/// # Errors
/// None.
pub fn compare((): (), request: CompareReportsRequest) -> Result<Vec<ImpactChange>, BoundaryError> {
    Ok(request.before.changes_to(&request.after))
}

/// The same query for the period before, of the same length; nothing where it has no beginning or end.
///
/// # Errors
/// None.
pub fn previous((): (), request: ImpactQueryRequest) -> Result<Option<ImpactQuery>, BoundaryError> {
    Ok(request.query.previous())
}

/// The query as the library writes it.
///
/// # Errors
/// None but those of reading it.
pub fn read_query((): (), request: ImpactQueryRequest) -> Result<ImpactQuery, BoundaryError> {
    Ok(request.query)
}

/// Everything, seen from a day: a query to be changed.
///
/// # Errors
/// None.
pub fn query_on((): (), request: DayRequest) -> Result<ImpactQuery, BoundaryError> {
    Ok(ImpactQuery::on(request.on))
}

/// The needs and referrals of a CSV file, and what is wrong with its rows.
///
/// # Errors
/// For a file that is no table, or lacks a column.
#[cfg(feature = "csv")]
pub fn read_referrals_csv(
    directory: Option<&Directory>,
    request: ReferralFileRequest,
) -> Result<ReferralFile, BoundaryError> {
    Ok(ReferralFile::read_csv(&request.name, request.text.as_bytes(), directory)?)
}

/// A CSV file of events of requests, a row an event.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RequestFileRequest {
    /// What its faults call it.
    #[serde(default = "requests_csv")]
    pub name: String,
    /// Its text.
    pub text: String,
}

fn requests_csv() -> String {
    "requests.csv".to_owned()
}

/// The requests of a CSV file of events, and what is wrong with its rows.
///
/// # Errors
/// For a file that is no table, or lacks a column.
#[cfg(feature = "csv")]
pub fn read_requests_csv((): (), request: RequestFileRequest) -> Result<RequestFile, BoundaryError> {
    Ok(RequestFile::read_csv(&request.name, request.text.as_bytes())?)
}

/// A CSV file of events of surveys, a row an event.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SurveyFileRequest {
    /// What its faults call it.
    #[serde(default = "surveys_csv")]
    pub name: String,
    /// Its text.
    pub text: String,
}

fn surveys_csv() -> String {
    "surveys.csv".to_owned()
}

/// The surveys of a CSV file of events, and what is wrong with its rows.
///
/// # Errors
/// For a file that is no table, or lacks a column.
#[cfg(feature = "csv")]
pub fn read_surveys_csv((): (), request: SurveyFileRequest) -> Result<SurveyFile, BoundaryError> {
    Ok(SurveyFile::read_csv(&request.name, request.text.as_bytes())?)
}
