//! Whom a need could go to.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::WavePolicy;
use crate::directory::Expert;
use crate::follow_up::{ReferralError, check_ids};
use crate::{MatchOptions, Need, NeedError, Router};

/// An expert to whom a need could go.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Candidate {
    /// The id of the expert.
    pub expert: String,
    /// The id of their antenne.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub antenne: Option<String>,
    /// The id of their institution.
    pub institution: String,
    /// The id of the absent expert whose place this one takes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instead_of: Option<String>,
    /// The last day of their absence, of those who are away.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub absent_until: Option<Date>,
    /// Whether they have as many needs as they can take.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub full: bool,
}

impl Candidate {
    /// An expert who is there, and not full.
    pub fn new(expert: impl Into<String>, institution: impl Into<String>) -> Candidate {
        Candidate {
            expert: expert.into(),
            antenne: None,
            institution: institution.into(),
            instead_of: None,
            absent_until: None,
            full: false,
        }
    }

    /// Whether they are away on a day.
    pub fn is_absent(&self, on: Date) -> bool {
        self.absent_until.is_some_and(|until| on <= until)
    }
}

/// Whom a need could go to on a day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Candidates {
    /// Those who match, in their order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub matched: Vec<Candidate>,
    /// Those whom their territory alone stops, the nearest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub outside: Vec<Candidate>,
}

impl Candidates {
    /// The candidates of a need: its matches, and those who would match were it not for their territory.
    ///
    /// Absences are those of the need's day, and who is full follows from `load` and `received` of the
    /// options: waves that follow later ask again, with that day and those counts. The order does not change
    /// from one day to the other as long as the need has an id. A `limit` of the options is passed over: who
    /// matches comes before whoever does not, however many those are.
    ///
    /// # Errors
    /// As [`Router::match_experts_with`].
    ///
    /// ```
    /// use aiguillage::follow_up::Candidates;
    /// use aiguillage::{MatchOptions, Need, Router};
    ///
    /// let router = Router::from_json(r#"{
    ///     "themes": [{"id": "t", "label": "T"}], "subjects": [{"id": "s", "theme": "t", "label": "S"}],
    ///     "institutions": [{"id": "i", "name": "I"}],
    ///     "antennes": [{"id": "somme", "institution": "i", "name": "Somme", "zones": ["departement:80"]},
    ///                  {"id": "nord", "institution": "i", "name": "Nord", "zones": ["departement:59"]}],
    ///     "experts": [{"id": "e", "antenne": "somme", "name": "E", "competences": [{"subject": "s"}]},
    ///                 {"id": "f", "antenne": "nord", "name": "F", "competences": [{"subject": "s"}]}]}"#)?;
    /// let candidates = Candidates::of(&router, &Need::new("s", "80021"), &MatchOptions::default())?;
    /// assert_eq!((&*candidates.matched[0].expert, &*candidates.outside[0].expert), ("e", "f"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn of(router: &Router, need: &Need, options: &MatchOptions) -> Result<Candidates, NeedError> {
        let options = &MatchOptions { limit: None, ..options.clone() };
        let matches = router.match_experts_with(need, options)?;
        let on = matches.on();
        let matched = matches.iter().map(|found| Candidate {
            expert: found.expert.id.clone(),
            antenne: Some(found.antenne.id.clone()),
            institution: found.institution.id.clone(),
            instead_of: found.instead_of.map(|absent| absent.id.clone()),
            absent_until: found.absent_until,
            // Whoever stands in for somebody has that one's whole place, counts and bounds included.
            full: is_full(found.instead_of.unwrap_or(found.expert), options),
        });
        let explanation = router.explain(need)?;
        let outside = explanation.outside_territory().filter_map(|miss| {
            let directory = router.directory();
            let antenne = directory.antenne(&miss.expert.antenne)?;
            let institution = directory.institution(&antenne.institution)?;
            Some(Candidate {
                expert: miss.expert.id.clone(),
                antenne: Some(antenne.id.clone()),
                institution: institution.id.clone(),
                instead_of: None,
                absent_until: miss.expert.absent_until(on),
                full: is_full(miss.expert, options),
            })
        });
        Ok(Candidates { matched: matched.collect(), outside: outside.collect() })
    }

    /// All of them, then those whom the host names.
    pub(super) fn with_fallback<'c>(&'c self, policy: &'c WavePolicy) -> impl Iterator<Item = &'c Candidate> {
        self.matched.iter().chain(&self.outside).chain(&policy.fallback)
    }

    /// Refuses a candidate without a name: alerting nobody is no alert.
    pub(super) fn check(&self, policy: &WavePolicy) -> Result<(), ReferralError> {
        let lists = [
            ("candidates.matched", &self.matched),
            ("candidates.outside", &self.outside),
            ("policy.fallback", &policy.fallback),
        ];
        for (list, candidates) in lists {
            for (number, candidate) in candidates.iter().enumerate() {
                let ids = [("expert", candidate.expert.as_str()), ("institution", &candidate.institution)];
                check_ids(ids).map_err(|error| error.under(&format!("{list}[{number}]")))?;
            }
        }
        Ok(())
    }
}

/// Whether an expert has as many needs as they can take.
fn is_full(expert: &Expert, options: &MatchOptions) -> bool {
    let reaches = |counts: &Option<std::collections::HashMap<String, f64>>, most: Option<u32>| {
        let count = counts.as_ref().map(|counts| counts.get(&expert.id).copied().unwrap_or(0.0));
        count.zip(most).is_some_and(|(count, most)| count >= f64::from(most))
    };
    reaches(&options.load, expert.max_open) || reaches(&options.received, expert.max_per_period)
}
