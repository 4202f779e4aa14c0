//! How many people work there, and whether anybody does.

use super::CompanyField;
use super::block::Written;
use super::draft::Draft;
use super::finding::FindingCode;
use crate::codes::HeadcountBand;

/// Years that a register may tell.
const YEARS: std::ops::Range<i16> = 1973..2200;

/// A band and its year, as a register wrote them.
#[derive(Default)]
pub(super) struct WrittenBand<'v> {
    pub(super) band: Option<Written<'v>>,
    pub(super) year: Option<Written<'v>>,
}

impl Draft<'_> {
    /// Takes the bands of the facility and of its company; the company's stands for the facility's only where
    /// the answer has no facility.
    pub(super) fn headcount(&mut self, facility: Option<WrittenBand<'_>>, company: WrittenBand<'_>) {
        let of_company = self.band(company);
        if let Some((band, year, written)) = &of_company {
            self.company.company_headcount_band = Some(*band);
            self.know(CompanyField::CompanyHeadcountBand, written);
            if let Some((year, written)) = year {
                self.company.company_headcount_year = Some(*year);
                self.know(CompanyField::CompanyHeadcountYear, written);
            }
        }
        let of_facility = match facility {
            Some(facility) => self.band(facility),
            None => of_company,
        };
        let Some((band, year, written)) = of_facility else { return };
        self.company.headcount_band = Some(band);
        self.know(CompanyField::HeadcountBand, &written);
        if let Some((year, written)) = year {
            self.company.headcount_year = Some(year);
            self.know(CompanyField::HeadcountYear, &written);
        }
        if let Some(company) = self.company.company_headcount_band.filter(|company| *company != band) {
            self.find(FindingCode::HeadcountOfCompanyDiffers, band.as_str(), Some(company.as_str()));
        }
    }

    /// A band and its year, which says nothing without the band.
    #[expect(clippy::type_complexity, reason = "each value goes with where it was written")]
    fn band<'v>(
        &mut self,
        written: WrittenBand<'v>,
    ) -> Option<(HeadcountBand, Option<(i16, Written<'v>)>, Written<'v>)> {
        let band = self.seen(written.band)?;
        // `NR`: the unit is not asked.
        if band.text.eq_ignore_ascii_case("NR") {
            return None;
        }
        let parsed = self.coded(&band, 2)?;
        let year = self.seen(written.year).and_then(|year| {
            let number = self.parsed::<i16>(&year, &year.text)?;
            if !YEARS.contains(&number) {
                self.unknown(&year);
                return None;
            }
            Some((number, year))
        });
        Some((parsed, year, band))
    }

    /// Takes whether there are employees: `O` or `N`. A band that tells of some, of two years ago, and none
    /// now contradict each other; `00` and `NN` do not contradict an employer, who may have employed within
    /// the year, or not have declared yet.
    pub(super) fn employer(&mut self, flag: Option<Written<'_>>) {
        let Some(flag) = self.seen(flag) else { return };
        let employs = match &*flag.text {
            "O" | "o" => true,
            "N" | "n" => false,
            _ => return self.unknown(&flag),
        };
        self.company.employer = Some(employs);
        self.know(CompanyField::Employer, &flag);
        if let Some(band) = self.company.headcount_band
            && !employs
            && band.headcount().lower() > 0
        {
            self.find(FindingCode::EmployerAndBandDiffer, band.as_str(), None);
        }
    }
}
