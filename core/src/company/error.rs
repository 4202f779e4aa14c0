//! Why an answer gives no company.

use thiserror::Error;

use crate::codes::Siret;
use crate::language::Language;

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
#[non_exhaustive]
pub enum CompanyError {
    /// The text is of no shape that is known.
    #[error("{}", self.message_in(Language::English))]
    UnknownShape {
        /// The fields that were looked for.
        looked_for: &'static [&'static str],
        /// Where the text is no JSON, why.
        fault: Option<String>,
    },
    /// The register answered with an error.
    #[error("{}", self.message_in(Language::English))]
    RegisterError {
        /// The status that it gives, such as 429.
        status: Option<u16>,
        /// Its words, cut after 200 characters.
        message: String,
    },
    /// The answer has no company, or not the facility that was asked for.
    #[error("{}", self.message_in(Language::English))]
    NoCompany {
        /// The facility that was asked for.
        siret: Option<Siret>,
    },
    /// The answer has several companies, and no facility was asked for.
    #[error("{}", self.message_in(Language::English))]
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
        match self {
            CompanyError::UnknownShape { looked_for, fault } => {
                let fields: Vec<String> = looked_for.iter().map(|field| format!("`{field}`")).collect();
                let fields = fields.join(", ");
                let fault = fault.as_deref().map(|fault| format!(" ({fault})")).unwrap_or_default();
                match language {
                    Language::English => {
                        format!(
                            "this is no answer of a register that is known{fault}: none of {fields} is there as registers write it"
                        )
                    }
                    Language::French => {
                        format!(
                            "ce n’est pas la réponse d’un registre connu{fault} : aucun des champs {fields} n’y est comme les registres l’écrivent"
                        )
                    }
                }
            }
            CompanyError::RegisterError { status, message } => {
                let status = status.map(|status| format!(" {status}")).unwrap_or_default();
                let opening = language
                    .choose("le registre a répondu par une erreur", "the register answered with an error");
                let colon = language.choose(" : ", ": ");
                format!("{opening}{status}{colon}{message}")
            }
            CompanyError::NoCompany { siret: None } => {
                language.choose("la réponse n’a aucune entreprise", "the answer has no company").to_owned()
            }
            CompanyError::NoCompany { siret: Some(siret) } => match language {
                Language::English => format!("the answer does not have the facility `{siret}`"),
                Language::French => format!("la réponse n’a pas l’établissement `{siret}`"),
            },
            CompanyError::SeveralCompanies { count } => match language {
                Language::English => format!("the answer has {count} companies: ask for a SIRET"),
                Language::French => format!("la réponse a {count} entreprises : demandez un SIRET"),
            },
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
