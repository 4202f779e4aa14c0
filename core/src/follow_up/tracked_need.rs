//! A need, as far as its follow-up goes.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A need, as far as its follow-up and the figures go. It names nobody: who the company is stays
/// with the host, under the ids given here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TrackedNeed {
    /// What the host calls it; unique among all needs.
    pub id: String,
    /// The id of the subject under which it was sent.
    pub subject: String,
    /// The subject that the company chose, where somebody changed it afterwards.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_subject: Option<String>,
    /// INSEE's code of the facility's commune or municipal arrondissement.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub commune: Option<String>,
    /// The day the company asked.
    pub deposited_on: Date,
    /// How many experts the router found; unknown if not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub found: Option<u32>,
    /// What tells companies apart: a SIREN, or an id of the host's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub company: Option<String>,
    /// Whether it is the company's first need; unknown if not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub new_company: Option<bool>,
    /// The host's id of the adviser who follows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub adviser: Option<String>,
    /// The campaign or site that it comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<String>,
    /// The activity in NAF rév. 2.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub naf: Option<String>,
    /// The activity in NAF 2025.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub naf_2025: Option<String>,
    /// The facility's number of employees, where it is known exactly.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub headcount: Option<u32>,
    /// INSEE's band of it, where it is not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub headcount_band: Option<String>,
    /// The day it was anonymised, where it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anonymised_on: Option<Date>,
}

impl TrackedNeed {
    /// A need of which only this is known.
    pub fn new(id: impl Into<String>, subject: impl Into<String>, deposited_on: Date) -> TrackedNeed {
        TrackedNeed {
            id: id.into(),
            subject: subject.into(),
            first_subject: None,
            commune: None,
            deposited_on,
            found: None,
            company: None,
            new_company: None,
            adviser: None,
            origin: None,
            naf: None,
            naf_2025: None,
            headcount: None,
            headcount_band: None,
            anonymised_on: None,
        }
    }

    /// Whether the subject was changed after the company chose it.
    pub fn is_requalified(&self) -> bool {
        self.first_subject.as_ref().is_some_and(|first| *first != self.subject)
    }
}
