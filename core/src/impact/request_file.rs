//! Events of requests as one CSV file: what hosts export, and what the command line reads.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::ImpactFault;
use super::event_rows::{Columns, EventRows, cell_of, text, texts};
use crate::follow_up::{ReferralError, RequestEvent, TrackedRequest, fold_requests};
use crate::need::FieldValue;
use crate::text::shorten;

const COLUMNS: Columns<14> = Columns {
    all: [
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
    ],
    needed: &["request", "on", "kind"],
    value,
    about,
};

/// The requests of a file of events, a row an event.
///
/// Columns may stand in any order, and those that are not needed may be missing. `needs` holds ids with a bar
/// between them.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RequestFile {
    /// The events that count, in the order of the file.
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
        let rows = EventRows::<RequestEvent>::read(name, bytes, &COLUMNS)?;
        let folded = fold_requests(&rows.events, None);
        let ignored = folded.ignored.into_iter().map(|own| {
            let fault = ImpactFault::new(&own.code, own.field.as_deref(), own.message, true);
            let fault = about(fault, Some(&own.event.request));
            (own.event, fault)
        });
        let (events, faults) = rows.without(ignored);
        Ok(RequestFile { events, requests: folded.requests, faults })
    }

    /// The requests as they stood at the end of a day: what a report of a past day is made of.
    pub fn on(&self, day: Date) -> Vec<TrackedRequest> {
        fold_requests(&self.events, Some(day)).requests
    }

    /// Events as CSV, which [`RequestFile::read_csv`] reads back. Columns that nothing stands in are left out.
    pub fn to_csv(events: &[RequestEvent]) -> String {
        COLUMNS.write(&events.iter().map(cells).collect::<Vec<_>>())
    }
}

/// The cells of an event, a column each.
fn cells(event: &RequestEvent) -> [String; 14] {
    [
        event.request.clone(),
        event.on.to_string(),
        if event.seq == 0 { String::new() } else { event.seq.to_string() },
        cell_of(event.at.as_ref()),
        event.kind.to_string(),
        cell_of(event.origin.as_ref()),
        cell_of(event.company.as_ref()),
        cell_of(event.commune.as_ref()),
        cell_of(event.subject.as_ref()),
        cell_of(event.from.as_ref()),
        event.needs.join("|"),
        cell_of(event.held_for.as_ref()),
        cell_of(event.closed_for.as_ref()),
        cell_of(event.author.as_ref()),
    ]
}

/// A cell as what its column holds.
fn value(column: &'static str, cell: &str) -> Result<FieldValue<'static>, ReferralError> {
    match column {
        "seq" => cell.parse().map(FieldValue::Integer).map_err(|_| {
            let message = format!("`seq` is a whole number from 0 up, not `{}`", shorten(cell, 60));
            ReferralError::invalid(column, message)
        }),
        "needs" => Ok(texts(cell)),
        _ => Ok(text(cell)),
    }
}

fn about(fault: ImpactFault, request: Option<&str>) -> ImpactFault {
    ImpactFault { request: request.map(str::to_owned), ..fault }
}
