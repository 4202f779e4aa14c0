//! Groups of communes and régions of the past, and what became of them.

use rustc_hash::FxHashSet;

use super::id::{PlaceId, ZoneId};
use super::past::PastZone;
use super::{Geography, Zone, ZoneKind};

/// A group of communes or a région that is none any more.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct FormerZone<'g> {
    /// The zone, by its code of then.
    pub zone: Zone,
    /// Its name.
    pub name: &'g str,
    /// What it held, as the widest zones of today that lie wholly in it.
    pub zones: Vec<Zone>,
    /// The zones of the same kind in which its communes lie today.
    pub successors: Vec<Zone>,
}

impl Geography {
    /// A group of communes or a région of the past by its code of then; nothing for a zone of today.
    ///
    /// ```
    /// # use aiguillage::geography::Geography;
    /// let geography = Geography::embedded();
    /// let former = geography.former_zone("region:31".parse()?).unwrap();
    /// assert_eq!(former.name, "Nord-Pas-de-Calais");
    /// let zones: Vec<String> = former.zones.iter().map(ToString::to_string).collect();
    /// assert_eq!(zones, ["departement:59", "departement:62"]);
    /// assert_eq!(former.successors, ["region:32".parse()?]);
    /// # Ok::<(), aiguillage::geography::ZoneError>(())
    /// ```
    pub fn former_zone(&self, zone: Zone) -> Option<FormerZone<'_>> {
        let past = self.past_zone(zone)?;
        let units = self.units_of(past);
        let level = match zone.kind() {
            ZoneKind::Region => 5,
            _ => 3,
        };
        let mut successors: Vec<ZoneId> =
            units.iter().filter_map(|unit| self.chain(*unit).get(level)).copied().collect();
        successors.sort_unstable();
        successors.dedup();
        successors.retain(|successor| *successor != ZoneId::NONE);
        Some(FormerZone {
            zone,
            name: &past.name,
            zones: self.widest_zones(&units),
            successors: successors.into_iter().map(|successor| self.zone_of(successor)).collect(),
        })
    }

    /// The units that a zone of the past held, in their order.
    fn units_of(&self, past: &PastZone) -> Vec<PlaceId> {
        let places = past.members.iter().flat_map(|member| self.places_of(*member));
        places.filter(|place| self.is_unit(*place)).collect()
    }

    /// The widest zones that make up some units, each unit in one of them.
    fn widest_zones(&self, units: &[PlaceId]) -> Vec<Zone> {
        let inside: FxHashSet<PlaceId> = units.iter().copied().collect();
        let mut wholly = rustc_hash::FxHashMap::default();
        let mut is_wholly_inside = |zone: ZoneId| {
            *wholly.entry(zone).or_insert_with(|| {
                self.places_of(zone).filter(|place| self.is_unit(*place)).all(|place| inside.contains(&place))
            })
        };
        let mut zones: Vec<ZoneId> = Vec::new();
        for unit in units {
            let wide_first = self.chain(*unit).iter().rev().filter(|zone| **zone != ZoneId::NONE);
            let widest = wide_first.copied().find(|zone| is_wholly_inside(*zone));
            zones.extend(widest.filter(|zone| !zones.contains(zone)));
        }
        zones.sort_unstable();
        zones.into_iter().map(|zone| self.zone_of(zone)).collect()
    }
}
