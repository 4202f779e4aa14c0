//! What coverage finds.

use std::fmt;
use std::sync::Arc;

use serde::Serialize;

use super::reference::ReferenceTerritory;
use crate::directory::Institution;
use crate::directory::as_id;
use crate::engine::find::shard::Shard;
use crate::geography::{Geography, PlaceId, Zone, ZoneId, ZoneKind};
use crate::taxonomy::Subject;

/// The coverage of a reference territory. See the [module](super).
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Coverage<'r> {
    /// The reference territory.
    pub zones: Vec<Zone>,
    /// How many communes it has, arrondissements instead of Paris, Lyon and Marseille.
    pub communes: usize,
    /// How many inhabitants.
    pub population: u64,
    /// One entry a subject, in the order of the directory.
    pub subjects: Vec<SubjectCoverage<'r>>,
}

/// The coverage of one subject.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct SubjectCoverage<'r> {
    /// The subject.
    #[serde(serialize_with = "as_id")]
    #[cfg_attr(feature = "schema", schemars(with = "String", extend("x-record" = "Subject")))]
    pub subject: &'r Subject,
    /// Where nobody is. Outside of the theme's own zones there is no gap.
    pub gaps: Vec<Area<'r>>,
    /// How many communes that is.
    pub gap_communes: usize,
    /// How many inhabitants.
    pub gap_population: u64,
    /// Where an institution has two experts or more.
    pub overlaps: Vec<Overlap<'r>>,
    #[serde(skip)]
    pub(super) counted: CountedPlaces<'r>,
}

/// A whole zone, and what it is made of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Area<'r> {
    /// The zone.
    pub zone: Zone,
    /// Its name.
    pub name: &'r str,
    /// Its communes.
    pub communes: usize,
    /// Its inhabitants.
    pub population: u64,
}

/// A whole zone where an institution has two experts or more on a subject.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Overlap<'r> {
    /// The institution.
    #[serde(serialize_with = "as_id")]
    #[cfg_attr(feature = "schema", schemars(with = "String", extend("x-record" = "Institution")))]
    pub institution: &'r Institution,
    /// Where.
    #[serde(flatten)]
    pub area: Area<'r>,
}

/// The coverage of one zone of the reference territory, such as a département.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ZoneSummary {
    /// The zone.
    pub zone: Zone,
    /// Its communes that belong to the reference territory and to the theme's zones.
    pub communes: usize,
    /// Those where nobody is.
    pub gap_communes: usize,
    /// The inhabitants of the communes.
    pub population: u64,
    /// The inhabitants of those where nobody is.
    pub gap_population: u64,
    /// The fewest experts that a commune has.
    pub fewest: u32,
    /// The most experts that a commune has.
    pub most: u32,
}

/// The experts of each place of the reference territory on one subject.
#[derive(Clone)]
pub(super) struct CountedPlaces<'r> {
    pub(super) territory: Arc<ReferenceTerritory>,
    /// In the order of the territory's places.
    pub(super) counts: Vec<u32>,
    pub(super) shard: &'r Shard,
    pub(super) geography: &'r Geography,
}

impl fmt::Debug for CountedPlaces<'_> {
    /// The number of places: the places themselves are thousands.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("CountedPlaces").field(&self.counts.len()).finish()
    }
}

impl CountedPlaces<'_> {
    pub(super) fn iter(&self) -> impl Iterator<Item = (PlaceId, u32)> {
        self.territory.places().iter().copied().zip(self.counts.iter().copied())
    }

    /// Where somebody should be, and how many are there: the units of the territory where the theme is
    /// offered.
    pub(super) fn due(&self) -> impl Iterator<Item = (PlaceId, u32)> {
        self.iter().filter(|(place, _)| {
            self.geography.is_unit(*place) && self.shard.is_offered(self.geography.chain(*place))
        })
    }
}

impl<'r> SubjectCoverage<'r> {
    /// How many experts reach a commune, by its current code; `None` outside of the reference territory.
    pub fn experts_in(&self, commune: &str) -> Option<u32> {
        let place = self.counted.geography.place(commune)?;
        let position = self.counted.territory.places().binary_search(&place).ok()?;
        self.counted.counts.get(position).copied()
    }

    /// How many experts reach each commune of the reference territory, by code; Paris, Lyon and
    /// Marseille stand beside their arrondissements.
    pub fn experts_by_commune(&self) -> impl Iterator<Item = (&'r str, u32)> {
        let geography = self.counted.geography;
        self.counted.iter().map(|(place, count)| (geography.commune_at(place).code(), count))
    }

    /// The coverage of each zone of a kind, by code.
    ///
    /// ```
    /// use aiguillage::geography::ZoneKind;
    /// use aiguillage::{CoverageQuery, Router};
    ///
    /// # let router = Router::from_json(r#"{
    /// #     "themes": [{"id": "t", "label": "T"}], "subjects": [{"id": "s", "theme": "t", "label": "S"}],
    /// #     "institutions": [{"id": "i", "name": "I"}],
    /// #     "antennes": [{"id": "a", "institution": "i", "name": "A", "zones": ["departement:2A"]}],
    /// #     "experts": [{"id": "e", "antenne": "a", "name": "E", "competences": [{"subject": "s"}]}]}"#)?;
    /// let query = CoverageQuery { zones: vec!["region:94".parse()?], ..CoverageQuery::default() };
    /// let coverage = router.coverage(&query)?;
    /// let zones = coverage.subjects[0].by_zone(ZoneKind::Departement);
    /// assert_eq!(zones[0].zone.to_string(), "departement:2A");
    /// assert_eq!((zones[0].fewest, zones[0].gap_communes), (1, 0));
    /// assert_eq!(zones[1].gap_communes, zones[1].communes);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn by_zone(&self, kind: ZoneKind) -> Vec<ZoneSummary> {
        let geography = self.counted.geography;
        let mut summaries: std::collections::BTreeMap<ZoneId, ZoneSummary> =
            std::collections::BTreeMap::new();
        for (place, count) in self.counted.due() {
            let is_of_kind =
                |zone: &&ZoneId| **zone != ZoneId::NONE && geography.zone_of(**zone).kind() == kind;
            let Some(zone) = geography.chain(place).iter().rfind(is_of_kind) else { continue };
            let empty = || ZoneSummary::empty(geography.zone_of(*zone));
            let summary = summaries.entry(*zone).or_insert_with(empty);
            summary.add(count, geography.population_of(place.into()));
        }
        summaries.into_values().collect()
    }
}

impl ZoneSummary {
    fn empty(zone: Zone) -> ZoneSummary {
        ZoneSummary {
            zone,
            communes: 0,
            gap_communes: 0,
            population: 0,
            gap_population: 0,
            fewest: u32::MAX,
            most: 0,
        }
    }

    /// Adds a commune with its experts and inhabitants.
    fn add(&mut self, experts: u32, population: u64) {
        self.communes += 1;
        self.population += population;
        if experts == 0 {
            self.gap_communes += 1;
            self.gap_population += population;
        }
        self.fewest = self.fewest.min(experts);
        self.most = self.most.max(experts);
    }
}
