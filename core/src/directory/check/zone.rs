//! A zone of the data, brought to its current code: what people wrote years ago, or a spreadsheet
//! mangled, is resolved with a warning; what names nothing is an error.

use std::collections::HashSet;

use super::postal_codes;
use crate::diagnostic::{DiagnosticCode, Place, Report};
use crate::geography::{FormerKind, FormerZone, Geography, Resolution, Zone, ZoneKind};
use crate::language::{Fault, Sentence, sentence};
use crate::text::shorten;

/// The zones that a zone of a list means: itself, or what a zone of the past held; none where it is faulty.
pub(crate) fn read(text: &str, at: Place, geography: &Geography, report: &mut Report) -> Vec<Zone> {
    read_as(text, text, at, geography, report)
}

/// The zones of a list, each once.
#[derive(Default)]
pub(super) struct ListedZones {
    zones: Vec<Zone>,
    seen: HashSet<Zone>,
    /// The communes that are named by their current codes; what stands for another code is told by itself.
    communes: Vec<(Zone, Place)>,
}

impl ListedZones {
    /// Reads the next entry of the list.
    pub(super) fn read(&mut self, text: &str, at: Place, geography: &Geography, report: &mut Report) {
        let read = read(text, at, geography, report);
        if let [zone] = &read[..]
            && zone.kind() == ZoneKind::Commune
            && text.trim_end().ends_with(zone.code())
        {
            self.communes.push((*zone, at));
        }
        self.zones.extend(read.into_iter().filter(|zone| self.seen.insert(*zone)));
    }

    /// The zones, once the list as a whole was looked at.
    pub(super) fn finish(self, geography: &Geography, report: &mut Report) -> Vec<Zone> {
        postal_codes::tell_likely(&self.communes, geography, report);
        self.zones
    }
}

/// The same where the zone's kind stands elsewhere: `shown` is the text to blame.
pub(crate) fn read_as(
    written: &str,
    shown: &str,
    at: Place,
    geography: &Geography,
    report: &mut Report,
) -> Vec<Zone> {
    let text = shown;
    let zone: Zone = match written.parse() {
        Ok(zone) => zone,
        Err(error) => {
            let error: crate::geography::ZoneError = error;
            report.add(DiagnosticCode::InvalidZone, at, text, error.into());
            return Vec::new();
        }
    };
    if zone.kind() == ZoneKind::Commune {
        return commune(zone, text, at, geography, report).into_iter().collect();
    }
    if geography.has_zone(zone) {
        return vec![zone];
    }
    if let Some(former) = geography.former_zone(zone) {
        let message =
            sentence!(FormerZone { zone: zone.to_string(), name: former.name, held: held(&former) });
        let successor = geography.nearest_zone(zone).map(|zone| zone.to_string());
        report.add_with(DiagnosticCode::FormerZone, at, text, message, successor);
        return former.zones;
    }
    let message = sentence!(NoSuchZone { zone: shorten(text, 60), source: geography.source() });
    let nearest = geography.nearest_zone(zone).map(|zone| zone.to_string());
    report.add_with(DiagnosticCode::UnknownZone, at, text, message, nearest);
    Vec::new()
}

/// A zone that stands alone, and not in a list: several in the place of one of the past are a fault.
pub(crate) fn read_single(text: &str, at: Place, geography: &Geography, report: &mut Report) -> Option<Zone> {
    match read(text, at, geography, report).as_slice() {
        [] => None,
        [zone] => Some(*zone),
        several => {
            let message = sentence!(SeveralZonesToday { zone: shorten(text, 60), count: several.len() });
            report.add(DiagnosticCode::UnknownZone, at, text, message);
            None
        }
    }
}

/// The zones that one of the past held, in a few words.
fn held(former: &FormerZone<'_>) -> String {
    const LISTED: usize = 8;
    if former.zones.len() > LISTED {
        return format!("{} zones", former.zones.len());
    }
    let zones: Vec<String> = former.zones.iter().map(|zone| format!("`{zone}`")).collect();
    zones.join(", ")
}

fn commune(zone: Zone, text: &str, at: Place, geography: &Geography, report: &mut Report) -> Option<Zone> {
    let code = zone.code();
    let place = match geography.resolve(code) {
        Resolution::Current(place) => place,
        Resolution::Former { place, kind } => {
            let current = geography.commune_at(place);
            let message = sentence!(FormerCommune {
                code,
                kind: describe(kind),
                name: current.name(),
                current: current.code()
            });
            report.add_with(DiagnosticCode::FormerCode, at, text, message, Some(current.zone().to_string()));
            place
        }
        Resolution::FormerAndPostal { place, kind, postal } => {
            let current = geography.commune_at(place);
            let others: Vec<String> = postal
                .iter()
                .take(5)
                .map(|place| geography.commune_at(*place))
                .map(|commune| format!("{} ({})", commune.name(), commune.code()))
                .collect();
            let message = sentence!(FormerCommuneOrPostal {
                code,
                kind: describe(kind),
                name: current.name(),
                current: current.code(),
                others: others.join(", ")
            });
            report.add(DiagnosticCode::FormerCodeIsPostalCode, at, text, message);
            place
        }
        Resolution::LostZero { place } => {
            let current = geography.commune_at(place);
            let message = sentence!(CommuneLostZero { code, name: current.name(), current: current.code() });
            report.add_with(DiagnosticCode::LostZero, at, text, message, Some(current.zone().to_string()));
            place
        }
        Resolution::Unknown { hint } => {
            let message = sentence!(NoSuchCommune { code: shorten(code, 60), source: geography.source() });
            let fault = Fault { message, hint: hint.map(|hint| hint.0) };
            report.add(DiagnosticCode::UnknownZone, at, text, Sentence::from(fault));
            return None;
        }
    };
    Some(geography.commune_at(place).zone())
}

fn describe(kind: FormerKind) -> Sentence {
    match kind {
        FormerKind::Former => sentence!(AFormerCode),
        FormerKind::Delegated => sentence!(ADelegatedCommune),
        FormerKind::Associated => sentence!(AnAssociatedCommune),
    }
}
