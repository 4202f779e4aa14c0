//! Why a need cannot be routed as it is.

use std::fmt;

use super::NeedField;
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
    message: String,
    hint: Option<String>,
}

impl NeedError {
    #[cold]
    pub(crate) fn new(
        code: &'static str,
        field: impl Into<Option<String>>,
        message: String,
        hint: Option<String>,
    ) -> NeedError {
        NeedError(Box::new(Inner { code, field: field.into(), message, hint }))
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
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// What was probably meant, or how to write it.
    pub fn hint(&self) -> Option<&str> {
        self.0.hint.as_deref()
    }

    #[cold]
    pub(crate) fn missing(field: NeedField) -> NeedError {
        NeedError::new("missing_field", field.as_str().to_owned(), format!("`{field}` is missing"), None)
    }

    #[cold]
    pub(crate) fn unknown_field(owner: &str, names: &[&'static str], name: &str) -> NeedError {
        let nearest = crate::text::nearest(name, names.iter().copied());
        let hint = nearest.map(|field| format!("did you mean `{field}`?"));
        let name = shorten(name, 60).into_owned();
        let message = format!("{owner} has no field `{name}`");
        NeedError::new("unknown_field", name, message, hint)
    }

    #[cold]
    pub(crate) fn invalid(field: impl Into<String>, message: String) -> NeedError {
        NeedError::new("invalid_value", field.into(), message, None)
    }

    /// A column that a table of needs has twice.
    #[cold]
    pub(crate) fn column_twice(name: &str) -> NeedError {
        let name = shorten(name, 60).into_owned();
        NeedError::invalid(name.clone(), format!("the column `{name}` is given twice"))
    }

    #[cold]
    pub(crate) fn not_json(message: String) -> NeedError {
        NeedError::new("invalid_value", None, message, None)
    }

    /// An answer that its question does not take.
    #[cold]
    pub(crate) fn no_answer(question: &str, fault: AnswerFault) -> NeedError {
        let hint = fault.nearest.map(|nearest| format!("did you mean `{nearest}`?"));
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
        what: &str,
        given: &str,
        known: impl IntoIterator<Item = &'k str>,
    ) -> NeedError {
        let hint = crate::text::nearest(given, known).map(|nearest| format!("did you mean `{nearest}`?"));
        NeedError::unknown_with(code, field, what, given, hint)
    }

    #[cold]
    pub(crate) fn unknown_with(
        code: &'static str,
        field: &str,
        what: &str,
        given: &str,
        hint: Option<String>,
    ) -> NeedError {
        let message = format!("there is no {what} `{}`", shorten(given, 60));
        NeedError::new(code, field.to_owned(), message, hint)
    }
}

impl fmt::Display for NeedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.message())?;
        match self.hint() {
            Some(hint) => write!(f, ": {hint}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for NeedError {}
