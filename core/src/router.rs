//! Routing: a directory becomes a [`Router`], which answers needs with [`Matches`].
//!
//! A router is immutable and safe to share between threads; a new directory is a new router, which
//! the host swaps in. An answer takes about a microsecond, the whole list in order.
//!
//! ```
//! use aiguillage::{MatchOptions, Need, Router};
//!
//! let router = Router::from_json(r#"{
//!     "themes": [{"id": "emploi", "label": "Emploi"}],
//!     "subjects": [{"id": "recruter", "theme": "emploi", "label": "Recruter"}],
//!     "institutions": [{"id": "cci", "name": "CCI Hauts-de-France"}],
//!     "antennes": [{"id": "cci-somme", "institution": "cci", "name": "Somme", "zones": ["departement:80"]}],
//!     "experts": [{"id": "cci-recrutement", "antenne": "cci-somme", "name": "Conseil recrutement",
//!                  "competences": [{"subject": "recruter"}]}]
//! }"#)?;
//! // The first three, at most one of each institution.
//! let options = MatchOptions { limit: Some(3), per_institution: Some(1), ..MatchOptions::default() };
//! let matcher = router.matcher(&options)?;
//! for found in matcher.match_experts(&Need::new("recruter", "80021"))?.iter() {
//!     println!("{}, {}", found.expert.name, found.institution.name);
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
#![deny(clippy::indexing_slicing)]

mod answer;
mod batch;
mod check;
mod found_match;
mod matches;
mod message;
mod outline;
pub mod positions;
mod reading;

use std::path::Path;
use std::sync::{Arc, OnceLock};

use crate::directory::{Directory, DirectoryError, Expert, ReadOptions};
use crate::engine::compiled::Compiled;
use crate::engine::facts::Facts;
use crate::engine::order::ordered::Ordered;
use crate::engine::order::plan::Plan;
use crate::intake::Intake;
use crate::need::{Need, NeedError};

pub use crate::engine::build::served_zones::ZoneOwner;
pub use crate::engine::options::{MatchOptions, ShareAmong, WhenUnavailable};
use answer::Answer;
pub(crate) use check::check_questions;
pub use found_match::Match;
pub use matches::{Matches, OwnedMatches};

/// Routes needs to experts. Cloning it is cheap: clones share everything.
///
/// ```
/// use aiguillage::{Need, Router};
///
/// let router = Router::from_json(r#"{
///     "themes": [{"id": "emploi", "label": "Emploi"}],
///     "subjects": [{"id": "recruter", "theme": "emploi", "label": "Recruter"}],
///     "institutions": [{"id": "cci", "name": "CCI Hauts-de-France"}],
///     "antennes": [{"id": "cci-somme", "institution": "cci", "name": "Somme", "zones": ["departement:80"]}],
///     "experts": [{"id": "cci-recrutement", "antenne": "cci-somme", "name": "Conseiller recrutement, CCI Somme",
///                  "competences": [{"subject": "recruter"}]}]
/// }"#)?;
/// let matches = router.match_experts(&Need::new("recruter", "80021"))?;
/// let first = matches.get(0).ok_or("nobody")?;
/// assert_eq!(first.expert.id, "cci-recrutement");
/// assert_eq!(first.zone.to_string(), "departement:80");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Router(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    compiled: Compiled,
    /// Compiled when a message is first read; routers of changed directories share it, as a change does
    /// not touch the taxonomy.
    intake: Arc<OnceLock<Intake>>,
}

/// A router with checked options, for many needs: made by [`Router::matcher`].
pub struct Matcher<'r> {
    router: &'r Router,
    plan: Plan,
}

impl Router {
    /// Compiles a directory.
    pub fn new(directory: Directory) -> Router {
        Router::of(Compiled::complete(directory), Arc::default())
    }

    /// A router that compiles the shard of a subject when the first need asks for it.
    pub(crate) fn lazy(directory: Directory) -> Router {
        Router::of(Compiled::lazy(directory), Arc::default())
    }

    fn of(compiled: Compiled, intake: Arc<OnceLock<Intake>>) -> Router {
        Router(Arc::new(Inner { compiled, intake }))
    }

    /// Reads and compiles a folder of CSV files or a JSON document, over the embedded geography.
    ///
    /// # Errors
    /// When the directory has any error; see [`Directory::open`].
    #[cfg(feature = "cog")]
    pub fn open(path: impl AsRef<Path>) -> Result<Router, DirectoryError> {
        Router::open_with(path, &ReadOptions::default())
    }

    /// The same, leniently or over another geography.
    ///
    /// # Errors
    /// As [`Directory::open_with`].
    pub fn open_with(path: impl AsRef<Path>, options: &ReadOptions) -> Result<Router, DirectoryError> {
        Directory::open_with(path, options).map(Router::new)
    }

    /// Reads and compiles a JSON document, over the embedded geography.
    ///
    /// # Errors
    /// When the directory has any error.
    #[cfg(feature = "cog")]
    pub fn from_json(text: &str) -> Result<Router, DirectoryError> {
        Directory::from_json(text).map(Router::new)
    }

    /// The router of a changed directory. What the change does not touch is shared with this one, so
    /// that changing an expert takes a tenth of the time of compiling everything; a change of
    /// institutions does compile everything.
    ///
    /// A change is a JSON document: whole `experts`, `antennes` and `institutions` as in a directory,
    /// which take the place of those of the same id or come last, and the ids of those that are
    /// `removed`. The result is what compiling the changed directory would give; its diagnostics are
    /// those of the change.
    ///
    /// # Errors
    /// When the change has any error. It is checked as a directory is, and nothing that stays may
    /// refer to what is removed.
    ///
    /// ```
    /// # use aiguillage::{Need, Router};
    /// # let router = Router::from_json(r#"{
    /// #     "themes": [{"id": "emploi", "label": "Emploi"}],
    /// #     "subjects": [{"id": "recruter", "theme": "emploi", "label": "Recruter"}],
    /// #     "institutions": [{"id": "cci", "name": "CCI Hauts-de-France"}],
    /// #     "antennes": [{"id": "cci-somme", "institution": "cci", "name": "Somme", "zones": ["departement:80"]}],
    /// #     "experts": [{"id": "cci-recrutement", "antenne": "cci-somme", "name": "Conseil recrutement",
    /// #                  "competences": [{"subject": "recruter"}]}]}"#)?;
    /// let changed = router.with_changes(r#"{
    ///     "experts": [{"id": "cci-alternance", "antenne": "cci-somme", "name": "Conseil alternance",
    ///                  "competences": [{"subject": "recruter"}]}],
    ///     "removed": {"experts": ["cci-recrutement"]}
    /// }"#)?;
    /// let matches = changed.match_experts(&Need::new("recruter", "80021"))?;
    /// assert_eq!(matches.get(0).ok_or("nobody")?.expert.id, "cci-alternance");
    ///
    /// let error = router.with_changes(r#"{"removed": {"antennes": ["cci-somme"]}}"#).unwrap_err();
    /// assert_eq!(error.code(), "unknown_antenne");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn with_changes(&self, json: &str) -> Result<Router, DirectoryError> {
        let change = self.directory().change(json, |id| self.compiled().expert_position(id))?;
        if change.touches_institutions {
            return Ok(Router::new(change.directory));
        }
        Ok(Router::of(self.compiled().changed(change), Arc::clone(&self.0.intake)))
    }

    /// The directory that was compiled.
    pub fn directory(&self) -> &Directory {
        self.compiled().directory()
    }

    /// The expert of an id, found in the index rather than by looking through the directory.
    ///
    /// ```
    /// # let router = aiguillage::Router::from_json(r#"{
    /// #     "institutions": [{"id": "cci", "name": "CCI"}],
    /// #     "antennes": [{"id": "cci-somme", "institution": "cci", "name": "Somme", "zones": ["departement:80"]}],
    /// #     "experts": [{"id": "cci-recrutement", "antenne": "cci-somme", "name": "Conseil recrutement"}]}"#)?;
    /// assert_eq!(router.expert("cci-recrutement").map(|expert| expert.name.as_str()), Some("Conseil recrutement"));
    /// assert_eq!(router.expert("nobody"), None);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn expert(&self, id: &str) -> Option<&Expert> {
        let number = self.compiled().expert_number(id)?;
        Some(self.compiled().placed(number).expert)
    }

    /// Every expert who can help with the need, in order: the present before the absent, narrower
    /// zones before wider ones, equals in fair shares.
    ///
    /// # Errors
    /// When the need lacks its subject or commune, or names something that does not exist. That
    /// nobody matches is no error.
    pub fn match_experts(&self, need: &Need) -> Result<Matches<'_>, NeedError> {
        self.match_experts_with(need, &MatchOptions::default())
    }

    /// The same, with a limit, a number for each institution, or the experts' load.
    ///
    /// # Errors
    /// As [`Router::match_experts`]; also for a load of an unknown expert, or one that is negative
    /// or no number.
    pub fn match_experts_with(&self, need: &Need, options: &MatchOptions) -> Result<Matches<'_>, NeedError> {
        self.matcher(options)?.match_experts(need)
    }

    /// The same options for many needs, checked once.
    ///
    /// # Errors
    /// For a load of an unknown expert, or one that is negative or no number.
    pub fn matcher(&self, options: &MatchOptions) -> Result<Matcher<'_>, NeedError> {
        let plan = Plan::new(self.compiled().index(), self.directory(), options)?;
        Ok(Matcher { router: self, plan })
    }

    pub(crate) fn compiled(&self) -> &Compiled {
        &self.0.compiled
    }
}

impl<'r> Matcher<'r> {
    /// The matches of a need, as [`Router::match_experts_with`] finds them.
    ///
    /// # Errors
    /// As [`Router::match_experts`].
    pub fn match_experts(&self, need: &Need) -> Result<Matches<'r>, NeedError> {
        let compiled = self.router.compiled();
        let facts = compiled.resolve(need)?;
        let Ordered { found, substitutes } = compiled.answer(&self.plan, &facts);
        let headcount_differs = need.headcount_differs();
        let Facts { subject, on, place, .. } = facts;
        let answer = Answer { subject, on, place, headcount_differs, found, substitutes };
        Ok(Matches { router: self.router, answer })
    }
}
