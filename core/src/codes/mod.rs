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
pub use error::CodeError;
pub use headcount::{Headcount, HeadcountBand};
pub use legal_form::{LegalForm, LegalFormEntry};
pub use naf::{NafCode, NafEntry, NafVersion};
pub use siret::{Siren, Siret};
pub use truth::Truth;

/// serde by the text form: what is written is what `Display` says, what is read goes through `FromStr`.
macro_rules! serde_as_text {
    ($type:ty) => {
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }
    };
}
use serde_as_text;
