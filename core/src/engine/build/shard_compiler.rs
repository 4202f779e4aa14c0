//! What shards are compiled from.

use std::sync::OnceLock;

use super::served_zones::ServedZones;
use super::zones::{StandingZone, standing_zones};
use crate::directory::{Antenne, Directory, Expert, RulesVersion};
use crate::engine::facts::Lexicon;
use crate::engine::find::index::{CriteriaTests, Index, IndexedExpert};
use crate::engine::sieve::Sieve;

/// Compiles shards, on several threads at once.
pub(super) struct ShardCompiler<'d> {
    pub(super) rules: RulesVersion,
    pub(super) directory: &'d Directory,
    pub(super) lexicon: &'d Lexicon,
    /// By number.
    pub(super) experts: &'d [IndexedExpert],
    pub(super) tests: &'d CriteriaTests,
    pub(super) sieve: &'d Sieve,
    /// The zones of each antenne, computed when the first of its experts follows it, for all shards.
    antenne_zones: Vec<OnceLock<Vec<StandingZone>>>,
}

impl<'d> ShardCompiler<'d> {
    pub(super) fn new(index: &'d Index, directory: &'d Directory, lexicon: &'d Lexicon) -> ShardCompiler<'d> {
        ShardCompiler {
            rules: index.rules,
            directory,
            lexicon,
            experts: &index.experts,
            tests: &index.tests,
            sieve: &index.sieve,
            antenne_zones: directory.antennes().iter().map(|_| OnceLock::new()).collect(),
        }
    }

    pub(super) fn in_directory(&self, indexed: &IndexedExpert) -> &'d Expert {
        &self.directory.experts()[indexed.position as usize]
    }

    /// The zones of those who follow an antenne.
    pub(super) fn antenne_zones(&self, position: u32, antenne: &Antenne) -> &[StandingZone] {
        self.antenne_zones[position as usize]
            .get_or_init(|| standing_zones(self.directory.geography(), [ServedZones::of_antenne(antenne)]))
    }
}
