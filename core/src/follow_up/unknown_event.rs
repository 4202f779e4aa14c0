//! Events of a kind that this version does not know.

use serde::{Deserialize, Serialize};

use super::{EventKind, ReferralError, RequestEventKind, SurveyEventKind};
use crate::language::UnknownWord;
use crate::need::FieldValue;

/// An event of a kind that this version of the library does not know: one that a later version wrote, or a
/// word that was mistyped. It is left out of what the others make, and told; one of a known kind that cannot
/// be read is an error, since nothing later could have written it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct UnknownEvent {
    /// The id of its referral or request, else of its need.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<String>,
    /// The day it happened, as it was written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<String>,
    /// Its kind.
    pub kind: String,
    /// `unknown_kind`.
    pub code: String,
    /// What is wrong, with the kind that was probably meant.
    pub message: String,
}

/// Events that come in kinds.
pub(crate) trait OfKinds {
    /// The words of the kinds that this version knows.
    const KINDS: &'static [&'static str];
}

impl OfKinds for super::ReferralEvent {
    const KINDS: &'static [&'static str] = EventKind::NAMES;
}

impl OfKinds for super::SurveyEvent {
    const KINDS: &'static [&'static str] = SurveyEventKind::NAMES;
}

impl OfKinds for super::RequestEvent {
    const KINDS: &'static [&'static str] = RequestEventKind::NAMES;
}

/// Whether a closed list is one of kinds of events.
pub(super) fn is_of_events(known: &[&str]) -> bool {
    known == EventKind::NAMES || known == SurveyEventKind::NAMES || known == RequestEventKind::NAMES
}

impl UnknownEvent {
    /// The event that a value is, where it has a kind that `T` does not have. Its other fields are not
    /// looked at: those of a later version are its own.
    pub(crate) fn of_value<T: OfKinds>(value: &FieldValue<'_>) -> Option<UnknownEvent> {
        let kind = text(value, "kind")?.trim();
        if kind.is_empty() || T::KINDS.contains(&kind) {
            return None;
        }
        let error = ReferralError::from(UnknownWord::new(Some("kind"), kind, T::KINDS));
        let owned = |name| text(value, name).map(str::to_owned);
        Some(UnknownEvent {
            of: owned("referral").or_else(|| owned("request")).or_else(|| owned("need")),
            on: owned("on"),
            kind: kind.to_owned(),
            code: error.code().to_owned(),
            message: error.to_string(),
        })
    }
}

fn text<'v>(value: &'v FieldValue<'_>, name: &str) -> Option<&'v str> {
    let FieldValue::Map(members) = value else { return None };
    match members.iter().find(|(member, _)| member == name)? {
        (_, FieldValue::Text(text)) => Some(text),
        (_, FieldValue::Cell(text)) => Some(text),
        _ => None,
    }
}
