//! The rules of matching that look at the company: activities, OPCO, criteria, answers. The index
//! and the explanation both decide through these functions, so that they cannot disagree.

use crate::codes::Truth;
use crate::directory::RulesVersion;
use crate::engine::answer_group::{Accepted, AnswerGroup};
use crate::engine::conditions::Unverified;
use crate::engine::facts::{ActivityNumber, Facts};
use crate::need::NeedField;

/// Rule 4: the institution lists no activities, no activity of the facility is known, or one of the
/// facility's is listed.
pub(crate) fn activities(listed: &[ActivityNumber], facts: &Facts<'_, '_>) -> bool {
    listed.is_empty()
        || facts
            .activities
            .as_ref()
            .is_none_or(|known| known.iter().any(|activity| listed.contains(activity)))
}

/// Rule 5: an institution that is an OPCO takes its own facilities only: what is left unverified, if it does.
pub(crate) fn opco(opco: Option<u32>, facts: &Facts<'_, '_>) -> Option<Unverified> {
    match opco.map_or(Truth::Yes, |opco| facts.opco.is(opco)) {
        Truth::Yes => Some(Unverified::default()),
        Truth::Unknown => Some(Unverified::one(NeedField::Opco)),
        Truth::No => None,
    }
}

/// Rule 6 for the criteria of one level (institution, antenne or expert): what the level leaves
/// unverified, if it accepts.
///
/// Each verdict is what one test leaves unverified, if that test accepts.
pub(crate) fn level(
    mut verdicts: impl Iterator<Item = Option<Unverified>>,
    rules: RulesVersion,
) -> Option<Unverified> {
    match rules {
        RulesVersion::Every => {
            verdicts.try_fold(Unverified::default(), |all, verdict| Some(all.union(verdict?)))
        }
        RulesVersion::AnyInLevel => {
            let mut has_tests = false;
            // Of several that accept, the one that leaves the least unverified.
            let best =
                verdicts.inspect(|_| has_tests = true).flatten().min_by_key(|unverified| unverified.count());
            if has_tests { best } else { Some(Unverified::default()) }
        }
    }
}

/// Rule 7 for one level (institution, antenne or expert): it asks for no combination of answers, or for one
/// that the need does not contradict.
pub(crate) fn answers(groups: &[AnswerGroup], facts: &Facts<'_, '_>) -> bool {
    groups.is_empty() || groups.iter().any(|group| contradiction(group, facts).is_none())
}

/// The first question of the group that the need answers otherwise, with what would be accepted.
pub(crate) fn contradiction<'g>(group: &'g AnswerGroup, facts: &Facts<'_, '_>) -> Option<&'g Accepted> {
    let contradicts = |(question, options): &&Accepted| {
        let mut answered = facts.answers.iter().filter(|(answered, _)| answered == question).peekable();
        answered.peek().is_some() && !answered.any(|(_, option)| options.contains(option))
    };
    group.iter().find(contradicts)
}
