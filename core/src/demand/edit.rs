//! The changes that are looked for.

use super::kinds::DemandChangeKind;
use super::obstacle::ServedBy;
use crate::codes::Activity;
use crate::directory::{AnswerGroup, Criterion, CriterionOwner};
use crate::engine::compiled::Compiled;
use crate::engine::conditions::Condition;
use crate::geography::ZoneId;

/// A change of the directory, and how many needs it adds.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    pub(super) edit: Edit,
    pub(super) needs: u64,
}

/// A change of the directory.
#[derive(Clone, Debug)]
pub(super) enum Edit {
    /// A zone more.
    Zone(ServedBy, ZoneId),
    /// The expert of a number holds the subject of a number.
    Subject { expert: u32, subject: u32 },
    /// A criterion, by its owner and its position there.
    Criterion { owner: CriterionOwner, position: usize, edit: CriterionEdit, changed: Option<Box<Criterion>> },
    /// The groups of answers of an owner, on the subject of a number.
    Answers { owner: CriterionOwner, subject: u32, edit: AnswerEdit, changed: Vec<AnswerGroup> },
    /// The institution of a position serves one nature more, or all.
    Activities { institution: usize, added: Option<Activity> },
    /// An owner is switched on.
    Active(CriterionOwner),
    /// An owner has no period any more.
    Period(CriterionOwner),
}

/// A change of a criterion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum CriterionEdit {
    Bound { condition: Condition, before: u32, after: u32 },
    Added { condition: Condition, entry: String },
    TakenOut { condition: Condition, entry: String },
    AcceptUnknown,
    Unset(Condition),
    NoAlternatives,
    Gone,
}

/// A change of groups of answers, from what asks for less to what asks for more, and by name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum AnswerEdit {
    /// A question also takes this choice, in the group of this position where there are several.
    Choice { question: String, choice: String, group: Option<usize> },
    /// A group does not ask this question any more: the one of this position where there are several.
    Question { question: String, group: Option<usize> },
    /// The owner has no groups on the subject.
    All,
}

impl AnswerEdit {
    /// The position of the group among the owner's on the subject, where it has several.
    pub(super) fn group(&self) -> Option<usize> {
        match self {
            AnswerEdit::Choice { group, .. } | AnswerEdit::Question { group, .. } => *group,
            AnswerEdit::All => None,
        }
    }
}

impl CriterionEdit {
    /// The field of the criterion and the entry of its list, as far as there are any.
    pub(super) fn names(&self) -> [&str; 2] {
        match self {
            CriterionEdit::Bound { condition, .. } | CriterionEdit::Unset(condition) => {
                [condition.field(), ""]
            }
            CriterionEdit::Added { condition, entry } | CriterionEdit::TakenOut { condition, entry } => {
                [condition.field(), entry]
            }
            CriterionEdit::AcceptUnknown | CriterionEdit::NoAlternatives | CriterionEdit::Gone => ["", ""],
        }
    }
}

impl Edit {
    /// Whose record changes.
    pub(super) fn owner(&self, compiled: &Compiled) -> CriterionOwner {
        let expert = |number: u32| CriterionOwner::Expert(compiled.index().expert(number).position as usize);
        match self {
            Edit::Zone(ServedBy::Antenne(position), _) => CriterionOwner::Antenne(*position as usize),
            Edit::Zone(ServedBy::Expert(number) | ServedBy::Competence(number, _), _) => expert(*number),
            Edit::Subject { expert: number, .. } => expert(*number),
            Edit::Activities { institution, .. } => CriterionOwner::Institution(*institution),
            Edit::Criterion { owner, .. }
            | Edit::Answers { owner, .. }
            | Edit::Active(owner)
            | Edit::Period(owner) => *owner,
        }
    }

    pub(super) fn kind(&self) -> DemandChangeKind {
        match self {
            Edit::Zone(..) => DemandChangeKind::Zone,
            Edit::Subject { .. } => DemandChangeKind::Subject,
            Edit::Answers { .. } => DemandChangeKind::Answers,
            Edit::Activities { .. } => DemandChangeKind::Activities,
            Edit::Active(_) => DemandChangeKind::Active,
            Edit::Period(_) => DemandChangeKind::Period,
            Edit::Criterion { edit, .. } => match edit {
                CriterionEdit::Bound { .. } => DemandChangeKind::Bound,
                CriterionEdit::Added { .. } => DemandChangeKind::Entry,
                CriterionEdit::TakenOut { .. } => DemandChangeKind::Exclusion,
                CriterionEdit::AcceptUnknown => DemandChangeKind::Unknown,
                CriterionEdit::Unset(_) => DemandChangeKind::Condition,
                CriterionEdit::NoAlternatives => DemandChangeKind::Alternatives,
                CriterionEdit::Gone => DemandChangeKind::Criterion,
            },
        }
    }
}
