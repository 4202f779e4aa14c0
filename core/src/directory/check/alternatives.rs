//! The alternatives of criteria: in JSON they stand in theirs, in CSV a label leads from one to the other.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::super::criterion::{Alternative, Criterion, WhenUnknown};
use super::super::source::{ANY_OF, Kind, Record};
use super::Checker;
use super::criteria::{Owner, thresholds};
use super::item::word;
use super::naf_splits::NafSplits;
use crate::diagnostic::{DiagnosticCode, Place};
use crate::language::sentence;
use crate::text::shorten;

/// The alternatives of each criterion that has some, by the number of its record.
pub(super) struct Alternatives(HashMap<usize, Found>);

#[derive(Default)]
struct Found {
    sound: Vec<Alternative>,
    /// Whether one of them is faulty, or where they should stand none does.
    is_faulty: bool,
}

impl Alternatives {
    /// The alternatives of a criterion; nothing where one is faulty.
    pub(super) fn of(&self, criterion: usize) -> Option<&[Alternative]> {
        match self.0.get(&criterion) {
            None => Some(&[]),
            Some(Found { sound, is_faulty: false }) => Some(sound),
            Some(_) => None,
        }
    }
}

/// A label of an owner's rows.
type Label<'a> = (Owner, &'a str);

impl<'a> Checker<'a> {
    pub(super) fn alternatives(&mut self, splits: &mut NafSplits) -> Alternatives {
        let mut found: HashMap<usize, Found> = HashMap::new();
        let labels = self.labels(&mut found);
        for record in self.source.table(Kind::Alternative) {
            let criterion = match record.parent {
                Some((_, number)) => Some(number),
                None => self.labelled_criterion(record, &labels),
            };
            let alternative = self.alternative(record, criterion, splits);
            if let Some(criterion) = criterion {
                let found = found.entry(criterion).or_default();
                found.is_faulty |= alternative.is_none();
                found.sound.extend(alternative);
            }
        }
        for (criterion, place, label) in labels.into_values() {
            if let Entry::Vacant(criterion) = found.entry(criterion) {
                let message = sentence!(NoAlternativeLabelled {
                    file: format!("{ANY_OF}.csv"),
                    label: shorten(label, 60)
                });
                self.report.add(DiagnosticCode::UnknownCriterion, place, label, message);
                criterion.insert(Found { is_faulty: true, ..Found::default() });
            }
        }
        Alternatives(found)
    }

    /// The criteria of rows that have a label, with the place of the label.
    fn labels(&mut self, found: &mut HashMap<usize, Found>) -> HashMap<Label<'a>, (usize, Place, &'a str)> {
        let mut labels = HashMap::new();
        for (number, record) in self.source.table(Kind::Criterion).iter().enumerate() {
            let Some((label, at)) = self.item(Kind::Criterion, record).text_if_any(ANY_OF) else { continue };
            let Some(owner) = self.owner(Kind::Criterion, record) else {
                found.insert(number, Found { is_faulty: true, ..Found::default() });
                continue;
            };
            match labels.entry((owner, label)) {
                Entry::Vacant(free) => {
                    free.insert((number, at, label));
                }
                Entry::Occupied(_) => {
                    let message = sentence!(CriteriaLabelTwice { label: shorten(label, 60) });
                    self.report.add(DiagnosticCode::DuplicateId, at, label, message);
                    found.insert(number, Found { is_faulty: true, ..Found::default() });
                }
            }
        }
        labels
    }

    /// The criterion that a row of alternatives names.
    fn labelled_criterion(
        &mut self,
        record: &'a Record,
        labels: &HashMap<Label<'a>, (usize, Place, &'a str)>,
    ) -> Option<usize> {
        let owner = self.owner(Kind::Alternative, record);
        let (label, at) = self.item(Kind::Alternative, record).required(ANY_OF)?;
        let known = labels.get(&(owner?, label));
        if known.is_none() {
            let message = sentence!(NoCriterionLabelled { label: shorten(label, 60), column: ANY_OF });
            self.report.add(DiagnosticCode::UnknownCriterion, at, label, message);
        }
        known.map(|(number, ..)| *number)
    }

    /// One alternative; nothing where it is faulty.
    fn alternative(
        &mut self,
        record: &'a Record,
        criterion: Option<usize>,
        splits: &mut NafSplits,
    ) -> Option<Alternative> {
        let criterion = criterion.and_then(|number| self.source.table(Kind::Criterion).get(number));
        let when_unknown: Option<WhenUnknown> = criterion
            .and_then(|record| self.item(Kind::Criterion, record).text_if_any("when_unknown"))
            .and_then(|(text, _)| word(text));
        let mut item = self.item(Kind::Alternative, record);
        let alternative = Alternative::read(&mut item)?;
        // Conditions that cannot be read are none.
        for fault in if item.sound { alternative.faults() } else { Vec::new() } {
            let (at, text) = (item.place(fault.field), item.written(fault.field));
            item.fault(fault.code, at, &text, fault.message);
        }
        let conditions = Criterion::from(&alternative);
        if when_unknown.unwrap_or_default() == WhenUnknown::Reject {
            thresholds(&mut item, &conditions);
        }
        if !item.sound {
            return None;
        }
        splits.remark(&mut item, &conditions);
        Some(alternative)
    }
}
