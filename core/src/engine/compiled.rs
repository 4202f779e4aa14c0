//! A directory and everything that is compiled of it.

use std::sync::Arc;

use jiff::civil::Date;

use super::build::{change, compile};
use super::facts::{Facts, Lexicon};
use super::find::holder::Holder;
use super::find::index::{CriterionTest, Index};
use super::find::shard::Shard;
use super::order::ordered::Ordered;
use super::order::plan::Plan;
use crate::directory::{Antenne, Change, Directory, Expert, Institution};
use crate::invariant::broken;
use crate::need::{Need, NeedError};
use crate::taxonomy::Subject;

/// A directory with its lexicon and its index: what the router shares between its clones, and what
/// explanation and coverage read.
#[derive(Debug)]
pub(crate) struct Compiled {
    directory: Directory,
    lexicon: Arc<Lexicon>,
    index: Index,
}

/// An expert with what it belongs to.
#[derive(Clone, Copy)]
pub(crate) struct Placed<'r> {
    /// The number of the expert.
    pub(crate) number: u32,
    pub(crate) expert: &'r Expert,
    pub(crate) antenne: &'r Antenne,
    pub(crate) institution: &'r Institution,
}

impl Compiled {
    /// Compiles a directory; the shard of a subject is left to the first need on it.
    pub(crate) fn lazy(directory: Directory) -> Compiled {
        let lexicon = Lexicon::of(&directory);
        let index = compile::compile(&directory, &lexicon);
        Compiled { directory, lexicon: Arc::new(lexicon), index }
    }

    /// Compiles a directory with the shards of all subjects.
    pub(crate) fn complete(directory: Directory) -> Compiled {
        let compiled = Compiled::lazy(directory);
        let subjects: Vec<u32> = (0..).take(compiled.directory.subjects().len()).collect();
        compiled.index.complete(&subjects, &compiled.directory, &compiled.lexicon);
        compiled
    }

    /// What compiling a changed directory gives. The change leaves the institutions as they are, so that
    /// the lexicon is shared, and so are the shards that it does not touch.
    pub(crate) fn changed(&self, change: Change) -> Compiled {
        let index = change::apply(&self.index, &self.directory, &change, &self.lexicon);
        Compiled { directory: change.directory, lexicon: Arc::clone(&self.lexicon), index }
    }

    #[inline]
    pub(crate) fn directory(&self) -> &Directory {
        &self.directory
    }

    #[inline]
    pub(crate) fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    #[inline]
    pub(crate) fn index(&self) -> &Index {
        &self.index
    }

    /// The subject of a number.
    pub(crate) fn subject(&self, number: u32) -> &Subject {
        self.directory
            .subjects()
            .get(number as usize)
            .unwrap_or_else(|| broken("a number that the lexicon gives is one of a subject"))
    }

    /// What needs read of a subject.
    #[inline]
    pub(crate) fn shard(&self, subject: u32) -> &Shard {
        self.index.shard(subject, &self.directory, &self.lexicon)
    }

    /// The facts of a need: see [`Lexicon::resolve`].
    ///
    /// # Errors
    /// With the first fact that is missing, unknown or contradictory.
    // Always inlined, as `Lexicon::resolve` says.
    #[inline(always)]
    pub(crate) fn resolve<'r, 'n>(&'r self, need: &'n Need) -> Result<Facts<'r, 'n>, NeedError> {
        self.lexicon.resolve(&self.directory, need)
    }

    /// Who matches, in order, as far as the plan wants.
    #[inline]
    pub(crate) fn answer(&self, plan: &Plan, facts: &Facts<'_, '_>) -> Ordered {
        plan.answer(&self.index, &self.directory, self.shard(facts.subject), facts)
    }

    /// The number of an expert by id.
    pub(crate) fn expert_number(&self, id: &str) -> Option<u32> {
        self.index.expert_number(&self.directory, id)
    }

    /// The position of an expert in the directory, by id.
    pub(crate) fn expert_position(&self, id: &str) -> Option<usize> {
        self.expert_number(id).map(|number| self.index.expert(number).position as usize)
    }

    /// An expert who holds a subject, by id, in the logarithm of the number of holders.
    pub(crate) fn holder(&self, subject: u32, expert: &str) -> Option<Holder> {
        let holders = self.index.holders(subject);
        let id = |holder: &Holder| self.index.in_directory(&self.directory, holder.expert).id.as_str();
        let rank = holders.binary_search_by(|holder| id(holder).cmp(expert)).ok()?;
        holders.get(rank).copied()
    }

    /// The expert of a number, with what it belongs to.
    pub(crate) fn placed(&self, number: u32) -> Placed<'_> {
        let indexed = self.index.expert(number);
        let records = (
            self.directory.experts().get(indexed.position as usize),
            self.directory.antennes().get(indexed.antenne as usize),
            self.directory.institutions().get(indexed.institution as usize),
        );
        let (Some(expert), Some(antenne), Some(institution)) = records else {
            broken("the index knows the positions of experts, antennes and institutions")
        };
        Placed { number, expert, antenne, institution }
    }

    /// Whether the expert of a number is absent on a day.
    pub(crate) fn is_absent(&self, number: u32, on: Date) -> bool {
        self.index.is_absent(&self.directory, number, on)
    }

    /// Whether the expert of a number is absent on a day, and nobody stands in.
    pub(crate) fn is_away(&self, number: u32, on: Date) -> bool {
        self.is_absent(number, on) && self.index.substitute(&self.directory, number, on).is_none()
    }

    /// The tests of the criteria that decide on an expert: of the institution, the antenne and the
    /// expert itself, in the order of their criteria.
    pub(crate) fn criteria_tests(&self, number: u32) -> [&[Arc<CriterionTest>]; 3] {
        let indexed = self.index.expert(number);
        let tests = &self.index.tests;
        let owners = [
            tests.institutions.get(indexed.institution as usize),
            tests.antennes.get(indexed.antenne as usize),
            tests.experts.get(number as usize),
        ];
        owners.map(|owner| match owner {
            Some(tests) => tests.as_deref().unwrap_or(&[]),
            None => broken("the index has an entry for the criteria of each owner"),
        })
    }
}
