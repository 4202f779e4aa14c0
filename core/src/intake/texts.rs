//! The texts by which a subject speaks for itself.

use crate::taxonomy::Subject;

/// Where a text of a subject stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    Label,
    /// A part of it: descriptions are lists.
    Description,
    Keyword,
    Question,
}

/// The texts of a subject, in the order of [`Field`].
pub(super) fn texts(subject: &Subject) -> impl Iterator<Item = (Field, &str)> {
    let description = subject.description.iter().flat_map(|text| text.split([',', ';', '.']));
    std::iter::once((Field::Label, subject.label.as_str()))
        .chain(description.map(|text| (Field::Description, text)))
        .chain(subject.keywords.iter().map(|text| (Field::Keyword, text.as_str())))
        .chain(subject.questions.iter().map(|question| (Field::Question, question.label.as_str())))
}
