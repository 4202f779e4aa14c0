//! The shard of one subject, from the experts who hold it.

use std::cmp::Reverse;
use std::hash::Hash;
use std::sync::{Arc, OnceLock};

use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use super::facts::Lexicon;
use super::index::{Guard, Index, IndexedExpert, Member, OwnTest, OwnersTests, Run, Shard, Span, Tests};
use super::postings::Postings;
use super::rules::Group;
use super::sets::Sets;
use super::sieve::{CheckNumber, CheckSet, OwnCheckNumbers, Sieve};
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
    sieve: &'d Sieve,
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
            sieve: &index.sieve,
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
            distinct: Vec::new(),
            numbers: FxHashMap::default(),
            lists: Interned::of(Vec::new()),
            spans: FxHashMap::default(),
            parts: Interned::default(),
            parts_by_institution: FxHashMap::default(),
            lists_by_antenne: FxHashMap::default(),
            own_checks: OwnCheckNumbers::default(),
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

    fn expert(&self, indexed: &IndexedExpert) -> &'d Expert {
        &self.directory.experts()[indexed.position as usize]
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
    /// The tests of criteria that apply, each once.
    distinct: Vec<&'d OwnTest>,
    /// By address: equal criteria share their test.
    numbers: FxHashMap<usize, u32>,
    /// The lists of tests that owners have.
    lists: Interned<Vec<u32>>,
    /// Where the lists of tests stand that guards refer to.
    spans: FxHashMap<Vec<u32>, Span>,
    parts: Interned<InstitutionPart>,
    parts_by_institution: FxHashMap<u32, u32>,
    lists_by_antenne: FxHashMap<u32, u32>,
    own_checks: OwnCheckNumbers,
    /// By institution's part, antenne's list and expert's list.
    guards: FxHashMap<(u32, u32, u32), u32>,
    exceptions: FxHashMap<Vec<ZoneId>, u32>,
}

/// The number of the list of no tests.
const NO_TESTS: u32 = 0;

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
    tests: u32,
    groups: Vec<Group>,
    /// Of activities, OPCO and groups; nothing for what none can be made of.
    checks: Vec<Option<CheckNumber>>,
}

impl<'d> Builder<'_, 'd> {
    fn expert(&mut self, number: u32) {
        let Context { directory, experts, .. } = *self.context;
        let indexed = &experts[number as usize];
        let antenne = &directory.antennes()[indexed.antenne as usize];
        let institution = &directory.institutions()[indexed.institution as usize];
        // Rule 2: whoever is inactive is in no posting.
        if !indexed.is_active || !antenne.active || !institution.active {
            return;
        }
        let guard = self.guard(number, indexed, antenne, institution);
        let capacity = self.capacities.get(&indexed.capacity.to_bits()).copied().unwrap_or_default();
        let member = Member::new(indexed.key, number, capacity, indexed.away.is_some());
        let cohort = offset(self.cohorts.len());
        let own;
        let postings = match self.own_postings(indexed, antenne) {
            None => {
                let known = *self.followers.entry((indexed.antenne, guard)).or_insert(cohort);
                if known != cohort {
                    self.cohorts[known as usize].members.push(member);
                    return;
                }
                self.context.antenne_postings(indexed.antenne, antenne)
            }
            Some(postings) => {
                own = postings;
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

    /// Rule 3: the postings in which an expert stands, unless those of the antenne. The expert itself is
    /// looked at only where it has zones: it is far from the processor.
    fn own_postings(&self, indexed: &IndexedExpert, antenne: &Antenne) -> Option<Vec<Posting>> {
        if indexed.follows_antenne {
            return None;
        }
        let expert = self.context.expert(indexed);
        let held: SmallVec<[&Competence; 2]> =
            expert.competences.iter().filter(|own| own.subject == self.subject_id).collect();
        if expert.zones.is_empty() && held.iter().all(|own| own.zones.is_empty()) {
            return None;
        }
        let territories: SmallVec<[(&[Zone], bool); 2]> = held
            .iter()
            .map(|own| territory::of(own, expert, antenne))
            .map(|part| (part.zones, part.everything))
            .collect();
        Some(self.context.postings(&territories))
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
        let of_expert = match &tests.experts[number as usize] {
            None => NO_TESTS,
            own => self.applying(own, &self.context.expert(indexed).criteria),
        };
        if let Some(known) = self.guards.get(&(institution, of_antenne, of_expert)) {
            return *known;
        }
        let number = offset(self.shard.guards.len());
        let part = &self.parts.items[institution as usize];
        // Where one of a level has to accept and there is but one, it is required.
        let is_required = |level: &&Vec<u32>| self.context.rules == Rules::Every || level.len() <= 1;
        let levels = [part.tests, of_antenne, of_expert].map(|list| &self.lists.items[list as usize]);
        let (required, alternatives): (Vec<_>, Vec<_>) = levels.into_iter().partition(is_required);
        let required: Vec<u32> = required.into_iter().flatten().copied().collect();
        let (checks, are_all) = self.checks(part, &required);
        let is_sifted = are_all && alternatives.is_empty();
        let mut span = |list: &[u32]| match self.spans.get(list) {
            Some(known) => *known,
            None => {
                let tests = list.iter().map(|test| self.distinct[*test as usize].test.clone());
                let span = append(&mut self.shard.tests, tests);
                self.spans.insert(list.to_vec(), span);
                span
            }
        };
        let required = span(&required);
        let alternatives: Vec<Span> = alternatives.into_iter().map(|list| span(list)).collect();
        let shard = &mut self.shard;
        let guard = Guard {
            checks,
            is_sifted,
            activities: append(&mut shard.activities, part.activities.iter().copied()),
            opco: part.opco,
            required,
            alternatives: append(&mut shard.alternatives, alternatives),
            groups: append(&mut shard.groups, part.groups.iter().cloned()),
        };
        self.shard.guards.push(guard);
        self.guards.insert((institution, of_antenne, of_expert), number);
        number
    }

    /// The checks of a guard, and whether they are all that the institution and the tests ask for.
    fn checks(&self, part: &InstitutionPart, tests: &[u32]) -> (CheckSet, bool) {
        let tests = || tests.iter().map(|test| self.distinct[*test as usize]);
        let mut all: Vec<CheckNumber> =
            part.checks.iter().copied().flatten().chain(tests().flat_map(|own| own.checks.clone())).collect();
        all.sort_unstable();
        all.dedup();
        let is_sifted = all.len() <= CheckSet::MOST
            && part.checks.iter().all(Option::is_some)
            && tests().all(|own| own.is_sifted);
        (CheckSet::of(&all), is_sifted)
    }

    fn institution_part(&mut self, number: u32, institution: &Institution) -> u32 {
        if let Some(known) = self.parts_by_institution.get(&number) {
            return *known;
        }
        let Context { lexicon, tests, sieve, .. } = *self.context;
        let tests = self.applying(&tests.institutions[number as usize], &institution.criteria);
        let activities = lexicon.activities_of(institution);
        let groups = lexicon.groups_of(institution, self.subject, self.subject_id);
        let mut checks = Vec::new();
        if institution.is_opco() {
            checks.push(self.own_checks.opco(number, &mut self.shard.own_checks));
        }
        if !activities.is_empty() {
            checks.push(sieve.checks.activities(&activities));
        }
        if !groups.is_empty() {
            checks.push(self.own_checks.groups(&groups, &mut self.shard.own_checks));
        }
        let opco = if institution.is_opco() { number } else { Guard::NO_OPCO };
        let part = self.parts.intern(InstitutionPart { activities, opco, tests, groups, checks });
        self.parts_by_institution.insert(number, part);
        part
    }

    /// The list of an owner's tests that apply to the subject, by number.
    fn applying(&mut self, tests: &'d Tests, criteria: &[Criterion]) -> u32 {
        let Some(tests) = tests else { return NO_TESTS };
        let applying =
            criteria.iter().zip(tests.iter()).filter(|(criterion, _)| criterion.applies_to(self.subject_id));
        let number = |(_, test): (_, &'d Arc<OwnTest>)| {
            *self.numbers.entry(Arc::as_ptr(test).addr()).or_insert_with(|| {
                self.distinct.push(test);
                offset(self.distinct.len() - 1)
            })
        };
        let list = applying.map(number).collect();
        self.lists.intern(list)
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
            let has_more = exceptions != 0 || !of_guard.is_sifted;
            Run { members, guard, exceptions, has_more }
        })
        .collect();
    shard.add_posting(runs)
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
    /// With an item that has the number 0.
    fn of(first: T) -> Interned<T> {
        let mut interned = Interned::default();
        interned.intern(first);
        interned
    }

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
