//! The collective agreements of a facility.

use super::CompanyField;
use super::block::Written;
use super::draft::{Draft, MOST_VALUES};
use super::finding::FindingCode;
use super::opco::{CompanyOpco, OpcoCertainty};
use crate::codes::Idcc;

impl Draft<'_> {
    /// Takes collective agreements, the facility's or, where it has none, the company's; and from them the OPCO.
    pub(super) fn agreements(&mut self, facility: Vec<Written<'_>>, company: Vec<Written<'_>>) {
        let written = if facility.is_empty() { company } else { facility };
        for written in written.into_iter().take(MOST_VALUES) {
            let Some(written) = self.seen(Some(written)) else { continue };
            let Some(idcc) = self.coded::<Idcc>(&written, 4) else { continue };
            self.know(CompanyField::Opco, &written);
            if !idcc.is_agreement() {
                self.find(FindingCode::NoAgreement, &idcc.to_string(), None);
                continue;
            }
            if !self.company.idcc.contains(&idcc) {
                self.company.idcc.push(idcc);
            }
            self.know(CompanyField::Idcc, &written);
            let joined: Vec<String> = idcc.joined().map(|joined| joined.to_string()).collect();
            if !joined.is_empty() {
                self.find(FindingCode::MergedAgreement, &idcc.to_string(), Some(&joined.join(" ")));
            }
        }
        if !self.company.sources.contains_key(&CompanyField::Opco) {
            return;
        }
        let opco = CompanyOpco::of(&self.company.idcc);
        if opco.certainty == OpcoCertainty::Ambiguous {
            self.find(FindingCode::SeveralOpcos, &opco.ids.join(" "), None);
        }
        self.company.opco = Some(opco);
    }
}
