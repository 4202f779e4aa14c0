//! An explanation as Kotlin owns it.

use aiguillage::NeedField;
use aiguillage::directory::{Criterion, RulesVersion};
use aiguillage::explain::{Owner, Rule};
use aiguillage::geography::Zone;

use crate::count;

/// Why each competent expert matches a need or does not. It says what `matchExperts` says, always.
#[derive(uniffi::Record)]
pub struct Explanation {
    /// The version of the rules that decided.
    rules: RulesVersion,
    /// The id of the subject of the need.
    subject: String,
    /// The current commune of the need.
    commune: Zone,
    /// Every expert who has the competence, active or not, by id.
    experts: Vec<ExpertVerdict>,
    /// How many are left after each rule.
    funnel: Vec<FunnelStep>,
    /// The facts whose absence rejected somebody: what to ask the company. The most useful first.
    missing: Vec<MissingFact>,
    /// The experts whom one rule alone stops, the nearest territory first.
    nearest: Vec<NearMiss>,
}

/// What the rules say of one competent expert.
#[derive(uniffi::Record)]
pub struct ExpertVerdict {
    /// The id of the expert.
    expert: String,
    /// The id of the expert's antenne.
    antenne: String,
    /// The id of the antenne's institution.
    institution: String,
    /// Whether the expert matches.
    matches: bool,
    /// One verdict a rule, in the order of the rules.
    rules: Vec<RuleVerdict>,
}

/// What one rule says of one expert, and through what.
#[derive(uniffi::Record)]
pub struct RuleVerdict {
    /// The rule.
    rule: Rule,
    /// Whether it holds.
    holds: bool,
    /// Whether it rejects only because facts are not known: more facts might make it hold.
    undetermined: bool,
    /// Whether the sentence tells more than that all is well.
    remarkable: bool,
    /// Whose data decided.
    owner: Option<Owner>,
    /// The criterion that rejects.
    criterion: Option<Criterion>,
    /// The facts of the need that decided, or are not known.
    fields: Vec<NeedField>,
    /// The zone that covers the commune.
    zone: Option<Zone>,
    /// The question whose answer contradicts.
    question: Option<String>,
    /// All that in French.
    sentence: String,
}

/// How many experts are left after a rule and those before it.
#[derive(uniffi::Record)]
pub struct FunnelStep {
    /// The rule.
    rule: Rule,
    /// How many are left.
    left: i32,
}

/// A fact that the need does not carry, or not exactly enough, and that rejected somebody.
#[derive(uniffi::Record)]
pub struct MissingFact {
    /// The field of the need. For a headcount known by its band, the exact number.
    field: NeedField,
    /// How many experts it could unlock by itself: nothing else stops them.
    unlocks: i32,
    /// How many experts lack it, some of them among other facts: nothing that is known stops them.
    concerns: i32,
}

/// An expert whom one rule alone stops.
#[derive(uniffi::Record)]
pub struct NearMiss {
    /// The id of the expert.
    expert: String,
    /// The only rule that does not hold.
    stopped_by: Rule,
    /// The narrowest zone that holds both the need's commune and a part of the expert's territory.
    shared: Zone,
    /// Why, in French.
    sentence: String,
}

impl From<aiguillage::Explanation<'_>> for Explanation {
    fn from(explanation: aiguillage::Explanation<'_>) -> Explanation {
        Explanation {
            rules: explanation.rules,
            subject: explanation.subject.id.clone(),
            commune: explanation.commune,
            experts: explanation.experts.into_iter().map(ExpertVerdict::from).collect(),
            funnel: explanation
                .funnel
                .into_iter()
                .map(|step| FunnelStep { rule: step.rule, left: count(step.left) })
                .collect(),
            missing: explanation
                .missing
                .into_iter()
                .map(|fact| MissingFact {
                    field: fact.field,
                    unlocks: count(fact.unlocks),
                    concerns: count(fact.concerns),
                })
                .collect(),
            nearest: explanation
                .nearest
                .into_iter()
                .map(|miss| NearMiss {
                    expert: miss.expert.id.clone(),
                    stopped_by: miss.stopped_by,
                    shared: miss.shared,
                    sentence: miss.sentence,
                })
                .collect(),
        }
    }
}

impl From<aiguillage::explain::ExpertVerdict<'_>> for ExpertVerdict {
    fn from(verdict: aiguillage::explain::ExpertVerdict<'_>) -> ExpertVerdict {
        ExpertVerdict {
            expert: verdict.expert.id.clone(),
            antenne: verdict.antenne.id.clone(),
            institution: verdict.institution.id.clone(),
            matches: verdict.matches(),
            rules: verdict
                .rules
                .into_iter()
                .map(|one| RuleVerdict {
                    rule: one.rule,
                    holds: one.holds,
                    undetermined: one.undetermined,
                    remarkable: one.remarkable,
                    owner: one.owner,
                    criterion: one.criterion.cloned(),
                    fields: one.fields,
                    zone: one.zone,
                    question: one.question.map(str::to_owned),
                    sentence: one.sentence,
                })
                .collect(),
        }
    }
}
