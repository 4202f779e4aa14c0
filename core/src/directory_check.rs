//! Everything that is wrong with a directory: what reading finds, and what only shows where its criteria meet.

#[cfg(feature = "cog")]
use std::path::Path;

use crate::diagnostic::{Diagnostic, DiagnosticCode};
use crate::directory::{CriterionOwner, Directory};
use crate::engine::criteria_chains::{self, ChainFault, ChainFinding};
use crate::language::{Sentence, sentence};

impl Directory {
    /// Everything that is wrong with the directory at `path`, or worth a look; empty if nothing is.
    /// That nothing can be read there is a finding too.
    ///
    /// Beside what reading finds ([`Directory::diagnostics`]) it tells criteria of an institution, its antennes and
    /// their experts that accept nobody together, or of which one decides nothing beside another.
    #[cfg(feature = "cog")]
    pub fn check(path: impl AsRef<Path>) -> Vec<Diagnostic> {
        match Directory::open(path) {
            Ok(directory) => {
                directory.diagnostics().iter().cloned().chain(directory.check_chains()).collect()
            }
            Err(error) => error.into_diagnostics(),
        }
    }

    /// The criteria that accept nobody together, and those that decide nothing beside others on any subject that
    /// somebody handles, with the places where they were read. Conditions that single numbers decide are compared:
    /// years of existence, headcount, turnover, balance sheet, activities, legal forms, micro-entrepreneurs; others
    /// where they are the same.
    ///
    /// ```
    /// use aiguillage::Directory;
    ///
    /// let directory = Directory::from_json(r#"{"themes": [{"id": "t", "label": "T"}],
    ///     "subjects": [{"id": "s", "theme": "t", "label": "S"}],
    ///     "institutions": [{"id": "i", "name": "I", "criteria": [{"below_headcount": 50}]}],
    ///     "antennes": [{"id": "a", "institution": "i", "name": "A", "zones": ["region:32"]}],
    ///     "experts": [{"id": "e", "antenne": "a", "name": "E", "email": "e@i.example",
    ///                  "competences": [{"subject": "s"}], "criteria": [{"min_headcount": 250}]}]}"#)?;
    /// let found = directory.check_chains();
    /// assert_eq!(found[0].code.as_str(), "contradicting_criteria");
    /// # Ok::<(), aiguillage::DirectoryError>(())
    /// ```
    pub fn check_chains(&self) -> Vec<Diagnostic> {
        let places = self.criterion_places();
        let mut report = places.report();
        for ChainFinding { criterion, other, fault } in criteria_chains::findings(self) {
            let (own, others) = (told(self, criterion), told(self, other));
            let (code, message) = match fault {
                ChainFault::Contradiction { fact } => (
                    DiagnosticCode::ContradictingCriteria,
                    sentence!(AcceptNobodyTogether { own, other: others, fact: fact.as_str() }),
                ),
                ChainFault::Useless => {
                    (DiagnosticCode::UselessCriterion, sentence!(DecidesNothing { own, other: others }))
                }
            };
            let (owner, number) = criterion;
            let text = owner.id(self);
            report.add(code, places.place(owner, number), text, message);
        }
        report.into_diagnostics()
    }
}

/// A criterion as messages name it: by its owner and, where that has several, its place among them.
fn told(directory: &Directory, (owner, number): (CriterionOwner, usize)) -> Sentence {
    let (kind, id) = (owner.kind(), owner.id(directory));
    match owner.criteria(directory).len() {
        1 => sentence!(TheCriterionOf { kind: kind, id }),
        _ => sentence!(CriterionNumberOf { number: number + 1, kind: kind, id }),
    }
}
