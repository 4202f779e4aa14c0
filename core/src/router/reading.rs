//! How a match is put together from what was found.

use std::borrow::Cow;

use jiff::civil::Date;

use super::answer::Answer;
use super::found_match::Match;
use super::outline::{MatchOutline, MatchPositions};
use super::{Router, ZoneOwner};
use crate::engine::compiled::{Compiled, Placed};
use crate::engine::find::shard::{Member, Shard};
use crate::engine::offer::{joined_offer, only_competence, only_offer};
use crate::engine::order::found::Found;
use crate::engine::order::ordered::Substitutes;
use crate::geography::{Zone, ZoneId};
use crate::taxonomy::Subject;

/// Puts together what was found for one need.
pub(super) struct Reader<'r, 'a> {
    compiled: &'r Compiled,
    shard: &'r Shard,
    subject_number: u32,
    subject: &'r Subject,
    on: Date,
    chain: &'r [ZoneId; 7],
    substitutes: &'a Substitutes,
}

impl<'r, 'a> Reader<'r, 'a> {
    pub(super) fn new(router: &'r Router, answer: &'a Answer) -> Reader<'r, 'a> {
        let compiled = router.compiled();
        Reader {
            compiled,
            shard: compiled.shard(answer.subject),
            subject_number: answer.subject,
            subject: compiled.subject(answer.subject),
            on: answer.on,
            chain: compiled.directory().geography().chain(answer.place.id),
            substitutes: &answer.substitutes,
        }
    }

    /// The whole match.
    pub(super) fn read(&self, found: Found) -> Match<'r> {
        let holder = self.compiled.placed(self.member(found).expert);
        let zone = self.zone(found);
        let (zone_owner, note) = self.offer(found, holder, zone);
        let substitute = self.substitutes.of_found(found);
        let placed = substitute.map_or(holder, |substitute| self.compiled.placed(substitute));
        Match {
            expert: placed.expert,
            antenne: placed.antenne,
            institution: placed.institution,
            instead_of: substitute.map(|_| holder.expert),
            subject: self.subject,
            zone,
            zone_owner,
            note,
            absent_until: self.absent_until(placed.number),
            unverified: found.unverified().fields().collect(),
        }
    }

    /// Where the match stands in the directory.
    pub(super) fn positions(&self, found: Found) -> MatchPositions {
        let indexed = self.compiled.index().expert(self.named(found));
        MatchPositions {
            expert: indexed.position,
            antenne: indexed.antenne,
            institution: indexed.institution,
            subject: self.subject_number,
        }
    }

    /// The match without what the expert offers.
    pub(super) fn outline(&self, found: Found) -> MatchOutline {
        MatchOutline {
            positions: self.positions(found),
            zone: self.zone(found),
            instead_of: self
                .substitutes
                .of_found(found)
                .map(|_| self.compiled.index().expert(self.member(found).expert).position),
            absent_until: self.absent_until(self.named(found)),
            unverified: found.unverified().fields().collect(),
        }
    }

    /// The number of the expert that the match names: the one who was found, or who stands in.
    fn named(&self, found: Found) -> u32 {
        self.substitutes.of_found(found).unwrap_or_else(|| self.member(found).expert)
    }

    fn member(&self, found: Found) -> &'r Member {
        self.shard.member(found.member())
    }

    fn zone(&self, found: Found) -> Zone {
        self.compiled.directory().geography().zone_of(found.covering(self.chain))
    }

    fn absent_until(&self, expert: u32) -> Option<Date> {
        match self.compiled.index().expert(expert).absences?.covers(self.on) {
            Some(false) => None,
            _ => self.compiled.placed(expert).expert.absent_until(self.on),
        }
    }

    /// Whose zone covers, and what the expert offers there.
    fn offer(&self, found: Found, placed: Placed<'r>, zone: Zone) -> (ZoneOwner, Option<Cow<'r, str>>) {
        match only_competence(placed, self.shard.held_through(found.member())) {
            // It was found through this one: no need to look through its zones.
            Some(competence) => {
                let (owner, note) = only_offer(placed, competence);
                (owner, note.map(Cow::Borrowed))
            }
            None => {
                let geography = self.compiled.directory().geography();
                joined_offer(placed, &self.subject.id, zone, (self.chain, self.on), geography)
            }
        }
    }
}
