//! Where companies are, and the zones that antennes and experts cover.

use std::collections::BTreeMap;
use std::sync::Arc;

use aiguillage::Geography;
use aiguillage::geography::{Zone, ZoneKind};
use fastrand::Rng;

use crate::weighted;

/// How far an institution reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reach {
    National,
    Regional,
    Departement,
    Local,
}

/// What an antenne's territory is made of.
#[derive(Clone, Copy)]
enum Piece {
    Everything,
    Region,
    Departements,
    Groups,
    Communes,
}

impl Reach {
    /// What the territories of its antennes are made of, by weight.
    fn pieces(self) -> &'static [(u32, Piece)] {
        match self {
            Reach::National => &[(70, Piece::Everything), (30, Piece::Region)],
            Reach::Regional => &[(5, Piece::Everything), (75, Piece::Region), (20, Piece::Departements)],
            Reach::Departement => &[(5, Piece::Everything), (12, Piece::Region), (83, Piece::Departements)],
            Reach::Local => &[(60, Piece::Groups), (30, Piece::Communes), (10, Piece::Departements)],
        }
    }
}

/// A commune that can be drawn, and the zones it leads to.
struct Place {
    code: String,
    group: Option<Zone>,
    departement: Zone,
    region: Option<Zone>,
}

/// The territory that a world is drawn on.
pub(crate) struct Territory {
    places: Vec<Place>,
    /// The people of each place and of all before it.
    people: Vec<u64>,
    /// By département, its communes and its groups of communes.
    communes: BTreeMap<Zone, Vec<Zone>>,
    groups: BTreeMap<Zone, Vec<Zone>>,
    everything: Zone,
}

impl Territory {
    pub(crate) fn new(region: Option<&str>) -> Territory {
        let geography: Arc<Geography> = Geography::embedded();
        let everything =
            region.and_then(|code| Zone::new(ZoneKind::Region, code).ok()).unwrap_or(Zone::FRANCE);
        let mut territory = Territory {
            places: Vec::new(),
            people: Vec::new(),
            communes: BTreeMap::new(),
            groups: BTreeMap::new(),
            everything,
        };
        let mut sum = 0;
        for commune in geography.communes_of(everything) {
            let departement = commune.departement();
            territory.communes.entry(departement).or_default().push(commune.zone());
            let groups = territory.groups.entry(departement).or_default();
            groups.extend(commune.epci().filter(|group| !groups.contains(group)));
            sum += commune.population();
            territory.people.push(sum);
            territory.places.push(Place {
                code: commune.code().to_owned(),
                group: commune.epci(),
                departement,
                region: commune.region(),
            });
        }
        territory
    }

    /// A commune, where people live.
    fn place(&self, rng: &mut Rng) -> &Place {
        let everybody = self.people.last().copied().unwrap_or_default();
        let nth = rng.u64(..everybody);
        &self.places[self.people.partition_point(|people| *people <= nth)]
    }

    /// The code of a commune, by population: where companies are.
    pub(crate) fn commune(&self, rng: &mut Rng) -> &str {
        &self.place(rng).code
    }

    /// The territory of an antenne, and whether it is a national one.
    pub(crate) fn of_antenne(&self, rng: &mut Rng, reach: Reach) -> (Vec<Zone>, bool) {
        // Offices are where people are, but not only.
        let place = if rng.bool() { self.place(rng) } else { &self.places[rng.usize(..self.places.len())] };
        match weighted(rng, reach.pieces()) {
            Piece::Everything if self.everything == Zone::FRANCE => (Vec::new(), true),
            Piece::Everything => (vec![self.everything], false),
            Piece::Region => (vec![place.region.unwrap_or(place.departement)], false),
            Piece::Departements => {
                let mut zones = vec![place.departement];
                if rng.u8(..4) == 0 {
                    zones.push(self.place(rng).departement);
                }
                zones.dedup();
                (zones, false)
            }
            Piece::Groups => (self.groups_near(rng, place), false),
            Piece::Communes => (self.communes_near(rng, place), false),
        }
    }

    /// The own territory of an expert or of a competence: narrower than most antennes'.
    pub(crate) fn own(&self, rng: &mut Rng) -> Vec<Zone> {
        let place = self.place(rng);
        match rng.u8(..10) {
            0..5 => self.groups_near(rng, place),
            5..8 => vec![place.departement],
            _ => self.communes_near(rng, place),
        }
    }

    /// A zone that some institutions leave out.
    pub(crate) fn excluded(&self, rng: &mut Rng) -> Zone {
        let place = self.place(rng);
        if rng.bool() { place.departement } else { place.group.unwrap_or(place.departement) }
    }

    /// One to four groups of communes of one département.
    fn groups_near(&self, rng: &mut Rng, place: &Place) -> Vec<Zone> {
        let mut zones: Vec<Zone> = place.group.into_iter().collect();
        let near = self.groups.get(&place.departement).map(Vec::as_slice).unwrap_or_default();
        let others = rng.usize(..4);
        zones.extend(rng.choose_multiple(near, others));
        distinct(zones, place.departement)
    }

    /// Five to sixty communes of one département.
    fn communes_near(&self, rng: &mut Rng, place: &Place) -> Vec<Zone> {
        let near = self.communes.get(&place.departement).map(Vec::as_slice).unwrap_or_default();
        let count = rng.usize(5..=60);
        distinct(rng.choose_multiple(near, count).into_iter().copied().collect(), place.departement)
    }
}

/// Sorted, each once; the département where there is nothing else.
fn distinct(mut zones: Vec<Zone>, otherwise: Zone) -> Vec<Zone> {
    zones.sort_unstable();
    zones.dedup();
    if zones.is_empty() { vec![otherwise] } else { zones }
}
