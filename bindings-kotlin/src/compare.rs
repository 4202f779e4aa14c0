//! A comparison of two routers as Kotlin owns it.

use aiguillage::compare as core;
use aiguillage::compare::ChangeKind;

use crate::count;

/// What changes for some needs between two routers.
#[derive(uniffi::Record)]
pub struct Comparison {
    /// How many needs were routed through both.
    needs: i32,
    /// The needs whose experts differ, in the order of the needs.
    differences: Vec<Difference>,
    /// The changes counted by institution and subject.
    summary: Vec<ChangeCount>,
}

/// A need whose experts differ.
#[derive(uniffi::Record)]
pub struct Difference {
    /// The position of the need, from 0.
    position: i32,
    /// The need's id, if it has one.
    need: Option<String>,
    /// Who is gained or lost.
    changes: Vec<Change>,
    /// What the first router refuses and the second does not, or the other way round.
    refusal: Option<Refusal>,
}

/// An expert whom a need gains or loses.
#[derive(uniffi::Record)]
pub struct Change {
    /// The id of the expert.
    expert: String,
    /// The id of the expert's institution.
    institution: String,
    /// Gained or lost.
    kind: ChangeKind,
    /// What made the difference: `expert`, `competence`, or the rule's name.
    cause: String,
}

/// A need that only one of the routers can answer.
#[derive(uniffi::Record)]
pub struct Refusal {
    /// Whether it is the second router that refuses.
    by_second: bool,
    /// The stable code of the error.
    code: String,
    /// The error in words.
    message: String,
}

/// How often an institution's experts are gained and lost on a subject.
#[derive(uniffi::Record)]
pub struct ChangeCount {
    /// The id of the institution.
    institution: String,
    /// The id of the subject.
    subject: String,
    /// Experts gained, added up over the needs.
    gained: i32,
    /// Experts lost, added up over the needs.
    lost: i32,
}

impl From<core::Comparison<'_>> for Comparison {
    fn from(comparison: core::Comparison<'_>) -> Comparison {
        Comparison {
            needs: count(comparison.needs),
            differences: comparison.differences.into_iter().map(Difference::from).collect(),
            summary: comparison
                .summary
                .into_iter()
                .map(|one| ChangeCount {
                    institution: one.institution.to_owned(),
                    subject: one.subject,
                    gained: count(one.gained),
                    lost: count(one.lost),
                })
                .collect(),
        }
    }
}

impl From<core::Difference<'_>> for Difference {
    fn from(difference: core::Difference<'_>) -> Difference {
        let change = |change: core::Change<'_>| Change {
            expert: change.expert.to_owned(),
            institution: change.institution.to_owned(),
            kind: change.kind,
            cause: change.cause.as_str().to_owned(),
        };
        let refusal = |refusal: core::Refusal| Refusal {
            by_second: refusal.by_second,
            code: refusal.code.to_owned(),
            message: refusal.message,
        };
        Difference {
            position: count(difference.position),
            need: difference.need,
            changes: difference.changes.into_iter().map(change).collect(),
            refusal: difference.refusal.map(refusal),
        }
    }
}
