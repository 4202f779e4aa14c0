//! The numbers of a company and of its facility.

use super::CompanyField;
use super::block::Written;
use super::draft::{Draft, restored};
use super::finding::FindingCode;
use crate::codes::{Siren, Siret};

const SIREN_DIGITS: usize = 9;
const SIRET_DIGITS: usize = 14;

/// The SIRET that a register wrote, where its keys are right.
pub(super) fn siret(text: &str) -> Option<Siret> {
    restored(text, SIRET_DIGITS).0.parse().ok()
}

/// The SIRET of a SIREN and of the number of a facility in its company, which has five digits.
pub(super) fn joined<'v>(siren: Option<Written<'v>>, nic: Option<Written<'v>>) -> Option<Written<'v>> {
    let (siren, nic) = (siren?, nic?);
    let text = format!("{:0>9}{:0>5}", siren.text, nic.text);
    Some(Written { text: text.into(), ..nic })
}

impl Draft<'_> {
    /// Takes the company's number.
    pub(super) fn siren(&mut self, written: Option<Written<'_>>) {
        let Some(written) = self.seen(written) else { return };
        if let Some(siren) = self.coded(&written, SIREN_DIGITS) {
            self.take_siren(siren, &written);
        }
    }

    /// Takes the facility's number, which tells its company's too.
    pub(super) fn siret(&mut self, written: Option<Written<'_>>) {
        let Some(written) = self.seen(written) else { return };
        let Some(siret) = self.coded::<Siret>(&written, SIRET_DIGITS) else { return };
        self.company.siret = Some(siret);
        self.know(CompanyField::Siret, &written);
        if let Some(siren) = self.company.siren.filter(|siren| *siren != siret.siren()) {
            self.find(FindingCode::NumbersDiffer, &siren.to_string(), Some(&siret.to_string()));
            self.company.siren = None;
        }
        if self.company.siren.is_none() {
            self.take_siren(siret.siren(), &written);
        }
    }

    fn take_siren(&mut self, siren: Siren, written: &Written<'_>) {
        self.company.siren = Some(siren);
        self.know(CompanyField::Siren, written);
    }
}
