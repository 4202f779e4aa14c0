//! Headers as people write them.

use crate::diagnostic::{DiagnosticCode, Report};
use crate::language::sentence;
use crate::sheet::Sheet;
use crate::text::fold;

/// The known headers of a sheet, with their columns.
#[derive(Debug)]
pub(super) struct Columns(Vec<(&'static str, usize)>);

impl Columns {
    /// Whether a cell is one of the headers, however it is written.
    pub(super) fn knows(headers: &[&str]) -> impl Fn(&str) -> bool {
        let known: Vec<String> = headers.iter().map(|header| fold(header)).collect();
        move |cell| known.contains(&fold(cell))
    }

    /// Recognises the headers that are known. The others are returned with their column.
    pub(super) fn read(
        sheet: &Sheet,
        known: &[&'static str],
        report: &mut Report,
    ) -> (Columns, Vec<(usize, String)>) {
        let known: Vec<(&'static str, String)> = known.iter().map(|name| (*name, fold(name))).collect();
        let mut columns: Vec<(&'static str, usize)> = Vec::with_capacity(known.len());
        let mut others = Vec::new();
        for (number, header) in sheet.headers.iter().enumerate() {
            let folded = fold(header);
            match known.iter().find(|(_, name)| *name == folded) {
                Some((name, _)) if columns.iter().any(|(column, _)| column == name) => {
                    let message = sentence!(ColumnTwice { column: *name });
                    report.add(DiagnosticCode::DuplicateField, sheet.header_place(number), header, message);
                }
                Some((name, _)) => columns.push((name, number)),
                None if sheet.is_margin(number) => {}
                None => others.push((number, header.clone())),
            }
        }
        (Columns(columns), others)
    }

    pub(super) fn number(&self, header: &'static str) -> Option<usize> {
        self.0.iter().find(|(column, _)| *column == header).map(|(_, number)| *number)
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
                sentence!(SheetLacksColumn { column: header }),
            );
            complete = false;
        }
        complete
    }
}
