//! The rows of the report, and in which of them each expert counts.

use super::kinds::DemandBy;
use super::query::DemandQuery;
use crate::directory::Antenne;
use crate::engine::compiled::Compiled;
use crate::invariant::{at, at_mut, broken};
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

/// One row: the position of its institution, antenne or expert in the directory.
#[derive(Clone, Copy)]
pub(super) struct Group {
    pub(super) position: usize,
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
                NeedError::unknown("unknown_institution", "institutions", "institution", name, known)
            })?;
            *at_mut(&mut is_wanted, position, AN_INSTITUTION) = true;
        }
        let institution = |id: &str| {
            directory
                .names()
                .find(id)
                .unwrap_or_else(|| broken("an antenne names an institution of the directory"))
        };
        let institution_of = |antenne: &str| {
            let antenne = directory.antenne(antenne);
            let antenne = antenne.unwrap_or_else(|| broken("an expert names an antenne of the directory"));
            institution(&antenne.institution)
        };
        let placed: Vec<(&str, Group)> = match query.by {
            DemandBy::Institution => {
                let institutions = directory.institutions().iter().enumerate();
                let group = |position| Group { position, institution: position };
                institutions.map(|(position, one)| (one.id.as_str(), group(position))).collect()
            }
            DemandBy::Antenne => {
                let antennes = directory.antennes().iter().enumerate();
                let group = |(position, one): (usize, &'_ Antenne)| Group {
                    position,
                    institution: institution(&one.institution),
                };
                antennes.map(|(position, one)| (one.id.as_str(), group((position, one)))).collect()
            }
            DemandBy::Expert => {
                let experts = directory.experts().iter().enumerate();
                let group =
                    |position, antenne: &str| Group { position, institution: institution_of(antenne) };
                experts.map(|(position, one)| (one.id.as_str(), group(position, &one.antenne))).collect()
            }
        };
        let wanted = |group: &Group| *at(&is_wanted, group.institution, AN_INSTITUTION);
        let mut placed: Vec<(&str, Group)> = placed.into_iter().filter(|(_, group)| wanted(group)).collect();
        placed.sort_unstable_by_key(|(id, _)| *id);
        let list: Vec<Group> = placed.into_iter().map(|(_, group)| group).collect();
        Ok(Groups { of_experts: of_experts(compiled, query.by, &list), list })
    }

    /// The row of the expert of a number, if it has one.
    pub(super) fn of_expert(&self, number: u32) -> Option<u32> {
        *at(&self.of_experts, number as usize, AN_EXPERT)
    }
}

fn of_experts(compiled: &Compiled, by: DemandBy, list: &[Group]) -> Vec<Option<u32>> {
    let directory = compiled.directory();
    let positions = match by {
        DemandBy::Institution => directory.institutions().len(),
        DemandBy::Antenne => directory.antennes().len(),
        DemandBy::Expert => directory.experts().len(),
    };
    let mut rows: Vec<Option<u32>> = vec![None; positions];
    for (row, group) in (0..).zip(list) {
        *at_mut(&mut rows, group.position, A_GROUP) = Some(row);
    }
    let index = compiled.index();
    let mut of_experts = vec![None; index.experts.len()];
    for number in &index.numbers_by_id {
        let indexed = index.expert(*number);
        let position = match by {
            DemandBy::Institution => indexed.institution,
            DemandBy::Antenne => indexed.antenne,
            DemandBy::Expert => indexed.position,
        };
        *at_mut(&mut of_experts, *number as usize, AN_EXPERT) = *at(&rows, position as usize, A_GROUP);
    }
    of_experts
}
