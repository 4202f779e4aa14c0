//! Criteria: conditions on the company, owned by an expert, an antenne or an institution.

use std::fmt;
use std::str::FromStr;

use serde::Serialize;

use crate::codes::{LegalFormEntry, NafEntry};
use crate::geography::Zone;

/// A set of conditions on the company; all that are given must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
#[non_exhaustive]
pub struct Criterion {
    /// The subjects to which it applies; all if empty.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub subjects: Vec<String>,
    /// The company is at least so many full years old.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_years: Option<u32>,
    /// The company is less than so many full years old.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub below_years: Option<u32>,
    /// At least so many employees.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_headcount: Option<u32>,
    /// Fewer than so many employees.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub below_headcount: Option<u32>,
    /// The activity is one of these, or below one of them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub accepted_naf: Vec<NafEntry>,
    /// The activity is none of these, nor below one of them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub excluded_naf: Vec<NafEntry>,
    /// The legal form is one of these, or below one of them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub accepted_legal_forms: Vec<LegalFormEntry>,
    /// The legal form is none of these, nor below one of them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub excluded_legal_forms: Vec<LegalFormEntry>,
    /// The facility lies in none of these.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub excluded_zones: Vec<Zone>,
    /// The need comes from one of these campaigns or sites.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub origins: Vec<String>,
    /// What becomes of a condition whose fact the need does not carry. Conditions that exclude
    /// accept in any case.
    #[serde(skip_serializing_if = "WhenUnknown::is_default")]
    #[cfg_attr(feature = "schema", schemars(extend("default" = "reject")))]
    pub when_unknown: WhenUnknown,
}

impl Criterion {
    /// Whether it applies to needs on the subject.
    pub fn applies_to(&self, subject: &str) -> bool {
        self.subjects.is_empty() || self.subjects.iter().any(|own| own == subject)
    }
}

impl Criterion {
    /// Whether some company could satisfy it: no range is empty, no list excludes all that another accepts.
    pub(crate) fn can_accept(&self) -> bool {
        let some = |min: Option<u32>, below: Option<u32>| below.is_none_or(|below| min.unwrap_or(0) < below);
        some(self.min_years, self.below_years)
            && some(self.min_headcount, self.below_headcount)
            && !self.excludes_all_naf()
            && !self.excludes_all_legal_forms()
    }

    pub(crate) fn excludes_all_naf(&self) -> bool {
        let excluded = |own: &NafEntry| self.excluded_naf.iter().any(|not| not.includes(*own));
        !self.accepted_naf.is_empty() && self.accepted_naf.iter().all(excluded)
    }

    pub(crate) fn excludes_all_legal_forms(&self) -> bool {
        let excluded = |own: &LegalFormEntry| self.excluded_legal_forms.iter().any(|not| not.includes(*own));
        !self.accepted_legal_forms.is_empty() && self.accepted_legal_forms.iter().all(excluded)
    }
}

/// What becomes of a condition whose fact the need does not carry.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
#[serde(rename_all = "snake_case")]
pub enum WhenUnknown {
    /// The criterion rejects.
    #[default]
    Reject,
    /// The criterion accepts, and the match says that the fact is unverified.
    Accept,
}

impl WhenUnknown {
    /// The text form.
    pub fn as_str(self) -> &'static str {
        match self {
            WhenUnknown::Reject => "reject",
            WhenUnknown::Accept => "accept",
        }
    }

    fn is_default(&self) -> bool {
        *self == WhenUnknown::default()
    }
}

impl FromStr for WhenUnknown {
    type Err = String;

    fn from_str(text: &str) -> Result<WhenUnknown, String> {
        let known = [WhenUnknown::Reject, WhenUnknown::Accept].map(|value| (value.as_str(), value));
        super::words::choose("a policy for the unknown", text, known)
    }
}

/// How the criteria of an expert, its antenne and its institution compose: a version of the rules,
/// which every answer quotes and under which a directory can be replayed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
#[serde(rename_all = "kebab-case")]
pub enum Rules {
    /// All criteria of all levels accept.
    #[default]
    Every,
    /// In each level that has criteria for the subject, at least one accepts.
    AnyInLevel,
}

impl Rules {
    /// Every version there is.
    pub const ALL: [Rules; 2] = [Rules::Every, Rules::AnyInLevel];

    /// The text form, such as `any-in-level`.
    pub fn as_str(self) -> &'static str {
        match self {
            Rules::Every => "every",
            Rules::AnyInLevel => "any-in-level",
        }
    }
}

impl fmt::Display for Rules {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Rules {
    type Err = String;

    fn from_str(text: &str) -> Result<Rules, String> {
        super::words::choose("a version of the rules", text, Rules::ALL.map(|rules| (rules.as_str(), rules)))
    }
}
