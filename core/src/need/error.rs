//! Why a need cannot be routed as it is.

use std::fmt;

use super::NeedField;
use crate::language::{CodeList, CodeTexts, Fault, Language, Sentence, sentence};
use crate::taxonomy::AnswerFault;
use crate::text::shorten;

/// A need, or a request about one, that cannot be answered: what, where, and what was probably meant.
///
/// The codes are stable: `missing_field`, `unknown_field`, `invalid_value`, `unknown_subject`,
/// `unknown_commune`, `ambiguous_commune`, `unknown_question`, `unknown_institution`, `unknown_expert`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NeedError(Box<Inner>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Inner {
    code: &'static str,
    field: Option<String>,
    fault: Fault,
}

impl NeedError {
    #[cold]
    pub(crate) fn new(
        code: &'static str,
        field: impl Into<Option<String>>,
        message: impl Into<Sentence>,
        hint: Option<Sentence>,
    ) -> NeedError {
        NeedError::of_fault(code, field, Fault::new(message, hint))
    }

    #[cold]
    pub(crate) fn of_fault(code: &'static str, field: impl Into<Option<String>>, fault: Fault) -> NeedError {
        NeedError(Box::new(Inner { code, field: field.into(), fault }))
    }

    /// Every code, and `unknown_zone` of requests about coverage.
    pub const CODES: &'static [&'static str] = &[
        "missing_field",
        "unknown_field",
        "invalid_value",
        "unknown_subject",
        "unknown_commune",
        "ambiguous_commune",
        "unknown_question",
        "unknown_institution",
        "unknown_expert",
        "unknown_zone",
    ];

    /// What a code means, in one sentence; nothing for a code that needs do not have.
    pub fn meaning_in(code: &str, language: Language) -> Option<&'static str> {
        CodeTexts::of(CodeList::Needs, code, language).map(|texts| texts.meaning)
    }

    /// What to do about an error of a code.
    pub fn remedy_in(code: &str, language: Language) -> Option<&'static str> {
        CodeTexts::of(CodeList::Needs, code, language).map(|texts| texts.remedy)
    }

    /// The stable code, such as `unknown_commune`.
    pub fn code(&self) -> &'static str {
        self.0.code
    }

    /// The field at fault; for an answer `answers.` and its question.
    pub fn field(&self) -> Option<&str> {
        self.0.field.as_deref()
    }

    /// What is wrong, without the hint.
    pub fn message(&self) -> String {
        self.message_in(Language::English)
    }

    /// The same in a language.
    pub fn message_in(&self, language: Language) -> String {
        self.0.fault.message_in(language)
    }

    /// What was probably meant, or how to write it.
    pub fn hint(&self) -> Option<String> {
        self.hint_in(Language::English)
    }

    /// The same in a language.
    pub fn hint_in(&self, language: Language) -> Option<String> {
        self.0.fault.hint_in(language)
    }

    pub(crate) fn fault(&self) -> &Fault {
        &self.0.fault
    }

    #[cold]
    pub(crate) fn missing(field: NeedField) -> NeedError {
        NeedError::new(
            "missing_field",
            field.as_str().to_owned(),
            sentence!(FieldMissing { field: field.as_str() }),
            None,
        )
    }

    #[cold]
    pub(crate) fn unknown_field(owner: Sentence, names: &[&'static str], name: &str) -> NeedError {
        let nearest = crate::text::nearest(name, names.iter().copied());
        let hint = nearest.map(|field| sentence!(DidYouMean { nearest: field }));
        let name = shorten(name, 60).into_owned();
        let message = sentence!(NoField { owner, field: name.as_str() });
        NeedError::new("unknown_field", name, message, hint)
    }

    #[cold]
    pub(crate) fn invalid(field: impl Into<String>, message: Sentence) -> NeedError {
        NeedError::new("invalid_value", field.into(), message, None)
    }

    /// A column that a table of needs has twice.
    #[cold]
    pub(crate) fn column_twice(name: &str) -> NeedError {
        let name = shorten(name, 60).into_owned();
        NeedError::invalid(name.clone(), sentence!(ColumnTwice { column: name.as_str() }))
    }

    #[cold]
    pub(crate) fn not_json(message: Sentence) -> NeedError {
        NeedError::new("invalid_value", None, message, None)
    }

    /// An answer that its question does not take.
    #[cold]
    pub(crate) fn no_answer(question: &str, fault: AnswerFault) -> NeedError {
        let hint = fault.nearest.map(|nearest| sentence!(DidYouMean { nearest }));
        NeedError::new("invalid_value", NeedError::answer_field(question), fault.message, hint)
    }

    /// The field of the answer to a question.
    pub(crate) fn answer_field(question: &str) -> String {
        format!("{}.{}", NeedField::Answers, shorten(question, 60))
    }

    /// Something that does not exist, and the known value that was probably meant.
    #[cold]
    pub(crate) fn unknown<'k>(
        code: &'static str,
        field: &str,
        what: Sentence,
        given: &str,
        known: impl IntoIterator<Item = &'k str>,
    ) -> NeedError {
        let hint = crate::text::nearest(given, known).map(|nearest| sentence!(DidYouMean { nearest }));
        NeedError::unknown_with(code, field, what, given, hint)
    }

    #[cold]
    pub(crate) fn unknown_with(
        code: &'static str,
        field: &str,
        what: Sentence,
        given: &str,
        hint: Option<Sentence>,
    ) -> NeedError {
        let message = sentence!(ThereIsNo { what, id: shorten(given, 60) });
        NeedError::new(code, field.to_owned(), message, hint)
    }
}

impl fmt::Display for NeedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fault.fmt(f)
    }
}

impl std::error::Error for NeedError {}
