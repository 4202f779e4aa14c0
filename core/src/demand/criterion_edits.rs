//! What one change of a criterion would let pass, counted by testing the changed criterion on the needs that
//! it alone stops.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;

use super::edit::CriterionEdit;
use super::zone_lists::zones_without;
use crate::codes::{Activity, LegalFormEntry, NafEntry, NafaEntry};
use crate::directory::{Criterion, Directory, RulesVersion, WhenUnknown};
use crate::engine::axis::Axis;
use crate::engine::conditions::{Comparison, Condition, ConditionValue, Conditions};
use crate::engine::criteria::Test;
use crate::engine::facts::Facts;
use crate::geography::Geography;
use crate::need::Need;

/// How many entries are tried for one list.
const MOST_ENTRIES: usize = 200;

/// Needs with the same facts, and how many they are.
pub(super) type Stopped<'f, 'r, 'n> = (&'f Facts<'r, 'n>, u64);

/// A criterion, with the needs that nothing else stops.
pub(super) struct Stopping<'s, 'f, 'r, 'n> {
    pub(super) criterion: &'s Criterion,
    pub(super) needs: &'s [Stopped<'f, 'r, 'n>],
    pub(super) directory: &'s Directory,
}

/// A change with what becomes of the criterion (nothing of one that is taken away), and the needs it adds.
pub(super) type CountedEdit = (CriterionEdit, Option<Criterion>, u64);

impl Stopping<'_, '_, '_, '_> {
    /// The changes that add something. Of those of which one asks for less than another and adds as much,
    /// only that one.
    pub(super) fn edits(&self) -> Vec<CountedEdit> {
        let conditions = Conditions::of(self.criterion);
        let mut edits: Vec<CountedEdit> = Vec::new();
        for condition in conditions.iter() {
            let mut smaller = match condition.comparison() {
                Comparison::AtLeast(axis) | Comparison::Below(axis) => self.bound(condition, axis),
                Comparison::Accepts => self.additions(condition),
                Comparison::Excludes => self.removals(condition),
            };
            let most = smaller.iter().map(|(.., needs)| *needs).max().unwrap_or(0);
            edits.append(&mut smaller);
            let without = condition.taken_from(self.criterion);
            // A criterion that asks for nothing any more goes.
            if conditions.count() > 1
                || !without.any_of.is_empty()
                || self.directory.rules() == RulesVersion::AnyInLevel
            {
                let needs = self.added_by(&without);
                if needs > most {
                    edits.push((CriterionEdit::Unset(condition), Some(without), needs));
                }
            }
        }
        if self.criterion.when_unknown == WhenUnknown::Reject {
            let changed = Criterion { when_unknown: WhenUnknown::Accept, ..self.criterion.clone() };
            edits.push(self.counted(CriterionEdit::AcceptUnknown, changed));
        }
        if !self.criterion.any_of.is_empty() && !conditions.is_empty() {
            let changed = Criterion { any_of: Vec::new(), ..self.criterion.clone() };
            edits.push(self.counted(CriterionEdit::NoAlternatives, changed));
        }
        // Where one criterion of a level suffices, to take one away lets nobody pass.
        let all: u64 = self.needs.iter().map(|(_, needs)| needs).sum();
        if self.directory.rules() == RulesVersion::Every && edits.iter().all(|(.., needs)| *needs < all) {
            edits.push((CriterionEdit::Gone, None, all));
        }
        edits.retain(|(.., needs)| *needs > 0);
        edits
    }

    fn geography(&self) -> &Geography {
        self.directory.geography()
    }

    fn counted(&self, edit: CriterionEdit, changed: Criterion) -> CountedEdit {
        let needs = self.added_by(&changed);
        (edit, Some(changed), needs)
    }

    /// How many needs a changed criterion lets pass.
    fn added_by(&self, changed: &Criterion) -> u64 {
        let test = Test::new(changed, self.geography());
        self.needs.iter().filter(|(facts, _)| test.accepts(facts).is_some()).map(|(_, needs)| needs).sum()
    }

    /// The nearest bound that lets everybody pass whom another bound could.
    fn bound(&self, condition: Condition, axis: Axis) -> Vec<CountedEdit> {
        let ConditionValue::Number(before) = condition.value(self.criterion) else { return Vec::new() };
        let without = Test::new(&condition.taken_from(self.criterion), self.geography());
        let others_accept = self.needs.iter().filter(|(facts, _)| without.accepts(facts).is_some());
        let intervals = others_accept.filter_map(|(facts, _)| axis.interval(facts));
        let after = match condition.comparison() {
            Comparison::AtLeast(_) => intervals.map(|interval| interval.lower).min(),
            // Above all that a criterion can ask for there is no bound.
            _ => intervals.filter(|own| own.upper < u32::MAX - 1).map(|own| own.upper + 1).max(),
        };
        let Some(after) = after else { return Vec::new() };
        let mut changed = self.criterion.clone();
        match bound_of(&mut changed, condition) {
            Some(bound) => *bound = Some(after),
            None => return Vec::new(),
        }
        let edit = CriterionEdit::Bound { condition, before, after };
        vec![self.counted(edit, changed)]
    }

    /// The entries of which each would let somebody pass.
    fn additions(&self, condition: Condition) -> Vec<CountedEdit> {
        match condition {
            Condition::AcceptedNaf => self.added(
                condition,
                |facts| naf_levels(facts.need).collect(),
                |criterion| &mut criterion.accepted_naf,
                |wider, narrower| wider.includes(*narrower),
            ),
            Condition::AcceptedLegalForms => self.added(
                condition,
                |facts| legal_form_levels(facts.need),
                |criterion| &mut criterion.accepted_legal_forms,
                |wider, narrower| wider.includes(*narrower),
            ),
            Condition::Origins => self.added(
                condition,
                |facts| facts.origin.map(str::to_owned).into_iter().collect(),
                |criterion| &mut criterion.origins,
                |_, _| false,
            ),
            Condition::AcceptedActivities => self.added(
                condition,
                |facts| natures(facts.need).collect(),
                |criterion| &mut criterion.accepted_activities,
                |_, _| false,
            ),
            Condition::AcceptedNafa => self.added(
                condition,
                |facts| {
                    facts.need.nafa_codes.iter().filter_map(|code| code.to_string().parse().ok()).collect()
                },
                |criterion| &mut criterion.accepted_nafa,
                NafaEntry::includes,
            ),
            Condition::AcceptedIdcc => self.added(
                condition,
                |facts| facts.need.idcc.iter().copied().filter(|idcc| idcc.is_agreement()).collect(),
                |criterion| &mut criterion.accepted_idcc,
                |_, _| false,
            ),
            _ => Vec::new(),
        }
    }

    /// Entries that are added to a list, without those that let no more pass than a narrower one. Only the most
    /// frequent are tried.
    fn added<T: Clone + Ord + Display>(
        &self,
        condition: Condition,
        entries: impl Fn(&Facts<'_, '_>) -> Vec<T>,
        list: impl Fn(&mut Criterion) -> &mut Vec<T>,
        includes: impl Fn(&T, &T) -> bool,
    ) -> Vec<CountedEdit> {
        let with = |entry: T| {
            let mut changed = self.criterion.clone();
            list(&mut changed).push(entry.clone());
            let needs = self.added_by(&changed);
            (entry, changed, needs)
        };
        let listed = list(&mut self.criterion.clone()).clone();
        let counted: Vec<(T, Criterion, u64)> =
            self.most_frequent(entries, &listed).into_iter().map(with).collect();
        let has_narrower = |entry: &T, needs: u64| {
            let others = counted.iter().filter(|(other, ..)| other != entry);
            others.into_iter().any(|(other, _, own)| *own == needs && includes(entry, other))
        };
        let told = counted.iter().filter(|(entry, _, needs)| !has_narrower(entry, *needs));
        let edit = |(entry, changed, needs): &(T, Criterion, u64)| {
            let edit = CriterionEdit::Added { condition, entry: entry.to_string() };
            (edit, Some(changed.clone()), *needs)
        };
        told.map(edit).collect()
    }

    /// The entries that most needs have beside those that are listed, in order; of equally frequent ones the
    /// first. Each is tried on every need, and there may be as many as needs: an origin is free text, perhaps the
    /// id of one visit.
    fn most_frequent<T: Ord>(&self, entries: impl Fn(&Facts<'_, '_>) -> Vec<T>, listed: &[T]) -> Vec<T> {
        let mut counts: BTreeMap<T, u64> = BTreeMap::new();
        for (facts, needs) in self.needs {
            for entry in entries(facts).into_iter().collect::<BTreeSet<T>>() {
                *counts.entry(entry).or_default() += needs;
            }
        }
        for entry in listed {
            counts.remove(entry);
        }
        let mut counted: Vec<(T, u64)> = counts.into_iter().collect();
        counted.sort_by_key(|(_, needs)| Reverse(*needs));
        counted.truncate(MOST_ENTRIES);
        let mut frequent: Vec<T> = counted.into_iter().map(|(entry, _)| entry).collect();
        frequent.sort_unstable();
        frequent
    }

    /// The entries that exclude somebody, each taken out by itself.
    fn removals(&self, condition: Condition) -> Vec<CountedEdit> {
        match condition {
            Condition::ExcludedNaf => self.removed(condition, |criterion| &mut criterion.excluded_naf),
            Condition::ExcludedLegalForms => {
                self.removed(condition, |criterion| &mut criterion.excluded_legal_forms)
            }
            Condition::ExcludedActivities => {
                self.removed(condition, |criterion| &mut criterion.excluded_activities)
            }
            Condition::ExcludedNafa => self.removed(condition, |criterion| &mut criterion.excluded_nafa),
            Condition::ExcludedIdcc => self.removed(condition, |criterion| &mut criterion.excluded_idcc),
            Condition::ExcludedZones => self.removed_zones(condition),
            _ => Vec::new(),
        }
    }

    fn removed<T: Display>(
        &self,
        condition: Condition,
        list: impl Fn(&mut Criterion) -> &mut Vec<T>,
    ) -> Vec<CountedEdit> {
        let mut whole = self.criterion.clone();
        let entries: Vec<String> = list(&mut whole).iter().map(T::to_string).collect();
        // The last entry goes with the condition.
        if entries.len() < 2 {
            return Vec::new();
        }
        let without = |(number, entry): (usize, String)| {
            let mut changed = self.criterion.clone();
            list(&mut changed).remove(number);
            self.counted(CriterionEdit::TakenOut { condition, entry }, changed)
        };
        entries.into_iter().enumerate().map(without).collect()
    }

    fn removed_zones(&self, condition: Condition) -> Vec<CountedEdit> {
        let zones = &self.criterion.excluded_zones;
        if zones.entries().count() < 2 {
            return Vec::new();
        }
        let excludes_some = |entry: &usize| {
            let Some(id) = zones.own().get(*entry).and_then(|zone| self.geography().zone_id(*zone)) else {
                return false;
            };
            self.needs.iter().any(|(facts, _)| facts.chain.contains(&id))
        };
        let own = (0..zones.own().len()).filter(excludes_some);
        let named = (0..zones.territories().len()).map(|number| zones.own().len() + number);
        let without = |number: usize| {
            let entry = zones.entries().nth(number)?.to_string();
            let excluded_zones = zones_without(self.directory, zones, number);
            let changed = Criterion { excluded_zones, ..self.criterion.clone() };
            Some(self.counted(CriterionEdit::TakenOut { condition, entry }, changed))
        };
        own.chain(named).filter_map(without).collect()
    }
}

/// The bound of a condition.
fn bound_of(criterion: &mut Criterion, condition: Condition) -> Option<&mut Option<u32>> {
    Some(match condition {
        Condition::MinYears => &mut criterion.min_years,
        Condition::BelowYears => &mut criterion.below_years,
        Condition::MinHeadcount => &mut criterion.min_headcount,
        Condition::BelowHeadcount => &mut criterion.below_headcount,
        Condition::MinTurnover => &mut criterion.min_turnover,
        Condition::BelowTurnover => &mut criterion.below_turnover,
        Condition::MinBalanceSheet => &mut criterion.min_balance_sheet,
        Condition::BelowBalanceSheet => &mut criterion.below_balance_sheet,
        _ => return None,
    })
}

/// The section and the division of a need's activity, in each nomenclature in which it is known.
fn naf_levels(need: &Need) -> impl Iterator<Item = NafEntry> {
    let codes = [need.naf, need.naf_2025].into_iter().flatten();
    codes.flat_map(|code| NafEntry::from(code).levels().into_iter().take(2))
}

/// A need's legal form, and the levels above it.
fn legal_form_levels(need: &Need) -> Vec<LegalFormEntry> {
    let Some(form) = need.legal_form.map(|form| form.to_string()) else { return Vec::new() };
    let level = |digits: usize| form.get(..digits)?.parse().ok();
    [1, 2, 4].into_iter().filter_map(level).collect()
}

/// The natures of a need's activity: craft codes are one, once any is known.
pub(super) fn natures(need: &Need) -> impl Iterator<Item = Activity> {
    let craft = (!need.activities.is_empty() && !need.nafa_codes.is_empty()).then_some(Activity::ARTISANALE);
    need.activities.iter().cloned().chain(craft)
}
