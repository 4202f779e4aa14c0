//! Institutions: the organisations that help.

use std::collections::BTreeMap;

use serde::Serialize;

use super::criterion::Criterion;
use crate::codes::Activity;

/// The category of the *opérateurs de compétences*, in capitals or not: a facility has exactly one, and
/// matches no other.
pub const OPCO: &str = "opco";

/// An organisation: a chamber, an agency, a region.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
#[non_exhaustive]
pub struct Institution {
    /// Unique among institutions, aliases included.
    pub id: String,
    /// What users read.
    pub name: String,
    /// Former names and ids, by which it may be named too.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// What kind of institution it is. [`OPCO`] has a rule of its own; others are for the host.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub categories: Vec<String>,
    /// The natures of activity that it serves; all if empty.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub activities: Vec<Activity>,
    /// An inactive institution matches nothing.
    #[serde(skip_serializing_if = "Clone::clone")]
    #[cfg_attr(feature = "schema", schemars(extend("default" = true)))]
    pub active: bool,
    /// Where one of its experts takes a need in charge, its others need not.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(feature = "schema", schemars(extend("default" = false)))]
    pub single_taker: bool,
    /// Conditions on the companies that it helps.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub criteria: Vec<Criterion>,
    /// For a subject, the combinations of answers for which it can help.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub answer_groups: Vec<AnswerGroup>,
}

impl Institution {
    /// Whether it is one of the *opérateurs de compétences*.
    pub fn is_opco(&self) -> bool {
        self.categories.iter().any(|category| category.eq_ignore_ascii_case(OPCO))
    }
}

/// One combination of answers for which an institution can help on a subject.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
#[non_exhaustive]
pub struct AnswerGroup {
    /// The subject whose questions are answered.
    pub subject: String,
    /// The answers by question, at least one.
    pub answers: BTreeMap<String, bool>,
}
