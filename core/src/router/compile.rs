//! From a directory to its index.

use std::collections::HashMap;
use std::hash::Hash;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::facts::Lexicon;
use super::index::{Guard, Index, IndexedExpert, Postings, Run, Shard};
use super::rules::{Group, Test};
use super::{fair, territory};
use crate::directory::{Antenne, Competence, Criterion, Directory, Expert, Institution, Level};
use crate::geography::{Geography, PlaceId, Zone, ZoneId};

pub(crate) fn compile(directory: &Directory, lexicon: &Lexicon) -> Index {
    Compiler::new(directory, lexicon).run()
}

/// One entry of a posting, before entries are sorted into runs: zone, guard, exceptions and expert,
/// from the high bits to the low, which sorts faster than their tuple.
type Entry = u128;

fn entry(posting: &Posting, guard: u32, expert: u32) -> Entry {
    let high = u64::from(posting.zone.0) << 32 | u64::from(guard);
    let low = u64::from(posting.exceptions) << 32 | u64::from(expert);
    u128::from(high) << 64 | u128::from(low)
}

/// One of the four numbers of an entry, the zone being number 0.
fn part(entry: Entry, number: u32) -> u32 {
    // Only the low bits are asked for.
    (entry >> (96 - 32 * number)) as u32
}

struct Compiler<'d> {
    directory: &'d Directory,
    geography: &'d Geography,
    lexicon: &'d Lexicon,
    index: Index,
    entries: Vec<Vec<Entry>>,
    /// By institution's part, antenne's list and expert's list.
    guards: FxHashMap<(u32, u32, u32), u32>,
    institution_parts: Interned<InstitutionPart>,
    /// By institution and subject.
    parts_by_subject: FxHashMap<(u32, u32), u32>,
    /// Lists of tests.
    lists: Interned<Vec<u32>>,
    antenne_postings: FxHashMap<u32, Rc<[Posting]>>,
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
            institution_parts: Interned::default(),
            parts_by_subject: FxHashMap::default(),
            lists: Interned::default(),
            antenne_postings: FxHashMap::default(),
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
            let shard = shard(entries, theme_zones, &self.index.guards, self.geography);
            self.index.shards.push(shard);
        }
        self.index
    }

    fn zone_ids(&self, zones: &[Zone]) -> Vec<ZoneId> {
        zones.iter().filter_map(|zone| self.geography.zone_id(*zone)).collect()
    }

    fn expert(&mut self, number: u32, expert: &'d Expert) {
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
        let own = (active && !expert.zones.is_empty()).then(|| self.postings(&[(&expert.zones, false)]));
        let held = expert.competences.iter();
        let mut held: Vec<(u32, &'d Competence)> =
            held.filter_map(|own| Some((self.lexicon.subject(&own.subject)?, own))).collect();
        // The same subject may be held several times.
        held.sort_by_key(|(subject, _)| *subject);
        for of_subject in held.chunk_by(|(a, _), (b, _)| a == b) {
            let (subject, competence) = of_subject[0];
            self.index.background.competent[subject as usize].push(number);
            // Rule 1: an archived subject matches nobody.
            if !active || self.directory.subjects()[subject as usize].archived {
                continue;
            }
            let guard = self.guard(&owners, subject, &competence.subject);
            let postings = self.postings_of(&owners, own.as_ref(), of_subject);
            let entry = |posting: &Posting| entry(posting, guard, number);
            self.entries[subject as usize].extend(postings.iter().map(entry));
        }
    }

    /// Rule 3: the postings in which an expert stands for a subject.
    fn postings_of(
        &mut self,
        owners: &Owners<'d>,
        own: Option<&Rc<[Posting]>>,
        held: &[(u32, &'d Competence)],
    ) -> Rc<[Posting]> {
        if let [(_, only)] = held
            && only.zones.is_empty()
        {
            return match own {
                Some(own) => Rc::clone(own),
                None => self.postings_of_antenne(owners.antenne_number, owners.antenne),
            };
        }
        let territories = held.iter().map(|(_, own)| territory::of(own, owners.expert, owners.antenne));
        let territories: Vec<(&[Zone], bool)> =
            territories.map(|part| (part.zones, part.everything)).collect();
        self.postings(&territories)
    }

    fn postings_of_antenne(&mut self, number: u32, antenne: &Antenne) -> Rc<[Posting]> {
        if let Some(known) = self.antenne_postings.get(&number) {
            return Rc::clone(known);
        }
        let postings = self.postings(&[(&antenne.zones, antenne.level == Level::National)]);
        self.antenne_postings.insert(number, Rc::clone(&postings));
        postings
    }

    /// The zones of some territories together, each with its exceptions. A territory is its zones,
    /// and whether all of France comes on top.
    fn postings(&mut self, territories: &[(&[Zone], bool)]) -> Rc<[Posting]> {
        let mut zones: Vec<(u8, ZoneId)> = Vec::new();
        for (own, everything) in territories {
            let france = everything.then_some(Zone::FRANCE);
            let ids = own.iter().copied().chain(france).filter_map(|zone| self.geography.zone_id(zone));
            zones.extend(ids.map(|id| (self.geography.level(id), id)));
        }
        zones.sort_unstable();
        zones.dedup();
        let mut posting = |(level, zone): (u8, ZoneId)| {
            // Sorted by level: what is narrower stands before.
            let narrower = &zones[..zones.partition_point(|(other, _)| *other < level)];
            Posting { zone, exceptions: self.exceptions(level, zone, narrower) }
        };
        zones.iter().copied().map(&mut posting).collect()
    }

    /// The narrower zones of the same territory that share communes with `zone`.
    fn exceptions(&mut self, level: u8, zone: ZoneId, narrower: &[(u8, ZoneId)]) -> u32 {
        let shares = |other: ZoneId| {
            // A commune lies in one zone of a level; wider zones may straddle, and are kept.
            let is_place = (other.0 as usize) < self.geography.place_count();
            !is_place || self.geography.chain(PlaceId(other.0))[usize::from(level)] == zone
        };
        let own = narrower.iter().filter(|(_, other)| shares(*other));
        let mut zones: Vec<ZoneId> = own.map(|(_, zone)| *zone).collect();
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

    /// The guard of an expert on a subject. Its parts are interned first, so that finding a guard
    /// that exists already compares three numbers.
    fn guard(&mut self, owners: &Owners<'d>, subject: u32, subject_id: &str) -> u32 {
        let institution = self.institution_part(owners, subject, subject_id);
        let antenne = self.applying(1, owners.antenne_number, &owners.antenne.criteria, subject_id);
        let expert = self.applying(2, owners.expert_number, &owners.expert.criteria, subject_id);
        let next = offset(self.index.guards.len());
        *self.guards.entry((institution, antenne, expert)).or_insert_with(|| {
            let part = &self.institution_parts.items[institution as usize];
            self.index.guards.push(Guard {
                activities: part.activities.clone(),
                opco: part.opco,
                levels: [
                    self.lists.items[part.tests as usize].clone(),
                    self.lists.items[antenne as usize].clone(),
                    self.lists.items[expert as usize].clone(),
                ],
                groups: part.groups.clone(),
            });
            next
        })
    }

    fn institution_part(&mut self, owners: &Owners<'d>, subject: u32, subject_id: &str) -> u32 {
        let key = (owners.institution_number, subject);
        if let Some(known) = self.parts_by_subject.get(&key) {
            return *known;
        }
        let institution = owners.institution;
        let tests = self.applying(0, owners.institution_number, &institution.criteria, subject_id);
        let part = self.institution_parts.intern(InstitutionPart {
            activities: self.lexicon.activities_of(institution),
            opco: institution.is_opco().then_some(owners.institution_number),
            tests,
            groups: self.lexicon.groups_of(institution, subject, subject_id),
        });
        self.parts_by_subject.insert(key, part);
        part
    }

    /// The list of an owner's tests that apply to a subject.
    fn applying(&mut self, level: usize, number: u32, criteria: &[Criterion], subject: &str) -> u32 {
        let tests =
            self.index.background.tests[level].get(number as usize).map(Vec::as_slice).unwrap_or_default();
        let pairs = criteria.iter().zip(tests).filter(|(criterion, _)| criterion.applies_to(subject));
        self.lists.intern(pairs.map(|(_, test)| *test).collect())
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

/// A zone of a territory, and the narrower zones that stand in other postings.
#[derive(Clone, Copy)]
struct Posting {
    zone: ZoneId,
    exceptions: u32,
}

/// What an institution brings to a guard.
#[derive(PartialEq, Eq, Hash, Clone)]
struct InstitutionPart {
    activities: Vec<u16>,
    opco: Option<u32>,
    tests: u32,
    groups: Vec<Group>,
}

/// Equal things, kept once and known by number.
struct Interned<T> {
    items: Vec<T>,
    numbers: FxHashMap<T, u32>,
}

impl<T> Default for Interned<T> {
    fn default() -> Interned<T> {
        Interned { items: Vec::new(), numbers: FxHashMap::default() }
    }
}

impl<T: Eq + Hash + Clone> Interned<T> {
    fn intern(&mut self, item: T) -> u32 {
        if let Some(number) = self.numbers.get(&item) {
            return *number;
        }
        let number = offset(self.items.len());
        self.items.push(item.clone());
        self.numbers.insert(item, number);
        number
    }
}

/// Sorts entries into postings and runs.
fn shard(
    mut entries: Vec<Entry>,
    theme_zones: Vec<ZoneId>,
    guards: &[Guard],
    geography: &Geography,
) -> Shard {
    entries.sort_unstable();
    let mut experts = Vec::with_capacity(entries.len());
    let mut runs = Vec::new();
    let mut postings = Vec::new();
    for posting in entries.chunk_by(|a, b| part(*a, 0) == part(*b, 0)) {
        let first = offset(runs.len());
        // Alike but for the expert.
        for run in posting.chunk_by(|a, b| a >> 32 == b >> 32) {
            let start = offset(experts.len());
            experts.extend(run.iter().map(|entry| part(*entry, 3)));
            let guard = part(run[0], 1);
            runs.push(Run {
                guard,
                opco: guards[guard as usize].opco.unwrap_or(Run::NO_OPCO),
                has_more: guards[guard as usize].has_more(),
                exceptions: part(run[0], 2),
                start,
                end: offset(experts.len()),
            });
        }
        postings.push((ZoneId(part(posting[0], 0)), first, offset(runs.len())));
    }
    let postings = Postings::new(&postings, geography.place_count(), geography.zone_count());
    Shard { theme_zones, postings, runs, experts }
}

fn offset(number: usize) -> u32 {
    // Four billion postings would not fit into memory.
    u32::try_from(number).unwrap_or(u32::MAX)
}
