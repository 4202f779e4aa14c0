//! What one fact of a need decides of a criterion.

use super::Assessment;
use crate::engine::conditions::Unverified;

/// What a fact decides of a criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    Rejects,
    /// With what is left unverified.
    Accepts(Unverified),
    /// Not by itself.
    Open,
}

impl Verdict {
    pub(crate) const ACCEPTS: Verdict = Verdict::Accepts(Unverified::NOTHING);
}

impl From<Assessment> for Verdict {
    fn from(assessment: Assessment) -> Verdict {
        match assessment.accepts() {
            true => Verdict::Accepts(Unverified::of(assessment.unverified)),
            false => Verdict::Rejects,
        }
    }
}
