//! Who stands in for whom: what is wrong with the substitutes that absences name.

use std::collections::HashMap;

use super::expert::{Absence, Expert};
use crate::text::shorten;

/// So many substitutes are followed from one to the next. No directory needs more, and a chain without end
/// would take the square of its length to check.
pub(crate) const MOST_SUBSTITUTES: usize = 32;

/// What is wrong with a substitute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum SubstituteFault<'d> {
    /// The expert that the absence names does not exist.
    Unknown { substitute: &'d str },
    /// On the first day of the absence the substitutes lead back to the expert, or to no end.
    Circle { expert: &'d str, substitute: &'d str },
}

impl SubstituteFault<'_> {
    /// What is wrong, in a sentence.
    pub(crate) fn message(&self) -> String {
        match self {
            SubstituteFault::Unknown { substitute } => {
                format!("there is no expert `{}`", shorten(substitute, 60))
            }
            SubstituteFault::Circle { expert, substitute } => format!(
                "`{}` stands in for `{}`, and on the same day the other way round, or through more than {MOST_SUBSTITUTES} experts",
                shorten(substitute, 60),
                shorten(expert, 60)
            ),
        }
    }
}

/// What is wrong with the substitutes of some experts: each fault with the positions of the expert and of its
/// absence.
pub(crate) fn faults(experts: &[Expert]) -> Vec<(usize, usize, SubstituteFault<'_>)> {
    let names_any = |expert: &Expert| expert.absences.iter().any(|absence| absence.substitute.is_some());
    if !experts.iter().any(names_any) {
        return Vec::new();
    }
    let by_id: HashMap<&str, &Expert> = experts.iter().map(|expert| (expert.id.as_str(), expert)).collect();
    let mut faults = Vec::new();
    for (position, expert) in experts.iter().enumerate() {
        for (number, absence) in expert.absences.iter().enumerate() {
            faults.extend(fault(expert, absence, &by_id).map(|fault| (position, number, fault)));
        }
    }
    faults
}

fn fault<'d>(
    expert: &'d Expert,
    absence: &'d Absence,
    by_id: &HashMap<&str, &'d Expert>,
) -> Option<SubstituteFault<'d>> {
    let substitute = absence.substitute.as_deref()?;
    if !by_id.contains_key(substitute) {
        return Some(SubstituteFault::Unknown { substitute });
    }
    let circle = SubstituteFault::Circle { expert: &expert.id, substitute };
    let mut follower: &str = substitute;
    // Absences that make a circle on some day do so on the day on which the last of them begins.
    for _ in 0..MOST_SUBSTITUTES {
        if follower == expert.id {
            return Some(circle);
        }
        follower = by_id.get(follower)?.substitute_on(absence.from)?;
    }
    Some(circle)
}
