//! A criterion as needs are tested on it: what is compared with numbers lies together, so that most
//! tests are a few comparisons without a branch; lists are looked through only where those hold.

mod numbers;

use std::sync::Arc;

use super::conditions::{Condition, Conditions, Unverified};
use super::facts::{Facts, NafFact};
use crate::codes::{Headcount, LegalFormEntry, NafCode, NafEntry, NafVersion, Truth};
use crate::directory::{Criterion, WhenUnknown};
use crate::geography::{Geography, ZoneId};

pub(crate) use numbers::{Number, Value, Verdict};

/// A criterion, compiled. Copies share its lists.
#[derive(Clone, Debug)]
pub(crate) struct Test {
    min_years: u32,
    below_years: u32,
    min_headcount: u32,
    below_headcount: u32,
    /// Those that are set; what is above counts for nothing where it is not.
    set: Conditions,
    /// Those that reject what they do not know.
    strict: Conditions,
    lists: Arc<[List]>,
}

/// A condition that looks for something in a list.
#[derive(Debug)]
struct List {
    condition: Condition,
    entries: Entries,
}

#[derive(Debug)]
enum Entries {
    Activities(Activities),
    LegalForms(Vec<LegalFormEntry>),
    /// Sorted.
    Zones(Vec<ZoneId>),
    Origins(Vec<String>),
}

/// The entries of a list of activities, apart for each version of the nomenclature.
#[derive(Debug)]
struct Activities {
    rev2: Vec<NafEntry>,
    naf_2025: Vec<NafEntry>,
}

/// What became of a criterion, condition by condition.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Assessment {
    /// What fails for what is known.
    pub(crate) failing: Conditions,
    /// What rejects for what is not known.
    pub(crate) undetermined: Conditions,
    /// What accepts, though it is not known.
    unverified: Conditions,
}

impl Assessment {
    pub(crate) fn accepts(self) -> bool {
        self.failing.or(self.undetermined).is_empty()
    }

    fn and(self, other: Assessment) -> Assessment {
        Assessment {
            failing: self.failing.or(other.failing),
            undetermined: self.undetermined.or(other.undetermined),
            unverified: self.unverified.or(other.unverified),
        }
    }
}

impl Test {
    pub(crate) fn new(criterion: &Criterion, geography: &Geography) -> Test {
        let set = Conditions::of(criterion);
        let strict = match criterion.when_unknown {
            WhenUnknown::Reject => set.iter().filter(|condition| !condition.excludes()).collect(),
            WhenUnknown::Accept => Conditions::default(),
        };
        let lists = set.iter().filter_map(|condition| {
            let entries = Entries::of(condition, criterion, geography)?;
            Some(List { condition, entries })
        });
        Test {
            min_years: criterion.min_years.unwrap_or_default(),
            below_years: criterion.below_years.unwrap_or_default(),
            min_headcount: criterion.min_headcount.unwrap_or_default(),
            below_headcount: criterion.below_headcount.unwrap_or_default(),
            set,
            strict,
            lists: lists.collect(),
        }
    }

    /// Whether the place decides anything.
    pub(crate) fn excludes_zones(&self) -> bool {
        self.set.has(Condition::ExcludedZones)
    }

    /// What the criterion leaves unverified, if it accepts.
    #[inline]
    pub(crate) fn accepts(&self, facts: &Facts<'_, '_>) -> Option<Unverified> {
        let mut assessment = self.numbers(facts);
        for list in self.lists.iter() {
            if !assessment.accepts() {
                return None;
            }
            assessment = assessment.and(self.list(list, facts));
        }
        assessment.accepts().then(|| match assessment.unverified.is_empty() {
            true => Unverified::default(),
            false => Unverified::of(assessment.unverified),
        })
    }

    /// Everything for which the criterion rejects, for the explanation.
    pub(crate) fn assess(&self, facts: &Facts<'_, '_>) -> Assessment {
        self.lists.iter().fold(self.numbers(facts), |assessment, list| assessment.and(self.list(list, facts)))
    }

    /// What becomes of the conditions on numbers.
    #[inline]
    fn numbers(&self, facts: &Facts<'_, '_>) -> Assessment {
        self.years(facts.age).and(self.at_least(facts.headcount)).and(self.below(facts.headcount))
    }

    #[inline]
    fn years(&self, age: Option<u32>) -> Assessment {
        let truth = |known: Option<bool>| known.map_or(Truth::Unknown, Truth::from);
        let min = self.judge(Condition::MinYears, truth(age.map(|age| self.min_years <= age)));
        min.and(self.judge(Condition::BelowYears, truth(age.map(|age| age < self.below_years))))
    }

    #[inline]
    fn at_least(&self, headcount: Option<Headcount>) -> Assessment {
        let truth = headcount.map_or(Truth::Unknown, |headcount| headcount.at_least(self.min_headcount));
        self.judge(Condition::MinHeadcount, truth)
    }

    #[inline]
    fn below(&self, headcount: Option<Headcount>) -> Assessment {
        let truth = headcount.map_or(Truth::Unknown, |headcount| headcount.below(self.below_headcount));
        self.judge(Condition::BelowHeadcount, truth)
    }

    fn list(&self, list: &List, facts: &Facts<'_, '_>) -> Assessment {
        self.judge_list(list.condition, list.entries.hold(facts))
    }

    /// What it means that something is in a list, or not, or that nobody knows.
    fn judge_list(&self, condition: Condition, holds: Truth) -> Assessment {
        self.judge(condition, if condition.excludes() { !holds } else { holds })
    }

    /// What it means that a condition holds, or not, or that nobody knows.
    #[inline]
    fn judge(&self, condition: Condition, truth: Truth) -> Assessment {
        let failing = Conditions::one_if(truth == Truth::No, condition).and(self.set);
        let open =
            Conditions::one_if(truth == Truth::Unknown && !condition.excludes(), condition).and(self.set);
        Assessment { failing, undetermined: open.and(self.strict), unverified: open.without(self.strict) }
    }
}

impl Entries {
    /// Those of a condition, if it looks for anything in a list.
    fn of(condition: Condition, criterion: &Criterion, geography: &Geography) -> Option<Entries> {
        Some(match condition {
            Condition::MinYears
            | Condition::BelowYears
            | Condition::MinHeadcount
            | Condition::BelowHeadcount => return None,
            Condition::AcceptedNaf => Entries::Activities(Activities::of(&criterion.accepted_naf)),
            Condition::ExcludedNaf => Entries::Activities(Activities::of(&criterion.excluded_naf)),
            Condition::AcceptedLegalForms => Entries::LegalForms(criterion.accepted_legal_forms.clone()),
            Condition::ExcludedLegalForms => Entries::LegalForms(criterion.excluded_legal_forms.clone()),
            Condition::ExcludedZones => {
                let zones = criterion.excluded_zones.iter();
                let mut zones: Vec<ZoneId> = zones.filter_map(|zone| geography.zone_id(*zone)).collect();
                zones.sort_unstable();
                Entries::Zones(zones)
            }
            Condition::Origins => Entries::Origins(criterion.origins.clone()),
        })
    }

    /// Whether what the need carries is among them.
    fn hold(&self, facts: &Facts<'_, '_>) -> Truth {
        let known = |known: Option<bool>| known.map_or(Truth::Unknown, Truth::from);
        match self {
            Entries::Activities(activities) => activities.hold(facts),
            Entries::LegalForms(forms) => {
                known(facts.legal_form.map(|form| forms.iter().any(|entry| entry.covers(form))))
            }
            Entries::Zones(zones) => {
                Truth::from(facts.chain.iter().any(|zone| zones.binary_search(zone).is_ok()))
            }
            Entries::Origins(origins) => {
                known(facts.origin.map(|origin| origins.iter().any(|own| own == origin)))
            }
        }
    }
}

impl Activities {
    fn of(entries: &[NafEntry]) -> Activities {
        let (rev2, naf_2025) = entries.iter().partition(|entry| entry.version() == NafVersion::Rev2);
        Activities { rev2, naf_2025 }
    }

    /// Whether the list holds the need's activity. The part of each version is tested on what is known in
    /// that version; the list holds the activity if either part does.
    fn hold(&self, facts: &Facts<'_, '_>) -> Truth {
        match (part(&self.rev2, facts.rev2), part(&self.naf_2025, facts.naf_2025)) {
            (Some(rev2), Some(naf_2025)) => rev2.or(naf_2025),
            (Some(truth), None) | (None, Some(truth)) => truth,
            (None, None) => Truth::No,
        }
    }
}

/// Whether the entries of one version, if there are any, hold what is known in that version.
fn part(entries: &[NafEntry], fact: NafFact<'_>) -> Option<Truth> {
    if entries.is_empty() {
        return None;
    }
    let holds = |code: NafCode| entries.iter().any(|entry| entry.covers(code));
    Some(match fact {
        NafFact::Unknown => Truth::Unknown,
        NafFact::Known(code) => Truth::from(holds(code)),
        // Correspondents that disagree leave it open.
        NafFact::OneOf(codes) => match codes.iter().filter(|code| holds(**code)).count() {
            0 => Truth::No,
            all if all == codes.len() => Truth::Yes,
            _ => Truth::Unknown,
        },
    })
}
