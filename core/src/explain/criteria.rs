//! The verdict of criteria, and why they reject.

use std::borrow::Cow;

use super::case::{Case, verdict};
use super::rejection::Rejection;
use super::{Owner, Rule, RuleVerdict, condition, sentence};
use crate::directory::{Criterion, RulesVersion};
use crate::engine::conditions::{Condition, Conditions};
use crate::engine::criteria::{AnyOf, Test};
use crate::engine::facts::Facts;
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
                .filter(|(_, test)| test.counts_on(self.facts.on))
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
                let sentence = condition::criterion(self, &rejection);
                RuleVerdict {
                    owner: Some(rejection.owner),
                    criterion: Some(rejection.criterion),
                    alternative: rejection.alternative,
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
        let rejecting: Vec<Judged<'r>> = applying
            .iter()
            .filter_map(|(criterion, test)| Judged::rejecting(criterion, test, self.facts))
            .collect();
        let failing = || rejecting.iter().filter(|judged| !judged.failing.is_empty());
        let open = || rejecting.iter().filter(|judged| judged.failing.is_empty());
        let lacks_least = open().min_by_key(|judged| facts_of(judged.open).len());
        let known_decides = match rules {
            RulesVersion::Every => failing().next().is_some(),
            RulesVersion::AnyInLevel => lacks_least.is_none(),
        };
        if known_decides {
            let judged = failing().next()?;
            let condition = judged.failing.iter().next()?;
            return Some(judged.rejection(owner, condition, false, vec![condition.fact()]));
        }
        let judged = lacks_least?;
        let condition = judged.open.into_iter().flat_map(Conditions::iter).next()?;
        let fields = match rules {
            RulesVersion::Every => facts_of(open().flat_map(|judged| judged.open)),
            RulesVersion::AnyInLevel => facts_of(judged.open),
        };
        Some(judged.rejection(owner, condition, true, fields))
    }
}

/// A criterion that rejects, and by what.
struct Judged<'r> {
    criterion: &'r Criterion,
    /// The alternative that came nearest, if the criterion's own conditions do not reject.
    alternative: Option<usize>,
    /// What fails, of the criterion or of the alternative.
    failing: Conditions,
    /// What is not known: of the criterion, and of the alternative that lacks least.
    open: [Conditions; 2],
}

impl<'r> Judged<'r> {
    fn rejecting(criterion: &'r Criterion, test: &Test, facts: &Facts<'_, '_>) -> Option<Judged<'r>> {
        let own = test.assess(facts);
        let of = |position: usize| {
            let alternative = test.alternatives().and_then(|alternatives| alternatives.test(position));
            alternative.map(|test| test.assess(facts)).unwrap_or_default()
        };
        let any_of = test.any_of(facts);
        let known =
            |alternative, failing| Judged { criterion, alternative, failing, open: Default::default() };
        match any_of {
            _ if !own.failing.is_empty() => Some(known(None, own.failing)),
            AnyOf::Fails(nearest) => Some(known(Some(nearest), of(nearest).failing)),
            AnyOf::Open(nearest) => Some(Judged {
                alternative: own.undetermined.is_empty().then_some(nearest),
                open: [own.undetermined, of(nearest).undetermined],
                ..known(None, Conditions::default())
            }),
            AnyOf::Accepts | AnyOf::Unverified(_) => (!own.undetermined.is_empty()).then(|| Judged {
                open: [own.undetermined, Conditions::default()],
                ..known(None, Conditions::default())
            }),
        }
    }

    fn rejection(
        &self,
        owner: Owner,
        condition: Condition,
        undetermined: bool,
        fields: Vec<NeedField>,
    ) -> Rejection<'r> {
        let alternative = self.alternative.and_then(|position| self.criterion.any_of.get(position));
        let asked = match alternative {
            Some(alternative) => Cow::Owned(alternative.into()),
            None => Cow::Borrowed(self.criterion),
        };
        let (criterion, alternative) = (self.criterion, self.alternative);
        Rejection { owner, criterion, alternative, asked, condition, undetermined, fields }
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
