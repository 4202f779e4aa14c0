//! The sheet of experts: a row a person, their team, and a column a subject.

use std::collections::{HashMap, HashSet};

use super::super::source::{Kind, Value};
use super::columns::Columns;
use super::{Import, Line, slug};
use crate::codes::repair::{Tick, tick};
use crate::diagnostic::{DiagnosticCode, Place};
use crate::record::kinds::is_email;
use crate::sheet::Sheet;
use crate::text::{fold, nearest, shorten};

const HEADERS: [&str; 15] = [
    "Institution",
    "Antenne",
    "Prénom et nom",
    "Email",
    "Téléphone",
    "Fonction",
    "Id de l’équipe",
    "Nom de l’équipe",
    "Email de l’équipe",
    "Téléphone de l’équipe",
    "Sujet",
    "Communes spécifiques",
    "EPCI spécifiques",
    "Départements spécifiques",
    "Régions spécifiques",
];

const ZONES: [(&str, &str); 4] = [
    ("Communes spécifiques", "commune"),
    ("EPCI spécifiques", "epci"),
    ("Départements spécifiques", "departement"),
    ("Régions spécifiques", "region"),
];

/// An expert as the rows so far describe it.
struct Draft {
    at: Place,
    id: Option<(String, Place)>,
    antenne: (String, Place),
    name: (String, Place),
    email: Option<(String, Place)>,
    phone: Option<(String, Place)>,
    job: Option<(String, Place)>,
    zones: Vec<(Place, Value)>,
    /// Subject, place of the cell, note.
    competences: Vec<(String, Place, Option<String>)>,
    seen: Seen,
    sound: bool,
}

/// What a draft has, so that further rows add only what is new.
#[derive(Default)]
struct Seen {
    zones: HashSet<String>,
    /// The notes of each subject.
    notes: HashMap<String, HashSet<Option<String>>>,
}

impl Import {
    /// Adds the experts of a sheet with the headers `Institution`, `Antenne`, `Prénom et nom`,
    /// `Email`, `Téléphone`, `Fonction`, `Nom de l’équipe`, `Email de l’équipe`,
    /// `Téléphone de l’équipe`, then one column a subject: a cell that is not empty gives the
    /// competence, `x` or `oui` as such, other text as its note. `Sujet`, `Id de l’équipe`,
    /// `Communes spécifiques`, `EPCI spécifiques`, `Départements spécifiques` and
    /// `Régions spécifiques` may stand there too.
    ///
    /// A team is one expert, known by its e-mail; a person without team is one if there is a
    /// subject. People of a team are not kept.
    ///
    /// `name` is what diagnostics call the file.
    pub fn experts(&mut self, name: &str, bytes: &[u8]) {
        let file = self.report.add_file(Some(name));
        let Some(sheet) = Sheet::read(bytes, file, &Columns::knows(&HEADERS), &mut self.report) else {
            return;
        };
        let (columns, others) = Columns::read(&sheet, &HEADERS, &mut self.report);
        let mut subjects: Vec<(usize, String)> = Vec::with_capacity(others.len());
        for (number, header) in others {
            match self.known.subject(&header, &self.base) {
                Ok(id) => subjects.push((number, id)),
                // A header with a typing fault is nearer to its header than to a subject.
                Err(none) => match nearest(&header, HEADERS) {
                    Some(meant) => {
                        let message = format!("a sheet of experts has no column `{}`", shorten(&header, 60));
                        let at = sheet.header_place(number);
                        self.report.add_with(
                            DiagnosticCode::UnknownField,
                            at,
                            &header,
                            message,
                            Some(meant.to_owned()),
                        );
                    }
                    None => none.report(&header, sheet.header_place(number), &self.base, &mut self.report),
                },
            }
        }
        if !columns.require(&sheet, &["Institution", "Antenne", "Prénom et nom", "Email"], &mut self.report)
        {
            return;
        }
        let mut drafts: Vec<Draft> = Vec::new();
        let mut by_key: HashMap<(String, String), usize> = HashMap::new();
        for row in &sheet.rows {
            let line = Line { file, line: row.line, cells: &row.cells, columns: &columns };
            let Some((key, draft)) = self.draft(&line, &subjects) else { continue };
            match by_key.get(&key) {
                Some(number) => drafts[*number].merge(draft),
                None => {
                    by_key.insert(key, drafts.len());
                    drafts.push(draft);
                }
            }
        }
        for draft in drafts {
            self.expert(draft);
        }
    }

    /// The expert of one row, and what it is known by; nothing where the row makes none.
    fn draft(&mut self, row: &Line<'_>, subjects: &[(usize, String)]) -> Option<((String, String), Draft)> {
        let antenne = self.antenne_of(row);
        let competences = self.competences(row, subjects);
        let (zones, zones_sound) = self.zones(row, &ZONES);
        let owned = |header| row.cell(header).map(|(cell, at)| (cell.to_owned(), at));
        let (team, team_email) = (owned("Nom de l’équipe"), owned("Email de l’équipe"));
        let is_team = team.is_some() || team_email.is_some();
        if !is_team && competences.is_empty() {
            // A subject that is none was reported.
            if row.cell("Sujet").is_none() {
                let (name, at) = row.cell("Prénom et nom").unwrap_or(("", row.place("Prénom et nom")));
                let message = "the row names neither a team nor a subject: it makes no expert";
                self.report.add(DiagnosticCode::ExpertNeverMatches, at, name, message);
            }
            return None;
        }
        let (name, email, phone, job) = if is_team {
            (team.or_else(|| team_email.clone()), team_email, owned("Téléphone de l’équipe"), None)
        } else {
            let (name, email) = (self.required(row, "Prénom et nom"), self.required(row, "Email"));
            (name, email, owned("Téléphone"), owned("Fonction"))
        };
        if let Some((email, at)) = &email
            && !is_email(email)
        {
            let message = format!("`{}` is not an e-mail address", shorten(email, 60));
            self.report.add(DiagnosticCode::InvalidValue, *at, email, message);
        }
        let (antenne, name) = (antenne?, name?);
        let known_by = email.as_ref().map_or_else(|| fold(&name.0), |(email, _)| email.to_lowercase());
        let draft = Draft {
            at: Place { file: row.file, line: row.line, column: 0 },
            id: owned("Id de l’équipe").filter(|_| is_team),
            antenne: antenne.clone(),
            name,
            email: email.filter(|(email, _)| is_email(email)),
            phone,
            job,
            // Specific zones of which none is left would hand the expert the antenne's territory.
            sound: zones_sound || !zones.is_empty(),
            zones,
            competences,
            seen: Seen::default(),
        };
        Some(((antenne.0, known_by), draft))
    }

    fn competences(
        &mut self,
        row: &Line<'_>,
        subjects: &[(usize, String)],
    ) -> Vec<(String, Place, Option<String>)> {
        let mut competences = Vec::new();
        if let Some((cell, at)) = row.cell("Sujet") {
            match self.known.subject(cell, &self.base) {
                Ok(id) => competences.push((id, at, None)),
                Err(none) => none.report(cell, at, &self.base, &mut self.report),
            }
        }
        for (number, id) in subjects {
            let cell = row.cells.get(*number);
            if cell.is_empty() {
                continue;
            }
            let at = Place {
                file: row.file,
                line: row.line,
                column: u32::try_from(number + 1).unwrap_or(u32::MAX),
            };
            match tick(cell) {
                Some(Tick::Yes) => competences.push((id.clone(), at, None)),
                Some(Tick::No) if fold(cell) == "non" => {}
                Some(Tick::No) => {
                    let message = format!("`{}` was read as no", shorten(cell, 60));
                    self.report.add(DiagnosticCode::ReadAsNo, at, cell, message);
                }
                None => competences.push((id.clone(), at, Some(cell.to_owned()))),
            }
        }
        competences
    }

    /// The id of the antenne that a row names, among those of its institution.
    fn antenne_of(&mut self, row: &Line<'_>) -> Option<(String, Place)> {
        let institution = self.institution(row);
        let (name, at) = self.required(row, "Antenne")?;
        let institution = institution?;
        let found = self.known.antenne(&institution, &name, &self.base.antennes);
        if let Some(found) = found.and_then(|number| self.base.antennes.get(number)) {
            return Some((found.id.clone(), at));
        }
        let names = self.known.antennes_of(&institution, &self.base.antennes);
        let nearest = self.report.nearest(&name, names).map(str::to_owned);
        let message = format!("`{institution}` has no antenne `{}`", shorten(&name, 60));
        self.report.add_with(DiagnosticCode::UnknownAntenne, at, &name, message, nearest);
        None
    }

    fn expert(&mut self, draft: Draft) {
        if !draft.sound {
            return;
        }
        let (id, id_at) = match draft.id {
            Some((id, at)) => (id, at),
            None => {
                let known_by = draft.email.as_ref().map_or(&draft.name.0, |(email, _)| email);
                (slug(known_by), draft.at)
            }
        };
        let id = self.known.new_experts.unique(id);
        let text = |(text, at): (String, Place)| (at, Value::Text(text));
        let mut fields = vec![("id", id_at, Value::Text(id))];
        for (name, value) in [
            ("antenne", Some(draft.antenne)),
            ("name", Some(draft.name)),
            ("email", draft.email),
            ("phone", draft.phone),
            ("job", draft.job),
        ] {
            if let Some((at, value)) = value.map(text) {
                fields.push((name, at, value));
            }
        }
        if !draft.zones.is_empty() {
            fields.push(("zones", draft.at, Value::List(draft.zones)));
        }
        let number = self.record(Kind::Expert, None, draft.at, fields);
        for (subject, at, note) in draft.competences {
            let mut fields = vec![("subject", at, Value::Text(subject))];
            fields.extend(note.map(|note| ("note", at, Value::Text(note))));
            self.record(Kind::Competence, Some((Kind::Expert, number)), at, fields);
        }
    }
}

impl Draft {
    /// Adds what another row of the same expert says.
    fn merge(&mut self, other: Draft) {
        self.sound &= other.sound;
        self.id = self.id.take().or(other.id);
        self.phone = self.phone.take().or(other.phone);
        self.job = self.job.take().or(other.job);
        if self.seen.notes.is_empty() && self.seen.zones.is_empty() {
            self.see_all();
        }
        for (at, zone) in other.zones {
            if self.seen.zones.insert(zone.text().to_owned()) {
                self.zones.push((at, zone));
            }
        }
        for (subject, at, note) in other.competences {
            let notes = self.seen.notes.entry(subject.clone()).or_default();
            // A bare yes adds nothing to the same subject with a note.
            let is_new = if note.is_none() { notes.is_empty() } else { !notes.contains(&note) };
            if is_new {
                notes.insert(note.clone());
                self.competences.push((subject, at, note));
            }
        }
    }

    /// Notes what the first row brought; most experts have no other.
    fn see_all(&mut self) {
        self.seen.zones.extend(self.zones.iter().map(|(_, zone)| zone.text().to_owned()));
        for (subject, _, note) in &self.competences {
            self.seen.notes.entry(subject.clone()).or_default().insert(note.clone());
        }
    }
}
