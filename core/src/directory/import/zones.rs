//! Cells of codes, which a spreadsheet takes for numbers and people fill by hand.

use std::collections::{BTreeMap, HashSet};

use super::super::check;
use super::super::source::Value;
use super::line::Line;
use crate::codes::repair::{Numeral, numeral};
use crate::diagnostic::{DiagnosticCode, Place, Report};
use crate::geography::{Geography, Zone, ZoneKind};
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
        let mut codes: Vec<(&str, Zone)> = Vec::new();
        for written in entries(cell) {
            let zones = code(written, at, report).map(|code| {
                let code = with_zero(*kind, code, written, at, report);
                check::zone::read_as(&format!("{kind}:{code}"), written, at, geography, report)
            });
            // An EPCI or a région of the past is read as all that it held.
            let zones = zones.unwrap_or_default();
            read.are_sound &= !zones.is_empty();
            for zone in zones {
                codes.push((written, zone));
                if seen.insert(zone) {
                    read.zones.push((row.start(), Value::Text(zone.to_string())));
                }
            }
        }
        if *kind == ZoneKind::Commune {
            likely_postal_codes(&codes, at, geography, report);
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
            let message = format!("a spreadsheet made `{}` of the code {digits}", shorten(written, 60));
            report.add(DiagnosticCode::RepairedCell, at, written, message);
            Some(digits)
        }
        Numeral::DigitsLost => {
            let message = format!(
                "`{}` has lost digits in a spreadsheet: which code it was cannot be told",
                shorten(written, 60)
            );
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
    let message =
        format!("`{}` has lost its zero in a spreadsheet: read as {restored}", shorten(written, 60));
    report.add_with(DiagnosticCode::LostZero, at, written, message, Some(format!("{kind}:{restored}")));
    restored
}

/// Warns of codes of communes that are likelier to be postal codes: most of a list of three and more,
/// or the one that lies in another département than all the rest of its list.
fn likely_postal_codes(codes: &[(&str, Zone)], at: Place, geography: &Geography, report: &mut Report) {
    if codes.len() < 3 {
        return;
    }
    let postal: Vec<&(&str, Zone)> = codes.iter().filter(|(code, _)| is_postal(code, geography)).collect();
    if postal.len() * 2 > codes.len() && postal.len() >= 3 {
        let list = postal.iter().take(5).map(|(code, _)| *code).collect::<Vec<_>>().join(", ");
        let message = format!(
            "{} of {} codes are also postal codes ({list}…): INSEE codes stand here, which most postal codes are not",
            postal.len(),
            codes.len()
        );
        report.add(
            DiagnosticCode::PostalCodeLikely,
            at,
            postal.first().map_or("", |(code, _)| code),
            message,
        );
        return;
    }
    let mut departements: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (code, zone) in codes {
        departements.entry(departement(zone.code())).or_default().push(code);
    }
    // Of two départements the one with a single code is the odd one.
    if departements.len() != 2 {
        return;
    }
    for code in departements.values().filter(|codes| codes.len() == 1).flatten() {
        if is_postal(code, geography) {
            let message = format!(
                "`{code}` is in another département than all the rest of the list, and also a postal code: make sure that the INSEE code was meant"
            );
            report.add(DiagnosticCode::PostalCodeLikely, at, code, message);
        }
    }
}

fn is_postal(code: &str, geography: &Geography) -> bool {
    !geography.by_postal_code(code).is_empty()
}

/// The département of a commune's code.
fn departement(code: &str) -> &str {
    let length = if code.starts_with("97") || code.starts_with("98") { 3 } else { 2 };
    code.get(..length).unwrap_or(code)
}
