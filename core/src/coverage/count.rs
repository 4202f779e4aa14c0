//! Counting experts per commune from the postings of the index, where each expert stands once for
//! each commune that it covers.

use rustc_hash::FxHashMap;

use super::{CoverageQuery, Territory, profile};
use crate::engine::criteria::Test;
use crate::engine::facts::Facts;
use crate::engine::find::index::{Guard, Run, Shard};
use crate::geography::{Geography, PlaceId, ZoneId};
use crate::need::{Need, NeedError};
use crate::router::Router;

/// Counts one subject.
pub(super) struct Counter<'r, 'q> {
    pub(super) subject: u32,
    pub(super) shard: &'r Shard,
    router: &'r Router,
    geography: &'r Geography,
    territory: &'q Territory,
    /// What counts, by institution.
    portions: FxHashMap<u32, Vec<Portion>>,
    profile: Option<Need>,
    /// The experts of each place, for the portions that are being counted.
    tally: Vec<u32>,
}

/// The experts of one institution in one run.
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
        territory: &'q Territory,
        institution: Option<u32>,
        query: &CoverageQuery,
    ) -> Result<Counter<'r, 'q>, NeedError> {
        let geography: &Geography = router.directory().geography();
        let profile = query.profile.as_ref().map(|need| profile::on_subject(router, need, subject));
        if let (Some(need), Some(place)) = (&profile, territory.places.first()) {
            router.lexicon().resolve_at(router.directory(), need, subject, *place)?;
        }
        let tally = vec![0; geography.place_count()];
        let portions = FxHashMap::default();
        let shard = router.shard(subject);
        let mut counter = Counter { subject, shard, router, geography, territory, portions, profile, tally };
        counter.collect(institution, query);
        Ok(counter)
    }

    fn collect(&mut self, institution: Option<u32>, query: &CoverageQuery) {
        let index = self.router.index();
        for (zone, runs) in self.shard.zones() {
            for run in runs {
                let Run { guard, exceptions, members, .. } = *run;
                for member in members.of(&self.shard.members) {
                    let indexed = &index.experts[member.expert as usize];
                    let is_away = |on| self.router.is_away(member.expert, on);
                    if institution.is_some_and(|only| only != indexed.institution)
                        || query.on.is_some_and(is_away)
                    {
                        continue;
                    }
                    let portions = self.portions.entry(indexed.institution).or_default();
                    match portions.last_mut() {
                        Some(last)
                            if (last.zone, last.exceptions, last.guard) == (zone, exceptions, guard) =>
                        {
                            last.experts += 1;
                        }
                        _ => portions.push(Portion { zone, exceptions, guard, experts: 1 }),
                    }
                }
            }
        }
    }

    /// The experts of all institutions, in the order of the territory's places.
    pub(super) fn total(&mut self) -> Vec<u32> {
        let portions: Vec<Portion> = self.portions.values().flatten().copied().collect();
        let mut touched = self.add(&portions);
        let counts = self.territory.places.iter().map(|place| self.tally[place.0 as usize]).collect();
        self.clear(&mut touched);
        counts
    }

    /// Where each institution has several experts: its number, and the places, ascending.
    pub(super) fn several(&mut self) -> Vec<(u32, Vec<PlaceId>)> {
        let mut institutions: Vec<u32> = self.portions.keys().copied().collect();
        institutions.sort_unstable();
        let mut several = Vec::new();
        for institution in institutions {
            let portions = self.portions.get(&institution).cloned().unwrap_or_default();
            if portions.iter().map(|portion| portion.experts).sum::<u32>() < 2 {
                continue;
            }
            let mut touched = self.add(&portions);
            let mut places: Vec<PlaceId> =
                touched.iter().copied().filter(|place| self.tally[place.0 as usize] > 1).collect();
            places.sort_unstable();
            self.clear(&mut touched);
            several.push((institution, places));
        }
        several
    }

    /// Adds portions to the tally; returns the places that they reached.
    fn add(&mut self, portions: &[Portion]) -> Vec<PlaceId> {
        let shard = self.shard;
        let mut touched = Vec::new();
        let mut verdicts: FxHashMap<u32, Verdict> = FxHashMap::default();
        for portion in portions {
            let verdict = *verdicts.entry(portion.guard).or_insert_with(|| self.verdict(portion.guard));
            if verdict == Verdict::Fails {
                continue;
            }
            let level = usize::from(self.geography.level(portion.zone));
            for place in self.geography.places_of(portion.zone) {
                let chain = self.geography.chain(place);
                let excepted = shard.is_exception(portion.exceptions, &chain[..level]);
                if !self.territory.holds(place)
                    || excepted
                    || !shard.is_offered(chain)
                    || verdict == Verdict::DependsOnPlace && !self.passes_at(portion.guard, place)
                {
                    continue;
                }
                let count = &mut self.tally[place.0 as usize];
                if *count == 0 {
                    touched.push(place);
                }
                *count += portion.experts;
            }
        }
        touched
    }

    fn clear(&mut self, touched: &mut Vec<PlaceId>) {
        for place in touched.drain(..) {
            self.tally[place.0 as usize] = 0;
        }
    }

    /// What the profile is to a guard.
    fn verdict(&self, guard: u32) -> Verdict {
        let (Some(_), Some(place)) = (&self.profile, self.territory.places.first()) else {
            return Verdict::Passes;
        };
        let of_guard = &self.shard.guards[guard as usize];
        let somewhere = self.shard.tests_of(of_guard).any(Test::excludes_zones);
        if somewhere || of_guard.opco != Guard::NO_OPCO && !self.router.directory().opco_by_zone().is_empty()
        {
            Verdict::DependsOnPlace
        } else if self.passes_at(guard, *place) {
            Verdict::Passes
        } else {
            Verdict::Fails
        }
    }

    fn passes_at(&self, guard: u32, place: PlaceId) -> bool {
        let Some(need) = &self.profile else { return true };
        let facts = self.router.lexicon().resolve_at(self.router.directory(), need, self.subject, place);
        // It was resolved once already when the counter was made.
        facts.is_ok_and(|facts: Facts<'_, '_>| self.shard.passes(guard, &facts).is_some())
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Verdict {
    Passes,
    Fails,
    /// Excluded zones and OPCO by zone look at the place.
    DependsOnPlace,
}
