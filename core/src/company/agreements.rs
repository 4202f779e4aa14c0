//! The collective agreements of a facility.

use super::CompanyField;
use super::block::Written;
use super::draft::{Draft, MOST_VALUES};
use crate::codes::Idcc;

impl Draft<'_> {
    /// Takes collective agreements: the facility's or, where it has none, the company's.
    pub(super) fn agreements(&mut self, facility: Vec<Written<'_>>, company: Vec<Written<'_>>) {
        let written = if facility.is_empty() { company } else { facility };
        for written in written.into_iter().take(MOST_VALUES) {
            let Some(written) = self.seen(Some(written)) else { continue };
            let Some(idcc) = self.coded::<Idcc>(&written, 4) else { continue };
            if !self.company.idcc.contains(&idcc) {
                self.company.idcc.push(idcc);
            }
            self.know(CompanyField::Idcc, &written);
        }
    }
}
