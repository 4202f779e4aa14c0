//! What is asked of a geography by numbers.

#![expect(
    clippy::indexing_slicing,
    reason = "numbers of places and zones are indices of the geography that gave them"
)]

use super::code::slot;
use super::id::{PlaceId, ZoneId};
use super::slots::Meaning;
use super::tables::range;
use super::{Commune, Geography, Zone, ZoneKind};

impl Geography {
    pub(crate) fn place_count(&self) -> usize {
        self.chains.len()
    }

    pub(crate) fn places(&self) -> impl Iterator<Item = PlaceId> + use<> {
        (0..self.place_count()).map(|place| PlaceId(u32::try_from(place).unwrap_or(u32::MAX)))
    }

    pub(crate) fn zone_count(&self) -> usize {
        self.chains.len() + self.wide.len()
    }

    /// The place that has this code today.
    #[inline]
    pub(crate) fn place(&self, code: &str) -> Option<PlaceId> {
        match self.meaning(slot(code)?) {
            Meaning::Place(place) => Some(place),
            _ => None,
        }
    }

    /// The zones around a place: arrondissement, commune, EPT, EPCI, département, région, France.
    #[inline]
    pub(crate) fn chain(&self, place: PlaceId) -> &[ZoneId; 7] {
        &self.chains[place.0 as usize]
    }

    /// Where the zone stands in a chain.
    pub(crate) fn level(&self, zone: ZoneId) -> u8 {
        match self.chains.get(zone.0 as usize) {
            Some(chain) => u8::from(chain[0] == ZoneId::NONE),
            None => 1 + self.zone_of(zone).kind() as u8,
        }
    }

    pub(crate) fn zone_of(&self, zone: ZoneId) -> Zone {
        let id = zone.0 as usize;
        match id.checked_sub(self.chains.len()) {
            Some(wide) => self.wide[wide],
            None => Zone::trusted(ZoneKind::Commune, &self.codes[5 * id..5 * id + 5]),
        }
    }

    pub(crate) fn zone_id(&self, zone: Zone) -> Option<ZoneId> {
        match zone.kind() {
            ZoneKind::Commune => self.place(zone.code()).map(ZoneId::from),
            _ => self.wide.binary_search(&zone).ok().map(|wide| ZoneId((self.chains.len() + wide) as u32)),
        }
    }

    /// All the places inside, a commune made of arrondissements and these arrondissements alike.
    pub(crate) fn places_of(&self, zone: ZoneId) -> impl Iterator<Item = PlaceId> + '_ {
        let wide = (zone.0 as usize).checked_sub(self.chains.len());
        let members: &[PlaceId] = match wide {
            Some(wide) => {
                &self.members[self.member_starts[wide] as usize..self.member_starts[wide + 1] as usize]
            }
            None => &[],
        };
        let itself = wide.is_none().then_some(PlaceId(zone.0));
        let has_parts = itself.is_some_and(|place| !self.is_unit(place));
        let arrondissements: &[PlaceId] = if has_parts { &self.arrondissements } else { &[] };
        let inside = arrondissements.iter().filter(move |place| self.chain(**place)[1] == zone);
        itself.into_iter().chain(inside.copied()).chain(members.iter().copied())
    }

    /// Whether no place is inside this one: false for Paris, Lyon and Marseille.
    pub(crate) fn is_unit(&self, place: PlaceId) -> bool {
        self.parents.binary_search(&place).is_err()
    }

    /// How many units are inside: communes, and arrondissements in place of theirs.
    pub(crate) fn unit_count(&self, zone: ZoneId) -> usize {
        match (zone.0 as usize).checked_sub(self.chains.len()) {
            Some(wide) => self.extents[wide].units as usize,
            None if self.is_unit(PlaceId(zone.0)) => 1,
            None => self.arrondissements.iter().filter(|place| self.chain(**place)[1] == zone).count(),
        }
    }

    /// How many units the smallest of the wider zones around a zone, or a part of it, has.
    pub(crate) fn fewest_units_around(&self, zone: ZoneId) -> usize {
        if let Some(wide) = (zone.0 as usize).checked_sub(self.chains.len()) {
            return self.extents[wide].fewest_around as usize;
        }
        let place = PlaceId(zone.0);
        let around = self.chain(place).iter().filter(|other| **other != zone && **other != ZoneId::NONE);
        around.map(|other| self.unit_count(*other)).min().unwrap_or(usize::MAX)
    }

    /// The first place inside, which tells where a zone that is not split lies.
    pub(crate) fn first_place(&self, zone: ZoneId) -> Option<PlaceId> {
        match (zone.0 as usize).checked_sub(self.chains.len()) {
            Some(wide) => self.members.get(self.member_starts[wide] as usize).copied(),
            None => Some(PlaceId(zone.0)),
        }
    }

    /// Whether the places of a zone lie in several zones of some wider level: those of an EPCI across two
    /// départements do. A commune lies in one zone of each level.
    pub(crate) fn is_split(&self, zone: ZoneId) -> bool {
        (zone.0 as usize).checked_sub(self.chains.len()).is_some_and(|wide| self.extents[wide].is_split)
    }

    /// The people inside, each counted once.
    pub(crate) fn population_of(&self, zone: ZoneId) -> u64 {
        self.populations[zone.0 as usize]
    }

    pub(crate) fn commune_at(&self, place: PlaceId) -> Commune<'_> {
        Commune { geography: self, place }
    }

    pub(super) fn name_of(&self, zone: ZoneId) -> &str {
        let id = zone.0 as usize;
        let start = id.checked_sub(1).map_or(0, |before| self.name_ends[before]);
        &self.names[start as usize..self.name_ends[id] as usize]
    }

    /// The zones of a kind, as numbers.
    pub(super) fn ids(&self, kind: ZoneKind) -> std::ops::Range<u32> {
        let places = self.chains.len();
        let (start, count) = match kind {
            ZoneKind::Commune => (0, places),
            _ => {
                let (start, count) = range(&self.wide, kind);
                (places + start, count)
            }
        };
        start as u32..(start + count) as u32
    }
}
