//! Cells of codes, which a spreadsheet takes for numbers and people fill by hand.

use std::collections::HashSet;

use super::super::check;
use super::super::source::Value;
use super::line::Line;
use crate::codes::repair::{Numeral, numeral};
use crate::diagnostic::{DiagnosticCode, Place, Report};
use crate::geography::{Geography, Zone, ZoneKind};
use crate::language::sentence;
use crate::text::shorten;

/// The column of each kind of zone.
pub(super) type ZoneColumns = [(&'static str, ZoneKind); 4];

/// The zones that a row names.
#[derive(Debug, Default)]
pub(super) struct RowZones {
    /// By their current codes, each once.
    pub(super) zones: Vec<(Place, Value)>,
    /// Whether all were sound.
    pub(super) are_sound: bool,
    /// The kinds of which the sheet has a column: of those the row says all there are.
    pub(super) kinds: Vec<ZoneKind>,
}

/// Reads the zones of a row. A code that is faulty is reported and left out.
pub(super) fn read(
    row: &Line<'_>,
    columns: &ZoneColumns,
    geography: &Geography,
    report: &mut Report,
) -> RowZones {
    let mut read = RowZones { are_sound: true, ..RowZones::default() };
    let mut seen: HashSet<Zone> = HashSet::new();
    for (header, kind) in columns {
        read.kinds.extend(row.columns.number(header).map(|_| *kind));
        let Some((cell, at)) = row.cell(header) else { continue };
        for written in entries(cell) {
            let zones = code(written, at, report).map(|code| {
                let code = with_zero(*kind, code, written, at, report);
                check::zone::read_as(&format!("{kind}:{code}"), written, at, geography, report)
            });
            // An EPCI or a région of the past is read as all that it held.
            let zones = zones.unwrap_or_default();
            read.are_sound &= !zones.is_empty();
            for zone in zones {
                if seen.insert(zone) {
                    read.zones.push((at, Value::Text(zone.to_string())));
                }
            }
        }
    }
    read
}

/// The codes of a cell. A comma separates them, unless it stands in what a spreadsheet made of one.
fn entries(cell: &str) -> impl Iterator<Item = &str> {
    let words = cell.split(|c: char| c.is_whitespace() || c == ';');
    let codes = words.flat_map(|word| {
        let separator = if numeral(word) == Numeral::Untouched { ',' } else { ';' };
        word.split(separator)
    });
    codes.filter(|code| !code.is_empty())
}

/// A code as it was before a spreadsheet took it for a number.
fn code(written: &str, at: Place, report: &mut Report) -> Option<String> {
    match numeral(written) {
        Numeral::Untouched => Some(written.to_owned()),
        Numeral::Whole(digits) => {
            let message = sentence!(SpreadsheetMade { text: shorten(written, 60), code: digits.as_str() });
            report.add(DiagnosticCode::RepairedCell, at, written, message);
            Some(digits)
        }
        Numeral::DigitsLost => {
            let message = sentence!(CodeLostDigits { text: shorten(written, 60) });
            report.add(DiagnosticCode::InvalidZone, at, written, message);
            None
        }
    }
}

/// The code of a département or a région, with the zero of those that have a single digit otherwise.
fn with_zero(kind: ZoneKind, code: String, written: &str, at: Place, report: &mut Report) -> String {
    let is_short = code.len() == 1 && code.bytes().all(|byte| byte.is_ascii_digit()) && code != "0";
    if !is_short || !matches!(kind, ZoneKind::Departement | ZoneKind::Region) {
        return code;
    }
    let restored = format!("0{code}");
    let message = sentence!(CodeLostZero { text: shorten(written, 60), code: restored.as_str() });
    report.add_with(DiagnosticCode::LostZero, at, written, message, Some(format!("{kind}:{restored}")));
    restored
}
