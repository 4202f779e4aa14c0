//! Why an answer gives no company.

use thiserror::Error;

use crate::codes::Siret;
use crate::language::{Language, Sentence, sentence};

/// An answer that gives no company.
///
/// ```
/// use aiguillage::Company;
///
/// let error = Company::from_json(r#"{"erreur": "Veuillez réessayer plus tard."}"#).unwrap_err();
/// assert_eq!(error.code(), "register_error");
/// assert_eq!(error.to_string(), "the register answered with an error: Veuillez réessayer plus tard.");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{}", self.sentence())]
#[non_exhaustive]
pub enum CompanyError {
    /// The text is of no shape that is known.
    UnknownShape {
        /// The fields that were looked for.
        looked_for: &'static [&'static str],
        /// Where the text is no JSON, why.
        fault: Option<String>,
    },
    /// The register answered with an error.
    RegisterError {
        /// The status that it gives, such as 429.
        status: Option<u16>,
        /// Its words, cut after 200 characters.
        message: String,
    },
    /// The answer has no company, or not the facility that was asked for.
    NoCompany {
        /// The facility that was asked for.
        siret: Option<Siret>,
    },
    /// The answer has several companies, and no facility was asked for.
    SeveralCompanies {
        /// How many.
        count: usize,
    },
}

impl CompanyError {
    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            CompanyError::UnknownShape { .. } => "unknown_shape",
            CompanyError::RegisterError { .. } => "register_error",
            CompanyError::NoCompany { .. } => "no_company",
            CompanyError::SeveralCompanies { .. } => "several_companies",
        }
    }

    /// What is wrong, in a language.
    pub fn message_in(&self, language: Language) -> String {
        self.sentence().in_language(language)
    }

    pub(crate) fn sentence(&self) -> Sentence {
        match self {
            CompanyError::UnknownShape { looked_for, fault } => {
                let fields: Vec<String> = looked_for.iter().map(|field| (*field).to_owned()).collect();
                match fault {
                    None => sentence!(NoRegisterAnswer { fields }),
                    Some(fault) => sentence!(NoRegisterAnswerWithFault { fault: fault.as_str(), fields }),
                }
            }
            CompanyError::RegisterError { status: None, message } => {
                sentence!(RegisterError { message: message.as_str() })
            }
            CompanyError::RegisterError { status: Some(status), message } => {
                sentence!(RegisterErrorWithStatus { status: *status, message: message.as_str() })
            }
            CompanyError::NoCompany { siret: None } => sentence!(NoCompanyInAnswer),
            CompanyError::NoCompany { siret: Some(siret) } => {
                sentence!(NoFacilityInAnswer { siret: siret.to_string() })
            }
            CompanyError::SeveralCompanies { count } => sentence!(SeveralCompanies { count: *count }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_error_speaks_both_languages() {
        let siret = "82161143100015".parse().ok();
        let fault = Some("the text is not JSON".to_owned());
        let errors = [
            CompanyError::UnknownShape { looked_for: &["results"], fault },
            CompanyError::RegisterError { status: Some(429), message: "quota".into() },
            CompanyError::NoCompany { siret: None },
            CompanyError::NoCompany { siret },
            CompanyError::SeveralCompanies { count: 3 },
        ];
        for error in &errors {
            assert_ne!(error.message_in(Language::French), error.message_in(Language::English));
            assert_eq!(error.to_string(), error.message_in(Language::English));
        }
    }
}
