//! What was asked of whom, and what stood in the way.

use serde::Deserialize;

use super::{BoundaryError, NeedInput};
use crate::Router;
use crate::demand::{DemandFault, DemandQuery, DemandReport};
use crate::follow_up::Referral;

/// The needs of which a report is wanted.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DemandRequest<'v> {
    /// The needs. What cannot be read or routed is a fault of the report.
    #[serde(borrow)]
    pub needs: Vec<NeedInput<'v>>,
    /// Their referrals. Where there are some, the report says what was sent, answered and helped.
    #[serde(default)]
    pub referrals: Vec<Referral>,
    /// What to report.
    #[serde(default)]
    pub query: DemandQuery,
}

/// What was asked of each institution, antenne or expert, and what one change would add.
///
/// # Errors
/// As [`Router::demand`].
pub fn demand(router: &Router, request: DemandRequest<'_>) -> Result<DemandReport, BoundaryError> {
    let DemandRequest { needs, referrals, query } = request;
    let (mut read, mut positions, mut faults) = (Vec::with_capacity(needs.len()), Vec::new(), Vec::new());
    for (position, need) in needs.into_iter().enumerate() {
        match need.read() {
            Ok(need) => {
                read.push(need);
                positions.push(position);
            }
            Err(error) => faults.push(DemandFault::of(position, None, &error)),
        }
    }
    let mut report = router.demand(&read, &referrals, &query)?;
    // The core counts from the first need that can be read, the caller from the first that was given.
    let given = |fault: DemandFault| {
        let position = positions.get(fault.position).copied().unwrap_or(fault.position);
        DemandFault { position, ..fault }
    };
    faults.extend(report.faults.into_iter().map(given));
    faults.sort_by_key(|fault| fault.position);
    report.faults = faults;
    Ok(report)
}
