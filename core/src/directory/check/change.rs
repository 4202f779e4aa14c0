//! A change of a sound directory: what it gives anew is checked as in a directory, against what stays.

use std::collections::HashSet;
use std::sync::Arc;

use super::super::names::InstitutionNames;
use super::super::source::{Kind, Removed, Source};
use super::super::substitutes::{self, SubstituteFault};
use super::super::{Content, Directory, Expert};
use super::Checker;
use super::criteria::Owner;
use super::touched::Touched;
use crate::diagnostic::{DiagnosticCode, Place, Report};
use crate::invariant::broken;
use crate::language::{Sentence, sentence};
use crate::text::shorten;

/// A directory after a change, and what the change touched beside experts.
pub(crate) struct Changed {
    pub(crate) content: Content,
    /// Where institutions changed.
    pub(crate) names: Option<InstitutionNames>,
    /// The ids of the antennes that are given anew or removed.
    pub(crate) antennes: HashSet<String>,
}

/// Checks a change. What is returned is worth nothing once the report has errors.
///
/// `position` finds an expert of the directory by id.
pub(crate) fn check_change<'a>(
    source: &'a Source,
    removed: &'a [Removed],
    base: &'a Directory,
    position: impl Fn(&str) -> Option<usize>,
    report: &mut Report,
) -> Changed {
    let touched = Touched::read(source, removed, base, &position, report);
    let mut checker = Checker::new(source, base.geography(), report);
    checker.know_what_stays(base, &touched);
    let staying = (checker.directory.institutions.len(), checker.directory.antennes.len());
    checker.institutions();
    checker.antennes();
    checker.experts();
    checker.parts_of_experts();
    checker.criteria();
    checker.answer_groups();
    checker.experts_that_never_match();
    // Others have experts that are not looked at.
    checker.criterion_subjects.retain(|(owner, ..)| matches!(owner, Owner::Expert(_)));
    checker.criteria_that_decide_nothing();
    let checked = checker.directory;
    let is_removed = |kind: Kind| {
        let touched = &touched;
        move |id: &str| touched.removal(kind, id).is_some()
    };
    let institutions = merged(
        base.institutions(),
        checked.institutions,
        staying.0,
        |one| &one.id,
        is_removed(Kind::Institution),
    );
    let antennes =
        merged(base.antennes(), checked.antennes, staying.1, |one| &one.id, is_removed(Kind::Antenne));
    let experts = merged_experts(base.experts(), checked.experts, &touched, position);
    let shared = &base.content;
    let content = Content {
        territories: Arc::clone(&shared.territories),
        themes: Arc::clone(&shared.themes),
        subjects: Arc::clone(&shared.subjects),
        institutions,
        antennes,
        experts,
        opco_by_zone: Arc::clone(&shared.opco_by_zone),
        rules: shared.rules,
        seed: shared.seed.clone(),
        naf_correspondence: shared.naf_correspondence.clone(),
        examples: Arc::clone(&shared.examples),
    };
    references(&content, &touched, report);
    substitutes(&content, report);
    let names = touched.any(Kind::Institution).then(|| names(&content, source, report)).flatten();
    Changed { content, names, antennes: touched.ids(Kind::Antenne).map(str::to_owned).collect() }
}

impl<'a> Checker<'a> {
    /// Starts with what the change leaves as it is.
    fn know_what_stays(&mut self, base: &'a Directory, touched: &Touched<'_>) {
        let institution_stays = |id: &str| touched.leaves(Kind::Institution, id);
        let antenne_stays = |id: &str| touched.leaves(Kind::Antenne, id);
        self.territories.know(base.territories().iter().map(|territory| territory.id.as_str()));
        self.directory.territories = Arc::clone(&base.content.territories);
        self.know_subjects(base);
        self.directory.naf_correspondence.clone_from(&base.content.naf_correspondence);
        let institutions = base.institutions().iter().map(|one| one.id.as_str());
        self.institutions.know(institutions.filter(|id| institution_stays(id)));
        let antennes = base.antennes().iter().map(|one| one.id.as_str());
        self.antennes.know(antennes.filter(|id| antenne_stays(id)));
        self.directory.institutions = staying(&base.content.institutions, |one| institution_stays(&one.id));
        self.directory.antennes = staying(&base.content.antennes, |one| antenne_stays(&one.id));
        self.names = InstitutionNames::of(&self.directory.institutions)
            .unwrap_or_else(|_| broken("the aliases of a sound directory name one institution each"));
    }

    fn know_subjects(&mut self, base: &'a Directory) {
        self.subjects.know(base.subjects().iter().map(|subject| subject.id.as_str()));
        for (number, subject) in base.subjects().iter().enumerate() {
            self.questions.know(subject.questions.iter().map(|question| question.id.as_str()));
            for (question, own) in subject.questions.iter().enumerate() {
                self.question_positions.insert(own.id.clone(), (number, question));
            }
        }
        self.directory.subjects = Arc::clone(&base.content.subjects);
    }
}

/// The items of a list that a change leaves as they are: the list itself, where those are all.
fn staying<T: Clone>(base: &Arc<Vec<T>>, stays: impl Fn(&T) -> bool) -> Arc<Vec<T>> {
    match base.iter().all(&stays) {
        true => Arc::clone(base),
        false => Arc::new(base.iter().filter(|one| stays(one)).cloned().collect()),
    }
}

/// The items of the list that a change leads to: what is given anew stands where it stood, and what is
/// new at the end. `checked` are those that stay, in their order, and then those that are given.
fn merged<T: Clone>(
    base: &[T],
    checked: Arc<Vec<T>>,
    staying: usize,
    id: impl Fn(&T) -> &String,
    is_removed: impl Fn(&str) -> bool,
) -> Arc<Vec<T>> {
    if checked.len() == staying {
        return checked;
    }
    let mut checked = Arc::unwrap_or_clone(checked);
    let mut given: Vec<Option<T>> = checked.split_off(staying).into_iter().map(Some).collect();
    let mut stays = checked.into_iter();
    let mut all = Vec::with_capacity(base.len() + given.len());
    for old in base {
        let anew = given.iter_mut().find(|new| new.as_ref().is_some_and(|new| id(new) == id(old)));
        match anew {
            Some(new) => all.extend(new.take()),
            None if is_removed(id(old)) => {}
            None => all.extend(stays.next()),
        }
    }
    all.extend(given.into_iter().flatten());
    Arc::new(all)
}

/// The experts that a change leads to, as [`merged`]; theirs are many, and found by `position`.
fn merged_experts(
    base: &[Expert],
    checked: Vec<Expert>,
    touched: &Touched<'_>,
    position: impl Fn(&str) -> Option<usize>,
) -> Vec<Expert> {
    let mut experts = base.to_vec();
    let mut added = Vec::new();
    for expert in checked {
        match position(&expert.id) {
            Some(position) => experts[position] = expert,
            None => added.push(expert),
        }
    }
    if touched.removes_any(Kind::Expert) {
        experts.retain(|expert| touched.removal(Kind::Expert, &expert.id).is_none());
    }
    experts.append(&mut added);
    experts
}

/// What refers to an item that the change removes, or that it makes another.
fn references(content: &Content, touched: &Touched<'_>, report: &mut Report) {
    let mut dangling = |kind: Kind, id: &str, code: DiagnosticCode, what: Sentence, holder: &str| {
        if let Some(at) = touched.removal(kind, id) {
            let message =
                sentence!(CannotBeRemoved { id: shorten(id, 60), what, holder: shorten(holder, 60) });
            report.add(code, at, id, message);
        }
    };
    if touched.removes_any(Kind::Antenne) {
        let code = DiagnosticCode::UnknownAntenne;
        for expert in &content.experts {
            dangling(Kind::Antenne, &expert.antenne, code, sentence!(Expert), &expert.id);
        }
    }
    if touched.removes_any(Kind::Institution) {
        let code = DiagnosticCode::UnknownInstitution;
        for antenne in content.antennes.iter() {
            dangling(Kind::Institution, &antenne.institution, code, sentence!(Antenne), &antenne.id);
        }
        for rule in content.opco_by_zone.iter() {
            dangling(Kind::Institution, &rule.institution, code, sentence!(Zone), &rule.zone.to_string());
        }
    }
    for rule in content.opco_by_zone.iter() {
        let institution = content.institutions.iter().find(|one| one.id == rule.institution);
        if institution.is_some_and(|one| !one.is_opco()) {
            let message = sentence!(StaysAnOpco {
                institution: rule.institution.as_str(),
                zone: rule.zone.to_string()
            });
            report.add(DiagnosticCode::NotAnOpco, Place::default(), &rule.institution, message);
        }
    }
}

/// That the substitutes which absences name exist, and lead to an end.
fn substitutes(content: &Content, report: &mut Report) {
    for (position, _, fault) in substitutes::faults(&content.experts) {
        let code = match &fault {
            SubstituteFault::Unknown { .. } => DiagnosticCode::UnknownExpert,
            _ => DiagnosticCode::SubstituteCircle,
        };
        let expert = &content.experts[position].id;
        let message = sentence!(OfAnAbsence { expert: shorten(expert, 60), fault: fault.message() });
        report.add(code, Place::default(), fault.substitute(), message);
    }
}

/// The names of the institutions. The aliases that a change gives were checked against everything
/// already; an id that it gives may still be what an institution that stays is called.
fn names(content: &Content, source: &Source, report: &mut Report) -> Option<InstitutionNames> {
    let taken = match InstitutionNames::of(&content.institutions) {
        Ok(names) => return Some(names),
        Err(taken) => taken,
    };
    let ids = source.table(Kind::Institution).iter().filter_map(|record| record.field("id"));
    let mut places = ids.filter(|field| field.value.text().trim() == taken.alias).map(|field| field.place);
    let holder = &content.institutions[taken.by].id;
    let message =
        sentence!(IsAlreadyAnAlias { alias: shorten(taken.alias, 60), institution: holder.as_str() });
    report.add(DiagnosticCode::DuplicateId, places.next().unwrap_or_default(), taken.alias, message);
    None
}
