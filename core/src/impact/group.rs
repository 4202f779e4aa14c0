//! Which group a need is in, and what groups are called.

use std::collections::HashMap;

use super::Dimension;
use super::attributes::Attributes;
use super::case::Assignment;
use crate::codes::{HeadcountBand, section_label};
use crate::directory::Directory;
use crate::geography::{Commune, Geography, Zone, ZoneKind};
use crate::language::Language;

impl Dimension {
    /// The kind of zone that the groups are.
    pub(super) fn zone_kind(self) -> Option<ZoneKind> {
        match self {
            Dimension::Commune => Some(ZoneKind::Commune),
            Dimension::Ept => Some(ZoneKind::Ept),
            Dimension::Epci => Some(ZoneKind::Epci),
            Dimension::Departement => Some(ZoneKind::Departement),
            Dimension::Region => Some(ZoneKind::Region),
            _ => None,
        }
    }

    /// The group of a need or request, where each has one.
    pub(super) fn key<'f>(self, own: &Attributes<'f>, geography: Option<&Geography>) -> Option<Key<'f>> {
        let text = match self {
            Dimension::Theme => own.theme,
            Dimension::Subject => own.subject,
            Dimension::Adviser => own.adviser,
            Dimension::Origin => own.origin,
            Dimension::Headcount => return own.band.map(Key::Band),
            Dimension::Section => return own.section.map(Key::Section),
            Dimension::Institution | Dimension::Antenne | Dimension::Expert => None,
            _ => {
                let kind = self.zone_kind()?;
                return zone_of(own.commune(geography)?, kind).map(Key::Zone);
            }
        };
        text.filter(|text| !text.trim().is_empty()).map(Key::Text)
    }

    /// The group of an assignment, where a need is in the group of each who got it.
    pub(super) fn receiver<'f>(self, assignment: &Assignment<'f>) -> Option<&'f str> {
        match self {
            Dimension::Institution => Some(assignment.institution),
            Dimension::Antenne => assignment.antenne,
            Dimension::Expert => Some(assignment.expert),
            _ => None,
        }
    }

    /// What people read for a group in a language, where that is nobody's own name.
    pub(super) fn label_of_group(self, group: &str, language: Language) -> Option<&'static str> {
        match (self, group) {
            (_, WITHHELD) => Some(language.choose("Petits groupes, ensemble", "Small groups together")),
            (Dimension::Headcount, band) => {
                band.parse::<HeadcountBand>().ok().map(|band| band.label_in(language))
            }
            (Dimension::Section, section) => section_label(section.chars().next()?, language),
            _ => None,
        }
    }

    /// What people read for the needs that are in no group.
    pub(super) fn label_without_group(self, language: Language) -> &'static str {
        let (french, english) = match self {
            Dimension::Theme => ("Thème inconnu", "Unknown theme"),
            Dimension::Subject => ("Sujet inconnu", "Unknown subject"),
            Dimension::Institution | Dimension::Antenne | Dimension::Expert => {
                ("Sans destinataire", "Sent to nobody")
            }
            Dimension::Commune | Dimension::Departement => ("Commune inconnue", "Unknown commune"),
            Dimension::Ept => ("Hors des EPT", "Outside the EPT"),
            Dimension::Epci => ("Sans intercommunalité", "Without group of communes"),
            Dimension::Region => ("Sans région", "Without région"),
            Dimension::Adviser => ("Sans conseiller référent", "Without adviser"),
            Dimension::Origin => ("Provenance inconnue", "Unknown origin"),
            Dimension::Headcount => ("Effectif inconnu", "Unknown headcount"),
            Dimension::Section => ("Activité inconnue", "Unknown activity"),
        };
        language.choose(french, english)
    }
}

/// The zone of a kind in which a commune lies.
pub(super) fn zone_of(commune: Commune<'_>, kind: ZoneKind) -> Option<Zone> {
    match kind {
        ZoneKind::Commune => Some(commune.zone()),
        ZoneKind::Epci => commune.epci(),
        ZoneKind::Departement => Some(commune.departement()),
        ZoneKind::Region => commune.region(),
        ZoneKind::Ept | ZoneKind::France => commune.zones().into_iter().find(|zone| zone.kind() == kind),
    }
}

/// The id of the group of those that are too small to be shown alone.
pub(super) const WITHHELD: &str = "*";

/// What tells groups apart.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Key<'f> {
    Text(&'f str),
    Zone(Zone),
    Band(HeadcountBand),
    Section(char),
    /// Groups that are too small to be shown alone.
    Withheld,
}

impl Key<'_> {
    pub(super) fn id(&self) -> String {
        match self {
            Key::Text(text) => (*text).to_owned(),
            Key::Zone(zone) => zone.to_string(),
            Key::Band(band) => band.as_str().to_owned(),
            Key::Section(section) => section.to_string(),
            Key::Withheld => WITHHELD.to_owned(),
        }
    }
}

/// What the groups of a report are called, looked up once for all rows.
pub(super) struct Names<'n> {
    by: Option<Dimension>,
    /// By id.
    names: HashMap<&'n str, &'n str>,
    directory: Option<&'n Directory>,
    geography: Option<&'n Geography>,
}

impl<'n> Names<'n> {
    pub(super) fn of(
        by: Option<Dimension>,
        directory: Option<&'n Directory>,
        geography: Option<&'n Geography>,
    ) -> Names<'n> {
        let names = match (by, directory) {
            (Some(by), Some(directory)) => names_of(by, directory),
            _ => HashMap::new(),
        };
        Names { by, names, directory, geography }
    }

    /// What users read for a group, in French: its name, or its id where nobody knows better.
    pub(super) fn label(&self, key: Option<Key<'_>>) -> String {
        let name = match key {
            None => self.by.map(|by| by.label_without_group(Language::French)),
            Some(Key::Zone(zone)) => self.geography.and_then(|geography| geography.zone_name(zone)),
            Some(Key::Text(id)) if self.by == Some(Dimension::Institution) => self
                .directory
                .and_then(|directory| directory.institution(id))
                .map(|institution| institution.name.as_str()),
            Some(Key::Text(id)) => self.names.get(id).copied(),
            Some(key @ (Key::Band(_) | Key::Section(_) | Key::Withheld)) => {
                self.by.and_then(|by| by.label_of_group(&key.id(), Language::French))
            }
        };
        match (name, key) {
            (Some(name), _) => name.to_owned(),
            (None, Some(key)) => key.id(),
            // A report without groups has periods, which are its labels.
            (None, None) => String::new(),
        }
    }

    /// The people who live in a group, where it is a zone.
    pub(super) fn population(&self, key: Key<'_>) -> Option<u64> {
        match key {
            Key::Zone(zone) => self.geography.and_then(|geography| geography.population(zone)),
            Key::Text(_) | Key::Band(_) | Key::Section(_) | Key::Withheld => None,
        }
    }
}

/// The names that a directory has for the groups of a dimension, by id; of two with the same id, the
/// first.
fn names_of(by: Dimension, directory: &Directory) -> HashMap<&str, &str> {
    let mut names = HashMap::new();
    let mut add = |id, name| {
        names.entry(id).or_insert(name);
    };
    match by {
        Dimension::Theme => {
            directory.themes().iter().for_each(|theme| add(theme.id.as_str(), theme.label.as_str()));
        }
        Dimension::Subject => {
            directory.subjects().iter().for_each(|subject| add(subject.id.as_str(), subject.label.as_str()));
        }
        Dimension::Antenne => {
            directory.antennes().iter().for_each(|antenne| add(antenne.id.as_str(), antenne.name.as_str()));
        }
        Dimension::Expert => {
            directory.experts().iter().for_each(|expert| add(expert.id.as_str(), expert.name.as_str()));
        }
        _ => {}
    }
    names
}
