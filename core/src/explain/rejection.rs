//! Why the criteria of a level reject.

use std::borrow::Cow;

use super::Owner;
use crate::directory::Criterion;
use crate::engine::conditions::Condition;
use crate::need::NeedField;

/// Why the criteria of a level reject.
pub(super) struct Rejection<'r> {
    pub(super) owner: Owner,
    pub(super) criterion: &'r Criterion,
    /// The alternative of the criterion that came nearest, if its alternatives reject.
    pub(super) alternative: Option<usize>,
    /// What has the condition: the criterion or its alternative.
    pub(super) asked: Cow<'r, Criterion>,
    pub(super) condition: Condition,
    pub(super) undetermined: bool,
    /// The fact that decided, or all those that are not known.
    pub(super) fields: Vec<NeedField>,
}

impl Rejection<'_> {
    /// Two levels that both reject. Where nothing known rejects, all that is not known is missing.
    pub(super) fn and(self, other: Self) -> Self {
        match (self.undetermined, other.undetermined) {
            (true, false) => other,
            (true, true) => {
                let mut fields = self.fields;
                fields.extend(other.fields);
                fields.sort_unstable();
                fields.dedup();
                Rejection { fields, ..self }
            }
            _ => self,
        }
    }
}
