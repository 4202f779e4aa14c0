//! Everybody whom needs on one subject concern: who holds it, and who could.

use std::collections::BTreeMap;
use std::collections::hash_map::Entry;

use rustc_hash::{FxHashMap, FxHashSet};

use super::groups::Groups;
use super::guard::{Guard, GuardKey};
use super::presence::Presence;
use super::territories::{ServedList, Territories};
use crate::engine::compiled::{Compiled, Placed};
use crate::engine::find::shard::Shard;
use crate::geography::ZoneId;
use crate::invariant::{at, at_mut};

const AN_EXPERT: &str = "the number of an expert is one of the index";

/// The experts who hold one subject, and those who could.
pub(super) struct Board<'r> {
    pub(super) subject: u32,
    pub(super) is_archived: bool,
    pub(super) shard: &'r Shard,
    pub(super) guards: Vec<Guard<'r>>,
    pub(super) holders: Vec<Seat>,
    /// Of experts who are alike, the first by id.
    pub(super) others: Vec<Seat>,
    /// The others by the zones in which they are.
    pub(super) others_by_zone: FxHashMap<ZoneId, Vec<usize>>,
    /// The groups of holders, by number.
    pub(super) groups: Vec<u32>,
}

/// An expert on a board.
pub(super) struct Seat {
    /// The number of the expert.
    pub(super) expert: u32,
    /// The group in which it counts.
    pub(super) group: u32,
    /// The number of the guard.
    pub(super) guard: usize,
    pub(super) presence: Presence,
    pub(super) served: ServedList,
}

impl<'r> Board<'r> {
    /// Whom needs on a subject concern; the others are only looked for where they are wanted.
    pub(super) fn of(
        compiled: &'r Compiled,
        subject: u32,
        groups: &Groups,
        wants_others: bool,
        territories: &mut Territories<'r>,
    ) -> Board<'r> {
        let record = compiled.subject(subject);
        let mut board = Board {
            subject,
            is_archived: record.archived,
            shard: compiled.shard(subject),
            guards: Vec::new(),
            holders: Vec::new(),
            others: Vec::new(),
            others_by_zone: FxHashMap::default(),
            groups: Vec::new(),
        };
        let mut guards: FxHashMap<GuardKey, usize> = FxHashMap::default();
        let mut holders = vec![false; compiled.index().experts.len()];
        for holder in compiled.index().holders(subject) {
            *at_mut(&mut holders, holder.expert as usize, AN_EXPERT) = true;
            let Some(group) = groups.of_expert(holder.expert) else { continue };
            let placed = compiled.placed(holder.expert);
            let served = territories.held(placed, compiled.index().expert(placed.number).antenne, &record.id);
            let seat = board.seat(compiled, placed, group, served, &mut guards);
            board.holders.push(seat);
            board.groups.push(group);
        }
        board.groups.sort_unstable();
        board.groups.dedup();
        if wants_others && !board.is_archived {
            let is_holder = |number: u32| *at(&holders, number as usize, AN_EXPERT);
            board.add_others(compiled, groups, is_holder, territories, &mut guards);
        }
        board
    }

    fn add_others(
        &mut self,
        compiled: &'r Compiled,
        groups: &Groups,
        is_holder: impl Fn(u32) -> bool,
        territories: &mut Territories<'r>,
        guards: &mut FxHashMap<GuardKey, usize>,
    ) {
        let mut alike: FxHashSet<(u32, usize, ServedList, Presence)> = FxHashSet::default();
        for number in compiled.index().numbers_by_id.iter().copied().filter(|number| !is_holder(*number)) {
            let Some(group) = groups.of_expert(number) else { continue };
            let placed = compiled.placed(number);
            let served = territories.general(placed, compiled.index().expert(number).antenne);
            let seat = self.seat(compiled, placed, group, served, guards);
            let key = (group, seat.guard, seat.served.clone(), seat.presence.clone());
            if !seat.presence.is_off() && alike.insert(key) {
                self.others.push(seat);
            }
        }
        for (number, seat) in self.others.iter().enumerate() {
            for zone in seat.served.iter().flat_map(|served| territories.zones(served.territory)) {
                self.others_by_zone.entry(zone).or_default().push(number);
            }
        }
    }

    fn seat(
        &mut self,
        compiled: &'r Compiled,
        placed: Placed<'r>,
        group: u32,
        served: ServedList,
        guards: &mut FxHashMap<GuardKey, usize>,
    ) -> Seat {
        let (key, guard) = Guard::of(compiled, placed, self.subject);
        let guard = match guards.entry(key) {
            Entry::Occupied(known) => *known.get(),
            Entry::Vacant(new) => {
                self.guards.push(guard);
                *new.insert(self.guards.len() - 1)
            }
        };
        Seat { expert: placed.number, group, guard, presence: Presence::of(compiled, placed), served }
    }
}

/// The boards of some subjects, by number.
pub(super) fn boards<'r>(
    compiled: &'r Compiled,
    subjects: impl IntoIterator<Item = u32>,
    groups: &Groups,
    wants_others: bool,
    territories: &mut Territories<'r>,
) -> BTreeMap<u32, Board<'r>> {
    let board = |subject| (subject, Board::of(compiled, subject, groups, wants_others, territories));
    subjects.into_iter().map(board).collect()
}
