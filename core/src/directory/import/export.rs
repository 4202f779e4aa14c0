//! The sheets that imports read, written: what they bring back onto the directory changes nothing.

use std::collections::HashMap;

use super::super::{Antenne, Directory, Expert};
use super::columns::Columns;
use super::known::Known;
use super::zones::ZoneColumns;
use super::{antennes, experts};
use crate::codes::cell::tick;
use crate::geography::Zone;
use crate::sheet::write::push_row;
use crate::taxonomy::Subject;

/// The columns of the sheet of antennes that have a place in a directory.
const ANTENNE_HEADERS: usize = 6;

/// The columns of a person, a team and its own zones, without the one that names subjects in its cells.
fn expert_headers() -> impl Iterator<Item = &'static str> {
    experts::HEADERS.into_iter().filter(|header| *header != "Sujet")
}

impl Directory {
    /// The antennes as a sheet with the French headers that [`Import::antennes`](super::Import::antennes)
    /// reads. What has no column there, such as the level, is not in it.
    pub fn export_antennes(&self) -> String {
        let known = Known::of(&self.content);
        let mut text = String::new();
        push_row(&mut text, &antennes::HEADERS[..ANTENNE_HEADERS]);
        for (number, antenne) in self.antennes().iter().enumerate() {
            let names = [self.institution_name(antenne, &known), self.antenne_name(number, &known)];
            let zones = codes(&antennes::ZONES, antenne.zones.own());
            push_row(&mut text, names.into_iter().map(str::to_owned).chain(zones));
        }
        text
    }

    /// The experts as a sheet with the French headers that [`Import::experts`](super::Import::experts)
    /// reads: a row a person, with the team where the expert has members, its id, its own zones by kind,
    /// and a column a subject. What has no column there, such as absences and criteria, is not in it, and
    /// stays as it is when the sheet is imported onto the directory.
    ///
    /// ```
    /// use aiguillage::Directory;
    /// use aiguillage::directory::Import;
    ///
    /// let directory = Directory::from_json(r#"{
    ///     "themes": [{"id": "emploi", "label": "Emploi"}],
    ///     "subjects": [{"id": "recruter", "theme": "emploi", "label": "Recruter"}],
    ///     "institutions": [{"id": "cci", "name": "CCI"}],
    ///     "antennes": [{"id": "amiens", "institution": "cci", "name": "Amiens", "zones": ["departement:80"]}],
    ///     "experts": [{"id": "e1", "antenne": "amiens", "name": "Léa Roy", "email": "lea@cci.example",
    ///         "competences": [{"subject": "recruter", "note": "le lundi"}]}]
    /// }"#)?;
    /// let sheet = directory.export_experts();
    /// assert!(sheet.lines().nth(1).unwrap().starts_with("CCI,Amiens,Léa Roy,lea@cci.example,"));
    /// let mut import = Import::onto(&directory);
    /// import.experts("experts.csv", sheet.as_bytes());
    /// assert!(import.finish()?.update().unwrap().changes_nothing());
    /// # Ok::<(), aiguillage::DirectoryError>(())
    /// ```
    pub fn export_experts(&self) -> String {
        let known = Known::of(&self.content);
        let positions: HashMap<&str, usize> =
            (0..).zip(self.antennes()).map(|(number, antenne)| (antenne.id.as_str(), number)).collect();
        let columns = self.subject_columns(&known);
        let mut text = String::new();
        let subjects = columns.iter().map(|column| column.header.clone());
        push_row(&mut text, expert_headers().map(str::to_owned).chain(subjects));
        for expert in self.experts() {
            let Some((antenne, number)) = positions
                .get(expert.antenne.as_str())
                .and_then(|number| Some((self.antennes().get(*number)?, *number)))
            else {
                continue;
            };
            let names = [self.institution_name(antenne, &known), self.antenne_name(number, &known)];
            let zones = codes(&experts::ZONES, expert.zones.own());
            let subjects: Vec<String> = columns.iter().map(|column| column.cell(expert)).collect();
            for person in people(expert) {
                let cells = names.into_iter().chain(person).map(str::to_owned);
                push_row(&mut text, cells.chain(zones.iter().cloned()).chain(subjects.iter().cloned()));
            }
        }
        text
    }

    /// The name of an antenne's institution, or its id where another has that name.
    fn institution_name<'d>(&'d self, antenne: &'d Antenne, known: &Known) -> &'d str {
        let Some(institution) = self.institution(&antenne.institution) else { return &antenne.institution };
        let found = known.institution(&institution.name).and_then(|number| self.institutions().get(number));
        let is_unique = found.is_some_and(|found| found.id == institution.id);
        if is_unique { &institution.name } else { &institution.id }
    }

    /// The name of an antenne, or its id where another of its institution has that name.
    fn antenne_name(&self, number: usize, known: &Known) -> &str {
        let Some(antenne) = self.antennes().get(number) else { return "" };
        let found = known.antenne(&antenne.institution, &antenne.name, self.antennes());
        if found == Some(number) { &antenne.name } else { &antenne.id }
    }

    /// A column a subject, and more where an expert handles one with several notes.
    fn subject_columns(&self, known: &Known) -> Vec<SubjectColumn<'_>> {
        let mut most: HashMap<&str, usize> = HashMap::new();
        for expert in self.experts() {
            let mut counts: HashMap<&str, usize> = HashMap::new();
            for competence in &expert.competences {
                let count = counts.entry(&competence.subject).or_default();
                *count += 1;
                let most = most.entry(&competence.subject).or_default();
                *most = (*most).max(*count);
            }
        }
        let is_header = Columns::knows(&experts::HEADERS);
        let mut columns = Vec::new();
        for subject in self.subjects() {
            let most = most.get(subject.id.as_str()).copied().unwrap_or_default();
            if subject.archived && most == 0 {
                continue;
            }
            let is_clear = !is_header(&subject.label)
                && known.subject(&subject.label, &self.content).is_ok_and(|id| id == subject.id);
            let header = if is_clear { subject.label.clone() } else { path(subject) };
            columns.push(SubjectColumn { subject: &subject.id, number: 0, header });
            columns.extend((1..most).map(|number| {
                let header = format!("{}:{}", path(subject), number + 1);
                SubjectColumn { subject: &subject.id, number, header }
            }));
        }
        columns
    }
}

/// A subject by its theme and itself, as nothing else is called.
fn path(subject: &Subject) -> String {
    format!("{}:{}", subject.theme, subject.id)
}

/// The column of the competences of each expert on a subject that have a number among them.
struct SubjectColumn<'d> {
    subject: &'d str,
    number: usize,
    header: String,
}

impl SubjectColumn<'_> {
    fn cell(&self, expert: &Expert) -> String {
        let mut competences = expert.competences.iter().filter(|one| one.subject == self.subject);
        match competences.nth(self.number).map(|competence| competence.note.as_deref()) {
            None => String::new(),
            // A note that would be read as yes or no says as little in quotes.
            Some(Some(note)) if tick(note).is_some() => format!("« {note} »"),
            Some(Some(note)) => note.to_owned(),
            Some(None) => "x".to_owned(),
        }
    }
}

/// The columns from the name to the phone of the team, a row a person.
fn people(expert: &Expert) -> Vec<[&str; 8]> {
    if expert.members.is_empty() {
        let (email, phone) = (optional(&expert.email), optional(&expert.phone));
        return vec![[&expert.name, email, phone, optional(&expert.job), &expert.id, "", "", ""]];
    }
    expert
        .members
        .iter()
        .map(|member| {
            [
                member.name.as_str(),
                optional(&member.email),
                optional(&member.phone),
                "",
                expert.id.as_str(),
                expert.name.as_str(),
                optional(&expert.email),
                optional(&expert.phone),
            ]
        })
        .collect()
}

fn optional(text: &Option<String>) -> &str {
    text.as_deref().unwrap_or_default()
}

/// The codes of zones, a cell a kind. Sheets have no column for territories, which an import leaves as they
/// are.
fn codes(columns: &ZoneColumns, zones: &[Zone]) -> Vec<String> {
    let cell = |kind| {
        let codes = zones.iter().filter(|zone| zone.kind() == kind).map(|zone| zone.code().to_owned());
        codes.collect::<Vec<_>>().join(" ")
    };
    columns.iter().map(|(_, kind)| cell(*kind)).collect()
}
