//! From a few lines of French to the right subject: what a message is about, what an adviser should
//! see before it goes on, and the facts that it gives away.
//!
//! - [`Router::suggest_subjects`](crate::Router::suggest_subjects) ranks the directory's subjects by the words of the message. Labels,
//!   descriptions, keywords and questions of the subjects are one part of the model, so that any taxonomy
//!   works untrained; weights learned from messages are the other one: the library's where all subjects
//!   are of the default taxonomy, by their ids, else the directory's own where each subject has three examples. Below
//!   a calibrated threshold it says that it is not sure, and what the message is where it is about none.
//! - [`Router::screen`](crate::Router::screen) flags messages that a person should look at first, and never refuses one.
//! - [`Router::extract`](crate::Router::extract) finds postal codes, communes, SIRETs, headcounts and amounts. They are offered
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
//! assert!(words.contains(&"lurssaf") && words.contains(&"peyer"));
//!
//! let facts = router.extract("lurssaf me reclame 8000 euros je peux pas peyer");
//! assert_eq!(facts.amounts[0].euros, 8000.0);
//! # Ok::<(), aiguillage::DirectoryError>(())
//! ```

#![deny(clippy::indexing_slicing)]

mod bm25;
mod brought;
mod certainty;
mod common;
mod extract;
mod french;
mod learned;
mod linear;
mod model;
mod scope;
mod screen;
mod segments;
mod span;
mod suggest;
mod texts;
#[cfg(feature = "training")]
pub mod training;
mod vocabulary;
mod words;

use crate::geography::Geography;
use crate::taxonomy::{Example, Subject};
use model::{Message, Model};
use words::beginning;

pub use certainty::{ALSO_SURE, SURE};
pub use extract::{
    ContactKind, Extract, FoundAmount, FoundContact, FoundHeadcount, FoundSiret, Place, PlaceCommune,
    PlaceKind,
};
pub use scope::{OutOfScope, OutOfScopeKind};
pub use screen::{Flag, FlagReason, Screening};
pub use span::{Offsets, Span};
pub use suggest::{DecidingWord, Suggestion, Suggestions};
pub use words::LONGEST_TEXT;

/// How many subjects are suggested where the caller does not say.
pub const DEFAULT_LIMIT: usize = 3;

/// The compiled taxonomy of a directory.
pub(crate) struct Intake {
    model: Model,
    screener: screen::Screener,
}

impl Intake {
    pub(crate) fn new(subjects: &[Subject], examples: &[Example]) -> Intake {
        Intake { model: Model::new(subjects, examples), screener: screen::Screener::new() }
    }

    pub(crate) fn suggest(&self, subjects: &[Subject], text: &str, limit: usize) -> Suggestions {
        let (looked_at, truncated) = beginning(text);
        let message = Message::read(&self.model, looked_at);
        let flags = screen::flags(&self.screener, &message);
        suggest::suggest(&self.model, subjects, &message, &flags, limit, truncated)
    }

    pub(crate) fn screen(&self, text: &str) -> Screening {
        let (looked_at, truncated) = beginning(text);
        let message = Message::read(&self.model, looked_at);
        let flags = screen::flags(&self.screener, &message);
        Screening { flags, out_of_scope: message.judgement.out_of_scope, truncated }
    }
}

impl std::fmt::Debug for Intake {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Intake").finish_non_exhaustive()
    }
}

pub(crate) fn extract(geography: &Geography, text: &str) -> Extract {
    let (looked_at, truncated) = beginning(text);
    extract::extract(geography, looked_at, truncated)
}
