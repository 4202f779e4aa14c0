//! The lists of a criterion, as needs are looked for in them.

use std::ops::Range;

use super::Number;
use crate::codes::{LegalFormEntry, NafCode, NafEntry, NafVersion, Truth};
use crate::engine::conditions::ConditionValue;
use crate::engine::facts::{Facts, NafFact};
use crate::geography::{Geography, ZoneId};

/// What a condition looks for in a list.
#[derive(Debug)]
pub(super) enum Entries {
    Activities(Activities),
    LegalForms(Vec<LegalFormEntry>),
    /// Sorted.
    Zones(Vec<ZoneId>),
    Origins(Vec<String>),
}

/// The entries of a list of activities, apart for each version of the nomenclature.
#[derive(Debug)]
pub(super) struct Activities {
    rev2: Vec<NafEntry>,
    naf_2025: Vec<NafEntry>,
}

impl Entries {
    /// The entries of what a criterion names, if that is a list.
    pub(super) fn of(value: ConditionValue<'_>, geography: &Geography) -> Option<Entries> {
        match value {
            ConditionValue::Unset | ConditionValue::Number(_) => None,
            ConditionValue::Activities(entries) => Some(Entries::Activities(Activities::of(entries))),
            ConditionValue::LegalForms(entries) => Some(Entries::LegalForms(entries.to_vec())),
            ConditionValue::Zones(zones) => {
                let mut zones: Vec<ZoneId> =
                    zones.iter().filter_map(|zone| geography.zone_id(*zone)).collect();
                zones.sort_unstable();
                Some(Entries::Zones(zones))
            }
            ConditionValue::Origins(origins) => Some(Entries::Origins(origins.to_vec())),
        }
    }

    /// Whether what the need carries is among them.
    pub(super) fn contain(&self, facts: &Facts<'_, '_>) -> Truth {
        let known = |known: Option<bool>| known.map_or(Truth::Unknown, Truth::from);
        match self {
            Entries::Activities(activities) => activities.contain(facts),
            Entries::LegalForms(forms) => {
                known(facts.legal_form.map(|form| forms.iter().any(|entry| entry.covers(form))))
            }
            Entries::Zones(zones) => {
                Truth::from(facts.chain.iter().any(|zone| zones.binary_search(zone).is_ok()))
            }
            Entries::Origins(origins) => {
                known(facts.origin.map(|origin| origins.iter().any(|listed| listed == origin)))
            }
        }
    }

    /// Whether single numbers of a need decide, unless they are not known: see [`Number`].
    pub(super) fn are_of_numbers(&self) -> bool {
        match self {
            Entries::Activities(activities) => activities.rev2.is_empty() || activities.naf_2025.is_empty(),
            Entries::LegalForms(_) => true,
            Entries::Zones(_) | Entries::Origins(_) => false,
        }
    }

    /// The ranges of a number that are among them, where they are of that number.
    pub(super) fn ranks(&self, number: Number) -> impl Iterator<Item = Range<u32>> + '_ {
        let (naf, forms): (&[NafEntry], &[LegalFormEntry]) = match (self, number) {
            (Entries::Activities(activities), Number::Naf(version)) => (activities.of_version(version), &[]),
            (Entries::LegalForms(forms), Number::LegalForm) => (&[], forms),
            _ => (&[], &[]),
        };
        naf.iter().map(|entry| entry.ranks()).chain(forms.iter().map(|entry| entry.ranks()))
    }
}

impl Activities {
    fn of(entries: &[NafEntry]) -> Activities {
        let (rev2, naf_2025) = entries.iter().partition(|entry| entry.version() == NafVersion::Rev2);
        Activities { rev2, naf_2025 }
    }

    fn of_version(&self, version: NafVersion) -> &[NafEntry] {
        match version {
            NafVersion::Rev2 => &self.rev2,
            NafVersion::Naf2025 => &self.naf_2025,
        }
    }

    /// Whether the list contains the need's activity. The part of each version is tested on what is known
    /// in that version; the list contains the activity if either part does.
    fn contain(&self, facts: &Facts<'_, '_>) -> Truth {
        match (part(&self.rev2, facts.rev2), part(&self.naf_2025, facts.naf_2025)) {
            (Some(rev2), Some(naf_2025)) => rev2.or(naf_2025),
            (Some(truth), None) | (None, Some(truth)) => truth,
            (None, None) => Truth::No,
        }
    }
}

/// Whether the entries of one version, if there are any, contain what is known in that version.
fn part(entries: &[NafEntry], fact: NafFact<'_>) -> Option<Truth> {
    if entries.is_empty() {
        return None;
    }
    let contain = |code: NafCode| entries.iter().any(|entry| entry.covers(code));
    Some(match fact {
        NafFact::Unknown => Truth::Unknown,
        NafFact::Known(code) => Truth::from(contain(code)),
        // Correspondents that disagree leave it open.
        NafFact::OneOf(codes) => match codes.iter().filter(|code| contain(**code)).count() {
            0 => Truth::No,
            all if all == codes.len() => Truth::Yes,
            _ => Truth::Unknown,
        },
    })
}
