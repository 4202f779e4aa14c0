//! Criteria that a need meets one after the other, of institution, antenne and expert: those that accept nobody
//! together, and those that decide nothing. What a condition accepts is asked of the same tests as the sieve
//! asks, value by value: between two steps of a number nothing changes.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use super::axis::Axis;
use super::conditions::{Condition, Conditions};
use super::criteria::{Number, Test, Value, Verdict};
use crate::codes::NafVersion;
use crate::directory::{Criterion, CriterionOwner, Directory, RulesVersion};
use crate::need::NeedField;
use crate::validity::Validity;

/// The facts that numbers tell, each with its numbers: one of which only bounds may be known is a single number
/// where it is known exactly.
const FACTS: [(NeedField, &[Number]); 8] = [
    (NeedField::CreatedOn, &[Number::Exact(Axis::Age)]),
    (NeedField::Headcount, &[Number::Least(Axis::Headcount), Number::Greatest(Axis::Headcount)]),
    (NeedField::Turnover, &[Number::Exact(Axis::Turnover)]),
    (NeedField::BalanceSheet, &[Number::Exact(Axis::BalanceSheet)]),
    (NeedField::Naf, &[Number::Naf(NafVersion::Rev2)]),
    (NeedField::Naf2025, &[Number::Naf(NafVersion::Naf2025)]),
    (NeedField::LegalForm, &[Number::LegalForm]),
    (NeedField::MicroEntrepreneur, &[Number::MicroEntrepreneur]),
];

/// A criterion, by its owner and its place among the owner's.
pub(crate) type CriterionId = (CriterionOwner, usize);

/// What is odd about two criteria of a chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ChainFault {
    /// Nobody whose `fact` is known passes both.
    Contradiction { fact: NeedField },
    /// Whoever passes the other passes this one.
    Useless,
}

/// A criterion of a chain, and the one that it clashes with or that makes it useless.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ChainFinding {
    pub(crate) criterion: CriterionId,
    pub(crate) other: CriterionId,
    pub(crate) fault: ChainFault,
}

/// The findings of a directory, each pair of criteria once.
pub(crate) fn findings(directory: &Directory) -> Vec<ChainFinding> {
    let mut chains = Chains { directory, tests: HashMap::new(), seen: HashSet::new(), findings: Vec::new() };
    let antennes: HashMap<&str, usize> = ids(directory.antennes().iter().map(|antenne| antenne.id.as_str()));
    let institutions: HashMap<&str, usize> =
        ids(directory.institutions().iter().map(|institution| institution.id.as_str()));
    for (number, expert) in directory.experts().iter().enumerate() {
        let Some(antenne) = antennes.get(expert.antenne.as_str()).copied() else { continue };
        let institution = directory.antennes().get(antenne).map(|antenne| antenne.institution.as_str());
        let institution = institution.and_then(|id| institutions.get(id)).copied();
        let owners = [
            institution.map(CriterionOwner::Institution),
            Some(CriterionOwner::Antenne(antenne)),
            Some(CriterionOwner::Expert(number)),
        ];
        if owners.iter().flatten().all(|owner| owner.criteria(directory).is_empty()) {
            continue;
        }
        for competence in &expert.competences {
            let levels =
                owners.map(|owner| owner.map(|owner| applying(directory, owner, &competence.subject)));
            chains.check(&levels.into_iter().flatten().collect::<Vec<_>>());
        }
    }
    chains.findings
}

fn ids<'d>(ids: impl Iterator<Item = &'d str>) -> HashMap<&'d str, usize> {
    ids.zip(0..).collect()
}

/// The criteria of an owner that apply to a subject.
fn applying(directory: &Directory, owner: CriterionOwner, subject: &str) -> Vec<CriterionId> {
    let criteria = owner.criteria(directory).iter().enumerate();
    criteria.filter(|(_, criterion)| criterion.applies_to(subject)).map(|(place, _)| (owner, place)).collect()
}

struct Chains<'d> {
    directory: &'d Directory,
    /// The tests of the conditions that single numbers decide, of each criterion that was compared.
    tests: HashMap<CriterionId, Rc<[Test]>>,
    /// The pairs that were compared.
    seen: HashSet<(CriterionId, CriterionId)>,
    findings: Vec<ChainFinding>,
}

impl<'d> Chains<'d> {
    /// Compares the criteria that all have to accept with those behind them. Of a level of which one criterion
    /// has to accept, none is required; it may clash with a required one all the same.
    fn check(&mut self, levels: &[Vec<CriterionId>]) {
        let is_required =
            |level: &Vec<CriterionId>| self.directory.rules() == RulesVersion::Every || level.len() == 1;
        let required: Vec<bool> = levels.iter().map(is_required).collect();
        let all = || {
            levels
                .iter()
                .zip(&required)
                .flat_map(|(level, required)| level.iter().map(move |one| (*one, *required)))
        };
        for (number, (first, first_required)) in all().enumerate() {
            for (second, second_required) in all().skip(number + 1) {
                if (first_required || second_required) && self.seen.insert((first, second)) {
                    self.compare(first, second, first_required && second_required);
                }
            }
        }
    }

    /// `both` tells that each of the two has to accept.
    fn compare(&mut self, first: CriterionId, second: CriterionId, both: bool) {
        let (Some(upper), Some(lower)) = (self.criterion(first), self.criterion(second)) else { return };
        let shares_subjects = upper.subjects.is_empty()
            || (!lower.subjects.is_empty()
                && lower.subjects.iter().all(|subject| upper.subjects.contains(subject)));
        let fault = if let Some(fact) = self.contradiction(first, second) {
            Some(ChainFault::Contradiction { fact })
        } else if both && shares_subjects && self.implies(first, second) {
            Some(ChainFault::Useless)
        } else {
            None
        };
        let findings = fault.map(|fault| ChainFinding { criterion: second, other: first, fault });
        self.findings.extend(findings);
    }

    fn criterion(&self, (owner, place): CriterionId) -> Option<&'d Criterion> {
        owner.criteria(self.directory).get(place)
    }

    fn tests(&mut self, id: CriterionId) -> Rc<[Test]> {
        let (criterion, geography) = (self.criterion(id), self.directory.geography());
        let of_numbers = |criterion: &Criterion| {
            let alone = Conditions::of(criterion).iter().map(|condition| condition.alone(criterion));
            alone.map(|alone| Test::new(&alone, geography)).filter(Test::is_of_numbers).collect()
        };
        let tests = self.tests.entry(id);
        Rc::clone(tests.or_insert_with(|| criterion.map(of_numbers).unwrap_or_default()))
    }

    /// A fact of which no value that is known passes both.
    fn contradiction(&mut self, first: CriterionId, second: CriterionId) -> Option<NeedField> {
        if !Validity::meet(self.criterion(first)?.valid, self.criterion(second)?.valid) {
            return None;
        }
        let tests = [self.tests(first), self.tests(second)];
        let is_contradicted = |numbers: &[Number]| {
            let steps = tests.each_ref().map(|tests| steps(tests, numbers));
            if steps.iter().any(Vec::is_empty) {
                return false;
            }
            let accepts = |value: u32| {
                numbers.iter().all(|number| {
                    tests.iter().all(|tests| verdict(tests, *number, Value::Known(value)) != Verdict::Rejects)
                })
            };
            !std::iter::once(0).chain(steps.into_iter().flatten()).any(accepts)
        };
        FACTS.into_iter().find(|(_, numbers)| is_contradicted(numbers)).map(|(fact, _)| fact)
    }

    /// Whether whoever passes the first passes the second, on every day on which that counts.
    fn implies(&mut self, first: CriterionId, second: CriterionId) -> bool {
        let (Some(upper), Some(lower)) = (self.criterion(first), self.criterion(second)) else {
            return false;
        };
        if upper.valid.is_some() && upper.valid != lower.valid {
            return false;
        }
        if !lower.any_of.is_empty() {
            let everywhere = |criterion: &Criterion| Criterion { subjects: Vec::new(), ..criterion.clone() };
            return everywhere(upper) == everywhere(lower);
        }
        let (tests, geography) = (self.tests(first), self.directory.geography());
        let conditions = Conditions::of(lower);
        let is_implied = |condition: Condition| {
            let alone = condition.alone(lower);
            let is_same = Conditions::of(upper).has(condition) && condition.alone(upper) == alone;
            is_same || implies_condition(&tests, &Test::new(&alone, geography))
        };
        !conditions.is_empty() && conditions.iter().all(is_implied)
    }
}

/// Whether tests accept nothing that the one of a condition does not, and leave unverified what it does.
fn implies_condition(tests: &[Test], wanted: &Test) -> bool {
    let implied_by = |number: Number| {
        let own = wanted.steps(number);
        let known = std::iter::once(0).chain(own.iter().copied()).chain(steps(tests, &[number]));
        let mut values = known.map(Value::Known).chain([Value::Unknown, Value::Unsure]);
        own.is_empty()
            || values.all(|value| match (verdict(tests, number, value), wanted.verdict(number, value)) {
                (Verdict::Rejects, _) | (_, Verdict::Accepts) => true,
                (verdict, wanted) => verdict == Verdict::Open && wanted == Verdict::Open,
            })
    };
    wanted.is_of_numbers() && Number::ALL.into_iter().all(implied_by)
}

/// From where on a number may be decided otherwise than below, by some of the tests.
fn steps(tests: &[Test], numbers: &[Number]) -> Vec<u32> {
    tests.iter().flat_map(|test| numbers.iter().flat_map(|number| test.steps(*number))).collect()
}

/// What tests that all have to accept make of a number.
fn verdict(tests: &[Test], number: Number, value: Value) -> Verdict {
    tests.iter().fold(Verdict::Accepts, |all, test| match (all, test.verdict(number, value)) {
        (Verdict::Rejects, _) | (_, Verdict::Rejects) => Verdict::Rejects,
        (Verdict::Open, _) | (_, Verdict::Open) => Verdict::Open,
        _ => Verdict::Accepts,
    })
}
