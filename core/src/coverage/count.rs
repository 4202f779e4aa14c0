//! Counting experts per commune from the postings of the index, where each expert stands once for
//! each commune that it covers.

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use super::reference::ReferenceTerritory;
use super::{CoverageQuery, profile};
use crate::directory::Institution;
use crate::engine::compiled::Compiled;
use crate::engine::find::shard::Shard;
use crate::engine::find::test_verdicts::TestVerdicts;
use crate::engine::need_place::NeedPlace;
use crate::geography::{Geography, PlaceId, ZoneId};
use crate::invariant::broken;
use crate::need::{Need, NeedError};
use crate::router::Router;

/// Counts one subject.
pub(super) struct Counter<'r, 'q> {
    pub(super) subject: u32,
    pub(super) shard: &'r Shard,
    compiled: &'r Compiled,
    geography: &'r Geography,
    territory: &'q ReferenceTerritory,
    /// What counts, by the position of the institution.
    portions: FxHashMap<u32, Vec<Portion>>,
    profile: Option<Need>,
    /// The day whose periods count.
    on: Date,
    /// The experts of each place of the geography, for the portions that are being counted.
    tally: Tally,
}

/// The experts of one institution in one run, as it stands in one zone.
#[derive(Clone, Copy)]
struct Portion {
    zone: ZoneId,
    exceptions: u32,
    guard: u32,
    experts: u32,
}

impl<'r, 'q> Counter<'r, 'q> {
    /// # Errors
    /// When the profile is refused on this subject.
    pub(super) fn new(
        router: &'r Router,
        subject: u32,
        territory: &'q ReferenceTerritory,
        institution: Option<u32>,
        query: &CoverageQuery,
        on: Date,
    ) -> Result<Counter<'r, 'q>, NeedError> {
        let compiled = router.compiled();
        let geography: &Geography = compiled.directory().geography();
        let profile = query.profile.as_ref().map(|need| profile::on_subject(router, need, subject, on));
        if let (Some(need), Some(place)) = (&profile, territory.places().first()) {
            compiled.lexicon().resolve_at(compiled.directory(), need, subject, NeedPlace::certain(*place))?;
        }
        let mut counter = Counter {
            subject,
            shard: compiled.shard(subject),
            compiled,
            geography,
            territory,
            portions: FxHashMap::default(),
            profile,
            on,
            tally: Tally::new(geography),
        };
        counter.collect(institution, query);
        Ok(counter)
    }

    fn collect(&mut self, only: Option<u32>, query: &CoverageQuery) {
        for standing in self.shard.standings() {
            for member in standing.members {
                let institution = self.compiled.index().expert(member.expert).institution;
                let is_absent = |on| self.compiled.is_away(member.expert, on);
                if only.is_some_and(|only| only != institution) || query.on.is_some_and(is_absent) {
                    continue;
                }
                let (zone, exceptions, guard) = (standing.zone, standing.exceptions, standing.guard);
                let portions = self.portions.entry(institution).or_default();
                match portions.last_mut() {
                    Some(last) if (last.zone, last.exceptions, last.guard) == (zone, exceptions, guard) => {
                        last.experts += 1;
                    }
                    _ => portions.push(Portion { zone, exceptions, guard, experts: 1 }),
                }
            }
        }
    }

    /// The experts of all institutions, in the order of the territory's places.
    pub(super) fn total(&mut self) -> Result<Vec<u32>, NeedError> {
        let portions: Vec<Portion> = self.portions.values().flatten().copied().collect();
        self.count(&portions)?;
        Ok(self.territory.places().iter().map(|place| self.tally.count(*place)).collect())
    }

    /// Where each institution has several experts, ascending; institutions in the order of the
    /// directory.
    pub(super) fn overlaps(&mut self) -> Result<Vec<(&'r Institution, Vec<PlaceId>)>, NeedError> {
        let mut portions: Vec<(u32, Vec<Portion>)> = std::mem::take(&mut self.portions).into_iter().collect();
        portions.sort_unstable_by_key(|(institution, _)| *institution);
        let mut overlaps = Vec::new();
        for (institution, portions) in portions {
            if portions.iter().map(|portion| portion.experts).sum::<u32>() < 2 {
                continue;
            }
            self.count(&portions)?;
            let institution = self
                .compiled
                .directory()
                .institutions()
                .get(institution as usize)
                .unwrap_or_else(|| broken("the index knows the positions of institutions"));
            overlaps.push((institution, self.tally.several()));
        }
        Ok(overlaps)
    }

    /// Counts the experts of these portions, and no others.
    fn count(&mut self, portions: &[Portion]) -> Result<(), NeedError> {
        self.tally.clear();
        let shard = self.shard;
        let mut verdicts: FxHashMap<u32, ProfileVerdict> = FxHashMap::default();
        for portion in portions {
            let verdict = match verdicts.get(&portion.guard) {
                Some(known) => *known,
                None => *verdicts.entry(portion.guard).or_insert(self.verdict(portion.guard)?),
            };
            if verdict == ProfileVerdict::Fails {
                continue;
            }
            let level = usize::from(self.geography.level(portion.zone));
            for place in self.geography.places_of(portion.zone) {
                let chain = self.geography.chain(place);
                let narrower = chain.get(..level).unwrap_or(chain);
                if !self.territory.contains(place)
                    || shard.is_exception(portion.exceptions, narrower)
                    || !shard.is_offered(chain)
                    || verdict == ProfileVerdict::DependsOnPlace && !self.passes_at(portion.guard, place)?
                {
                    continue;
                }
                self.tally.add(place, portion.experts);
            }
        }
        Ok(())
    }

    /// What a guard makes of the profile.
    fn verdict(&self, guard: u32) -> Result<ProfileVerdict, NeedError> {
        if !self.shard.counts_on(guard, self.on) {
            return Ok(ProfileVerdict::Fails);
        }
        let (Some(_), Some(place)) = (&self.profile, self.territory.places().first()) else {
            return Ok(ProfileVerdict::Passes);
        };
        let zones_impose_opco = !self.compiled.directory().opco_by_zone().is_empty();
        if self.shard.depends_on_place(guard, zones_impose_opco) {
            return Ok(ProfileVerdict::DependsOnPlace);
        }
        Ok(match self.passes_at(guard, *place)? {
            true => ProfileVerdict::Passes,
            false => ProfileVerdict::Fails,
        })
    }

    fn passes_at(&self, guard: u32, place: PlaceId) -> Result<bool, NeedError> {
        let Some(need) = &self.profile else { return Ok(true) };
        let directory = self.compiled.directory();
        let facts =
            self.compiled.lexicon().resolve_at(directory, need, self.subject, NeedPlace::certain(place))?;
        Ok(self.shard.passes(guard, &facts, &mut TestVerdicts::default()).is_some())
    }
}

/// What a guard makes of a profile.
#[derive(Clone, Copy, PartialEq)]
enum ProfileVerdict {
    Passes,
    Fails,
    /// Zones that a criterion excludes, or OPCO that zones impose, decide place by place.
    DependsOnPlace,
}

/// A count for each place of a geography, cleared in the time that filling it took.
struct Tally {
    counts: Vec<u32>,
    /// The places that have a count.
    touched: Vec<PlaceId>,
}

impl Tally {
    fn new(geography: &Geography) -> Tally {
        Tally { counts: vec![0; geography.place_count()], touched: Vec::new() }
    }

    fn add(&mut self, place: PlaceId, experts: u32) {
        if let Some(count) = self.counts.get_mut(place.0 as usize) {
            if *count == 0 {
                self.touched.push(place);
            }
            *count += experts;
        }
    }

    fn count(&self, place: PlaceId) -> u32 {
        self.counts.get(place.0 as usize).copied().unwrap_or(0)
    }

    /// The places that have a count above one, ascending.
    fn several(&self) -> Vec<PlaceId> {
        let mut places: Vec<PlaceId> =
            self.touched.iter().copied().filter(|place| self.count(*place) > 1).collect();
        places.sort_unstable();
        places
    }

    fn clear(&mut self) {
        for place in self.touched.drain(..) {
            if let Some(count) = self.counts.get_mut(place.0 as usize) {
                *count = 0;
            }
        }
    }
}
