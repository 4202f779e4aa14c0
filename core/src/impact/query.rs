//! What an impact report is asked for.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::follow_up::ReminderPolicy;
use crate::record::words::words;

words! {
    /// By what figures are grouped.
    ///
    /// Each need is in exactly one group, but by institution, antenne and expert, where a need is in
    /// the group of each that got it, with what became of it there.
    Dimension, "by";
    /// By theme of the subject.
    Theme "Thème" "Theme",
    /// By subject.
    Subject "Sujet" "Subject",
    /// By institution that got the need.
    Institution "Institution" "Institution",
    /// By antenne that got the need.
    Antenne "Antenne" "Antenne",
    /// By expert who got the need.
    Expert "Expert" "Expert",
    /// By commune.
    Commune "Commune" "Commune",
    /// By établissement public territorial; most communes have none.
    Ept "EPT" "EPT",
    /// By group of communes.
    Epci "Intercommunalité" "Group of communes",
    /// By département.
    Departement "Département" "Département",
    /// By région.
    Region "Région" "Région",
    /// By adviser who follows the need.
    Adviser "Conseiller référent" "Adviser",
    /// By campaign or site.
    Origin "Provenance" "Origin",
    /// By INSEE's band of the facility's headcount.
    Headcount "Tranche d’effectif" "Headcount band",
    /// By section of NAF rév. 2 of the company's activity.
    Section "Secteur d’activité" "Section of activities",
}

impl Dimension {
    /// Whether each need is in exactly one group, so that the groups' needs add up to the total.
    pub fn is_partition(self) -> bool {
        !matches!(self, Dimension::Institution | Dimension::Antenne | Dimension::Expert)
    }
}

words! {
    /// The length of periods, by the day on which needs were deposited.
    Period, "period";
    /// Calendar months.
    Month "Mois" "Month",
    /// Calendar quarters.
    Quarter "Trimestre" "Quarter",
    /// Calendar years.
    Year "Année" "Year",
}

/// What to report, and on what needs. Every figure is of the same needs: those deposited from
/// `from` until `until` that the lists let through; an empty list lets everything through.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
    /// After how many days of silence a need is abandoned, where that is another number here than that
    /// of the policy. The report's query holds the number that was used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub abandoned: Option<u32>,
    /// The host's policy of reminders: a need is abandoned by the same clock here and there.
    #[serde(default, skip_serializing_if = "ReminderPolicy::is_default")]
    pub policy: ReminderPolicy,
    /// Shares of fewer than this are flagged as small: 10.
    #[serde(default = "small")]
    pub small: u32,
    /// Groups with fewer needs or fewer requests than this are shown together as one group `*`, with as many
    /// larger ones as it takes for two groups and this number, what is in no group among them: so that what is
    /// published tells nothing of a single company. A period alone is no group, nor is the total: who lets
    /// others choose the needs refuses a selection that is smaller, as the command line does. 0: every group is
    /// shown.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub least: u32,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
fn is_zero(number: &u32) -> bool {
    *number == 0
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
            abandoned: None,
            policy: ReminderPolicy::default(),
            small: small(),
            least: 0,
        }
    }

    /// The same with the number of days of silence filled in.
    pub(super) fn with_defaults(&self) -> ImpactQuery {
        ImpactQuery { abandoned: Some(self.abandoned_days()), ..self.clone() }
    }

    /// After how many days of silence a need is abandoned: the query's number, else the policy's.
    pub fn abandoned_days(&self) -> u32 {
        self.abandoned.unwrap_or(self.policy.abandoned)
    }

    /// The day from which a need that waits is abandoned, by the clock of reminders.
    pub(super) fn abandoned_on(&self, oldest: Date, newest: Date) -> Date {
        let policy = ReminderPolicy { abandoned: self.abandoned_days(), ..self.policy.clone() };
        policy.abandoned_on(oldest, newest)
    }
}
