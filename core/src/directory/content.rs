//! What a directory holds.

use std::sync::Arc;

use serde::Serialize;

use super::{Antenne, Expert, Institution, NafCorrespondence, OpcoByZone, RulesVersion, Seed, Territory};
use crate::codes::Correspondents;
#[cfg(feature = "naf")]
use crate::codes::embedded_naf;
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
    /// The directory's own table, which may be one without rows; `None` where it gives none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) naf_correspondence: Option<Arc<Vec<NafCorrespondence>>>,
    #[serde(skip_serializing_if = "is_empty")]
    pub(crate) examples: Arc<Vec<Example>>,
}

impl Content {
    /// The table of correspondence between the two nomenclatures of activities that decides: the directory's
    /// own, else the one that is compiled in.
    pub(crate) fn correspondents(&self) -> Arc<Correspondents> {
        match &self.naf_correspondence {
            Some(rows) => Arc::new(rows.iter().map(|row| (row.from, row.to)).collect()),
            #[cfg(feature = "naf")]
            None => Arc::clone(&embedded_naf().correspondents),
            #[cfg(not(feature = "naf"))]
            None => Arc::default(),
        }
    }

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
