//! Which group and which period a need is in, and what these are called.

use jiff::civil::Date;

use super::case::Case;
use super::{Dimension, Period};
use crate::directory::Directory;
use crate::geography::{Commune, Geography, Zone, ZoneKind};

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

    /// The group of a need, where each need has one.
    pub(super) fn key<'f>(self, case: &Case<'f>, geography: Option<&Geography>) -> Option<Key<'f>> {
        let text = match self {
            Dimension::Theme => case.theme,
            Dimension::Subject => Some(case.need.subject.as_str()),
            Dimension::Adviser => case.need.adviser.as_deref(),
            Dimension::Origin => case.need.origin.as_deref(),
            Dimension::Institution | Dimension::Antenne => None,
            _ => {
                let kind = self.zone_kind()?;
                return zone_of(case.commune(geography)?, kind).map(Key::Zone);
            }
        };
        text.filter(|text| !text.trim().is_empty()).map(Key::Text)
    }

    /// What users read for the needs that are in no group.
    fn without(self) -> &'static str {
        match self {
            Dimension::Theme => "Thème inconnu",
            Dimension::Subject => "Sujet inconnu",
            Dimension::Institution | Dimension::Antenne => "Sans destinataire",
            Dimension::Commune | Dimension::Departement => "Commune inconnue",
            Dimension::Ept => "Hors des EPT",
            Dimension::Epci => "Sans intercommunalité",
            Dimension::Region => "Sans région",
            Dimension::Adviser => "Sans conseiller référent",
            Dimension::Origin => "Provenance inconnue",
        }
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

/// What tells groups apart.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Key<'f> {
    Text(&'f str),
    Zone(Zone),
}

impl Key<'_> {
    pub(super) fn id(&self) -> String {
        match self {
            Key::Text(text) => (*text).to_owned(),
            Key::Zone(zone) => zone.to_string(),
        }
    }
}

/// What users read for a group: its name, or its id where nobody knows better.
pub(super) fn label(
    by: Dimension,
    key: Option<Key<'_>>,
    directory: Option<&Directory>,
    geography: Option<&Geography>,
) -> String {
    let Some(key) = key else { return by.without().to_owned() };
    let name = match key {
        Key::Zone(zone) => geography.and_then(|geography| geography.zone_name(zone)),
        Key::Text(id) => directory.and_then(|directory| match by {
            Dimension::Theme => {
                directory.themes().iter().find(|theme| theme.id == id).map(|theme| theme.label.as_str())
            }
            Dimension::Subject => {
                directory.subjects().iter().find(|subject| subject.id == id).map(|own| own.label.as_str())
            }
            Dimension::Institution => directory.institution(id).map(|own| own.name.as_str()),
            Dimension::Antenne => {
                directory.antennes().iter().find(|antenne| antenne.id == id).map(|own| own.name.as_str())
            }
            _ => None,
        }),
    };
    name.map_or_else(|| key.id(), str::to_owned)
}

/// A period, counted from the year 0, so that it can be counted on from.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Slot(i32);

impl Slot {
    pub(super) fn of(period: Period, date: Date) -> Slot {
        let (year, month) = (i32::from(date.year()), i32::from(date.month()) - 1);
        Slot(match period {
            Period::Month => year * 12 + month,
            Period::Quarter => year * 4 + month / 3,
            Period::Year => year,
        })
    }

    /// `2026-11`, `2026-T4` (T for *trimestre*), `2026`.
    pub(super) fn name(self, period: Period) -> String {
        match period {
            Period::Month => format!("{:04}-{:02}", self.0.div_euclid(12), self.0.rem_euclid(12) + 1),
            Period::Quarter => format!("{:04}-T{}", self.0.div_euclid(4), self.0.rem_euclid(4) + 1),
            Period::Year => format!("{:04}", self.0),
        }
    }

    /// How many periods there are from one to another, both included.
    pub(super) fn until(self, last: Slot) -> usize {
        usize::try_from(last.0 - self.0 + 1).unwrap_or(0)
    }

    /// The periods from one to another, both included.
    pub(super) fn to(self, last: Slot) -> impl Iterator<Item = Slot> {
        (self.0..=last.0).map(Slot)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn periods_have_names_and_follow_each_other() {
        let of = |period, date| Slot::of(period, date).name(period);
        assert_eq!(of(Period::Month, date(2026, 11, 30)), "2026-11");
        assert_eq!(of(Period::Quarter, date(2026, 12, 31)), "2026-T4");
        assert_eq!(of(Period::Quarter, date(2027, 1, 1)), "2027-T1");
        assert_eq!(of(Period::Year, date(2026, 1, 1)), "2026");
        assert_eq!(of(Period::Month, date(-1, 1, 1)), "-001-01");
        let [december, january] =
            [date(2026, 12, 31), date(2027, 1, 1)].map(|date| Slot::of(Period::Month, date));
        assert_eq!((december.until(january), january.until(december)), (2, 0));
        assert_eq!(december.to(january).count(), 2);
    }
}
