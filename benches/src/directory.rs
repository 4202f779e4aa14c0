//! The directory's JSON, written record by record: a million experts do not stand in memory twice.

use aiguillage::geography::Zone;
use fastrand::Rng;
use serde::Serialize;

use crate::chance;
use crate::criteria::{Catalogue, Criterion};
use crate::institutions::{AnswerGroup, Institutions};
use crate::size::Size;
use crate::territory::Territory;

/// Subjects for each theme.
const THEME: usize = 8;
/// Competences of each expert.
const COMPETENCES: usize = 5;

#[derive(Serialize)]
struct Theme {
    id: String,
    label: String,
}

#[derive(Serialize)]
struct Subject {
    id: String,
    theme: String,
    label: String,
    questions: Vec<Theme>,
}

#[derive(Serialize)]
struct InstitutionRow<'i> {
    id: String,
    name: String,
    categories: &'static [&'static str],
    activities: &'static [&'static str],
    criteria: Vec<Criterion>,
    answer_groups: &'i [AnswerGroup],
}

#[derive(Serialize)]
struct Antenne {
    id: String,
    institution: String,
    name: String,
    level: &'static str,
    zones: Vec<Zone>,
    criteria: Vec<Criterion>,
}

#[derive(Serialize)]
struct Competence {
    subject: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    zones: Vec<Zone>,
}

#[derive(Serialize)]
struct Absence {
    from: &'static str,
    until: &'static str,
}

#[derive(Serialize)]
struct Expert {
    id: String,
    antenne: String,
    name: String,
    email: String,
    phone: String,
    job: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    zones: Vec<Zone>,
    capacity: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    max_open: Option<u32>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    absences: Vec<Absence>,
    competences: Vec<Competence>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    criteria: Vec<Criterion>,
}

pub(crate) fn write(
    rng: &mut Rng,
    size: &Size,
    territory: &Territory,
    institutions: &Institutions,
) -> String {
    let catalogue = Catalogue::draw(rng, territory);
    let mut json = String::from("{\n");
    list(&mut json, "themes", (0..size.subjects.div_ceil(THEME)).map(|number| named("theme", number)));
    list(&mut json, "subjects", (0..size.subjects).map(|number| subject(institutions, number)));
    let rows = institutions.list.iter().enumerate().map(|(number, institution)| InstitutionRow {
        id: format!("institution-{number}"),
        name: format!("Institution {number}"),
        categories: if institution.is_opco { &["opco"] } else { &[] },
        activities: institution.activities,
        criteria: catalogue.of_owner(rng, &institution.subjects),
        answer_groups: &institution.answer_groups,
    });
    list(&mut json, "institutions", rows);
    // An antenne's experts handle any of these, so its criteria may name them.
    let held = antenne_subjects(rng, size, institutions);
    let antennes = held.iter().enumerate().map(|(number, subjects)| {
        let institution = number % size.institutions;
        let (zones, is_national) = territory.of_antenne(rng, institutions.list[institution].reach);
        Antenne {
            id: format!("antenne-{number}"),
            institution: format!("institution-{institution}"),
            name: format!("Antenne {number}"),
            level: if is_national { "national" } else { "local" },
            zones,
            criteria: catalogue.of_owner(rng, subjects),
        }
    });
    list(&mut json, "antennes", antennes);
    let experts = (0..size.experts).map(|number| {
        let antenne = number % size.antennes;
        expert(rng, territory, &catalogue, number, antenne, &held[antenne])
    });
    list(&mut json, "experts", experts);
    json.push_str("\"rules\": \"every\"\n}\n");
    json
}

/// One list of records, one record a line.
fn list<T: Serialize>(json: &mut String, name: &str, records: impl Iterator<Item = T>) {
    json.push_str(&format!("\"{name}\": ["));
    for (number, record) in records.enumerate() {
        json.push_str(if number == 0 { "\n" } else { ",\n" });
        // Texts, numbers and lists of them: nothing that JSON could not hold.
        json.push_str(&serde_json::to_string(&record).unwrap_or_default());
    }
    json.push_str("\n],\n");
}

fn named(kind: &str, number: usize) -> Theme {
    Theme { id: format!("{kind}-{number}"), label: format!("{kind} {number}") }
}

fn subject(institutions: &Institutions, number: usize) -> Subject {
    let question = |question| named(&format!("question-{number}"), question);
    Subject {
        id: format!("sujet-{number}"),
        theme: format!("theme-{}", number / THEME),
        label: format!("Sujet {number}"),
        questions: (0..institutions.questions[number]).map(question).collect(),
    }
}

/// Up to ten of the institution's subjects for each of its antennes.
fn antenne_subjects(rng: &mut Rng, size: &Size, institutions: &Institutions) -> Vec<Vec<usize>> {
    let of = |number: usize| &institutions.list[number % size.institutions].subjects;
    (0..size.antennes)
        .map(|number| rng.choose_multiple(of(number), 2 * COMPETENCES).into_iter().copied().collect())
        .collect()
}

fn expert(
    rng: &mut Rng,
    territory: &Territory,
    catalogue: &Catalogue,
    number: usize,
    antenne: usize,
    subjects: &[usize],
) -> Expert {
    let own = rng.choose_multiple(subjects, COMPETENCES);
    let competences: Vec<Competence> = own
        .iter()
        .map(|subject| Competence {
            subject: format!("sujet-{subject}"),
            note: chance(rng, 0.2).then_some("Accompagnement et financement du projet"),
            zones: if chance(rng, 0.03) { territory.own(rng) } else { Vec::new() },
        })
        .collect();
    let own: Vec<usize> = own.into_iter().copied().collect();
    let absences = if chance(rng, 0.03) {
        vec![Absence { from: "2026-11-16", until: "2026-11-27" }]
    } else {
        Vec::new()
    };
    Expert {
        id: format!("expert-{number:07}"),
        antenne: format!("antenne-{antenne}"),
        name: format!("Conseil aux entreprises {number}"),
        email: format!("expert-{number}@antenne-{antenne}.example"),
        phone: format!("01 99 00 {:02} {:02}", number / 100 % 100, number % 100),
        job: "Conseil aux entreprises",
        zones: if chance(rng, 0.15) { territory.own(rng) } else { Vec::new() },
        capacity: if chance(rng, 0.1) { 0.5 } else { 1.0 },
        max_open: chance(rng, 0.2).then_some(15),
        absences,
        competences,
        criteria: catalogue.of_owner(rng, &own),
    }
}
