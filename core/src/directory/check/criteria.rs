//! Criteria: what each owner demands of companies.

use std::sync::Arc;

use super::super::criterion::{Criterion, WhenUnknown};
pub(super) use super::super::criterion_owner::CriterionOwner as Owner;
use super::super::source::{Kind, Record};
use super::Checker;
use super::item::{Item, KnownTerritories};
use super::naf_splits::NafSplits;
use crate::codes::HeadcountBand;
use crate::diagnostic::DiagnosticCode;
use crate::language::sentence;
use crate::text::{nearest, shorten};

impl<'a> Checker<'a> {
    pub(super) fn criteria(&mut self) {
        let records = self.source.table(Kind::Criterion);
        if records.is_empty() && self.source.table(Kind::Alternative).is_empty() {
            return;
        }
        let mut splits = NafSplits::by(self.directory.correspondents());
        let alternatives = self.alternatives(&mut splits);
        for (number, record) in records.iter().enumerate() {
            let owner = self.owner(Kind::Criterion, record);
            let territories = KnownTerritories { ids: &self.territories, all: &self.directory.territories };
            let mut item = Item::new(Kind::Criterion, record, self.geography, territories, self.report);
            let Some(mut criterion) = Criterion::read(&mut item) else { continue };
            match alternatives.of(number) {
                Some(alternatives) => criterion.any_of = alternatives.to_vec(),
                // Without one of them a criterion would accept less, without all of them more.
                None => item.sound = false,
            }
            let subjects = std::mem::take(&mut criterion.subjects);
            let is_general = subjects.is_empty();
            let places = item.entry_places("subjects");
            let mut subject_places = Vec::with_capacity(subjects.len());
            for subject in subjects {
                let at = places.of(&subject);
                if self.subjects.find(&subject, at, item.report).flatten().is_some() {
                    criterion.subjects.push(subject);
                    subject_places.push(at);
                }
            }
            item.sound &= is_general || !criterion.subjects.is_empty();
            for fault in criterion.faults() {
                let (at, text) = (item.place(fault.field), item.written(fault.field));
                item.fault(fault.code, at, &text, fault.message);
            }
            if criterion.when_unknown == WhenUnknown::Reject {
                thresholds(&mut item, &criterion);
            }
            if !item.sound {
                continue;
            }
            splits.remark(&mut item, &criterion);
            let Some(owner) = owner else { continue };
            self.criterion_places.push((owner, record.place));
            self.criterion_subjects.push((owner, criterion.subjects.clone(), subject_places));
            match owner {
                Owner::Institution(number) => {
                    Arc::make_mut(&mut self.directory.institutions)[number].criteria.push(criterion)
                }
                Owner::Antenne(number) => {
                    Arc::make_mut(&mut self.directory.antennes)[number].criteria.push(criterion)
                }
                Owner::Expert(number) => self.directory.experts[number].edit().criteria.push(criterion),
            }
        }
    }

    /// The owner of a criterion, of the criterion of an alternative, or of a group of answers.
    pub(super) fn owner(&mut self, of: Kind, record: &'a Record) -> Option<Owner> {
        match record.parent {
            Some((Kind::Institution, number)) => self.institutions.accepted(number).map(Owner::Institution),
            Some((Kind::Antenne, number)) => self.antennes.accepted(number).map(Owner::Antenne),
            Some((_, number)) => self.experts.accepted(number).map(Owner::Expert),
            None => {
                let mut item = self.item(of, record);
                let kind = item.required("owner_kind");
                let owner = item.required("owner");
                let ((kind, kind_at), (owner, at)) = (kind?, owner?);
                match kind.to_lowercase().as_str() {
                    "institution" => self.institution(owner, at).map(Owner::Institution),
                    "antenne" => self.antennes.find(owner, at, self.report).flatten().map(Owner::Antenne),
                    "expert" => self.experts.find(owner, at, self.report).flatten().map(Owner::Expert),
                    _ => {
                        let known = ["institution", "antenne", "expert"];
                        let message = sentence!(OwnsNothing { kind: shorten(kind, 60), what: of.name() });
                        let nearest = nearest(kind, known).map(str::to_owned);
                        self.report.add_with(DiagnosticCode::InvalidValue, kind_at, kind, message, nearest);
                        None
                    }
                }
            }
        }
    }
}

/// PITFALLS C6: a threshold inside a band loses the band's companies, unless the unknown is accepted.
pub(super) fn thresholds(item: &mut Item<'_, '_>, criterion: &Criterion) {
    for (field, threshold) in
        [("min_headcount", criterion.min_headcount), ("below_headcount", criterion.below_headcount)]
    {
        if let Some(threshold) = threshold
            && let Some(band) = HeadcountBand::cut_by(threshold)
        {
            let at = item.place(field);
            let bounds = match (band.headcount().lower(), band.headcount().upper()) {
                (lower, Some(upper)) => sentence!(FromTo { lower, upper }),
                (lower, None) => sentence!(AndMore { lower }),
            };
            let message = sentence!(HeadcountCutsBand { threshold, band: band.to_string(), bounds });
            item.report.add(DiagnosticCode::HeadcountCutsBand, at, &threshold.to_string(), message);
        }
    }
}
