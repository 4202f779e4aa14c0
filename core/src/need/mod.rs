//! A need: what is routed. It carries facts about the company and its facility, and nothing
//! personal: names, addresses and free text stay with the host.
//!
//! ```
//! use aiguillage::Need;
//!
//! let need = Need::new("recruter", "80021");
//! let same = Need::from_json(r#"{"subject": "recruter", "commune": "80021", "naf": ""}"#)?;
//! assert_eq!(need, same);
//!
//! let error = Need::from_json(r#"{"subject": "recruter", "communes": "80021"}"#).unwrap_err();
//! assert_eq!((error.code(), error.field()), ("unknown_field", Some("communes")));
//! assert_eq!(error.hint().as_deref(), Some("did you mean `commune`?"));
//! # Ok::<(), aiguillage::NeedError>(())
//! ```

#[cfg(feature = "csv")]
mod csv;
mod error;
pub(crate) mod kinds;
pub(crate) mod read;
#[cfg(feature = "schema")]
mod schema;
mod value;

use std::collections::BTreeMap;
use std::fmt;

use jiff::civil::Date;
use serde::ser::{Serialize, SerializeMap as _};

use crate::answer::Answer;
use crate::codes::{Activity, HeadcountBand, Idcc, LegalForm, NafCode, NafaCode, Siret};
use crate::language::Language;
use kinds::{
    Answers, Band, Code, Codes, Count, Day, Digits, Euros, FactKind, Flag, Flags, Naf2025, NafRev2, Required,
    Text,
};

#[cfg(feature = "csv")]
pub use csv::{NeedRow, NeedRows};
pub use error::NeedError;
pub use value::FieldValue;

/// Declares the fields of a need: the variant of [`NeedField`], the field, its type and kind, and what it
/// means in English and in French. A field that is added later is one more entry here.
macro_rules! need {
    ($($variant:ident, $field:ident: $type:ty = $kind:ty, $english:literal, $french:literal;)*) => {
        /// One need of one facility, about one subject. See the [module](self).
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct Need {
            $(#[doc = $english] pub $field: $type,)*
        }

        /// The fields of a need.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum NeedField { $(#[doc = $english] $variant,)* }

        impl NeedField {
            /// Every field, in the order of [`Need`].
            pub const ALL: &'static [NeedField] = &[$(NeedField::$variant),*];

            /// Their names, in the same order.
            pub const NAMES: &'static [&'static str] = &[$(stringify!($field)),*];

            /// The name of the field.
            pub fn as_str(self) -> &'static str {
                match self { $(NeedField::$variant => stringify!($field),)* }
            }

            /// What the field means.
            pub fn meaning(self, language: Language) -> &'static str {
                match self { $(NeedField::$variant => language.choose($french, $english),)* }
            }
        }

        impl Need {
            /// The value of a field, as [`Need::set`] takes it; null where the need has none.
            ///
            /// ```
            /// use aiguillage::need::FieldValue;
            /// use aiguillage::{Need, NeedField};
            ///
            /// let need = Need::new("recruter", "80021");
            /// assert_eq!(need.get(NeedField::Commune), FieldValue::Text("80021".into()));
            /// assert_eq!(need.get(NeedField::Headcount), FieldValue::Null);
            /// ```
            pub fn get(&self, field: NeedField) -> FieldValue<'_> {
                match field { $(NeedField::$variant => <$kind as FactKind>::show(&self.$field),)* }
            }

            /// Sets a field to a value that is not blank.
            pub(crate) fn set_value(&mut self, field: NeedField, value: FieldValue<'_>) -> Result<(), NeedError> {
                match field {
                    $(NeedField::$variant => self.$field = <$kind as FactKind>::read(stringify!($field), value)?,)*
                }
                Ok(())
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for Need {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                "Need".into()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let fields = [$((NeedField::$variant, generator.subschema_for::<$type>(), serde_json::json!(<$type>::default())),)*];
                schema::of(fields)
            }
        }
    };
}

need! {
    Id, id: Option<String> = Text,
        "What the host calls it. Equals share needs by it, so that the same need always goes the same way.",
        "Le nom que lui donne l’hôte. Des experts équivalents se partagent les besoins d’après lui, si bien que le même besoin va toujours au même endroit.";
    Subject, subject: String = Required,
        "The id of the subject.",
        "Identifiant du sujet.";
    Commune, commune: String = Required,
        "INSEE's code of the facility's commune or municipal arrondissement; not a postal code, which has a field of its own.",
        "Code INSEE de la commune, ou de l’arrondissement municipal, de l’établissement ; pas un code postal, qui a son propre champ.";
    PostalCode, postal_code: Option<String> = Digits,
        "The postal code of the facility, from which, with the town, the commune is found where it is not given.",
        "Le code postal de l’établissement, d’où l’on trouve, avec la ville, la commune qui n’est pas donnée.";
    Town, town: Option<String> = Text,
        "The town of the facility, as addresses have it: `AMIENS CEDEX 1`.",
        "La ville de l’établissement, comme dans les adresses : `AMIENS CEDEX 1`.";
    On, on: Option<Date> = Day,
        "The day of the need, from which ages and absences are counted; today if it is not given.",
        "Le jour du besoin, à partir duquel se comptent âges et absences ; aujourd’hui s’il n’est pas donné.";
    Siret, siret: Option<Siret> = Code<Siret>,
        "The facility's number.",
        "Le numéro SIRET de l’établissement.";
    Naf, naf: Option<NafCode> = NafRev2,
        "The activity in NAF rév. 2.",
        "L’activité en NAF rév. 2.";
    Naf2025, naf_2025: Option<NafCode> = Naf2025,
        "The activity in NAF 2025.",
        "L’activité en NAF 2025.";
    NafaCodes, nafa_codes: Vec<NafaCode> = Codes<NafaCode>,
        "The facility's craft codes.",
        "Les codes NAFA (artisanat) de l’établissement.";
    Headcount, headcount: Option<u32> = Count,
        "The facility's number of employees, where it is known exactly.",
        "L’effectif de l’établissement, s’il est connu exactement.";
    HeadcountBand, headcount_band: Option<HeadcountBand> = Band,
        "INSEE's band of it, such as `02`, where it is not.",
        "La tranche d’effectif de l’INSEE, par exemple `02`, sinon.";
    Employer, employer: Option<bool> = Flag,
        "Whether the company employs anybody, where no headcount says so.",
        "L’entreprise emploie-t-elle quelqu’un, si aucun effectif ne le dit.";
    LegalForm, legal_form: Option<LegalForm> = Code<LegalForm>,
        "The company's legal form.",
        "La forme juridique de l’entreprise.";
    CreatedOn, created_on: Option<Date> = Day,
        "The day the company was created.",
        "Le jour de la création de l’entreprise.";
    Activities, activities: Vec<Activity> = Codes<Activity>,
        "The natures of the activity of the facility and of its company, such as `COMMERCIALE`; unknown if empty.",
        "Les natures d’activité de l’établissement et de son entreprise, par exemple `COMMERCIALE` ; inconnues si la liste est vide.";
    Turnover, turnover: Option<u64> = Euros,
        "The company's turnover in the last closed year, in whole euros.",
        "Le chiffre d’affaires de l’entreprise au dernier exercice clos, en euros entiers.";
    BalanceSheet, balance_sheet: Option<u64> = Euros,
        "The total of the company's balance sheet at the end of the last closed year, in whole euros.",
        "Le total du bilan de l’entreprise à la fin du dernier exercice clos, en euros entiers.";
    MicroEntrepreneur, micro_entrepreneur: Option<bool> = Flag,
        "Whether the company is run under the scheme of micro-entrepreneurs.",
        "L’entreprise relève-t-elle du régime de la micro-entreprise.";
    Qualities, qualities: BTreeMap<String, bool> = Flags,
        "What the company is or holds, or is known not to: `ess`, `bio`, `rge`, `qualiopi`, `siae`, `procedure-collective` and others.",
        "Ce que l’entreprise est ou détient, ou dont on sait que non : `ess`, `bio`, `rge`, `qualiopi`, `siae`, `procedure-collective` et d’autres.";
    Idcc, idcc: Vec<Idcc> = Codes<Idcc>,
        "The collective agreements that the facility applies, by their IDCC of four digits.",
        "Les conventions collectives que l’établissement applique, par leur IDCC à quatre chiffres.";
    Opco, opco: Option<String> = Text,
        "The id or alias of the facility's OPCO.",
        "Identifiant ou autre nom de l’OPCO de l’établissement.";
    Origin, origin: Option<String> = Text,
        "The campaign or site that the need comes from.",
        "La campagne ou le site d’où vient le besoin.";
    Answers, answers: BTreeMap<String, Answer> = Answers,
        "Answers to the subject's questions, by the question's id.",
        "Les réponses aux questions du sujet, par identifiant de question.";
}

impl Need {
    /// A need of which only the subject and the commune are known.
    pub fn new(subject: impl Into<String>, commune: impl Into<String>) -> Need {
        Need { subject: subject.into(), commune: commune.into(), ..Need::default() }
    }

    /// Whether the exact headcount lies outside of the band that is given too. The exact one counts: bands are two
    /// years old.
    ///
    /// ```
    /// use aiguillage::Need;
    ///
    /// let need = |band: &str| Need::from_json(&format!(
    ///     r#"{{"subject": "recruter", "commune": "80021", "headcount": 1, "headcount_band": "{band}"}}"#
    /// ));
    /// assert!(need("NN")?.headcount_differs());
    /// assert!(!need("01")?.headcount_differs());
    /// # Ok::<(), aiguillage::NeedError>(())
    /// ```
    pub fn headcount_differs(&self) -> bool {
        let (Some(exact), Some(band)) = (self.headcount, self.headcount_band) else { return false };
        !band.headcount().admits(exact)
    }

    /// The code of the commune, where it alone says where the need is: neither a postal code nor a town stands
    /// beside it.
    pub fn only_commune(&self) -> Option<&str> {
        let is_alone = self.postal_code.is_none() && self.town.is_none();
        is_alone.then_some(self.commune.as_str())
    }
}

impl fmt::Display for NeedField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for NeedField {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl Serialize for Need {
    /// The fields that have a value, as [`Need::from_json`] reads them.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_map(None)?;
        for field in NeedField::ALL {
            match self.get(*field) {
                FieldValue::Null => {}
                value => fields.serialize_entry(field.as_str(), &value)?,
            }
        }
        fields.end()
    }
}
