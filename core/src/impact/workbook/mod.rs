//! Reports as workbooks (`.xlsx`): a reading guide, the whole, and a sheet for each way of grouping.
//!
//! Everything in them is French, for the partners who read them, and comes from the declarations of the
//! figures. Numbers are numbers, with formats; no cell is a formula; a report makes the same bytes every time.
//!
//! - [`ImpactReport::workbook`] is of one report as it is.
//! - [`ImpactFacts::workbook`] has sheets by institution and by antenne that agree: the referrals of the
//!   antennes of an institution, with those that went straight to it, add up to the institution's.
//! - [`ImpactFacts::partner_workbooks`] is a workbook for each institution and antenne, of its own figures alone.
//!
//! Where the query has a first and a last day, the period before stands beside each figure. Groups under
//! [`ImpactQuery::least`] are withheld in every sheet, and periods as well: their cells hold `*`. The antennes of an
//! institution are withheld among themselves, so that none follows from its institution's row, and those of
//! institutions that are withheld have no row. A workbook knows of no other workbook: whoever reads those of
//! several partners, and the whole, may find what each of them withholds.

mod file_name;
mod guide;
mod indicator;
mod measured;
mod part;
mod partner;
mod sheet;
mod whole;
mod write;

use jiff::civil::Date;

pub use partner::PartnerWorkbook;

use super::compare::Pair;
use super::group::WITHHELD;
use super::{Dimension, ImpactFacts, ImpactQuery, ImpactReport, Period};
use crate::directory::Directory;
use crate::follow_up::ReferralError;
use guide::Guide;
use indicator::{Indicator, Topics, indicators};
use measured::{Measured, Measurer};
use part::Parts;
use sheet::Sheet;

/// Sheets of figures, ready to be written.
#[derive(Clone, Debug, PartialEq)]
pub struct ImpactWorkbook {
    title: String,
    /// The day of looking, which is the day of the document too: the same report makes the same bytes.
    on: Date,
    sheets: Vec<Sheet>,
}

impl ImpactWorkbook {
    /// What it is of: `Ensemble`, or the name of an institution or antenne.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The names of its sheets, the reading guide first.
    pub fn sheet_names(&self) -> impl Iterator<Item = &str> {
        self.sheets.iter().map(|sheet| sheet.name.as_str())
    }

    /// The workbook as the bytes of an `.xlsx` file.
    ///
    /// # Errors
    /// `too_many_rows` for a sheet that no spreadsheet opens: it has 1,048,576 rows at most.
    pub fn to_xlsx(&self) -> Result<Vec<u8>, ReferralError> {
        write::xlsx(self)
    }
}

/// A workbook while its sheets are added.
struct Builder {
    title: String,
    on: Date,
    guide: Guide,
    sheets: Vec<Sheet>,
}

impl Builder {
    /// A guide, then the sheets that it tells of.
    fn new(title: String, query: &ImpactQuery, previous: Option<&ImpactQuery>, all: &[Indicator]) -> Builder {
        let guide = Guide::new(&title, query, previous, all);
        Builder { title, on: query.on, guide, sheets: Vec::new() }
    }

    fn add(&mut self, sheet: Sheet, description: &str) {
        self.guide.tell(&sheet.name, description);
        self.sheets.push(sheet);
    }

    fn build(self) -> ImpactWorkbook {
        let Builder { title, on, guide, mut sheets } = self;
        sheets.insert(0, guide.into_sheet());
        ImpactWorkbook { title, on, sheets }
    }
}

impl ImpactReport {
    /// The report as a workbook: a reading guide, the whole, and its rows if it has any; with the report of the
    /// period before, which [`ImpactQuery::previous`] asks for, beside each figure.
    ///
    /// ```
    /// use aiguillage::follow_up::TrackedNeed;
    /// use aiguillage::impact::{Dimension, ImpactQuery, ImpactReport};
    ///
    /// let needs = [TrackedNeed::new("b-17", "recruter", "2026-11-02".parse()?)];
    /// let query = ImpactQuery { by: Some(Dimension::Subject), ..ImpactQuery::on("2026-12-31".parse()?) };
    /// let workbook = ImpactReport::measure(&needs, &[], &query, None)?.workbook(None);
    /// assert_eq!(workbook.sheet_names().collect::<Vec<_>>(), ["Guide de lecture", "Ensemble", "Par sujet"]);
    /// assert!(workbook.to_xlsx()?.starts_with(b"PK"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn workbook(&self, before: Option<&ImpactReport>) -> ImpactWorkbook {
        let topics = Topics::of(&self.total).with(before.map(|before| Topics::of(&before.total)));
        let all = indicators(topics, self.query.abandoned_days());
        let previous = before.map(|before| &before.query);
        let mut workbook = Builder::new("Ensemble".to_owned(), &self.query, previous, &all);
        let total = before.map(|before| &before.total);
        workbook.add(whole::sheet(&all, &self.total, total, previous.is_some()), whole::DESCRIPTION);
        let shown = match self.query.by.is_some_and(is_of_receivers) {
            true => indicators(topics.of_receivers(), self.query.abandoned_days()),
            false => all,
        };
        workbook.add_rows(self, before, &shown);
        workbook.build()
    }
}

impl Builder {
    /// Adds the rows of a report as they are.
    fn add_rows(&mut self, report: &ImpactReport, before: Option<&ImpactReport>, all: &[Indicator]) {
        match (report.query.by, report.query.period) {
            (Some(by), Some(_)) => {
                self.add(sheet::by_group_and_period(report, by, all), &sheet::description(by));
            }
            (Some(by), None) => {
                let pairs = measured::pairs(report, before);
                self.add(sheet::by_group(&pairs, by, all, before.is_some()), &sheet::description(by));
            }
            (None, Some(period)) => self.add_periods(report, period, all),
            (None, None) => {}
        }
    }

    fn add_periods(&mut self, report: &ImpactReport, period: Period, all: &[Indicator]) {
        let description = "une ligne par période de dépôt des besoins, les plus anciennes d’abord.";
        self.add(sheet::by_period(report, period, all), description);
    }
}

impl ImpactFacts<'_> {
    /// The impact of what was done as a workbook: a reading guide, the whole, sheets by institution and by antenne that
    /// agree with each other, one by period where the query asks for periods, and one by what else it asks for.
    ///
    /// Where the query has a first and a last day, and something was deposited in the period of the same length
    /// before, that stands beside each figure.
    ///
    /// ```
    /// use aiguillage::follow_up::{Referral, TrackedNeed};
    /// use aiguillage::impact::{ImpactFacts, ImpactQuery, Period};
    ///
    /// let needs = [TrackedNeed::new("b-17", "recruter", "2026-11-02".parse()?)];
    /// let referrals: Vec<Referral> = serde_json::from_str(r#"[{"id": "r1", "need": "b-17", "expert": "e",
    ///     "institution": "cci", "sent_on": "2026-11-02", "state": "waiting"}]"#)?;
    /// let facts = ImpactFacts { needs: &needs, referrals: &referrals, ..ImpactFacts::default() };
    /// let query = ImpactQuery { period: Some(Period::Month), ..ImpactQuery::on("2026-12-31".parse()?) };
    /// let workbook = facts.workbook(&query, None)?;
    /// let sheets: Vec<&str> = workbook.sheet_names().collect();
    /// assert_eq!(sheets, ["Guide de lecture", "Ensemble", "Par institution", "Par antenne", "Par mois"]);
    /// assert!(workbook.to_xlsx()?.starts_with(b"PK"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// As [`ImpactReport::measure`].
    pub fn workbook(
        &self,
        query: &ImpactQuery,
        directory: Option<&Directory>,
    ) -> Result<ImpactWorkbook, ReferralError> {
        let (measurer, institutions) = Measurer::of(self, query, directory)?;
        let topics = institutions.topics();
        let all = indicators(topics, query.abandoned_days());
        let of_receivers = indicators(topics.of_receivers(), query.abandoned_days());
        let previous = measurer.previous();
        let mut workbook = Builder::new("Ensemble".to_owned(), &institutions.now.query, previous, &all);
        let before = institutions.before.as_ref().map(|before| &before.total);
        workbook
            .add(whole::sheet(&all, &institutions.now.total, before, previous.is_some()), whole::DESCRIPTION);
        let pairs = institutions.pairs();
        let by = Dimension::Institution;
        workbook.add(sheet::by_group(&pairs, by, &of_receivers, previous.is_some()), &sheet::description(by));
        let parts = Parts::of(self, directory);
        let antennes = antennes(&measurer, &institutions, &parts)?;
        workbook.add(sheet::by_antenne(&antennes, &of_receivers, previous.is_some()), sheet::OF_ANTENNES);
        if let Some(period) = query.period {
            let measured = measurer.measure(self, &ImpactQuery { by: None, ..measurer.query().clone() })?;
            workbook.add_periods(&measured.now, period, &all);
        }
        if let Some(by) = query.by.filter(|by| !matches!(by, Dimension::Institution | Dimension::Antenne)) {
            let measured =
                measurer.measure(self, &ImpactQuery { period: None, ..measurer.query().clone() })?;
            let shown = if is_of_receivers(by) { &of_receivers } else { &all };
            let pairs = measured.pairs();
            workbook.add(sheet::by_group(&pairs, by, shown, previous.is_some()), &sheet::description(by));
        }
        Ok(workbook.build())
    }
}

/// Whether groups are of those to whom needs go: no request is any of theirs.
fn is_of_receivers(by: Dimension) -> bool {
    !by.is_partition() || by == Dimension::Adviser
}

/// The rows of each institution that is shown, and its antennes'.
fn antennes<'r>(
    measurer: &Measurer<'_>,
    institutions: &'r Measured,
    parts: &Parts,
) -> Result<Vec<(Pair<'r>, Option<Measured>)>, ReferralError> {
    let pairs = institutions.pairs().into_iter();
    let of_institution = |pair: Pair<'r>| {
        let own = match pair.group.filter(|group| *group != WITHHELD) {
            Some(institution) => Some(measurer.antennes_of(institution, &pair, parts)?),
            None => None,
        };
        Ok((pair, own))
    };
    pairs.map(of_institution).collect()
}

#[cfg(test)]
mod tests;
