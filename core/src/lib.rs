#![doc = include_str!("../../README.md")]

pub mod codes;
pub mod compare;
pub mod coverage;
pub mod directory;
pub mod explain;
pub mod geography;
pub mod impact;
pub mod intake;
mod json;
pub mod need;
pub mod referral;
pub mod router;
pub mod snapshot;
pub mod taxonomy;
mod text;
#[cfg(feature = "uniffi")]
mod uniffi_types;
pub mod wire;

pub use coverage::{Coverage, CoverageQuery};
pub use directory::{Diagnostic, DiagnosticCode, Directory, DirectoryError, ReadOptions, Rules, Severity};
pub use explain::Explanation;
pub use geography::Geography;
pub use impact::{ImpactQuery, ImpactReport};
pub use need::{Need, NeedError, NeedField};
pub use referral::{Referral, ReferralError};
pub use router::{Match, MatchOptions, Matches, OwnedMatches, Router};
pub use snapshot::SnapshotError;

#[cfg(feature = "uniffi")]
uniffi::setup_scaffolding!();

#[cfg(all(doctest, feature = "cog"))]
#[doc = include_str!("../../COMPARE.md")]
struct Compare;
