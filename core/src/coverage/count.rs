//! Counting experts per commune from the postings of the index, where each expert stands once for
//! each commune that it covers.

use rustc_hash::FxHashMap;

use super::{CoverageQuery, profile};
use crate::geography::{Geography, PlaceId, ZoneId};
use crate::need::{Need, NeedError};
use crate::router::Router;
use crate::router::facts::Facts;
use crate::router::index::{Guard, Run, Shard};

/// Experts per place of the reference territory.
#[derive(Clone, Debug)]
pub(super) struct Counts {
    /// Ascending.
    places: Vec<PlaceId>,
    counts: Vec<u32>,
    /// Whether the theme is offered in the place.
    due: Vec<bool>,
}

impl Counts {
    pub(super) fn get(&self, place: PlaceId) -> Option<u32> {
        self.places.binary_search(&place).ok().map(|position| self.counts[position])
    }

    pub(super) fn is_due(&self, place: PlaceId) -> bool {
        self.places.binary_search(&place).is_ok_and(|position| self.due[position])
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (PlaceId, u32)> + '_ {
        self.places.iter().copied().zip(self.counts.iter().copied())
    }
}

/// Counts one subject.
pub(super) struct Counter<'r, 'q> {
    pub(super) subject: u32,
    router: &'r Router,
    geography: &'r Geography,
    places: &'q [PlaceId],
    due: Vec<bool>,
    /// What counts, by institution: the experts of one run in one zone.
    portions: FxHashMap<u32, Vec<Portion>>,
    profile: Option<Need>,
}

/// Some experts of one institution in one run.
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
        places: &'q [PlaceId],
        institution: Option<u32>,
        query: &CoverageQuery,
    ) -> Result<Counter<'r, 'q>, NeedError> {
        let geography: &Geography = router.directory().geography();
        let shard = &router.index().shards[subject as usize];
        let profile = query.profile.as_ref().map(|need| profile::on_subject(router, need, subject));
        if let (Some(need), Some(place)) = (&profile, places.first()) {
            router.lexicon().resolve_at(router.directory(), need, subject, *place)?;
        }
        let mut counter = Counter {
            subject,
            router,
            geography,
            places,
            due: places.iter().map(|place| shard.is_offered(geography.chain(*place))).collect(),
            portions: FxHashMap::default(),
            profile,
        };
        counter.collect(shard, institution, query);
        Ok(counter)
    }

    fn collect(&mut self, shard: &Shard, institution: Option<u32>, query: &CoverageQuery) {
        let index = self.router.index();
        let experts = self.router.directory().experts();
        for (zone, (first, last)) in &shard.postings {
            for run in &shard.runs[*first as usize..*last as usize] {
                let Run { guard, exceptions, start, end } = *run;
                for expert in &shard.experts[start as usize..end as usize] {
                    let indexed = &index.experts[*expert as usize];
                    let away = |on| {
                        indexed.has_absences && experts[indexed.position as usize].absent_until(on).is_some()
                    };
                    if institution.is_some_and(|only| only != indexed.institution)
                        || query.on.is_some_and(away)
                    {
                        continue;
                    }
                    let portions = self.portions.entry(indexed.institution).or_default();
                    match portions.last_mut() {
                        Some(last)
                            if (last.zone, last.exceptions, last.guard) == (*zone, exceptions, guard) =>
                        {
                            last.experts += 1;
                        }
                        _ => portions.push(Portion { zone: *zone, exceptions, guard, experts: 1 }),
                    }
                }
            }
        }
    }

    /// The experts of all institutions.
    pub(super) fn total(&self) -> Counts {
        self.count(self.portions.values().flatten())
    }

    /// The experts of each institution that has several, by the institution's number.
    pub(super) fn by_institution(&self) -> Vec<(u32, Counts)> {
        let several = |portions: &[Portion]| portions.iter().map(|portion| portion.experts).sum::<u32>() > 1;
        let mut counts: Vec<(u32, Counts)> = self
            .portions
            .iter()
            .filter(|(_, portions)| several(portions))
            .map(|(institution, portions)| (*institution, self.count(portions)))
            .collect();
        counts.sort_unstable_by_key(|(institution, _)| *institution);
        counts
    }

    fn count<'p>(&self, portions: impl IntoIterator<Item = &'p Portion>) -> Counts {
        let mut tally = Tally {
            by_zone: vec![0; self.geography.zone_count()],
            by_place: vec![0; self.geography.place_count()],
            seen: vec![u32::MAX; self.geography.place_count()],
        };
        let mut verdicts: FxHashMap<u32, Verdict> = FxHashMap::default();
        for (number, portion) in (0_u32..).zip(portions) {
            let verdict = *verdicts.entry(portion.guard).or_insert_with(|| self.verdict(portion.guard));
            match verdict {
                Verdict::Fails => {}
                Verdict::Passes => self.add(&mut tally, portion, number),
                Verdict::DependsOnPlace => self.add_place_by_place(&mut tally, portion),
            }
        }
        let count = |place: &PlaceId| {
            let zones = self.geography.chain(*place).iter().filter(|zone| **zone != ZoneId::NONE);
            let around: i64 = zones.map(|zone| tally.by_zone[zone.0 as usize]).sum();
            u32::try_from(around + tally.by_place[place.0 as usize]).unwrap_or(0)
        };
        let due = |(place, due): (&PlaceId, &bool)| if *due { count(place) } else { 0 };
        Counts {
            places: self.places.to_vec(),
            counts: self.places.iter().zip(&self.due).map(due).collect(),
            due: self.due.clone(),
        }
    }

    /// Adds a portion to its zone, and takes it away again where an exception stands.
    fn add(&self, tally: &mut Tally, portion: &Portion, number: u32) {
        let experts = i64::from(portion.experts);
        tally.by_zone[portion.zone.0 as usize] += experts;
        let level = usize::from(self.geography.level(portion.zone));
        for exception in &self.router.index().exceptions[portion.exceptions as usize] {
            for place in self.geography.places_of(*exception) {
                let position = place.0 as usize;
                // A place may lie in several exceptions, and in another zone of the level.
                if tally.seen[position] != number && self.geography.chain(place)[level] == portion.zone {
                    tally.seen[position] = number;
                    tally.by_place[position] -= experts;
                }
            }
        }
    }

    fn add_place_by_place(&self, tally: &mut Tally, portion: &Portion) {
        let index = self.router.index();
        let exceptions = &index.exceptions[portion.exceptions as usize];
        let guard = &index.guards[portion.guard as usize];
        let level = usize::from(self.geography.level(portion.zone));
        for place in self.places.iter().copied() {
            let chain = self.geography.chain(place);
            let excepted = || chain[..level].iter().any(|zone| exceptions.binary_search(zone).is_ok());
            if chain[level] == portion.zone && !excepted() && self.passes_at(guard, place) {
                tally.by_place[place.0 as usize] += i64::from(portion.experts);
            }
        }
    }

    /// What the profile is to a guard.
    fn verdict(&self, guard: u32) -> Verdict {
        let (Some(_), Some(place)) = (&self.profile, self.places.first()) else { return Verdict::Passes };
        let index = self.router.index();
        let guard = &index.guards[guard as usize];
        let tests = guard.levels.iter().flatten().map(|test| &index.tests[*test as usize]);
        let somewhere = tests.into_iter().any(|test| !test.criterion.excluded_zones.is_empty());
        if somewhere || guard.opco.is_some() && !self.router.directory().opco_by_zone().is_empty() {
            Verdict::DependsOnPlace
        } else if self.passes_at(guard, *place) {
            Verdict::Passes
        } else {
            Verdict::Fails
        }
    }

    fn passes_at(&self, guard: &Guard, place: PlaceId) -> bool {
        let Some(need) = &self.profile else { return true };
        let facts = self.router.lexicon().resolve_at(self.router.directory(), need, self.subject, place);
        // It was resolved once already when the counter was made.
        facts.is_ok_and(|facts: Facts<'_, '_>| self.router.index().passes(guard, &facts).is_some())
    }
}

#[derive(Clone, Copy)]
enum Verdict {
    Passes,
    Fails,
    /// Excluded zones and OPCO by zone look at the place.
    DependsOnPlace,
}

struct Tally {
    by_zone: Vec<i64>,
    by_place: Vec<i64>,
    /// The portion that last took a place away.
    seen: Vec<u32>,
}
