//! The ids of one kind: which are taken, and which item of the directory each one names.

use std::collections::HashMap;

use crate::diagnostic::{DiagnosticCode, Place, Report};
use crate::language::{Sentence, sentence};
use crate::text::shorten;

pub(super) struct Ids<'a> {
    what: Sentence,
    unknown: DiagnosticCode,
    /// Every declared id; its item's number unless the item was faulty.
    by_id: HashMap<&'a str, Option<usize>>,
    /// The item of each record, in the order of the records.
    by_record: Vec<Option<usize>>,
}

impl<'a> Ids<'a> {
    pub(super) fn new(what: Sentence, unknown: DiagnosticCode) -> Ids<'a> {
        Ids { what, unknown, by_id: HashMap::new(), by_record: Vec::new() }
    }

    /// Takes in the next record: adds its item, if there is a sound one and its id is free.
    /// Returns whether it was added.
    pub(super) fn add<T>(
        &mut self,
        id: Option<(&'a str, Place)>,
        item: Option<T>,
        items: &mut Vec<T>,
        report: &mut Report,
    ) -> bool {
        let mut number = None;
        if let Some((id, at)) = id {
            if self.by_id.contains_key(id) {
                let message = sentence!(AlreadyExists { what: self.what.clone(), id: shorten(id, 60) });
                report.add(DiagnosticCode::DuplicateId, at, id, message);
            } else {
                if let Some(item) = item {
                    number = Some(items.len());
                    items.push(item);
                }
                self.by_id.insert(id, number);
            }
        }
        self.by_record.push(number);
        number.is_some()
    }

    /// Makes items known that no record brings: those of a directory that is being changed.
    pub(super) fn know(&mut self, ids: impl Iterator<Item = &'a str>) {
        self.by_id.extend(ids.zip((0..).map(Some)));
    }

    pub(super) fn declares(&self, id: &str) -> bool {
        self.by_id.contains_key(id)
    }

    /// The item of the id. The outer option is empty, and the reference reported, where the id is
    /// unknown; the inner one where its item was faulty, which has been reported already.
    #[expect(clippy::option_option, reason = "the two absences mean different things")]
    pub(super) fn find(&self, id: &str, at: Place, report: &mut Report) -> Option<Option<usize>> {
        let found = self.by_id.get(id).copied();
        if found.is_none() {
            let message = sentence!(ThereIsNo { what: self.what.clone(), id: shorten(id, 60) });
            let nearest = report.nearest(id, self.by_id.keys().copied()).map(str::to_owned);
            report.add_with(self.unknown, at, id, message, nearest);
        }
        found
    }

    /// The item of a record of this kind, by the record's number.
    pub(super) fn accepted(&self, record: usize) -> Option<usize> {
        self.by_record.get(record).copied().flatten()
    }
}
