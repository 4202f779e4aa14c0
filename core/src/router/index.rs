//! The compiled index: for each subject the postings of its zones. A need probes the few zones that
//! contain it, from narrow to wide.
//!
//! Inside a posting, experts stand in runs. All experts of a run share one *guard* (everything that
//! decides beside subject and territory: activities, OPCO, criteria, answers), which is tested once
//! a run; and one set of *exceptions*: narrower zones of the same expert, for which the expert
//! stands in another posting. So an expert is found once, in the narrowest zone that covers, and no
//! result has to be looked through for duplicates.

use rustc_hash::FxHashMap;

use super::facts::Facts;
use super::rules::{self, Group, Test, Unverified};
use crate::directory::Rules;
use crate::geography::ZoneId;

/// Everything that is compiled of a directory.
#[derive(Debug, Default)]
pub(crate) struct Index {
    pub(crate) rules: Rules,
    pub(crate) shards: Vec<Shard>,
    pub(crate) guards: Vec<Guard>,
    pub(crate) tests: Vec<Test>,
    /// Sorted zones, one list for each set of exceptions; the first is empty.
    pub(crate) exceptions: Vec<Vec<ZoneId>>,
    /// The experts, sorted by id.
    pub(crate) experts: Vec<IndexedExpert>,
    pub(crate) background: Background,
}

/// What only explanations look at, outside the arrays that every need reads.
#[derive(Debug, Default)]
pub(crate) struct Background {
    /// By subject, the experts who hold it, active or not.
    pub(crate) competent: Vec<Vec<u32>>,
    /// The test of each criterion, in the order of the owner's criteria: by institution, by antenne
    /// (both as the directory counts them), by expert.
    pub(crate) tests: [Vec<Vec<u32>>; 3],
}

/// What the hot path needs of an expert.
#[derive(Debug)]
pub(crate) struct IndexedExpert {
    /// What the fair order hashes.
    pub(crate) key: u64,
    pub(crate) capacity: f64,
    /// Position in the directory.
    pub(crate) position: u32,
    pub(crate) institution: u32,
    pub(crate) antenne: u32,
    pub(crate) max_open: Option<u32>,
    pub(crate) has_absences: bool,
}

/// The postings of one subject.
#[derive(Debug, Default)]
pub(crate) struct Shard {
    /// Where the theme is offered; everywhere if empty.
    pub(crate) theme_zones: Vec<ZoneId>,
    pub(crate) postings: Postings,
    pub(crate) runs: Vec<Run>,
    /// Experts by number, run after run.
    pub(crate) experts: Vec<u32>,
}

/// The runs of each zone's posting. Most needs lie in zones wider than communes that have a posting,
/// and in communes that have none: the former are looked up by position.
#[derive(Debug, Default)]
pub(crate) struct Postings {
    places: FxHashMap<ZoneId, (u32, u32)>,
    /// The first zone that is no place.
    first_wide: u32,
    /// The first run of each wider zone, and the last one's end.
    wide: Vec<u32>,
}

impl Postings {
    /// `postings` are in the order of the zones; `zones` are all those of the geography, of which
    /// `places` are places.
    pub(crate) fn new(postings: &[(ZoneId, u32, u32)], places: usize, zones: usize) -> Postings {
        let mut wide = Vec::with_capacity(zones - places + 1);
        let is_place = |zone: ZoneId| (zone.0 as usize) < places;
        let (of_places, of_wide) = postings.split_at(postings.partition_point(|(zone, ..)| is_place(*zone)));
        let mut end = of_places.last().map_or(0, |(.., end)| *end);
        for (zone, first, last) in of_wide {
            wide.resize(zone.0 as usize - places + 1, *first);
            end = *last;
        }
        wide.resize(zones - places + 1, end);
        let places_of = of_places.iter().map(|(zone, first, last)| (*zone, (*first, *last)));
        Postings { places: places_of.collect(), first_wide: u32::try_from(places).unwrap_or(u32::MAX), wide }
    }

    /// The runs of a zone, from one to before another.
    fn get(&self, zone: ZoneId) -> Option<(u32, u32)> {
        match zone.0.checked_sub(self.first_wide) {
            None => self.places.get(&zone).copied(),
            Some(wide) => {
                let wide = wide as usize;
                Some((*self.wide.get(wide)?, *self.wide.get(wide + 1)?))
            }
        }
    }

    /// The runs of each zone that has any.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (ZoneId, (u32, u32))> + '_ {
        let wide = (self.first_wide..)
            .zip(self.wide.windows(2))
            .map(|(zone, runs)| (ZoneId(zone), (runs[0], runs[1])));
        self.places
            .iter()
            .map(|(zone, runs)| (*zone, *runs))
            .chain(wide)
            .filter(|(_, (first, last))| first < last)
    }
}

/// Experts of one posting that share what decides.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Run {
    pub(crate) guard: u32,
    /// The guard's OPCO, [`Run::NO_OPCO`] if it has none: what rejects most often stands close by.
    pub(crate) opco: u32,
    /// Whether the guard decides on anything else.
    pub(crate) has_more: bool,
    pub(crate) exceptions: u32,
    pub(crate) start: u32,
    pub(crate) end: u32,
}

impl Run {
    pub(crate) const NO_OPCO: u32 = u32::MAX;
}

/// Everything that decides beside subject, status and territory.
#[derive(Debug, Default)]
pub(crate) struct Guard {
    /// The activities of the institution.
    pub(crate) activities: Vec<u16>,
    /// The institution, where it is an OPCO.
    pub(crate) opco: Option<u32>,
    /// The criteria that apply to the subject: of the institution, of the antenne, of the expert.
    pub(crate) levels: [Vec<u32>; 3],
    pub(crate) groups: Vec<Group>,
}

/// An expert found, and through which zone.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Found {
    pub(crate) expert: u32,
    pub(crate) zone: ZoneId,
    pub(crate) level: u8,
    pub(crate) unverified: Unverified,
}

impl Index {
    /// Finds the experts of a need level by level, narrow to wide; stops once `enough` says so.
    pub(crate) fn find(&self, facts: &Facts<'_, '_>, mut enough: impl FnMut(&[Found]) -> bool) -> Vec<Found> {
        let mut found = Vec::with_capacity(64);
        let Some(shard) = self.shards.get(facts.subject as usize) else { return found };
        if !shard.is_offered(&facts.chain) {
            return found;
        }
        for (level, zone) in (0_u8..).zip(facts.chain) {
            let Some((first, last)) = shard.postings.get(zone) else { continue };
            for run in &shard.runs[first as usize..last as usize] {
                if run.opco != Run::NO_OPCO && facts.opco != Some(run.opco)
                    || run.exceptions != 0
                        && self.is_exception(run.exceptions, &facts.chain[..usize::from(level)])
                {
                    continue;
                }
                let passed = match run.has_more {
                    true => self.passes(&self.guards[run.guard as usize], facts),
                    false => Some(Unverified::default()),
                };
                if let Some(unverified) = passed {
                    let experts = &shard.experts[run.start as usize..run.end as usize];
                    found.extend(experts.iter().map(|expert| Found {
                        expert: *expert,
                        zone,
                        level,
                        unverified,
                    }));
                }
            }
            if enough(&found) {
                break;
            }
        }
        found
    }

    fn is_exception(&self, exceptions: u32, narrower: &[ZoneId]) -> bool {
        let zones = &self.exceptions[exceptions as usize];
        narrower.iter().any(|zone| zones.binary_search(zone).is_ok())
    }

    /// Rules 4 to 7; what they leave unverified where they accept.
    pub(crate) fn passes(&self, guard: &Guard, facts: &Facts<'_, '_>) -> Option<Unverified> {
        if !rules::activities(&guard.activities, facts) || !rules::opco(guard.opco, facts) {
            return None;
        }
        let mut unverified = Unverified::default();
        for level in guard.levels.iter().filter(|level| !level.is_empty()) {
            let tests = level.iter().map(|test| &self.tests[*test as usize]);
            unverified = unverified.union(rules::level(tests, self.rules, facts)?);
        }
        rules::answers(&guard.groups, facts).then_some(unverified)
    }
}

impl Guard {
    /// Whether anything but the OPCO decides.
    pub(crate) fn has_more(&self) -> bool {
        !self.activities.is_empty()
            || !self.groups.is_empty()
            || self.levels.iter().any(|level| !level.is_empty())
    }
}

impl Shard {
    /// Whether the subject's theme is offered in one of these zones.
    pub(crate) fn is_offered(&self, chain: &[ZoneId; 7]) -> bool {
        self.theme_zones.is_empty() || self.theme_zones.iter().any(|zone| chain.contains(zone))
    }
}
