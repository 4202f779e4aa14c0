//! The rules of matching that look at the company: activities, OPCO, criteria, answers. The index
//! and the explanation both decide through these functions, so that they cannot disagree.

use smallvec::SmallVec;

use crate::codes::{NafCode, NafEntry, NafVersion, Truth};
use crate::directory::{Criterion, Rules, WhenUnknown};
use crate::geography::{Geography, ZoneId};
use crate::need::NeedField;

use super::facts::{Facts, NafFact};

/// The need's fields that a match leaves unverified.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Unverified(u8);

impl Unverified {
    /// One for each field.
    pub(crate) const BITS: u32 = 5;
    const FIELDS: [NeedField; Unverified::BITS as usize] =
        [NeedField::CreatedOn, NeedField::Headcount, NeedField::Naf, NeedField::LegalForm, NeedField::Origin];

    fn of(field: NeedField) -> Unverified {
        let number = Unverified::FIELDS.iter().position(|known| *known == field);
        Unverified(number.map_or(0, |number| 1 << number))
    }

    pub(crate) fn union(self, other: Unverified) -> Unverified {
        Unverified(self.0 | other.0)
    }

    fn count(self) -> u32 {
        self.0.count_ones()
    }

    /// As a number of [`Unverified::BITS`].
    pub(crate) fn bits(self) -> u8 {
        self.0
    }

    pub(crate) fn from_bits(bits: u8) -> Unverified {
        Unverified(bits)
    }

    pub(crate) fn fields(self) -> impl Iterator<Item = NeedField> {
        Unverified::FIELDS
            .into_iter()
            .enumerate()
            .filter(move |(number, _)| self.0 & (1 << number) != 0)
            .map(|(_, field)| field)
    }
}

/// One condition of a criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Condition {
    MinYears,
    BelowYears,
    MinHeadcount,
    BelowHeadcount,
    AcceptedNaf,
    ExcludedNaf,
    AcceptedLegalForms,
    ExcludedLegalForms,
    ExcludedZones,
    Origins,
}

impl Condition {
    const ALL: [Condition; 10] = [
        Condition::MinYears,
        Condition::BelowYears,
        Condition::MinHeadcount,
        Condition::BelowHeadcount,
        Condition::AcceptedNaf,
        Condition::ExcludedNaf,
        Condition::AcceptedLegalForms,
        Condition::ExcludedLegalForms,
        Condition::ExcludedZones,
        Condition::Origins,
    ];

    fn is_set(self, criterion: &Criterion) -> bool {
        match self {
            Condition::MinYears => criterion.min_years.is_some(),
            Condition::BelowYears => criterion.below_years.is_some(),
            Condition::MinHeadcount => criterion.min_headcount.is_some(),
            Condition::BelowHeadcount => criterion.below_headcount.is_some(),
            Condition::AcceptedNaf => !criterion.accepted_naf.is_empty(),
            Condition::ExcludedNaf => !criterion.excluded_naf.is_empty(),
            Condition::AcceptedLegalForms => !criterion.accepted_legal_forms.is_empty(),
            Condition::ExcludedLegalForms => !criterion.excluded_legal_forms.is_empty(),
            Condition::ExcludedZones => !criterion.excluded_zones.is_empty(),
            Condition::Origins => !criterion.origins.is_empty(),
        }
    }

    /// Whether it excludes: such a condition accepts what it does not know.
    fn excludes(self) -> bool {
        matches!(self, Condition::ExcludedNaf | Condition::ExcludedLegalForms | Condition::ExcludedZones)
    }

    /// The need's field that it looks at.
    pub(crate) fn field(self) -> NeedField {
        match self {
            Condition::MinYears | Condition::BelowYears => NeedField::CreatedOn,
            Condition::MinHeadcount | Condition::BelowHeadcount => NeedField::Headcount,
            Condition::AcceptedNaf | Condition::ExcludedNaf => NeedField::Naf,
            Condition::AcceptedLegalForms | Condition::ExcludedLegalForms => NeedField::LegalForm,
            Condition::ExcludedZones => NeedField::Commune,
            Condition::Origins => NeedField::Origin,
        }
    }
}

/// A criterion as needs are tested on it.
#[derive(Debug)]
pub(crate) struct Test {
    pub(crate) criterion: Criterion,
    /// Those that are set.
    conditions: SmallVec<[Condition; 16]>,
    accepted_naf: Activities,
    excluded_naf: Activities,
    /// Sorted.
    excluded_zones: Vec<ZoneId>,
}

/// The entries of a list of activities, apart for each version of the nomenclature.
#[derive(Debug)]
struct Activities {
    rev2: Vec<NafEntry>,
    naf_2025: Vec<NafEntry>,
}

/// What a condition does to a criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Judgement {
    Holds,
    /// The fact is not known, and the criterion accepts that.
    Unverified,
    Fails,
    /// The fact is not known, and the criterion rejects for that.
    Undetermined,
}

/// What became of a criterion, condition by condition.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Assessment {
    /// What fails for what is known.
    pub(crate) failing: Vec<Condition>,
    /// What rejects for what is not known.
    pub(crate) undetermined: Vec<Condition>,
}

impl Assessment {
    pub(crate) fn accepts(&self) -> bool {
        self.failing.is_empty() && self.undetermined.is_empty()
    }
}

impl Test {
    pub(crate) fn new(criterion: Criterion, geography: &Geography) -> Test {
        let mut excluded_zones: Vec<ZoneId> =
            criterion.excluded_zones.iter().filter_map(|zone| geography.zone_id(*zone)).collect();
        excluded_zones.sort_unstable();
        let conditions =
            Condition::ALL.into_iter().filter(|condition| condition.is_set(&criterion)).collect();
        let (accepted_naf, excluded_naf) =
            (Activities::of(&criterion.accepted_naf), Activities::of(&criterion.excluded_naf));
        Test { criterion, conditions, accepted_naf, excluded_naf, excluded_zones }
    }

    /// What the criterion leaves unverified, if it accepts.
    pub(crate) fn accepts(&self, facts: &Facts<'_, '_>) -> Option<Unverified> {
        self.conditions.iter().copied().try_fold(Unverified::default(), |unverified, condition| {
            match self.judge(condition, facts) {
                Judgement::Holds => Some(unverified),
                Judgement::Unverified => Some(unverified.union(Unverified::of(condition.field()))),
                Judgement::Fails | Judgement::Undetermined => None,
            }
        })
    }

    /// Everything for which the criterion rejects, for the explanation.
    pub(crate) fn assess(&self, facts: &Facts<'_, '_>) -> Assessment {
        let mut assessment = Assessment::default();
        for condition in self.conditions.iter().copied() {
            match self.judge(condition, facts) {
                Judgement::Holds | Judgement::Unverified => {}
                Judgement::Fails => assessment.failing.push(condition),
                Judgement::Undetermined => assessment.undetermined.push(condition),
            }
        }
        assessment
    }

    fn judge(&self, condition: Condition, facts: &Facts<'_, '_>) -> Judgement {
        match self.truth(condition, facts) {
            Truth::Yes => Judgement::Holds,
            Truth::No => Judgement::Fails,
            Truth::Unknown if condition.excludes() => Judgement::Holds,
            Truth::Unknown if self.criterion.when_unknown == WhenUnknown::Accept => Judgement::Unverified,
            Truth::Unknown => Judgement::Undetermined,
        }
    }

    /// Whether one condition holds.
    fn truth(&self, condition: Condition, facts: &Facts<'_, '_>) -> Truth {
        let criterion = &self.criterion;
        // A condition that is not set holds.
        let known = |known: Option<bool>| known.map_or(Truth::Unknown, Truth::from);
        match condition {
            Condition::MinYears => {
                known(facts.age.map(|age| criterion.min_years.is_none_or(|min| min <= age)))
            }
            Condition::BelowYears => {
                known(facts.age.map(|age| criterion.below_years.is_none_or(|below| age < below)))
            }
            Condition::MinHeadcount => match (facts.headcount, criterion.min_headcount) {
                (Some(headcount), Some(min)) => headcount.at_least(min),
                (None, Some(_)) => Truth::Unknown,
                (_, None) => Truth::Yes,
            },
            Condition::BelowHeadcount => match (facts.headcount, criterion.below_headcount) {
                (Some(headcount), Some(below)) => headcount.below(below),
                (None, Some(_)) => Truth::Unknown,
                (_, None) => Truth::Yes,
            },
            Condition::AcceptedNaf => self.accepted_naf.hold(facts),
            Condition::ExcludedNaf => !self.excluded_naf.hold(facts),
            Condition::AcceptedLegalForms => known(
                facts
                    .legal_form
                    .map(|form| criterion.accepted_legal_forms.iter().any(|entry| entry.covers(form))),
            ),
            Condition::ExcludedLegalForms => known(
                facts
                    .legal_form
                    .map(|form| !criterion.excluded_legal_forms.iter().any(|entry| entry.covers(form))),
            ),
            Condition::ExcludedZones => {
                let inside = facts.chain.iter().any(|zone| self.excluded_zones.binary_search(zone).is_ok());
                Truth::from(!inside)
            }
            Condition::Origins => {
                known(facts.origin.map(|origin| criterion.origins.iter().any(|own| own == origin)))
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

/// Rule 4: the institution lists no activities, none is known of the facility, or they share one.
pub(crate) fn activities(listed: &[u16], facts: &Facts<'_, '_>) -> bool {
    listed.is_empty()
        || facts
            .activities
            .as_ref()
            .is_none_or(|known| known.iter().any(|activity| listed.contains(activity)))
}

/// Rule 5: an OPCO matches only the facility's. Blank never equals blank.
pub(crate) fn opco(own: Option<u32>, facts: &Facts<'_, '_>) -> bool {
    own.is_none_or(|own| facts.opco == Some(own))
}

/// Rule 6 for one level (institution, antenne or expert): what it leaves unverified where it accepts.
///
/// Each verdict is what one of the level's tests leaves unverified, if it accepts.
pub(crate) fn level(
    mut verdicts: impl Iterator<Item = Option<Unverified>>,
    rules: Rules,
) -> Option<Unverified> {
    match rules {
        Rules::Every => verdicts.try_fold(Unverified::default(), |all, one| Some(all.union(one?))),
        Rules::AnyInLevel => {
            let mut any = false;
            // Of several that accept, the one that leaves the least open.
            let best = verdicts.inspect(|_| any = true).flatten().min_by_key(|unverified| unverified.count());
            if any { best } else { Some(Unverified::default()) }
        }
    }
}

/// A combination of answers that an institution asks for, by question.
pub(crate) type Group = Vec<(u16, bool)>;

/// Rule 7: there are no groups, or one that no answer contradicts.
pub(crate) fn answers(groups: &[Group], facts: &Facts<'_, '_>) -> bool {
    groups.is_empty() || groups.iter().any(|group| contradiction(group, facts).is_none())
}

/// The first question of the group that the need answers otherwise.
pub(crate) fn contradiction(group: &Group, facts: &Facts<'_, '_>) -> Option<u16> {
    let contradicts = |(question, wanted): &&(u16, bool)| {
        facts.answers.iter().any(|(answered, answer)| answered == question && answer != wanted)
    };
    group.iter().find(contradicts).map(|(question, _)| *question)
}
