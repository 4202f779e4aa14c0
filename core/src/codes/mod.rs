//! The nomenclatures that companies are described by, as types: made once where data enters,
//! compared cheaply ever after.
//!
//! ```
//! use aiguillage::codes::{NafCode, NafEntry, NafVersion};
//!
//! let baker = NafCode::parse(NafVersion::Rev2, "1071c")?;
//! assert_eq!(baker.to_string(), "10.71C");
//! let food_industry: NafEntry = "10".parse()?;
//! assert!(food_industry.covers(baker));
//! # Ok::<(), aiguillage::codes::CodeError>(())
//! ```

mod activity;
mod error;
mod headcount;
mod legal_form;
mod naf;
mod siret;
mod truth;

pub use activity::{Activity, NafaCode};
pub use error::{CodeError, CodeErrorKind};
pub use headcount::{Headcount, HeadcountBand};
pub use legal_form::{LegalForm, LegalFormEntry};
pub use naf::{NafCode, NafEntry, NafVersion};
pub use siret::{Siren, Siret};
pub use truth::Truth;

/// serde by the text form: what is written is what `Display` says.
macro_rules! serialize_as_text {
    ($type:ty) => {
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $type {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($type).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string" })
            }
        }
    };
}
use serialize_as_text;

/// The same, and what is read goes through `FromStr`.
macro_rules! serde_as_text {
    ($type:ty) => {
        $crate::codes::serialize_as_text!($type);

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <std::borrow::Cow<'de, str> as serde::Deserialize>::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}
use serde_as_text;

use jiff::civil::Date;

/// A date as ISO 8601 writes it: `2026-11-23`.
pub(crate) fn date(text: &str) -> Result<Date, CodeError> {
    let trimmed = text.trim();
    // `Date` alone would also take times of day and time zones after the date.
    let parsed = if trimmed.len() == 10 { trimmed.parse().ok() } else { None };
    parsed.ok_or_else(|| {
        CodeError::new(
            CodeErrorKind::Malformed,
            "a date",
            text,
            "it is a day that exists, written as `2026-11-23`".to_owned(),
        )
    })
}

/// A date in a spreadsheet: ISO 8601, or `23/11/2026` as French ones write it.
pub(crate) fn date_in_cell(text: &str) -> Result<Date, CodeError> {
    let french = || {
        let mut parts = text.trim().splitn(3, '/');
        let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if year.len() != 4 || !digits(year) || !digits(month) || !digits(day) {
            return None;
        }
        Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
    };
    date(text).or_else(|_| {
        let hint = "it is a day that exists, written as `2026-11-23` or `23/11/2026`".to_owned();
        french().ok_or_else(|| CodeError::new(CodeErrorKind::Malformed, "a date", text, hint))
    })
}

/// Yes or no as people write it in a cell.
pub(crate) fn yes_or_no(cell: &str) -> Option<bool> {
    match crate::text::fold(cell).as_str() {
        "true" | "oui" | "vrai" | "yes" | "1" | "x" => Some(true),
        "false" | "non" | "faux" | "no" | "0" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_travel_as_text() {
        fn there_and_back<T>(text: &str, written: &str)
        where
            T: serde::Serialize + serde::de::DeserializeOwned,
        {
            let read: T = serde_json::from_str(&format!("\"{text}\"")).unwrap();
            assert_eq!(serde_json::to_string(&read).unwrap(), format!("\"{written}\""));
        }
        there_and_back::<Siren>("821 611 431", "821611431");
        there_and_back::<Siret>("821 611 431 00015", "82161143100015");
        there_and_back::<NafEntry>("2025:1071g", "2025:10.71G");
        there_and_back::<LegalForm>("5710", "5710");
        there_and_back::<LegalFormEntry>("57", "57");
        there_and_back::<HeadcountBand>("nn", "NN");
        there_and_back::<Activity>("artisanale", "ARTISANALE");
        there_and_back::<NafaCode>("43.21A-B", "4321AB");
        assert!(serde_json::from_str::<Siret>("82161143100015").is_err());
        assert!(serde_json::from_str::<LegalForm>("\"57\"").unwrap_err().to_string().contains("four digits"));
    }

    #[test]
    fn no_text_is_too_long_or_too_odd() {
        let mut odd = vec!["\u{0}".to_owned(), "\u{1b}[2J".to_owned(), "é".to_owned(), "１０".to_owned()];
        odd.extend([":", ".", " ", "0", "9", "Z", "_", "\u{301}", "🦀"].map(|text| text.repeat(100_000)));
        for text in &odd {
            let errors = [
                text.parse::<Siren>().err(),
                text.parse::<Siret>().err(),
                NafCode::parse(NafVersion::Rev2, text).err(),
                text.parse::<NafEntry>().err(),
                text.parse::<LegalForm>().err(),
                text.parse::<LegalFormEntry>().err(),
                text.parse::<HeadcountBand>().err(),
                text.parse::<NafaCode>().err(),
                date_in_cell(text).err(),
            ];
            for error in errors {
                let message = error.unwrap().to_string();
                assert!(message.chars().count() < 300 && !message.contains(char::is_control), "{message}");
            }
        }
    }

    #[test]
    fn dates_are_days_that_exist() {
        let expected = jiff::civil::date(2026, 2, 3);
        assert_eq!(date(" 2026-02-03 "), Ok(expected));
        for right in ["2026-02-03", "03/02/2026", "3/2/2026"] {
            assert_eq!(date_in_cell(right), Ok(expected), "{right}");
        }
        assert!(date("03/02/2026").is_err());
        for wrong in [
            "2026-02-30",
            "31/02/2026",
            "2026",
            "20260203",
            "2026-02-03T10:00",
            "3/2/26",
            "",
            "+3/2/2026",
            "2026-2-3",
        ] {
            assert!(date_in_cell(wrong).is_err(), "{wrong}");
        }
        assert!(date(&"9".repeat(1_000_000)).is_err());
    }
}
