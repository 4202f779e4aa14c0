//! Reading what registers answer.

use serde_json::{Map, Value};

use super::choice::choose;
use super::draft::Draft;
use super::shape::{self, answer};
use super::{Company, CompanyError, stock};
use crate::codes::Siret;
use crate::geography::Geography;
use crate::text::shorten;

/// Reads answers of registers: over a geography that tells the communes, and for one facility where one is
/// asked for.
///
/// ```
/// use aiguillage::Geography;
/// use aiguillage::company::CompanyReader;
///
/// let geography = Geography::embedded();
/// let reader = CompanyReader::new(&geography).for_siret("82161143100015".parse()?);
/// let error = reader.read_json(r#"{"results": []}"#).unwrap_err();
/// assert_eq!(error.code(), "no_company");
/// # Ok::<(), aiguillage::codes::CodeError>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct CompanyReader<'g> {
    geography: &'g Geography,
    asked: Option<Siret>,
}

impl<'g> CompanyReader<'g> {
    /// A reader that takes the only company of an answer, and its only facility or its seat.
    pub fn new(geography: &'g Geography) -> CompanyReader<'g> {
        CompanyReader { geography, asked: None }
    }

    /// A reader that takes this facility, whichever companies the answer has.
    #[must_use]
    pub fn for_siret(self, siret: Siret) -> CompanyReader<'g> {
        CompanyReader { asked: Some(siret), ..self }
    }

    /// Reads the text of an answer. A byte order mark before it is passed over.
    ///
    /// # Errors
    /// See [`CompanyError`].
    pub fn read_json(&self, text: &str) -> Result<Company, CompanyError> {
        let text = text.trim_start_matches('\u{feff}');
        let value: Value = serde_json::from_str(text).map_err(|error| {
            let fault = format!("the text is not JSON: {}", shorten(&error.to_string(), 120));
            CompanyError::UnknownShape { looked_for: shape::LOOKED_FOR, fault: Some(fault) }
        })?;
        let answer = answer(&value)?;
        let choice = choose(answer.candidates, self.asked)?;
        let mut draft = Draft::new(self.geography, answer.register);
        (answer.read)(&mut draft, &choice);
        Ok(draft.finish())
    }

    /// Reads a row of INSEE's stock files, as texts by the names of their columns; blank ones, and columns that
    /// are not INSEE's, say nothing.
    ///
    /// # Errors
    /// See [`CompanyError`].
    pub fn read_row<N, T>(&self, row: impl IntoIterator<Item = (N, T)>) -> Result<Company, CompanyError>
    where
        N: Into<String>,
        T: Into<String>,
    {
        let row: Map<String, Value> =
            row.into_iter().map(|(name, text)| (name.into(), Value::String(text.into()))).collect();
        stock::read(self.geography, &row, self.asked)
    }

    #[cfg(feature = "csv")]
    pub(super) fn geography(&self) -> &'g Geography {
        self.geography
    }

    #[cfg(feature = "csv")]
    pub(super) fn asked(&self) -> Option<Siret> {
        self.asked
    }
}

#[cfg(feature = "cog")]
impl Company {
    /// Reads the answer of a register that has one company, over the embedded geography.
    ///
    /// ```
    /// use aiguillage::Company;
    ///
    /// let company = Company::from_json(
    ///     r#"{"etablissement": {"siret": "82161143100015", "trancheEffectifsEtablissement": "11",
    ///         "adresseEtablissement": {"codeCommuneEtablissement": "80021"}}}"#,
    /// )?;
    /// assert_eq!(company.siren.unwrap().to_string(), "821611431");
    /// assert_eq!(company.headcount_band.unwrap().as_str(), "11");
    /// # Ok::<(), aiguillage::company::CompanyError>(())
    /// ```
    ///
    /// # Errors
    /// See [`CompanyError`].
    pub fn from_json(text: &str) -> Result<Company, CompanyError> {
        CompanyReader::new(&Geography::embedded()).read_json(text)
    }

    /// Reads the facility that is asked for of the answer of a register.
    ///
    /// # Errors
    /// See [`CompanyError`]; `NoCompany` where the answer does not have the facility.
    pub fn from_json_for(text: &str, siret: Siret) -> Result<Company, CompanyError> {
        CompanyReader::new(&Geography::embedded()).for_siret(siret).read_json(text)
    }

    /// Reads a row of INSEE's stock files, as texts by the names of their columns.
    ///
    /// ```
    /// use aiguillage::Company;
    ///
    /// let row = [("siret", "82161143100015"), ("codeCommuneEtablissement", "80021")];
    /// assert_eq!(Company::from_row(row)?.commune.as_deref(), Some("80021"));
    /// # Ok::<(), aiguillage::company::CompanyError>(())
    /// ```
    ///
    /// # Errors
    /// See [`CompanyError`].
    pub fn from_row<N, T>(row: impl IntoIterator<Item = (N, T)>) -> Result<Company, CompanyError>
    where
        N: Into<String>,
        T: Into<String>,
    {
        CompanyReader::new(&Geography::embedded()).read_row(row)
    }
}
