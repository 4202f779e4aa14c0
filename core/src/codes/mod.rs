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

#![deny(clippy::indexing_slicing)]

mod activity;
mod agreement;
mod band;
pub(crate) mod cell;
mod error;
mod headcount;
mod idcc;
mod legal_form;
mod naf;
mod nafa;
pub(crate) mod phone;
pub(crate) mod repair;
mod siret;
pub(crate) mod text_form;
mod truth;

pub use activity::Activity;
pub use agreement::{AgreementOpco, OPCOS, opco_name};
pub use band::HeadcountBand;
pub(crate) use cell::{date, date_in_cell, yes_or_no};
pub use error::{CodeError, CodeErrorKind};
pub use headcount::Headcount;
pub use idcc::Idcc;
pub use legal_form::{LegalForm, LegalFormEntry};
#[cfg(feature = "naf")]
pub(crate) use naf::embedded as embedded_naf;
pub(crate) use naf::{Correspondents, section_label};
#[cfg(feature = "naf")]
pub use naf::{LabelledNaf, NafDetails};
pub use naf::{NafCode, NafEntry, NafVersion};
pub use nafa::{NafaCode, NafaEntry};
pub use siret::{Siren, Siret};
pub use truth::Truth;

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
        there_and_back::<Idcc>(" 0016 ", "0016");
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
}
