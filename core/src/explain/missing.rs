//! What to ask the company.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::ExpertVerdict;
use crate::need::NeedField;

/// A fact that the need does not carry, or not exactly enough, and that rejected somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct MissingFact {
    /// The field of the need. For a headcount known by its band, the exact number.
    pub field: NeedField,
    /// How many experts it could unlock by itself: nothing else stops them.
    pub unlocks: usize,
    /// How many experts lack it, some of them among other facts: nothing that is known stops them.
    pub concerns: usize,
}

pub(super) fn facts(experts: &[ExpertVerdict<'_>]) -> Vec<MissingFact> {
    let mut counts: BTreeMap<NeedField, MissingFact> = BTreeMap::new();
    for expert in experts {
        let mut fields: BTreeSet<NeedField> = BTreeSet::new();
        let mut is_rejected_by_facts = false;
        for verdict in expert.stopped_by() {
            is_rejected_by_facts |= !verdict.undetermined;
            fields.extend(&verdict.fields);
        }
        if is_rejected_by_facts {
            continue;
        }
        for field in &fields {
            let fact = counts.entry(*field).or_insert(MissingFact { field: *field, unlocks: 0, concerns: 0 });
            fact.concerns += 1;
            fact.unlocks += usize::from(fields.len() == 1);
        }
    }
    let mut facts: Vec<MissingFact> = counts.into_values().collect();
    facts.sort_by_key(|fact| (std::cmp::Reverse((fact.unlocks, fact.concerns)), fact.field));
    facts
}
