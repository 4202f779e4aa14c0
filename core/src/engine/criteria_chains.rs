//! Criteria that a need meets one after the other, of institution, antenne and expert: those that accept nobody
//! together, and those that decide nothing. What a condition accepts is asked of the same tests as the sieve
//! asks, value by value: between two steps of a number nothing changes.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::rc::Rc;

use super::axis::{Axis, Interval};
use super::conditions::{Condition, Conditions};
use super::criteria::{Number, Test, Value, Verdict};
use crate::codes::{HeadcountBand, NafVersion};
use crate::directory::{Criterion, CriterionOwner, Directory, RulesVersion};
use crate::need::NeedField;
use crate::validity::Validity;

/// The facts that numbers tell, each where it is known exactly.
const FACTS: [(NeedField, Number); 8] = [
    (NeedField::CreatedOn, Number::Exact(Axis::Age)),
    (NeedField::Headcount, Number::Exact(Axis::Headcount)),
    (NeedField::Turnover, Number::Exact(Axis::Turnover)),
    (NeedField::BalanceSheet, Number::Exact(Axis::BalanceSheet)),
    (NeedField::Naf, Number::Naf(NafVersion::Rev2)),
    (NeedField::Naf2025, Number::Naf(NafVersion::Naf2025)),
    (NeedField::LegalForm, Number::LegalForm),
    (NeedField::MicroEntrepreneur, Number::MicroEntrepreneur),
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

/// The findings of a directory: a pair of criteria that clash once, and a useless criterion once.
pub(crate) fn findings(directory: &Directory) -> Vec<ChainFinding> {
    let mut chains = Chains::over(directory);
    let mut known: HashSet<(CriterionOwner, &str)> = HashSet::new();
    let antennes = positions(directory.antennes().iter().map(|antenne| antenne.id.as_str()));
    let institutions = positions(directory.institutions().iter().map(|institution| institution.id.as_str()));
    for (number, expert) in directory.experts().iter().enumerate() {
        let Some(antenne) = antennes.get(expert.antenne.as_str()).copied() else { continue };
        let institution = directory.antennes().get(antenne).map(|antenne| antenne.institution.as_str());
        let Some(institution) = institution.and_then(|id| institutions.get(id)).copied() else { continue };
        let owners = [
            CriterionOwner::Institution(institution),
            CriterionOwner::Antenne(antenne),
            CriterionOwner::Expert(number),
        ];
        for competence in &expert.competences {
            let subject = competence.subject.as_str();
            let levels = owners.map(|owner| chains.level(owner, subject));
            // Many experts stand behind the same antenne, on the same subject.
            for (place, owner) in owners.into_iter().enumerate() {
                if known.insert((owner, subject)) {
                    chains.check(&levels[..=place]);
                }
            }
        }
    }
    chains.into_findings()
}

fn positions<'d>(ids: impl Iterator<Item = &'d str>) -> HashMap<&'d str, usize> {
    ids.zip(0..).collect()
}

/// The criteria of an owner that apply to a subject.
struct Level {
    criteria: Vec<CriterionId>,
    /// Whether each has to accept; else one of them.
    is_required: bool,
}

struct Chains<'d> {
    directory: &'d Directory,
    /// The tests of the conditions that single numbers decide, of each criterion that was compared.
    tests: HashMap<CriterionId, Rc<[Test]>>,
    contradictions: HashMap<(CriterionId, CriterionId), Option<NeedField>>,
    implications: HashMap<(CriterionId, CriterionId), bool>,
    findings: Vec<ChainFinding>,
    /// For each criterion one that makes it useless on every subject so far; nothing where none does.
    useless: BTreeMap<CriterionId, Option<CriterionId>>,
}

impl<'d> Chains<'d> {
    fn over(directory: &'d Directory) -> Chains<'d> {
        Chains {
            directory,
            tests: HashMap::new(),
            contradictions: HashMap::new(),
            implications: HashMap::new(),
            findings: Vec::new(),
            useless: BTreeMap::new(),
        }
    }

    fn level(&self, owner: CriterionOwner, subject: &str) -> Level {
        let criteria = owner.criteria(self.directory).iter().enumerate();
        let applying = criteria.filter(|(_, criterion)| criterion.applies_to(subject));
        let criteria: Vec<CriterionId> = applying.map(|(place, _)| (owner, place)).collect();
        let is_required = self.directory.rules() == RulesVersion::Every || criteria.len() == 1;
        Level { criteria, is_required }
    }

    /// Compares the criteria of the last level with each other and with those before. Where one of a level has to
    /// accept, it may clash with one that is required, and none of them is useless by itself.
    fn check(&mut self, levels: &[Level]) {
        let Some((own, before)) = levels.split_last() else { return };
        for (place, criterion) in own.criteria.iter().enumerate() {
            let upper = before.iter().flat_map(|level| {
                level.criteria.iter().filter(move |_| level.is_required || own.is_required)
            });
            let earlier = own.criteria.iter().take(place).filter(|_| own.is_required);
            for other in upper.chain(earlier) {
                self.tell_contradiction(*other, *criterion);
            }
            let required = before.iter().filter(|level| level.is_required).flat_map(|level| &level.criteria);
            let beside = own.criteria.iter().filter(|other| *other != criterion);
            let others: Vec<CriterionId> = match own.is_required {
                true => required.chain(beside).copied().collect(),
                false => Vec::new(),
            };
            let makes_useless = others.into_iter().find(|other| self.makes_useless(*other, *criterion));
            let known = self.useless.entry(*criterion).or_insert(makes_useless);
            *known = known.and(makes_useless);
        }
    }

    fn tell_contradiction(&mut self, first: CriterionId, second: CriterionId) {
        if self.contradictions.contains_key(&(first, second)) {
            return;
        }
        let fact = self.contradiction(first, second);
        self.contradictions.insert((first, second), fact);
        let fault = fact.map(|fact| ChainFault::Contradiction { fact });
        self.findings.extend(fault.map(|fault| ChainFinding { criterion: second, other: first, fault }));
    }

    /// Whether a criterion decides nothing beside another; of two that are the same, the later.
    fn makes_useless(&mut self, other: CriterionId, criterion: CriterionId) -> bool {
        let is_later = other.0 == criterion.0 && other.1 > criterion.1;
        !self.is_contradicted(other, criterion)
            && self.implies(other, criterion)
            && !(is_later && self.implies(criterion, other))
    }

    /// Whether two criteria are told to accept nobody together, which is worse.
    fn is_contradicted(&self, one: CriterionId, other: CriterionId) -> bool {
        [(one, other), (other, one)]
            .iter()
            .any(|pair| self.contradictions.get(pair).is_some_and(Option::is_some))
    }

    fn into_findings(self) -> Vec<ChainFinding> {
        let useless = self.useless.into_iter().filter_map(|(criterion, other)| {
            Some(ChainFinding { criterion, other: other?, fault: ChainFault::Useless })
        });
        self.findings.into_iter().chain(useless).collect()
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
        FACTS.into_iter().find(|(_, number)| clash(&tests, *number)).map(|(fact, _)| fact)
    }

    /// Whether whoever passes the first passes the second, on every day on which that counts.
    fn implies(&mut self, first: CriterionId, second: CriterionId) -> bool {
        if let Some(known) = self.implications.get(&(first, second)) {
            return *known;
        }
        let implies = self.is_narrower(first, second);
        self.implications.insert((first, second), implies);
        implies
    }

    /// Whether the conditions of the first accept nothing that those of the second do not.
    fn is_narrower(&mut self, first: CriterionId, second: CriterionId) -> bool {
        let (Some(upper), Some(lower)) = (self.criterion(first), self.criterion(second)) else {
            return false;
        };
        if upper.valid.is_some() && upper.valid != lower.valid {
            return false;
        }
        // Alternatives are not compared but as a whole.
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

/// Whether two criteria look at a number, and one of them rejects whatever may be known of it.
fn clash(criteria: &[Rc<[Test]>; 2], number: Number) -> bool {
    let steps = criteria.each_ref().map(|tests| steps(tests, number));
    if steps.iter().any(Vec::is_empty) {
        return false;
    }
    let tests = || criteria.iter().flat_map(|tests| tests.iter());
    let accepts =
        |value: u32| tests().all(|test| test.verdict(number, Value::Known(value)) != Verdict::Rejects);
    if std::iter::once(0).chain(steps.into_iter().flatten()).any(accepts) {
        return false;
    }
    // A band reaches across bounds, which accept it where they accept what they do not know.
    let passes = |band: &HeadcountBand| {
        let interval = Interval::from(band.headcount());
        tests().all(|test| test.verdict_between(Axis::Headcount, interval) != Verdict::Rejects)
    };
    !(number == Number::Exact(Axis::Headcount) && HeadcountBand::ALL.iter().any(passes))
}

/// Whether tests accept nothing that the one of a condition does not, and leave unverified what it does.
fn implies_condition(tests: &[Test], wanted: &Test) -> bool {
    let implied_by = |number: Number| {
        let own = wanted.steps(number);
        let known = std::iter::once(0).chain(own.iter().copied()).chain(steps(tests, number));
        let mut values = known.map(Value::Known).chain([Value::Unknown, Value::Unsure]);
        own.is_empty()
            || values.all(|value| match (verdict(tests, number, value), wanted.verdict(number, value)) {
                (Verdict::Rejects, _) => true,
                (_, wanted) if wanted == Verdict::ACCEPTS => true,
                (verdict, wanted) => verdict == wanted,
            })
    };
    wanted.is_of_numbers() && Number::ALL.into_iter().all(implied_by)
}

/// From where on a number may be decided otherwise than below, by some of the tests.
fn steps(tests: &[Test], number: Number) -> Vec<u32> {
    tests.iter().flat_map(|test| test.steps(number)).collect()
}

/// What tests that all have to accept make of a number.
fn verdict(tests: &[Test], number: Number, value: Value) -> Verdict {
    tests.iter().fold(Verdict::ACCEPTS, |all, test| match (all, test.verdict(number, value)) {
        (Verdict::Rejects, _) | (_, Verdict::Rejects) => Verdict::Rejects,
        (Verdict::Open, _) | (_, Verdict::Open) => Verdict::Open,
        (Verdict::Accepts(all), Verdict::Accepts(own)) => Verdict::Accepts(all.union(own)),
    })
}
