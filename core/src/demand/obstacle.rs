//! What stands alone between a need and a row of the report: whatever takes it away brings the need.

use crate::directory::CriterionOwner;
use crate::geography::ZoneId;

/// The one obstacle that stops an expert, as far as a change of the directory can take it away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Obstacle {
    /// The territory lacks the need's commune.
    Place(ServedBy),
    /// The territory lacks this arrondissement of a commune that it has else, for a need that only names the
    /// commune.
    Arrondissement(ServedBy, ZoneId),
    /// A criterion rejects, by its position among its owner's.
    Criterion(CriterionOwner, usize),
    /// An owner asks for other answers.
    Answers(CriterionOwner),
    /// The institution of this position does not serve the nature of activity.
    Activities(usize),
    /// An owner is switched off.
    Active(CriterionOwner),
    /// The day lies outside of an owner's period.
    Period(CriterionOwner),
    /// The expert of this number does not hold the subject.
    Subject { expert: u32, subject: u32 },
}

/// Whose list of zones it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum ServedBy {
    /// The antenne's, by its position in the directory.
    Antenne(u32),
    /// The expert's, by its number.
    Expert(u32),
    /// The competence's, by the number of the expert and its position among the expert's.
    Competence(u32, usize),
}

impl Obstacle {
    /// Whether the facts of the needs say which change takes it away.
    pub(super) fn depends_on_facts(self) -> bool {
        matches!(self, Obstacle::Criterion(..) | Obstacle::Answers(_) | Obstacle::Activities(_))
    }
}
