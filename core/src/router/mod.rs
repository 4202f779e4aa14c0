//! The router: a directory compiled so that a need finds its experts in about a microsecond.
//!
//! It is immutable and safe to share between threads; a new directory is a new router, which the
//! host swaps in.

mod batch;
mod compile;
pub(crate) mod facts;
mod fair;
pub(crate) mod index;
mod matches;
mod options;
mod order;
pub(crate) mod rules;
pub(crate) mod territory;

use std::path::Path;
use std::sync::{Arc, OnceLock};

use crate::directory::{Directory, DirectoryError, ReadOptions};
use crate::intake::Intake;
use crate::need::{Need, NeedError};
use facts::Lexicon;
use index::{Found, Index};
use order::Plan;

use matches::Answer;
pub use matches::{Match, MatchPositions, Matches, OwnedMatches};
pub use options::MatchOptions;
pub use territory::ZoneOwner;

/// A router with checked options: what [`Router::matcher`] gives.
pub struct Matcher<'r> {
    router: &'r Router,
    plan: Plan,
}

impl<'r> Matcher<'r> {
    /// The matches of a need, as [`Router::match_experts_with`] finds them.
    ///
    /// # Errors
    /// As [`Router::match_experts`].
    pub fn match_experts(&self, need: &Need) -> Result<Matches<'r>, NeedError> {
        self.router.match_planned(need, &self.plan)
    }
}

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
    directory: Directory,
    lexicon: Lexicon,
    index: Index,
    /// Compiled when a message is first read.
    intake: OnceLock<Intake>,
}

impl Router {
    /// Compiles a directory.
    pub fn new(directory: Directory) -> Router {
        let lexicon = Lexicon::of(&directory);
        let index = compile::compile(&directory, &lexicon);
        Router(Arc::new(Inner { directory, lexicon, index, intake: OnceLock::new() }))
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

    /// The directory that was compiled.
    pub fn directory(&self) -> &Directory {
        &self.0.directory
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
        Ok(Matcher { router: self, plan: Plan::new(self, options)? })
    }

    fn match_planned(&self, need: &Need, plan: &Plan) -> Result<Matches<'_>, NeedError> {
        let facts = self.0.lexicon.resolve(self.directory(), need)?;
        let is_absent = |one: &Found| {
            let expert = &self.0.index.experts[one.expert as usize];
            expert.has_absences
                && self.directory().experts()[expert.position as usize].absent_until(facts.on).is_some()
        };
        let found = self.0.index.find(&facts, |found| plan.is_enough(found, is_absent));
        let found = plan.apply(&self.0.index, &facts, &found, is_absent);
        Ok(Matches {
            router: self,
            answer: Answer { subject: facts.subject, on: facts.on, chain: facts.chain, found },
        })
    }

    pub(crate) fn intake(&self) -> &Intake {
        let directory = self.directory();
        self.0.intake.get_or_init(|| Intake::new(directory.subjects(), directory.examples()))
    }

    pub(crate) fn lexicon(&self) -> &Lexicon {
        &self.0.lexicon
    }

    pub(crate) fn index(&self) -> &Index {
        &self.0.index
    }

    /// The number of an expert in the index, where experts are sorted by id.
    fn expert_number(&self, id: &str) -> Option<u32> {
        let experts = &self.0.index.experts;
        let id_of =
            |expert: &index::IndexedExpert| self.directory().experts()[expert.position as usize].id.as_str();
        experts
            .binary_search_by(|expert| id_of(expert).cmp(id))
            .ok()
            .and_then(|number| u32::try_from(number).ok())
    }
}
