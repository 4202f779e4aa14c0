//! Facts of a company, from what the public registers answer: a partner has a SIRET, asks a register, and
//! hands the answer over. Nothing here opens a socket.
//!
//! Five shapes are read: an answer of the API Recherche d'entreprises, an `etablissement` or a `uniteLegale` of
//! INSEE's API Sirene 3.11, a company of the RNE, and rows of INSEE's stock files. What is odd about an answer
//! (a closed facility, a code of an older nomenclature, a commune of the past) is a [`Finding`] beside the
//! facts that can be used; what is no company at all is a [`CompanyError`].
//!
//! ```
//! use aiguillage::{Company, Need};
//!
//! let answer = r#"{"results": [{"siren": "821611431", "nom_complet": "ATELIER", "etat_administratif": "A",
//!     "nature_juridique": "5710", "date_creation": "2016-07-25",
//!     "siege": {"siret": "82161143100015", "commune": "80021", "activite_principale": "72.1Z",
//!               "tranche_effectif_salarie": "02", "annee_tranche_effectif_salarie": "2023"}}]}"#;
//! let company = Company::from_json(answer)?;
//! assert_eq!(company.commune.as_deref(), Some("80021"));
//! assert_eq!(company.headcount_band.unwrap().label(), "3 à 5 salariés");
//!
//! // A code of the nomenclature of before 2008 is no code of today's.
//! assert_eq!(company.naf, None);
//! assert_eq!(company.findings[0].code.as_str(), "old_nomenclature");
//!
//! let need = Need { subject: "recruter".into(), ..Need::default() };
//! let completed = need.with_company(&company);
//! assert_eq!(completed.need.commune, "80021");
//! # Ok::<(), aiguillage::company::CompanyError>(())
//! ```

#![deny(clippy::indexing_slicing)]

mod activity;
mod agreements;
mod answer;
mod block;
mod choice;
mod details;
mod draft;
mod error;
mod facts;
mod finding;
mod headcount;
mod insee;
mod need_row;
mod numbers;
mod opco;
mod place;
mod reader;
mod recherche_entreprises;
mod rne;
mod shape;
mod source;
mod standing;
mod stock;
#[cfg(feature = "csv")]
mod stock_table;
mod with_need;

pub use error::CompanyError;
pub use facts::{Company, CompanyField};
pub use finding::{Finding, FindingCode};
pub use need_row::NeedOfRow;
pub use opco::{CompanyOpco, OpcoCertainty};
pub use reader::CompanyReader;
pub use source::{FactSource, Register};
#[cfg(feature = "csv")]
pub use stock_table::{CompanyRow, CompanyRows};
pub use with_need::CompletedNeed;
