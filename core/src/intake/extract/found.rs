//! The facts found in a message: the answer of extraction.

use serde::Serialize;

use crate::intake::span::{Offsets, Span, convert};
use crate::record::words::words;

/// The facts found in a message; each list is in the order of the text.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Extract {
    /// Postal codes and names of communes.
    pub places: Vec<Place>,
    /// SIRETs with a right key.
    pub sirets: Vec<FoundSiret>,
    /// How many people the company says it has; those of a range, or of a change, are both its ends.
    pub headcounts: Vec<FoundHeadcount>,
    /// Amounts in euros; those of a range are both its ends.
    pub amounts: Vec<FoundAmount>,
    /// Phone numbers and e-mail addresses, for a host that masks them.
    pub contacts: Vec<FoundContact>,
    /// Whether the text was longer than [`LONGEST_TEXT`](crate::intake::LONGEST_TEXT), so that only its
    /// beginning was looked at.
    pub truncated: bool,
}

/// A postal code, or the name of a commune, and which communes may be meant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Place {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: PlaceKind,
    /// The communes that it may mean, the most populous first; at least one, at most ten.
    pub communes: Vec<PlaceCommune>,
}

words! {
    /// How a place is named.
    #[non_exhaustive]
    PlaceKind, "kind";
    /// By a postal code.
    PostalCode "Code postal" "Postal code",
    /// By a name.
    Name "Nom de commune" "Name of a commune",
}

/// A commune that a place may mean.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct PlaceCommune {
    /// The INSEE code, as a need takes it.
    pub code: String,
    /// The name.
    pub name: String,
}

/// A SIRET.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct FoundSiret {
    /// Where it stands.
    pub span: Span,
    /// Its 14 digits.
    pub siret: String,
}

/// A headcount.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct FoundHeadcount {
    /// Where it stands.
    pub span: Span,
    /// The number of people. A fraction is rounded down (`4,5 ETP` are 4), as thresholds are reached by
    /// whole posts.
    pub headcount: u32,
    /// Whether who writes is counted too (`on est trois`): criteria count employees.
    pub includes_writer: bool,
}

/// A phone number or an e-mail address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct FoundContact {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: ContactKind,
}

words! {
    /// A way to reach somebody.
    #[non_exhaustive]
    ContactKind, "kind";
    /// A phone number.
    Phone "Téléphone" "Phone",
    /// An e-mail address.
    Email "Adresse électronique" "E-mail address",
}

/// An amount.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct FoundAmount {
    /// Where it stands.
    pub span: Span,
    /// The amount in euros.
    pub euros: f64,
}

impl Extract {
    /// The same with offsets in another unit, as [`Suggestions::with_offsets`](crate::intake::Suggestions::with_offsets).
    #[must_use]
    pub fn with_offsets(mut self, text: &str, offsets: Offsets) -> Extract {
        let places = self.places.iter_mut().map(|found| &mut found.span);
        let sirets = self.sirets.iter_mut().map(|found| &mut found.span);
        let headcounts = self.headcounts.iter_mut().map(|found| &mut found.span);
        let amounts = self.amounts.iter_mut().map(|found| &mut found.span);
        let contacts = self.contacts.iter_mut().map(|found| &mut found.span);
        convert(text, offsets, places.chain(sirets).chain(headcounts).chain(amounts).chain(contacts));
        self
    }
}
