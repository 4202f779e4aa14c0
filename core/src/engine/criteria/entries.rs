//! The lists of a criterion, as needs are looked for in them.

use std::ops::Range;

use super::Number;
use crate::codes::{Activity, Idcc, LegalFormEntry, NafCode, NafEntry, NafVersion, NafaEntry, Truth};
use crate::engine::conditions::ConditionValue;
use crate::engine::facts::{Facts, NafFact};
use crate::geography::{Geography, ZoneId};
use crate::need::Need;

/// What a condition looks for in a list.
#[derive(Debug)]
pub(super) enum Entries {
    Activities(Activities),
    LegalForms(Vec<LegalFormEntry>),
    /// Sorted.
    Zones(Vec<ZoneId>),
    Origins(Vec<String>),
    Natures(Vec<Activity>),
    Crafts(Vec<NafaEntry>),
    /// As they are today, sorted.
    Agreements(Vec<Idcc>),
    /// Whether the company is to be a micro-entrepreneur's.
    MicroEntrepreneur(bool),
    Qualities(Vec<(String, bool)>),
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
            ConditionValue::Natures(natures) => Some(Entries::Natures(natures.to_vec())),
            ConditionValue::Crafts(entries) => Some(Entries::Crafts(entries.to_vec())),
            ConditionValue::Agreements(agreements) => {
                let mut agreements: Vec<Idcc> = agreements.iter().flat_map(|idcc| idcc.current()).collect();
                agreements.sort_unstable();
                Some(Entries::Agreements(agreements))
            }
            ConditionValue::Flag(flag) => Some(Entries::MicroEntrepreneur(flag)),
            ConditionValue::Qualities(qualities) => {
                let qualities = qualities.iter().map(|(name, wanted)| (name.clone(), *wanted));
                Some(Entries::Qualities(qualities.collect()))
            }
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
            Entries::Natures(natures) => contain_nature(natures, facts.need),
            Entries::Crafts(entries) => match facts.need.nafa_codes.as_slice() {
                [] => Truth::Unknown,
                codes => Truth::from(codes.iter().any(|code| entries.iter().any(|entry| entry.covers(code)))),
            },
            Entries::Agreements(agreements) => contain_agreement(agreements, &facts.need.idcc),
            Entries::MicroEntrepreneur(wanted) => {
                known(facts.need.micro_entrepreneur.map(|is_one| is_one == *wanted))
            }
            Entries::Qualities(qualities) => qualities.iter().fold(Truth::Yes, |all, (name, wanted)| {
                all.and(known(facts.need.qualities.get(name).map(|has| has == wanted)))
            }),
        }
    }

    /// Whether single numbers of a need decide, unless they are not known: see [`Number`].
    pub(super) fn are_of_numbers(&self) -> bool {
        match self {
            Entries::Activities(activities) => activities.rev2.is_empty() || activities.naf_2025.is_empty(),
            Entries::LegalForms(_) | Entries::MicroEntrepreneur(_) => true,
            Entries::Zones(_)
            | Entries::Origins(_)
            | Entries::Natures(_)
            | Entries::Crafts(_)
            | Entries::Agreements(_)
            | Entries::Qualities(_) => false,
        }
    }

    /// The ranges of a number that are among them, where they are of that number.
    pub(super) fn ranks(&self, number: Number) -> impl Iterator<Item = Range<u32>> + '_ {
        let (naf, forms, flag): (&[NafEntry], &[LegalFormEntry], Option<u32>) = match (self, number) {
            (Entries::Activities(activities), Number::Naf(version)) => {
                (activities.of_version(version), &[], None)
            }
            (Entries::LegalForms(forms), Number::LegalForm) => (&[], forms, None),
            (Entries::MicroEntrepreneur(wanted), Number::MicroEntrepreneur) => {
                (&[], &[], Some(u32::from(*wanted)))
            }
            _ => (&[], &[], None),
        };
        let forms = forms.iter().map(|entry| entry.ranks());
        naf.iter().map(|entry| entry.ranks()).chain(forms).chain(flag.map(|flag| flag..flag + 1))
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

/// Whether one of the natures is the facility's. Craft codes make it a craft once any nature is known.
fn contain_nature(natures: &[Activity], need: &Need) -> Truth {
    if need.activities.is_empty() {
        return Truth::Unknown;
    }
    let craft = (!need.nafa_codes.is_empty()).then_some(&Activity::ARTISANALE);
    Truth::from(need.activities.iter().chain(craft).any(|nature| natures.contains(nature)))
}

/// The agreements that are applied, as they are today. What stands for the want of an agreement says nothing.
pub(super) fn applied_agreements(applied: &[Idcc]) -> impl Iterator<Item = Idcc> + '_ {
    applied.iter().filter(|idcc| idcc.is_agreement()).flat_map(|idcc| idcc.current())
}

/// Whether one of the agreements is applied.
fn contain_agreement(agreements: &[Idcc], applied: &[Idcc]) -> Truth {
    let mut applied = applied_agreements(applied).peekable();
    match applied.peek() {
        None => Truth::Unknown,
        Some(_) => Truth::from(applied.any(|idcc| agreements.binary_search(&idcc).is_ok())),
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
