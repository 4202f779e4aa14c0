//! What the records of a sound directory say of each other: ids are unique, references lead somewhere,
//! and no record is faulty by itself. Checking files reports what is not, place by place; opening a
//! snapshot, whose bytes may come from anywhere, asks here and refuses it. The property tests open
//! the snapshot of every directory that reading accepts; the fuzz target of payloads sees that what opens
//! can be written and read as files.

use std::collections::{HashMap, HashSet};

use super::{Alternative, AnswerGroup, Content, Criterion, Expert, InstitutionNames};
use crate::record::kinds::is_id;
use crate::taxonomy::Question;

/// The ids that records may refer to.
pub(crate) struct Known {
    subjects: HashSet<String>,
    /// Each question with the id of its subject.
    questions: HashMap<String, (String, Question)>,
    antennes: HashSet<String>,
}

/// Checks everything but the experts; [`Known::check_expert`] checks each of these.
///
/// # Errors
/// With the first thing that is wrong.
pub(crate) fn check(content: &Content) -> Result<(Known, InstitutionNames), String> {
    check_ids("territory", content.territories.iter().map(|territory| territory.id.as_str()))?;
    check_ids("theme", content.themes.iter().map(|theme| theme.id.as_str()))?;
    check_ids("subject", content.subjects.iter().map(|subject| subject.id.as_str()))?;
    let questions = content.subjects.iter().flat_map(|subject| &subject.questions);
    check_ids("question", questions.clone().map(|question| question.id.as_str()))?;
    for question in questions {
        check_ids("choice", question.choices.iter().map(|choice| choice.id.as_str()))?;
    }
    check_ids("institution", content.institutions.iter().map(|institution| institution.id.as_str()))?;
    check_ids("antenne", content.antennes.iter().map(|antenne| antenne.id.as_str()))?;
    let themes: HashSet<&str> = content.themes.iter().map(|theme| theme.id.as_str()).collect();
    for subject in content.subjects.iter() {
        require(themes.contains(subject.theme.as_str()), || {
            format!("there is no theme `{}`", subject.theme)
        })?;
    }
    let known = Known {
        subjects: content.subjects.iter().map(|subject| subject.id.clone()).collect(),
        questions: content
            .subjects
            .iter()
            .flat_map(|subject| {
                let of_subject = |question: &Question| (subject.id.clone(), question.clone());
                subject.questions.iter().map(move |question| (question.id.clone(), of_subject(question)))
            })
            .collect(),
        antennes: content.antennes.iter().map(|antenne| antenne.id.clone()).collect(),
    };
    let names = InstitutionNames::of(&content.institutions)
        .map_err(|taken| format!("two institutions have the alias `{}`", taken.alias))?;
    check_institutions(content, &known)?;
    check_antennes(content, &known)?;
    check_tables(content, &known)?;
    Ok((known, names))
}

/// Checks that ids are ids, and that none is taken twice.
pub(crate) fn check_ids<'i>(what: &str, ids: impl Iterator<Item = &'i str>) -> Result<(), String> {
    let mut taken = HashSet::with_capacity(ids.size_hint().0);
    for id in ids {
        require(is_id(id) && taken.insert(id), || format!("an id of a kind, {what}, is malformed or taken"))?;
    }
    Ok(())
}

fn check_institutions(content: &Content, known: &Known) -> Result<(), String> {
    for institution in content.institutions.iter() {
        known.check_criteria(&institution.criteria)?;
        known.check_answer_groups(&institution.answer_groups)?;
    }
    Ok(())
}

fn check_antennes(content: &Content, known: &Known) -> Result<(), String> {
    let institutions: HashSet<&str> = content.institutions.iter().map(|one| one.id.as_str()).collect();
    for antenne in content.antennes.iter() {
        let exists = institutions.contains(antenne.institution.as_str());
        require(exists, || format!("there is no institution `{}`", antenne.institution))?;
        known.check_criteria(&antenne.criteria)?;
        known.check_answer_groups(&antenne.answer_groups)?;
    }
    Ok(())
}

fn check_tables(content: &Content, known: &Known) -> Result<(), String> {
    let opcos: HashSet<&str> =
        content.institutions.iter().filter(|one| one.is_opco()).map(|one| one.id.as_str()).collect();
    let mut zones = HashSet::new();
    for rule in content.opco_by_zone.iter() {
        require(opcos.contains(rule.institution.as_str()), || format!("`{}` is no OPCO", rule.institution))?;
        for zone in rule.zone.iter() {
            require(zones.insert(*zone), || format!("`{zone}` has two OPCO"))?;
        }
    }
    let mut examples = HashSet::new();
    for example in content.examples.iter() {
        known.check_subject(&example.subject)?;
        require(examples.insert(example), || format!("an example of `{}` is given twice", example.subject))?;
    }
    Ok(())
}

impl Known {
    /// Checks what an expert refers to, and that nothing of it is faulty by itself. That its id is no
    /// other's is left to [`check_ids`].
    pub(crate) fn check_expert(&self, expert: &Expert) -> Result<(), String> {
        let exists = self.antennes.contains(&expert.antenne);
        require(exists, || format!("there is no antenne `{}`", expert.antenne))?;
        for competence in &expert.competences {
            self.check_subject(&competence.subject)?;
        }
        if let Some(fault) = expert.absences.iter().find_map(super::Absence::fault) {
            return Err(fault.message.to_string());
        }
        self.check_criteria(&expert.criteria)?;
        self.check_answer_groups(&expert.answer_groups)
    }

    fn check_answer_groups(&self, groups: &[AnswerGroup]) -> Result<(), String> {
        for group in groups {
            self.check_subject(&group.subject)?;
            for (question, answer) in &group.answers {
                let asked = self.questions.get(question).filter(|(subject, _)| *subject == group.subject);
                let Some((_, asked)) = asked else {
                    return Err(format!("`{}` does not ask `{question}`", group.subject));
                };
                if let Some(fault) = asked.fault(answer) {
                    return Err(fault.message.to_string());
                }
            }
        }
        Ok(())
    }

    fn check_criteria(&self, criteria: &[Criterion]) -> Result<(), String> {
        for criterion in criteria {
            criterion.subjects.iter().try_for_each(|subject| self.check_subject(subject))?;
            let of_alternatives = criterion.any_of.iter().flat_map(Alternative::faults);
            if let Some(fault) = criterion.faults().into_iter().chain(of_alternatives).next() {
                return Err(fault.message.to_string());
            }
        }
        Ok(())
    }

    fn check_subject(&self, subject: &str) -> Result<(), String> {
        require(self.subjects.contains(subject), || format!("there is no subject `{subject}`"))
    }
}

fn require(holds: bool, message: impl FnOnce() -> String) -> Result<(), String> {
    if holds { Ok(()) } else { Err(message()) }
}
