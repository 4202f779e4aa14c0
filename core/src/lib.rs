#![doc = include_str!("../guide/front-page.md")]
// docs.rs says beside each item which feature it needs; that is not stable yet, and its compiler is a nightly one.
#![cfg_attr(docsrs, feature(doc_cfg))]

mod answer;
pub mod boundary;
pub mod codes;
pub mod company;
pub mod compare;
pub mod coverage;
pub mod demand;
mod diagnostic;
pub mod directory;
mod directory_check;
mod engine;
pub mod explain;
mod files;
pub mod follow_up;
pub mod geography;
#[cfg(any(doc, doctest))]
pub mod guide;
mod hash;
pub mod impact;
pub mod intake;
mod invariant;
mod json;
pub mod language;
pub mod need;
pub mod parallel;
#[cfg(feature = "csv")]
pub mod places;
mod record;
pub mod router;
#[cfg(feature = "csv")]
mod sheet;
pub mod snapshot;
pub mod taxonomy;
mod text;
mod validity;

pub use answer::Answer;
pub use company::Company;
pub use coverage::{Coverage, CoverageQuery};
pub use demand::{DemandQuery, DemandReport};
pub use directory::{
    Diagnostic, DiagnosticCode, Directory, DirectoryError, ReadOptions, RulesVersion, Severity,
};
pub use explain::Explanation;
pub use follow_up::{Referral, ReferralError};
pub use geography::Geography;
pub use impact::{ImpactQuery, ImpactReport};
pub use need::{Need, NeedError, NeedField};
pub use router::{Match, MatchOptions, Matches, OwnedMatches, Router, ShareAmong, WhenUnavailable};
pub use snapshot::SnapshotError;

// The page of a registry, and the documents of the repository, which lie outside the package; their code runs with
// the tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct RegistryPage;

#[cfg(all(doctest, feature = "cog"))]
#[doc = include_str!("../../README.md")]
struct Readme;

#[cfg(all(doctest, feature = "cog"))]
#[doc = include_str!("../../COMPARE.md")]
struct Compare;
