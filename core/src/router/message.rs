//! Messages read with the taxonomy of the router's directory.

use super::Router;
use crate::intake::{self, Extract, Intake, Screening, Suggestions};

impl Router {
    /// What a message may be about: at most `limit` subjects (see
    /// [`DEFAULT_LIMIT`](crate::intake::DEFAULT_LIMIT)), the best first, with the words that decided,
    /// and whether that is enough to go on.
    ///
    /// The taxonomy is compiled when this is first called, which takes some twenty milliseconds, and up to
    /// a second where weights are learned from a directory's own examples.
    pub fn suggest_subjects(&self, text: &str, limit: usize) -> Suggestions {
        self.intake().suggest(self.directory().subjects(), text, limit)
    }

    /// What an adviser should know before a message goes on: that it says too little, that it seems to
    /// come from an employee or a private person, and so on. Empty where there is nothing to remark.
    ///
    /// A flag is an observation for a person to judge, never a refusal.
    pub fn screen(&self, text: &str) -> Screening {
        self.intake().screen(text)
    }

    /// The facts that a message gives away, with their places, for a person to confirm.
    pub fn extract(&self, text: &str) -> Extract {
        intake::extract(self.directory().geography(), text)
    }

    fn intake(&self) -> &Intake {
        let directory = self.directory();
        self.0.intake.get_or_init(|| Intake::new(directory.subjects(), directory.examples()))
    }
}
