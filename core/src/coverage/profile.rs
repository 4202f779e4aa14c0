//! A company whose coverage is asked for: a need without subject and commune.

use jiff::civil::Date;

use crate::language::sentence;
use crate::need::{FieldValue, Need, NeedError, NeedField};
use crate::router::{Router, check_questions};

/// Whether the profile can be counted on every subject.
pub(super) fn check(router: &Router, profile: &Need) -> Result<(), NeedError> {
    for field in [NeedField::Subject, NeedField::Commune, NeedField::PostalCode, NeedField::Town] {
        if !matches!(profile.get(field), FieldValue::Null) {
            return Err(NeedError::invalid(
                field.as_str(),
                sentence!(ProfileHasNo { field: field.as_str() }),
            ));
        }
    }
    check_questions(router.directory(), profile)
}

/// The profile as a need on one subject, and on a day unless it has one, without the answers to questions
/// of other subjects.
pub(super) fn on_subject(router: &Router, profile: &Need, subject: u32, on: Date) -> Need {
    let questions = router.compiled().lexicon().questions(subject);
    let mut need = profile.clone();
    need.on.get_or_insert(on);
    let is_asked = |question: &str| questions.is_some_and(|questions| questions.find(question).is_some());
    need.answers.retain(|question, _| is_asked(question));
    need
}
