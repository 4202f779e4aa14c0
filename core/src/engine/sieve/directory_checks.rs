//! The checks that guards of all shards share.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::check_set::{CHECK_COUNT, CheckNumber, FIRST_OF_DIRECTORY};
use crate::directory::Criterion;
use crate::engine::criteria::{NamesTest, Number, Test};
use crate::engine::facts::{ActivityNumber, Lexicon};
use crate::hash::TextMap;

/// The most checks of a directory, and the most steps of all together: bounds, so that needs do not
/// pay for thousands of different conditions, nor memory for thousands of listed codes. Whatever
/// comes later has no check, and is left to the guards.
const MOST_CHECKS: usize = CHECK_COUNT - FIRST_OF_DIRECTORY as usize;
const MOST_STEPS: usize = 2048;

/// The most qualities on which checks depend: each is looked up in every need.
const MOST_QUALITIES: usize = 8;

/// The checks of a directory, each once. A check keeps its number through changes of the directory,
/// and new checks come last, so that shards stay as they are.
#[derive(Clone, Debug, Default)]
pub(crate) struct DirectoryChecks {
    /// That the facility has one of these activities, if any is known.
    activity_lists: FxHashMap<Vec<ActivityNumber>, CheckNumber>,
    /// That a criterion of one condition accepts.
    conditions: TextMap<Criterion, CheckNumber>,
    /// The tests of all, by what they depend on.
    pub(super) of_numbers: Vec<(CheckNumber, Test)>,
    pub(super) of_names: Vec<(CheckNumber, NamesTest)>,
    pub(super) of_qualities: Vec<(CheckNumber, Test)>,
    /// The qualities on which checks depend.
    pub(super) qualities: Vec<String>,
    /// How many steps all have together.
    step_count: usize,
}

impl DirectoryChecks {
    /// The check that the facility has one of these activities.
    pub(crate) fn activity_list(&self, listed: &[ActivityNumber]) -> Option<CheckNumber> {
        self.activity_lists.get(listed).copied()
    }

    /// The check that a criterion of one condition accepts.
    pub(crate) fn condition(&self, criterion: &Criterion) -> Option<CheckNumber> {
        self.conditions.get(criterion).copied()
    }

    pub(crate) fn add_activity_list(&mut self, listed: Vec<ActivityNumber>) {
        if self.activity_list(&listed).is_none()
            && let Some(check) = self.next_number(listed.len())
        {
            self.of_names.push((check, NamesTest::of_natures(&listed)));
            self.activity_lists.insert(listed, check);
        }
    }

    /// Adds a check that there is not, for a criterion of one condition, where what the sieve writes down
    /// decides it: numbers, names, or qualities of which there are not too many. The checks are only copied where
    /// one is added: others may share them.
    pub(crate) fn add_condition(
        checks: &mut Arc<DirectoryChecks>,
        criterion: Criterion,
        test: Test,
        lexicon: &Lexicon,
    ) -> Option<CheckNumber> {
        let check = if test.is_of_numbers() {
            let steps = Number::ALL.iter().map(|number| test.steps(*number).len()).sum();
            let (checks, check) = DirectoryChecks::with_room(checks, steps)?;
            checks.of_numbers.push((check, test));
            check
        } else if let Some(named) = test.of_names(lexicon) {
            let (checks, check) = DirectoryChecks::with_room(checks, 2 * named.listed.len())?;
            checks.of_names.push((check, named));
            check
        } else {
            let new = |name: &&str| !checks.qualities.iter().any(|known| known == name);
            let new: Vec<String> = test.of_qualities()?.filter(new).map(str::to_owned).collect();
            if checks.qualities.len() + new.len() > MOST_QUALITIES {
                return None;
            }
            let (checks, check) = DirectoryChecks::with_room(checks, new.len())?;
            checks.qualities.extend(new);
            checks.of_qualities.push((check, test));
            check
        };
        Arc::make_mut(checks).conditions.insert(criterion, check);
        Some(check)
    }

    /// The checks to add one to, and its number, if there is room.
    fn with_room(
        checks: &mut Arc<DirectoryChecks>,
        steps: usize,
    ) -> Option<(&mut DirectoryChecks, CheckNumber)> {
        if !checks.has_room(steps) {
            return None;
        }
        let checks = Arc::make_mut(checks);
        let check = checks.next_number(steps)?;
        Some((checks, check))
    }

    fn has_room(&self, steps: usize) -> bool {
        self.len() < MOST_CHECKS && steps <= MOST_STEPS - self.step_count
    }

    /// The number of a new check that has so many steps, if there is room.
    fn next_number(&mut self, steps: usize) -> Option<CheckNumber> {
        if !self.has_room(steps) {
            return None;
        }
        self.step_count += steps;
        Some(FIRST_OF_DIRECTORY + CheckNumber::try_from(self.len()).ok()?)
    }

    pub(super) fn len(&self) -> usize {
        self.of_numbers.len() + self.of_names.len() + self.of_qualities.len()
    }
}

#[cfg(test)]
mod tests {
    use crate::engine::conditions::Conditions;
    use crate::{Need, Router};

    /// A condition without one would make needs slow, and nothing else would tell.
    #[test]
    fn each_condition_has_a_check() {
        let criteria = serde_json::json!([
            {"min_years": 1, "below_years": 9, "min_headcount": 1, "below_headcount": 50, "min_turnover": 1,
             "below_turnover": 9, "min_balance_sheet": 1, "below_balance_sheet": 9, "accepted_naf": ["C", "10.71C"],
             "excluded_naf": ["2025:10.71H"], "accepted_legal_forms": ["5"], "excluded_legal_forms": ["54"],
             "excluded_zones": ["region:32"], "origins": ["salon"], "accepted_activities": ["COMMERCIALE"],
             "excluded_activities": ["ARTISANALE"], "accepted_nafa": ["43"], "excluded_nafa": ["4321AB"],
             "accepted_idcc": ["1486"], "excluded_idcc": ["3248"], "micro_entrepreneur": false,
             "qualities": {"ess": true}, "when_unknown": "accept"},
            {"any_of": [{"min_years": 3}, {"qualities": {"bio": true}}], "valid": {"until": "2026-12-31"}},
        ]);
        let json = serde_json::json!({"themes": [{"id": "t", "label": "T"}],
            "subjects": [{"id": "s", "theme": "t", "label": "S"}],
            "institutions": [{"id": "i", "name": "I"}],
            "antennes": [{"id": "a", "institution": "i", "name": "A", "level": "national"}],
            "experts": [{"id": "e", "antenne": "a", "name": "E", "competences": [{"subject": "s"}],
                "criteria": criteria}]});
        let router = Router::from_json(&json.to_string()).unwrap();
        let asked = crate::directory::Criterion::clone(&router.directory().experts()[0].criteria[0]);
        assert_eq!(Conditions::of(&asked).count() as usize, Conditions::COUNT, "a condition is new");
        assert!(router.compiled().shard(0).guards.iter().all(|guard| guard.is_sifted));
    }

    #[test]
    fn conditions_without_a_check_decide_too() {
        // More conditions than have a check, and more runs of a posting than one word has bits.
        let experts = super::MOST_CHECKS + 100;
        let expert = |least: usize| {
            serde_json::json!({"id": format!("e{least}"), "antenne": "a", "name": "E",
                "competences": [{"subject": "s"}], "criteria": [{"min_headcount": least}]})
        };
        let json = serde_json::json!({"themes": [{"id": "t", "label": "T"}],
            "subjects": [{"id": "s", "theme": "t", "label": "S"}],
            "institutions": [{"id": "i", "name": "I"}],
            "antennes": [{"id": "a", "institution": "i", "name": "A", "level": "national"}],
            "experts": (0..experts).map(expert).collect::<Vec<_>>()});
        let router = Router::from_json(&json.to_string()).unwrap();
        assert_eq!(router.compiled().index().sieve.checks.len(), super::MOST_CHECKS);
        for headcount in [0, 63, 64, 700, 1_000, 2_000] {
            let need = Need { headcount: Some(headcount), ..Need::new("s", "80021") };
            let expected = experts.min(headcount as usize + 1);
            assert_eq!(router.match_experts(&need).unwrap().len(), expected, "{headcount}");
        }
        assert!(router.match_experts(&Need::new("s", "80021")).unwrap().is_empty());
    }
}
