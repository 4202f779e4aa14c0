//! Events of requests as one CSV file: what hosts export, and what the command line reads.

use std::borrow::Cow;
use std::collections::HashMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::ImpactFault;
use super::file_rows::{columns_of, empty, fault_of_sheet};
use crate::codes;
use crate::codes::repair::serial_date;
use crate::follow_up::{ReferralError, RequestEvent, TrackedRequest, fold_requests, from_value};
use crate::need::FieldValue;
use crate::sheet::read_sheet;
use crate::sheet::write::push_row;
use crate::text::shorten;

/// The columns, in the order in which they are written: the fields of an event.
const COLUMNS: [&str; 14] = [
    "request",
    "on",
    "seq",
    "at",
    "kind",
    "origin",
    "company",
    "commune",
    "subject",
    "from",
    "needs",
    "held_for",
    "closed_for",
    "author",
];

/// The columns without which a file says nothing.
const NEEDED: [&str; 3] = ["request", "on", "kind"];

/// The requests of a file of events, a row an event.
///
/// Columns may stand in any order, and those that are not needed may be missing. `needs` holds ids with a bar
/// between them.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RequestFile {
    /// The events that could be read, in the order of the file.
    pub events: Vec<RequestEvent>,
    /// What they make.
    pub requests: Vec<TrackedRequest>,
    /// Rows that could not be read, and events that cannot have happened, with their lines.
    pub faults: Vec<ImpactFault>,
}

impl RequestFile {
    /// Reads a file.
    ///
    /// ```
    /// use aiguillage::impact::RequestFile;
    ///
    /// let file = RequestFile::read_csv("requests.csv", "request;on;kind;subject;needs;closed_for\n\
    ///     d-1;02/11/2026;deposited;recruter;;\n\
    ///     d-1;03/11/2026;transmitted;;b-1|b-2;\n\
    ///     d-2;02/11/2026;deposited;;;\n\
    ///     d-2;04/11/2026;closed;;;employe\n".as_bytes())?;
    /// assert_eq!((file.requests.len(), file.requests[0].needs.len()), (2, 2));
    /// assert_eq!((file.faults[0].line, file.faults[0].field.as_deref()), (Some(5), Some("closed_for")));
    /// # Ok::<(), aiguillage::ReferralError>(())
    /// ```
    ///
    /// # Errors
    /// `unknown_field` for a column that is none, `duplicate_id` for one given twice, `missing_field` without
    /// the columns `request`, `on` and `kind`, `invalid_value` for an empty file. A faulty row is among the
    /// faults.
    pub fn read_csv(name: &str, bytes: &[u8]) -> Result<RequestFile, ReferralError> {
        let is_known = |cell: &str| COLUMNS.contains(&cell);
        let (sheet, diagnostics) = read_sheet(name, bytes, &is_known);
        let faults = diagnostics.into_iter().map(fault_of_sheet).collect();
        let mut file = RequestFile { faults, ..RequestFile::default() };
        let Some(sheet) = sheet else { return Err(empty(name)) };
        let headers = columns_of(&sheet.headers, &COLUMNS, &NEEDED)?;
        let mut lines: Vec<u32> = Vec::with_capacity(sheet.rows.len());
        for row in &sheet.rows {
            let named = headers.iter().zip(row.cells.iter()).filter(|(_, cell)| !cell.is_empty());
            let cells: Vec<(&'static str, &str)> =
                named.filter_map(|(name, cell)| Some(((*name)?, cell))).collect();
            match read_event(&cells) {
                Ok(event) => {
                    lines.push(row.line);
                    file.events.push(event);
                }
                Err(error) => {
                    let request = cells.iter().find(|(name, _)| *name == "request").map(|(_, cell)| *cell);
                    file.faults.push(fault(Some(row.line), request, &error));
                }
            }
        }
        let folded = fold_requests(&file.events, None);
        file.requests = folded.requests;
        // Of equal events the first line.
        let lines = file.events.iter().zip(lines).rev().collect::<HashMap<&RequestEvent, u32>>();
        file.faults.extend(folded.ignored.into_iter().map(|ignored| ImpactFault {
            line: lines.get(&ignored.event).copied(),
            need: None,
            referral: None,
            request: Some(ignored.event.request),
            code: ignored.code,
            field: ignored.field,
            message: ignored.message,
            left_out: true,
        }));
        file.faults.sort_by_key(|fault| fault.line);
        Ok(file)
    }

    /// The requests as they stood at the end of a day: what a report of a past day is made of.
    pub fn on(&self, day: Date) -> Vec<TrackedRequest> {
        fold_requests(&self.events, Some(day)).requests
    }

    /// Events as CSV, which [`RequestFile::read_csv`] reads back. Columns that nothing stands in are left out.
    pub fn to_csv(events: &[RequestEvent]) -> String {
        let rows: Vec<[String; COLUMNS.len()]> = events.iter().map(cells).collect();
        let written: Vec<usize> = (0..COLUMNS.len())
            .filter(|column| {
                let is_filled =
                    |row: &[String; COLUMNS.len()]| row.get(*column).is_some_and(|cell| !cell.is_empty());
                COLUMNS.get(*column).is_some_and(|name| NEEDED.contains(name)) || rows.iter().any(is_filled)
            })
            .collect();
        let mut text = String::new();
        push_row(&mut text, written.iter().filter_map(|column| COLUMNS.get(*column).copied()));
        for row in &rows {
            push_row(&mut text, written.iter().filter_map(|column| row.get(*column).map(String::as_str)));
        }
        text
    }
}

/// The cells of an event, a column each.
fn cells(event: &RequestEvent) -> [String; COLUMNS.len()] {
    fn text<T: ToString>(value: &Option<T>) -> String {
        value.as_ref().map_or_else(String::new, ToString::to_string)
    }
    [
        event.request.clone(),
        event.on.to_string(),
        if event.seq == 0 { String::new() } else { event.seq.to_string() },
        text(&event.at),
        event.kind.to_string(),
        text(&event.origin),
        text(&event.company),
        text(&event.commune),
        text(&event.subject),
        text(&event.from),
        event.needs.join("|"),
        text(&event.held_for),
        text(&event.closed_for),
        text(&event.author),
    ]
}

fn read_event(cells: &[(&'static str, &str)]) -> Result<RequestEvent, ReferralError> {
    let members = cells.iter().map(|(name, cell)| Ok((Cow::Borrowed(*name), value(name, cell)?)));
    from_value(FieldValue::Map(members.collect::<Result<_, ReferralError>>()?))
}

/// A cell as what its column holds.
fn value(column: &str, cell: &str) -> Result<FieldValue<'static>, ReferralError> {
    match column {
        "on" => {
            let day = serial_date(cell).map(Ok).unwrap_or_else(|| {
                codes::date_in_cell(cell)
                    .map_err(|error| ReferralError::invalid(column, format!("in `{column}`, {error}")))
            })?;
            Ok(FieldValue::Text(Cow::Owned(day.to_string())))
        }
        "seq" => cell.parse().map(FieldValue::Integer).map_err(|_| {
            let message = format!("`seq` is a whole number from 0 up, not `{}`", shorten(cell, 60));
            ReferralError::invalid(column, message)
        }),
        "needs" => {
            let ids = cell.split('|').map(str::trim).filter(|id| !id.is_empty());
            Ok(FieldValue::List(ids.map(|id| FieldValue::Text(Cow::Owned(id.to_owned()))).collect()))
        }
        _ => Ok(FieldValue::Text(Cow::Owned(cell.to_owned()))),
    }
}

fn fault(line: Option<u32>, request: Option<&str>, error: &ReferralError) -> ImpactFault {
    ImpactFault {
        line,
        need: None,
        referral: None,
        request: request.map(str::to_owned),
        code: error.code().to_owned(),
        field: error.field().map(str::to_owned),
        message: error.to_string(),
        left_out: true,
    }
}
