//! From a few lines of French to the right subject: what a message is about, what an adviser should
//! see before it goes on, and the facts that it gives away.
//!
//! - [`Router::suggest_subjects`] ranks the directory's subjects by the words of the message. Labels,
//!   descriptions, keywords and questions of the subjects are the model, so that any taxonomy works
//!   untrained; labelled examples in the directory sharpen it. Below a calibrated threshold it says
//!   that it is not sure.
//! - [`Router::screen`] flags messages that a person should look at first, and never refuses one.
//! - [`Router::extract`] finds postal codes, communes, SIRETs, headcounts and amounts. They are offered
//!   with their places in the text; nothing is assumed.
//!
//! None of them can fail, and nothing leaves the process. Of a text longer than [`LONGEST_TEXT`] the
//! beginning is looked at, and the answer says so.
//!
//! ```
//! use aiguillage::Router;
//!
//! let router = Router::from_json(r#"{
//!     "themes": [{"id": "t", "label": "Entreprise"}],
//!     "subjects": [
//!         {"id": "recruter", "theme": "t", "label": "Recruter un salarié", "keywords": ["embaucher", "apprenti"]},
//!         {"id": "tresorerie", "theme": "t", "label": "Résoudre un problème de trésorerie",
//!          "keywords": ["URSSAF", "cotisations", "dettes", "je ne peux plus payer"]}
//!     ]
//! }"#)?;
//! let suggestions = router.suggest_subjects("lurssaf me reclame 8000 euros je peux pas peyer", 3);
//! let first = &suggestions.subjects[0];
//! assert_eq!(first.subject, "tresorerie");
//! let words: Vec<&str> = first.words.iter().map(|word| word.span.text.as_str()).collect();
//! assert_eq!(words, ["lurssaf", "peyer"]);
//!
//! let facts = router.extract("lurssaf me reclame 8000 euros je peux pas peyer");
//! assert_eq!(facts.amounts[0].euros, 8000.0);
//! # Ok::<(), aiguillage::DirectoryError>(())
//! ```

mod common;
mod extract;
mod french;
mod model;
mod screen;
mod span;
mod suggest;
mod vocabulary;
mod words;

use crate::router::Router;
use crate::taxonomy::{Example, Subject};
use words::{Words, beginning};

pub use extract::{Extract, FoundAmount, FoundHeadcount, FoundSiret, Place, PlaceCommune, PlaceKind};
pub use screen::{Flag, FlagReason, Screening};
pub use span::{Offsets, Span};
pub use suggest::{ALSO_SURE, DecidingWord, SURE, Suggestion, Suggestions};

/// How many subjects are suggested where the caller does not say.
pub const DEFAULT_LIMIT: usize = 3;

/// The bytes of a text that are looked at: about five pages.
pub const LONGEST_TEXT: usize = 20_000;

/// The compiled taxonomy of a directory.
pub(crate) struct Intake {
    model: model::Model,
    screener: screen::Screener,
}

impl Intake {
    pub(crate) fn new(subjects: &[Subject], examples: &[Example]) -> Intake {
        Intake { model: model::Model::new(subjects, examples), screener: screen::Screener::new() }
    }
}

impl std::fmt::Debug for Intake {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Intake").finish_non_exhaustive()
    }
}

impl Router {
    /// What a message may be about: at most `limit` subjects (see [`DEFAULT_LIMIT`]), the best first,
    /// with the words that decided, and whether that is enough to go on.
    ///
    /// The taxonomy is compiled when this is first called, which takes some twenty milliseconds.
    pub fn suggest_subjects(&self, text: &str, limit: usize) -> Suggestions {
        let (looked_at, truncated) = beginning(text);
        let words = Words::of(looked_at);
        suggest::suggest(
            &self.intake().model,
            self.directory().subjects(),
            looked_at,
            &words,
            limit,
            truncated,
        )
    }

    /// What an adviser should know before a message goes on: that it says too little, that it seems to
    /// come from an employee or a private person, and so on. Empty where there is nothing to remark.
    ///
    /// A flag is an observation for a person to judge, never a refusal.
    pub fn screen(&self, text: &str) -> Screening {
        let (looked_at, truncated) = beginning(text);
        let intake = self.intake();
        screen::screen(&intake.model, &intake.screener, looked_at, truncated)
    }

    /// The facts that a message gives away, with their places, for a person to confirm.
    pub fn extract(&self, text: &str) -> Extract {
        let (looked_at, truncated) = beginning(text);
        extract::extract(self.directory().geography(), looked_at, truncated)
    }
}
