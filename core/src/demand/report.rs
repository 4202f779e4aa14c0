//! What is counted, and what changes would add.

use serde::Serialize;

use super::kinds::{DemandBy, DemandChangeKind};
use crate::explain::Rule;

/// What was asked of each institution, antenne or expert, and what stood in the way.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct DemandReport {
    /// By what needs are counted.
    pub by: DemandBy,
    /// How many needs count: those that can be routed, on the subjects that were asked for.
    pub needs: u64,
    /// One row an institution, antenne or expert, in the order of their ids.
    pub rows: Vec<DemandRow>,
    /// How many referrals of these needs the rows do not count for everybody who had them, now or before: the
    /// directory does not have the expert, antenne or institution, or it is in no row.
    pub referrals_elsewhere: u64,
    /// The needs that cannot be routed as they are, and do not count.
    pub faults: Vec<DemandFault>,
}

/// What was asked of one institution, antenne or expert.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct DemandRow {
    /// The id of the institution, antenne or expert.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The institution that it is, or belongs to.
    #[cfg_attr(feature = "schema", schemars(extend("x-record" = "Institution")))]
    pub institution: String,
    /// Needs on its subjects, in its territory.
    pub asked: u64,
    /// Of these, the needs that it matches.
    pub matched: u64,
    /// Of these, the others, by the rule that stops them, in the order of the rules. A need counts once: with
    /// `matched` they add up to `asked`.
    pub stopped: Vec<DemandStop>,
    /// Needs on its subjects outside of its territory.
    pub outside: u64,
    /// What became of the needs, where referrals are given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub referrals: Option<DemandReferrals>,
    /// What one change of the directory would add, the greatest first.
    pub changes: Vec<DemandChange>,
}

/// How many needs a rule stops.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct DemandStop {
    /// The rule.
    pub rule: Rule,
    /// How many needs.
    pub needs: u64,
}

/// What became of the needs that were sent: needs are counted, not referrals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct DemandReferrals {
    /// Needs that it received, now or before they were given to another.
    pub sent: u64,
    /// Of these, the needs that it answered: taken in charge, closed or refused by itself.
    pub answered: u64,
    /// Of these, the needs that it helped.
    pub helped: u64,
}

/// A need that cannot be routed as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct DemandFault {
    /// The position of the need, from 0.
    pub position: usize,
    /// The need's id, if it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub need: Option<String>,
    /// The stable code of the error.
    pub code: String,
    /// The field at fault.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// The error in words.
    pub message: String,
}

/// One change of the directory, and what it adds.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct DemandChange {
    /// What is changed.
    pub kind: DemandChangeKind,
    /// Whether it is changed in an institution, an antenne or an expert.
    pub target: DemandBy,
    /// The id of that institution, antenne or expert.
    pub id: String,
    /// Of a criterion, its position among those of the target, from 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub criterion: Option<usize>,
    /// The field that changes: of the criterion where there is one, else of the target.
    pub field: String,
    /// What the field says before; of a list, the entry that is taken out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// What the field says afterwards; of a list, the entry that is added.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// The subject that the expert handles afterwards, or to whose questions other answers are taken.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-record" = "Subject")))]
    pub subject: Option<String>,
    /// How many needs the row matches more.
    pub needs: u64,
    /// All that in one sentence.
    pub sentence: String,
    /// The change as a JSON document that [`Router::with_changes`](crate::Router::with_changes) takes: the
    /// whole record as it is afterwards.
    pub document: String,
}
