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
//! assert_eq!(error.hint(), Some("did you mean `commune`?"));
//! # Ok::<(), aiguillage::NeedError>(())
//! ```

#[cfg(feature = "csv")]
mod csv;
mod error;
pub(crate) mod read;

use std::collections::BTreeMap;
use std::fmt;

use jiff::civil::Date;
use serde::Serialize;

use crate::codes::{Activity, HeadcountBand, LegalForm, NafCode, NafaCode, Siret};

#[cfg(feature = "csv")]
pub use csv::{NeedRow, NeedRows};
pub use error::NeedError;
pub use read::FieldValue;

/// One need of one facility, about one subject. See the [module](self).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Need {
    /// What the host calls it. Equals share needs by it, so that the same need always goes the same way.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The id of the subject.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub subject: String,
    /// INSEE's code of the facility's commune or municipal arrondissement; not a postal code.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub commune: String,
    /// The day of the need, from which ages and absences are counted; today if it is not given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<Date>,
    /// The facility's number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub siret: Option<Siret>,
    /// The activity in NAF rév. 2.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub naf: Option<NafCode>,
    /// The activity in NAF 2025.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub naf_2025: Option<NafCode>,
    /// The facility's craft codes.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub nafa_codes: Vec<NafaCode>,
    /// The facility's number of employees, where it is known exactly.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub headcount: Option<u32>,
    /// INSEE's band of it, where it is not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub headcount_band: Option<HeadcountBand>,
    /// The company's legal form.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub legal_form: Option<LegalForm>,
    /// The day the company was created.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_on: Option<Date>,
    /// The natures of the activity of the facility and of its company; unknown if empty.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub activities: Vec<Activity>,
    /// The id or alias of the facility's OPCO.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub opco: Option<String>,
    /// The campaign or site that the need comes from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub origin: Option<String>,
    /// Answers to the subject's questions.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub answers: BTreeMap<String, bool>,
}

impl Need {
    /// A need of which only the subject and the commune are known.
    pub fn new(subject: impl Into<String>, commune: impl Into<String>) -> Need {
        Need { subject: subject.into(), commune: commune.into(), ..Need::default() }
    }
}

macro_rules! fields {
    ($($variant:ident $text:literal,)*) => {
        /// The fields of a need.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(extend("x-names-of" = "Need")))]
        #[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
        #[expect(missing_docs, reason = "each is named and explained as a field of `Need`")]
        pub enum NeedField { $(#[cfg_attr(feature = "schema", schemars(rename = $text))] $variant,)* }

        impl NeedField {
            /// Every field, in the order of [`Need`].
            pub const ALL: &'static [NeedField] = &[$(NeedField::$variant),*];

            /// Their names, in the same order.
            pub const NAMES: &'static [&'static str] = &[$($text),*];

            /// The name of the field.
            pub fn as_str(self) -> &'static str {
                match self { $(NeedField::$variant => $text,)* }
            }
        }
    };
}

fields! {
    Id "id",
    Subject "subject",
    Commune "commune",
    On "on",
    Siret "siret",
    Naf "naf",
    Naf2025 "naf_2025",
    NafaCodes "nafa_codes",
    Headcount "headcount",
    HeadcountBand "headcount_band",
    LegalForm "legal_form",
    CreatedOn "created_on",
    Activities "activities",
    Opco "opco",
    Origin "origin",
    Answers "answers",
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
