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

#![deny(clippy::indexing_slicing)]

mod count;
mod profile;
mod query;
mod reference;
mod report;
mod whole_zones;

use std::collections::HashSet;
use std::sync::Arc;

use crate::directory::{Directory, Expert, Institution};
use crate::engine::span::offset;
use crate::geography::{Geography, PlaceId, Resolution, Zone, ZoneId, ZoneKind};
use crate::language::sentence;
use crate::need::NeedError;
use crate::router::Router;
use count::Counter;
use reference::ReferenceTerritory;
use report::CountedPlaces;
use whole_zones::whole_zones;

pub use query::CoverageQuery;
pub use report::{Area, Coverage, Overlap, SubjectCoverage, ZoneSummary};

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
        let territory = Arc::new(ReferenceTerritory::of(geography, &zones));
        let institution = query.institution.as_deref().map(|name| institution(self, name)).transpose()?;
        let subjects = match query.subject.as_deref() {
            Some(id) => {
                let number = subject(self, id)?;
                number..number + 1
            }
            None => 0..offset(directory.subjects().len()),
        };
        if let Some(profile) = &query.profile {
            profile::check(self, profile)?;
        }
        let units = || territory.places().iter().copied().filter(|place| geography.is_unit(*place));
        let handled = match institution {
            Some(institution) if !query.all_subjects => directory
                .institutions()
                .get(institution as usize)
                .map(|institution| handled_by(directory, institution)),
            _ => None,
        };
        // An archived subject is counted where it is asked for, and so is one that is not handled.
        let is_wanted = |number: &u32| {
            let subject = self.compiled().subject(*number);
            let is_handled = handled.as_ref().is_none_or(|handled| handled.contains(subject.id.as_str()));
            query.subject.is_some() || !subject.archived && is_handled
        };
        // One day for all subjects, also where midnight passes meanwhile.
        let on = query.day();
        let count = |number: u32| {
            let counter = Counter::new(self, number, &territory, institution, query, on)?;
            subject_coverage(self, counter, &territory)
        };
        let wanted: Vec<u32> = subjects.filter(is_wanted).collect();
        let counted =
            crate::parallel::each(0..wanted.len(), |row| wanted.get(row).map(|number| count(*number)));
        Ok(Coverage {
            communes: units().count(),
            population: units().map(|unit| geography.population_of(unit.into())).sum(),
            subjects: counted.into_iter().flatten().collect::<Result<_, NeedError>>()?,
            zones: zones.iter().map(|zone| geography.zone_of(*zone)).collect(),
        })
    }
}

/// The subjects of which an expert of the institution has the competence, active or not.
fn handled_by<'d>(directory: &'d Directory, institution: &Institution) -> HashSet<&'d str> {
    let of_it = |expert: &&Expert| {
        directory.antenne(&expert.antenne).is_some_and(|antenne| antenne.institution == institution.id)
    };
    let competences = directory.experts().iter().filter(of_it).flat_map(|expert| &expert.competences);
    competences.map(|competence| competence.subject.as_str()).collect()
}

fn subject_coverage<'r>(
    router: &'r Router,
    mut counter: Counter<'r, '_>,
    territory: &Arc<ReferenceTerritory>,
) -> Result<SubjectCoverage<'r>, NeedError> {
    let geography: &'r Geography = router.directory().geography();
    let counted = CountedPlaces {
        counts: counter.total()?,
        territory: Arc::clone(territory),
        shard: counter.shard,
        geography,
    };
    let empty = counted.due().filter(|(_, count)| *count == 0);
    let empty: Vec<PlaceId> = empty.map(|(place, _)| place).collect();
    let mut overlaps = Vec::new();
    for (institution, mut places) in counter.overlaps()? {
        places.retain(|place| geography.is_unit(*place));
        let areas = whole_zones(geography, &places).into_iter();
        overlaps.extend(areas.map(|area| Overlap { institution, area }));
    }
    Ok(SubjectCoverage {
        subject: router.compiled().subject(counter.subject),
        gaps: whole_zones(geography, &empty),
        gap_communes: empty.len(),
        gap_population: empty.iter().map(|unit| geography.population_of((*unit).into())).sum(),
        overlaps,
        counted,
    })
}

/// The zones of a query; former codes of communes resolve to the commune of today.
fn zones(geography: &Geography, named: &[Zone]) -> Result<Vec<ZoneId>, NeedError> {
    let named = if named.is_empty() { &[Zone::FRANCE] } else { named };
    let resolve = |zone: &Zone| {
        let id = geography.zone_id(*zone).or_else(|| match geography.resolve(zone.code()) {
            Resolution::Former { place, .. } if zone.kind() == ZoneKind::Commune => Some(place.into()),
            _ => None,
        });
        id.ok_or_else(|| {
            let hint = geography
                .nearest_zone(*zone)
                .map(|nearest| sentence!(DidYouMean { nearest: nearest.to_string() }));
            NeedError::unknown_with("unknown_zone", "zones", sentence!(Zone), &zone.to_string(), hint)
        })
    };
    named.iter().map(resolve).collect()
}

/// The position of an institution by id or alias.
fn institution(router: &Router, name: &str) -> Result<u32, NeedError> {
    let directory = router.directory();
    let position = directory.names().find(name).and_then(|position| u32::try_from(position).ok());
    position.ok_or_else(|| {
        let known = directory.institutions().iter().map(|institution| institution.id.as_str());
        NeedError::unknown("unknown_institution", "institution", sentence!(Institution), name, known)
    })
}

/// The number of a subject by id.
fn subject(router: &Router, id: &str) -> Result<u32, NeedError> {
    router.compiled().lexicon().subject(id).ok_or_else(|| {
        let known = router.directory().subjects().iter().map(|subject| subject.id.as_str());
        NeedError::unknown("unknown_subject", "subject", sentence!(Subject), id, known)
    })
}
