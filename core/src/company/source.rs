//! Where a fact comes from.

use std::borrow::Cow;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::record::words::words;

words! {
    /// A public register that answers what is known of companies.
    Register, "register";
    /// The API Recherche d'entreprises of the Annuaire des entreprises.
    RechercheEntreprises "API Recherche d’entreprises" "API Recherche d’entreprises",
    /// INSEE's register of companies and facilities, by its API.
    Sirene "Sirene (API de l’INSEE)" "Sirene (INSEE’s API)",
    /// The same register, by its stock files.
    SireneStock "Sirene (fichiers stock de l’INSEE)" "Sirene (INSEE’s stock files)",
    /// The Registre national des entreprises, which INPI keeps.
    Rne "Registre national des entreprises" "Registre national des entreprises",
}

/// Where a fact comes from, and of which day it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct FactSource {
    /// The register.
    pub register: Register,
    /// The field of its answer, such as `siege.commune`, or the column of its file.
    pub field: Cow<'static, str>,
    /// The day on which the register last treated what it says there, where it tells.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<Date>,
}
