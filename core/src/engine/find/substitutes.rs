//! Who receives the needs of experts who are away.

use jiff::civil::Date;

use super::index::Index;
use crate::directory::substitutes::{is_active_on, stand_in};
use crate::directory::{Directory, ExpertRecord};
use crate::engine::period::Days;

/// From the first to the last day of absences of an expert that name a substitute.
pub(crate) fn substitution_of(expert: &ExpertRecord) -> Option<Days> {
    let naming = expert.absences.iter().filter(|absence| absence.substitute.is_some());
    naming.map(|absence| Days { first: absence.from, last: absence.until }).reduce(Days::around)
}

impl Index {
    /// Whether anybody may be replaced on a day.
    pub(crate) fn may_replace_on(&self, day: Date) -> bool {
        self.substitution.is_some_and(|days| days.hold(day))
    }

    /// The number of the expert who receives the needs of an absent one, as far as absences lead to somebody
    /// who is active and present.
    pub(crate) fn substitute(&self, directory: &Directory, absent: u32, on: Date) -> Option<u32> {
        if !self.may_replace_on(on) {
            return None;
        }
        let record = |number| self.in_directory(directory, number);
        let found = stand_in(absent, on, record, |id| self.expert_number(directory, id))?;
        self.is_active_on(directory, found, on).then_some(found)
    }

    /// Rule 2, but for the competence.
    fn is_active_on(&self, directory: &Directory, number: u32, on: Date) -> bool {
        let indexed = self.expert(number);
        let antenne = &directory.antennes()[indexed.antenne as usize];
        let institution = &directory.institutions()[indexed.institution as usize];
        is_active_on(self.in_directory(directory, number), antenne, institution, on)
    }
}
