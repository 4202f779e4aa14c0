//! The sheet of antennes: an institution's offices and the codes of their territories.

use std::sync::Arc;

use super::super::source::{Kind, Value};
use super::super::{Antenne, Level};
use super::columns::Columns;
use super::{Import, Line, slug};
use crate::diagnostic::{DiagnosticCode, Place};
use crate::sheet::Sheet;
use crate::text::{nearest, shorten};

/// The persons in charge are not part of a directory: their columns are known and left aside.
const HEADERS: [&str; 9] = [
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

const ZONES: [(&str, &str); 4] = [
    ("Codes INSEE", "commune"),
    ("Codes EPCI", "epci"),
    ("Codes départements", "departement"),
    ("Codes régions", "region"),
];

impl Import {
    /// Adds the antennes of a sheet with the headers `Institution`, `Nom`, `Codes INSEE`,
    /// `Codes EPCI`, `Codes départements`, `Codes régions` (codes separated by spaces or commas).
    /// The columns of the person in charge may stand there and are not kept.
    ///
    /// `name` is what diagnostics call the file.
    pub fn antennes(&mut self, name: &str, bytes: &[u8]) {
        let file = self.report.add_file(Some(name));
        let Some(sheet) = Sheet::read(bytes, file, &Columns::knows(&HEADERS), &mut self.report) else {
            return;
        };
        let (columns, others) = Columns::read(&sheet, &HEADERS, &mut self.report);
        for (number, header) in others {
            let message = format!("a sheet of antennes has no column `{}`", shorten(&header, 60));
            let nearest = nearest(&header, HEADERS).map(str::to_owned);
            self.report.add_with(
                DiagnosticCode::UnknownField,
                sheet.header_place(number),
                &header,
                message,
                nearest,
            );
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
        let (zones, _) = self.zones(row, &ZONES);
        let (Some(institution), Some((name, name_at))) = (institution, name) else { return };
        if self.known.has_antenne(&institution, &name) {
            let message = format!("`{institution}` already has an antenne `{}`", shorten(&name, 60));
            self.report.add(DiagnosticCode::DuplicateId, name_at, &name, message);
            return;
        }
        let id = self.known.new_antennes.unique(format!("{institution}-{}", slug(&name)));
        let at = Place { file: row.file, line: row.line, column: 0 };
        let fields = vec![
            ("id", at, Value::Text(id.clone())),
            ("institution", row.place("Institution"), Value::Text(institution.clone())),
            ("name", name_at, Value::Text(name.clone())),
            ("zones", at, Value::List(zones)),
        ];
        self.record(Kind::Antenne, None, at, fields);
        // The experts' sheet names antennes that this one brought.
        let antenne = Antenne {
            id,
            institution,
            name,
            level: Level::Local,
            zones: Vec::new(),
            active: true,
            criteria: Vec::new(),
        };
        self.known.add_antenne(&antenne, self.base.antennes.len());
        Arc::make_mut(&mut self.base.antennes).push(antenne);
    }
}
