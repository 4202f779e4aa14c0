//! Where the facility is.

use super::CompanyField;
use super::block::Written;
use super::draft::Draft;
use super::finding::FindingCode;
use crate::codes::repair::{self, Numeral};
use crate::geography::Resolution;

const CODE_LENGTH: usize = 5;

impl Draft<'_> {
    /// Takes the facility's commune, unless it is in another country.
    ///
    /// A register's code is never a postal code: one of the past that is also a postal code of somewhere else
    /// is read as what it was.
    pub(super) fn place(&mut self, commune: Option<Written<'_>>, country: Option<Written<'_>>) {
        if let Some(country) = self.seen(country) {
            return self.abroad(&country);
        }
        let Some(written) = self.seen(commune) else { return };
        let code = match repair::numeral(&written.text) {
            Numeral::Whole(digits) => digits,
            _ => written.text.clone().into_owned(),
        };
        if is_country(&code) {
            return self.abroad(&written);
        }
        // What is no code is not searched among names, however long.
        let resolution = match code.len() <= CODE_LENGTH {
            true => self.geography.resolve(&code),
            false => Resolution::Unknown { hint: None },
        };
        let (place, finding) = match resolution {
            Resolution::Current(place) => (place, None),
            Resolution::Former { place, .. } | Resolution::FormerAndPostal { place, .. } => {
                (place, Some(FindingCode::FormerCommune))
            }
            Resolution::LostZero { place } => (place, Some(FindingCode::LostZero)),
            Resolution::Unknown { .. } => {
                self.find(FindingCode::UnknownCommune, &written.text, None);
                return;
            }
        };
        let Some(current) = self.geography.commune_by_id(place).map(|commune| commune.code().to_owned())
        else {
            return;
        };
        if let Some(finding) = finding {
            self.find(finding, &written.text, Some(&current));
        }
        self.company.commune = Some(current);
        self.know(CompanyField::Commune, &written);
        self.company.foreign = Some(false);
        self.know(CompanyField::Foreign, &written);
    }

    /// Takes that the facility is abroad.
    pub(super) fn abroad(&mut self, country: &Written<'_>) {
        self.company.foreign = Some(true);
        self.know(CompanyField::Foreign, country);
        self.find(FindingCode::ForeignAddress, &country.text, None);
    }
}

/// Whether a code is one of INSEE's for countries, which begin with `99`.
fn is_country(code: &str) -> bool {
    code.len() == 5 && code.starts_with("99") && code.bytes().all(|byte| byte.is_ascii_digit())
}
