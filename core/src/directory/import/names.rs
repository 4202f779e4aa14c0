//! Headers as people write them, and the subjects that columns name.

use super::super::Content;
use crate::diagnostic::{DiagnosticCode, Report};
use crate::sheet::Sheet;
use crate::text::{fold, nearest, shorten};

/// The known headers of a sheet, by column.
#[derive(Debug)]
pub(super) struct Columns(Vec<Option<&'static str>>);

impl Columns {
    /// Recognises the headers that are known. The others are returned with their column.
    pub(super) fn read(
        sheet: &Sheet,
        known: &[&'static str],
        report: &mut Report,
    ) -> (Columns, Vec<(usize, String)>) {
        let mut columns = Vec::with_capacity(sheet.headers.len());
        let mut others = Vec::new();
        for (number, header) in sheet.headers.iter().enumerate() {
            let folded = fold(header);
            let found = known.iter().copied().find(|name| fold(name) == folded);
            if let Some(name) = found
                && columns.contains(&Some(name))
            {
                let message = format!("the column `{name}` is given twice");
                report.add(DiagnosticCode::DuplicateField, sheet.header_place(number), header, message);
                columns.push(None);
                continue;
            }
            if found.is_none() && !sheet.is_margin(number) {
                others.push((number, header.clone()));
            }
            columns.push(found);
        }
        (Columns(columns), others)
    }

    pub(super) fn number(&self, header: &'static str) -> Option<usize> {
        self.0.iter().position(|column| *column == Some(header))
    }

    /// Reports the headers without which the sheet cannot be read; true if there is none.
    pub(super) fn require(&self, sheet: &Sheet, needed: &[&'static str], report: &mut Report) -> bool {
        let mut complete = true;
        for header in needed.iter().copied().filter(|header| self.number(header).is_none()) {
            let mut at = sheet.header_place(0);
            at.column = 0;
            report.add(
                DiagnosticCode::MissingField,
                at,
                header,
                format!("the sheet has no column `{header}`"),
            );
            complete = false;
        }
        complete
    }
}

/// Why a text names no subject.
pub(super) enum NoSubject {
    Unknown {
        nearest: Option<String>,
    },
    /// PITFALLS R14: several subjects have the name.
    Ambiguous {
        ids: Vec<String>,
    },
}

impl NoSubject {
    pub(super) fn report(self, text: &str, at: crate::diagnostic::Place, report: &mut Report) {
        let shown = shorten(text, 60);
        match self {
            NoSubject::Unknown { nearest } => {
                let message = format!("`{shown}` names no subject");
                report.add_with(DiagnosticCode::UnknownSubject, at, text, message, nearest);
            }
            NoSubject::Ambiguous { ids } => {
                let message = format!("`{shown}` names several subjects ({}): write the id", ids.join(", "));
                report.add(DiagnosticCode::UnknownSubject, at, text, message);
            }
        }
    }
}

/// The id of the subject that a text names: by its id, its label, `Thème:Sujet` or
/// `Thème:Sujet:Description`.
pub(super) fn subject(text: &str, content: &Content) -> Result<String, NoSubject> {
    if let Some(subject) = content.subjects.iter().find(|subject| subject.id == text) {
        return Ok(subject.id.clone());
    }
    let whole = fold(text);
    let mut parts = text.splitn(3, ':').map(fold);
    let (first, second) = (parts.next().unwrap_or_default(), parts.next());
    let named = |subject: &crate::taxonomy::Subject, name: &str| {
        fold(&subject.id) == name || fold(&subject.label) == name
    };
    let in_theme = |subject: &crate::taxonomy::Subject, name: &str| {
        content
            .themes
            .iter()
            .any(|theme| theme.id == subject.theme && (fold(&theme.id) == name || fold(&theme.label) == name))
    };
    let found: Vec<&crate::taxonomy::Subject> = content
        .subjects
        .iter()
        .filter(|subject| {
            named(subject, &whole)
                || second.as_deref().is_some_and(|second| in_theme(subject, &first) && named(subject, second))
        })
        .collect();
    match found.as_slice() {
        [one] => Ok(one.id.clone()),
        [] => {
            let known =
                content.subjects.iter().flat_map(|subject| [subject.label.as_str(), subject.id.as_str()]);
            Err(NoSubject::Unknown { nearest: nearest(text, known).map(str::to_owned) })
        }
        several => {
            Err(NoSubject::Ambiguous { ids: several.iter().map(|subject| subject.id.clone()).collect() })
        }
    }
}
