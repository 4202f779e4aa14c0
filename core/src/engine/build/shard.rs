//! The shard of one subject, from the experts who hold it.

use std::cmp::Reverse;
use std::sync::OnceLock;

use rustc_hash::FxHashMap;
use smallvec::{SmallVec, smallvec};

use crate::directory::{Antenne, Competence, Directory, Expert, Level, Rules};
use crate::engine::build::guards::Guards;
use crate::engine::build::sets::Sets;
use crate::engine::build::territory;
use crate::engine::facts::Lexicon;
use crate::engine::find::held::{Held, Holder};
use crate::engine::find::index::{Index, IndexedExpert, Member, OwnersTests, Run, Shard, Span, offset};
use crate::engine::find::postings::Postings;
use crate::engine::sieve::Sieve;
use crate::geography::{Geography, PlaceId, Zone, ZoneId};

/// What shards are made from.
pub(crate) struct Context<'d> {
    pub(crate) rules: Rules,
    pub(crate) directory: &'d Directory,
    pub(crate) lexicon: &'d Lexicon,
    /// By number.
    experts: &'d [IndexedExpert],
    pub(crate) tests: &'d OwnersTests,
    pub(crate) sieve: &'d Sieve,
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
    pub(crate) fn new(index: &'d Index, directory: &'d Directory, lexicon: &'d Lexicon) -> Context<'d> {
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

    /// The shard of a subject. The experts who hold it are given in the order of their ids.
    pub(crate) fn shard(&self, subject: u32, competent: &[Holder]) -> Shard {
        let of_subject = &self.directory.subjects()[subject as usize];
        let theme = self.directory.themes().iter().find(|theme| theme.id == of_subject.theme);
        let zone_ids = |zones: &[Zone]| {
            zones.iter().filter_map(|zone| self.directory.geography().zone_id(*zone)).collect()
        };
        let mut builder = Builder {
            context: self,
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
            guards: Guards::new(self, subject),
            exceptions: FxHashMap::from_iter([(Vec::new(), 0)]),
        };
        let capacities = capacities(competent.iter().map(|holder| &self.experts[holder.expert as usize]));
        builder.shard.ratios = capacities.iter().map(|own| capacities[0] / own).collect();
        builder.capacities = capacities.iter().map(|own| own.to_bits()).zip(0..).collect();
        // Rule 1: an archived subject matches nobody.
        if !of_subject.archived {
            competent.iter().for_each(|holder| builder.expert(*holder));
        }
        builder.finish()
    }

    pub(crate) fn expert(&self, indexed: &IndexedExpert) -> &'d Expert {
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
    subject_id: &'d str,
    shard: Shard,
    /// The number of each capacity, by its bits.
    capacities: FxHashMap<u64, u32>,
    /// What stands in postings. While experts are added, the number of a posting is that of its set.
    sets: Sets<Standing>,
    cohorts: Vec<Cohort>,
    /// By antenne and guard, the cohort of those who follow the antenne.
    followers: FxHashMap<(u32, u32), u32>,
    guards: Guards<'c, 'd>,
    exceptions: FxHashMap<Vec<ZoneId>, u32>,
}

/// Experts who stand in the same postings.
struct Cohort {
    guard: u32,
    /// Mostly one.
    members: SmallVec<[(Member, Held); 1]>,
}

/// A cohort, by number, as it stands in a posting.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Standing {
    exceptions: u32,
    cohort: u32,
}

impl Builder<'_, '_> {
    fn expert(&mut self, Holder { expert: number, held }: Holder) {
        let Context { directory, experts, .. } = *self.context;
        let indexed = &experts[number as usize];
        let antenne = &directory.antennes()[indexed.antenne as usize];
        let institution = &directory.institutions()[indexed.institution as usize];
        // Rule 2: whoever is inactive is in no posting.
        if !indexed.is_active || !antenne.active || !institution.active {
            return;
        }
        let guard = self.guards.of(&mut self.shard, number, indexed, antenne, institution);
        let capacity = self.capacities.get(&indexed.capacity.to_bits()).copied().unwrap_or_default();
        let member = (Member::new(indexed.key, number, capacity, indexed.away.is_some()), held);
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
        self.cohorts.push(Cohort { guard, members: smallvec![member] });
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
        self.shard.exceptions.push(Span::append(&mut self.shard.excepted_zones, zones.iter().copied()));
        self.exceptions.insert(zones.to_vec(), number);
        number
    }

    /// Makes a posting of each set that some zone has.
    fn finish(self) -> Shard {
        let Builder { mut shard, sets, cohorts, .. } = self;
        let mut made = vec![0; sets.len()];
        let mut members = FxHashMap::default();
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
    members: &mut FxHashMap<SmallVec<[u32; 4]>, Span>,
) -> u32 {
    let mut standing: Vec<(u32, u32, u32)> =
        set.map(|one| (cohorts[one.cohort as usize].guard, one.exceptions, one.cohort)).collect();
    standing.sort_unstable();
    let runs: Vec<Run> = standing
        .chunk_by(|a, b| (a.0, a.1) == (b.0, b.1))
        .map(|run| {
            let (guard, exceptions, _) = run[0];
            let cohorts_of_run = run.iter().map(|(.., cohort)| *cohort).collect();
            let members = *members.entry(cohorts_of_run).or_insert_with_key(|numbers| {
                let own = || numbers.iter().flat_map(|cohort| &cohorts[*cohort as usize].members);
                // A processor guesses better where it finds the two kinds apart.
                let plain = own().filter(|(member, _)| member.is_plain());
                let in_order = plain.chain(own().filter(|(member, _)| !member.is_plain()));
                shard.held.extend(in_order.clone().map(|(_, held)| *held));
                Span::append(&mut shard.members, in_order.map(|(member, _)| *member))
            });
            Run { members, guard, exceptions }
        })
        .collect();
    shard.add_posting(runs)
}

/// The capacities of experts, the most common one first, and of those as common the largest.
fn capacities<'a>(experts: impl Iterator<Item = &'a IndexedExpert>) -> Vec<f64> {
    let mut all: Vec<f64> = experts.map(|expert| expert.capacity).collect();
    all.sort_unstable_by(|a, b| b.total_cmp(a));
    let mut each: Vec<&[f64]> = all.chunk_by(|a, b| a == b).collect();
    each.sort_by_key(|equal| Reverse(equal.len()));
    each.iter().map(|equal| equal[0]).collect()
}
