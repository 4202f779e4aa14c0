//! Events of surveys as one CSV file: what hosts export, and what the command line reads.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::ImpactFault;
use super::event_rows::{Columns, EventRows, cell_of, text, texts};
use crate::codes::yes_or_no;
use crate::follow_up::{ReferralError, Survey, SurveyEvent, fold_surveys};
use crate::need::FieldValue;
use crate::text::shorten;

const COLUMNS: Columns<6> = Columns {
    all: ["need", "on", "kind", "called_back", "useful", "outcomes"],
    needed: &["need", "on", "kind"],
    value,
    about,
};

/// The surveys of a file of events, a row an event.
///
/// Columns may stand in any order, and those that are not needed may be missing. `called_back` and `useful` say
/// yes or no (`oui`, `non`), `outcomes` holds words with a bar between them.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SurveyFile {
    /// The events that count, in the order of the file.
    pub events: Vec<SurveyEvent>,
    /// What they make.
    pub surveys: Vec<Survey>,
    /// Rows that could not be read, and events that cannot have happened, with their lines.
    pub faults: Vec<ImpactFault>,
}

impl SurveyFile {
    /// Reads a file.
    ///
    /// ```
    /// use aiguillage::impact::SurveyFile;
    ///
    /// let file = SurveyFile::read_csv("surveys.csv", "need;on;kind;called_back;useful;outcomes\n\
    ///     b-1;20/11/2026;asked;;;\n\
    ///     b-1;23/11/2026;answered;oui;oui;choice_made|actions_started\n\
    ///     b-2;23/11/2026;answered;non;;\n".as_bytes())?;
    /// assert_eq!((file.surveys.len(), file.surveys[0].outcomes.len()), (1, 2));
    /// assert_eq!((file.faults[0].line, file.faults[0].code.as_str()), (Some(4), "unknown_need"));
    /// # Ok::<(), aiguillage::ReferralError>(())
    /// ```
    ///
    /// # Errors
    /// `unknown_field` for a column that is none, `duplicate_id` for one given twice, `missing_field` without
    /// the columns `need`, `on` and `kind`, `invalid_value` for an empty file. A faulty row is among the faults.
    pub fn read_csv(name: &str, bytes: &[u8]) -> Result<SurveyFile, ReferralError> {
        let rows = EventRows::<SurveyEvent>::read(name, bytes, &COLUMNS)?;
        let folded = fold_surveys(&rows.events, None);
        let ignored = folded.ignored.into_iter().map(|own| {
            let fault = ImpactFault::new(&own.code, own.field.as_deref(), own.message, true);
            let fault = about(fault, Some(&own.event.need));
            (own.event, fault)
        });
        let (events, faults) = rows.without(ignored);
        Ok(SurveyFile { events, surveys: folded.surveys, faults })
    }

    /// The surveys as they stood at the end of a day.
    pub fn on(&self, day: Date) -> Vec<Survey> {
        fold_surveys(&self.events, Some(day)).surveys
    }

    /// Events as CSV, which [`SurveyFile::read_csv`] reads back. Columns that nothing stands in are left out.
    pub fn to_csv(events: &[SurveyEvent]) -> String {
        COLUMNS.write(&events.iter().map(cells).collect::<Vec<_>>())
    }
}

/// The cells of an event, a column each.
fn cells(event: &SurveyEvent) -> [String; 6] {
    let yes_or_no =
        |value: Option<bool>| value.map_or("", |value| if value { "oui" } else { "non" }).to_owned();
    let outcomes: Vec<&str> = event.outcomes.iter().map(|outcome| outcome.as_str()).collect();
    [
        event.need.clone(),
        event.on.to_string(),
        cell_of(Some(&event.kind)),
        yes_or_no(event.called_back),
        yes_or_no(event.useful),
        outcomes.join("|"),
    ]
}

/// A cell as what its column holds.
fn value(column: &'static str, cell: &str) -> Result<FieldValue<'static>, ReferralError> {
    match column {
        "called_back" | "useful" => yes_or_no(cell).map(FieldValue::Bool).ok_or_else(|| {
            let message = format!("`{column}` says `oui` or `non`, not `{}`", shorten(cell, 60));
            ReferralError::invalid(column, message)
        }),
        "outcomes" => Ok(texts(cell)),
        _ => Ok(text(cell)),
    }
}

fn about(fault: ImpactFault, need: Option<&str>) -> ImpactFault {
    ImpactFault { need: need.map(str::to_owned), ..fault }
}
