//! What UniFFI cannot derive: codes, zones and dates cross as the text that they are written as.
//!
//! Its records and enums are derived where the types are. In Kotlin dates become `LocalDate`, instants
//! `Instant`, answers a map.

use std::collections::{BTreeMap, HashMap};

use jiff::Timestamp;
use jiff::civil::Date;

use crate::codes::{Activity, LegalFormEntry, NafEntry};
use crate::geography::Zone;

macro_rules! as_text {
    ($($type:ident)*) => {
        $(uniffi::custom_type!($type, String, {
            lower: |value| value.to_string(),
            try_lift: |text| Ok(text.parse()?),
        });)*
    };
}

as_text! { Activity LegalFormEntry NafEntry Zone }

uniffi::custom_type!(Date, String, {
    remote,
    lower: |date| date.to_string(),
    try_lift: |text| Ok(text.parse()?),
});

uniffi::custom_type!(Timestamp, String, {
    remote,
    lower: |instant| instant.to_string(),
    try_lift: |text| Ok(text.parse()?),
});

type Answers = BTreeMap<String, bool>;

uniffi::custom_type!(Answers, HashMap<String, bool>, {
    remote,
    lower: |answers| answers.into_iter().collect(),
    try_lift: |answers| Ok(answers.into_iter().collect()),
});
