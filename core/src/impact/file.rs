//! Needs and referrals as one CSV file: what hosts export, and what the command line reads.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::columns::{self, ALWAYS_WRITTEN};
use super::{ImpactFacts, ImpactFault, ImpactQuery, ImpactReport};
use crate::directory::Directory;
use crate::follow_up::{Referral, ReferralError, Survey, TrackedNeed, TrackedRequest};
use crate::sheet::write::push_row;

/// Needs and referrals of a file.
///
/// A row is a referral with the facts of its need; a need without referral is a row that has nothing
/// in the referral's columns. Facts of a need may be left blank in its further rows. An expert who
/// had a referral before is a row of its own, before the referral's row, with `until`. Columns may
/// stand in any order, and those that are not needed may be missing.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReferralFile {
    /// The needs, each once.
    pub needs: Vec<TrackedNeed>,
    /// The line on which each of them begins.
    pub need_lines: Vec<u32>,
    /// The referrals.
    pub referrals: Vec<Referral>,
    /// The line on which each of them stands.
    pub referral_lines: Vec<u32>,
    /// Rows that are left out, or that contradict others, with their lines.
    pub faults: Vec<ImpactFault>,
}

impl ReferralFile {
    /// The impact of the file's needs and referrals; faults know their lines.
    ///
    /// # Errors
    /// As [`ImpactReport::measure`].
    pub fn measure(
        &self,
        query: &ImpactQuery,
        directory: Option<&Directory>,
    ) -> Result<ImpactReport, ReferralError> {
        self.measure_with(&[], &[], query, directory)
    }

    /// The same with the requests from which the needs came, or did not, and with what companies said of them.
    ///
    /// # Errors
    /// As [`ImpactReport::measure`].
    pub fn measure_with(
        &self,
        requests: &[TrackedRequest],
        surveys: &[Survey],
        query: &ImpactQuery,
        directory: Option<&Directory>,
    ) -> Result<ImpactReport, ReferralError> {
        let facts = ImpactFacts { needs: &self.needs, referrals: &self.referrals, requests, surveys };
        let mut report = facts.measure(query, directory)?;
        let needs = self.needs.iter().map(|need| need.id.as_str());
        let needs: HashMap<&str, u32> = needs.zip(self.need_lines.iter().copied()).collect();
        let referrals = self.referrals.iter().map(|referral| referral.id.as_str());
        let referrals: HashMap<&str, u32> = referrals.zip(self.referral_lines.iter().copied()).collect();
        for fault in &mut report.faults {
            fault.line = match (&fault.referral, &fault.need) {
                (Some(referral), _) => referrals.get(referral.as_str()).copied(),
                (None, Some(need)) => needs.get(need.as_str()).copied(),
                (None, None) => None,
            };
        }
        report.faults.extend(self.faults.iter().cloned());
        report.faults.sort_by_key(|fault| fault.line);
        Ok(report)
    }

    /// The file as CSV, which [`ReferralFile::read_csv`] reads back. Columns that nothing stands in
    /// are left out.
    pub fn to_csv(&self) -> String {
        let mut referrals_of: HashMap<&str, Vec<&Referral>> = HashMap::new();
        for referral in &self.referrals {
            referrals_of.entry(&referral.need).or_default().push(referral);
        }
        let mut rows: Vec<Vec<String>> = Vec::new();
        for need in &self.needs {
            let Some(referrals) = referrals_of.remove(need.id.as_str()) else {
                rows.push(columns::need_row(need));
                continue;
            };
            for referral in referrals {
                let past = referral.past.iter().map(Some);
                rows.extend(past.chain([None]).map(|past| columns::referral_row(need, referral, past)));
            }
        }
        let header: Vec<String> = columns::names().map(str::to_owned).collect();
        let mut is_written: Vec<bool> =
            header.iter().map(|name| ALWAYS_WRITTEN.contains(&name.as_str())).collect();
        for row in &rows {
            for (is_written, cell) in is_written.iter_mut().zip(row) {
                *is_written |= !cell.is_empty();
            }
        }
        let written = |row: Vec<String>| -> Vec<String> {
            row.into_iter().zip(&is_written).filter(|(_, written)| **written).map(|(cell, _)| cell).collect()
        };
        let mut text = String::new();
        std::iter::once(header).chain(rows).for_each(|row| push_row(&mut text, written(row)));
        text
    }
}
