//! The closed lists of words, with what users read for each.

use serde::Serialize;

use super::{BoundaryError, NoRequest};
use crate::company::{OpcoCertainty, Register};
use crate::demand::{DemandBy, DemandChangeKind};
use crate::explain::Rule;
#[cfg(feature = "notifications")]
use crate::follow_up::notification::NotificationKind;
use crate::follow_up::{
    Action, ClosureReason, EventKind, HoldReason, NeedStatus, Occasion, PassedOverReason, PermissionReason,
    RecipientRole, ReferralState, RefusalReason, ReminderKind, RequestEventKind, RequestFate, RequestKind,
    RequestState, Role, Scope, SurveyEventKind, SurveyOutcome, WaveCause, WaveStep,
};
use crate::impact::{Dimension, Period};
use crate::intake::{ContactKind, FlagReason, OutOfScopeKind, PlaceKind};

/// A word, and what users read for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct WordLabel {
    /// The word, as programs write it.
    pub word: &'static str,
    /// What users read, in French.
    pub label: &'static str,
}

/// A closed list of words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct WordList {
    /// The name of its type, such as `ReferralState`.
    pub name: &'static str,
    /// Its words, in order.
    pub words: Vec<WordLabel>,
}

macro_rules! lists {
    ($($(#[$attribute:meta])* $list:ident)*) => {
        vec![$($(#[$attribute])* WordList {
            name: stringify!($list),
            words: $list::ALL.iter().map(|word| WordLabel { word: word.as_str(), label: word.label() }).collect(),
        }),*]
    };
}

/// Every closed list that users read, with its labels.
///
/// # Errors
/// None.
pub fn labels((): (), _: NoRequest) -> Result<Vec<WordList>, BoundaryError> {
    Ok(lists! {
        ReferralState NeedStatus RefusalReason EventKind ReminderKind RequestKind FlagReason OutOfScopeKind PlaceKind ContactKind
        #[cfg(feature = "notifications")] NotificationKind
        RequestEventKind RequestState RequestFate HoldReason ClosureReason
        Role Action Scope PermissionReason Occasion RecipientRole WaveStep WaveCause PassedOverReason SurveyOutcome SurveyEventKind
        Dimension Period Rule DemandChangeKind DemandBy OpcoCertainty Register
    })
}
