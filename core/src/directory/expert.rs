//! Experts: the persons and teams who receive needs.

use std::ops::Deref;
use std::sync::Arc;

use jiff::civil::Date;
use serde::Serialize;

use super::criterion::Criterion;
use crate::geography::Zone;

/// A person or a team of an antenne who receives needs.
///
/// Its fields are those of [`ExpertRecord`]. Cloning it is cheap, and a directory that was changed
/// shares what stayed the same with the one before it.
#[derive(Clone, Debug, PartialEq)]
pub struct Expert(Arc<ExpertRecord>);

/// The fields of an [`Expert`].
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(rename = "Expert", description = "A person or a team of an antenne who receives needs.")
)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record), uniffi(name = "Expert"))]
#[non_exhaustive]
pub struct ExpertRecord {
    /// Unique among experts.
    pub id: String,
    /// The id of the antenne.
    pub antenne: String,
    /// What users read.
    pub name: String,
    /// Where needs are sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// As it was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// What the person does there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub job: Option<String>,
    /// The expert's own territory: where there is any, it replaces the antenne's.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub zones: Vec<Zone>,
    /// An inactive expert matches nothing.
    #[serde(skip_serializing_if = "Clone::clone")]
    #[cfg_attr(feature = "schema", schemars(extend("default" = true)))]
    pub active: bool,
    /// The expert's weight where equals share needs: twice the capacity, twice the share.
    #[serde(skip_serializing_if = "is_one")]
    #[cfg_attr(feature = "schema", schemars(extend("default" = 1.0)))]
    pub capacity: f64,
    /// The number of open referrals from which the expert counts as full.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_open: Option<u32>,
    /// When the expert is away. An absent expert still matches, last.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub absences: Vec<Absence>,
    /// The subjects that the expert handles.
    pub competences: Vec<Competence>,
    /// Conditions on the companies that the expert helps.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub criteria: Vec<Criterion>,
}

impl Expert {
    pub(crate) fn new(record: ExpertRecord) -> Expert {
        Expert(Arc::new(record))
    }

    /// The fields, to be written while the directory is put together.
    pub(crate) fn edit(&mut self) -> &mut ExpertRecord {
        Arc::make_mut(&mut self.0)
    }

    /// Whether the two share their record. Equal ones need not.
    pub(crate) fn is_shared_with(&self, other: &Expert) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Deref for Expert {
    type Target = ExpertRecord;

    fn deref(&self) -> &ExpertRecord {
        &self.0
    }
}

impl Serialize for Expert {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Expert {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        ExpertRecord::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        ExpertRecord::json_schema(generator)
    }
}

impl ExpertRecord {
    /// Whether the expert is away on a day.
    pub(crate) fn is_absent(&self, on: Date) -> bool {
        self.absences.iter().any(|absence| absence.from <= on && on <= absence.until)
    }

    /// The last day of the absence in which `on` lies; absences that adjoin count as one.
    pub fn absent_until(&self, on: Date) -> Option<Date> {
        let covers = |day: Date| {
            let until = self.absences.iter().filter(|a| a.from <= day && day <= a.until).map(|a| a.until);
            until.max()
        };
        let mut last = covers(on)?;
        while let Some(until) = last.tomorrow().ok().and_then(covers) {
            last = until;
        }
        Some(last)
    }
}

/// An expert handles a subject.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
#[non_exhaustive]
pub struct Competence {
    /// The id of the subject.
    pub subject: String,
    /// What the expert offers on it, or on which condition.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Where: replaces the expert's own zones for this subject, if there is any.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub zones: Vec<Zone>,
}

/// A time away, first and last day included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
#[non_exhaustive]
pub struct Absence {
    /// The first day away.
    pub from: Date,
    /// The last day away.
    pub until: Date,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes fields by reference")]
fn is_one(capacity: &f64) -> bool {
    (*capacity - 1.0).abs() < f64::EPSILON
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn absences_include_both_days_and_adjoin() {
        // PITFALLS R10, R11: the bounds of absences were wrong twice.
        let absence = |from, until| Absence { from, until };
        let expert = ExpertRecord {
            id: "e".into(),
            antenne: "a".into(),
            name: "e".into(),
            email: None,
            phone: None,
            job: None,
            zones: vec![],
            active: true,
            capacity: 1.0,
            max_open: None,
            absences: vec![
                absence(date(2026, 12, 24), date(2026, 12, 31)),
                absence(date(2027, 1, 1), date(2027, 1, 3)),
                absence(date(2027, 1, 5), date(2027, 1, 6)),
            ],
            competences: vec![],
            criteria: vec![],
        };
        assert_eq!(expert.absent_until(date(2026, 12, 23)), None);
        assert_eq!(expert.absent_until(date(2026, 12, 24)), Some(date(2027, 1, 3)));
        assert_eq!(expert.absent_until(date(2027, 1, 3)), Some(date(2027, 1, 3)));
        assert_eq!(expert.absent_until(date(2027, 1, 4)), None);
        let forever = Absence { from: date(2026, 1, 1), until: Date::MAX };
        let expert = ExpertRecord { absences: vec![forever], ..expert };
        assert_eq!(expert.absent_until(date(2026, 6, 1)), Some(Date::MAX));
    }
}
