//! What a directory holds.

use std::sync::Arc;

use serde::Serialize;

use super::{Antenne, Expert, Institution, NafCorrespondence, OpcoByZone, RulesVersion, Seed, Territory};
use crate::invariant::broken;
use crate::taxonomy::{Example, Subject, Theme};

/// What a directory holds, in the shape in which it is written. Lists that a change leaves as they are
/// are shared with the directory before it.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub(crate) struct Content {
    #[serde(skip_serializing_if = "is_empty")]
    pub(crate) territories: Arc<Vec<Territory>>,
    pub(crate) themes: Arc<Vec<Theme>>,
    pub(crate) subjects: Arc<Vec<Subject>>,
    pub(crate) institutions: Arc<Vec<Institution>>,
    pub(crate) antennes: Arc<Vec<Antenne>>,
    pub(crate) experts: Vec<Expert>,
    #[serde(skip_serializing_if = "is_empty")]
    pub(crate) opco_by_zone: Arc<Vec<OpcoByZone>>,
    pub(crate) rules: RulesVersion,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) seed: Option<Seed>,
    #[serde(skip_serializing_if = "is_empty")]
    pub(crate) naf_correspondence: Arc<Vec<NafCorrespondence>>,
    #[serde(skip_serializing_if = "is_empty")]
    pub(crate) examples: Arc<Vec<Example>>,
}

impl Content {
    /// The content as one JSON document.
    pub(crate) fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_else(|_| {
            broken("a directory holds texts, finite numbers and lists of them, which JSON can")
        })
    }
}

fn is_empty<T>(list: &Arc<Vec<T>>) -> bool {
    list.is_empty()
}
