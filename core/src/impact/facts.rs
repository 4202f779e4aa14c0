//! What a report is made of.

use super::{ImpactQuery, ImpactReport};
use crate::directory::Directory;
use crate::follow_up::{Referral, ReferralError, Survey, TrackedNeed, TrackedRequest};

/// What a report is made of: everything that a host keeps after a company asks.
///
/// Each list may be empty; what is in none of them is in no figure.
#[derive(Clone, Copy, Debug, Default)]
pub struct ImpactFacts<'f> {
    /// The needs.
    pub needs: &'f [TrackedNeed],
    /// Their referrals.
    pub referrals: &'f [Referral],
    /// The requests from which needs came, or did not, as they stood on the day of looking: for a past day
    /// those that [`fold_requests`](crate::follow_up::fold_requests) makes of it, since a request as it
    /// stands now does not tell what was undone since.
    pub requests: &'f [TrackedRequest],
    /// What companies were asked about needs, and answered.
    pub surveys: &'f [Survey],
}

impl ImpactFacts<'_> {
    /// The impact of what was done, in figures: as [`ImpactReport::measure`], with everything there is.
    ///
    /// ```
    /// use aiguillage::follow_up::{RequestEvent, TrackedNeed, fold_requests};
    /// use aiguillage::impact::{ImpactFacts, ImpactQuery};
    ///
    /// let events: Vec<RequestEvent> = serde_json::from_str(r#"[
    ///     {"request": "d-1", "on": "2026-11-02", "kind": "deposited", "subject": "former"},
    ///     {"request": "d-1", "on": "2026-11-03", "kind": "requalified", "subject": "recruter"},
    ///     {"request": "d-1", "on": "2026-11-03", "kind": "transmitted", "needs": ["b-1"]},
    ///     {"request": "d-2", "on": "2026-11-02", "kind": "deposited"},
    ///     {"request": "d-2", "on": "2026-11-04", "kind": "closed", "closed_for": "employee"}
    /// ]"#)?;
    /// let facts = ImpactFacts {
    ///     needs: &[TrackedNeed::new("b-1", "recruter", "2026-11-02".parse()?)],
    ///     requests: &fold_requests(&events, None).requests,
    ///     ..ImpactFacts::default()
    /// };
    /// let requests = facts.measure(&ImpactQuery::on("2026-12-31".parse()?), None)?.total.requests;
    /// assert_eq!((requests.deposited, requests.transmitted, requests.closed), (2, 1, 1));
    /// assert_eq!((requests.transmitted_in_time.count, requests.requalified.of), (1, 1));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// As [`ImpactReport::measure`].
    pub fn measure(
        &self,
        query: &ImpactQuery,
        directory: Option<&Directory>,
    ) -> Result<ImpactReport, ReferralError> {
        super::measure::measure(self, query, directory)
    }
}
