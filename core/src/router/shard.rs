//! The shard of one subject, from the experts who hold it.

use std::cmp::Reverse;
use std::hash::Hash;
use std::sync::{Arc, OnceLock};

use rustc_hash::FxHashMap;

use super::facts::Lexicon;
use super::index::{Guard, Index, IndexedExpert, Member, OwnersTests, Run, Shard, Span, Tests};
use super::postings::Postings;
use super::rules::Group;
use super::sets::Sets;
use super::territory;
use crate::directory::{Antenne, Competence, Criterion, Directory, Expert, Institution, Level, Rules};
use crate::geography::{Geography, PlaceId, Zone, ZoneId};

/// What shards are made from.
pub(super) struct Context<'d> {
    rules: Rules,
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
        Context {
            rules: index.rules,
            directory,
            lexicon,
            experts: &index.experts,
            tests: &index.tests,
            territories,
        }
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
                postings: Postings::new(self.directory.geography()),
                exceptions: vec![Span::default()],
                ..Shard::default()
            },
            capacities: FxHashMap::default(),
            sets: Sets::default(),
            cohorts: Vec::new(),
            followers: FxHashMap::default(),
            test_numbers: FxHashMap::default(),
            test_lists: FxHashMap::from_iter([(Vec::new(), Span::default())]),
            parts: Interned::default(),
            parts_by_institution: FxHashMap::default(),
            lists_by_antenne: FxHashMap::default(),
            guards: FxHashMap::default(),
            exceptions: FxHashMap::from_iter([(Vec::new(), 0)]),
        };
        let capacities = capacities(competent.iter().map(|number| &self.experts[*number as usize]));
        builder.shard.ratios = capacities.iter().map(|own| capacities[0] / own).collect();
        builder.capacities = capacities.iter().map(|own| own.to_bits()).zip(0..).collect();
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
    /// The number of each capacity, by its bits.
    capacities: FxHashMap<u64, u32>,
    /// What stands in postings. While experts are added, the number of a posting is that of its set.
    sets: Sets<Standing>,
    cohorts: Vec<Cohort>,
    /// By antenne and guard, the cohort of those who follow the antenne.
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

/// Experts who stand in the same postings.
struct Cohort {
    guard: u32,
    members: Vec<Member>,
}

/// A cohort, by number, as it stands in a posting.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Standing {
    exceptions: u32,
    cohort: u32,
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
        let capacity = self.capacities.get(&indexed.capacity.to_bits()).copied().unwrap_or_default();
        let member = Member::new(indexed.key, number, capacity, indexed.has_absences);
        let cohort = offset(self.cohorts.len());
        let mut held = expert.competences.iter().filter(|own| own.subject == self.subject_id);
        let own;
        let postings = match (held.next(), held.next()) {
            (Some(only), None) if only.zones.is_empty() && expert.zones.is_empty() => {
                let known = *self.followers.entry((indexed.antenne, guard)).or_insert(cohort);
                if known != cohort {
                    self.cohorts[known as usize].members.push(member);
                    return;
                }
                self.context.antenne_postings(indexed.antenne, antenne)
            }
            (first, second) => {
                own = self.own_postings(first.into_iter().chain(second).chain(held), expert, antenne);
                &own[..]
            }
        };
        self.cohorts.push(Cohort { guard, members: vec![member] });
        for Posting { zone, exceptions } in postings {
            let exceptions = match exceptions.is_empty() {
                true => 0,
                false => self.exceptions(exceptions),
            };
            let sets = &mut self.sets;
            self.shard.postings.change(*zone, |set| sets.with(set, Standing { exceptions, cohort }));
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
        self.shard.exceptions.push(append(&mut self.shard.excepted_zones, zones.iter().copied()));
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
        if let Some(known) = self.guards.get(&(institution, of_antenne, of_expert)) {
            return *known;
        }
        let number = offset(self.shard.guards.len());
        let part = &self.parts.items[institution as usize];
        // Where one of a level has to accept and there is but one, it is required.
        let is_required = |level: &Span| self.context.rules == Rules::Every || level.len() <= 1;
        let (required, alternatives): (Vec<Span>, Vec<Span>) =
            [part.tests, of_antenne, of_expert].into_iter().partition(is_required);
        let shard = &mut self.shard;
        let required = required.iter().flat_map(|level| level.of(&shard.test_lists)).copied().collect();
        let guard = Guard {
            activities: append(&mut shard.activities, part.activities.iter().copied()),
            opco: part.opco,
            alternatives: append(&mut shard.alternatives, alternatives),
            groups: append(&mut shard.groups, part.groups.iter().cloned()),
            required: self.test_list(required),
        };
        self.shard.guards.push(guard);
        self.guards.insert((institution, of_antenne, of_expert), number);
        number
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
        self.test_list(list)
    }

    fn test_list(&mut self, list: Vec<u32>) -> Span {
        let pool = &mut self.shard.test_lists;
        *self.test_lists.entry(list).or_insert_with_key(|list| append(pool, list.iter().copied()))
    }

    /// Makes a posting of each set that some zone has.
    fn finish(self) -> Shard {
        let Builder { mut shard, sets, cohorts, .. } = self;
        let mut made = vec![0; sets.len()];
        let mut members: FxHashMap<Vec<u32>, Span> = FxHashMap::default();
        let mut postings = std::mem::take(&mut shard.postings);
        postings.change_all(|set| {
            let posting = &mut made[set as usize];
            if *posting == 0 {
                *posting = posting_of(&mut shard, sets.items(set), &cohorts, &mut members);
            }
            *posting
        });
        shard.postings = postings;
        shard
    }
}

/// Adds the posting of a set, as runs of those who share guard and exceptions.
fn posting_of(
    shard: &mut Shard,
    set: impl Iterator<Item = Standing>,
    cohorts: &[Cohort],
    members: &mut FxHashMap<Vec<u32>, Span>,
) -> u32 {
    let mut standing: Vec<(u32, u32, u32)> =
        set.map(|one| (cohorts[one.cohort as usize].guard, one.exceptions, one.cohort)).collect();
    standing.sort_unstable();
    let runs: Vec<Run> = standing
        .chunk_by(|a, b| (a.0, a.1) == (b.0, b.1))
        .map(|run| {
            let (guard, exceptions, _) = run[0];
            let numbers: Vec<u32> = run.iter().map(|(.., cohort)| *cohort).collect();
            let members = *members.entry(numbers).or_insert_with_key(|numbers| {
                let own = numbers.iter().flat_map(|cohort| &cohorts[*cohort as usize].members);
                append(&mut shard.members, own.copied())
            });
            let of_guard = &shard.guards[guard as usize];
            let (opco, has_more) = (of_guard.opco, of_guard.has_more());
            Run { guard, opco, has_more, is_last: false, exceptions, members }
        })
        .collect();
    shard.add_posting(&runs)
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

/// The capacities of experts, the most common one first, and of those as common the largest.
fn capacities<'a>(experts: impl Iterator<Item = &'a IndexedExpert>) -> Vec<f64> {
    let mut all: Vec<f64> = experts.map(|expert| expert.capacity).collect();
    all.sort_unstable_by(|a, b| b.total_cmp(a));
    let mut each: Vec<&[f64]> = all.chunk_by(|a, b| a == b).collect();
    each.sort_by_key(|equal| Reverse(equal.len()));
    each.iter().map(|equal| equal[0]).collect()
}

/// Where items stand that were put at the end of a list.
fn append<T>(list: &mut Vec<T>, items: impl IntoIterator<Item = T>) -> Span {
    let start = offset(list.len());
    list.extend(items);
    Span { start, end: offset(list.len()) }
}

fn offset(number: usize) -> u32 {
    // Four billion postings would not fit into memory.
    u32::try_from(number).unwrap_or(u32::MAX)
}
