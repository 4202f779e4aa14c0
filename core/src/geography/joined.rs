//! Zones of one list that together make up a wider zone.
//!
//! The order of matches puts narrow zones before wide ones. Without joining, somebody who lists the 771
//! communes of a département would stand before everybody who names the département.

use smallvec::SmallVec;

use super::Geography;
use super::id::{PlaceId, ZoneId};

/// The level of France, the widest.
const WIDEST: u8 = 6;

impl Geography {
    /// These zones with their levels, sorted by both, where those that only together make up a wider zone
    /// are replaced by it; and again, until nothing wider is whole. A narrower zone that lies partly
    /// outside of the wider one stays beside it.
    pub(crate) fn joined(&self, zones: impl IntoIterator<Item = ZoneId>) -> Vec<(u8, ZoneId)> {
        let mut zones: Vec<(u8, ZoneId)> = zones.into_iter().map(|zone| (self.level(zone), zone)).collect();
        zones.sort_unstable();
        zones.dedup();
        // Most lists have fewer units than any zone around one of theirs. With this question and with the
        // zones of an expert kept for all its subjects, compiling the shards of the small benchmark takes
        // 255 million instructions in place of 316.
        let units: usize = zones.iter().map(|(_, zone)| self.unit_count(*zone)).sum();
        if zones.len() < 2 || !zones.iter().any(|(_, zone)| self.fewest_units_around(*zone) <= units) {
            return zones;
        }
        for level in 1..=WIDEST {
            let (narrower, _) = zones.split_at(zones.partition_point(|(other, _)| *other < level));
            // One zone alone is what its owner wrote, even where a wider kind holds the same communes.
            if narrower.len() < 2 {
                continue;
            }
            for whole in self.made_up(level, narrower) {
                zones.retain(|(other, zone)| *other >= level || !self.lies_in(*zone, level, whole));
                if let Err(rank) = zones.binary_search(&(level, whole)) {
                    zones.insert(rank, (level, whole));
                }
            }
        }
        zones
    }

    /// The zones of a level that these narrower zones make up together, and none of them alone.
    fn made_up(&self, level: u8, narrower: &[(u8, ZoneId)]) -> SmallVec<[ZoneId; 4]> {
        let mut shares: SmallVec<[Share; 16]> = SmallVec::new();
        for (_, zone) in narrower {
            self.add_shares(&mut shares, *zone, level);
        }
        shares.sort_unstable_by_key(|share| share.wider);
        let mut whole = SmallVec::new();
        for shares in shares.chunk_by(|one, other| one.wider == other.wider) {
            let Some(Share { wider, .. }) = shares.first() else { continue };
            let (wider, all) = (*wider, self.unit_count(*wider));
            let sum: usize = shares.iter().map(|share| share.units).sum();
            let holds_all = |share: &Share| share.units == all;
            // Zones that overlap are counted last: that takes longest.
            if sum >= all
                && !shares.iter().any(holds_all)
                && self.units_covered(level, wider, narrower) == all
            {
                whole.push(wider);
            }
        }
        whole
    }

    /// Adds what a narrower zone has of the zones of a level.
    fn add_shares(&self, shares: &mut SmallVec<[Share; 16]>, zone: ZoneId, level: u8) {
        let mut add = |wider: ZoneId, units: usize| match shares.last_mut() {
            _ if wider == ZoneId::NONE => {}
            Some(last) if last.zone == zone && last.wider == wider => last.units += units,
            _ => shares.push(Share { wider, zone, units }),
        };
        if !self.is_split(zone) {
            if let Some(place) = self.first_place(zone) {
                add(self.zone_of_level(place, level), self.unit_count(zone));
            }
            return;
        }
        let mut units: Vec<ZoneId> = self
            .places_of(zone)
            .filter(|place| self.is_unit(*place))
            .map(|place| self.zone_of_level(place, level))
            .collect();
        units.sort_unstable();
        units.into_iter().for_each(|wider| add(wider, 1));
    }

    /// Whether all places of a narrower zone lie in a zone of this level.
    pub(crate) fn lies_in(&self, zone: ZoneId, level: u8, wider: ZoneId) -> bool {
        let is_inside = |place: PlaceId| self.zone_of_level(place, level) == wider;
        match self.is_split(zone) {
            true => self.places_of(zone).all(is_inside),
            false => self.first_place(zone).is_some_and(is_inside),
        }
    }

    /// How many units of a zone lie in these narrower zones.
    fn units_covered(&self, level: u8, wider: ZoneId, narrower: &[(u8, ZoneId)]) -> usize {
        let places = narrower.iter().flat_map(|(_, zone)| self.places_of(*zone));
        let is_inside = |place: &PlaceId| self.zone_of_level(*place, level) == wider && self.is_unit(*place);
        let mut units: Vec<PlaceId> = places.filter(is_inside).collect();
        units.sort_unstable();
        units.dedup();
        units.len()
    }

    fn zone_of_level(&self, place: PlaceId, level: u8) -> ZoneId {
        self.chain(place).get(usize::from(level)).copied().unwrap_or(ZoneId::NONE)
    }
}

/// What a narrower zone has of a wider one.
struct Share {
    wider: ZoneId,
    zone: ZoneId,
    units: usize,
}

#[cfg(test)]
#[cfg(feature = "cog")]
mod tests {
    use super::*;

    fn joined(zones: &[&str]) -> Vec<String> {
        let geography = Geography::embedded();
        let ids = zones.iter().map(|zone| geography.zone_id(zone.parse().unwrap()).unwrap());
        geography.joined(ids).iter().map(|(_, zone)| geography.zone_of(*zone).to_string()).collect()
    }

    fn communes_of(zone: &str) -> Vec<String> {
        let geography = Geography::embedded();
        let communes = geography.communes_of(zone.parse().unwrap());
        communes.iter().map(|commune| commune.zone().to_string()).collect()
    }

    fn texts(zones: &[String]) -> Vec<&str> {
        zones.iter().map(String::as_str).collect()
    }

    #[test]
    fn all_communes_of_a_departement_are_the_departement() {
        let communes = communes_of("departement:80");
        assert_eq!(joined(&texts(&communes)), ["departement:80"]);
        // Beside the département itself too.
        let with_it = [texts(&communes), vec!["departement:80"]].concat();
        assert_eq!(joined(&with_it), ["departement:80"]);
    }

    #[test]
    fn all_communes_but_one_are_communes_and_the_epci_that_are_whole() {
        let communes = communes_of("departement:80");
        let zones = joined(&texts(&communes[1..]));
        assert!(!zones.contains(&"departement:80".to_owned()));
        // The commune left out has an EPCI, whose other communes stay what they are.
        assert!(zones.len() > 2, "{zones:?}");
        let without = communes.first().unwrap();
        assert!(!zones.contains(without));
    }

    #[test]
    fn zones_are_joined_until_nothing_wider_is_whole() {
        assert_eq!(joined(&["departement:2A", "departement:2B"]), ["region:94"]);
        let mut zones = communes_of("departement:2A");
        zones.push("departement:2B".to_owned());
        assert_eq!(joined(&texts(&zones)), ["region:94"]);
        assert_eq!(joined(&texts(&communes_of("france"))), ["france"]);
    }

    #[test]
    fn arrondissements_are_their_commune() {
        let lyon: Vec<String> = (69381..=69389).map(|code| format!("commune:{code}")).collect();
        assert_eq!(joined(&texts(&lyon)), ["commune:69123"]);
        assert_eq!(joined(&texts(&lyon[1..])).len(), 8);
    }

    #[test]
    fn one_zone_alone_stays_what_its_owner_wrote() {
        // Paris is a commune and a département, Guadeloupe a département and a région.
        assert_eq!(joined(&["commune:75056"]), ["commune:75056"]);
        assert_eq!(joined(&["departement:971"]), ["departement:971"]);
        assert_eq!(joined(&texts(&communes_of("departement:971"))), ["departement:971"]);
    }

    #[test]
    fn a_wider_zone_beside_narrow_ones_does_not_take_their_place() {
        for zones in [
            ["commune:80021", "departement:80"],
            // Greater Paris holds the whole of Seine-Saint-Denis, and needs no part of it for that.
            ["ept:200057867", "epci:200054781"],
            ["commune:75112", "commune:75056"],
        ] {
            assert_eq!(joined(&zones), zones);
        }
        assert!(joined(&[]).is_empty());
    }

    #[test]
    fn an_epci_across_departements_stays_beside_the_departement() {
        let geography = Geography::embedded();
        let mut zones = communes_of("departement:02");
        zones.push("epci:200070985".to_owned());
        let epci = geography.communes_of("epci:200070985".parse().unwrap());
        assert!(epci.iter().any(|commune| commune.departement().code() != "02"));
        assert_eq!(joined(&texts(&zones)), ["epci:200070985", "departement:02"]);
    }
}
