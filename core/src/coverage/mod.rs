//! Coverage: how many experts reach each commune, where nobody does, and where an institution
//! sends two.
//!
//! It is counted against a reference territory that the caller names, not the one that a partner
//! declares, which cannot show what the partner forgot. Without a company profile it counts who is
//! there; with one, who would take that company: an expert "from 20 employees" does not cover a
//! bakery.
//!
//! ```
//! use aiguillage::coverage::CoverageQuery;
//! use aiguillage::Router;
//!
//! let router = Router::from_json(r#"{
//!     "themes": [{"id": "t", "label": "T"}], "subjects": [{"id": "s", "theme": "t", "label": "S"}],
//!     "institutions": [{"id": "i", "name": "I"}],
//!     "antennes": [{"id": "a", "institution": "i", "name": "A", "zones": ["departement:2A"]}],
//!     "experts": [{"id": "e", "antenne": "a", "name": "E", "competences": [{"subject": "s"}]}]
//! }"#)?;
//! let query = CoverageQuery { zones: vec!["region:94".parse()?], ..CoverageQuery::default() };
//! let coverage = router.coverage(&query)?;
//! let subject = &coverage.subjects[0];
//! assert_eq!(subject.gaps[0].zone.to_string(), "departement:2B");
//! assert_eq!(subject.gaps[0].name, "Haute-Corse");
//! assert_eq!(subject.experts_in("2A004"), Some(1));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod count;
mod fold;
mod profile;
mod query;

use std::sync::Arc;

use serde::Serialize;

use crate::directory::{Institution, as_id};
use crate::geography::{Geography, PlaceId, Resolution, Zone, ZoneId, ZoneKind};
use crate::need::NeedError;
use crate::router::Router;
use crate::taxonomy::Subject;
use count::Counter;
use fold::UnitCounts;

pub use query::CoverageQuery;

/// The coverage of a reference territory. See the [module](self).
#[derive(Clone, Debug, Serialize)]
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
#[non_exhaustive]
pub struct SubjectCoverage<'r> {
    /// The subject.
    #[serde(serialize_with = "as_id")]
    pub subject: &'r Subject,
    /// Where nobody is. Outside of the theme's own zones there is no gap.
    pub gaps: Vec<Area<'r>>,
    /// How many communes that is.
    pub gap_communes: usize,
    /// How many inhabitants.
    pub gap_population: u64,
    /// Where an institution has two experts or more.
    pub overlaps: Vec<Overlap<'r>>,
    /// In the order of the territory's places.
    #[serde(skip)]
    counts: Vec<u32>,
    #[serde(skip)]
    territory: Arc<Territory>,
    /// Where the theme is offered; everywhere if empty.
    #[serde(skip)]
    theme_zones: &'r [ZoneId],
    #[serde(skip)]
    geography: &'r Geography,
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

/// The reference territory.
#[derive(Debug)]
struct Territory {
    /// Ascending.
    places: Vec<PlaceId>,
    /// Of each place of the geography, whether it is one of them.
    held: Vec<bool>,
}

impl Territory {
    fn of(geography: &Geography, zones: &[ZoneId]) -> Territory {
        let mut held = vec![false; geography.place_count()];
        for place in zones.iter().flat_map(|zone| geography.places_of(*zone)) {
            held[place.0 as usize] = true;
        }
        Territory { places: geography.places().filter(|place| held[place.0 as usize]).collect(), held }
    }

    fn holds(&self, place: PlaceId) -> bool {
        self.held[place.0 as usize]
    }
}

impl<'r> SubjectCoverage<'r> {
    /// How many experts reach a commune, by its current code; `None` outside of the reference territory.
    pub fn experts_in(&self, commune: &str) -> Option<u32> {
        let position = self.territory.places.binary_search(&self.geography.place(commune)?).ok()?;
        self.counts.get(position).copied()
    }

    /// How many experts reach each commune of the reference territory, by code; Paris, Lyon and
    /// Marseille stand beside their arrondissements.
    pub fn experts_by_commune(&self) -> impl Iterator<Item = (&'r str, u32)> {
        self.by_place().map(|(place, count)| (self.geography.commune_at(place).code(), count))
    }

    fn by_place(&self) -> impl Iterator<Item = (PlaceId, u32)> {
        self.territory.places.iter().copied().zip(self.counts.iter().copied())
    }

    /// Whether somebody should be there: in a unit of the territory where the theme is offered.
    fn is_due(&self, place: PlaceId) -> bool {
        let chain = self.geography.chain(place);
        let offered = self.theme_zones.is_empty() || self.theme_zones.iter().any(|zone| chain.contains(zone));
        offered && self.geography.is_unit(place)
    }

    /// The coverage of each zone of a kind, by code.
    pub fn by_zone(&self, kind: ZoneKind) -> Vec<ZoneSummary> {
        let mut summaries: std::collections::BTreeMap<ZoneId, ZoneSummary> =
            std::collections::BTreeMap::new();
        for (place, count) in self.by_place().filter(|(place, _)| self.is_due(*place)) {
            let kind_of =
                |zone: &&ZoneId| **zone != ZoneId::NONE && self.geography.zone_of(**zone).kind() == kind;
            let Some(zone) = self.geography.chain(place).iter().rfind(kind_of) else { continue };
            let population = self.geography.population_of(place.into());
            let summary = summaries.entry(*zone).or_insert_with(|| ZoneSummary {
                zone: self.geography.zone_of(*zone),
                communes: 0,
                gap_communes: 0,
                population: 0,
                gap_population: 0,
                fewest: u32::MAX,
                most: 0,
            });
            summary.communes += 1;
            summary.population += population;
            if count == 0 {
                summary.gap_communes += 1;
                summary.gap_population += population;
            }
            summary.fewest = summary.fewest.min(count);
            summary.most = summary.most.max(count);
        }
        summaries.into_values().collect()
    }
}

impl Router {
    /// How many experts reach each commune of a territory, where nobody does, and where an
    /// institution sends two.
    ///
    /// # Errors
    /// For a subject, zone or institution that does not exist, or a profile that has a commune, a
    /// subject, or anything for which [`Router::match_experts`] refuses a need.
    pub fn coverage(&self, query: &CoverageQuery) -> Result<Coverage<'_>, NeedError> {
        let directory = self.directory();
        let geography: &Geography = directory.geography();
        let zones = zones(geography, &query.zones)?;
        let territory = Arc::new(Territory::of(geography, &zones));
        let unit_counts = UnitCounts::of(geography);
        let institution = query.institution.as_deref().map(|name| institution(self, name)).transpose()?;
        let subjects: Vec<u32> = match query.subject.as_deref() {
            Some(id) => vec![subject(self, id)?],
            None => (0..)
                .zip(directory.subjects())
                .filter(|(_, s)| !s.archived)
                .map(|(number, _)| number)
                .collect(),
        };
        if let Some(profile) = &query.profile {
            profile::check(self, profile)?;
        }
        let units = || territory.places.iter().copied().filter(|place| geography.is_unit(*place));
        let count = |subject: &u32| -> Result<SubjectCoverage<'_>, NeedError> {
            let counter = Counter::new(self, *subject, &territory, institution, query)?;
            Ok(one(self, counter, &territory, &unit_counts))
        };
        Ok(Coverage {
            zones: zones.iter().map(|zone| geography.zone_of(*zone)).collect(),
            communes: units().count(),
            population: units().map(|unit| geography.population_of(unit.into())).sum(),
            subjects: each(&subjects, count)?,
        })
    }
}

/// Every subject, on all cores where there are threads.
fn each<'r, F>(subjects: &[u32], count: F) -> Result<Vec<SubjectCoverage<'r>>, NeedError>
where
    F: Fn(&u32) -> Result<SubjectCoverage<'r>, NeedError> + Send + Sync,
{
    #[cfg(feature = "parallel")]
    {
        use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
        subjects.par_iter().map(count).collect()
    }
    #[cfg(not(feature = "parallel"))]
    subjects.iter().map(count).collect()
}

fn one<'r>(
    router: &'r Router,
    mut counter: Counter<'r, '_>,
    territory: &Arc<Territory>,
    unit_counts: &UnitCounts,
) -> SubjectCoverage<'r> {
    let geography: &'r Geography = router.directory().geography();
    let subject = counter.subject as usize;
    let mut coverage = SubjectCoverage {
        subject: &router.directory().subjects()[subject],
        gaps: Vec::new(),
        gap_communes: 0,
        gap_population: 0,
        overlaps: Vec::new(),
        counts: counter.total(),
        territory: Arc::clone(territory),
        theme_zones: &counter.shard.theme_zones,
        geography,
    };
    let empty = coverage.by_place().filter(|(place, count)| *count == 0 && coverage.is_due(*place));
    let empty: Vec<PlaceId> = empty.map(|(place, _)| place).collect();
    coverage.gap_communes = empty.len();
    coverage.gap_population = empty.iter().map(|unit| geography.population_of((*unit).into())).sum();
    coverage.gaps = fold::fold(geography, unit_counts, &empty);
    for (institution, mut places) in counter.several() {
        places.retain(|place| geography.is_unit(*place));
        let institution = &router.directory().institutions()[institution as usize];
        let areas = fold::fold(geography, unit_counts, &places).into_iter();
        coverage.overlaps.extend(areas.map(|area| Overlap { institution, area }));
    }
    coverage
}

fn zones(geography: &Geography, given: &[Zone]) -> Result<Vec<ZoneId>, NeedError> {
    let france = [Zone::FRANCE];
    let given = if given.is_empty() { &france[..] } else { given };
    let mut zones = Vec::with_capacity(given.len());
    for zone in given {
        let id = geography.zone_id(*zone).or_else(|| match geography.resolve(zone.code()) {
            Resolution::Former { place, .. } if zone.kind() == ZoneKind::Commune => Some(place.into()),
            _ => None,
        });
        zones.push(id.ok_or_else(|| {
            let hint = geography.nearest_zone(*zone).map(|nearest| format!("did you mean `{nearest}`?"));
            NeedError::unknown_with("unknown_zone", "zones", "zone", &zone.to_string(), hint)
        })?);
    }
    Ok(zones)
}

fn institution(router: &Router, name: &str) -> Result<u32, NeedError> {
    let directory = router.directory();
    let number = directory.names().find(name).and_then(|number| u32::try_from(number).ok());
    number.ok_or_else(|| {
        let known = directory.institutions().iter().map(|institution| institution.id.as_str());
        NeedError::unknown("unknown_institution", "institution", "institution", name, known)
    })
}

fn subject(router: &Router, id: &str) -> Result<u32, NeedError> {
    router.lexicon().subject(id).ok_or_else(|| {
        let known = router.directory().subjects().iter().map(|subject| subject.id.as_str());
        NeedError::unknown("unknown_subject", "subject", "subject", id, known)
    })
}
