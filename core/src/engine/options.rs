//! What is wanted of the matches of a need.

use std::collections::HashMap;
use std::fmt;

use serde::de::{Deserializer, Error, Unexpected, Visitor};
use serde::{Deserialize, Serialize};

use crate::record::words::words;

words! {
    /// Among whom needs are shared equally, where nothing else decides on the order.
    #[derive(Default)]
    ShareAmong, "share";
    /// Each expert has its share, by capacity: a house with more experts has more needs.
    #[default]
    Expert "par expert" "by expert",
    /// Each antenne has the same share, whatever the number and the capacities of its experts.
    Antenne "par antenne" "by antenne",
    /// Each institution has the same share, whatever the number and the capacities of its experts.
    Institution "par institution" "by institution",
}

words! {
    /// What becomes of experts who are absent, or full, as long as somebody else remains.
    #[derive(Default)]
    WhenUnavailable, "when_unavailable";
    /// They come last.
    #[default]
    Last "en dernier" "last",
    /// They are left out.
    Skip "à écarter" "left out",
}

/// What is wanted of the matches of a need. Without any option every match is returned.
///
/// ```
/// use aiguillage::MatchOptions;
///
/// let options = MatchOptions { limit: Some(3), per_institution: Some(1), ..MatchOptions::default() };
/// assert!(options.load.is_none());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct MatchOptions {
    /// At most so many matches, the first ones.
    #[serde(deserialize_with = "count")]
    pub limit: Option<usize>,
    /// At most so many matches of each institution, the first ones.
    #[serde(deserialize_with = "count")]
    pub per_institution: Option<usize>,
    /// The open referrals of experts, by id; 0 for those it does not name. The full come last, and
    /// the less loaded per capacity first.
    pub load: Option<HashMap<String, f64>>,
    /// Among whom needs are shared equally: `expert` where it is not given. With `antenne` or
    /// `institution`, houses draw first, and take turns: the first expert of each, then the second of
    /// each.
    pub share: Option<ShareAmong>,
    /// The needs that experts received in the host's current period, by id; 0 for those it does not name. Those
    /// who have as many as their `max_per_period` are full.
    pub received: Option<HashMap<String, f64>>,
    /// What becomes of the absent for whom nobody stands in: `last` where it is not given.
    pub absent: Option<WhenUnavailable>,
    /// What becomes of the full: `last` where it is not given. Where somebody stands in for an absent expert,
    /// `load` and `received` are those of the absent one, whose place it is.
    pub full: Option<WhenUnavailable>,
}

impl MatchOptions {
    /// The names of the options.
    pub const NAMES: &'static [&'static str] =
        &["limit", "per_institution", "load", "share", "received", "absent", "full"];
}

/// A count of which serde says what it is in our words.
fn count<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<usize>, D::Error> {
    deserializer.deserialize_option(Count)
}

struct Count;

impl<'de> Visitor<'de> for Count {
    type Value = Option<usize>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a whole number from 0 up")
    }

    fn visit_none<E>(self) -> Result<Option<usize>, E> {
        Ok(None)
    }

    fn visit_unit<E>(self) -> Result<Option<usize>, E> {
        Ok(None)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<usize>, D::Error> {
        deserializer.deserialize_u64(self)
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Option<usize>, E> {
        match u64::try_from(number) {
            Ok(number) => self.visit_u64(number),
            Err(_) => Err(E::invalid_value(Unexpected::Signed(number), &self)),
        }
    }

    fn visit_u64<E>(self, number: u64) -> Result<Option<usize>, E> {
        // What no directory has experts for is no limit.
        Ok(Some(usize::try_from(number).unwrap_or(usize::MAX)))
    }
}
