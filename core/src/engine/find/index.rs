//! The index of a directory: a shard for each subject, and what all subjects share.

use std::sync::{Arc, OnceLock};

use super::absence_span::AbsenceSpan;
use super::holder::Holder;
use super::shard::Shard;
use crate::directory::{CriterionOwner, Directory, Expert, RulesVersion};
use crate::engine::criteria::Test;
use crate::engine::period::Days;
use crate::engine::sieve::{CheckNumber, Sieve};

/// Everything that is compiled of a directory.
///
/// Experts are known by numbers. An expert keeps its number through changes of the directory, which
/// move positions; so a shard, which names experts by number only, is shared with the index of a
/// changed directory as long as none of its experts changes.
#[derive(Clone, Debug)]
pub(crate) struct Index {
    pub(crate) rules: RulesVersion,
    /// By subject. Compiled at the first need on the subject; clones of the index share the result.
    pub(crate) shards: Vec<Arc<OnceLock<Shard>>>,
    /// By subject, the experts who hold it, active or not, in the order of their ids.
    pub(crate) holders: Vec<Arc<[Holder]>>,
    /// By number.
    pub(crate) experts: Vec<IndexedExpert>,
    /// The numbers of the experts, in the order of their ids.
    pub(crate) numbers_by_id: Vec<u32>,
    /// The numbers of removed experts, for those who will be added.
    pub(crate) free_numbers: Vec<u32>,
    /// From the first to the last day of absences that name a substitute; nothing where none does.
    pub(crate) substitution: Option<Days>,
    pub(crate) tests: CriteriaTests,
    pub(crate) sieve: Arc<Sieve>,
}

/// What the index knows of an expert.
#[derive(Clone, Debug)]
pub(crate) struct IndexedExpert {
    /// What the fair order hashes.
    pub(crate) fair_key: u64,
    pub(crate) capacity: f64,
    /// Position in the directory.
    pub(crate) position: u32,
    /// Position of the institution in the directory.
    pub(crate) institution: u32,
    /// Position of the antenne in the directory.
    pub(crate) antenne: u32,
    pub(crate) max_open: Option<u32>,
    pub(crate) max_per_period: Option<u32>,
    pub(crate) absences: Option<AbsenceSpan>,
    pub(crate) is_active: bool,
    /// The days on which the expert counts.
    pub(crate) days: Days,
    /// Whether the expert itself asks for answers.
    pub(crate) has_answer_groups: bool,
    /// Whether a competence of the expert has a period.
    pub(crate) has_periods: bool,
    /// Whether neither the expert nor any of its competences has zones.
    pub(crate) follows_antenne: bool,
}

impl IndexedExpert {
    /// Whose criteria and groups of answers decide on the expert: the institution's, the antenne's and its own.
    pub(crate) fn owners(&self) -> [CriterionOwner; 3] {
        [
            CriterionOwner::Institution(self.institution as usize),
            CriterionOwner::Antenne(self.antenne as usize),
            CriterionOwner::Expert(self.position as usize),
        ]
    }
}

/// The tests of all criteria, by their owners.
#[derive(Clone, Debug, Default)]
pub(crate) struct CriteriaTests {
    /// By position in the directory.
    pub(crate) institutions: Vec<OwnerTests>,
    /// By position in the directory.
    pub(crate) antennes: Vec<OwnerTests>,
    /// By number.
    pub(crate) experts: Vec<OwnerTests>,
}

/// The tests of one owner's criteria, in the order of the criteria; `None` for the many who have none.
pub(crate) type OwnerTests = Option<Arc<[Arc<CriterionTest>]>>;

/// A compiled criterion. Equal criteria share theirs, whatever subjects they apply to.
#[derive(Debug)]
pub(crate) struct CriterionTest {
    pub(crate) test: Test,
    pub(crate) checks: ConditionChecks,
    /// The checks of each of its alternatives.
    pub(crate) alternatives: Vec<ConditionChecks>,
}

/// The checks of some conditions.
#[derive(Debug, Default)]
pub(crate) struct ConditionChecks {
    /// As far as the conditions have one.
    pub(crate) numbers: Vec<CheckNumber>,
    /// Whether each condition has.
    pub(crate) are_all: bool,
}

impl Index {
    /// What the index knows of the expert of a number.
    #[inline]
    pub(crate) fn expert(&self, number: u32) -> &IndexedExpert {
        &self.experts[number as usize]
    }

    /// The number of an expert by id, in the logarithm of the number of experts.
    pub(crate) fn expert_number(&self, directory: &Directory, id: &str) -> Option<u32> {
        let id_of = |number: &u32| self.in_directory(directory, *number).id.as_str();
        let rank = self.numbers_by_id.binary_search_by(|number| id_of(number).cmp(id)).ok()?;
        self.numbers_by_id.get(rank).copied()
    }

    /// The expert of a number in the directory that was compiled.
    pub(crate) fn in_directory<'d>(&self, directory: &'d Directory, number: u32) -> &'d Expert {
        &directory.experts()[self.expert(number).position as usize]
    }

    /// Whether the expert of a number is absent on a day.
    pub(crate) fn is_absent(&self, directory: &Directory, number: u32, on: jiff::civil::Date) -> bool {
        let in_directory = || self.in_directory(directory, number).is_absent(on);
        let absences = self.expert(number).absences;
        absences.is_some_and(|absences| absences.covers(on).unwrap_or_else(in_directory))
    }

    /// The experts who hold a subject, active or not, in the order of their ids.
    pub(crate) fn holders(&self, subject: u32) -> &[Holder] {
        &self.holders[subject as usize]
    }
}
