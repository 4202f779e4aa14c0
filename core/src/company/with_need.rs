//! A need completed by what a register knows of its company.

use std::collections::BTreeMap;
use std::fmt::Display;

use serde::Serialize;

use super::Company;
use super::finding::{Finding, FindingCode};
use crate::codes::Siret;
use crate::need::{Need, NeedField};
use crate::text::non_blank;

/// A need that was completed by what a register knows of its company.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct CompletedNeed {
    /// The need with what the register added.
    pub need: Need,
    /// Where the need and the register disagree; what is odd about the answer itself is among the findings of
    /// the company.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub findings: Vec<Finding>,
}

/// Whose facts a register told, seen from the need.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Subject {
    TheFacility,
    AnotherOfTheCompany,
    AnotherCompany,
}

impl Need {
    /// The need with what it leaves open filled by what a register knows of its company. What the need says
    /// stays, and a finding tells where the register says something else.
    ///
    /// A place that is given by a postal code or a town is given, and is not compared with the register's
    /// commune: only a directory's geography can tell whether they are the same. Where the need is of another
    /// facility of the company, only what is the company's own is filled; where it is of another company,
    /// nothing is.
    ///
    /// ```
    /// use aiguillage::{Company, Need};
    ///
    /// let row = [("siret", "82161143100015"), ("codeCommuneEtablissement", "80021"),
    ///     ("trancheEffectifsEtablissement", "02")];
    /// let company = Company::from_row(row)?;
    /// let need = Need::new("recruter", "59350");
    /// let completed = need.with_company(&company);
    /// assert_eq!(completed.need.headcount_band, company.headcount_band);
    /// assert_eq!(completed.need.commune, "59350");
    /// assert_eq!(completed.findings[0].field.as_deref(), Some("commune"));
    /// # Ok::<(), aiguillage::company::CompanyError>(())
    /// ```
    #[must_use]
    pub fn with_company(&self, company: &Company) -> CompletedNeed {
        let mut completed = CompletedNeed { need: self.clone(), findings: Vec::new() };
        match completed.subject(company) {
            Subject::TheFacility => {
                completed.fill_facility(company);
                completed.fill_company(company);
            }
            Subject::AnotherOfTheCompany => completed.fill_company(company),
            Subject::AnotherCompany => {}
        }
        completed
    }
}

impl CompletedNeed {
    /// Whose facts these are; a finding where they are of another facility than the need's.
    fn subject(&mut self, company: &Company) -> Subject {
        let Some(given) = self.need.siret else { return Subject::TheFacility };
        let siren = company.siren.or_else(|| company.siret.map(Siret::siren));
        let is_of_company = siren.is_none_or(|siren| siren == given.siren());
        let is_of_facility = company.siret.is_none_or(|siret| siret == given);
        if is_of_company && is_of_facility {
            return Subject::TheFacility;
        }
        let known =
            company.siret.map(|siret| siret.to_string()).or_else(|| siren.map(|siren| siren.to_string()));
        let finding = Finding::new(FindingCode::OtherFacility, &given.to_string(), known.as_deref());
        self.findings.push(finding.at(NeedField::Siret.as_str()));
        if is_of_company { Subject::AnotherOfTheCompany } else { Subject::AnotherCompany }
    }

    fn fill_facility(&mut self, company: &Company) {
        let CompletedNeed { need, findings } = self;
        fact(&mut need.siret, company.siret, NeedField::Siret, findings);
        place(need, company, findings);
        activity(need, company, findings);
        list(&mut need.nafa_codes, &company.nafa_codes, NeedField::NafaCodes, findings);
        headcount(need, company, findings);
        fact(&mut need.employer, company.employer, NeedField::Employer, findings);
        list(&mut need.idcc, &company.idcc, NeedField::Idcc, findings);
    }

    fn fill_company(&mut self, company: &Company) {
        let CompletedNeed { need, findings } = self;
        fact(&mut need.legal_form, company.legal_form, NeedField::LegalForm, findings);
        creation(need, company, findings);
        list(&mut need.activities, &company.activities, NeedField::Activities, findings);
        fact(&mut need.turnover, company.turnover, NeedField::Turnover, findings);
        fact(
            &mut need.micro_entrepreneur,
            company.micro_entrepreneur,
            NeedField::MicroEntrepreneur,
            findings,
        );
        qualities(&mut need.qualities, &company.qualities, findings);
    }
}

fn differs(field: &str, given: &dyn Display, known: &dyn Display, findings: &mut Vec<Finding>) {
    let finding = Finding::new(FindingCode::DiffersFromNeed, &given.to_string(), Some(&known.to_string()));
    findings.push(finding.at(field));
}

fn fact<T: PartialEq + Display>(
    given: &mut Option<T>,
    known: Option<T>,
    field: NeedField,
    findings: &mut Vec<Finding>,
) {
    match (&given, known) {
        (None, known) => *given = known,
        (Some(given), Some(known)) if *given != known => differs(field.as_str(), given, &known, findings),
        _ => {}
    }
}

/// Fills the codes of the activity. Both are of one activity: where the register says another in either
/// nomenclature, its code in the other one is of that too.
fn activity(need: &mut Need, company: &Company, findings: &mut Vec<Finding>) {
    let (mut naf, mut naf_2025) = (need.naf, need.naf_2025);
    let before = findings.len();
    fact(&mut naf, company.naf, NeedField::Naf, findings);
    fact(&mut naf_2025, company.naf_2025, NeedField::Naf2025, findings);
    if findings.len() == before {
        (need.naf, need.naf_2025) = (naf, naf_2025);
    }
}

/// Fills a list that is empty; two lists are the same where each holds what the other does.
fn list<T: PartialEq + Clone + Display>(
    given: &mut Vec<T>,
    known: &[T],
    field: NeedField,
    findings: &mut Vec<Finding>,
) {
    if given.is_empty() {
        given.extend_from_slice(known);
        return;
    }
    let is_same = given.iter().all(|one| known.contains(one)) && known.iter().all(|one| given.contains(one));
    if !known.is_empty() && !is_same {
        let text = |codes: &[T]| codes.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
        differs(field.as_str(), &text(given), &text(known), findings);
    }
}

fn place(need: &mut Need, company: &Company, findings: &mut Vec<Finding>) {
    let Some(known) = &company.commune else { return };
    match non_blank(Some(&need.commune)) {
        Some(given) if given != known => differs(NeedField::Commune.as_str(), &given, known, findings),
        None if need.only_commune().is_some() => need.commune.clone_from(known),
        _ => {}
    }
}

/// Fills the band where no number is given: beside an exact number, a band of two years ago adds nothing.
fn headcount(need: &mut Need, company: &Company, findings: &mut Vec<Finding>) {
    match (need.headcount, company.headcount_band) {
        (None, known) => fact(&mut need.headcount_band, known, NeedField::HeadcountBand, findings),
        (Some(given), Some(known)) if !known.headcount().admits(given) => {
            differs(NeedField::Headcount.as_str(), &given, &known, findings);
        }
        _ => {}
    }
}

/// Fills the day of creation, unless it comes after the need's: such a need would be refused.
fn creation(need: &mut Need, company: &Company, findings: &mut Vec<Finding>) {
    match (need.on, company.created_on) {
        (Some(on), Some(known)) if need.created_on.is_none() && known > on => {
            differs(NeedField::On.as_str(), &on, &known, findings);
        }
        (_, known) => fact(&mut need.created_on, known, NeedField::CreatedOn, findings),
    }
}

fn qualities(
    given: &mut BTreeMap<String, bool>,
    known: &BTreeMap<String, bool>,
    findings: &mut Vec<Finding>,
) {
    for (quality, holds) in known {
        let stands = *given.entry(quality.clone()).or_insert(*holds);
        if stands != *holds {
            differs(&format!("qualities.{quality}"), &stands, holds, findings);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codes::{NafCode, NafVersion};

    fn company() -> Company {
        Company {
            siret: "82161143100015".parse().ok(),
            siren: "821611431".parse().ok(),
            commune: Some("80021".into()),
            headcount_band: "02".parse().ok(),
            employer: Some(true),
            legal_form: "5710".parse().ok(),
            created_on: Some(jiff::civil::date(2020, 3, 1)),
            activities: vec!["COMMERCIALE".parse().unwrap(), "ARTISANALE".parse().unwrap()],
            idcc: vec!["1486".parse().unwrap()],
            qualities: BTreeMap::from([("ess".to_owned(), true), ("rge".to_owned(), true)]),
            turnover: Some(50_000),
            ..Company::default()
        }
    }

    fn fields(completed: &CompletedNeed) -> Vec<&str> {
        completed.findings.iter().filter_map(|finding| finding.field.as_deref()).collect()
    }

    #[test]
    fn what_is_open_is_filled_and_what_is_given_stays() {
        let completed = Need { subject: "s".into(), ..Need::default() }.with_company(&company());
        let need = &completed.need;
        assert_eq!((need.commune.as_str(), need.siret), ("80021", company().siret));
        assert_eq!((need.turnover, need.employer, need.idcc.len()), (Some(50_000), Some(true), 1));
        assert_eq!((need.qualities.len(), need.created_on), (2, company().created_on));
        assert!(completed.findings.is_empty());
        // Completed again, it is the same.
        assert_eq!(need.with_company(&company()).need, *need);

        let given = Need {
            legal_form: "5499".parse().ok(),
            activities: vec!["ARTISANALE".parse().unwrap()],
            qualities: BTreeMap::from([("ess".to_owned(), false)]),
            headcount: Some(30),
            ..Need::new("s", "59350")
        };
        let completed = given.with_company(&company());
        assert_eq!(fields(&completed), ["commune", "headcount", "legal_form", "activities", "qualities.ess"]);
        assert_eq!(completed.need.headcount_band, None);
        assert_eq!(completed.need.legal_form, given.legal_form);
        assert_eq!(completed.need.qualities.get("ess"), Some(&false));
        assert_eq!(completed.need.qualities.get("rge"), Some(&true));
        assert_eq!(
            completed.findings[0].message,
            "of `commune` the need says `59350`, and the register `80021`: what the need says stays"
        );
    }

    /// Whatever the band, a need that differs from it is told as matching tells it.
    #[test]
    fn an_exact_headcount_outside_of_any_band_is_told() {
        let band = |band: &str| Company { headcount_band: band.parse().ok(), ..Company::default() };
        let need = Need { headcount: Some(1), ..Need::default() };
        assert_eq!(fields(&need.with_company(&band("NN"))), ["headcount"]);
        assert_eq!(fields(&need.with_company(&band("11"))), ["headcount"]);
        assert_eq!(fields(&need.with_company(&band("01"))), [""; 0]);
    }

    #[test]
    fn facts_of_another_facility_stay_out() {
        let other = Need { siret: "82161143100023".parse().ok(), ..Need::default() };
        let completed = other.with_company(&company());
        assert_eq!((completed.need.commune.as_str(), completed.need.turnover), ("", Some(50_000)));
        assert_eq!(completed.findings[0].code, FindingCode::OtherFacility);

        let other = Need { siret: "35600000000048".parse().ok(), ..Need::default() };
        let completed = other.with_company(&company());
        assert_eq!(completed.need, other);
        assert_eq!(fields(&completed), ["siret"]);
    }

    #[test]
    fn two_codes_of_different_activities_are_not_mixed() {
        let code = |version, code| NafCode::parse(version, code).ok();
        let (naf, naf_2025) = (code(NafVersion::Rev2, "43.32A"), code(NafVersion::Naf2025, "43.32G"));
        let known = Company { naf, naf_2025, ..company() };
        let need = |naf| Need { naf: code(NafVersion::Rev2, naf), ..Need::default() }.with_company(&known);
        assert_eq!((need("43.32A").need.naf_2025, fields(&need("43.32A"))), (known.naf_2025, vec![]));
        assert_eq!((need("10.71C").need.naf_2025, fields(&need("10.71C"))), (None, vec!["naf"]));
    }

    #[test]
    fn a_place_that_is_given_otherwise_is_given() {
        let need = Need { postal_code: Some("59000".into()), ..Need::default() };
        assert_eq!(need.with_company(&company()).need.commune, "");
    }

    #[test]
    fn a_company_is_not_created_after_its_need() {
        let need = Need { on: Some(jiff::civil::date(2019, 1, 1)), ..Need::default() };
        let completed = need.with_company(&company());
        assert_eq!((completed.need.created_on, fields(&completed)), (None, vec!["on"]));
    }
}
