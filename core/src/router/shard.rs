//! The shard of one subject, from the experts who hold it.

use std::hash::Hash;
use std::sync::{Arc, OnceLock};

use rustc_hash::FxHashMap;

use super::facts::Lexicon;
use super::index::{
    Capacity, Guard, Index, IndexedExpert, Member, OwnersTests, Postings, Run, Shard, Span, Tests,
};
use super::rules::Group;
use super::territory;
use crate::directory::{Antenne, Competence, Criterion, Directory, Expert, Institution, Level};
use crate::geography::{Geography, PlaceId, Zone, ZoneId};

/// What shards are made from.
pub(super) struct Context<'d> {
    directory: &'d Directory,
    lexicon: &'d Lexicon,
    /// By number.
    experts: &'d [IndexedExpert],
    tests: &'d OwnersTests,
    territories: Territories,
}

/// The postings of the antennes' own zones, each list made when it is first asked for.
struct Territories(Vec<OnceLock<Vec<Posting>>>);

impl Territories {
    fn new(antennes: usize) -> Territories {
        Territories((0..antennes).map(|_| OnceLock::new()).collect())
    }
}

/// A zone of a territory, and the narrower zones that stand in other postings.
#[derive(Debug)]
struct Posting {
    zone: ZoneId,
    /// Sorted.
    exceptions: Vec<ZoneId>,
}

impl<'d> Context<'d> {
    pub(super) fn new(index: &'d Index, directory: &'d Directory, lexicon: &'d Lexicon) -> Context<'d> {
        let territories = Territories::new(directory.antennes().len());
        Context { directory, lexicon, experts: &index.experts, tests: &index.tests, territories }
    }

    /// The shard of a subject. The experts who hold it are given by number, in the order of their ids.
    pub(super) fn shard(&self, subject: u32, competent: &[u32]) -> Shard {
        let of_subject = &self.directory.subjects()[subject as usize];
        let theme = self.directory.themes().iter().find(|theme| theme.id == of_subject.theme);
        let zone_ids = |zones: &[Zone]| {
            zones.iter().filter_map(|zone| self.directory.geography().zone_id(*zone)).collect()
        };
        let mut builder = Builder {
            context: self,
            subject,
            subject_id: &of_subject.id,
            shard: Shard {
                theme_zones: theme.map(|theme| zone_ids(&theme.zones)).unwrap_or_default(),
                exceptions: vec![Span::default()],
                ..Shard::default()
            },
            entries: Vec::new(),
            groups: Vec::new(),
            followers: FxHashMap::default(),
            test_numbers: FxHashMap::default(),
            test_lists: FxHashMap::from_iter([(Vec::new(), Span::default())]),
            parts: Interned::default(),
            parts_by_institution: FxHashMap::default(),
            lists_by_antenne: FxHashMap::default(),
            guards: FxHashMap::default(),
            exceptions: FxHashMap::from_iter([(Vec::new(), 0)]),
        };
        builder.shard.capacities = capacities(competent.iter().map(|number| &self.experts[*number as usize]));
        // Rule 1: an archived subject matches nobody.
        if !of_subject.archived {
            competent.iter().for_each(|number| builder.expert(*number));
        }
        builder.finish()
    }

    fn antenne_postings(&self, number: u32, antenne: &Antenne) -> &[Posting] {
        let postings = || self.postings(&[(&antenne.zones, antenne.level == Level::National)]);
        self.territories.0[number as usize].get_or_init(postings)
    }

    /// The zones of some territories together, each with its exceptions. A territory is its zones,
    /// and whether all of France comes on top.
    fn postings(&self, territories: &[(&[Zone], bool)]) -> Vec<Posting> {
        let geography = self.directory.geography();
        let mut zones: Vec<(u8, ZoneId)> = Vec::new();
        for (own, everything) in territories {
            let france = everything.then_some(Zone::FRANCE);
            let ids = own.iter().copied().chain(france).filter_map(|zone| geography.zone_id(zone));
            zones.extend(ids.map(|id| (geography.level(id), id)));
        }
        zones.sort_unstable();
        zones.dedup();
        let posting = |(level, zone): &(u8, ZoneId)| {
            // Sorted by level: what is narrower stands before.
            let narrower = &zones[..zones.partition_point(|(other, _)| other < level)];
            Posting { zone: *zone, exceptions: exceptions(geography, *level, *zone, narrower) }
        };
        zones.iter().map(posting).collect()
    }
}

/// The narrower zones of the same territory that share communes with `zone`.
fn exceptions(geography: &Geography, level: u8, zone: ZoneId, narrower: &[(u8, ZoneId)]) -> Vec<ZoneId> {
    let shares = |other: ZoneId| {
        // A commune lies in one zone of a level; wider zones may straddle, and are kept.
        let is_place = (other.0 as usize) < geography.place_count();
        !is_place || geography.chain(PlaceId(other.0))[usize::from(level)] == zone
    };
    let mut zones: Vec<ZoneId> =
        narrower.iter().map(|(_, other)| *other).filter(|other| shares(*other)).collect();
    zones.sort_unstable();
    zones
}

struct Builder<'c, 'd> {
    context: &'c Context<'d>,
    subject: u32,
    subject_id: &'d str,
    shard: Shard,
    entries: Vec<Entry>,
    /// Those who stand together in the same postings.
    groups: Vec<Vec<Member>>,
    /// By antenne and guard, the group of those who follow the antenne.
    followers: FxHashMap<(u32, u32), u32>,
    /// By address: equal criteria share their test.
    test_numbers: FxHashMap<usize, u32>,
    test_lists: FxHashMap<Vec<u32>, Span>,
    parts: Interned<InstitutionPart>,
    parts_by_institution: FxHashMap<u32, u32>,
    lists_by_antenne: FxHashMap<u32, Span>,
    /// By institution's part, antenne's list and expert's list.
    guards: FxHashMap<(u32, Span, Span), u32>,
    exceptions: FxHashMap<Vec<ZoneId>, u32>,
}

/// One entry of a posting, before entries are sorted into runs: zone, guard, exceptions and group,
/// from the high bits to the low, which sorts faster than their tuple.
type Entry = u128;

fn entry(zone: ZoneId, guard: u32, exceptions: u32, group: u32) -> Entry {
    let high = u64::from(zone.0) << 32 | u64::from(guard);
    let low = u64::from(exceptions) << 32 | u64::from(group);
    u128::from(high) << 64 | u128::from(low)
}

/// One of the four numbers of an entry, the zone being number 0.
fn part(entry: Entry, number: u32) -> u32 {
    // Only the low bits are asked for.
    (entry >> (96 - 32 * number)) as u32
}

/// What an institution brings to a guard.
#[derive(PartialEq, Eq, Hash, Clone)]
struct InstitutionPart {
    activities: Vec<u16>,
    opco: u32,
    tests: Span,
    groups: Vec<Group>,
}

impl Builder<'_, '_> {
    fn expert(&mut self, number: u32) {
        let Context { directory, experts, .. } = *self.context;
        let indexed = &experts[number as usize];
        let expert = &directory.experts()[indexed.position as usize];
        let antenne = &directory.antennes()[indexed.antenne as usize];
        let institution = &directory.institutions()[indexed.institution as usize];
        // Rule 2: whoever is inactive is in no posting.
        if !expert.active || !antenne.active || !institution.active {
            return;
        }
        let guard = self.guard(number, indexed, expert, antenne, institution);
        let capacity = self.shard.capacities.partition_point(|own| own.value > indexed.capacity);
        let member = Member::new(indexed.key, number, offset(capacity), indexed.has_absences);
        let group = offset(self.groups.len());
        let mut held = expert.competences.iter().filter(|own| own.subject == self.subject_id);
        let own;
        let postings = match (held.next(), held.next()) {
            (Some(only), None) if only.zones.is_empty() && expert.zones.is_empty() => {
                let known = *self.followers.entry((indexed.antenne, guard)).or_insert(group);
                if known != group {
                    self.groups[known as usize].push(member);
                    return;
                }
                self.context.antenne_postings(indexed.antenne, antenne)
            }
            (first, second) => {
                own = self.own_postings(first.into_iter().chain(second).chain(held), expert, antenne);
                &own[..]
            }
        };
        self.groups.push(vec![member]);
        for Posting { zone, exceptions } in postings {
            let exceptions = match exceptions.is_empty() {
                true => 0,
                false => self.exceptions(exceptions),
            };
            self.entries.push(entry(*zone, guard, exceptions, group));
        }
    }

    /// Rule 3: the postings in which an expert stands.
    fn own_postings<'a>(
        &self,
        held: impl Iterator<Item = &'a Competence>,
        expert: &'a Expert,
        antenne: &'a Antenne,
    ) -> Vec<Posting> {
        let territories = held.map(|own| territory::of(own, expert, antenne));
        let territories: Vec<(&[Zone], bool)> =
            territories.map(|part| (part.zones, part.everything)).collect();
        self.context.postings(&territories)
    }

    fn exceptions(&mut self, zones: &[ZoneId]) -> u32 {
        if let Some(known) = self.exceptions.get(zones) {
            return *known;
        }
        let number = offset(self.shard.exceptions.len());
        self.shard.exceptions.push(append(&mut self.shard.excepted_zones, zones));
        self.exceptions.insert(zones.to_vec(), number);
        number
    }

    /// The guard of an expert. Its parts are interned first, so that finding a guard that exists
    /// already compares a few numbers.
    fn guard(
        &mut self,
        number: u32,
        indexed: &IndexedExpert,
        expert: &Expert,
        antenne: &Antenne,
        institution: &Institution,
    ) -> u32 {
        let tests = self.context.tests;
        let institution = self.institution_part(indexed.institution, institution);
        let of_antenne = match self.lists_by_antenne.get(&indexed.antenne) {
            Some(known) => *known,
            None => {
                let list = self.applying(&tests.antennes[indexed.antenne as usize], &antenne.criteria);
                self.lists_by_antenne.insert(indexed.antenne, list);
                list
            }
        };
        let of_expert = self.applying(&tests.experts[number as usize], &expert.criteria);
        let shard = &mut self.shard;
        let next = offset(shard.guards.len());
        *self.guards.entry((institution, of_antenne, of_expert)).or_insert_with(|| {
            let part = &self.parts.items[institution as usize];
            shard.guards.push(Guard {
                activities: append(&mut shard.activities, &part.activities),
                opco: part.opco,
                levels: [part.tests, of_antenne, of_expert],
                groups: append(&mut shard.groups, &part.groups),
            });
            next
        })
    }

    fn institution_part(&mut self, number: u32, institution: &Institution) -> u32 {
        if let Some(known) = self.parts_by_institution.get(&number) {
            return *known;
        }
        let Context { lexicon, tests, .. } = *self.context;
        let tests = self.applying(&tests.institutions[number as usize], &institution.criteria);
        let part = self.parts.intern(InstitutionPart {
            activities: lexicon.activities_of(institution),
            opco: if institution.is_opco() { number } else { Guard::NO_OPCO },
            tests,
            groups: lexicon.groups_of(institution, self.subject, self.subject_id),
        });
        self.parts_by_institution.insert(number, part);
        part
    }

    /// The list of an owner's tests that apply to the subject.
    fn applying(&mut self, tests: &Tests, criteria: &[Criterion]) -> Span {
        let Some(tests) = tests else { return Span::default() };
        let pairs = criteria.iter().zip(tests.iter());
        let mut list = Vec::new();
        for (_, test) in pairs.filter(|(criterion, _)| criterion.applies_to(self.subject_id)) {
            let next = offset(self.shard.tests.len());
            list.push(*self.test_numbers.entry(Arc::as_ptr(test).addr()).or_insert_with(|| {
                self.shard.tests.push(Arc::clone(test));
                next
            }));
        }
        let pool = &mut self.shard.test_lists;
        *self.test_lists.entry(list).or_insert_with_key(|list| append(pool, list))
    }

    /// Sorts the entries into postings and runs.
    fn finish(self) -> Shard {
        let Builder { context, mut shard, mut entries, groups, .. } = self;
        entries.sort_unstable();
        let members = entries.iter().map(|entry| groups[part(*entry, 3) as usize].len());
        shard.members.reserve_exact(members.sum());
        let mut postings = Vec::new();
        for posting in entries.chunk_by(|a, b| part(*a, 0) == part(*b, 0)) {
            let first = offset(shard.runs.len());
            // Alike but for the group.
            for run in posting.chunk_by(|a, b| a >> 32 == b >> 32) {
                let start = offset(shard.members.len());
                for group in run.iter().map(|entry| part(*entry, 3)) {
                    shard.members.extend_from_slice(&groups[group as usize]);
                }
                let guard = part(run[0], 1);
                shard.runs.push(Run {
                    guard,
                    opco: shard.guards[guard as usize].opco,
                    has_more: shard.guards[guard as usize].has_more(),
                    exceptions: part(run[0], 2),
                    members: Span { start, end: offset(shard.members.len()) },
                });
            }
            postings
                .push((ZoneId(part(posting[0], 0)), Span { start: first, end: offset(shard.runs.len()) }));
        }
        let geography = context.directory.geography();
        shard.postings = Postings::new(&postings, geography.place_count(), geography.zone_count());
        shard
    }
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

/// The capacities of experts, from the largest down.
fn capacities<'a>(experts: impl Iterator<Item = &'a IndexedExpert>) -> Vec<Capacity> {
    let mut values: Vec<f64> = Vec::new();
    for expert in experts {
        let place = values.partition_point(|value| *value > expert.capacity);
        if values.get(place) != Some(&expert.capacity) {
            values.insert(place, expert.capacity);
        }
    }
    values.iter().map(|value| Capacity { value: *value, ratio: values[0] / value }).collect()
}

/// Where items stand that were put at the end of a list.
fn append<T: Clone>(list: &mut Vec<T>, items: &[T]) -> Span {
    let start = offset(list.len());
    list.extend_from_slice(items);
    Span { start, end: offset(list.len()) }
}

fn offset(number: usize) -> u32 {
    // Four billion postings would not fit into memory.
    u32::try_from(number).unwrap_or(u32::MAX)
}
