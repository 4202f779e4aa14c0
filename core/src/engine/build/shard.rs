//! The shard of one subject, from the experts who hold it.

use std::borrow::Cow;

use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use super::capacities::Capacities;
use super::guards::Guards;
use super::in_force::{InForce, in_force};
use super::postings::PostingsBuilder;
use super::served_zones::ServedZones;
use super::shard_compiler::ShardCompiler;
use super::zones::{StandingZone, standing_zones, zone_id};
use crate::directory::{Antenne, Competence, Institution};
use crate::engine::find::holder::{HeldThrough, Holder};
use crate::engine::find::index::IndexedExpert;
use crate::engine::find::shard::{Member, Shard};
use crate::engine::period::Days;
use crate::engine::span::Span;
use crate::invariant::broken;

impl ShardCompiler<'_> {
    /// The shard of a subject. Its holders come in the order of their ids.
    pub(super) fn shard(&self, subject: u32, holders: &[Holder]) -> Shard {
        let in_directory = &self.directory.subjects()[subject as usize];
        let geography = self.directory.geography();
        let theme = self
            .directory
            .themes()
            .iter()
            .find(|theme| theme.id == in_directory.theme)
            .unwrap_or_else(|| broken("every subject of a sound directory names one of its themes"));
        let holders: Vec<Holder> = match in_directory.archived {
            // Rule 1: an archived subject matches nobody.
            true => Vec::new(),
            false => holders.iter().copied().filter(|holder| self.is_active(*holder)).collect(),
        };
        let capacities = Capacities::of(holders.iter().map(|holder| &self.experts[holder.expert as usize]));
        let mut builder = ShardBuilder {
            compiler: self,
            subject_id: &in_directory.id,
            shard: Shard {
                theme_zones: theme.zones.iter().map(|zone| zone_id(geography, *zone)).collect(),
                exceptions: vec![Span::default()],
                ..Shard::default()
            },
            capacities,
            followers: FxHashMap::default(),
            guards: Guards::new(self, subject),
            postings: PostingsBuilder::new(geography),
        };
        holders.iter().for_each(|holder| builder.add(*holder));
        builder.postings.finish(&mut builder.shard);
        builder.shard.capacities = builder.capacities.into_distinct();
        builder.shard
    }

    /// Rule 2: whoever is inactive stands nowhere.
    fn is_active(&self, holder: Holder) -> bool {
        let indexed = &self.experts[holder.expert as usize];
        let antenne = &self.directory.antennes()[indexed.antenne as usize];
        let institution = &self.directory.institutions()[indexed.institution as usize];
        indexed.is_active && antenne.active && institution.active
    }
}

/// A shard while experts are added.
struct ShardBuilder<'c, 'd> {
    compiler: &'c ShardCompiler<'d>,
    subject_id: &'d str,
    shard: Shard,
    capacities: Capacities,
    /// By antenne and guard, the cohort of those who follow the antenne.
    followers: FxHashMap<(u32, u32), u32>,
    guards: Guards<'c, 'd>,
    postings: PostingsBuilder,
}

impl<'c> ShardBuilder<'c, '_> {
    fn add(&mut self, holder: Holder) {
        let ShardCompiler { directory, experts, .. } = *self.compiler;
        let indexed = &experts[holder.expert as usize];
        let antenne = &directory.antennes()[indexed.antenne as usize];
        let institution = &directory.institutions()[indexed.institution as usize];
        // Rule 2: on no day do both count.
        let Some(days) = indexed.days.and(Days::of(antenne.valid)) else { return };
        if !indexed.has_periods {
            return self.add_on(holder, indexed, antenne, institution, days, |_| true);
        }
        let competences = &self.compiler.in_directory(indexed).competences;
        let positions: SmallVec<[usize; 2]> = (0..competences.len())
            .filter(|position| competences[*position].subject == self.subject_id)
            .collect();
        let periods: SmallVec<[Days; 2]> =
            positions.iter().map(|position| Days::of(competences[*position].valid)).collect();
        for InForce { days, competences: counting } in in_force(days, &periods) {
            let held_through = match counting.as_slice() {
                [only] => HeldThrough::at(positions[*only]),
                _ => HeldThrough::SEVERAL,
            };
            let holder = Holder { competence: held_through, ..holder };
            let counts = |position: usize| counting.iter().any(|one| positions[*one] == position);
            self.add_on(holder, indexed, antenne, institution, days, counts);
        }
    }

    /// Adds an expert for the days on which the competences at these positions count.
    fn add_on(
        &mut self,
        holder: Holder,
        indexed: &IndexedExpert,
        antenne: &'c Antenne,
        institution: &Institution,
        days: Days,
        counts: impl Fn(usize) -> bool,
    ) {
        let guard = self.guards.guard_of(&mut self.shard, holder.expert, indexed, antenne, institution, days);
        let capacity = self.capacities.position(indexed);
        let member = Member::new(indexed.fair_key, holder.expert, capacity, indexed.absences.is_some());
        // Rule 3: the zones in which the expert stands.
        let replacing;
        let zones = match self.replacing_zones(holder.expert, indexed, antenne, counts) {
            None => {
                let next = self.postings.next_cohort();
                let cohort = *self.followers.entry((indexed.antenne, guard)).or_insert(next);
                if cohort != next {
                    return self.postings.join(cohort, member, holder.competence);
                }
                self.compiler.antenne_zones(indexed.antenne, antenne)
            }
            Some(zones) => {
                replacing = zones;
                &replacing[..]
            }
        };
        self.postings.add_cohort(&mut self.shard, zones, guard, member, holder.competence);
    }

    /// The zones of the expert and of its competences in the subject that count, if these replace the
    /// antenne's.
    /// The directory's record of the expert is far from the processor, and only read where some
    /// competence or the expert has zones.
    fn replacing_zones(
        &self,
        number: u32,
        indexed: &IndexedExpert,
        antenne: &Antenne,
        counts: impl Fn(usize) -> bool,
    ) -> Option<Cow<'c, [StandingZone]>> {
        if indexed.follows_antenne {
            return None;
        }
        let expert = self.compiler.in_directory(indexed);
        let in_subject: SmallVec<[&Competence; 2]> = expert
            .competences
            .iter()
            .enumerate()
            .filter(|(position, competence)| competence.subject == self.subject_id && counts(*position))
            .map(|(_, competence)| competence)
            .collect();
        if in_subject.iter().all(|competence| competence.zones.is_empty()) {
            return (!expert.zones.is_empty()).then(|| self.compiler.expert_zones(number, expert));
        }
        let territories = in_subject.iter().map(|competence| ServedZones::of(competence, expert, antenne));
        Some(Cow::Owned(standing_zones(self.compiler.directory.geography(), territories)))
    }
}
