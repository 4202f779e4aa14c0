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
    /// The runs of each zone's posting.
    pub(crate) postings: FxHashMap<ZoneId, (u32, u32)>,
    pub(crate) runs: Vec<Run>,
    /// Experts by number, run after run.
    pub(crate) experts: Vec<u32>,
}

/// Experts of one posting that share what decides.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Run {
    pub(crate) guard: u32,
    pub(crate) exceptions: u32,
    pub(crate) start: u32,
    pub(crate) end: u32,
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
            let Some((first, last)) = shard.postings.get(&zone) else { continue };
            for run in &shard.runs[*first as usize..*last as usize] {
                if self.is_exception(run.exceptions, &facts.chain[..usize::from(level)]) {
                    continue;
                }
                if let Some(unverified) = self.passes(&self.guards[run.guard as usize], facts) {
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
        !zones.is_empty() && narrower.iter().any(|zone| zones.binary_search(zone).is_ok())
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

impl Shard {
    /// Whether the subject's theme is offered in one of these zones.
    pub(crate) fn is_offered(&self, chain: &[ZoneId; 7]) -> bool {
        self.theme_zones.is_empty() || self.theme_zones.iter().any(|zone| chain.contains(zone))
    }
}
