//! The facts of a company, declared once.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use jiff::civil::Date;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};

use super::{CompanyOpco, FactSource, Finding};
use crate::codes::{Activity, HeadcountBand, Idcc, LegalForm, NafCode, NafVersion, NafaCode, Siren, Siret};
use crate::language::Language;

/// A value that may be absent: what a register does not tell.
trait Fact {
    fn is_absent(&self) -> bool;
}

impl<T> Fact for Option<T> {
    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

impl<T> Fact for Vec<T> {
    fn is_absent(&self) -> bool {
        self.is_empty()
    }
}

impl<K, V> Fact for BTreeMap<K, V> {
    fn is_absent(&self) -> bool {
        self.is_empty()
    }
}

/// Declares the facts: the variant of [`CompanyField`], the field, its type, what it means in English and in
/// French, and where its text alone does not tell its value, how it is read.
macro_rules! facts {
    ($($(#[$read:meta])? $variant:ident, $field:ident: $type:ty, $english:literal, $french:literal;)*) => {
        /// What public registers know of a company and of one facility of it.
        #[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(default, deny_unknown_fields)]
        #[non_exhaustive]
        pub struct Company {
            $(
                #[doc = $english]
                #[serde(skip_serializing_if = "Fact::is_absent")]
                $(#[$read])?
                pub $field: $type,
            )*
            /// Where each fact that is known comes from, by the name of its field.
            #[serde(skip_serializing_if = "Fact::is_absent")]
            #[cfg_attr(feature = "schema", schemars(extend("x-names-of" = "Company")))]
            pub sources: BTreeMap<CompanyField, FactSource>,
            /// What is odd about the answer.
            #[serde(skip_serializing_if = "Fact::is_absent")]
            pub findings: Vec<Finding>,
        }

        /// The facts of a company.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum CompanyField { $(#[doc = $english] $variant,)* }

        impl CompanyField {
            /// Every fact, in the order of [`Company`].
            pub const ALL: &'static [CompanyField] = &[$(CompanyField::$variant),*];

            /// Their names, in the same order.
            pub const NAMES: &'static [&'static str] = &[$(stringify!($field)),*];

            /// The name of the field.
            pub fn as_str(self) -> &'static str {
                match self { $(CompanyField::$variant => stringify!($field),)* }
            }

            /// What the fact means.
            pub fn meaning(self, language: Language) -> &'static str {
                match self { $(CompanyField::$variant => language.choose($french, $english),)* }
            }
        }

        impl Company {
            /// Whether a fact is known.
            ///
            /// ```
            /// use aiguillage::Company;
            /// use aiguillage::company::CompanyField;
            ///
            /// assert!(!Company::default().knows(CompanyField::Commune));
            /// ```
            pub fn knows(&self, field: CompanyField) -> bool {
                match field { $(CompanyField::$variant => !self.$field.is_absent(),)* }
            }
        }
    };
}

facts! {
    Siren, siren: Option<Siren>,
        "The company's number.",
        "Le numéro SIREN de l’entreprise.";
    Siret, siret: Option<Siret>,
        "The facility's number.",
        "Le numéro SIRET de l’établissement.";
    Name, name: Option<String>,
        "The name of the company.",
        "Le nom de l’entreprise.";
    Commune, commune: Option<String>,
        "INSEE's code of the facility's commune or municipal arrondissement, as it is today.",
        "Le code INSEE actuel de la commune, ou de l’arrondissement municipal, de l’établissement.";
    #[serde(deserialize_with = "rev2")]
    Naf, naf: Option<NafCode>,
        "The facility's activity in NAF rév. 2; the company's where the answer has no facility or no activity of it.",
        "L’activité de l’établissement en NAF rév. 2 ; celle de l’entreprise si la réponse n’a pas d’établissement ou pas son activité.";
    #[serde(deserialize_with = "naf_2025")]
    Naf2025, naf_2025: Option<NafCode>,
        "The same activity in NAF 2025.",
        "La même activité en NAF 2025.";
    NafaCodes, nafa_codes: Vec<NafaCode>,
        "The facility's craft codes.",
        "Les codes NAFA (artisanat) de l’établissement.";
    HeadcountBand, headcount_band: Option<HeadcountBand>,
        "INSEE's band of the facility's headcount; the company's where the answer has no facility.",
        "La tranche d’effectif de l’établissement ; celle de l’entreprise si la réponse n’a pas d’établissement.";
    HeadcountYear, headcount_year: Option<i16>,
        "The year of that band, which lags two years or three.",
        "L’année de cette tranche, en retard de deux ou trois ans.";
    CompanyHeadcountBand, company_headcount_band: Option<HeadcountBand>,
        "INSEE's band of the company's headcount.",
        "La tranche d’effectif de l’entreprise.";
    CompanyHeadcountYear, company_headcount_year: Option<i16>,
        "The year of the company's band.",
        "L’année de la tranche de l’entreprise.";
    Employer, employer: Option<bool>,
        "Whether the facility employs; the company where the answer has no facility.",
        "Si l’établissement est employeur ; l’entreprise si la réponse n’a pas d’établissement.";
    LegalForm, legal_form: Option<LegalForm>,
        "The company's legal form.",
        "La forme juridique de l’entreprise.";
    CreatedOn, created_on: Option<Date>,
        "The day the company was created.",
        "Le jour de la création de l’entreprise.";
    Activities, activities: Vec<Activity>,
        "The natures of the activity, such as `COMMERCIALE`; unknown if empty.",
        "Les natures d’activité, par exemple `COMMERCIALE` ; inconnues si la liste est vide.";
    Idcc, idcc: Vec<Idcc>,
        "The facility's collective agreements; the company's where the facility has none.",
        "Les conventions collectives de l’établissement ; celles de l’entreprise s’il n’en a pas.";
    Opco, opco: Option<CompanyOpco>,
        "The OPCO to which the collective agreements lead.",
        "L’OPCO auquel mènent les conventions collectives.";
    Qualities, qualities: BTreeMap<String, bool>,
        "Labels and statuses such as `ess` or `rge`; what is not there is not known.",
        "Labels et statuts comme `ess` ou `rge` ; ce qui n’y est pas n’est pas connu.";
    Turnover, turnover: Option<u64>,
        "The company's turnover in the last closed year that has one, in whole euros.",
        "Le chiffre d’affaires du dernier exercice clos qui en a un, en euros entiers.";
    TurnoverYear, turnover_year: Option<i16>,
        "The year of the turnover.",
        "L’année du chiffre d’affaires.";
    MicroEntrepreneur, micro_entrepreneur: Option<bool>,
        "Whether the company is a micro-entrepreneur's.",
        "Si l’entreprise est celle d’un micro-entrepreneur.";
    Closed, closed: Option<bool>,
        "Whether the facility is closed or the company has ceased.",
        "Si l’établissement est fermé ou l’entreprise cessée.";
    Foreign, foreign: Option<bool>,
        "Whether the facility is abroad.",
        "Si l’établissement est à l’étranger.";
    NotDiffusible, not_diffusible: Option<bool>,
        "Whether the register hides a part of what it knows, at the wish of the company.",
        "Si le registre cache une partie de ce qu’il sait, à la demande de l’entreprise.";
}

/// An activity code is written without its nomenclature: its field tells which one it is of.
fn naf<'de, D: Deserializer<'de>>(version: NafVersion, deserializer: D) -> Result<Option<NafCode>, D::Error> {
    let text = Option::<Cow<'de, str>>::deserialize(deserializer)?;
    text.map(|text| NafCode::parse(version, &text)).transpose().map_err(D::Error::custom)
}

fn rev2<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<NafCode>, D::Error> {
    naf(NafVersion::Rev2, deserializer)
}

fn naf_2025<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<NafCode>, D::Error> {
    naf(NafVersion::Naf2025, deserializer)
}

impl fmt::Display for CompanyField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for CompanyField {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for CompanyField {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<CompanyField, D::Error> {
        let text = Cow::<'de, str>::deserialize(deserializer)?;
        let found = CompanyField::ALL.iter().copied().find(|field| field.as_str() == text);
        found.ok_or_else(|| D::Error::unknown_variant(&text, CompanyField::NAMES))
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for CompanyField {
    fn schema_name() -> Cow<'static, str> {
        "CompanyField".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "description": "The name of a fact of a company.",
            "enum": CompanyField::NAMES,
        })
    }
}
