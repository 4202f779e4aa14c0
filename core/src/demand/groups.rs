//! The rows of the report, and in which of them each expert counts.

use rustc_hash::FxHashMap;

use super::kinds::DemandBy;
use super::query::DemandQuery;
use crate::directory::CriterionOwner;
use crate::engine::compiled::Compiled;
use crate::invariant::{at, at_mut, broken};
use crate::language::sentence;
use crate::need::NeedError;

const AN_INSTITUTION: &str = "an institution is found at a position of the directory";
const AN_EXPERT: &str = "the number of an expert is one of the index";
const A_GROUP: &str = "a group is at a position of the directory";

/// The rows of the report.
pub(super) struct Groups {
    pub(super) list: Vec<Group>,
    /// By the number of the expert.
    of_experts: Vec<Option<u32>>,
}

/// One row.
#[derive(Clone, Copy)]
pub(super) struct Group {
    /// Whose it is.
    pub(super) owner: CriterionOwner,
    /// The position of the institution.
    pub(super) institution: usize,
}

impl Groups {
    /// The rows that are asked for, by id.
    ///
    /// # Errors
    /// For an institution that does not exist.
    pub(super) fn of(compiled: &Compiled, query: &DemandQuery) -> Result<Groups, NeedError> {
        let directory = compiled.directory();
        let mut is_wanted = vec![query.institutions.is_empty(); directory.institutions().len()];
        for name in query.institutions.iter().map(|name| name.trim()) {
            let position = directory.names().find(name).ok_or_else(|| {
                let known = directory.institutions().iter().map(|institution| institution.id.as_str());
                NeedError::unknown("unknown_institution", "institutions", sentence!(Institution), name, known)
            })?;
            *at_mut(&mut is_wanted, position, AN_INSTITUTION) = true;
        }
        let institution_named = |id: &str| {
            let position = directory.names().find(id);
            position.unwrap_or_else(|| broken("an antenne names an institution of its directory"))
        };
        let institution_of = |owner: CriterionOwner| match owner {
            CriterionOwner::Institution(position) => position,
            CriterionOwner::Antenne(position) => {
                institution_named(&at(directory.antennes(), position, A_GROUP).institution)
            }
            CriterionOwner::Expert(position) => {
                let antenne = directory.antenne(&at(directory.experts(), position, A_GROUP).antenne);
                let antenne =
                    antenne.unwrap_or_else(|| broken("an expert names an antenne of its directory"));
                institution_named(&antenne.institution)
            }
        };
        let records = match query.by {
            DemandBy::Institution => directory.institutions().len(),
            DemandBy::Antenne => directory.antennes().len(),
            DemandBy::Expert => directory.experts().len(),
        };
        let owners = (0..records).map(|position| query.by.owner(position));
        let groups = owners.map(|owner| Group { owner, institution: institution_of(owner) });
        let is_wanted = |group: &Group| *at(&is_wanted, group.institution, AN_INSTITUTION);
        let mut list: Vec<Group> = groups.filter(is_wanted).collect();
        list.sort_unstable_by_key(|group| group.owner.id(directory));
        Ok(Groups { of_experts: of_experts(compiled, &list), list })
    }

    /// The row of the expert of a number, if it has one.
    pub(super) fn of_expert(&self, number: u32) -> Option<u32> {
        *at(&self.of_experts, number as usize, AN_EXPERT)
    }
}

fn of_experts(compiled: &Compiled, list: &[Group]) -> Vec<Option<u32>> {
    let rows: FxHashMap<CriterionOwner, u32> = list.iter().map(|group| group.owner).zip(0..).collect();
    let index = compiled.index();
    let mut of_experts = vec![None; index.experts.len()];
    for number in &index.numbers_by_id {
        // The rows are of one kind: one of the three at most has one.
        let row = index.expert(*number).owners().iter().find_map(|owner| rows.get(owner)).copied();
        *at_mut(&mut of_experts, *number as usize, AN_EXPERT) = row;
    }
    of_experts
}
