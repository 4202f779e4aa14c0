//! Replay: the same needs through two routers, and what changes for whom: what the keeper of a
//! directory reads before publishing a new one, or before taking up another version of the rules.
//!
//! ```
//! use aiguillage::{Directory, Need, Router, RulesVersion};
//! use aiguillage::compare::compare;
//!
//! let directory = Directory::from_json(r#"{
//!     "themes": [{"id": "t", "label": "T"}], "subjects": [{"id": "s", "theme": "t", "label": "S"}],
//!     "institutions": [{"id": "i", "name": "I"}],
//!     "antennes": [{"id": "a", "institution": "i", "name": "A", "zones": ["france"],
//!                   "criteria": [{"min_headcount": 10}, {"min_years": 3}]}],
//!     "experts": [{"id": "e", "antenne": "a", "name": "E", "competences": [{"subject": "s"}]}]
//! }"#)?;
//! let every = Router::new(directory.clone());
//! let any = Router::new(directory.with_rules(RulesVersion::AnyInLevel));
//! let need = Need::from_json(r#"{"subject": "s", "commune": "80021", "headcount": 30, "on": "2026-11-23"}"#)?;
//! let comparison = compare(&every, &any, &[need]);
//! let change = &comparison.differences[0].changes[0];
//! assert_eq!((change.expert, change.kind.as_str(), change.cause.as_str()), ("e", "gained", "criteria"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

#![deny(clippy::indexing_slicing)]

use std::collections::{BTreeMap, HashMap};

use serde::Serialize;

use crate::explain::{ExpertVerdict, Rule};
use crate::need::{Need, NeedError};
use crate::router::{Match, Router};

/// What changes for some needs between two routers.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Comparison<'r> {
    /// How many needs were routed through both.
    pub needs: usize,
    /// The needs whose experts differ, in the order of the needs.
    pub differences: Vec<Difference<'r>>,
    /// The changes counted by institution and subject.
    pub summary: Vec<ChangeCount<'r>>,
}

/// A need whose experts differ.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Difference<'r> {
    /// The position of the need, from 0.
    pub position: usize,
    /// The need's id, if it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub need: Option<String>,
    /// Who is gained or lost, by id.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<Change<'r>>,
    /// What the first router refuses and the second does not, or the other way round.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refusal: Option<Refusal>,
}

/// A need that only one of the routers can answer.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Refusal {
    /// Whether it is the second router that refuses.
    pub by_second: bool,
    /// The stable code of the error.
    pub code: &'static str,
    /// The error in words.
    pub message: String,
}

/// An expert whom a need gains or loses.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Change<'r> {
    /// The id of the expert.
    pub expert: &'r str,
    /// The id of the expert's institution.
    pub institution: &'r str,
    /// Gained or lost.
    pub kind: ChangeKind,
    /// What made the difference.
    pub cause: Cause,
}

/// Whether a need gains or loses the expert.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    /// Only the second router proposes the expert.
    Gained,
    /// Only the first router proposes the expert.
    Lost,
}

impl ChangeKind {
    /// The text form.
    pub fn as_str(self) -> &'static str {
        match self {
            ChangeKind::Gained => "gained",
            ChangeKind::Lost => "lost",
        }
    }
}

/// What made the difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Cause {
    /// The directory that does not propose the expert does not have it at all.
    Expert,
    /// It has the expert without the competence.
    Competence,
    /// There somebody else has the place: the expert is away and replaced, or stands in for nobody.
    Substitute,
    /// The first rule that stops the expert there.
    #[serde(untagged)]
    Rule(Rule),
}

impl Cause {
    /// The text form: `expert`, `competence`, `substitute`, or the rule's.
    pub fn as_str(self) -> &'static str {
        match self {
            Cause::Expert => "expert",
            Cause::Competence => "competence",
            Cause::Substitute => "substitute",
            Cause::Rule(rule) => rule.as_str(),
        }
    }
}

/// How often an institution's experts are gained and lost on a subject.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ChangeCount<'r> {
    /// The id of the institution.
    pub institution: &'r str,
    /// The id of the subject.
    pub subject: String,
    /// Experts gained, added up over the needs.
    pub gained: usize,
    /// Experts lost, added up over the needs.
    pub lost: usize,
}

/// Routes the needs through both routers and lists those whose experts differ. The order of the
/// experts does not count. A need that both refuse is no difference.
pub fn compare<'r>(first: &'r Router, second: &'r Router, needs: &[Need]) -> Comparison<'r> {
    let mut summary: BTreeMap<(&'r str, &str), (usize, usize)> = BTreeMap::new();
    let mut differences = Vec::new();
    for (position, need) in needs.iter().enumerate() {
        let Some(difference) = difference(first, second, position, need) else { continue };
        for change in &difference.changes {
            let (gained, lost) = summary.entry((change.institution, need.subject.trim())).or_insert((0, 0));
            match change.kind {
                ChangeKind::Gained => *gained += 1,
                ChangeKind::Lost => *lost += 1,
            }
        }
        differences.push(difference);
    }
    let count = |((institution, subject), (gained, lost)): ((&'r str, &str), (usize, usize))| ChangeCount {
        institution,
        subject: subject.to_owned(),
        gained,
        lost,
    };
    Comparison { needs: needs.len(), differences, summary: summary.into_iter().map(count).collect() }
}

fn difference<'r>(
    first: &'r Router,
    second: &'r Router,
    position: usize,
    need: &Need,
) -> Option<Difference<'r>> {
    let refused = |error: NeedError, by_second| Difference {
        position,
        need: need.id.clone(),
        changes: Vec::new(),
        refusal: Some(Refusal { by_second, code: error.code(), message: error.to_string() }),
    };
    let (before, after) = match (experts(first, need), experts(second, need)) {
        (Ok(before), Ok(after)) => (before, after),
        (Err(error), Ok(_)) => return Some(refused(error, false)),
        (Ok(_), Err(error)) => return Some(refused(error, true)),
        (Err(_), Err(_)) => return None,
    };
    if before.keys().eq(after.keys()) {
        return None;
    }
    let mut changes = changes(&before, &after, ChangeKind::Lost, second, need);
    changes.extend(self::changes(&after, &before, ChangeKind::Gained, first, need));
    changes.sort_unstable_by_key(|change| change.expert);
    Some(Difference { position, need: need.id.clone(), changes, refusal: None })
}

/// An expert who is proposed: its institution, and whose place it has.
struct Proposed<'r> {
    institution: &'r str,
    /// The expert itself, or the absent one for whom it stands in.
    holder: &'r str,
}

/// The experts of a need, by id.
fn experts<'r>(router: &'r Router, need: &Need) -> Result<BTreeMap<&'r str, Proposed<'r>>, NeedError> {
    let matches = router.match_experts(need)?;
    let proposed = |found: Match<'r>| {
        let holder = found.instead_of.unwrap_or(found.expert);
        (found.expert.id.as_str(), Proposed { institution: &found.institution.id, holder: &holder.id })
    };
    Ok(matches.iter().map(proposed).collect())
}

/// Who is among `with` and not among `without`, and why `router`, the one without, does not propose them.
fn changes<'r>(
    with: &BTreeMap<&'r str, Proposed<'r>>,
    without: &BTreeMap<&'r str, Proposed<'r>>,
    kind: ChangeKind,
    router: &'r Router,
    need: &Need,
) -> Vec<Change<'r>> {
    let mut differing = with.iter().filter(|(expert, _)| !without.contains_key(*expert)).peekable();
    if differing.peek().is_none() {
        return Vec::new();
    }
    // The need was routed already, so it is explained too.
    let explanation = router.explain(need).ok();
    let verdicts: HashMap<&str, &ExpertVerdict<'_>> = explanation
        .iter()
        .flat_map(|explanation| &explanation.experts)
        .map(|verdict| (verdict.expert.id.as_str(), verdict))
        .collect();
    let change = |(expert, Proposed { institution, holder }): (&&'r str, &Proposed<'r>)| Change {
        expert,
        institution,
        kind,
        cause: cause(router, verdicts.get(holder).copied(), holder),
    };
    differing.map(change).collect()
}

/// Why a router does not propose whom another does, given its verdict on the expert whose place that is.
fn cause(router: &Router, verdict: Option<&ExpertVerdict<'_>>, holder: &str) -> Cause {
    match verdict {
        Some(verdict) => match verdict.stopped_by().next() {
            Some(stopping) => Cause::Rule(stopping.rule),
            None => Cause::Substitute,
        },
        None if router.expert(holder).is_some() => Cause::Competence,
        None => Cause::Expert,
    }
}
