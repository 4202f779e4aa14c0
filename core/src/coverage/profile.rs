//! A company whose coverage is asked for: a need without subject and commune.

use crate::need::{Need, NeedError, NeedField};
use crate::router::Router;

/// Whether the profile can be counted on every subject.
pub(super) fn check(router: &Router, profile: &Need) -> Result<(), NeedError> {
    for (field, value) in [(NeedField::Subject, &profile.subject), (NeedField::Commune, &profile.commune)] {
        if !value.trim().is_empty() {
            return Err(NeedError::invalid(
                field.as_str(),
                format!("a profile has no `{field}`: the query names it"),
            ));
        }
    }
    for question in profile.answers.keys() {
        let subjects = router.directory().subjects();
        if !subjects.iter().flat_map(|subject| &subject.questions).any(|own| own.id == *question) {
            let known = subjects.iter().flat_map(|subject| &subject.questions).map(|own| own.id.as_str());
            let field = format!("answers.{}", crate::text::shorten(question, 60));
            return Err(NeedError::unknown("unknown_question", &field, "question", question, known));
        }
    }
    Ok(())
}

/// The profile as a need on one subject: answers to questions of other subjects say nothing here.
pub(super) fn on_subject(router: &Router, profile: &Need, subject: u32) -> Need {
    let mut need = profile.clone();
    need.answers.retain(|question, _| router.lexicon().question(subject, question).is_some());
    need
}
