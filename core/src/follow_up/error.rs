//! Why something about a referral cannot be done.

use std::fmt;

use super::ReferralState;
use super::unknown_event::is_of_events;
use crate::language::{Fault, Language, Sentence, UnknownWord, sentence};
use crate::text::{nearest, shorten};

/// A referral, event or request that cannot be worked with: what, where, and what was probably meant.
///
/// The codes are stable: see [`ReferralError::CODES`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReferralError(Box<Inner>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Inner {
    code: &'static str,
    field: Option<String>,
    fault: Fault,
}

impl ReferralError {
    /// Every code there is.
    pub const CODES: &'static [&'static str] = &[
        "already_answered",
        "already_asked",
        "already_referred",
        "directory_needed",
        "duplicate_id",
        "forbidden_transition",
        "impossible_date",
        "invalid_link",
        "invalid_template",
        "invalid_value",
        "missing_field",
        "missing_variable",
        "too_many_rows",
        "unknown_antenne",
        "unknown_commune",
        "unknown_expert",
        "unknown_field",
        "unknown_function",
        "unknown_institution",
        "unknown_kind",
        "unknown_need",
        "unknown_referral",
        "unknown_request",
        "unknown_state",
        "unknown_subject",
        "unknown_template",
        "unknown_theme",
    ];

    /// The stable code, such as `forbidden_transition`.
    pub fn code(&self) -> &'static str {
        self.0.code
    }

    /// The field at fault, with its place where it is nested: `referrals[3].state`.
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

    /// What was probably meant, or how to do it.
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
    pub(crate) fn new(
        code: &'static str,
        field: Option<&str>,
        message: impl Into<Sentence>,
    ) -> ReferralError {
        debug_assert!(ReferralError::CODES.contains(&code), "{code} is not listed");
        let field = field.map(str::to_owned);
        ReferralError(Box::new(Inner { code, field, fault: Fault::new(message, None) }))
    }

    #[cold]
    pub(crate) fn with_hint(mut self, hint: impl Into<Sentence>) -> ReferralError {
        self.0.fault.hint = Some(hint.into());
        self
    }

    /// The error with its field under a place: `state` becomes `referrals[3].state`.
    #[cold]
    pub(crate) fn under(mut self, place: &str) -> ReferralError {
        self.0.field = Some(match self.0.field.take() {
            None => place.to_owned(),
            Some(field) if field.starts_with('[') => format!("{place}{field}"),
            Some(field) => format!("{place}.{field}"),
        });
        self
    }

    /// The error with another name for its field, where a form calls it otherwise.
    #[cold]
    pub(crate) fn renamed(mut self, field: &str, name: &str) -> ReferralError {
        if self.0.field.as_deref() == Some(field) {
            self.0.field = Some(name.to_owned());
        }
        self
    }

    #[cold]
    pub(crate) fn missing(field: &str) -> ReferralError {
        ReferralError::new("missing_field", Some(field), sentence!(FieldMissing { field }))
    }

    #[cold]
    pub(crate) fn invalid(field: &str, message: impl Into<Sentence>) -> ReferralError {
        ReferralError::new("invalid_value", Some(field), message)
    }

    #[cold]
    pub(crate) fn unknown_field(name: &str, known: &[&str]) -> ReferralError {
        let field = shorten(name, 60).into_owned();
        let error = ReferralError::new(
            "unknown_field",
            Some(&field),
            sentence!(NoSuchField { field: field.as_str() }),
        );
        error.with_nearest(name, known)
    }

    /// The error of an id that does not exist, with the known one that was probably meant.
    #[cold]
    pub(crate) fn unknown<'k>(
        code: &'static str,
        field: &str,
        what: Sentence,
        id: &str,
        known: impl IntoIterator<Item = &'k str>,
    ) -> ReferralError {
        let message = sentence!(ThereIsNo { what, id: shorten(id, 60) });
        let error = ReferralError::new(code, Some(field), message);
        match nearest(id, known) {
            Some(nearest) => error.with_hint(sentence!(DidYouMean { nearest })),
            None => error,
        }
    }

    /// The error with the known word that was probably meant, where there is one.
    fn with_nearest(self, word: &str, known: &[&str]) -> ReferralError {
        match nearest(word, known.iter().copied()) {
            Some(nearest) => self.with_hint(sentence!(DidYouMean { nearest })),
            None => self,
        }
    }
}

impl From<UnknownWord> for ReferralError {
    #[cold]
    fn from(unknown: UnknownWord) -> ReferralError {
        let code = match unknown.known() {
            known if known == ReferralState::NAMES => "unknown_state",
            known if is_of_events(known) => "unknown_kind",
            _ => "invalid_value",
        };
        let field = unknown.field().map(str::to_owned);
        ReferralError(Box::new(Inner { code, field, fault: unknown.fault() }))
    }
}

impl fmt::Display for ReferralError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fault.fmt(f)
    }
}

impl std::error::Error for ReferralError {}
