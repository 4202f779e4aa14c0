//! The checks of one shard: what only needs on its subject are asked.

use rustc_hash::FxHashMap;

use super::check_set::{CheckNumber, FIRST_OF_DIRECTORY, FIRST_OF_SHARD};
use super::combined::{Combined, CombinedChecks};
use super::verdicts::{ACCEPTS, CheckVerdicts, REJECTS, bits as verdict_bits};
use crate::codes::Truth;
use crate::engine::answer_group::{AnswerGroup, OptionNumber, Questions};
use crate::engine::conditions::Unverified;
use crate::engine::criteria::Verdict;
use crate::engine::facts::Facts;
use crate::need::NeedField;

/// The checks of OPCO, of answers, and those that are made of others. There are few on a subject, and many in a
/// directory.
#[derive(Debug, Default)]
pub(crate) struct ShardChecks {
    /// Checks that the facility's OPCO is this institution.
    opcos: Vec<(u32, CheckNumber)>,
    /// What the groups of all checks of answers accept, those of one check in a row, and of one group. A check
    /// rejects if each of its groups is contradicted.
    accepted: Vec<AcceptedBits>,
    /// For everything that is offered by a question of some group, the bits of all that this offers.
    offered: Vec<u64>,
    combined: CombinedChecks,
}

/// What a group accepts as the answer to one question.
#[derive(Clone, Copy, Debug)]
struct AcceptedBits {
    /// A bit for each thing that the question offers and the group accepts.
    options: u64,
    check: CheckNumber,
    /// Whether it is the last question of its group.
    is_last_of_group: bool,
    /// Whether the group is the last of its check.
    is_last: bool,
}

impl ShardChecks {
    /// Sets the verdict of each check of the shard on a need.
    pub(crate) fn sift(&self, facts: &Facts<'_, '_>, verdicts: &mut CheckVerdicts) {
        for (institution, check) in &self.opcos {
            let verdict = match facts.opco.is(*institution) {
                Truth::Yes => Verdict::ACCEPTS,
                Truth::Unknown => Verdict::Accepts(Unverified::one(NeedField::Opco)),
                Truth::No => Verdict::Rejects,
            };
            verdicts.set(*check, verdict_bits(verdict));
        }
        if !self.accepted.is_empty() && !facts.answers.is_empty() {
            self.sift_answers(facts, verdicts);
        }
        self.combined.sift(facts.on, verdicts);
    }

    fn sift_answers(&self, facts: &Facts<'_, '_>, verdicts: &mut CheckVerdicts) {
        // Everything that the answered questions offer, and what of it was answered.
        let (mut offered, mut answered) = (0, 0);
        for (_, option) in &facts.answers {
            let of_question = self.offered.get(*option as usize).copied().unwrap_or(0);
            offered |= of_question;
            answered |= if of_question == 0 { 0 } else { 1 << option };
        }
        let (mut is_contradicted, mut all_contradicted) = (false, true);
        for accepted in &self.accepted {
            let options = accepted.options;
            is_contradicted |= options & offered != 0 && options & answered == 0;
            if accepted.is_last_of_group {
                all_contradicted &= std::mem::take(&mut is_contradicted);
            }
            if accepted.is_last {
                verdicts.set(accepted.check, if all_contradicted { REJECTS } else { ACCEPTS });
                all_contradicted = true;
            }
        }
    }
}

/// The checks of a shard while they are numbered.
pub(crate) struct ShardCheckNumbers {
    next: CheckNumber,
    groups: FxHashMap<Vec<AnswerGroup>, CheckNumber>,
    combined: FxHashMap<Combined, CheckNumber>,
}

impl Default for ShardCheckNumbers {
    fn default() -> ShardCheckNumbers {
        ShardCheckNumbers {
            next: FIRST_OF_SHARD,
            groups: FxHashMap::default(),
            combined: FxHashMap::default(),
        }
    }
}

/// How many things that questions offer have a bit. A group that names a later one has no check, and is left to
/// the guards.
const OPTIONS: OptionNumber = 64;

impl ShardCheckNumbers {
    fn next_number(&mut self) -> Option<CheckNumber> {
        let check = (self.next < FIRST_OF_DIRECTORY).then_some(self.next)?;
        self.next += 1;
        Some(check)
    }

    /// A new check that the facility's OPCO is this institution, if there is a number left.
    pub(crate) fn add_opco(&mut self, institution: u32, checks: &mut ShardChecks) -> Option<CheckNumber> {
        let check = self.next_number()?;
        checks.opcos.push((institution, check));
        Some(check)
    }

    /// The check of alternatives or of a period, if there is a number left.
    pub(crate) fn combined(&mut self, combined: Combined, checks: &mut ShardChecks) -> Option<CheckNumber> {
        if let Some(known) = self.combined.get(&combined) {
            return Some(*known);
        }
        let check = self.next_number()?;
        checks.combined.add(&combined, check);
        self.combined.insert(combined, check);
        Some(check)
    }

    /// The check of some groups on a subject's questions, if there can be one.
    pub(crate) fn answer_groups(
        &mut self,
        groups: &[AnswerGroup],
        questions: &Questions,
        checks: &mut ShardChecks,
    ) -> Option<CheckNumber> {
        if let Some(known) = self.groups.get(groups) {
            return Some(*known);
        }
        if groups.iter().flatten().any(|(question, _)| questions.offered(*question).end > OPTIONS) {
            return None;
        }
        let check = self.next_number()?;
        self.groups.insert(groups.to_vec(), check);
        for (group, following) in groups.iter().zip((0..groups.len()).rev()) {
            for ((question, options), left) in group.iter().zip((0..group.len()).rev()) {
                checks.accepted.push(AcceptedBits {
                    options: bits(options.iter().copied()),
                    check,
                    is_last_of_group: left == 0,
                    is_last: left == 0 && following == 0,
                });
                let offered = questions.offered(*question);
                let all = bits(offered.clone());
                if checks.offered.len() < offered.end as usize {
                    checks.offered.resize(offered.end as usize, 0);
                }
                offered.for_each(|option| checks.offered[option as usize] = all);
            }
        }
        Some(check)
    }
}

fn bits(options: impl Iterator<Item = OptionNumber>) -> u64 {
    options.fold(0, |bits, option| bits | 1 << option)
}
