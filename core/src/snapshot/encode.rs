//! From a directory to format 1.

use std::collections::HashMap;
use std::hash::Hash;

use jiff::civil::Date;
use serde::Serialize;

use super::format;
use crate::directory::{Antenne, Criterion, Directory, Expert, Institution};
use crate::geography::Zone;

pub(super) fn payload(directory: &Directory) -> Vec<u8> {
    let mut encoder = Encoder {
        zones: Numbers::default(),
        themes: Numbers::of(directory.themes().iter().map(|theme| theme.id.as_str())),
        subjects: Numbers::of(directory.subjects().iter().map(|subject| subject.id.as_str())),
        institutions: Numbers::of(directory.institutions().iter().map(|institution| institution.id.as_str())),
        antennes: Numbers::of(directory.antennes().iter().map(|antenne| antenne.id.as_str())),
    };
    let themes = directory.themes().iter().map(|theme| format::Theme {
        id: &theme.id,
        label: &theme.label,
        zones: encoder.zones(&theme.zones),
    });
    let themes = themes.collect();
    let subjects = directory.subjects().iter().map(|subject| format::Subject {
        id: &subject.id,
        theme: encoder.themes.number(subject.theme.as_str()),
        label: &subject.label,
        description: subject.description.as_deref(),
        keywords: texts(&subject.keywords),
        archived: subject.archived,
        questions: subject.questions.iter().map(|question| (&*question.id, &*question.label)).collect(),
    });
    let subjects = subjects.collect();
    let institutions = directory.institutions().iter().map(|one| encoder.institution(one)).collect();
    let antennes = directory.antennes().iter().map(|one| encoder.antenne(one)).collect();
    let parts: Vec<Vec<u8>> = directory
        .experts()
        .chunks(format::EXPERTS_OF_A_PART)
        .map(|part| bytes(&part.iter().map(|one| encoder.expert(one)).collect::<Vec<_>>()))
        .collect();
    let opco_by_zone = directory.opco_by_zone().iter().map(|rule| {
        (encoder.zones.number(rule.zone), encoder.institutions.number(rule.institution.as_str()))
    });
    let opco_by_zone = opco_by_zone.collect();
    let correspondence =
        directory.naf_correspondence().iter().map(|row| (row.from.to_string(), row.to.to_string()));
    let examples = directory.examples().iter();
    let examples =
        examples.map(|one| (encoder.subjects.number(one.subject.as_str()), one.text.as_str())).collect();
    let document = format::Document {
        themes,
        subjects,
        institutions,
        antennes,
        experts: parts.iter().map(Vec::as_slice).collect(),
        opco_by_zone,
        rules: directory.rules().as_str(),
        naf_correspondence: correspondence.collect(),
        examples,
        zones: encoder.zones.items.iter().map(ToString::to_string).collect(),
    };
    bytes(&document)
}

fn bytes(value: &impl Serialize) -> Vec<u8> {
    // Lists of known length, texts and numbers: nothing that the encoding refuses.
    postcard::to_stdvec(value).unwrap_or_default()
}

struct Encoder<'d> {
    zones: Numbers<Zone>,
    themes: Numbers<&'d str>,
    subjects: Numbers<&'d str>,
    institutions: Numbers<&'d str>,
    antennes: Numbers<&'d str>,
}

impl<'d> Encoder<'d> {
    fn zones(&mut self, zones: &[Zone]) -> Vec<u32> {
        zones.iter().map(|zone| self.zones.number(*zone)).collect()
    }

    fn institution(&mut self, institution: &'d Institution) -> format::Institution<'d> {
        let groups = institution.answer_groups.iter().map(|group| {
            let answers = group.answers.iter().map(|(question, answer)| (question.as_str(), *answer));
            (self.subjects.number(group.subject.as_str()), answers.collect())
        });
        format::Institution {
            id: &institution.id,
            name: &institution.name,
            aliases: texts(&institution.aliases),
            categories: texts(&institution.categories),
            activities: institution.activities.iter().map(|activity| activity.as_str()).collect(),
            active: institution.active,
            single_taker: institution.single_taker,
            answer_groups: groups.collect(),
            criteria: self.criteria(&institution.criteria),
        }
    }

    fn antenne(&mut self, antenne: &'d Antenne) -> format::Antenne<'d> {
        format::Antenne {
            id: &antenne.id,
            institution: self.institutions.number(antenne.institution.as_str()),
            name: &antenne.name,
            level: antenne.level.as_str(),
            zones: self.zones(&antenne.zones),
            active: antenne.active,
            criteria: self.criteria(&antenne.criteria),
        }
    }

    fn expert(&mut self, expert: &'d Expert) -> format::Expert<'d> {
        let competences = expert.competences.iter().map(|competence| format::Competence {
            subject: self.subjects.number(competence.subject.as_str()),
            note: competence.note.as_deref(),
            zones: competence.zones.iter().map(|zone| self.zones.number(*zone)).collect(),
        });
        let competences = competences.collect();
        format::Expert {
            id: &expert.id,
            antenne: self.antennes.number(expert.antenne.as_str()),
            name: &expert.name,
            email: expert.email.as_deref(),
            phone: expert.phone.as_deref(),
            job: expert.job.as_deref(),
            zones: self.zones(&expert.zones),
            active: expert.active,
            capacity: expert.capacity,
            max_open: expert.max_open,
            absences: expert.absences.iter().map(|absence| (day(absence.from), day(absence.until))).collect(),
            competences,
            criteria: self.criteria(&expert.criteria),
        }
    }

    fn criteria(&mut self, criteria: &'d [Criterion]) -> Vec<format::Criterion<'d>> {
        let criterion = |criterion: &'d Criterion| format::Criterion {
            subjects: criterion
                .subjects
                .iter()
                .map(|subject| self.subjects.number(subject.as_str()))
                .collect(),
            min_years: criterion.min_years,
            below_years: criterion.below_years,
            min_headcount: criterion.min_headcount,
            below_headcount: criterion.below_headcount,
            accepted_naf: written(&criterion.accepted_naf),
            excluded_naf: written(&criterion.excluded_naf),
            accepted_legal_forms: written(&criterion.accepted_legal_forms),
            excluded_legal_forms: written(&criterion.excluded_legal_forms),
            excluded_zones: criterion.excluded_zones.iter().map(|zone| self.zones.number(*zone)).collect(),
            origins: texts(&criterion.origins),
            when_unknown: criterion.when_unknown.as_str(),
        };
        criteria.iter().map(criterion).collect()
    }
}

/// Things and their positions.
struct Numbers<T> {
    items: Vec<T>,
    positions: HashMap<T, u32>,
}

impl<T> Default for Numbers<T> {
    fn default() -> Numbers<T> {
        Numbers { items: Vec::new(), positions: HashMap::new() }
    }
}

impl<T: Copy + Eq + Hash> Numbers<T> {
    fn of(items: impl Iterator<Item = T>) -> Numbers<T> {
        let mut numbers = Numbers::default();
        items.for_each(|item| {
            numbers.number(item);
        });
        numbers
    }

    fn number(&mut self, item: T) -> u32 {
        *self.positions.entry(item).or_insert_with(|| {
            self.items.push(item);
            u32::try_from(self.items.len() - 1).unwrap_or(u32::MAX)
        })
    }
}

fn day(date: Date) -> format::Day {
    (date.year(), date.month(), date.day())
}

fn texts(items: &[String]) -> Vec<&str> {
    items.iter().map(String::as_str).collect()
}

fn written<T: ToString>(items: &[T]) -> Vec<String> {
    items.iter().map(ToString::to_string).collect()
}
