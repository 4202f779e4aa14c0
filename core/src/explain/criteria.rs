//! The verdict of criteria, and why they reject.

use super::case::{Case, verdict};
use super::rejection::Rejection;
use super::{Owner, Rule, RuleVerdict, sentence};
use crate::directory::{Criterion, RulesVersion};
use crate::engine::conditions::{Condition, Conditions};
use crate::engine::criteria::{Assessment, Test};
use crate::engine::find::rules;
use crate::need::NeedField;

impl<'r> Case<'r, '_> {
    pub(super) fn criteria(&self) -> RuleVerdict<'r> {
        let compiled = self.router.compiled();
        let rules = compiled.directory().rules();
        let [institution, antenne, expert] = compiled.criteria_tests(self.number);
        let levels = [
            (Owner::Institution, &self.institution.criteria, institution),
            (Owner::Antenne, &self.antenne.criteria, antenne),
            (Owner::Expert, &self.expert.criteria, expert),
        ];
        let mut has_criteria = false;
        let mut rejection: Option<Rejection<'r>> = None;
        for (owner, criteria, tests) in levels {
            let applying: Vec<(&'r Criterion, &'r Test)> = criteria
                .iter()
                .zip(tests)
                .filter(|(criterion, _)| criterion.applies_to(&self.subject.id))
                .map(|(criterion, compiled)| (criterion, &compiled.test))
                .collect();
            has_criteria |= !applying.is_empty();
            let verdicts = applying.iter().map(|(_, test)| test.accepts(self.facts));
            if rules::level(verdicts, rules).is_some() {
                continue;
            }
            // What is known to reject tells more than what is not known.
            rejection = match (rejection, self.rejection(owner, &applying, rules)) {
                (Some(first), Some(next)) => Some(first.and(next)),
                (first, next) => first.or(next),
            };
        }
        match rejection {
            None => RuleVerdict {
                remarkable: has_criteria,
                ..verdict(Rule::Criteria, true, sentence::criteria_hold(self, has_criteria))
            },
            Some(rejection) => {
                let sentence = sentence::criterion(self, &rejection);
                RuleVerdict {
                    owner: Some(rejection.owner),
                    criterion: Some(rejection.criterion),
                    undetermined: rejection.undetermined,
                    fields: rejection.fields,
                    ..verdict(Rule::Criteria, false, sentence)
                }
            }
        }
    }

    /// Why a level rejects. Under `every`, one criterion that is known to fail is enough, and else all
    /// that is unknown to any is missing. Under `any-in-level` the criterion counts that lacks the least.
    fn rejection(
        &self,
        owner: Owner,
        applying: &[(&'r Criterion, &Test)],
        rules: RulesVersion,
    ) -> Option<Rejection<'r>> {
        let rejecting: Vec<(&'r Criterion, Assessment)> = applying
            .iter()
            .map(|(criterion, test)| (*criterion, test.assess(self.facts)))
            .filter(|(_, assessment)| !assessment.accepts())
            .collect();
        let failing = || rejecting.iter().filter(|(_, assessment)| !assessment.failing.is_empty());
        let open = || rejecting.iter().filter(|(_, assessment)| assessment.failing.is_empty());
        let lacks_least = open().min_by_key(|(_, assessment)| facts_of([assessment.undetermined]).len());
        let known_decides = match rules {
            RulesVersion::Every => failing().next().is_some(),
            RulesVersion::AnyInLevel => lacks_least.is_none(),
        };
        if known_decides {
            let (criterion, assessment) = failing().next()?;
            let condition = assessment.failing.iter().next()?;
            let fields = vec![condition.fact()];
            return Some(Rejection { owner, criterion, condition, undetermined: false, fields });
        }
        let (criterion, assessment) = lacks_least?;
        let condition = assessment.undetermined.iter().next()?;
        let fields = match rules {
            RulesVersion::Every => facts_of(open().map(|(_, assessment)| assessment.undetermined)),
            RulesVersion::AnyInLevel => facts_of([assessment.undetermined]),
        };
        Some(Rejection { owner, criterion, condition, undetermined: true, fields })
    }
}

/// The facts that some sets of conditions look at, each once.
fn facts_of(sets: impl IntoIterator<Item = Conditions>) -> Vec<NeedField> {
    let mut facts: Vec<NeedField> =
        sets.into_iter().flat_map(Conditions::iter).map(Condition::fact).collect();
    facts.sort_unstable();
    facts.dedup();
    facts
}
