//! Institutions, antennes and experts, and what stands with an expert.

use std::sync::Arc;

use super::super::Antenne;
use super::super::expert::{Absence, Competence, Expert, ExpertRecord, Member};
use super::super::institution::Institution;
use super::super::source::{Kind, Record};
use super::super::substitutes::{self, SubstituteFault};
use super::Checker;
use crate::diagnostic::{DiagnosticCode, Place};
use crate::language::sentence;
use crate::text::shorten;

impl<'a> Checker<'a> {
    pub(super) fn institutions(&mut self) {
        let mut aliases = Vec::new();
        for record in self.source.table(Kind::Institution) {
            let (id, mut institution) = self.read(Kind::Institution, record, Institution::read);
            let named = institution.as_mut().map(|institution| std::mem::take(&mut institution.aliases));
            let institutions = Arc::make_mut(&mut self.directory.institutions);
            if self.institutions.add(id, institution, institutions, self.report) {
                aliases.push((institutions.len() - 1, record, named.unwrap_or_default()));
            }
        }
        for (number, institution) in self.directory.institutions.iter().enumerate() {
            self.names.add_id(&institution.id, number);
        }
        for (number, record, named) in aliases {
            let places = self.item(Kind::Institution, record).entry_places("aliases");
            for alias in named {
                match self.names.add_alias(&alias, number) {
                    Ok(()) => Arc::make_mut(&mut self.directory.institutions)[number].aliases.push(alias),
                    Err(holder) => {
                        let holder = &self.directory.institutions[holder].id;
                        let message = sentence!(AliasTaken {
                            alias: shorten(&alias, 60),
                            institution: holder.as_str()
                        });
                        let at = places.of(&alias);
                        self.report.add(DiagnosticCode::DuplicateId, at, &alias, message);
                    }
                }
            }
        }
    }

    /// The institution of this id or alias; reports one that is unknown, and warns of an alias.
    pub(super) fn institution(&mut self, name: &str, at: Place) -> Option<usize> {
        if self.institutions.declares(name) {
            return self.institutions.find(name, at, self.report).flatten();
        }
        match self.names.find(name) {
            Some(number) => {
                let id = &self.directory.institutions[number].id;
                let message = sentence!(IsAnAlias { name: shorten(name, 60), institution: id.as_str() });
                self.report.add_with(DiagnosticCode::InstitutionAlias, at, name, message, Some(id.clone()));
                Some(number)
            }
            None => self.institutions.find(name, at, self.report).flatten(),
        }
    }

    pub(super) fn antennes(&mut self) {
        for record in self.source.table(Kind::Antenne) {
            let (id, mut antenne) = self.read(Kind::Antenne, record, Antenne::read);
            let named = self.item(Kind::Antenne, record).text_if_any("institution");
            let institution = named.and_then(|(name, at)| self.institution(name, at));
            if let Some(antenne) = &mut antenne
                && let Some(number) = institution
            {
                antenne.institution.clone_from(&self.directory.institutions[number].id);
            }
            let antenne = antenne.filter(|_| institution.is_some());
            self.antennes.add(id, antenne, Arc::make_mut(&mut self.directory.antennes), self.report);
        }
    }

    pub(super) fn experts(&mut self) {
        for record in self.source.table(Kind::Expert) {
            let (id, expert) = self.read(Kind::Expert, record, ExpertRecord::read);
            let named = self.item(Kind::Expert, record).text_if_any("antenne");
            let antenne =
                named.and_then(|(antenne, at)| self.antennes.find(antenne, at, self.report)).flatten();
            let expert = expert.filter(|_| antenne.is_some()).map(Expert::new);
            self.experts.add(id, expert, &mut self.directory.experts, self.report);
        }
    }

    /// The expert that a competence or absence belongs to: its parent, or the one it names.
    fn expert_of(&mut self, record: &'a Record, kind: Kind) -> Option<usize> {
        match record.parent {
            Some((_, number)) => self.experts.accepted(number),
            None => {
                let (expert, at) = self.item(kind, record).required("expert")?;
                self.experts.find(expert, at, self.report).flatten()
            }
        }
    }

    /// What experts nest, once all experts are known.
    pub(super) fn parts_of_experts(&mut self) {
        self.competences();
        self.absences();
        self.members();
    }

    fn competences(&mut self) {
        for record in self.source.table(Kind::Competence) {
            let expert = self.expert_of(record, Kind::Competence);
            let (_, competence) = self.read(Kind::Competence, record, Competence::read);
            let named = self.item(Kind::Competence, record).text_if_any("subject");
            let Some((subject, at)) = named else { continue };
            let is_known = self.subjects.find(subject, at, self.report).flatten().is_some();
            if let (Some(expert), Some(competence), true) = (expert, competence, is_known) {
                self.directory.experts[expert].edit().competences.push(competence);
            }
        }
    }

    fn absences(&mut self) {
        for record in self.source.table(Kind::Absence) {
            let expert = self.expert_of(record, Kind::Absence);
            let (_, absence) = self.read(Kind::Absence, record, Absence::read);
            let Some(absence) = absence else { continue };
            let item = self.item(Kind::Absence, record);
            if let Some(fault) = absence.fault() {
                let (at, text) = (item.place(fault.field), item.written(fault.field));
                self.report.add(fault.code, at, &text, fault.message);
            } else if let Some(expert) = expert {
                let at = item.place("substitute");
                let absences = &mut self.directory.experts[expert].edit().absences;
                self.substitute_places.insert((expert, absences.len()), at);
                absences.push(absence);
            }
        }
    }

    /// That the substitutes which absences name exist, and lead to an end.
    pub(super) fn substitutes(&mut self) {
        let mut unknown = Vec::new();
        for (expert, absence, fault) in substitutes::faults(&self.directory.experts) {
            let at = self.substitute_places.get(&(expert, absence)).copied().unwrap_or_default();
            match &fault {
                SubstituteFault::Unknown { substitute } => {
                    // Who was faulty was told.
                    self.experts.find(substitute, at, self.report);
                    unknown.push((expert, absence));
                }
                circle => {
                    let message = circle.message();
                    self.report.add(DiagnosticCode::SubstituteCircle, at, circle.substitute(), message);
                    unknown.push((expert, absence));
                }
            }
        }
        // Leniently, the expert is away without anybody in its place.
        for (expert, absence) in unknown {
            self.directory.experts[expert].edit().absences[absence].substitute = None;
        }
    }

    fn members(&mut self) {
        for record in self.source.table(Kind::Member) {
            let expert = self.expert_of(record, Kind::Member);
            let (_, member) = self.read(Kind::Member, record, Member::read);
            if let (Some(expert), Some(member)) = (expert, member) {
                self.directory.experts[expert].edit().members.push(member);
            }
        }
    }
}
