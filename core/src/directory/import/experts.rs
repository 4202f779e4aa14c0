//! The sheet of experts: a row a person, their team, and a column a subject.

use super::columns::Columns;
use super::draft::{Draft, DraftCompetence, DraftMember, Placed, Scope, Seen};
use super::line::Line;
use super::zones::{self, ZoneColumns};
use super::{Import, check, contradiction};
use crate::codes::cell::{Tick, tick};
use crate::diagnostic::{DiagnosticCode, Place};
use crate::geography::ZoneKind;
use crate::language::sentence;
use crate::sheet::Sheet;
use crate::text::{fold, nearest, shorten};

pub(super) const HEADERS: [&str; 15] = [
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

pub(super) const ZONES: ZoneColumns = [
    ("Communes spécifiques", ZoneKind::Commune),
    ("EPCI spécifiques", ZoneKind::Epci),
    ("Départements spécifiques", ZoneKind::Departement),
    ("Régions spécifiques", ZoneKind::Region),
];

impl Import {
    /// Reads the experts of a sheet with the headers `Institution`, `Antenne`, `Prénom et nom`,
    /// `Email`, `Téléphone`, `Fonction`, `Nom de l’équipe`, `Email de l’équipe`,
    /// `Téléphone de l’équipe`, then one column a subject: `x`, `oui`, `1` and `vrai` give the
    /// competence as such, `non`, `no`, `0`, `faux`, `-`, `/`, `n/a`, `NC` and `aucun` give none, other
    /// text is its note. `Sujet`, `Id de l’équipe`, `Communes spécifiques`, `EPCI spécifiques`,
    /// `Départements spécifiques` and `Régions spécifiques` may stand there too.
    ///
    /// A team is one expert, known by its e-mail, and its people are its members, whose `Fonction` is not
    /// kept: a member has no job of its own. A person without team
    /// is one if there is a subject. An expert that the directory has already is recognised by its id,
    /// else by antenne and e-mail, else by antenne and name; what the sheet has no column for stays as
    /// it is.
    ///
    /// `name` is what diagnostics call the file.
    pub fn experts(&mut self, name: &str, bytes: &[u8]) {
        let file = self.report.add_file(Some(name));
        let is_header = Columns::knows(&HEADERS);
        let read = Sheet::read_chosen(bytes, file, &is_header, &mut self.sheets, &mut self.report);
        let Some(sheet) = read else { return };
        let (columns, others) = Columns::read(&sheet, &HEADERS, &mut self.report);
        let subjects = self.subjects(&sheet, others);
        if !columns.require(&sheet, &["Institution", "Antenne", "Prénom et nom", "Email"], &mut self.report)
        {
            return;
        }
        for row in &sheet.rows {
            let line = Line { file, line: row.line, cells: &row.cells, columns: &columns };
            if let Some(draft) = self.draft(&line, &subjects) {
                self.add_draft(draft);
            }
        }
    }

    /// The subjects that headers name, with their columns.
    fn subjects(&mut self, sheet: &Sheet, headers: Vec<(usize, String)>) -> Vec<(usize, String)> {
        let mut subjects: Vec<(usize, String)> = Vec::with_capacity(headers.len());
        for (number, header) in headers {
            let at = sheet.header_place(number);
            match self.known.subject(&header, &self.base) {
                Ok(id) => subjects.push((number, id)),
                // A header with a typing fault is nearer to its header than to a subject.
                Err(none) => match nearest(&header, HEADERS) {
                    Some(meant) => {
                        let message = sentence!(NoColumnOfExperts { column: shorten(&header, 60) });
                        let meant = Some(meant.to_owned());
                        self.report.add_with(DiagnosticCode::UnknownField, at, &header, message, meant);
                    }
                    None => none.report(&header, at, &self.base, &mut self.report),
                },
            }
        }
        subjects
    }

    fn add_draft(&mut self, draft: Draft) {
        let keys = draft.keys();
        let known = keys.iter().find_map(|key| self.by_key.get(key)).copied();
        let known = known.filter(|number| !self.drafts[*number].differs_from(&draft));
        if let (Some(number), Some((id, at))) = (known, &draft.id)
            && self.drafts[number].is_another_person(&draft)
        {
            let message = sentence!(IdOfAnother {
                id: shorten(id, 60),
                name: shorten(&self.drafts[number].name.0, 60)
            });
            return self.report.add(DiagnosticCode::DuplicateId, *at, id, message);
        }
        let number = match known {
            Some(number) => {
                contradiction::report(&self.drafts[number], &draft, &mut self.report);
                self.drafts[number].merge(draft);
                number
            }
            None => {
                self.drafts.push(draft);
                self.drafts.len() - 1
            }
        };
        for key in keys {
            self.by_key.entry(key).or_insert(number);
        }
    }

    /// What a row says of an expert; nothing where it does not say of whom.
    fn draft(&mut self, row: &Line<'_>, subjects: &[(usize, String)]) -> Option<Draft> {
        let antenne = self.antenne_of(row);
        let (competences, refused) = self.competences(row, subjects);
        let zones = zones::read(row, &ZONES, &self.geography, &mut self.report);
        let has = |header| row.columns.number(header).is_some();
        let is_team = row.cell("Nom de l’équipe").is_some() || row.cell("Email de l’équipe").is_some();
        let mut scope = Scope {
            name: true,
            zones: zones.kinds,
            subjects: subjects.iter().map(|(_, id)| id.clone()).collect(),
            all_subjects: has("Sujet"),
            ..Scope::default()
        };
        let (name, email, phone, job, member);
        if is_team {
            scope.name = row.cell("Nom de l’équipe").is_some();
            (scope.email, scope.phone) = (has("Email de l’équipe"), has("Téléphone de l’équipe"));
            name = row.text("Nom de l’équipe").or_else(|| row.text("Email de l’équipe"));
            email = self.email(row, "Email de l’équipe");
            phone = self.phone(row, "Téléphone de l’équipe");
            job = None;
            member = self.member(row);
        } else {
            (scope.email, scope.phone, scope.job) = (has("Email"), has("Téléphone"), has("Fonction"));
            name = self.required(row, "Prénom et nom");
            email = self.email(row, "Email");
            phone = self.phone(row, "Téléphone");
            job = row.text("Fonction");
            member = None;
        }
        let written = row.cell(if is_team { "Email de l’équipe" } else { "Email" });
        let lost_email = written.filter(|_| email.is_none()).map(|(_, at)| at);
        let (antenne, name) = (antenne?, name?);
        Some(Draft {
            at: row.start(),
            id: row.text("Id de l’équipe"),
            antenne,
            name,
            email,
            lost_email,
            phone,
            job,
            // Specific zones of which none is left would hand the expert the antenne's territory.
            lost_zones: !zones.are_sound && zones.zones.is_empty(),
            zones: zones.zones,
            competences,
            refused,
            members: member.into_iter().collect(),
            is_team,
            names_a_subject: row.cell("Sujet").is_some(),
            scope,
            seen: Seen::default(),
        })
    }

    /// The person of a team's row.
    fn member(&mut self, row: &Line<'_>) -> Option<DraftMember> {
        let email = self.email(row, "Email");
        let phone = self.phone(row, "Téléphone");
        let name = row.text("Prénom et nom").or_else(|| email.clone())?;
        Some(DraftMember { name, email, phone })
    }

    fn email(&mut self, row: &Line<'_>, header: &'static str) -> Option<Placed> {
        let (cell, at) = row.cell(header)?;
        check::contact::email(cell, at, &mut self.report).map(|email| (email, at))
    }

    fn phone(&mut self, row: &Line<'_>, header: &'static str) -> Option<Placed> {
        let (cell, at) = row.cell(header)?;
        check::contact::phone(cell, true, at, &mut self.report).map(|phone| (phone, at))
    }

    /// The subjects that the cells of a row give, and those that they refuse.
    fn competences(
        &mut self,
        row: &Line<'_>,
        subjects: &[(usize, String)],
    ) -> (Vec<DraftCompetence>, Vec<(String, Place)>) {
        let mut competences: Vec<DraftCompetence> = Vec::new();
        let mut refused: Vec<(String, Place)> = Vec::new();
        if let Some((cell, at)) = row.cell("Sujet") {
            match self.known.subject(cell, &self.base) {
                Ok(subject) => competences.push(DraftCompetence { subject, at, note: None }),
                Err(none) => none.report(cell, at, &self.base, &mut self.report),
            }
        }
        for (number, subject) in subjects {
            let cell = row.cells.get(*number);
            if cell.is_empty() {
                continue;
            }
            let at = row.place_of(*number);
            let note = match tick(cell) {
                Some(Tick::Yes) => None,
                Some(Tick::No) => {
                    if fold(cell) != "non" {
                        let message = sentence!(ReadAsNo { cell: shorten(cell, 60) });
                        self.report.add(DiagnosticCode::ReadAsNo, at, cell, message);
                    }
                    refused.push((subject.clone(), at));
                    continue;
                }
                None => Some(cell.to_owned()),
            };
            let said = competences.iter().any(|known| known.subject == *subject);
            if note.is_none() && said {
                continue;
            }
            // A note says more than the bare yes of another column.
            competences.retain(|known| known.subject != *subject || known.note.is_some());
            competences.push(DraftCompetence { subject: subject.clone(), at, note });
        }
        for (subject, at) in &refused {
            if competences.iter().any(|given| given.subject == *subject) {
                let message = sentence!(GivenByOtherColumn { subject: subject.as_str() });
                self.report.add(DiagnosticCode::ContradictingRows, *at, subject, message);
            }
        }
        (competences, refused)
    }

    /// The id of the antenne that a row names, among those of its institution.
    fn antenne_of(&mut self, row: &Line<'_>) -> Option<Placed> {
        let institution = self.institution(row);
        let (name, at) = self.required(row, "Antenne")?;
        let institution = institution?;
        let found = self.known.antenne(&institution, &name, &self.base.antennes);
        if let Some(found) = found.and_then(|number| self.base.antennes.get(number)) {
            return Some((found.id.clone(), at));
        }
        let names = self.known.antennes_of(&institution, &self.base.antennes);
        let nearest = self.report.nearest(&name, names).map(str::to_owned);
        let message = sentence!(InstitutionHasNoAntenne {
            institution: institution.as_str(),
            antenne: shorten(&name, 60)
        });
        self.report.add_with(DiagnosticCode::UnknownAntenne, at, &name, message, nearest);
        None
    }
}
