//! Experts with their antennes and institutions, resolved once.

use crate::directory::{Directory, Expert};
use crate::engine::find::absence_span::AbsenceSpan;
use crate::engine::find::index::IndexedExpert;
use crate::engine::order::fair;
use crate::engine::period::Days;
use crate::hash::TextMap;
use crate::invariant::broken;

/// The antennes of a directory by id, and their institutions.
pub(super) struct Staff<'d> {
    antennes: TextMap<&'d str, (u32, u32)>,
}

impl<'d> Staff<'d> {
    pub(super) fn of(directory: &'d Directory) -> Staff<'d> {
        let institutions: TextMap<&str, u32> =
            directory.institutions().iter().map(|institution| institution.id.as_str()).zip(0..).collect();
        let antennes = directory.antennes().iter().zip(0..).map(|(antenne, position)| {
            let institution = institutions.get(antenne.institution.as_str()).unwrap_or_else(|| {
                broken("every antenne of a sound directory names one of its institutions")
            });
            (antenne.id.as_str(), (position, *institution))
        });
        Staff { antennes: antennes.collect() }
    }

    /// What the index knows of an expert.
    pub(super) fn index(&self, position: u32, expert: &Expert) -> IndexedExpert {
        let (antenne, institution) = *self
            .antennes
            .get(expert.antenne.as_str())
            .unwrap_or_else(|| broken("every expert of a sound directory names one of its antennes"));
        IndexedExpert {
            fair_key: fair::expert_key(&expert.id),
            capacity: expert.capacity,
            position,
            institution,
            antenne,
            max_open: expert.max_open,
            max_per_period: expert.max_per_period,
            absences: AbsenceSpan::of(&expert.absences),
            is_active: expert.active,
            days: Days::of(expert.valid),
            has_answer_groups: !expert.answer_groups.is_empty(),
            has_periods: expert.competences.iter().any(|competence| competence.valid.is_some()),
            follows_antenne: expert.zones.is_empty()
                && expert.competences.iter().all(|competence| competence.zones.is_empty()),
        }
    }
}
