//! The rules of matching that look at the company: activities, OPCO, criteria, answers. The index
//! and the explanation both decide through these functions, so that they cannot disagree.

use crate::directory::Rules;
use crate::engine::conditions::Unverified;
use crate::engine::facts::Facts;

/// Rule 4: the institution lists no activities, none is known of the facility, or they share one.
pub(crate) fn activities(listed: &[u16], facts: &Facts<'_, '_>) -> bool {
    listed.is_empty()
        || facts
            .activities
            .as_ref()
            .is_none_or(|known| known.iter().any(|activity| listed.contains(activity)))
}

/// Rule 5: an OPCO matches only the facility's. Blank never equals blank.
pub(crate) fn opco(own: Option<u32>, facts: &Facts<'_, '_>) -> bool {
    own.is_none_or(|own| facts.opco == Some(own))
}

/// Rule 6 for one level (institution, antenne or expert): what it leaves unverified where it accepts.
///
/// Each verdict is what one of the level's tests leaves unverified, if it accepts.
pub(crate) fn level(
    mut verdicts: impl Iterator<Item = Option<Unverified>>,
    rules: Rules,
) -> Option<Unverified> {
    match rules {
        Rules::Every => verdicts.try_fold(Unverified::default(), |all, one| Some(all.union(one?))),
        Rules::AnyInLevel => {
            let mut any = false;
            // Of several that accept, the one that leaves the least open.
            let best = verdicts.inspect(|_| any = true).flatten().min_by_key(|unverified| unverified.count());
            if any { best } else { Some(Unverified::default()) }
        }
    }
}

/// A combination of answers that an institution asks for, by question.
pub(crate) type Group = Vec<(u16, bool)>;

/// Rule 7: there are no groups, or one that no answer contradicts.
pub(crate) fn answers(groups: &[Group], facts: &Facts<'_, '_>) -> bool {
    groups.is_empty() || groups.iter().any(|group| contradiction(group, facts).is_none())
}

/// The first question of the group that the need answers otherwise.
pub(crate) fn contradiction(group: &Group, facts: &Facts<'_, '_>) -> Option<u16> {
    let contradicts = |(question, wanted): &&(u16, bool)| {
        facts.answers.iter().any(|(answered, answer)| answered == question && answer != wanted)
    };
    group.iter().find(contradicts).map(|(question, _)| *question)
}
