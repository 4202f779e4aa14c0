//! What shards are compiled from.

use std::borrow::Cow;
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
    /// The zones of each expert who has zones, likewise, by number. Empty where few shards are compiled:
    /// a change of a large directory would make a list of everybody for a handful of experts.
    expert_zones: Vec<OnceLock<Vec<StandingZone>>>,
}

impl<'d> ShardCompiler<'d> {
    /// A compiler of so many shards.
    pub(super) fn new(
        index: &'d Index,
        directory: &'d Directory,
        lexicon: &'d Lexicon,
        shards: usize,
    ) -> ShardCompiler<'d> {
        let compiles_most = shards * 2 > index.shards.len();
        let remembered = if compiles_most { index.experts.len() } else { 0 };
        ShardCompiler {
            rules: index.rules,
            directory,
            lexicon,
            experts: &index.experts,
            tests: &index.tests,
            sieve: &index.sieve,
            antenne_zones: directory.antennes().iter().map(|_| OnceLock::new()).collect(),
            expert_zones: std::iter::repeat_with(OnceLock::new).take(remembered).collect(),
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

    /// The zones of an expert who has zones, for subjects of which the competences have none.
    pub(super) fn expert_zones(&self, number: u32, expert: &Expert) -> Cow<'_, [StandingZone]> {
        let zones = || standing_zones(self.directory.geography(), [ServedZones::of_expert(expert)]);
        match self.expert_zones.get(number as usize) {
            Some(remembered) => Cow::Borrowed(remembered.get_or_init(zones)),
            None => Cow::Owned(zones()),
        }
    }
}
