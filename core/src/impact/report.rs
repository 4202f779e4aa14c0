//! The report: figures by group and period, equity, and what could not be counted.

use serde::{Deserialize, Serialize};

use super::{Dimension, Figures, ImpactQuery, Share};
use crate::follow_up::ReferralError;

/// What was done for companies, in figures, without naming any of them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ImpactReport {
    /// What was asked.
    pub query: ImpactQuery,
    /// The figures of everything together.
    pub total: Figures,
    /// The figures of each group in each period: groups by their number of needs, periods in order.
    /// Empty where neither was asked for. Months without a need are there, with noughts.
    pub rows: Vec<ImpactRow>,
    /// Whether the needs of the rows add up to the total: not by institution, antenne and
    /// expert, since a need is sent to several. Referrals and their refusals add up always; companies and medians
    /// never do.
    pub adds_up: bool,
    /// How evenly needs reach territories and institutions.
    pub equity: Equity,
    /// What was left out or is doubtful, and why.
    pub faults: Vec<ImpactFault>,
}

/// The figures of one group in one period.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ImpactRow {
    /// The id of the group (a zone such as `departement:59`); nothing for the needs that have none,
    /// or without groups.
    pub group: Option<String>,
    /// What users read.
    pub label: String,
    /// The period: `2026-11`, `2026-T4`, `2026`.
    pub period: Option<String>,
    /// The people who live in the zone that the group is.
    pub population: Option<u64>,
    /// The figures.
    pub figures: Figures,
}

/// How evenly needs reach territories and institutions.
///
/// The Gini index goes from 0 (all have the same) to 1 (one has everything). Over territories it is
/// that of needs an inhabitant, each territory weighing as much as its inhabitants; over
/// institutions and experts, that of needs each of them got.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Equity {
    /// What the territories are; nothing without a geography.
    pub by: Option<Dimension>,
    /// Each of them, those with no need included.
    pub territories: Vec<TerritoryEquity>,
    /// Over all needs.
    pub territories_gini: Option<f64>,
    /// Over needs that were helped.
    pub helped_gini: Option<f64>,
    /// How many institutions there are to get needs: the active ones of the directory and those of
    /// the referrals.
    pub institutions: u64,
    /// Over them.
    pub institutions_gini: Option<f64>,
    /// How many experts there are to get needs: the active ones of the directory and those of the
    /// referrals.
    #[serde(default)]
    pub experts: u64,
    /// Over them. Where it is far above that of institutions, some experts have what their colleagues
    /// might have: compare their capacities, and see what `check` says of them.
    #[serde(default)]
    pub experts_gini: Option<f64>,
    /// Needs that nobody covers.
    pub nobody_found: Share,
}

/// What a territory got.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TerritoryEquity {
    /// Such as `departement:59`.
    pub zone: String,
    /// Its name.
    pub label: String,
    /// The people who live there.
    pub population: u64,
    /// Needs deposited.
    pub needs: u64,
    /// Needs helped.
    pub helped: u64,
    /// Needs deposited for a thousand inhabitants; nothing where nobody lives.
    pub needs_per_thousand: Option<f64>,
    /// Needs helped for a thousand inhabitants.
    pub helped_per_thousand: Option<f64>,
}

/// Something that could not be counted, or only without some of its facts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ImpactFault {
    /// The line of the file that it comes from, where it comes from one.
    pub line: Option<u32>,
    /// The need.
    pub need: Option<String>,
    /// The referral.
    pub referral: Option<String>,
    /// The request.
    #[serde(default)]
    pub request: Option<String>,
    /// A code of [`ReferralError`](crate::ReferralError).
    pub code: String,
    /// The field at fault.
    pub field: Option<String>,
    /// What is wrong, and what was probably meant.
    pub message: String,
    /// Whether it was left out of every figure; else it counts, without the fact at fault.
    pub left_out: bool,
}

impl ImpactFault {
    /// A fault of nothing that has an id or a line.
    pub(super) fn new(code: &str, field: Option<&str>, message: String, left_out: bool) -> ImpactFault {
        ImpactFault {
            line: None,
            need: None,
            referral: None,
            request: None,
            code: code.to_owned(),
            field: field.map(str::to_owned),
            message,
            left_out,
        }
    }

    /// The fault that an error is.
    pub(super) fn of(error: &ReferralError, left_out: bool) -> ImpactFault {
        ImpactFault::new(error.code(), error.field(), error.to_string(), left_out)
    }
}

/// How a figure changed from one report to another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ImpactChange {
    /// The id of the group; nothing for the total, or for needs that have none.
    pub group: Option<String>,
    /// What users read: `Total` for the total.
    pub label: String,
    /// The name of the figure, as a column of [`ImpactReport::table`](super::ImpactReport::table).
    pub figure: String,
    /// Its value before.
    pub before: Option<f64>,
    /// Its value after.
    pub after: Option<f64>,
    /// The difference, where there are both.
    pub difference: Option<f64>,
    /// Whether one of the two is a share of too few to mean much.
    pub small: bool,
}
