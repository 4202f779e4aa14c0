//! Why an expert is proposed or not: the verdict of every rule on every competent expert, how many
//! are left after each rule, what to ask the company, and who is nearest.
//!
//! An explanation decides through the functions by which the router matches, so the two agree.
//!
//! ```
//! use aiguillage::{Need, Router};
//!
//! let router = Router::from_json(r#"{
//!     "themes": [{"id": "argent", "label": "Argent"}],
//!     "subjects": [{"id": "investir", "theme": "argent", "label": "Investir"}],
//!     "institutions": [{"id": "bpifrance", "name": "Bpifrance", "criteria": [{"min_years": 3}]}],
//!     "antennes": [{"id": "amiens", "institution": "bpifrance", "name": "Amiens", "zones": ["region:32"]}],
//!     "experts": [{"id": "e", "antenne": "amiens", "name": "Chargé d’affaires", "competences": [{"subject": "investir"}]}]
//! }"#)?;
//! let explanation = router.explain(&Need::new("investir", "80021"))?;
//! assert_eq!(explanation.matching().count(), 0);
//! let missing = &explanation.missing[0];
//! assert_eq!((missing.field.as_str(), missing.unlocks), ("created_on", 1));
//! assert_eq!(
//!     explanation.experts[0].stopped_by().next().unwrap().sentence,
//!     "Filtre de l’institution : au moins 3 ans d’existence ; la date de création n’est pas connue."
//! );
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

#![deny(clippy::indexing_slicing)]

pub(crate) mod activity;
mod case;
mod condition;
mod criteria;
mod inactive;
mod missing;
mod nearest;
mod rejection;
mod sentence;
mod verdict;

use serde::Serialize;

use crate::directory::as_id;
use crate::directory::{Antenne, Criterion, Expert, Institution, RulesVersion};
use crate::geography::Zone;
use crate::language::Language;
use crate::need::{Need, NeedError, NeedField};
use crate::record::words::words;
use crate::router::Router;
use crate::taxonomy::Subject;

pub use missing::MissingFact;
pub use nearest::NearMiss;

words! {
    /// The rules of matching, in their order.
    Rule, "rule";
    /// The expert has the competence, and the subject is not archived.
    Subject "Sujet" "Subject",
    /// The expert, its antenne and its institution are active, and the day of the need lies in their periods.
    Active "Activité" "Active",
    /// The theme is offered there, and the expert's territory covers the commune.
    Territory "Territoire" "Territory",
    /// The institution serves the nature of the facility's activity.
    Activities "Nature d’activité" "Nature of activity",
    /// An OPCO matches only its own facilities.
    Opco "OPCO" "OPCO",
    /// The criteria of the expert, its antenne and its institution accept.
    Criteria "Filtres" "Criteria",
    /// No answer contradicts what the institution asks for.
    Answers "Réponses" "Answers",
}

words! {
    /// Whose data decided a rule.
    Owner, "owner";
    /// The subject's theme, where it is offered in some zones only.
    Theme "thème" "theme",
    /// The subject itself.
    Subject "sujet" "subject",
    /// The institution.
    Institution "institution" "institution",
    /// The antenne.
    Antenne "antenne" "antenne",
    /// The expert.
    Expert "expert" "expert",
    /// The expert's competence in the subject.
    Competence "compétence" "competence",
}

/// The verdict of one rule on one expert, and what decided it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct RuleVerdict<'r> {
    /// The rule.
    pub rule: Rule,
    /// Whether it holds.
    pub holds: bool,
    /// Whether it rejects only because facts are not known: more facts might make it hold.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub undetermined: bool,
    /// Whether the sentence tells more than that all is well: the rule stops the expert, or the
    /// directory has something that it looked at, such as a territory, criteria, or answers that the
    /// institution waits for. What is not remarkable, such as « Aucun filtre sur ce sujet. », can be
    /// left out where room is short.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub remarkable: bool,
    /// Whose data decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner: Option<Owner>,
    /// The criterion that rejects.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub criterion: Option<&'r Criterion>,
    /// Of the criterion's alternatives, where these reject, the position of the one that came nearest, from 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alternative: Option<usize>,
    /// The facts of the need that decided, or are not known.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<NeedField>,
    /// The zone that covers the commune.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zone: Option<Zone>,
    /// The question whose answer contradicts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub question: Option<&'r str>,
    /// All that in French.
    pub sentence: String,
}

/// What the rules say of one competent expert.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ExpertVerdict<'r> {
    /// The expert.
    pub expert: &'r Expert,
    /// The expert's antenne.
    pub antenne: &'r Antenne,
    /// The antenne's institution.
    pub institution: &'r Institution,
    /// Who takes the expert's place on the day of the need, where it matches, is away, and somebody stands in.
    pub replaced_by: Option<&'r Expert>,
    /// One verdict a rule, in the order of the rules.
    pub rules: Vec<RuleVerdict<'r>>,
}

impl<'r> ExpertVerdict<'r> {
    /// Whether the expert matches.
    pub fn matches(&self) -> bool {
        self.rules.iter().all(|verdict| verdict.holds)
    }

    /// The rules that stop the expert, in order; none if the expert matches.
    pub fn stopped_by(&self) -> impl Iterator<Item = &RuleVerdict<'r>> {
        self.rules.iter().filter(|verdict| !verdict.holds)
    }
}

/// What the rules say of one competent expert.
// The mirror of `ExpertVerdict` that is serialized: it has the outcome beside the rules.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "ExpertVerdict"))]
struct ExpertVerdictRecord<'v, 'r> {
    /// The expert.
    #[cfg_attr(feature = "schema", schemars(extend("x-record" = "Expert")))]
    expert: &'v str,
    /// The expert's antenne.
    #[cfg_attr(feature = "schema", schemars(extend("x-record" = "Antenne")))]
    antenne: &'v str,
    /// The antenne's institution.
    #[cfg_attr(feature = "schema", schemars(extend("x-record" = "Institution")))]
    institution: &'v str,
    /// Whether the expert matches.
    matches: bool,
    /// Who takes the expert's place on the day of the need, where it matches, is away, and somebody stands in.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-record" = "Expert")))]
    replaced_by: Option<&'v str>,
    /// One verdict a rule, in the order of the rules.
    rules: &'v [RuleVerdict<'r>],
}

impl Serialize for ExpertVerdict<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let record = ExpertVerdictRecord {
            expert: &self.expert.id,
            antenne: &self.antenne.id,
            institution: &self.institution.id,
            matches: self.matches(),
            replaced_by: self.replaced_by.map(|substitute| substitute.id.as_str()),
            rules: &self.rules,
        };
        record.serialize(serializer)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for ExpertVerdict<'_> {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        ExpertVerdictRecord::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        ExpertVerdictRecord::json_schema(generator)
    }
}

/// How many experts are left after a rule and those before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct FunnelStep {
    /// The rule.
    pub rule: Rule,
    /// How many are left.
    pub left: usize,
}

/// Why each competent expert matches a need or does not. See the [module](self).
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Explanation<'r> {
    /// The version of the rules that decided.
    pub rules: RulesVersion,
    /// The subject of the need.
    #[serde(serialize_with = "as_id")]
    #[cfg_attr(feature = "schema", schemars(with = "String", extend("x-record" = "Subject")))]
    pub subject: &'r Subject,
    /// The current commune of the need.
    pub commune: Zone,
    /// Whether the need's postal code and town make that commune likely, not certain.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub commune_is_likely: bool,
    /// Whether the need's exact headcount, which counts, lies outside of the band that it gives too.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub headcount_differs: bool,
    /// Every expert who has the competence, active or not, by id.
    pub experts: Vec<ExpertVerdict<'r>>,
    /// How many are left after each rule.
    pub funnel: Vec<FunnelStep>,
    /// The facts whose absence rejected somebody: what to ask the company. The most useful first.
    pub missing: Vec<MissingFact>,
    /// The experts whom one rule alone stops, the nearest territory first.
    pub nearest: Vec<NearMiss<'r>>,
}

impl<'r> Explanation<'r> {
    /// The experts who match: those of [`Router::match_experts`], by id.
    pub fn matching(&self) -> impl Iterator<Item = &ExpertVerdict<'r>> {
        self.experts.iter().filter(|verdict| verdict.matches())
    }

    /// The experts whom only their territory stops, the nearest first: those to whom an adviser
    /// may hand the need by hand.
    pub fn outside_territory(&self) -> impl Iterator<Item = &NearMiss<'r>> {
        self.nearest.iter().filter(|miss| miss.stopped_by == Rule::Territory)
    }
}

impl Router {
    /// Why each competent expert matches the need or does not.
    ///
    /// # Errors
    /// As [`Router::match_experts`].
    pub fn explain(&self, need: &Need) -> Result<Explanation<'_>, NeedError> {
        self.explain_in(need, Language::default())
    }

    /// The same, with sentences in a language; [`Router::explain`] speaks French.
    ///
    /// # Errors
    /// As [`Router::match_experts`].
    pub fn explain_in(&self, need: &Need, language: Language) -> Result<Explanation<'_>, NeedError> {
        let facts = self.compiled().resolve(need)?;
        let experts = verdict::all(self, &facts, language);
        Ok(Explanation {
            rules: self.directory().rules(),
            subject: self.compiled().subject(facts.subject),
            commune: self.directory().geography().commune_at(facts.place.id).zone(),
            commune_is_likely: facts.place.is_likely,
            headcount_differs: need.headcount_differs(),
            funnel: funnel(&experts),
            missing: missing::facts(&experts),
            nearest: nearest::misses(self, &facts, &experts),
            experts,
        })
    }
}

/// How many experts are left after each rule.
fn funnel(experts: &[ExpertVerdict<'_>]) -> Vec<FunnelStep> {
    // An expert is left after all rules before the first that stops it.
    let stopping = |expert: &ExpertVerdict<'_>| expert.stopped_by().map(|verdict| verdict.rule).next();
    let stopping: Vec<Option<Rule>> = experts.iter().map(stopping).collect();
    let left = |rule: Rule| stopping.iter().filter(|first| first.is_none_or(|first| first > rule)).count();
    Rule::ALL.iter().map(|rule| FunnelStep { rule: *rule, left: left(*rule) }).collect()
}
