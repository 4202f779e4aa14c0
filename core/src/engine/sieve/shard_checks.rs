//! The checks of one shard: what its institutions ask of a need on its subject.

use rustc_hash::FxHashMap;

use super::check_set::{CheckNumber, FIRST_OF_DIRECTORY, FIRST_OF_SHARD};
use super::verdicts::{ACCEPTS, CheckVerdicts, OPEN, REJECTS};
use crate::codes::Truth;
use crate::engine::answer_group::{AnswerGroup, QuestionNumber};
use crate::engine::facts::Facts;

/// The checks of OPCO and of answers. There are few on a subject, and many in a directory.
#[derive(Debug, Default)]
pub(crate) struct ShardChecks {
    /// Checks that the facility's OPCO is this institution.
    opcos: Vec<(u32, CheckNumber)>,
    /// The groups of all checks of answers, those of one check in a row. A check rejects if each of its
    /// groups is contradicted.
    groups: Vec<GroupBits>,
}

/// A group of answers as bits, one for each question.
#[derive(Clone, Copy, Debug)]
struct GroupBits {
    /// The questions to which the answer is to be yes.
    yes: u64,
    /// The questions to which the answer is to be no.
    no: u64,
    check: CheckNumber,
    /// Whether it is the last group of its check.
    is_last: bool,
}

impl ShardChecks {
    /// Sets the verdict of each check of the shard on a need.
    pub(crate) fn sift(&self, facts: &Facts<'_, '_>, verdicts: &mut CheckVerdicts) {
        for (institution, check) in &self.opcos {
            verdicts.set(
                *check,
                match facts.opco.is(*institution) {
                    Truth::Yes => ACCEPTS,
                    Truth::Unknown => OPEN,
                    Truth::No => REJECTS,
                },
            );
        }
        if self.groups.is_empty() || facts.answers.is_empty() {
            return;
        }
        let (yes, no) = (question_bits(&facts.answers, true), question_bits(&facts.answers, false));
        let mut all_contradicted = true;
        for group in &self.groups {
            all_contradicted &= group.yes & no | group.no & yes != 0;
            if group.is_last {
                verdicts.set(group.check, if all_contradicted { REJECTS } else { ACCEPTS });
                all_contradicted = true;
            }
        }
    }
}

/// The checks of a shard while they are numbered.
pub(crate) struct ShardCheckNumbers {
    next: CheckNumber,
    groups: FxHashMap<Vec<AnswerGroup>, CheckNumber>,
}

impl Default for ShardCheckNumbers {
    fn default() -> ShardCheckNumbers {
        ShardCheckNumbers { next: FIRST_OF_SHARD, groups: FxHashMap::default() }
    }
}

/// The questions that have a bit. A group that asks a later one has no check, and is left to the guards.
const QUESTIONS: QuestionNumber = 64;

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

    /// The check of some groups, if there can be one.
    pub(crate) fn answer_groups(
        &mut self,
        groups: &[AnswerGroup],
        checks: &mut ShardChecks,
    ) -> Option<CheckNumber> {
        if let Some(known) = self.groups.get(groups) {
            return Some(*known);
        }
        if groups.iter().flatten().any(|(question, _)| *question >= QUESTIONS) {
            return None;
        }
        let check = self.next_number()?;
        self.groups.insert(groups.to_vec(), check);
        let following = (0..groups.len()).rev();
        checks.groups.extend(groups.iter().zip(following).map(|(group, following)| GroupBits {
            yes: question_bits(group, true),
            no: question_bits(group, false),
            check,
            is_last: following == 0,
        }));
        Some(check)
    }
}

/// The questions that have a bit and this answer.
fn question_bits(answers: &[(QuestionNumber, bool)], wanted: bool) -> u64 {
    let questions = answers.iter().filter(|(question, answer)| *answer == wanted && *question < QUESTIONS);
    questions.fold(0, |bits, (question, _)| bits | 1 << question)
}
