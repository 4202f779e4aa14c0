//! From records to a directory: every id, reference, zone and code is checked, and everything that
//! is wrong is reported in one pass.
//!
//! What is faulty is left out of the directory that is returned, and nothing is put in its place;
//! whoever reads strictly throws the directory away as soon as there is one error.

mod alternatives;
mod answer_groups;
pub(crate) mod change;
pub(crate) mod contact;
mod criteria;
mod cross;
mod fair_share;
mod fields;
mod ids;
mod item;
mod naf_splits;
mod owners;
mod postal_codes;
mod tables;
mod taxonomy;
mod touched;
pub(crate) mod zone;

use std::collections::HashMap;

use super::Content;
use super::criterion_places::CriterionPlaces;
use super::names::InstitutionNames;
use super::source::{Kind, Record, Source};
use crate::diagnostic::{DiagnosticCode, Place, Report};
use crate::geography::Geography;
use crate::language::sentence;
use criteria::Owner;
use ids::Ids;
use item::{Item, KnownTerritories};

/// What is sound of a directory that was read.
pub(crate) struct Checked {
    pub(crate) content: Content,
    pub(crate) names: InstitutionNames,
    pub(crate) criterion_places: CriterionPlaces,
}

/// Checks what was read, and returns what is sound of it.
pub(crate) fn check(source: &Source, geography: &Geography, report: &mut Report) -> Checked {
    let mut checker = Checker::new(source, geography, report);
    checker.territories();
    checker.themes();
    checker.subjects();
    checker.questions();
    checker.choices();
    checker.institutions();
    checker.antennes();
    checker.experts();
    checker.parts_of_experts();
    checker.substitutes();
    // The table says which lists of criteria NAF 2025 splits.
    checker.naf_correspondence();
    checker.criteria();
    checker.answer_groups();
    checker.opco_by_zone();
    checker.rules();
    checker.seed();
    checker.examples();
    checker.cross();
    let Checker { directory: content, names, criterion_places, .. } = checker;
    Checked { content, names, criterion_places: CriterionPlaces::of(criterion_places, report) }
}

struct Checker<'a> {
    source: &'a Source,
    geography: &'a Geography,
    report: &'a mut Report,
    directory: Content,
    names: InstitutionNames,
    territories: Ids<'a>,
    themes: Ids<'a>,
    subjects: Ids<'a>,
    questions: Ids<'a>,
    institutions: Ids<'a>,
    antennes: Ids<'a>,
    experts: Ids<'a>,
    /// Where each question stands: the positions of its subject, and of the question there.
    question_positions: HashMap<String, (usize, usize)>,
    /// Where the substitute of each absence is named, by the positions of the expert and of the absence.
    substitute_places: HashMap<(usize, usize), Place>,
    /// Where the criteria of each owner stand, in their order.
    criterion_places: Vec<(Owner, Place)>,
    /// The subjects that criteria name, with their places, for the cross check.
    criterion_subjects: Vec<(Owner, Vec<String>, Vec<Place>)>,
}

impl<'a> Checker<'a> {
    fn new(source: &'a Source, geography: &'a Geography, report: &'a mut Report) -> Checker<'a> {
        Checker {
            source,
            geography,
            report,
            directory: Content::default(),
            names: InstitutionNames::default(),
            territories: Ids::new(sentence!(Territory), DiagnosticCode::UnknownTerritory),
            themes: Ids::new(sentence!(Theme), DiagnosticCode::UnknownTheme),
            subjects: Ids::new(sentence!(Subject), DiagnosticCode::UnknownSubject),
            questions: Ids::new(sentence!(Question), DiagnosticCode::UnknownQuestion),
            institutions: Ids::new(sentence!(Institution), DiagnosticCode::UnknownInstitution),
            antennes: Ids::new(sentence!(Antenne), DiagnosticCode::UnknownAntenne),
            experts: Ids::new(sentence!(Expert), DiagnosticCode::UnknownExpert),
            question_positions: HashMap::new(),
            substitute_places: HashMap::new(),
            criterion_places: Vec::new(),
            criterion_subjects: Vec::new(),
        }
    }
}

impl<'a> Checker<'a> {
    /// A record, to read its fields.
    fn item(&mut self, kind: Kind, record: &'a Record) -> Item<'a, '_> {
        let territories = KnownTerritories { ids: &self.territories, all: &self.directory.territories };
        Item::new(kind, record, self.geography, territories, self.report)
    }

    /// The id of a record with its place, whatever else is wrong, so that what refers to it is not
    /// unknown too; and the record, where all of its fields are sound.
    fn read<'r, T>(
        &'r mut self,
        kind: Kind,
        record: &'a Record,
        read: impl FnOnce(&mut Item<'a, 'r>) -> Option<T>,
    ) -> (Option<(&'a str, Place)>, Option<T>) {
        let mut item = self.item(kind, record);
        let value = read(&mut item).filter(|_| item.sound);
        (item.id_if_any(), value)
    }
}
