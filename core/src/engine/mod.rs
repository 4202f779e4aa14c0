//! The router: a directory compiled so that a need finds its experts in about a microsecond.
//!
//! It is immutable and safe to share between threads; a new directory is a new router, which the
//! host swaps in.

mod away;
mod batch;
mod change;
mod compile;
pub(crate) mod conditions;
pub(crate) mod criteria;
pub(crate) mod facts;
mod fair;
mod found;
mod guards;
pub(crate) mod held;
pub(crate) mod index;
#[cfg(feature = "csv")]
mod load;
mod matches;
mod message;
mod options;
mod order;
mod postings;
pub(crate) mod rules;
mod sets;
mod shard;
mod sieve;
pub(crate) mod territory;

use std::path::Path;
use std::sync::{Arc, OnceLock};

use jiff::civil::Date;

use crate::directory::{Directory, DirectoryError, Expert, ReadOptions};
use crate::intake::Intake;
use crate::need::{Need, NeedError};
use facts::Lexicon;
use index::{Index, Shard};
use order::Plan;

use matches::Answer;
pub use matches::{Match, MatchOutline, MatchPositions, Matches, Offer, OwnedMatches};
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
    lexicon: Arc<Lexicon>,
    index: Index,
    /// Compiled when a message is first read.
    intake: Arc<OnceLock<Intake>>,
}

impl Router {
    /// Compiles a directory.
    pub fn new(directory: Directory) -> Router {
        let router = Router::lazy(directory);
        let subjects: Vec<u32> = (0..).take(router.directory().subjects().len()).collect();
        router.index().complete(&subjects, router.directory(), router.lexicon());
        router
    }

    /// A router that makes the shard of a subject when the first need asks for it.
    pub(crate) fn lazy(directory: Directory) -> Router {
        let lexicon = Lexicon::of(&directory);
        let index = compile::compile(&directory, &lexicon);
        Router(Arc::new(Inner { directory, lexicon: Arc::new(lexicon), index, intake: Arc::default() }))
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
        let position = |id: &str| {
            let number = self.expert_number(id)?;
            Some(self.index().experts[number as usize].position as usize)
        };
        let change = self.directory().change(json, position)?;
        if change.touches_institutions {
            return Ok(Router::new(change.directory));
        }
        // Nothing in these is of experts and antennes.
        let (lexicon, intake) = (Arc::clone(&self.0.lexicon), Arc::clone(&self.0.intake));
        let index = change::apply(self.index(), self.directory(), &change, &lexicon);
        Ok(Router(Arc::new(Inner { directory: change.directory, lexicon, index, intake })))
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
        let found = plan.answer(self, self.shard(facts.subject), &facts);
        Ok(Matches {
            router: self,
            answer: Answer { subject: facts.subject, on: facts.on, place: facts.place, found },
        })
    }

    pub(crate) fn lexicon(&self) -> &Lexicon {
        &self.0.lexicon
    }

    pub(crate) fn index(&self) -> &Index {
        &self.0.index
    }

    /// What needs read of a subject, which is one of the directory's.
    pub(crate) fn shard(&self, subject: u32) -> &Shard {
        self.index().shard(subject, self.directory(), self.lexicon())
    }

    /// The expert of a number.
    pub(crate) fn expert(&self, number: u32) -> &Expert {
        &self.directory().experts()[self.index().experts[number as usize].position as usize]
    }

    /// Whether the expert of a number is away on a day.
    pub(crate) fn is_away(&self, number: u32, on: Date) -> bool {
        let away = self.index().experts[number as usize].away;
        away.is_some_and(|away| away.covers(on).unwrap_or_else(|| self.expert(number).is_absent(on)))
    }

    /// The number of an expert in the index.
    fn expert_number(&self, id: &str) -> Option<u32> {
        let index = self.index();
        let rank = index.by_id.binary_search_by(|number| self.expert(*number).id.as_str().cmp(id)).ok()?;
        Some(index.by_id[rank])
    }
}
