//! What companies answered, in figures.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Survey, SurveyOutcome};
use crate::follow_up::{Referral, ReferralError, ReferralState, TrackedNeed};
use crate::record::words::words;

words! {
    /// By what surveys are grouped.
    SurveyDimension, "by";
    /// The experts who helped.
    Expert "Expert" "Expert",
    /// Their antennes.
    Antenne "Antenne" "Antenne",
    /// Their institutions.
    Institution "Institution" "Institution",
    /// The subject of the need.
    Subject "Sujet" "Subject",
}

/// Which surveys count, and how they are grouped.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct SurveyQuery {
    /// By what they are grouped; all together if it is not given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<SurveyDimension>,
    /// The first day of asking; any if it is not given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// The last day of asking; any if it is not given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// Groups with fewer answers are not shown: 0.
    pub minimum: u32,
}

/// What companies answered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SurveyReport {
    /// Every survey once.
    pub total: SurveyFigures,
    /// A row a group, those with most answers first. A need that two experts helped counts for both, so
    /// that rows may add up to more than the total.
    pub rows: Vec<SurveyRow>,
    /// How many groups have too few answers to be shown.
    pub withheld: u32,
    /// The surveys that do not count, and why.
    pub faults: Vec<SurveyFault>,
}

/// What the companies of a group answered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SurveyRow {
    /// The id of the expert, antenne, institution or subject; nothing for surveys about needs of which that
    /// is not known, or that nobody has helped any more.
    pub group: Option<String>,
    /// Its figures.
    pub figures: SurveyFigures,
}

/// Answers, in numbers.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SurveyFigures {
    /// How many companies were asked.
    pub asked: u32,
    /// How many answered.
    pub answered: u32,
    /// How many were called back.
    pub called_back: u32,
    /// How many found the exchange useful.
    pub useful: u32,
    /// How many were called back and found that useful.
    pub satisfied: u32,
    /// The share of those asked who answered, from 0 to 1; nothing where nobody was asked.
    pub answer_rate: Option<f64>,
    /// The share of those who answered who are satisfied, from 0 to 1; nothing where nobody answered.
    pub satisfied_rate: Option<f64>,
    /// What the exchange allowed them to do: every outcome there is, with its number.
    pub outcomes: Vec<OutcomeCount>,
}

/// How many companies an exchange allowed to do something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OutcomeCount {
    /// What.
    pub outcome: SurveyOutcome,
    /// How many.
    pub count: u32,
}

/// A survey that does not count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SurveyFault {
    /// A code of [`ReferralError`]: `unknown_need`, `duplicate_id`, `impossible_date`, `missing_field`.
    pub code: String,
    /// The field at fault: `surveys[3].need`.
    pub field: Option<String>,
    /// What is wrong, with what was probably meant.
    pub message: String,
}

/// What companies answered, in figures.
///
/// An answer counts for those who helped with the need: the experts of its referrals that are `done`, each
/// expert, antenne and institution once. A survey that cannot be true does not count and is told in
/// `faults`: one about a need that is not among `needs`, the later of two about one need, one that was
/// asked before the need was deposited or answered before it was asked.
///
/// ```
/// use aiguillage::follow_up::{Survey, SurveyQuery, TrackedNeed, survey_results};
///
/// let need = TrackedNeed::new("b-17", "recruter", "2026-11-01".parse()?);
/// let surveys: Vec<Survey> = serde_json::from_str(r#"[
///     {"need": "b-17", "asked_on": "2026-11-20", "answered_on": "2026-11-21", "called_back": true, "useful": true},
///     {"need": "b-71", "asked_on": "2026-11-20"}
/// ]"#)?;
/// let report = survey_results(&[need], &[], &surveys, &SurveyQuery::default());
/// assert_eq!((report.total.asked, report.total.satisfied_rate), (1, Some(1.0)));
/// assert_eq!(report.faults[0].message, "there is no need `b-71`: did you mean `b-17`?");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn survey_results(
    needs: &[TrackedNeed],
    referrals: &[Referral],
    surveys: &[Survey],
    query: &SurveyQuery,
) -> SurveyReport {
    let known: HashMap<&str, &TrackedNeed> = needs.iter().map(|need| (need.id.as_str(), need)).collect();
    let mut helpers: HashMap<&str, Vec<&Referral>> = HashMap::new();
    for referral in referrals.iter().filter(|referral| referral.state == ReferralState::Done) {
        helpers.entry(&referral.need).or_default().push(referral);
    }
    let (sound, faults) = sound(surveys, &known);
    let mut total = SurveyFigures::default();
    let mut groups: BTreeMap<Option<&str>, SurveyFigures> = BTreeMap::new();
    for (survey, need) in sound.into_iter().filter(|(survey, _)| query.holds(survey)) {
        total.add(survey);
        let helpers = helpers.get(survey.need.as_str()).map_or(&[][..], Vec::as_slice);
        for group in query.by.map_or_else(BTreeSet::new, |by| by.groups(need, helpers)) {
            groups.entry(group).or_default().add(survey);
        }
    }
    let (shown, withheld): (Vec<_>, Vec<_>) =
        groups.into_iter().partition(|(_, figures)| figures.answered >= query.minimum);
    let row = |(group, figures): (Option<&str>, SurveyFigures)| SurveyRow {
        group: group.map(str::to_owned),
        figures: figures.finished(),
    };
    let mut rows: Vec<SurveyRow> = shown.into_iter().map(row).collect();
    // Groups come by id, which this sort keeps.
    rows.sort_by_key(|row| std::cmp::Reverse(row.figures.answered));
    let withheld = u32::try_from(withheld.len()).unwrap_or(u32::MAX);
    SurveyReport { total: total.finished(), rows, withheld, faults }
}

impl SurveyQuery {
    fn holds(&self, survey: &Survey) -> bool {
        self.from.is_none_or(|from| from <= survey.asked_on)
            && self.until.is_none_or(|until| survey.asked_on <= until)
    }
}

impl SurveyDimension {
    /// The groups to which a survey belongs: one that is not known where there is none.
    fn groups<'f>(self, need: &'f TrackedNeed, helpers: &[&'f Referral]) -> BTreeSet<Option<&'f str>> {
        let of = |helper: &&'f Referral| match self {
            SurveyDimension::Expert => Some(helper.expert.as_str()),
            SurveyDimension::Antenne => helper.antenne.as_deref(),
            SurveyDimension::Institution => Some(helper.institution.as_str()),
            SurveyDimension::Subject => None,
        };
        if self == SurveyDimension::Subject {
            return BTreeSet::from([Some(need.subject.as_str())]);
        }
        let groups: BTreeSet<Option<&str>> = helpers.iter().map(of).collect();
        if groups.is_empty() { BTreeSet::from([None]) } else { groups }
    }
}

/// The surveys that can be true with their needs, and what is wrong with the others.
fn sound<'s>(
    surveys: &'s [Survey],
    needs: &HashMap<&str, &'s TrackedNeed>,
) -> (Vec<(&'s Survey, &'s TrackedNeed)>, Vec<SurveyFault>) {
    let mut numbered: Vec<(usize, &Survey)> = surveys.iter().enumerate().collect();
    // Of two surveys about one need the earlier counts, in whatever order they come.
    numbered.sort_by_key(|(_, survey)| (&survey.need, survey.asked_on, *survey));
    let mut faults: Vec<(usize, SurveyFault)> = Vec::new();
    let mut sound: Vec<(&Survey, &TrackedNeed)> = Vec::with_capacity(surveys.len());
    for (number, survey) in numbered {
        let before = sound.last().map(|(before, _)| *before);
        match checked(survey, before, needs) {
            Ok(need) => sound.push((survey, need)),
            Err(error) => {
                let error = error.under(&format!("surveys[{number}]"));
                let (code, field) = (error.code().to_owned(), error.field().map(str::to_owned));
                faults.push((number, SurveyFault { code, field, message: error.to_string() }));
            }
        }
    }
    faults.sort_by_key(|(number, _)| *number);
    (sound, faults.into_iter().map(|(_, fault)| fault).collect())
}

fn checked<'n>(
    survey: &Survey,
    before: Option<&Survey>,
    needs: &HashMap<&str, &'n TrackedNeed>,
) -> Result<&'n TrackedNeed, ReferralError> {
    survey.check()?;
    let need = needs.get(survey.need.as_str()).ok_or_else(|| {
        ReferralError::unknown("unknown_need", "need", "need", &survey.need, needs.keys().copied())
    })?;
    survey.check_with(need, before.is_some_and(|before| before.need == survey.need))?;
    Ok(need)
}

impl SurveyFigures {
    fn add(&mut self, survey: &Survey) {
        self.asked += 1;
        self.answered += u32::from(survey.answered_on.is_some());
        self.called_back += u32::from(survey.called_back == Some(true));
        self.useful += u32::from(survey.useful == Some(true));
        self.satisfied += u32::from(survey.is_satisfied());
        let named: BTreeSet<SurveyOutcome> = survey.outcomes.iter().copied().collect();
        for outcome in named {
            match self.outcomes.iter_mut().find(|count| count.outcome == outcome) {
                Some(count) => count.count += 1,
                None => self.outcomes.push(OutcomeCount { outcome, count: 1 }),
            }
        }
    }

    /// The figures with their rates, and with the outcomes that nobody named.
    fn finished(mut self) -> SurveyFigures {
        let share = |of: u32, all: u32| (all > 0).then(|| f64::from(of) / f64::from(all));
        self.answer_rate = share(self.answered, self.asked);
        self.satisfied_rate = share(self.satisfied, self.answered);
        let count = |outcome: &SurveyOutcome| {
            let known = self.outcomes.iter().find(|count| count.outcome == *outcome);
            known.copied().unwrap_or(OutcomeCount { outcome: *outcome, count: 0 })
        };
        self.outcomes = SurveyOutcome::ALL.iter().map(count).collect();
        self
    }
}
