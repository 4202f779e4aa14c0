//! What the report is asked for.

use serde::Deserialize;

use super::kinds::{DemandBy, DemandChangeKind};
use crate::language::Language;

/// How many changes a row tells where nothing says how many.
const CHANGES: usize = 10;

/// And how many of one kind.
const OF_KIND: usize = 3;

/// What the report is asked for. Without any field: a row an institution, with ten of the changes that would
/// bring it most, at most three of each kind.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DemandQuery {
    /// By what needs are counted.
    #[serde(default)]
    pub by: DemandBy,
    /// The ids or aliases of the institutions that are looked at; all if empty.
    #[serde(default)]
    pub institutions: Vec<String>,
    /// The ids of the subjects whose needs count; all if empty.
    #[serde(default)]
    pub subjects: Vec<String>,
    /// The kinds of changes that are looked for; all if empty.
    #[serde(default)]
    pub kinds: Vec<DemandChangeKind>,
    /// How many changes each row tells at most.
    #[serde(default = "changes")]
    pub changes: usize,
    /// How many of them are of one kind at most, so that one kind leaves room for others.
    #[serde(default = "of_kind")]
    pub of_kind: usize,
    /// The language of the sentences.
    #[serde(default)]
    pub language: Language,
}

fn changes() -> usize {
    CHANGES
}

fn of_kind() -> usize {
    OF_KIND
}

impl Default for DemandQuery {
    fn default() -> DemandQuery {
        DemandQuery {
            by: DemandBy::default(),
            institutions: Vec::new(),
            subjects: Vec::new(),
            kinds: Vec::new(),
            changes: CHANGES,
            of_kind: OF_KIND,
            language: Language::default(),
        }
    }
}

impl DemandQuery {
    /// Whether changes of a kind are looked for.
    pub(super) fn wants(&self, kind: DemandChangeKind) -> bool {
        self.changes > 0 && (self.kinds.is_empty() || self.kinds.contains(&kind))
    }
}
