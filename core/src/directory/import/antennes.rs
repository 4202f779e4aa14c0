//! The sheet of antennes: an institution's offices and the codes of their territories.

use std::sync::Arc;

use super::super::source::{Kind, Value};
use super::super::{Antenne, Level};
use super::columns::Columns;
use super::line::Line;
use super::zones::{self, ZoneColumns};
use super::{Import, rewrite, slug};
use crate::diagnostic::DiagnosticCode;
use crate::geography::{ZoneKind, ZoneList};
use crate::language::sentence;
use crate::sheet::Sheet;
use crate::text::{nearest, shorten};

/// The persons in charge are not part of a directory: their columns are known and left aside.
pub(super) const HEADERS: [&str; 9] = [
    "Institution",
    "Nom",
    "Codes INSEE",
    "Codes EPCI",
    "Codes départements",
    "Codes régions",
    "Nom du responsable",
    "Email du responsable",
    "Téléphone du responsable",
];

pub(super) const ZONES: ZoneColumns = [
    ("Codes INSEE", ZoneKind::Commune),
    ("Codes EPCI", ZoneKind::Epci),
    ("Codes départements", ZoneKind::Departement),
    ("Codes régions", ZoneKind::Region),
];

impl Import {
    /// Reads the antennes of a sheet with the headers `Institution`, `Nom`, `Codes INSEE`,
    /// `Codes EPCI`, `Codes départements`, `Codes régions` (codes separated by spaces or commas).
    /// The columns of the person in charge may stand there and are not kept.
    ///
    /// An antenne that the institution has already, by its name, gets the zones of the sheet in place of
    /// its own, as far as the sheet has columns for them.
    ///
    /// `name` is what diagnostics call the file.
    pub fn antennes(&mut self, name: &str, bytes: &[u8]) {
        let file = self.report.add_file(Some(name));
        let is_header = Columns::knows(&HEADERS);
        let read = Sheet::read_chosen(bytes, file, &is_header, &mut self.sheets, &mut self.report);
        let Some(sheet) = read else { return };
        let (columns, others) = Columns::read(&sheet, &HEADERS, &mut self.report);
        for (number, header) in others {
            let message = sentence!(NoColumnOfAntennes { column: shorten(&header, 60) });
            let nearest = nearest(&header, HEADERS).map(str::to_owned);
            let at = sheet.header_place(number);
            self.report.add_with(DiagnosticCode::UnknownField, at, &header, message, nearest);
        }
        if !columns.require(&sheet, &["Institution", "Nom"], &mut self.report) {
            return;
        }
        for row in &sheet.rows {
            self.antenne(&Line { file, line: row.line, cells: &row.cells, columns: &columns });
        }
    }

    fn antenne(&mut self, row: &Line<'_>) {
        let institution = self.institution(row);
        let name = self.required(row, "Nom");
        let zones = zones::read(row, &ZONES, &self.geography, &mut self.report);
        let (Some(institution), Some((name, name_at))) = (institution, name) else { return };
        self.named_institutions.insert(institution.clone());
        let known = self.known.antenne(&institution, &name, &self.base.antennes);
        if known.is_some_and(|number| self.sheet_antennes.contains(&number)) {
            let message = sentence!(AntenneInSheetsAlready {
                institution: institution.as_str(),
                antenne: shorten(&name, 60)
            });
            self.report.add(DiagnosticCode::DuplicateId, name_at, &name, message);
            return;
        }
        if let Some(number) = known {
            self.sheet_antennes.insert(number);
            if let Some(record) = self.source.record_mut(Kind::Antenne, number) {
                record.place = row.start();
                if zones.are_sound || !zones.zones.is_empty() {
                    rewrite::zones(record, row.start(), &zones.zones, &zones.kinds, &mut self.report);
                }
            }
            return;
        }
        let id = self.known.new_antennes.unique(format!("{institution}-{}", slug(&name)));
        let at = row.start();
        let fields = vec![
            ("id", at, Value::Text(id.clone())),
            ("institution", row.place("Institution"), Value::Text(institution.clone())),
            ("name", name_at, Value::Text(name.clone())),
            ("zones", at, Value::List(zones.zones)),
        ];
        self.record(Kind::Antenne, None, at, fields);
        // The experts' sheet names antennes that this one brought.
        let antenne = Antenne {
            valid: None,
            answer_groups: Vec::new(),
            id,
            institution,
            name,
            level: Level::Local,
            zones: ZoneList::default(),
            active: true,
            criteria: Vec::new(),
        };
        let number = self.base.antennes.len();
        self.known.add_antenne(&antenne, number);
        self.sheet_antennes.insert(number);
        Arc::make_mut(&mut self.base.antennes).push(antenne);
    }
}
