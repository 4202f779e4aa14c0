//! Rules 4 to 7 of one expert: which of them reject, and whether one change would do.

use std::sync::Arc;

use smallvec::SmallVec;

use super::obstacle::Obstacle;
use crate::directory::{CriterionOwner, RulesVersion};
use crate::engine::answer_group::AnswerGroup;
use crate::engine::compiled::{Compiled, Placed};
use crate::engine::criteria::Test;
use crate::engine::facts::{ActivityNumber, Facts};
use crate::engine::find::index::CriterionTest;
use crate::engine::find::rules;
use crate::explain::Rule;

/// What decides on an expert beside subject, status and territory, on one subject.
pub(super) struct Guard<'r> {
    /// The position of the institution.
    institution: usize,
    is_opco: bool,
    activities: Vec<ActivityNumber>,
    levels: [Level<'r>; 3],
}

/// What an institution, an antenne or an expert asks for on one subject.
pub(super) struct Level<'r> {
    owner: CriterionOwner,
    /// The criteria that apply, with their positions among the owner's.
    tests: Vec<(usize, &'r Test)>,
    answers: Vec<AnswerGroup>,
}

/// What a guard makes of a need.
#[derive(Clone, Debug)]
pub(super) struct GuardVerdict {
    /// The first rule that rejects.
    pub(super) stopped_by: Option<Rule>,
    /// How many things reject, of which each takes a change of its own.
    pub(super) rejections: usize,
    /// Where one rejects, what takes it away.
    pub(super) obstacles: SmallVec<[Obstacle; 1]>,
}

/// The owners that decide on an expert, as far as they ask for anything on a subject: experts who share them
/// share a guard.
pub(super) type GuardKey = [Option<CriterionOwner>; 3];

impl<'r> Guard<'r> {
    /// What is asked for on a subject, and by whom.
    pub(super) fn of(compiled: &'r Compiled, placed: Placed<'r>, subject: u32) -> (GuardKey, Guard<'r>) {
        let (id, lexicon) = (&compiled.subject(subject).id, compiled.lexicon());
        let indexed = compiled.index().expert(placed.number);
        let level = |owner: CriterionOwner, tests: &'r [Arc<CriterionTest>]| {
            let applying = owner.criteria(compiled.directory()).iter().zip(tests).enumerate();
            let applying = applying.filter(|(_, (criterion, _))| criterion.applies_to(id));
            Level {
                owner,
                tests: applying.map(|(position, (_, compiled))| (position, &compiled.test)).collect(),
                answers: lexicon.groups_of(owner.answer_groups(compiled.directory()), subject, id),
            }
        };
        let [institution, antenne, expert] = indexed.owners();
        let [of_institution, of_antenne, of_expert] = compiled.criteria_tests(placed.number);
        let levels =
            [level(institution, of_institution), level(antenne, of_antenne), level(expert, of_expert)];
        let [_, of_antenne, of_expert] = &levels;
        let if_asking =
            |level: &Level<'_>| (!level.tests.is_empty() || !level.answers.is_empty()).then_some(level.owner);
        let key = [Some(institution), if_asking(of_antenne), if_asking(of_expert)];
        let guard = Guard {
            institution: indexed.institution as usize,
            is_opco: placed.institution.is_opco(),
            activities: lexicon.activities_of(placed.institution),
            levels,
        };
        (key, guard)
    }

    /// What rules 4 to 7 make of a need.
    pub(super) fn verdict(&self, facts: &Facts<'_, '_>, version: RulesVersion) -> GuardVerdict {
        let mut verdict = GuardVerdict { stopped_by: None, rejections: 0, obstacles: SmallVec::new() };
        if !rules::activities(&self.activities, facts) {
            verdict.add(Rule::Activities, [Obstacle::Activities(self.institution)]);
        }
        let opco = self.is_opco.then(|| u32::try_from(self.institution).unwrap_or(u32::MAX));
        if rules::opco(opco, facts).is_none() {
            verdict.add(Rule::Opco, []);
        }
        for level in &self.levels {
            let counting = || level.tests.iter().filter(|(_, test)| test.counts_on(facts.on));
            match version {
                // Each criterion that rejects is an obstacle.
                RulesVersion::Every => {
                    for (position, _) in counting().filter(|(_, test)| test.accepts(facts).is_none()) {
                        verdict.add(Rule::Criteria, [Obstacle::Criterion(level.owner, *position)]);
                    }
                }
                // Where all of a level reject, the level is one obstacle, which any of them can take away.
                RulesVersion::AnyInLevel => {
                    let verdicts = counting().map(|(_, test)| test.accepts(facts));
                    if rules::level(verdicts, version).is_none() {
                        let obstacle =
                            |(position, _): &(usize, _)| Obstacle::Criterion(level.owner, *position);
                        verdict.add(Rule::Criteria, counting().map(obstacle));
                    }
                }
            }
        }
        for level in &self.levels {
            if !rules::answers(&level.answers, facts) {
                verdict.add(Rule::Answers, [Obstacle::Answers(level.owner)]);
            }
        }
        verdict
    }
}

impl GuardVerdict {
    fn add(&mut self, rule: Rule, obstacles: impl IntoIterator<Item = Obstacle>) {
        self.stopped_by = self.stopped_by.or(Some(rule));
        self.rejections += 1;
        match self.rejections {
            1 => self.obstacles.extend(obstacles),
            _ => self.obstacles.clear(),
        }
    }
}
