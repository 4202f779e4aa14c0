//! The posting of each zone that has one, by a number.

use rustc_hash::FxHashMap;

use crate::geography::{Geography, ZoneId};

/// The number of each zone's posting, from 1; a zone without any has 0. Most needs lie in zones wider
/// than communes that have a posting, and in communes that have none: the former are looked up by
/// position.
#[derive(Debug, Default)]
pub(crate) struct Postings {
    places: FxHashMap<ZoneId, u32>,
    /// The first zone that is no place.
    first_wide: u32,
    /// The numbers of the wider zones.
    wide: Vec<u32>,
}

impl Postings {
    pub(crate) fn new(geography: &Geography) -> Postings {
        let places = geography.place_count();
        Postings {
            places: FxHashMap::default(),
            first_wide: u32::try_from(places).unwrap_or(u32::MAX),
            wide: vec![0; geography.zone_count() - places],
        }
    }

    /// The number of a zone's posting.
    pub(crate) fn get(&self, zone: ZoneId) -> u32 {
        match zone.0.checked_sub(self.first_wide) {
            None => self.places.get(&zone).copied().unwrap_or_default(),
            Some(wide) => self.wide.get(wide as usize).copied().unwrap_or_default(),
        }
    }

    /// Changes the number of a zone of the geography.
    pub(crate) fn change(&mut self, zone: ZoneId, change: impl FnOnce(u32) -> u32) {
        let number = match zone.0.checked_sub(self.first_wide) {
            None => self.places.entry(zone).or_default(),
            Some(wide) => &mut self.wide[wide as usize],
        };
        *number = change(*number);
    }

    /// Changes the number of each zone that has one.
    pub(crate) fn change_all(&mut self, mut change: impl FnMut(u32) -> u32) {
        let numbers = self.places.values_mut().chain(&mut self.wide);
        numbers.filter(|number| **number != 0).for_each(|number| *number = change(*number));
    }

    /// The zones that have a posting, and its number.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (ZoneId, u32)> + '_ {
        let wide = (self.first_wide..).map(ZoneId).zip(self.wide.iter().copied());
        let places = self.places.iter().map(|(zone, number)| (*zone, *number));
        places.chain(wide).filter(|(_, number)| *number != 0)
    }
}
