//! What is wanted of the matches of a need.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::need::read::{each, number, wrong};
use crate::need::{FieldValue, NeedError};
use crate::text::shorten;

/// What is wanted of the matches of a need. Without any option every match is returned.
///
/// ```
/// use aiguillage::MatchOptions;
///
/// let options = MatchOptions { limit: Some(3), per_institution: Some(1), ..MatchOptions::default() };
/// assert!(options.load.is_none());
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MatchOptions {
    /// At most so many matches, the first ones.
    pub limit: Option<usize>,
    /// At most so many matches of each institution, the first ones.
    pub per_institution: Option<usize>,
    /// The open referrals of experts, by id; 0 for those it does not name. The full come last, and
    /// the less loaded per capacity first.
    pub load: Option<HashMap<String, f64>>,
}

impl MatchOptions {
    /// The names of the options.
    pub const NAMES: &'static [&'static str] = &["limit", "per_institution", "load"];

    /// Options from named values, as other languages give them. Blank values are options not given.
    ///
    /// # Errors
    /// With the first option that does not exist, is given twice or has a value that is none. That a
    /// load is of an unknown expert only shows when the options are used.
    ///
    /// ```
    /// use aiguillage::MatchOptions;
    /// use aiguillage::need::FieldValue;
    ///
    /// let options = MatchOptions::from_fields([("limit".into(), FieldValue::Integer(3))])?;
    /// assert_eq!(options.limit, Some(3));
    /// let error = MatchOptions::from_fields([("limits".into(), FieldValue::Integer(3))]).unwrap_err();
    /// assert_eq!(error.hint(), Some("did you mean `limit`?"));
    /// # Ok::<(), aiguillage::NeedError>(())
    /// ```
    pub fn from_fields<'v>(
        fields: impl IntoIterator<Item = (Cow<'v, str>, FieldValue<'v>)>,
    ) -> Result<MatchOptions, NeedError> {
        let mut options = MatchOptions::default();
        each("a request for matches", MatchOptions::NAMES, fields, |option, value| {
            let name = MatchOptions::NAMES[option];
            match option {
                0 => options.limit = Some(count(name, value)?),
                1 => options.per_institution = Some(count(name, value)?),
                _ => options.load = Some(load(value)?),
            }
            Ok(())
        })?;
        Ok(options)
    }
}

fn count(name: &str, value: FieldValue<'_>) -> Result<usize, NeedError> {
    // What no directory has experts for is no limit.
    number(name, value).map(|number| usize::try_from(number).unwrap_or(usize::MAX))
}

fn load(value: FieldValue<'_>) -> Result<HashMap<String, f64>, NeedError> {
    let FieldValue::Map(members) = value else {
        return Err(wrong("load", "an object of open referrals by expert", &value));
    };
    let mut load = HashMap::with_capacity(members.len());
    for (expert, open) in members {
        #[expect(clippy::cast_precision_loss, reason = "no expert has 2^53 open referrals")]
        let number = match open {
            FieldValue::Integer(number) => number as f64,
            FieldValue::Float(number) => number,
            other => {
                let name = format!("load.{}", shorten(&expert, 60));
                return Err(wrong(name, "a number of open referrals", &other));
            }
        };
        load.insert(expert.into_owned(), number);
    }
    Ok(load)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(name: &'static str, value: FieldValue<'static>) -> (&'static str, Option<String>) {
        let error = MatchOptions::from_fields([(Cow::Borrowed(name), value)]).unwrap_err();
        (error.code(), error.field().map(str::to_owned))
    }

    #[test]
    fn options_are_typed() {
        let load = FieldValue::Map(vec![("e".into(), FieldValue::Integer(2))]);
        let options = MatchOptions::from_fields([
            ("limit".into(), FieldValue::Integer(0)),
            ("per_institution".into(), FieldValue::Null),
            ("load".into(), load),
        ]);
        let options = options.unwrap();
        assert_eq!((options.limit, options.per_institution), (Some(0), None));
        assert_eq!(options.load.unwrap()["e"].to_bits(), 2_f64.to_bits());
        assert_eq!(error("limit", FieldValue::Integer(-1)), ("invalid_value", Some("limit".into())));
        assert_eq!(error("load", FieldValue::Integer(1)), ("invalid_value", Some("load".into())));
        let load = FieldValue::Map(vec![("e".into(), FieldValue::Bool(true))]);
        assert_eq!(error("load", load), ("invalid_value", Some("load.e".into())));
    }
}
