//! How many experts reach each commune of a territory.

use std::borrow::Cow;

use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize};

use super::matching::need_error;
use super::{BoundaryError, NeedInput};
use crate::Router;
use crate::coverage::{Area, Coverage, CoverageQuery, Overlap, SubjectCoverage, ZoneSummary};
use crate::follow_up::from_value;
use crate::geography::{Zone, ZoneKind};
use crate::need::{FieldValue, NeedError};

/// What coverage is asked for. Without any field: every subject on all of France.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CoverageRequest<'v> {
    /// The id of one subject. If it is not given, every subject that is not archived and, of one
    /// institution, that it handles.
    #[serde(default)]
    pub subject: Option<String>,
    /// Whether subjects count too that the institution does not handle, where one is given.
    #[serde(default)]
    pub all_subjects: bool,
    /// The reference territory; France if it is empty.
    #[serde(default, deserialize_with = "zones")]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<Zone>"))]
    pub zones: Vec<Zone>,
    /// The id or alias of one institution whose experts count; all if it is not given.
    #[serde(default)]
    pub institution: Option<String>,
    /// A company: a need without subject and commune. Then activities, OPCO, criteria and answers
    /// count too.
    #[serde(default, borrow)]
    pub profile: Option<NeedInput<'v>>,
    /// A day. Then experts who are away on it do not count.
    #[serde(default)]
    pub on: Option<Date>,
    /// The kind of zone by which coverage is summed up.
    #[serde(default = "departement", deserialize_with = "zone_kind")]
    #[cfg_attr(feature = "schema", schemars(with = "ZoneKind"))]
    pub by: ZoneKind,
    /// Whether the answer counts the experts of each commune, besides what it sums up.
    #[serde(default = "yes")]
    pub by_commune: bool,
}

fn departement() -> ZoneKind {
    ZoneKind::Departement
}

fn yes() -> bool {
    true
}

/// Blank items are none, and one that is named twice counts once.
fn zones<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Zone>, D::Error> {
    let texts = Option::<Vec<Option<String>>>::deserialize(deserializer)?;
    let mut zones: Vec<Zone> = Vec::new();
    for text in texts.into_iter().flatten().flatten() {
        let zone = text.parse().map_err(|error| serde::de::Error::custom(format!("in `zones`, {error}")))?;
        if !zones.contains(&zone) {
            zones.push(zone);
        }
    }
    Ok(zones)
}

fn zone_kind<'de, D: Deserializer<'de>>(deserializer: D) -> Result<ZoneKind, D::Error> {
    let text = Option::<String>::deserialize(deserializer)?;
    match text {
        Some(text) => text.trim().parse().map_err(serde::de::Error::custom),
        None => Ok(departement()),
    }
}

impl CoverageRequest<'_> {
    fn query(self) -> Result<CoverageQuery, NeedError> {
        let CoverageRequest { subject, all_subjects, zones, institution, profile, on, by: _, by_commune: _ } =
            self;
        let trimmed = |text: String| text.trim().to_owned();
        Ok(CoverageQuery {
            subject: subject.map(trimmed),
            all_subjects,
            zones,
            institution: institution.map(trimmed),
            profile: profile.map(NeedInput::read).transpose()?,
            on,
        })
    }
}

impl CoverageQuery {
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
        let fields = FieldValue::Map(fields.into_iter().collect());
        from_value::<CoverageRequest<'_>>(fields).map_err(|error| need_error(&error))?.query()
    }
}

/// The coverage of a reference territory.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Coverage"))]
#[non_exhaustive]
pub struct CoverageAnswer<'r> {
    /// The reference territory.
    pub zones: Vec<Zone>,
    /// How many communes it has, arrondissements instead of Paris, Lyon and Marseille.
    pub communes: usize,
    /// How many inhabitants.
    pub population: u64,
    /// The codes of its communes, in the order of the counts of its subjects; Paris, Lyon and
    /// Marseille stand beside their arrondissements.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub codes: Vec<&'r str>,
    /// One entry a subject, in the order of the directory.
    pub subjects: Vec<SubjectCoverageAnswer<'r>>,
}

/// The coverage of one subject.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "SubjectCoverage"))]
#[non_exhaustive]
pub struct SubjectCoverageAnswer<'r> {
    /// The id of the subject.
    #[cfg_attr(feature = "schema", schemars(extend("x-record" = "Subject")))]
    pub subject: &'r str,
    /// Where nobody is. Outside of the theme's own zones there is no gap.
    pub gaps: Vec<Area<'r>>,
    /// How many communes that is.
    pub gap_communes: usize,
    /// How many inhabitants.
    pub gap_population: u64,
    /// Where an institution has two experts or more.
    pub overlaps: Vec<Overlap<'r>>,
    /// The coverage of each zone of the kind that was asked for.
    pub by_zone: Vec<ZoneSummary>,
    /// How many experts reach each commune, in the order of the codes of the coverage.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub counts: Vec<u32>,
}

/// How many experts reach each commune of a reference territory, where nobody does, and where an
/// institution sends two.
///
/// # Errors
/// As [`Router::coverage`].
pub fn coverage<'r>(
    router: &'r Router,
    request: CoverageRequest<'_>,
) -> Result<CoverageAnswer<'r>, BoundaryError> {
    let (by, by_commune) = (request.by, request.by_commune);
    let Coverage { zones, communes, population, subjects, .. } = router.coverage(&request.query()?)?;
    // Once for all subjects: they count the same communes.
    let codes = match subjects.first().filter(|_| by_commune) {
        Some(first) => first.experts_by_commune().map(|(code, _)| code).collect(),
        None => Vec::new(),
    };
    let subjects = subjects.into_iter().map(|subject| answer(subject, by, by_commune)).collect();
    Ok(CoverageAnswer { zones, communes, population, codes, subjects })
}

fn answer(subject: SubjectCoverage<'_>, by: ZoneKind, by_commune: bool) -> SubjectCoverageAnswer<'_> {
    let counts = match by_commune {
        true => subject.experts_by_commune().map(|(_, count)| count).collect(),
        false => Vec::new(),
    };
    SubjectCoverageAnswer {
        subject: &subject.subject.id,
        gap_communes: subject.gap_communes,
        gap_population: subject.gap_population,
        by_zone: subject.by_zone(by),
        counts,
        gaps: subject.gaps,
        overlaps: subject.overlaps,
    }
}
