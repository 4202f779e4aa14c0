//! INSEE codes of a list of zones that are likelier to be postal codes.

use std::collections::BTreeMap;

use crate::diagnostic::{DiagnosticCode, Place, Report};
use crate::geography::{Geography, PostalReading, Zone};
use crate::language::sentence;

/// Warns where all or most of a list's communes bear a code that is also a postal code of somewhere else, or
/// the one that lies in another département than all the rest. A commune that stands alone tells nothing.
pub(super) fn tell_likely(communes: &[(Zone, Place)], geography: &Geography, report: &mut Report) {
    if communes.len() < 2 {
        return;
    }
    let is_postal = |zone: &Zone| geography.is_postal_code_elsewhere(zone.code());
    let mut reading = PostalReading::default();
    communes.iter().for_each(|(zone, _)| reading.add(geography, zone.code()));
    if let Some(doubt) = reading.sentence()
        && let Some((first, at)) = communes.iter().find(|(zone, _)| is_postal(zone))
    {
        report.add(DiagnosticCode::PostalCodeLikely, *at, first.code(), doubt);
        return;
    }
    let mut departements: BTreeMap<&str, Vec<&(Zone, Place)>> = BTreeMap::new();
    for commune in communes {
        departements.entry(departement(commune.0.code())).or_default().push(commune);
    }
    // Of two départements the one with a single code is the odd one; of two communes both would be.
    if departements.len() != 2 || communes.len() < 3 {
        return;
    }
    for (zone, at) in departements.values().filter(|communes| communes.len() == 1).flatten() {
        if is_postal(zone) {
            let code = zone.code();
            let message = sentence!(OddDepartement { code });
            report.add(DiagnosticCode::PostalCodeLikely, *at, code, message);
        }
    }
}

/// The département of a commune's code.
fn departement(code: &str) -> &str {
    let length = if code.starts_with("97") || code.starts_with("98") { 3 } else { 2 };
    code.get(..length).unwrap_or(code)
}

#[cfg(test)]
#[cfg(feature = "cog")]
mod tests {
    use super::*;

    fn told(codes: &[&str]) -> Vec<String> {
        let mut report = Report::default();
        let file = report.add_file(None);
        let zones = (1..).zip(codes).map(|(line, code)| {
            (format!("commune:{code}").parse().unwrap(), Place { file, line, column: 1 })
        });
        tell_likely(&zones.collect::<Vec<_>>(), &Geography::embedded(), &mut report);
        report
            .into_diagnostics()
            .into_iter()
            .map(|one| format!("{} {}", one.line.unwrap(), one.text))
            .collect()
    }

    #[test]
    fn lists_of_postal_codes_are_told() {
        assert_eq!(told(&["59200", "62100"]), ["1 59200"]);
        assert_eq!(told(&["80021", "59200", "59300", "62100", "80100"]), ["2 59200"]);
        assert_eq!(told(&["59200"]), [""; 0]);
        assert_eq!(told(&["80021", "59200"]), [""; 0]);
        assert_eq!(told(&["80021", "80001", "80016", "59200", "62100"]), [""; 0]);
    }

    #[test]
    fn the_odd_one_of_a_list_is_told() {
        assert_eq!(told(&["80021", "80001", "62100"]), ["3 62100"]);
        assert_eq!(told(&["80021", "80001", "62041"]), [""; 0]);
        assert_eq!(told(&["80021", "62100"]), [""; 0]);
        assert_eq!(told(&["80021", "80001", "80016", "62100", "59200", "02691"]), [""; 0]);
    }
}
