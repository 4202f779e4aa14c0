//! A change of a sound directory: what it gives anew is checked as in a directory, against what stays.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::super::names::InstitutionNames;
use super::super::source::{Kind, Removed, Source};
use super::super::{Content, Directory};
use super::Checker;
use super::criteria::Owner;
use crate::diagnostic::{DiagnosticCode, Place, Report};
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
    removed: &[Removed],
    base: &'a Directory,
    position: impl Fn(&str) -> Option<usize>,
    report: &mut Report,
) -> Changed {
    let kinds = Removed::KINDS.into_iter();
    let given: HashSet<(Kind, &str)> =
        kinds.flat_map(|kind| given_ids(source, kind).map(move |id| (kind, id))).collect();
    let mut removals: HashMap<(Kind, &str), Place> = HashMap::new();
    for Removed { kind, id, place } in removed {
        let id = id.trim();
        let is_known = match kind {
            Kind::Institution => base.institutions().iter().any(|one| one.id == id),
            Kind::Antenne => base.antennes().iter().any(|one| one.id == id),
            _ => position(id).is_some(),
        };
        if !is_known {
            unknown(*kind, id, *place, base, report);
        } else if removals.insert((*kind, id), *place).is_some() || given.contains(&(*kind, id)) {
            let message = format!("`{}` is removed, and also given or removed again", shorten(id, 60));
            report.add(DiagnosticCode::DuplicateId, *place, id, message);
        }
    }
    let mut touches = Removed::KINDS.to_vec();
    touches.retain(|kind| given.iter().chain(removals.keys()).any(|(own, _)| own == kind));
    // Most changes touch experts only, and most of a directory's items are not looked up.
    let stays = |kind: Kind, id: &str| {
        !touches.contains(&kind) || !removals.contains_key(&(kind, id)) && !given.contains(&(kind, id))
    };
    let (institution_stays, antenne_stays) =
        (|id: &str| stays(Kind::Institution, id), |id: &str| stays(Kind::Antenne, id));
    let mut checker = Checker::new(source, base.geography(), report);
    checker.know_subjects(base);
    checker
        .institutions
        .know(base.institutions().iter().map(|one| &*one.id).filter(|id| institution_stays(id)));
    checker.antennes.know(base.antennes().iter().map(|one| &*one.id).filter(|id| antenne_stays(id)));
    checker.directory.institutions = staying(&base.content.institutions, |one| institution_stays(&one.id));
    checker.directory.antennes = staying(&base.content.antennes, |one| antenne_stays(&one.id));
    for (number, institution) in checker.directory.institutions.iter().enumerate() {
        checker.names.add_id(&institution.id, number);
    }
    for (number, institution) in checker.directory.institutions.iter().enumerate() {
        for alias in &institution.aliases {
            // Those of a sound directory name one institution each.
            let _ = checker.names.add_alias(alias, number);
        }
    }
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
    let Content { institutions, antennes, experts: checked, .. } = checker.directory;
    let is_removed = |kind: Kind| {
        let removals = &removals;
        move |id: &str| removals.contains_key(&(kind, id))
    };
    let institutions =
        merged(base.institutions(), institutions, staying.0, |one| &one.id, is_removed(Kind::Institution));
    let antennes = merged(base.antennes(), antennes, staying.1, |one| &one.id, is_removed(Kind::Antenne));
    let mut experts = base.experts().to_vec();
    let mut added = Vec::new();
    for expert in checked {
        match position(&expert.id) {
            Some(position) => experts[position] = expert,
            None => added.push(expert),
        }
    }
    if removals.keys().any(|(kind, _)| *kind == Kind::Expert) {
        experts.retain(|expert| !removals.contains_key(&(Kind::Expert, expert.id.as_str())));
    }
    experts.append(&mut added);
    let shared = &base.content;
    let content = Content {
        themes: Arc::clone(&shared.themes),
        subjects: Arc::clone(&shared.subjects),
        institutions,
        antennes,
        experts,
        opco_by_zone: Arc::clone(&shared.opco_by_zone),
        rules: shared.rules,
        naf_correspondence: Arc::clone(&shared.naf_correspondence),
        examples: Arc::clone(&shared.examples),
    };
    references(&content, &removals, report);
    let touched = |kind: Kind| {
        let ids = given.iter().chain(removals.keys()).filter(move |(own, _)| *own == kind);
        ids.map(|(_, id)| (*id).to_owned())
    };
    let names = touched(Kind::Institution).next().map(|_| names(&content));
    Changed { content, names, antennes: touched(Kind::Antenne).collect() }
}

impl<'a> Checker<'a> {
    fn know_subjects(&mut self, base: &'a Directory) {
        self.subjects.know(base.subjects().iter().map(|subject| subject.id.as_str()));
        for subject in base.subjects() {
            self.questions.know(subject.questions.iter().map(|question| question.id.as_str()));
            for question in &subject.questions {
                self.question_subjects.insert(question.id.clone(), subject.id.clone());
            }
        }
        self.directory.subjects = Arc::clone(&base.content.subjects);
    }
}

/// The ids that a change gives of a kind.
fn given_ids(source: &Source, kind: Kind) -> impl Iterator<Item = &str> {
    let ids = source.table(kind).iter().filter_map(|record| record.field("id"));
    ids.map(|field| field.value.text().trim())
}

fn unknown(kind: Kind, id: &str, at: Place, base: &Directory, report: &mut Report) {
    let (code, what) = match kind {
        Kind::Institution => (DiagnosticCode::UnknownInstitution, "institution"),
        Kind::Antenne => (DiagnosticCode::UnknownAntenne, "antenne"),
        _ => (DiagnosticCode::UnknownExpert, "expert"),
    };
    let known: Vec<&str> = match kind {
        Kind::Institution => base.institutions().iter().map(|one| one.id.as_str()).collect(),
        Kind::Antenne => base.antennes().iter().map(|one| one.id.as_str()).collect(),
        _ => base.experts().iter().map(|one| one.id.as_str()).collect(),
    };
    let message = format!("there is no {what} `{}` to remove", shorten(id, 60));
    let nearest = report.nearest(id, known.iter().copied()).map(str::to_owned);
    report.add_with(code, at, id, message, nearest);
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

/// What refers to an item that the change removes, or that it makes another.
fn references(content: &Content, removals: &HashMap<(Kind, &str), Place>, report: &mut Report) {
    let mut dangling = |kind: Kind, id: &str, code: DiagnosticCode, what: &str, holder: &str| {
        if let Some(at) = removals.get(&(kind, id)) {
            let message =
                format!("`{}` cannot be removed: {what} `{}` needs it", shorten(id, 60), shorten(holder, 60));
            report.add(code, *at, id, message);
        }
    };
    let removes = |kind: Kind| removals.keys().any(|(own, _)| *own == kind);
    if removes(Kind::Antenne) {
        let code = DiagnosticCode::UnknownAntenne;
        for expert in &content.experts {
            dangling(Kind::Antenne, &expert.antenne, code, "the expert", &expert.id);
        }
    }
    if removes(Kind::Institution) {
        let code = DiagnosticCode::UnknownInstitution;
        for antenne in content.antennes.iter() {
            dangling(Kind::Institution, &antenne.institution, code, "the antenne", &antenne.id);
        }
        for rule in content.opco_by_zone.iter() {
            dangling(Kind::Institution, &rule.institution, code, "the zone", &rule.zone.to_string());
        }
    }
    for rule in content.opco_by_zone.iter() {
        let institution = content.institutions.iter().find(|one| one.id == rule.institution);
        if institution.is_some_and(|one| !one.is_opco()) {
            let message = format!("`{}` is the OPCO of `{}`: it stays one", rule.institution, rule.zone);
            report.add(DiagnosticCode::NotAnOpco, Place::default(), &rule.institution, message);
        }
    }
}

fn names(content: &Content) -> InstitutionNames {
    let mut names = InstitutionNames::default();
    for (number, institution) in content.institutions.iter().enumerate() {
        names.add_id(&institution.id, number);
    }
    for (number, institution) in content.institutions.iter().enumerate() {
        for alias in &institution.aliases {
            // That no other has it was checked when it was given.
            let _ = names.add_alias(alias, number);
        }
    }
    names
}
