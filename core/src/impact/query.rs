//! What an impact report is asked for.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::record::words::words;

words! {
    /// By what figures are grouped.
    ///
    /// Each need is in exactly one group, but by institution, antenne and expert, where a need is in
    /// the group of each that got it, with what became of it there.
    Dimension, "by";
    /// By theme of the subject.
    Theme "theme" "Thème",
    /// By subject.
    Subject "subject" "Sujet",
    /// By institution that got the need.
    Institution "institution" "Institution",
    /// By antenne that got the need.
    Antenne "antenne" "Antenne",
    /// By commune.
    Commune "commune" "Commune",
    /// By établissement public territorial; most communes have none.
    Ept "ept" "EPT",
    /// By group of communes.
    Epci "epci" "Intercommunalité",
    /// By département.
    Departement "departement" "Département",
    /// By région.
    Region "region" "Région",
    /// By adviser who follows the need.
    Adviser "adviser" "Conseiller référent",
    /// By campaign or site.
    Origin "origin" "Provenance",
}

impl Dimension {
    /// Whether each need is in exactly one group, so that the groups' needs add up to the total.
    pub fn is_partition(self) -> bool {
        !matches!(self, Dimension::Institution | Dimension::Antenne)
    }
}

words! {
    /// The length of periods, by the day on which needs were deposited.
    Period, "period";
    /// Calendar months.
    Month "month" "Mois",
    /// Calendar quarters.
    Quarter "quarter" "Trimestre",
    /// Calendar years.
    Year "year" "Année",
}

/// What to report, and on what needs. Every figure is of the same needs: those deposited from
/// `from` until `until` that the lists let through; an empty list lets everything through.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
#[serde(deny_unknown_fields)]
pub struct ImpactQuery {
    /// The day of looking: what is still open and what is abandoned is seen from here, and needs
    /// deposited later do not exist yet.
    pub on: Date,
    /// The first day of deposit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// The last day of deposit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// How to group.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Dimension>,
    /// How to cut time; with `by`, each group in each period.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    /// Only these themes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub themes: Vec<String>,
    /// Only these subjects.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub subjects: Vec<String>,
    /// Only needs that one of these institutions got, and what became of them there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub institutions: Vec<String>,
    /// Only needs that one of these antennes got, and what became of them there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub antennes: Vec<String>,
    /// Only needs in one of these zones, such as `departement:59`; they are also the territory over
    /// which equity is measured.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub zones: Vec<String>,
    /// Only needs that one of these advisers follows.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub advisers: Vec<String>,
    /// Only needs from these campaigns or sites.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub origins: Vec<String>,
    /// After how many days of silence a need is abandoned: 45.
    #[serde(default = "abandoned")]
    pub abandoned: u32,
    /// Shares of fewer than this are flagged as small: 10.
    #[serde(default = "small")]
    pub small: u32,
}

fn abandoned() -> u32 {
    crate::follow_up::ReminderPolicy::default().abandoned
}

fn small() -> u32 {
    10
}

impl ImpactQuery {
    /// Everything, seen from a day.
    pub fn on(on: Date) -> ImpactQuery {
        ImpactQuery {
            on,
            from: None,
            until: None,
            by: None,
            period: None,
            themes: Vec::new(),
            subjects: Vec::new(),
            institutions: Vec::new(),
            antennes: Vec::new(),
            zones: Vec::new(),
            advisers: Vec::new(),
            origins: Vec::new(),
            abandoned: abandoned(),
            small: small(),
        }
    }
}
