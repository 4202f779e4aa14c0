//! Coverage as Kotlin owns it.

use aiguillage::coverage as core;
use aiguillage::geography::{Zone, ZoneKind};

use crate::{count, population};

/// The coverage of a reference territory.
#[derive(uniffi::Record)]
pub struct Coverage {
    /// The reference territory.
    zones: Vec<Zone>,
    /// How many communes it has, arrondissements instead of Paris, Lyon and Marseille.
    communes: i32,
    /// How many inhabitants.
    population: i64,
    /// The codes of its communes, in the order of `SubjectCoverage.counts`; Paris, Lyon and Marseille
    /// stand beside their arrondissements.
    codes: Vec<String>,
    /// One entry a subject, in the order of the directory.
    subjects: Vec<SubjectCoverage>,
}

/// The coverage of one subject.
#[derive(uniffi::Record)]
pub struct SubjectCoverage {
    /// The id of the subject.
    subject: String,
    /// Where nobody is, in the largest whole zones. Outside of the theme's own zones there is no gap.
    gaps: Vec<Area>,
    /// How many communes that is.
    gap_communes: i32,
    /// How many inhabitants.
    gap_population: i64,
    /// Where an institution has two experts or more.
    overlaps: Vec<Overlap>,
    /// The coverage of each zone of the kind that was asked for.
    by_zone: Vec<ZoneSummary>,
    /// How many experts reach each commune, in the order of `Coverage.codes`.
    counts: Vec<i32>,
}

/// A whole zone, and what it is made of.
#[derive(uniffi::Record)]
pub struct Area {
    /// The zone.
    zone: Zone,
    /// Its name.
    name: String,
    /// Its communes.
    communes: i32,
    /// Its inhabitants.
    population: i64,
}

/// A whole zone where an institution has two experts or more on a subject.
#[derive(uniffi::Record)]
pub struct Overlap {
    /// The id of the institution.
    institution: String,
    /// Where.
    area: Area,
}

/// The coverage of one zone of the reference territory, such as a département.
#[derive(uniffi::Record)]
pub struct ZoneSummary {
    /// The zone.
    zone: Zone,
    /// Its communes that belong to the reference territory and to the theme's zones.
    communes: i32,
    /// Those where nobody is.
    gap_communes: i32,
    /// The inhabitants of the communes.
    population: i64,
    /// The inhabitants of those where nobody is.
    gap_population: i64,
    /// The fewest experts that a commune has.
    fewest: i32,
    /// The most experts that a commune has.
    most: i32,
}

fn few(number: u32) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}

impl Coverage {
    pub(crate) fn of(coverage: &aiguillage::Coverage<'_>, by: ZoneKind) -> Coverage {
        // Once for all subjects: they count the same communes.
        let codes =
            coverage.subjects.first().map(|one| one.experts_by_commune().map(|(code, _)| code.to_owned()));
        Coverage {
            zones: coverage.zones.clone(),
            communes: count(coverage.communes),
            population: population(coverage.population),
            codes: codes.into_iter().flatten().collect(),
            subjects: coverage.subjects.iter().map(|one| SubjectCoverage::of(one, by)).collect(),
        }
    }
}

impl SubjectCoverage {
    fn of(one: &core::SubjectCoverage<'_>, by: ZoneKind) -> SubjectCoverage {
        SubjectCoverage {
            subject: one.subject.id.clone(),
            gaps: one.gaps.iter().map(Area::from).collect(),
            gap_communes: count(one.gap_communes),
            gap_population: population(one.gap_population),
            overlaps: one
                .overlaps
                .iter()
                .map(|overlap| Overlap {
                    institution: overlap.institution.id.clone(),
                    area: Area::from(&overlap.area),
                })
                .collect(),
            by_zone: one.by_zone(by).iter().map(ZoneSummary::from).collect(),
            counts: one.experts_by_commune().map(|(_, experts)| few(experts)).collect(),
        }
    }
}

impl From<&core::Area<'_>> for Area {
    fn from(area: &core::Area<'_>) -> Area {
        Area {
            zone: area.zone,
            name: area.name.to_owned(),
            communes: count(area.communes),
            population: population(area.population),
        }
    }
}

impl From<&core::ZoneSummary> for ZoneSummary {
    fn from(summary: &core::ZoneSummary) -> ZoneSummary {
        ZoneSummary {
            zone: summary.zone,
            communes: count(summary.communes),
            gap_communes: count(summary.gap_communes),
            population: population(summary.population),
            gap_population: population(summary.gap_population),
            fewest: few(summary.fewest),
            most: few(summary.most),
        }
    }
}
