//! Whose criteria and groups of answers they are.

use super::{AnswerGroup, Criterion, Directory};
use crate::invariant::at;
use crate::validity::Validity;

const AN_OWNER: &str = "an owner is at a position of its directory";

/// Whose criterion or group of answers it is, by the position in its list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum CriterionOwner {
    Institution(usize),
    Antenne(usize),
    Expert(usize),
}

/// What institutions, antennes and experts have alike, of the one that owns.
macro_rules! of_owner {
    ($owner:expr, $directory:expr, $record:ident => $value:expr) => {
        match $owner {
            CriterionOwner::Institution(number) => {
                let $record = at($directory.institutions(), number, AN_OWNER);
                $value
            }
            CriterionOwner::Antenne(number) => {
                let $record = at($directory.antennes(), number, AN_OWNER);
                $value
            }
            CriterionOwner::Expert(number) => {
                let $record = at($directory.experts(), number, AN_OWNER);
                $value
            }
        }
    };
}

impl CriterionOwner {
    /// What the owner is.
    pub(crate) fn kind(self) -> &'static str {
        match self {
            CriterionOwner::Institution(_) => "institution",
            CriterionOwner::Antenne(_) => "antenne",
            CriterionOwner::Expert(_) => "expert",
        }
    }

    /// The owner's id.
    pub(crate) fn id(self, directory: &Directory) -> &str {
        of_owner!(self, directory, owner => &owner.id)
    }

    /// The owner's name.
    pub(crate) fn name(self, directory: &Directory) -> &str {
        of_owner!(self, directory, owner => &owner.name)
    }

    /// The owner's criteria.
    pub(crate) fn criteria(self, directory: &Directory) -> &[Criterion] {
        of_owner!(self, directory, owner => &owner.criteria)
    }

    /// The owner's groups of answers.
    pub(crate) fn answer_groups(self, directory: &Directory) -> &[AnswerGroup] {
        of_owner!(self, directory, owner => &owner.answer_groups)
    }

    /// The period in which the owner counts, if it has one: institutions have none.
    pub(crate) fn valid(self, directory: &Directory) -> Option<Validity> {
        match self {
            CriterionOwner::Institution(_) => None,
            CriterionOwner::Antenne(number) => at(directory.antennes(), number, AN_OWNER).valid,
            CriterionOwner::Expert(number) => at(directory.experts(), number, AN_OWNER).valid,
        }
    }
}
