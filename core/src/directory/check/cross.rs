//! What only shows when the parts are put together: experts that can never match, subjects nobody
//! handles, criteria that decide nothing.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

use super::super::antenne::Level;
use super::super::expert::Competence;
use super::super::source::{Kind, Record};
use super::Checker;
use super::criteria::Owner;
use crate::diagnostic::{DiagnosticCode, Place};
use crate::language::sentence;
use crate::validity::Validity;

impl Checker<'_> {
    pub(super) fn cross(&mut self) {
        self.experts_that_never_match();
        self.experts_nobody_can_alert();
        self.addresses_of_two_experts();
        self.subjects_nobody_handles();
        self.criteria_that_decide_nothing();
        self.fair_share();
    }

    pub(super) fn places(
        &self,
        kind: Kind,
        numbers: impl Fn(usize) -> Option<usize>,
    ) -> HashMap<usize, Place> {
        let records = self.source.table(kind).iter().enumerate();
        records.filter_map(|(record, content)| Some((numbers(record)?, content.place))).collect()
    }

    pub(super) fn experts_that_never_match(&mut self) {
        let places = self.places(Kind::Expert, |record| self.experts.accepted(record));
        let today = jiff::Zoned::now().date();
        let is_over =
            |valid: Option<Validity>| valid.and_then(|valid| valid.until).is_some_and(|until| until < today);
        let antennes: HashMap<&str, _> = self.directory.antennes.iter().map(|a| (a.id.as_str(), a)).collect();
        let absences = self.directory.experts.iter().flat_map(|expert| &expert.absences);
        let substitutes: HashSet<&str> =
            absences.filter_map(|absence| absence.substitute.as_deref()).collect();
        for (number, expert) in self.directory.experts.iter().enumerate() {
            let followed = antennes.get(expert.antenne.as_str());
            let covers = !expert.zones.is_empty()
                || followed
                    .is_some_and(|antenne| antenne.level == Level::National || !antenne.zones.is_empty())
                || expert.competences.iter().any(|competence| !competence.zones.is_empty());
            let antenne_days = followed.and_then(|antenne| antenne.valid);
            let counts = |competence: &Competence| {
                Validity::meet(competence.valid, expert.valid)
                    && Validity::meet(competence.valid, antenne_days)
            };
            let lacks = match (expert.competences.is_empty(), covers) {
                (true, _) => sentence!(NoCompetence),
                (_, false) => sentence!(NoTerritory),
                _ if !Validity::meet(expert.valid, antenne_days) => sentence!(NoCommonDay),
                _ if is_over(expert.valid) || is_over(antenne_days) => {
                    sentence!(PeriodIsOver)
                }
                _ if expert.competences.iter().all(|competence| is_over(competence.valid)) => {
                    sentence!(CompetencesAreOver)
                }
                _ if !expert.competences.iter().any(counts) => sentence!(NoDayOfCompetence),
                _ => continue,
            };
            let stands_in = substitutes.contains(expert.id.as_str());
            let expert_id = expert.id.as_str();
            let message = match stands_in {
                true => sentence!(SubstituteNeverMatches { expert: expert_id, lacks }),
                false => sentence!(ExpertNeverMatches { expert: expert_id, lacks }),
            };
            let at = places.get(&number).copied().unwrap_or_default();
            self.report.add(DiagnosticCode::ExpertNeverMatches, at, &expert.id, message);
        }
    }

    fn experts_nobody_can_alert(&mut self) {
        let places = self.places(Kind::Expert, |record| self.experts.accepted(record));
        // An address that is none was told.
        let records = self.source.table(Kind::Expert).iter().enumerate();
        let is_given = |record: &Record| record.field("email").is_some_and(|field| !field.value.is_blank());
        let given: HashSet<usize> = records
            .filter(|(_, record)| is_given(record))
            .filter_map(|(number, _)| self.experts.accepted(number))
            .collect();
        for (number, expert) in self.directory.experts.iter().enumerate() {
            let has_address = expert.email.is_some() || expert.members.iter().any(|one| one.email.is_some());
            if !has_address && expert.active && !given.contains(&number) {
                let message = sentence!(NobodyCanAlert { expert: expert.id.as_str() });
                let at = places.get(&number).copied().unwrap_or_default();
                self.report.add(DiagnosticCode::NoAddress, at, &expert.id, message);
            }
        }
    }

    fn addresses_of_two_experts(&mut self) {
        let mut places = self.places(Kind::Expert, |record| self.experts.accepted(record));
        for (record, content) in self.source.table(Kind::Expert).iter().enumerate() {
            if let (Some(number), Some(field)) = (self.experts.accepted(record), content.field("email")) {
                places.insert(number, field.place);
            }
        }
        let mut first: HashMap<(&str, String), &str> = HashMap::new();
        for (number, expert) in self.directory.experts.iter().enumerate().filter(|(_, expert)| expert.active)
        {
            let Some(email) = &expert.email else { continue };
            match first.entry((expert.antenne.as_str(), email.to_lowercase())) {
                Entry::Vacant(entry) => {
                    entry.insert(expert.id.as_str());
                }
                Entry::Occupied(other) => {
                    let message = sentence!(AddressOfTwo {
                        email: email.as_str(),
                        first: *other.get(),
                        second: expert.id.as_str()
                    });
                    let at = places.get(&number).copied().unwrap_or_default();
                    self.report.add(DiagnosticCode::SharedAddress, at, email, message);
                }
            }
        }
    }

    fn subjects_nobody_handles(&mut self) {
        let places = self.places(Kind::Subject, |record| self.subjects.accepted(record));
        let handled: HashSet<&str> =
            self.directory.experts.iter().flat_map(|e| &e.competences).map(|c| c.subject.as_str()).collect();
        for (number, subject) in self.directory.subjects.iter().enumerate() {
            if !subject.archived && !handled.contains(subject.id.as_str()) {
                let message = sentence!(NobodyHandles { subject: subject.id.as_str() });
                let at = places.get(&number).copied().unwrap_or_default();
                self.report.add(DiagnosticCode::SubjectUnhandled, at, &subject.id, message);
            }
        }
    }

    pub(super) fn criteria_that_decide_nothing(&mut self) {
        let institution_of: HashMap<&str, &str> =
            self.directory.antennes.iter().map(|a| (a.id.as_str(), a.institution.as_str())).collect();
        // The subjects handled by each owner, by kind and id.
        let mut handled: HashSet<(u8, &str, &str)> = HashSet::new();
        for expert in &self.directory.experts {
            let institution = institution_of.get(expert.antenne.as_str()).copied().unwrap_or_default();
            for competence in &expert.competences {
                handled.insert((0, institution, &competence.subject));
                handled.insert((1, &expert.antenne, &competence.subject));
                handled.insert((2, &expert.id, &competence.subject));
            }
        }
        for (owner, subjects, places) in &self.criterion_subjects {
            let (level, what, id) = match *owner {
                Owner::Institution(number) => {
                    (0, sentence!(Institution), &self.directory.institutions[number].id)
                }
                Owner::Antenne(number) => (1, sentence!(Antenne), &self.directory.antennes[number].id),
                Owner::Expert(number) => (2, sentence!(Expert), &self.directory.experts[number].id),
            };
            for (subject, at) in subjects.iter().zip(places) {
                if !handled.contains(&(level, id.as_str(), subject.as_str())) {
                    let message = sentence!(CriterionOnUnhandled {
                        subject: subject.as_str(),
                        what: what.clone(),
                        id: id.as_str()
                    });
                    self.report.add(DiagnosticCode::CriteriaUnused, *at, subject, message);
                }
            }
        }
    }
}
