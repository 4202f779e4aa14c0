//! Codes that are no longer used.

use super::id::PlaceId;
use crate::record::words::words;

words! {
    /// Why a code is no current code, and yet leads to a commune.
    FormerKind, "kind";
    /// The commune changed code, or was merged into another.
    Former "Ancienne commune" "Former commune",
    /// A commune déléguée, which keeps its name inside a commune nouvelle.
    Delegated "Commune déléguée" "Delegated commune",
    /// A commune associée, which keeps its name inside a commune merged under the law of 1971.
    Associated "Commune associée" "Associated commune",
}

/// Where a code that is no longer used leads.
#[derive(Clone, Copy)]
pub(super) struct Former {
    pub(super) place: PlaceId,
    pub(super) kind: FormerKind,
}
