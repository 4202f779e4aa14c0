//! Rule 3: the zones in which experts handle subjects.

use jiff::civil::Date;
use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;

use super::obstacle::{Obstacle, ServedBy};
use crate::engine::build::served_zones::{ServedZones, ZoneOwner};
use crate::engine::build::zones::joined_zones;
use crate::engine::compiled::Placed;
use crate::engine::period::Days;
use crate::geography::{Geography, ZoneId};
use crate::invariant::at;

const A_TERRITORY: &str = "the number of a territory is one of a list of zones";

/// The zones of all owners who have served ones, each list once.
pub(super) struct Territories<'r> {
    geography: &'r Geography,
    numbers: FxHashMap<ServedBy, usize>,
    lists: Vec<ZonesOfOwner>,
}

/// One list of zones.
pub(super) struct ZonesOfOwner {
    pub(super) owner: ServedBy,
    /// As they are named.
    listed: Vec<ZoneId>,
    /// Those that make up a wider one replaced by it.
    joined: FxHashSet<ZoneId>,
}

/// Where an expert handles a subject through one competence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Served {
    /// The days on which the competence counts.
    days: Days,
    /// The number of the territory.
    pub(super) territory: usize,
}

/// The competences of an expert in one subject: mostly one.
pub(super) type ServedList = SmallVec<[Served; 1]>;

/// Where a need is.
#[derive(Clone, Copy)]
pub(super) struct Spot<'r> {
    pub(super) chain: &'r [ZoneId; 7],
    pub(super) on: Date,
    /// Whether it is a commune made of arrondissements, taken as a whole.
    pub(super) is_divided: bool,
}

impl<'r> Spot<'r> {
    pub(super) fn new(geography: &Geography, chain: &'r [ZoneId; 7], on: Date) -> Spot<'r> {
        let [arrondissement, commune, ..] = *chain;
        let is_divided = arrondissement == ZoneId::NONE && geography.unit_count(commune) > 1;
        Spot { chain, on, is_divided }
    }
}

impl<'r> Territories<'r> {
    pub(super) fn new(geography: &'r Geography) -> Territories<'r> {
        Territories { geography, numbers: FxHashMap::default(), lists: Vec::new() }
    }

    /// Where an expert handles a subject, by the positions of its competences in it.
    pub(super) fn held(&mut self, placed: Placed<'_>, antenne: u32, subject: &str) -> ServedList {
        let competences = placed.expert.competences.iter().enumerate();
        let in_subject = competences.filter(|(_, competence)| competence.subject == subject);
        let served = in_subject.map(|(position, competence)| {
            let zones = ServedZones::of(competence, placed.expert, placed.antenne);
            let owner = match zones.owner {
                ZoneOwner::Competence => ServedBy::Competence(placed.number, position),
                ZoneOwner::Expert => ServedBy::Expert(placed.number),
                ZoneOwner::Antenne => ServedBy::Antenne(antenne),
            };
            Served { days: Days::of(competence.valid), territory: self.number(owner, zones) }
        });
        served.collect()
    }

    /// Where an expert would handle one subject more.
    pub(super) fn general(&mut self, placed: Placed<'_>, antenne: u32) -> ServedList {
        let (owner, zones) = match placed.expert.zones.is_empty() {
            true => (ServedBy::Antenne(antenne), ServedZones::of_antenne(placed.antenne)),
            false => (ServedBy::Expert(placed.number), ServedZones::of_expert(placed.expert)),
        };
        SmallVec::from_slice(&[Served { days: Days::ALL, territory: self.number(owner, zones) }])
    }

    fn number(&mut self, owner: ServedBy, zones: ServedZones<'_>) -> usize {
        if let Some(known) = self.numbers.get(&owner) {
            return *known;
        }
        let geography = self.geography;
        let listed = zones.iter().filter_map(|zone| geography.zone_id(zone)).collect();
        let joined = joined_zones(geography, [zones]).into_iter().map(|(_, zone)| zone).collect();
        self.lists.push(ZonesOfOwner { owner, listed, joined });
        self.numbers.insert(owner, self.lists.len() - 1);
        self.lists.len() - 1
    }

    /// The zones of a territory, those that make up a wider one replaced by it.
    pub(super) fn zones(&self, number: usize) -> impl Iterator<Item = ZoneId> + '_ {
        at(&self.lists, number, A_TERRITORY).joined.iter().copied()
    }

    /// The territories that count on a day: of those competences that count, or of all where none does.
    fn counting<'s>(&'s self, served: &'s ServedList, on: Date) -> impl Iterator<Item = &'s ZonesOfOwner> {
        let is_any = counts(served, on);
        let counting = served.iter().filter(move |one| !is_any || one.days.hold(on));
        counting.map(|one| at(&self.lists, one.territory, A_TERRITORY))
    }

    /// Whether a place is covered.
    pub(super) fn cover(&self, served: &ServedList, spot: Spot<'_>) -> bool {
        let covers = |territory: &ZonesOfOwner| spot.chain.iter().any(|zone| territory.joined.contains(zone));
        self.counting(served, spot.on).any(covers)
            // Several competences may each have some of the arrondissements.
            || spot.is_divided && served.len() > 1 && self.cover_with(served, spot, None)
    }

    /// Whether a place is covered by all territories together, and perhaps one zone more.
    fn cover_with(&self, served: &ServedList, spot: Spot<'_>, more: Option<ZoneId>) -> bool {
        let listed = self.counting(served, spot.on).flat_map(|territory| territory.listed.iter().copied());
        let joined = self.geography.joined(listed.chain(more));
        joined.into_iter().any(|(_, zone)| spot.chain.contains(&zone))
    }

    /// What would cover a place that is not.
    pub(super) fn obstacles(&self, served: &ServedList, spot: Spot<'_>, obstacles: &mut Vec<Obstacle>) {
        let owners = || self.counting(served, spot.on).map(|territory| territory.owner);
        obstacles.extend(owners().map(Obstacle::Place));
        if !spot.is_divided {
            return;
        }
        let [_, commune, ..] = *spot.chain;
        let arrondissements =
            self.geography.places_of(commune).filter(|place| self.geography.is_unit(*place));
        for zone in arrondissements.map(ZoneId::from) {
            if self.cover_with(served, spot, Some(zone)) {
                obstacles.extend(owners().map(|owner| Obstacle::Arrondissement(owner, zone)));
            }
        }
    }
}

/// Whether any competence counts on a day.
pub(super) fn counts(served: &ServedList, on: Date) -> bool {
    served.iter().any(|one| one.days.hold(on))
}
