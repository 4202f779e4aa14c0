//! The position of each zone's posting.

use std::collections::hash_map::Entry;

use rustc_hash::FxHashMap;

use crate::engine::span::{Position, offset};
use crate::geography::{Geography, ZoneId};

/// A position for each zone that has one.
///
/// Most needs lie in wide zones (EPCI to France) that have a posting, and in communes that have none:
/// the wide are looked up in a list, the communes in a small hash table. A list for communes too would
/// take 140 kB a subject, and a table for wide zones too would hash seven times a need.
#[derive(Debug, Default)]
pub(crate) struct ZonePositions {
    communes: FxHashMap<ZoneId, Position>,
    /// The first zone that is no commune or arrondissement.
    first_wide: u32,
    wide: Vec<Option<Position>>,
}

impl ZonePositions {
    pub(crate) fn new(geography: &Geography) -> ZonePositions {
        let places = geography.place_count();
        ZonePositions {
            communes: FxHashMap::default(),
            first_wide: offset(places),
            wide: vec![None; geography.zone_count() - places],
        }
    }

    /// The position of a zone; `None` also for [`ZoneId::NONE`].
    pub(crate) fn get(&self, zone: ZoneId) -> Option<Position> {
        match zone.0.checked_sub(self.first_wide) {
            None => self.communes.get(&zone).copied(),
            Some(wide) => self.wide.get(wide as usize).copied().flatten(),
        }
    }

    /// Gives a zone of the geography another position.
    pub(crate) fn update(&mut self, zone: ZoneId, change: impl FnOnce(Option<Position>) -> Position) {
        match zone.0.checked_sub(self.first_wide) {
            None => match self.communes.entry(zone) {
                Entry::Occupied(mut known) => *known.get_mut() = change(Some(*known.get())),
                Entry::Vacant(vacant) => {
                    vacant.insert(change(None));
                }
            },
            Some(wide) => {
                let position = &mut self.wide[wide as usize];
                *position = Some(change(*position));
            }
        }
    }

    /// The same zones with other positions.
    pub(crate) fn map(mut self, mut change: impl FnMut(Position) -> Position) -> ZonePositions {
        let positions = self.communes.values_mut().chain(self.wide.iter_mut().flatten());
        positions.for_each(|position| *position = change(*position));
        self
    }

    /// The zones that have a position.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (ZoneId, Position)> + '_ {
        let communes = self.communes.iter().map(|(zone, position)| (*zone, *position));
        let wide = (self.first_wide..).map(ZoneId).zip(self.wide.iter().copied());
        communes.chain(wide.filter_map(|(zone, position)| Some((zone, position?))))
    }
}
