//! Reports of a query and of the period before, made of the same facts.

use super::Topics;
use super::part::Parts;
use crate::directory::Directory;
use crate::follow_up::ReferralError;
use crate::impact::compare::{self, Pair};
use crate::impact::group::WITHHELD;
use crate::impact::{Dimension, Figures, ImpactFacts, ImpactQuery, ImpactReport};

/// A report, and that of the period before.
pub(super) struct Measured {
    pub(super) now: ImpactReport,
    /// Nothing where it is not shown.
    pub(super) before: Option<ImpactReport>,
}

impl Measured {
    pub(super) fn pairs(&self) -> Vec<Pair<'_>> {
        pairs(&self.now, self.before.as_ref())
    }

    /// What either report has something of.
    pub(super) fn topics(&self) -> Topics {
        Topics::of(&self.now.total).with(self.before.as_ref().map(|before| Topics::of(&before.total)))
    }
}

/// The groups of a report, each with its figures of the period before. Small groups together are others in each
/// period: nothing stands beside them.
pub(super) fn pairs<'r>(now: &'r ImpactReport, before: Option<&'r ImpactReport>) -> Vec<Pair<'r>> {
    let Some(before) = before else {
        let alone = |row: &'r crate::impact::ImpactRow| Pair {
            group: row.group.as_deref(),
            label: &row.label,
            before: None,
            after: Some(&row.figures),
        };
        return now.rows.iter().map(alone).collect();
    };
    let pairs = compare::pairs(before, now).into_iter();
    // Where small groups are withheld now, what is known of a group before only would tell that it is among them.
    let pairs = pairs.filter(|pair| pair.after.is_some());
    pairs
        .map(|pair| if pair.group == Some(WITHHELD) { Pair { before: None, ..pair } } else { pair })
        .collect()
}

/// Measures facts by one query, grouped in different ways.
pub(super) struct Measurer<'m> {
    query: ImpactQuery,
    previous: Option<ImpactQuery>,
    directory: Option<&'m Directory>,
}

impl<'m> Measurer<'m> {
    /// How a query is measured, and its report by institution. The period before is left out where nothing was
    /// deposited in it: noughts would say that nobody came, where most often nobody counted; and where so little
    /// was that its total would show what no group may.
    pub(super) fn of(
        facts: &ImpactFacts<'_>,
        query: &ImpactQuery,
        directory: Option<&'m Directory>,
    ) -> Result<(Measurer<'m>, Measured), ReferralError> {
        let mut measurer = Measurer { query: query.clone(), previous: query.previous(), directory };
        let by_institution =
            ImpactQuery { by: Some(Dimension::Institution), period: None, ..measurer.query.clone() };
        let mut measured = measurer.measure(facts, &by_institution)?;
        let is_empty = |figures: &Figures| {
            figures.funnel.deposited + figures.requests.deposited + figures.referrals.sent == 0
        };
        let is_few = |figures: &Figures| {
            let counts = [figures.funnel.deposited, figures.requests.deposited];
            counts.iter().any(|count| (1..u64::from(query.least)).contains(count))
        };
        if measured.before.as_ref().is_some_and(|before| is_empty(&before.total) || is_few(&before.total)) {
            measured.before = None;
            measurer.previous = None;
        }
        Ok((measurer, measured))
    }

    pub(super) fn query(&self) -> &ImpactQuery {
        &self.query
    }

    /// The query of the period before, where that is shown.
    pub(super) fn previous(&self) -> Option<&ImpactQuery> {
        self.previous.as_ref()
    }

    /// The report of a query that asks for the same days.
    pub(super) fn measure(
        &self,
        facts: &ImpactFacts<'_>,
        query: &ImpactQuery,
    ) -> Result<Measured, ReferralError> {
        let now = facts.measure(query, self.directory)?;
        let before = match &self.previous {
            Some(previous) => {
                let previous = ImpactQuery { from: previous.from, until: previous.until, ..query.clone() };
                Some(facts.measure(&previous, self.directory)?)
            }
            None => None,
        };
        Ok(Measured { now, before })
    }

    /// The report of what an institution got, by a way of grouping; without the period before where that is not
    /// known of the institution (`known`).
    pub(super) fn of_institution(
        &self,
        institution: &str,
        known: &Pair<'_>,
        parts: &Parts,
        query: &ImpactQuery,
    ) -> Result<Measured, ReferralError> {
        let query = ImpactQuery { institutions: vec![institution.to_owned()], ..query.clone() };
        let mut measured = self.measure(&parts.facts_of(institution), &query)?;
        if known.before.is_none() {
            measured.before = None;
        }
        Ok(measured)
    }

    /// The same without the period before.
    pub(super) fn now_of_institution(
        &self,
        institution: &str,
        parts: &Parts,
        query: &ImpactQuery,
    ) -> Result<ImpactReport, ReferralError> {
        let query = ImpactQuery { institutions: vec![institution.to_owned()], ..query.clone() };
        parts.facts_of(institution).measure(&query, self.directory)
    }

    /// What an institution got, by antenne.
    pub(super) fn antennes_of(
        &self,
        institution: &str,
        known: &Pair<'_>,
        parts: &Parts,
    ) -> Result<Measured, ReferralError> {
        let query = ImpactQuery { by: Some(Dimension::Antenne), period: None, ..self.query.clone() };
        self.of_institution(institution, known, parts, &query)
    }
}
