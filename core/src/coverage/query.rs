//! What coverage is asked for.

use std::borrow::Cow;

use jiff::civil::Date;

use crate::geography::Zone;
use crate::need::read::{date, each, list, text, wrong};
use crate::need::{FieldValue, Need, NeedError};

/// What coverage is asked for. Without any field: every subject on all of France.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CoverageQuery {
    /// The id of one subject; every subject that is not archived if it is not given.
    pub subject: Option<String>,
    /// The reference territory; France if empty.
    pub zones: Vec<Zone>,
    /// The id or alias of one institution whose experts count; all if it is not given.
    pub institution: Option<String>,
    /// A company: a need without subject and commune. Then activities, OPCO, criteria and answers
    /// count too.
    pub profile: Option<Need>,
    /// A day. Then experts who are away on it do not count.
    pub on: Option<Date>,
}

impl CoverageQuery {
    /// The names of its fields.
    pub const NAMES: &'static [&'static str] = &["subject", "zones", "institution", "profile", "on"];

    /// A query from named values, as other languages give them; the profile is an object of the
    /// fields of a need.
    ///
    /// # Errors
    /// With the first field that does not exist, is given twice or has a value that is none. That a
    /// subject, zone or institution does not exist only shows when coverage is counted.
    ///
    /// ```
    /// use aiguillage::CoverageQuery;
    /// use aiguillage::need::FieldValue;
    ///
    /// let zones = FieldValue::List(vec![FieldValue::Text("region:32".into())]);
    /// let query = CoverageQuery::from_fields([("zones".into(), zones)])?;
    /// assert_eq!(query.zones[0].to_string(), "region:32");
    /// # Ok::<(), aiguillage::NeedError>(())
    /// ```
    pub fn from_fields<'v>(
        fields: impl IntoIterator<Item = (Cow<'v, str>, FieldValue<'v>)>,
    ) -> Result<CoverageQuery, NeedError> {
        let mut query = CoverageQuery::default();
        each("a request for coverage", CoverageQuery::NAMES, fields, |field, value| {
            let name = CoverageQuery::NAMES[field];
            match field {
                0 => query.subject = Some(text(name, value)?),
                1 => query.zones = list(name, value)?,
                2 => query.institution = Some(text(name, value)?),
                3 => {
                    let FieldValue::Map(fields) = value else {
                        return Err(wrong(name, "an object of the fields of a need", &value));
                    };
                    query.profile = Some(Need::from_fields(fields)?);
                }
                _ => query.on = Some(date(name, value)?),
            }
            Ok(())
        })?;
        Ok(query)
    }
}
