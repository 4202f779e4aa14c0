//! The checks of a shard, for what its institutions are or ask for on its subject.

use rustc_hash::FxHashMap;

use super::{ALWAYS_OPEN, CheckNumber, FIRST, Sifted};
use crate::engine::facts::Facts;
use crate::engine::find::rules::Group;

/// OPCO and groups of answers. There are few on a subject, and many in a directory.
#[derive(Debug, Default)]
pub(crate) struct OwnChecks {
    /// That the facility's OPCO is this institution.
    opcos: Vec<(u32, CheckNumber)>,
    /// A check rejects if each of its groups is contradicted.
    groups: Vec<AnswerGroup>,
}

#[derive(Clone, Copy, Debug)]
struct AnswerGroup {
    /// A bit for each question to which the answer is to be yes.
    yes: u64,
    no: u64,
    check: CheckNumber,
    /// Whether it is the last of its check.
    is_last: bool,
}

impl OwnChecks {
    /// Adds what the checks say of a need.
    pub(crate) fn sift(&self, facts: &Facts<'_, '_>, sifted: &mut Sifted) {
        for (institution, check) in &self.opcos {
            sifted.set(*check, facts.opco != Some(*institution));
        }
        if self.groups.is_empty() || facts.answers.is_empty() {
            return;
        }
        let (yes, no) = (bits(&facts.answers, true), bits(&facts.answers, false));
        let mut all_contradicted = true;
        for group in &self.groups {
            all_contradicted &= group.yes & no | group.no & yes != 0;
            if group.is_last {
                sifted.set(group.check, all_contradicted);
                all_contradicted = true;
            }
        }
    }
}

/// The checks of a shard while they are numbered: as many as come before those of the directory.
pub(crate) struct OwnCheckNumbers {
    next: CheckNumber,
    groups: FxHashMap<Vec<Group>, CheckNumber>,
}

impl Default for OwnCheckNumbers {
    fn default() -> OwnCheckNumbers {
        OwnCheckNumbers { next: ALWAYS_OPEN + 1, groups: FxHashMap::default() }
    }
}

/// Of how many questions a group may ask.
const QUESTIONS: u16 = 64;

impl OwnCheckNumbers {
    fn next(&mut self) -> Option<CheckNumber> {
        let check = (self.next < FIRST).then_some(self.next)?;
        self.next += 1;
        Some(check)
    }

    /// The check that an OPCO is the facility's; asked for once.
    pub(crate) fn opco(&mut self, institution: u32, checks: &mut OwnChecks) -> Option<CheckNumber> {
        let check = self.next()?;
        checks.opcos.push((institution, check));
        Some(check)
    }

    /// The check of some groups.
    pub(crate) fn groups(&mut self, groups: &[Group], checks: &mut OwnChecks) -> Option<CheckNumber> {
        if let Some(known) = self.groups.get(groups) {
            return Some(*known);
        }
        if groups.iter().flatten().any(|(question, _)| *question >= QUESTIONS) {
            return None;
        }
        let check = self.next()?;
        self.groups.insert(groups.to_vec(), check);
        let following = (0..groups.len()).rev();
        checks.groups.extend(groups.iter().zip(following).map(|(group, following)| AnswerGroup {
            yes: bits(group, true),
            no: bits(group, false),
            check,
            is_last: following == 0,
        }));
        Some(check)
    }
}

/// The questions with some answer; one that has no bit is none that a check asks about.
fn bits(answers: &[(u16, bool)], wanted: bool) -> u64 {
    let questions = answers.iter().filter(|(_, answer)| *answer == wanted).map(|(question, _)| *question);
    questions.fold(0, |bits, question| bits | 1_u64.checked_shl(u32::from(question)).unwrap_or_default())
}
