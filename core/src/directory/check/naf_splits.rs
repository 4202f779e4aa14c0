//! Lists of activities of NAF rév. 2 that NAF 2025 splits. Each company changes its code on 1 January 2027;
//! one that is then known by a code of both kinds of companies is undetermined.

use std::collections::HashMap;
use std::sync::Arc;

use super::super::criterion::Criterion;
use super::super::naf_2025::NafSplit;
use super::item::Item;
use crate::codes::{Correspondents, NafEntry};
use crate::diagnostic::DiagnosticCode;
use crate::language::{Sentence, sentence};

/// The messages of lists, each made once: large directories have the same list many times.
pub(super) struct NafSplits {
    table: Arc<Correspondents>,
    messages: HashMap<Vec<NafEntry>, Option<(NafEntry, Sentence)>>,
}

impl NafSplits {
    pub(super) fn by(table: Arc<Correspondents>) -> NafSplits {
        NafSplits { table, messages: HashMap::new() }
    }

    /// Remarks on the lists of a criterion that are split.
    pub(super) fn remark(&mut self, item: &mut Item<'_, '_>, criterion: &Criterion) {
        for (field, list) in
            [("accepted_naf", &criterion.accepted_naf), ("excluded_naf", &criterion.excluded_naf)]
        {
            if list.is_empty() {
                continue;
            }
            if !self.messages.contains_key(list) {
                self.messages.insert(list.clone(), message(list, &NafSplit::of(list, &self.table)));
            }
            if let Some(Some((entry, message))) = self.messages.get(list) {
                let at = item.place(field);
                item.report.add(DiagnosticCode::NafSplit, at, &entry.to_string(), message.clone());
            }
        }
    }
}

/// What is said of the splits of a list, and the entry that the first of them splits; nothing where there are
/// none.
fn message(list: &[NafEntry], splits: &[NafSplit]) -> Option<(NafEntry, Sentence)> {
    let (NafSplit { from, to, outside }, others) = splits.split_first()?;
    let entry = list.iter().find(|entry| entry.covers(*from))?;
    let (to, from, outside) = (to.to_string(), from.to_string(), outside.to_string());
    let message = match others.len() {
        0 => sentence!(NafSplitOne { to, from, outside }),
        1 => sentence!(NafSplitTwo { to, from, outside }),
        more => sentence!(NafSplitMany { to, from, outside, more }),
    };
    Some((*entry, message))
}
