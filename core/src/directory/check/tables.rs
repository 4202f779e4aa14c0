//! What a directory holds beside its people: OPCO of zones, correspondents of activities, its rules.

use std::sync::Arc;

use super::super::source::{Field, Kind, Value};
use super::super::{NafCorrespondence, OpcoByZone, Seed};
use super::Checker;
use crate::diagnostic::{DiagnosticCode, Place};
use crate::language::sentence;

impl Checker<'_> {
    pub(super) fn opco_by_zone(&mut self) {
        for record in self.source.table(Kind::OpcoByZone) {
            let (_, rule) = self.read(Kind::OpcoByZone, record, OpcoByZone::read);
            let Some((name, at)) = self.item(Kind::OpcoByZone, record).text_if_any("institution") else {
                continue;
            };
            let Some(institution) = self.institution(name, at) else { continue };
            let institution = &self.directory.institutions[institution];
            if !institution.is_opco() {
                let message = sentence!(NotOfCategoryOpco { institution: institution.id.as_str() });
                self.report.add(DiagnosticCode::NotAnOpco, at, name, message);
                continue;
            }
            let Some(OpcoByZone { zone, .. }) = rule else { continue };
            let taken = self.directory.opco_by_zone.iter().flat_map(|other| other.zone.iter());
            if let Some(taken) = taken.copied().find(|taken| zone.contains(taken)) {
                let message = sentence!(ZoneHasOpco { zone: taken.to_string() });
                let item = self.item(Kind::OpcoByZone, record);
                let (at, text) = (item.place("zone"), item.written("zone"));
                self.report.add(DiagnosticCode::DuplicateId, at, &text, message);
                continue;
            }
            let institution = institution.id.clone();
            Arc::make_mut(&mut self.directory.opco_by_zone).push(OpcoByZone { zone, institution });
        }
    }

    /// A table that is given without rows is one: no code has a correspondent then.
    pub(super) fn naf_correspondence(&mut self) {
        if !self.source.has(Kind::NafCorrespondence) {
            return;
        }
        let mut rows = Vec::new();
        for record in self.source.table(Kind::NafCorrespondence) {
            let (_, row) = self.read(Kind::NafCorrespondence, record, NafCorrespondence::read);
            rows.extend(row);
        }
        self.directory.naf_correspondence = Some(Arc::new(rows));
    }

    pub(super) fn rules(&mut self) {
        for (number, record) in self.source.table(Kind::Rules).iter().enumerate() {
            let mut item = self.item(Kind::Rules, record);
            if number > 0 {
                let message = sentence!(OneVersionOfRules);
                item.fault(DiagnosticCode::DuplicateField, record.place, "rules", message);
            } else if let Some(rules) = item.word("rules") {
                self.directory.rules = rules;
            }
        }
    }

    /// What is wrong with the seed is said without showing it.
    pub(super) fn seed(&mut self) {
        for (number, record) in self.source.table(Kind::Seed).iter().enumerate() {
            // A file without the column was reported with its header.
            let Some(Field { place, value, .. }) = record.field("seed") else { continue };
            // The file as a whole: its lines are printed beside what is found on them.
            let place = Place { line: 0, column: 0, ..*place };
            let text = match value {
                Value::Lost => continue,
                Value::Text(text) | Value::Cell(text) => Seed::new(text),
                _ => None,
            };
            match text {
                _ if number > 0 => {
                    let message = sentence!(OneSeed);
                    self.report.add(DiagnosticCode::DuplicateField, place, "seed", message);
                }
                None => {
                    let message = sentence!(SeedIsBlank);
                    self.report.add(DiagnosticCode::InvalidValue, place, "seed", message);
                }
                Some(seed) => {
                    if seed.is_weak() {
                        let message = sentence!(SeedIsShort { least: Seed::LEAST_CHARACTERS });
                        self.report.add(DiagnosticCode::WeakSeed, place, "seed", message);
                    }
                    self.directory.seed = Some(seed);
                }
            }
        }
    }
}
