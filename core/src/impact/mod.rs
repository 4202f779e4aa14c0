//! Impact: what was done for companies, in figures, from needs and referrals alone.
//!
//! [`ImpactReport::measure`] counts; the report holds the figures of everything, of each group and period that
//! was asked for, and how evenly needs reach territories and institutions. [`Figures`] says what each
//! figure is, exactly. Nothing names a company or a person, but for the ids of advisers where figures
//! are asked by adviser.
//!
//! # What keeps the figures honest
//!
//! - **One funnel, one denominator.** A need is counted once, in the deepest stage that it reached:
//!   deposited, matched, answered, exchanged, helped. What does not go on has a name: lost
//!   (`nobody_found`, `abandoned`, `expired`, `refused`, `unreachable`, `no_help`) or still open
//!   (`not_sent`, `waiting`, `pending`, `in_progress`). Parts add up to their whole at every stage, in
//!   every row.
//! - **The funnel begins at the deposit.** Where requests are given, every one of them has one fate: it waits
//!   to be read, is held, became needs, or was closed for a reason ([`RequestFigures`]). What is lost there
//!   never was a need.
//! - **Every share has its whole.** A [`Share`] holds both numbers, and says when the whole is too
//!   small for a rate to mean much. The same filter applies to both.
//! - **Groups add up.** A need has one theme, subject, commune, adviser, origin and day of deposit, and
//!   needs that have none are a group of their own. By institution, antenne and expert a need is in the
//!   group of each that got it, with what became of it *there*: those needs do not add up
//!   ([`ImpactReport::adds_up`]), but referrals do.
//! - **A colleague's success is no refusal.** Referrals that closed as `taken_by_sibling`, and those
//!   that were given to another before any refusal, are in no rate.
//! - **Delays are differences of days**: never negative, and no change of clock moves them. "Within 5
//!   days" is fewer than 5 whole days after sending.
//! - **One clock of silence.** A need is abandoned by the rule of
//!   [`reminders`](crate::follow_up::reminders): its oldest waiting referral has waited for 45 days, its
//!   newest at least as long as a first reminder takes.
//! - **Facts that contradict themselves sink nothing.** They are listed as [`ImpactReport::faults`],
//!   left out or counted without what is wrong.
//!
//! ```
//! use aiguillage::impact::{Dimension, ImpactQuery, ImpactReport, Period};
//! use aiguillage::follow_up::{Referral, TrackedNeed};
//!
//! let needs: Vec<TrackedNeed> = serde_json::from_str(r#"[
//!     {"id": "b-1", "subject": "recruter", "commune": "80021", "deposited_on": "2026-10-05"},
//!     {"id": "b-2", "subject": "former", "commune": "59350", "deposited_on": "2026-11-09"}
//! ]"#)?;
//! let referrals: Vec<Referral> = serde_json::from_str(r#"[
//!     {"id": "r1", "need": "b-1", "expert": "e1", "institution": "cci", "sent_on": "2026-10-06",
//!      "state": "done", "taken_on": "2026-10-08", "closed_on": "2026-10-20"},
//!     {"id": "r2", "need": "b-2", "expert": "e2", "institution": "cma", "sent_on": "2026-11-09",
//!      "state": "not_for_me", "closed_on": "2026-11-12", "reason": "criteria"}
//! ]"#)?;
//! let query = ImpactQuery {
//!     by: Some(Dimension::Departement),
//!     period: Some(Period::Month),
//!     ..ImpactQuery::on("2026-11-30".parse()?)
//! };
//! let report = ImpactReport::measure(&needs, &referrals, &query, None)?;
//! assert_eq!((report.total.funnel.helped, report.total.funnel.refused), (1, 1));
//! let somme = report.rows.iter().find(|row| row.label == "Somme").unwrap();
//! assert_eq!((somme.period.as_deref(), somme.figures.helped.count), (Some("2026-10"), 1));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

#![deny(clippy::indexing_slicing)]

mod about;
mod attributes;
mod case;
mod cases;
#[cfg(feature = "csv")]
mod columns;
mod compare;
mod equity;
#[cfg(feature = "csv")]
mod event_rows;
#[cfg(feature = "csv")]
mod events;
mod facts;
mod figure_list;
mod figures;
#[cfg(feature = "csv")]
mod file;
#[cfg(feature = "csv")]
mod file_reader;
#[cfg(feature = "csv")]
mod file_rows;
mod filter;
mod geography;
mod gini;
mod group;
mod known;
mod measure;
mod previous;
mod query;
mod report;
mod requalified;
mod request_figures;
#[cfg(feature = "csv")]
mod request_file;
mod slot;
mod survey_figures;
#[cfg(feature = "csv")]
mod survey_file;
mod table;
mod tally;
mod withheld;
#[cfg(feature = "impact-workbooks")]
mod workbook;

#[cfg(feature = "csv")]
pub use events::{EventTable, ImpactEvents};
pub use facts::ImpactFacts;
pub use figures::{Figures, Funnel, ReasonCount, ReferralCounts, Share};
#[cfg(feature = "csv")]
pub use file::ReferralFile;
pub use query::{Dimension, ImpactQuery, Period};
pub use report::{Equity, ImpactChange, ImpactFault, ImpactReport, ImpactRow, TerritoryEquity};
pub use request_figures::{ClosureCount, RequestFigures};
#[cfg(feature = "csv")]
pub use request_file::RequestFile;
pub use survey_figures::{ImpactSurveys, OutcomeCount};
#[cfg(feature = "csv")]
pub use survey_file::SurveyFile;
pub use table::{ColumnKind, ImpactColumn, ImpactTable};
#[cfg(feature = "impact-workbooks")]
pub use workbook::{ImpactWorkbook, PartnerWorkbook};
