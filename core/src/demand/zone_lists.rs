//! Lists of zones with an entry more or less: they keep the territories that they name.

use crate::directory::Directory;
use crate::geography::{Zone, ZoneList};
use crate::invariant::broken;

/// The list with a zone more.
pub(super) fn zones_with(directory: &Directory, list: &ZoneList, zone: Zone) -> ZoneList {
    let own = list.own().iter().copied().chain([zone]).collect();
    rebuilt(directory, own, list.territories().iter())
}

/// The list without the entry at a position: its own zones come first, then the territories.
pub(super) fn zones_without(directory: &Directory, list: &ZoneList, entry: usize) -> ZoneList {
    let own = list.own().iter().enumerate().filter(|(number, _)| *number != entry);
    let named = list.territories().iter().enumerate();
    let named = named.filter(|(number, _)| list.own().len() + number != entry);
    rebuilt(directory, own.map(|(_, zone)| *zone).collect(), named.map(|(_, id)| id))
}

fn rebuilt<'l>(
    directory: &Directory,
    own: Vec<Zone>,
    territories: impl Iterator<Item = &'l String>,
) -> ZoneList {
    let territory = |id: &'l String| {
        let known = directory.territory(id);
        let known = known.unwrap_or_else(|| broken("a list of zones names territories of its directory"));
        (id.as_str(), known.zones.as_slice())
    };
    ZoneList::new(own, territories.map(territory))
}
