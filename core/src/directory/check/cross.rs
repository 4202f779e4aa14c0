//! What only shows when the parts are put together: experts that can never match, subjects nobody
//! handles, criteria that decide nothing.

use std::collections::{HashMap, HashSet};

use super::super::antenne::Level;
use super::super::source::Kind;
use super::Checker;
use super::criteria::Owner;
use crate::diagnostic::{DiagnosticCode, Place};

impl Checker<'_> {
    pub(super) fn cross(&mut self) {
        self.experts_that_never_match();
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
        let antennes: HashMap<&str, _> = self.directory.antennes.iter().map(|a| (a.id.as_str(), a)).collect();
        for (number, expert) in self.directory.experts.iter().enumerate() {
            let followed = antennes.get(expert.antenne.as_str());
            let covers = !expert.zones.is_empty()
                || followed
                    .is_some_and(|antenne| antenne.level == Level::National || !antenne.zones.is_empty())
                || expert.competences.iter().any(|competence| !competence.zones.is_empty());
            let lacks = match (expert.competences.is_empty(), covers) {
                (true, _) => "no competence",
                (_, false) => "no territory: neither its own nor its antenne's",
                _ => continue,
            };
            let message = format!("the expert `{}` can never match: it has {lacks}", expert.id);
            let at = places.get(&number).copied().unwrap_or_default();
            self.report.add(DiagnosticCode::ExpertNeverMatches, at, &expert.id, message);
        }
    }

    fn subjects_nobody_handles(&mut self) {
        let places = self.places(Kind::Subject, |record| self.subjects.accepted(record));
        let handled: HashSet<&str> =
            self.directory.experts.iter().flat_map(|e| &e.competences).map(|c| c.subject.as_str()).collect();
        for (number, subject) in self.directory.subjects.iter().enumerate() {
            if !subject.archived && !handled.contains(subject.id.as_str()) {
                let message = format!("no expert handles the subject `{}`", subject.id);
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
                Owner::Institution(number) => (0, "institution", &self.directory.institutions[number].id),
                Owner::Antenne(number) => (1, "antenne", &self.directory.antennes[number].id),
                Owner::Expert(number) => (2, "expert", &self.directory.experts[number].id),
            };
            for (subject, at) in subjects.iter().zip(places) {
                if !handled.contains(&(level, id.as_str(), subject.as_str())) {
                    let message = format!(
                        "the criterion on `{subject}` decides nothing: nobody of the {what} `{id}` handles it"
                    );
                    self.report.add(DiagnosticCode::CriteriaUnused, *at, subject, message);
                }
            }
        }
    }
}
