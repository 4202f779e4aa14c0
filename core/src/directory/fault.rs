//! What is wrong with a record by itself, apart from where it was written: checking a file reports it
//! with its place, opening a snapshot refuses it.

use super::{Absence, Alternative, Criterion};
use crate::codes::NafaEntry;
use crate::diagnostic::DiagnosticCode;
use crate::language::{Sentence, sentence};

/// What is wrong with a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) code: DiagnosticCode,
    /// The field that is blamed.
    pub(crate) field: &'static str,
    pub(crate) message: Sentence,
}

impl Absence {
    /// An absence that ends before it begins.
    pub(crate) fn fault(&self) -> Option<Fault> {
        let Absence { from, until, .. } = self;
        (until < from).then(|| Fault {
            code: DiagnosticCode::EmptyRange,
            field: "until",
            message: sentence!(AbsenceEndsBeforeItBegins { from: *from, until: *until }),
        })
    }
}

impl Criterion {
    /// Ranges that nothing lies in, and lists that exclude all that they accept.
    pub(crate) fn faults(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        for (field, min, below, unit) in self.ranges() {
            let min = min.unwrap_or(0);
            if let Some(below) = below.filter(|below| min >= *below) {
                let message = sentence!(RangeEmpty { min, below, unit });
                faults.push(Fault { code: DiagnosticCode::EmptyRange, field, message });
            }
        }
        for (excludes_all, field) in [
            (
                excludes_all(&self.accepted_naf, &self.excluded_naf, |not, entry| not.includes(*entry)),
                "excluded_naf",
            ),
            (
                excludes_all(&self.accepted_legal_forms, &self.excluded_legal_forms, |not, entry| {
                    not.includes(*entry)
                }),
                "excluded_legal_forms",
            ),
            (
                excludes_all(&self.accepted_activities, &self.excluded_activities, PartialEq::eq),
                "excluded_activities",
            ),
            (excludes_all(&self.accepted_nafa, &self.excluded_nafa, NafaEntry::includes), "excluded_nafa"),
            (
                // A merged agreement is what it was merged into.
                excludes_all(&self.accepted_idcc, &self.excluded_idcc, |not, entry| {
                    entry.current().all(|today| not.current().any(|excluded| excluded == today))
                }),
                "excluded_idcc",
            ),
        ] {
            if excludes_all {
                let message = sentence!(ExcludesAll { field });
                faults.push(Fault { code: DiagnosticCode::EmptyRange, field, message });
            }
        }
        faults
    }
}

impl Alternative {
    /// What is wrong with it: the faults of its conditions, or that there are none.
    pub(crate) fn faults(&self) -> Vec<Fault> {
        if *self == Alternative::default() {
            let message = sentence!(AlternativeEmpty);
            return vec![Fault { code: DiagnosticCode::EmptyGroup, field: super::source::ANY_OF, message }];
        }
        Criterion::from(self).faults()
    }
}

/// Whether each of the entries that are accepted, if there are any, lies in one that is excluded.
fn excludes_all<T>(accepted: &[T], excluded: &[T], includes: impl Fn(&T, &T) -> bool) -> bool {
    !accepted.is_empty() && accepted.iter().all(|entry| excluded.iter().any(|not| includes(not, entry)))
}
