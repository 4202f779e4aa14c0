//! Every class of needs against everybody on the board of its subject.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::board::{Board, Seat};
use super::classes::Class;
use super::groups::Groups;
use super::guard::GuardVerdict;
use super::obstacle::Obstacle;
use super::territories::{Spot, Territories, counts};
use crate::directory::RulesVersion;
use crate::engine::compiled::Compiled;
use crate::engine::facts::Facts;
use crate::explain::Rule;
use crate::geography::PlaceId;
use crate::invariant::{at, at_mut, broken};
use crate::parallel::each;

/// How many classes are looked at before what they say is added up: enough for every core, few enough to hold.
const STEP: usize = 2048;

const A_ROW: &str = "the group of a seat is a row of the report";
const A_GUARD: &str = "the guard of a seat is one of its board";

/// What was counted for one row.
#[derive(Default)]
pub(super) struct Tally {
    pub(super) asked: u64,
    pub(super) matched: u64,
    pub(super) outside: u64,
    pub(super) stopped: BTreeMap<Rule, u64>,
    pub(super) gains: FxHashMap<Obstacle, Gain>,
}

/// The needs that would come, were one obstacle taken away.
#[derive(Default)]
pub(super) struct Gain {
    pub(super) needs: u64,
    /// The classes, where their facts say which change takes it away.
    pub(super) classes: Vec<usize>,
    /// How many there are in each place, where that says it: needs elsewhere are many, and their places few.
    pub(super) places: FxHashMap<PlaceId, u64>,
}

/// What becomes of a need in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    Outside,
    /// Within the territory, and stopped by a rule.
    Stopped(Rule),
    Matched,
}

/// What one class says.
struct ClassCount {
    outcomes: Vec<(u32, Outcome)>,
    obstacles: Vec<(u32, Obstacle)>,
}

/// All that counting looks at.
pub(super) struct Counter<'c, 'r> {
    pub(super) compiled: &'r Compiled,
    pub(super) boards: &'c BTreeMap<u32, Board<'r>>,
    pub(super) territories: &'c Territories<'r>,
    /// Whether changes are looked for.
    pub(super) wants_changes: bool,
}

impl Counter<'_, '_> {
    /// Counts all classes, a tally a row.
    pub(super) fn count(&self, classes: &[Class<'_>], groups: &Groups) -> Vec<Tally> {
        let mut tallies: Vec<Tally> = groups.list.iter().map(|_| Tally::default()).collect();
        for (step, some) in classes.chunks(STEP).enumerate() {
            let counts =
                each(0..some.len(), |number| self.ask(at(some, number, "each number is one of a class")));
            for ((number, class), count) in (step * STEP..).zip(some).zip(counts) {
                let ClassCount { outcomes, obstacles } = count;
                for (group, outcome) in outcomes {
                    at_mut(&mut tallies, group as usize, A_ROW).add(outcome, class.needs);
                }
                for (group, obstacle) in obstacles {
                    let gain = at_mut(&mut tallies, group as usize, A_ROW).gains.entry(obstacle).or_default();
                    gain.needs += class.needs;
                    if obstacle.depends_on_facts() {
                        gain.classes.push(number);
                    }
                    if let Obstacle::Place(_) = obstacle {
                        *gain.places.entry(class.place).or_default() += class.needs;
                    }
                }
            }
        }
        tallies
    }

    /// What a class says.
    fn ask(&self, class: &Class<'_>) -> ClassCount {
        let Some(board) = self.boards.get(&class.subject) else {
            broken("each subject of a class has a board")
        };
        let facts = class.facts(self.compiled);
        let geography = self.compiled.directory().geography();
        let spot = Spot::new(geography, geography.chain(class.place), facts.on);
        let mut asked = Asked {
            board,
            facts: &facts,
            spot,
            rules: self.compiled.directory().rules(),
            is_offered: board.shard.is_offered(&facts.chain),
            verdicts: board.guards.iter().map(|_| None).collect(),
        };
        let mut outcomes: Vec<(u32, Outcome)> =
            board.groups.iter().map(|group| (*group, Outcome::Outside)).collect();
        let mut obstacles = Vec::new();
        let mut own = Vec::new();
        for seat in &board.holders {
            let outcome = asked.holder(seat, self.territories, &mut own);
            let place = outcomes.binary_search_by_key(&seat.group, |(group, _)| *group);
            let Some((_, best)) = place.ok().and_then(|place| outcomes.get_mut(place)) else {
                broken("the group of a holder is one of the board")
            };
            *best = outcome.max(*best);
            obstacles.extend(own.drain(..).map(|obstacle| (seat.group, obstacle)));
        }
        if !self.wants_changes {
            obstacles.clear();
            return ClassCount { outcomes, obstacles };
        }
        let is_matched = |group: u32| {
            let place = outcomes.binary_search_by_key(&group, |(group, _)| *group);
            place.is_ok_and(|place| outcomes.get(place).is_some_and(|(_, best)| *best == Outcome::Matched))
        };
        obstacles.retain(|(group, _)| !is_matched(*group));
        if asked.is_offered {
            let around = spot.chain.iter().filter_map(|zone| board.others_by_zone.get(zone));
            let number = |number: &usize| at(&board.others, *number, "each zone names others of the board");
            for seat in around.flatten().map(number) {
                if !is_matched(seat.group) && asked.would_match(seat) {
                    let obstacle = Obstacle::Subject { expert: seat.expert, subject: board.subject };
                    obstacles.push((seat.group, obstacle));
                }
            }
        }
        obstacles.sort_unstable();
        obstacles.dedup();
        ClassCount { outcomes, obstacles }
    }
}

/// One class, while everybody on the board is asked.
struct Asked<'a, 'r, 'n> {
    board: &'a Board<'r>,
    facts: &'a Facts<'r, 'n>,
    spot: Spot<'r>,
    rules: RulesVersion,
    /// Whether the theme is offered there.
    is_offered: bool,
    /// What each guard says, once it was asked.
    verdicts: Vec<Option<GuardVerdict>>,
}

impl Asked<'_, '_, '_> {
    /// What becomes of the need with an expert who holds the subject; where one change would make it match,
    /// that one is an obstacle.
    fn holder(
        &mut self,
        seat: &Seat,
        territories: &Territories<'_>,
        obstacles: &mut Vec<Obstacle>,
    ) -> Outcome {
        let on = self.spot.on;
        let is_archived = self.board.is_archived;
        let counts = counts(&seat.served, on);
        let is_covered = self.is_offered && territories.cover(&seat.served, self.spot);
        let absent = seat.presence.obstacles(on).count();
        let is_active = counts && absent == 0;
        let guard = self.guard(seat.guard);
        // What no change of the kinds that are looked for takes away counts as two.
        let beyond = usize::from(is_archived) + usize::from(!counts);
        let count = absent + guard.rejections + usize::from(!is_covered) + 2 * beyond;
        if count == 1 {
            obstacles.extend_from_slice(&guard.obstacles);
            obstacles.extend(seat.presence.obstacles(on));
        }
        let stopped_by = guard.stopped_by;
        if count == 1 && !is_covered && self.is_offered {
            territories.obstacles(&seat.served, self.spot, obstacles);
        }
        match (is_covered, stopped_by) {
            (false, _) => Outcome::Outside,
            (true, _) if is_archived => Outcome::Stopped(Rule::Subject),
            (true, _) if !is_active => Outcome::Stopped(Rule::Active),
            (true, Some(rule)) => Outcome::Stopped(rule),
            (true, None) => Outcome::Matched,
        }
    }

    /// Whether an expert who covers the place would match, did it hold the subject.
    fn would_match(&mut self, seat: &Seat) -> bool {
        seat.presence.obstacles(self.spot.on).next().is_none() && self.guard(seat.guard).rejections == 0
    }

    fn guard(&mut self, number: usize) -> GuardVerdict {
        let (board, facts, rules) = (self.board, self.facts, self.rules);
        let known = at_mut(&mut self.verdicts, number, A_GUARD);
        known.get_or_insert_with(|| at(&board.guards, number, A_GUARD).verdict(facts, rules)).clone()
    }
}

impl Tally {
    fn add(&mut self, outcome: Outcome, needs: u64) {
        match outcome {
            Outcome::Outside => {
                self.outside += needs;
                return;
            }
            Outcome::Stopped(rule) => *self.stopped.entry(rule).or_default() += needs,
            Outcome::Matched => self.matched += needs,
        }
        self.asked += needs;
    }
}
