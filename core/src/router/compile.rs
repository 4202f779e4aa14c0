//! From a directory to its index.

use std::collections::HashMap;

use rustc_hash::FxHashMap;

use super::facts::Lexicon;
use super::index::{Guard, Index, IndexedExpert, Run, Shard};
use super::rules::Test;
use super::{fair, territory};
use crate::directory::{Antenne, Criterion, Directory, Expert, Institution};
use crate::geography::{Geography, PlaceId, Zone, ZoneId};

pub(crate) fn compile(directory: &Directory, lexicon: &Lexicon) -> Index {
    Compiler::new(directory, lexicon).run()
}

/// One entry of a posting, before entries are sorted into runs.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Entry {
    zone: ZoneId,
    guard: u32,
    exceptions: u32,
    expert: u32,
}

struct Compiler<'d> {
    directory: &'d Directory,
    geography: &'d Geography,
    lexicon: &'d Lexicon,
    index: Index,
    entries: Vec<Vec<Entry>>,
    guards: FxHashMap<Guard, u32>,
    tests: HashMap<Criterion, u32>,
    exceptions: FxHashMap<Vec<ZoneId>, u32>,
}

impl<'d> Compiler<'d> {
    fn new(directory: &'d Directory, lexicon: &'d Lexicon) -> Compiler<'d> {
        let mut index = Index { rules: directory.rules(), exceptions: vec![Vec::new()], ..Index::default() };
        index.background.competent = vec![Vec::new(); directory.subjects().len()];
        Compiler {
            directory,
            geography: directory.geography(),
            lexicon,
            index,
            entries: vec![Vec::new(); directory.subjects().len()],
            guards: FxHashMap::default(),
            tests: HashMap::new(),
            exceptions: FxHashMap::from_iter([(Vec::new(), 0)]),
        }
    }

    fn run(mut self) -> Index {
        let institutions: FxHashMap<&str, u32> =
            self.directory.institutions().iter().map(|i| i.id.as_str()).zip(0..).collect();
        let antennes: FxHashMap<&str, u32> =
            self.directory.antennes().iter().map(|a| a.id.as_str()).zip(0..).collect();
        let mut sorted: Vec<(u32, &Expert)> = (0..).zip(self.directory.experts()).collect();
        sorted.sort_unstable_by(|(_, a), (_, b)| a.id.cmp(&b.id));
        let institution_tests =
            self.directory.institutions().iter().map(|i| self.tests(&i.criteria)).collect();
        let antenne_tests = self.directory.antennes().iter().map(|a| self.tests(&a.criteria)).collect();
        self.index.background.tests = [institution_tests, antenne_tests, Vec::with_capacity(sorted.len())];
        for (position, expert) in sorted {
            // A sound directory has no dangling reference.
            let Some(antenne) = antennes.get(expert.antenne.as_str()).copied() else { continue };
            let Some(institution) =
                institutions.get(self.directory.antennes()[antenne as usize].institution.as_str()).copied()
            else {
                continue;
            };
            let tests = self.tests(&expert.criteria);
            self.index.background.tests[2].push(tests);
            let number = offset(self.index.experts.len());
            self.index.experts.push(IndexedExpert {
                key: fair::expert_key(&expert.id),
                capacity: expert.capacity,
                position,
                institution,
                antenne,
                max_open: expert.max_open,
                has_absences: !expert.absences.is_empty(),
            });
            self.expert(number, expert);
        }
        for (subject, entries) in self.directory.subjects().iter().zip(std::mem::take(&mut self.entries)) {
            let theme = self.directory.themes().iter().find(|theme| theme.id == subject.theme);
            let theme_zones = theme.map(|theme| self.zone_ids(&theme.zones)).unwrap_or_default();
            self.index.shards.push(shard(entries, theme_zones));
        }
        self.index
    }

    fn zone_ids(&self, zones: &[Zone]) -> Vec<ZoneId> {
        zones.iter().filter_map(|zone| self.geography.zone_id(*zone)).collect()
    }

    fn expert(&mut self, number: u32, expert: &Expert) {
        let IndexedExpert { antenne, institution, .. } = self.index.experts[number as usize];
        let owners = Owners {
            institution_number: institution,
            antenne_number: antenne,
            expert_number: number,
            institution: &self.directory.institutions()[institution as usize],
            antenne: &self.directory.antennes()[antenne as usize],
            expert,
        };
        // Rule 2: whoever is inactive is in no posting.
        let active = expert.active && owners.antenne.active && owners.institution.active;
        let mut done: Vec<u32> = Vec::with_capacity(expert.competences.len());
        for competence in &expert.competences {
            let Some(subject) = self.lexicon.subject(&competence.subject) else { continue };
            // The same subject may be held several times.
            if done.contains(&subject) {
                continue;
            }
            done.push(subject);
            self.index.background.competent[subject as usize].push(number);
            // Rule 1: an archived subject matches nobody.
            if !active || self.directory.subjects()[subject as usize].archived {
                continue;
            }
            let mut zones = self.zones_of(expert, owners.antenne, &competence.subject);
            zones.sort_unstable_by_key(|zone| (self.geography.level(*zone), *zone));
            zones.dedup();
            let guard = self.guard(&owners, subject, &competence.subject);
            for (rank, zone) in zones.iter().copied().enumerate() {
                let exceptions = self.exceptions(zone, &zones[..rank]);
                self.entries[subject as usize].push(Entry { zone, guard, exceptions, expert: number });
            }
        }
    }

    /// Rule 3: the zones of all the expert's competences in the subject.
    fn zones_of(&self, expert: &Expert, antenne: &Antenne, subject: &str) -> Vec<ZoneId> {
        let held = expert.competences.iter().filter(|competence| competence.subject == subject);
        let mut zones = Vec::new();
        for competence in held {
            let territory = territory::of(competence, expert, antenne);
            zones.extend(territory.zones.iter().filter_map(|zone| self.geography.zone_id(*zone)));
            if territory.everything {
                zones.extend(self.geography.zone_id(Zone::FRANCE));
            }
        }
        zones
    }

    /// The narrower ones of the expert's zones that share communes with `zone`.
    fn exceptions(&mut self, zone: ZoneId, narrower: &[ZoneId]) -> u32 {
        let level = self.geography.level(zone);
        let mut zones: Vec<ZoneId> = narrower
            .iter()
            .copied()
            .filter(|other| self.geography.level(*other) < level && self.shares(*other, zone, level))
            .collect();
        if zones.is_empty() {
            return 0;
        }
        zones.sort_unstable();
        let next = offset(self.index.exceptions.len());
        *self.exceptions.entry(zones).or_insert_with_key(|zones| {
            self.index.exceptions.push(zones.clone());
            next
        })
    }

    fn shares(&self, narrow: ZoneId, wide: ZoneId, level: u8) -> bool {
        // A commune lies in one zone of a level; wider zones may straddle, and are kept.
        let is_place = (narrow.0 as usize) < self.geography.place_count();
        !is_place || self.geography.chain(PlaceId(narrow.0))[usize::from(level)] == wide
    }

    fn guard(&mut self, owners: &Owners<'_>, subject: u32, subject_id: &str) -> u32 {
        let institution = owners.institution;
        let background = &self.index.background;
        let applying = |level: usize, number: u32, criteria: &[Criterion]| -> Vec<u32> {
            let tests = &background.tests[level][number as usize];
            let pairs = criteria.iter().zip(tests).filter(|(criterion, _)| criterion.applies_to(subject_id));
            pairs.map(|(_, test)| *test).collect()
        };
        let guard = Guard {
            activities: self.lexicon.activities_of(institution),
            opco: institution.is_opco().then_some(owners.institution_number),
            levels: [
                applying(0, owners.institution_number, &institution.criteria),
                applying(1, owners.antenne_number, &owners.antenne.criteria),
                applying(2, owners.expert_number, &owners.expert.criteria),
            ],
            groups: self.lexicon.groups_of(institution, subject, subject_id),
        };
        let next = offset(self.index.guards.len());
        *self.guards.entry(guard).or_insert_with_key(|guard| {
            self.index.guards.push(guard.clone());
            next
        })
    }

    /// The test of each of an owner's criteria.
    fn tests(&mut self, criteria: &[Criterion]) -> Vec<u32> {
        let mut numbers = Vec::with_capacity(criteria.len());
        for criterion in criteria {
            // Which subjects it applies to is decided elsewhere: what is left is one test for all of them.
            let criterion = Criterion { subjects: Vec::new(), ..criterion.clone() };
            let next = offset(self.index.tests.len());
            let number = *self.tests.entry(criterion).or_insert_with_key(|criterion| {
                self.index.tests.push(Test::new(criterion.clone(), self.geography));
                next
            });
            numbers.push(number);
        }
        numbers
    }
}

/// An expert and those it belongs to, each with its number.
struct Owners<'d> {
    institution_number: u32,
    antenne_number: u32,
    expert_number: u32,
    institution: &'d Institution,
    antenne: &'d Antenne,
    expert: &'d Expert,
}

/// Sorts entries into postings and runs.
fn shard(mut entries: Vec<Entry>, theme_zones: Vec<ZoneId>) -> Shard {
    entries.sort_unstable();
    let mut shard = Shard { theme_zones, ..Shard::default() };
    shard.experts.reserve_exact(entries.len());
    for posting in entries.chunk_by(|a, b| a.zone == b.zone) {
        let first = shard.runs.len();
        for run in posting.chunk_by(|a, b| (a.guard, a.exceptions) == (b.guard, b.exceptions)) {
            let start = shard.experts.len();
            shard.experts.extend(run.iter().map(|entry| entry.expert));
            shard.runs.push(Run {
                guard: run[0].guard,
                exceptions: run[0].exceptions,
                start: offset(start),
                end: offset(shard.experts.len()),
            });
        }
        shard.postings.insert(posting[0].zone, (offset(first), offset(shard.runs.len())));
    }
    shard
}

fn offset(number: usize) -> u32 {
    // Four billion postings would not fit into memory.
    u32::try_from(number).unwrap_or(u32::MAX)
}
