//! A row of INSEE's stock files (StockEtablissement, StockUniteLegale, or a join of both), by its columns.

use serde_json::{Map, Value};

use super::block::Block;
use super::draft::Draft;
use super::insee::{self, Layers};
use super::{Company, CompanyError, Register};
use crate::codes::Siret;
use crate::geography::Geography;

/// The columns by which a row is told to be of the stock files.
pub(super) const LOOKED_FOR: &[&str] = &[
    "siret",
    "siren",
    "codeCommuneEtablissement",
    "activitePrincipaleEtablissement",
    "denominationUniteLegale",
];

/// Reads a row.
///
/// # Errors
/// `UnknownShape` where no column is one of INSEE's; `NoCompany` where the row has no number, not the one that was
/// asked for, or nothing beside it, as a join leaves it that found none.
pub(super) fn read(
    geography: &Geography,
    row: &Map<String, Value>,
    asked: Option<Siret>,
) -> Result<Company, CompanyError> {
    if !is_row(row.keys().map(String::as_str)) {
        return Err(CompanyError::UnknownShape { looked_for: LOOKED_FOR, fault: None });
    }
    let layers = Layers::new(vec![Block::of_members(row, "")]);
    let mut draft = Draft::new(geography, Register::SireneStock);
    insee::read_layers(&mut draft, &layers, &[]);
    layers.tell_no_facility(&mut draft);
    let company = draft.finish();
    let is_other = asked.is_some_and(|asked| company.siret != Some(asked));
    let says_something = |(name, value): (&String, &Value)| {
        is_fact(name) && value.as_str().map_or(!value.is_null(), |text| !text.trim().is_empty())
    };
    if is_other || !layers.has_number() || !row.iter().any(says_something) {
        return Err(CompanyError::NoCompany { siret: asked });
    }
    Ok(company)
}

/// The columns that are not named as a facility's or a company's: the parts of a number, and what the files say
/// of a row as a whole.
const OTHERS: [&str; 8] = [
    "siret",
    "siren",
    "nic",
    "etablissementSiege",
    "dateDebut",
    "dateFin",
    "categorieEntreprise",
    "anneeCategorieEntreprise",
];

/// Whether a column is one of INSEE's.
pub(super) fn is_column(name: &str) -> bool {
    OTHERS.contains(&name) || is_fact(name)
}

/// Whether columns are those of a stock file: a number, and another of INSEE's names.
pub(super) fn is_row<'n>(names: impl Iterator<Item = &'n str>) -> bool {
    let (mut has_number, mut has_fact) = (false, false);
    for name in names {
        has_number |= matches!(name, "siret" | "siren");
        has_fact |= is_fact(name);
    }
    has_number && has_fact
}

fn is_fact(name: &str) -> bool {
    name.ends_with(insee::OF_FACILITY) || name.ends_with(insee::OF_COMPANY)
}

#[cfg(all(test, feature = "cog"))]
mod tests {
    use crate::Company;

    #[test]
    fn a_row_that_a_spreadsheet_spoiled_is_read() {
        let row = [
            ("siren", "5580121"),
            ("siret", "558012100017"),
            ("codeCommuneEtablissement", "6088.0"),
            ("trancheEffectifsEtablissement", "3"),
            ("trancheEffectifsUniteLegale", "NR"),
            ("categorieJuridiqueUniteLegale", ""),
            ("dateCreationUniteLegale", "1900-01-01"),
        ];
        let company = Company::from_row(row).unwrap();
        assert_eq!(company.commune.as_deref(), Some("06088"));
        assert_eq!(company.headcount_band.unwrap().as_str(), "03");
        assert_eq!((company.company_headcount_band, company.created_on), (None, None));
        assert!(company.findings.iter().any(|one| one.code.as_str() == "date_unknown"));
    }

    #[test]
    fn a_siret_with_a_wrong_key_is_left_out() {
        let row = [("siret", "82161143100016"), ("codeCommuneEtablissement", "80021")];
        let company = Company::from_row(row).unwrap();
        assert_eq!((company.siret, company.commune.as_deref()), (None, Some("80021")));
        assert_eq!(company.findings[0].code.as_str(), "wrong_key");
        assert_eq!(company.findings[0].text, "82161143100016");
    }

    /// As of a wrong join.
    #[test]
    fn of_two_numbers_that_differ_the_facilitys_counts() {
        let row =
            [("siren", "552100554"), ("siret", "82161143100015"), ("categorieJuridiqueUniteLegale", "5710")];
        let company = Company::from_row(row).unwrap();
        assert_eq!(company.siren.unwrap().to_string(), "821611431");
        let found = company.findings.iter().find(|one| one.code.as_str() == "numbers_differ").unwrap();
        assert_eq!(found.text, "552100554");
        let same = Company::from_row([("siren", "821611431"), row[1], row[2]]).unwrap();
        assert!(same.findings.is_empty(), "{:?}", same.findings);
    }

    #[test]
    fn rows_of_other_files_are_told() {
        let error = Company::from_row([("siret", "82161143100015"), ("nom", "A")]).unwrap_err();
        assert_eq!(error.code(), "unknown_shape");
        assert!(error.to_string().contains("codeCommuneEtablissement"));
        let error = Company::from_row([("siret", ""), ("codeCommuneEtablissement", "80021")]).unwrap_err();
        assert_eq!(error.code(), "no_company");
        let missed = [("siret", "82161143100015"), ("codeCommuneEtablissement", " "), ("siren", "821611431")];
        assert_eq!(Company::from_row(missed).unwrap_err().code(), "no_company");
    }
}
