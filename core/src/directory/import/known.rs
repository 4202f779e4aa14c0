//! What a directory calls its institutions, antennes and subjects, as sheets name them.

use std::collections::{HashMap, HashSet};

use super::super::{Antenne, Content};
use crate::diagnostic::{DiagnosticCode, Place, Report};
use crate::invariant::broken;
use crate::language::sentence;
use crate::text::{fold, shorten};

/// More subjects of one name are not told apart by listing them.
const MOST_LISTED: usize = 10;

/// Names by which sheets find what a directory has, each with the position of the first of that name.
#[derive(Debug, Default)]
pub(super) struct Known {
    institution_ids: HashMap<String, usize>,
    /// Names and aliases of institutions, folded.
    institution_names: HashMap<String, usize>,
    antenne_ids: HashMap<String, usize>,
    /// By the id of the institution.
    antennes: HashMap<String, Antennes>,
    subject_ids: HashMap<String, usize>,
    /// Ids and labels of subjects, folded.
    subject_names: HashMap<String, Vec<usize>>,
    /// Id and label of the theme of each subject, folded.
    subject_themes: Vec<[String; 2]>,
    pub(super) new_antennes: NewIds,
    pub(super) new_experts: NewIds,
}

/// The antennes of an institution: all of them, and by folded name.
#[derive(Debug, Default)]
struct Antennes {
    all: Vec<usize>,
    names: HashMap<String, usize>,
}

/// Ids for what sheets bring.
#[derive(Debug, Default)]
pub(super) struct NewIds {
    taken: HashSet<String>,
    /// The last number that was put behind an id.
    numbers: HashMap<String, u64>,
}

/// Why a text names no subject.
pub(super) enum NoSubject {
    Unknown,
    /// PITFALLS R14: several subjects have the name.
    Ambiguous {
        ids: Vec<String>,
    },
}

impl NoSubject {
    pub(super) fn report(self, text: &str, at: Place, content: &Content, report: &mut Report) {
        let shown = shorten(text, 60);
        match self {
            NoSubject::Unknown => {
                let message = sentence!(NamesNoSubject { text: shown });
                let subjects = content.subjects.iter();
                let names = subjects.flat_map(|subject| [subject.label.as_str(), subject.id.as_str()]);
                let nearest = report.nearest(text, names).map(str::to_owned);
                report.add_with(DiagnosticCode::UnknownSubject, at, text, message, nearest);
            }
            NoSubject::Ambiguous { ids } => {
                let message = sentence!(NamesSeveralSubjects { text: shown, ids: ids.join(", ") });
                report.add(DiagnosticCode::UnknownSubject, at, text, message);
            }
        }
    }
}

impl Known {
    pub(super) fn of(content: &Content) -> Known {
        let mut known = Known::default();
        for (number, institution) in content.institutions.iter().enumerate() {
            known.institution_ids.entry(institution.id.clone()).or_insert(number);
            for name in std::iter::once(&institution.name).chain(&institution.aliases) {
                known.institution_names.entry(fold(name)).or_insert(number);
            }
        }
        for (number, antenne) in content.antennes.iter().enumerate() {
            known.add_antenne(antenne, number);
        }
        known.new_antennes.taken.extend(content.antennes.iter().map(|antenne| antenne.id.clone()));
        known.new_experts.taken.extend(content.experts.iter().map(|expert| expert.id.clone()));
        let themes: HashMap<&str, [String; 2]> = content
            .themes
            .iter()
            .map(|theme| (theme.id.as_str(), [fold(&theme.id), fold(&theme.label)]))
            .collect();
        for (number, subject) in content.subjects.iter().enumerate() {
            known.subject_ids.entry(subject.id.clone()).or_insert(number);
            let (id, label) = (fold(&subject.id), fold(&subject.label));
            if id != label {
                known.subject_names.entry(id).or_default().push(number);
            }
            known.subject_names.entry(label).or_default().push(number);
            let theme = themes.get(subject.theme.as_str()).cloned();
            known.subject_themes.push(
                theme.unwrap_or_else(|| broken("every subject of a sound directory names one of its themes")),
            );
        }
        known
    }

    pub(super) fn add_antenne(&mut self, antenne: &Antenne, number: usize) {
        self.antenne_ids.entry(antenne.id.clone()).or_insert(number);
        let antennes = self.antennes.entry(antenne.institution.clone()).or_default();
        antennes.all.push(number);
        antennes.names.entry(fold(&antenne.name)).or_insert(number);
    }

    /// The position of the institution that has a text as its id, its name or an alias.
    pub(super) fn institution(&self, name: &str) -> Option<usize> {
        let named = self.institution_names.get(&fold(name));
        [self.institution_ids.get(name), named].into_iter().flatten().min().copied()
    }

    /// The position of the antenne of an institution that has a text as its id or its name.
    pub(super) fn antenne(&self, institution: &str, name: &str, antennes: &[Antenne]) -> Option<usize> {
        let of_institution =
            |number: &&usize| antennes.get(**number).is_some_and(|own| own.institution == institution);
        let by_id = self.antenne_ids.get(name).filter(of_institution);
        let by_name = self.antennes.get(institution).and_then(|antennes| antennes.names.get(&fold(name)));
        [by_id, by_name].into_iter().flatten().min().copied()
    }

    /// The id of the subject that a text names: by its id, its label, `Thème:Sujet` or
    /// `Thème:Sujet:Description`.
    pub(super) fn subject(&self, text: &str, content: &Content) -> Result<String, NoSubject> {
        let id = |number: usize| content.subjects.get(number).map(|subject| subject.id.clone());
        if let Some(id) = self.subject_ids.get(text).and_then(|number| id(*number)) {
            return Ok(id);
        }
        let named = |name: &str| self.subject_names.get(name).map_or(&[][..], Vec::as_slice).iter().copied();
        let mut found: Vec<usize> = named(&fold(text)).collect();
        let mut parts = text.splitn(3, ':').map(fold);
        if let (Some(theme), Some(name)) = (parts.next(), parts.next()) {
            found.extend(named(&name).filter(|number| self.subject_themes[*number].contains(&theme)));
        }
        found.sort_unstable();
        found.dedup();
        let several = found.len() > 1;
        let mut ids = found.into_iter().filter_map(id);
        if several {
            return Err(NoSubject::Ambiguous { ids: ids.take(MOST_LISTED).collect() });
        }
        match ids.next() {
            Some(id) => Ok(id),
            None => Err(NoSubject::Unknown),
        }
    }

    /// The names of the antennes of an institution.
    pub(super) fn antennes_of<'n>(
        &'n self,
        institution: &str,
        antennes: &'n [Antenne],
    ) -> impl Iterator<Item = &'n str> {
        let all = self.antennes.get(institution).map_or(&[][..], |known| known.all.as_slice());
        all.iter().filter_map(|number| antennes.get(*number)).map(|antenne| antenne.name.as_str())
    }
}

impl NewIds {
    /// Keeps an id for who has it already.
    pub(super) fn reserve(&mut self, id: &str) {
        self.taken.insert(id.to_owned());
    }

    /// The id, or the id with the first number that makes it new.
    pub(super) fn unique(&mut self, id: String) -> String {
        let mut unique = id.clone();
        let number = self.numbers.entry(id.clone()).or_insert(1);
        while self.taken.contains(&unique) {
            *number += 1;
            unique = format!("{id}-{number}");
        }
        self.taken.insert(unique.clone());
        unique
    }
}
