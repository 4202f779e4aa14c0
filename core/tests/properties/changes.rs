//! A changed router is the router of the changed directory.

use aiguillage::router::positions::Positions;
use aiguillage::{Need, Router};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::world::{Request, World, read, two_worlds};
use crate::{answer, check};

/// What a change does to one item of the first directory.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Fate {
    Stays,
    /// The second directory's takes its place.
    Replaced,
    Removed,
    /// It only comes with the change.
    Added,
}

fn fates() -> impl Strategy<Value = Vec<Fate>> {
    let fate = prop_oneof![
        4 => Just(Fate::Stays),
        3 => Just(Fate::Replaced),
        2 => Just(Fate::Removed),
        2 => Just(Fate::Added),
    ];
    vec(fate, 10)
}

/// One list before and after a change, and what the change says of it.
#[derive(Default)]
struct Lists {
    before: Vec<Value>,
    after: Vec<Value>,
    given: Vec<Value>,
    removed: Vec<Value>,
}

/// The directory with nobody who stands in: a change that removes somebody who does is refused. Substitutes
/// and changes have tests of their own in `tests/changes.rs`.
fn without_substitutes(mut directory: Value) -> Value {
    let experts = directory["experts"].as_array_mut().into_iter().flatten();
    for absence in experts.filter_map(|expert| expert["absences"].as_array_mut()).flatten() {
        absence["substitute"] = Value::Null;
    }
    directory
}

fn list(first: &Value, second: &Value, fates: impl Fn(usize, &Value) -> Fate) -> Lists {
    let items = |list: &Value| list.as_array().cloned().unwrap_or_default();
    let mut lists = Lists::default();
    let mut added = Vec::new();
    for (number, item) in items(first).into_iter().enumerate() {
        let other = items(second).into_iter().find(|other| other["id"] == item["id"]);
        match (fates(number, &item), other) {
            (Fate::Removed, _) => {
                lists.removed.push(item["id"].clone());
                lists.before.push(item);
            }
            (Fate::Added, _) => {
                lists.given.push(item.clone());
                added.push(item);
            }
            (Fate::Replaced, Some(other)) => {
                lists.before.push(item);
                lists.given.push(other.clone());
                lists.after.push(other);
            }
            (Fate::Stays | Fate::Replaced, _) => {
                lists.before.push(item.clone());
                lists.after.push(item);
            }
        }
    }
    lists.after.extend(added);
    lists
}

/// A directory before and after, and the change.
fn change(first: &Value, second: &Value, fates: &[Vec<Fate>], institutions: bool) -> (Value, Value, Value) {
    let of_experts = |number: usize, _: &Value| fates[0][number % 10];
    let experts = list(&first["experts"], &second["experts"], of_experts);
    let stays_needed = |number: usize, antenne: &Value| {
        let lives = |experts: &[Value]| experts.iter().any(|expert| expert["antenne"] == antenne["id"]);
        match fates[1][number % 10] {
            Fate::Removed if lives(&experts.after) => Fate::Replaced,
            Fate::Added if lives(&experts.before) => Fate::Stays,
            fate => fate,
        }
    };
    let antennes = list(&first["antennes"], &second["antennes"], stays_needed);
    let of_institutions = |number: usize, _: &Value| match fates[2][number % 10] {
        Fate::Replaced if institutions => Fate::Replaced,
        _ => Fate::Stays,
    };
    let institutions = list(&first["institutions"], &second["institutions"], of_institutions);
    let (mut before, mut after) = (first.clone(), first.clone());
    let mut change = json!({"removed": {}});
    for (name, lists) in [("experts", experts), ("antennes", antennes), ("institutions", institutions)] {
        before[name] = lists.before.into();
        after[name] = lists.after.into();
        if !lists.given.is_empty() {
            change[name] = lists.given.into();
        }
        if !lists.removed.is_empty() {
            change["removed"][name] = lists.removed.into();
        }
    }
    (before, after, change)
}

/// The answers, the explanations and the snapshot are the same.
fn same(changed: &Router, compiled: &Router, requests: &[Request]) -> Result<(), TestCaseError> {
    prop_assert_eq!(changed.directory(), compiled.directory());
    prop_assert_eq!(changed.to_bytes().unwrap(), compiled.to_bytes().unwrap());
    let positions = |router: &Router, need: &Need| {
        router.match_experts(need).map(|matches| matches.positions().collect::<Vec<_>>())
    };
    for request in requests {
        prop_assert_eq!(answer(changed, request), answer(compiled, request), "{:?}", request);
        let Ok(need) = request.need() else { continue };
        prop_assert_eq!(positions(changed, &need), positions(compiled, &need));
        let explained =
            |router: &Router| router.explain(&need).map(|told| serde_json::to_string(&told).unwrap());
        prop_assert_eq!(explained(changed), explained(compiled), "{:?}", request);
    }
    Ok(())
}

#[test]
fn a_changed_router_is_the_router_of_the_changed_directory() {
    let cases = (two_worlds(6), vec(fates(), 3), prop::bool::weighted(0.2));
    check(400, &cases, |((World { directory, requests }, other), fates, institutions)| {
        let (directory, other) = (without_substitutes(directory), without_substitutes(other));
        let (before, after, change) = change(&directory, &other, &fates, institutions);
        let router = Router::new(read(&before));
        let bytes = router.to_bytes().unwrap();
        let changed = router
            .with_changes(&change.to_string())
            .map_err(|error| TestCaseError::fail(format!("{change}: {:#?}", error.diagnostics())))?;
        let compiled = Router::new(read(&after));
        same(&changed, &compiled, &requests)?;
        // The one that was changed is what it was.
        prop_assert_eq!(router.to_bytes().unwrap(), bytes);
        same(&router, &Router::new(read(&before)), &requests)?;
        // And changes of changes.
        let later = |fates: &Vec<Fate>| {
            let known = |fate: &Fate| if *fate == Fate::Added { Fate::Replaced } else { *fate };
            fates.iter().rev().map(known).collect()
        };
        let later: Vec<Vec<Fate>> = fates.iter().map(later).collect();
        let (_, last, again) = self::change(&after, &directory, &later, false);
        let twice = changed
            .with_changes(&again.to_string())
            .map_err(|error| TestCaseError::fail(format!("{again}: {:#?}", error.diagnostics())))?;
        same(&twice, &Router::new(read(&last)), &requests)?;
        Ok(())
    });
}
