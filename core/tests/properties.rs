//! What holds for every directory and every need: the router agrees with a plain reference matcher,
//! options only choose, forms and orders of writing do not matter, shares are fair, and no input
//! brings it down.
//!
//! The cases are the same at each run. `PROPTEST_RNG_SEED=7` draws others, and `PROPTEST_CASES=…`
//! sets how many each property draws.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

mod reference;

mod properties {
    pub(crate) mod build;
    pub(crate) mod changes;
    pub(crate) mod criteria;
    pub(crate) mod demand;
    pub(crate) mod fairness;
    pub(crate) mod hostile;
    pub(crate) mod need;
    pub(crate) mod pool;
    pub(crate) mod world;
}

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

use aiguillage::explain::ExpertVerdict;
use aiguillage::{Directory, MatchOptions, Router};
use proptest::prelude::*;
use proptest::test_runner::{RngSeed, TestCaseResult, TestRunner};
use reference::Found;

use properties::world::{Request, World, read, world};

/// Runs a property on `cases` values, or as many as the environment says; returns how many.
pub(crate) fn check<S: Strategy>(
    cases: u32,
    strategy: &S,
    property: impl Fn(S::Value) -> TestCaseResult,
) -> u32 {
    let given = |name: &str| std::env::var_os(name).is_some();
    // The environment has its say in the default.
    let mut config = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    if !given("PROPTEST_CASES") {
        config.cases = cases;
    }
    if !given("PROPTEST_RNG_SEED") {
        config.rng_seed = RngSeed::Fixed(2026);
    }
    let cases = config.cases;
    if let Err(error) = TestRunner::new(config).run(strategy, property) {
        panic!("{error}");
    }
    cases
}

/// What the router answers: the matches, or the code of the error.
fn answer(router: &Router, request: &Request) -> Result<Vec<Found>, &'static str> {
    answer_with(router, request, &request.options)
}

fn answer_with(
    router: &Router,
    request: &Request,
    options: &MatchOptions,
) -> Result<Vec<Found>, &'static str> {
    let need = request.need().map_err(|error| error.code())?;
    let matches = router.match_experts_with(&need, options).map_err(|error| error.code())?;
    Ok(matches.iter().map(|one| Found::of(&one)).collect())
}

#[test]
fn the_router_agrees_with_the_reference() {
    const DIRECTORIES: u32 = 2_500;
    const REQUESTS: u32 = 8;
    let (requests, faulty, helped, several, unsure) =
        (Cell::new(0_u32), Cell::new(0_u32), Cell::new(0_u32), Cell::new(0_u32), Cell::new(0_u32));
    let add = |count: &Cell<u32>, when: bool| count.set(count.get() + u32::from(when));
    let cases = check(DIRECTORIES, &world(REQUESTS as usize), |World { directory, requests: asked }| {
        let directory = read(&directory);
        let router = Router::new(directory.clone());
        for request in &asked {
            add(&requests, true);
            let need =
                request.need().map_err(|error| TestCaseError::fail(format!("{request:?}: {error}")))?;
            let expected = reference::match_experts(&directory, &need, &request.options);
            match (answer(&router, request), expected) {
                (Ok(answered), Ok(expected)) => {
                    add(&helped, !answered.is_empty());
                    add(&several, answered.len() > 1);
                    add(&unsure, answered.iter().any(|one| !one.unverified.is_empty()));
                    prop_assert_eq!(&answered, &expected, "the router (left) on {:?}", request);
                }
                (Err(code), Err(faults)) => {
                    add(&faulty, true);
                    prop_assert!(faults.contains(code), "`{}`, not {:?} on {:?}", code, faults, request);
                }
                (answered, expected) => {
                    prop_assert!(false, "{answered:?}, not {expected:?} on {request:?}");
                }
            }
        }
        Ok(())
    });
    let [total, faulty, helped, several, unsure] =
        [&requests, &faulty, &helped, &several, &unsure].map(|count| count.get());
    println!(
        "{total} needs in {cases} directories: {faulty} faulty, {helped} helped, {several} by several, {unsure} with doubts"
    );
    assert_eq!(total, cases * REQUESTS);
    assert!(cases < DIRECTORIES || total >= 10_000, "only {total} cases");
    // The worlds are made to meet the needs: agreement on nobody would prove little.
    assert!(cases < 100 || helped > total / 4 && several > total / 10 && unsure > total / 100);
    assert!(cases < 100 || faulty > 0 && faulty < total / 4);
}

#[test]
fn limits_only_choose() {
    check(300, &world(4), |World { directory, requests }| {
        let router = Router::new(read(&directory));
        for request in &requests {
            let with =
                |limit, per_institution| MatchOptions { limit, per_institution, ..request.options.clone() };
            let Ok(all) = answer_with(&router, request, &with(None, None)) else { continue };
            for most in 0..=all.len() + 1 {
                let first = answer_with(&router, request, &with(Some(most), None));
                prop_assert_eq!(first.as_deref(), Ok(&all[..most.min(all.len())]));
                let of_each = answer_with(&router, request, &with(None, Some(most)));
                let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
                let mut expected = all.clone();
                expected.retain(|one| {
                    let institutions = all.iter().find(|other| other.expert == one.expert);
                    let count = counts.entry(institutions.map_or("", |one| &one.institution)).or_default();
                    *count += 1;
                    *count <= most
                });
                prop_assert_eq!(of_each.as_ref(), Ok(&expected));
                let both = answer_with(&router, request, &with(Some(2), Some(most)));
                prop_assert_eq!(both.as_deref(), Ok(&expected[..expected.len().min(2)]));
            }
        }
        Ok(())
    });
}

#[test]
fn every_form_of_a_directory_is_the_same_directory() {
    let forms = |World { directory, requests }: World| {
        let directory = read(&directory);
        let from_json = Directory::from_json(&directory.to_json());
        let folder = tempfile::tempdir().unwrap();
        directory.save_csv(folder.path()).unwrap();
        let from_csv = Directory::open(folder.path());
        let router = Router::new(directory.clone());
        let snapshot = Router::from_bytes(&router.to_bytes().unwrap());
        let [from_json, from_csv] = [from_json, from_csv]
            .map(|read| read.map_err(|error| TestCaseError::fail(format!("{:#?}", error.diagnostics()))));
        let from_snapshot = snapshot
            .map(|router| router.directory().clone())
            .map_err(|error| TestCaseError::fail(format!("what reading accepts, opening refuses: {error}")));
        for (form, read) in [("JSON", from_json), ("CSV", from_csv), ("a snapshot", from_snapshot)] {
            let read = read?;
            prop_assert_eq!(read.to_json(), directory.to_json(), "{}", form);
            prop_assert_eq!(&read, &directory, "{}", form);
            let other = Router::new(read);
            for request in &requests {
                prop_assert_eq!(
                    answer(&other, request),
                    answer(&router, request),
                    "{} on {:?}",
                    form,
                    request
                );
            }
        }
        Ok(())
    };
    check(300, &world(4), forms);
}

#[test]
fn the_order_of_writing_does_not_matter() {
    let shuffled = world(6).prop_flat_map(|world| {
        let lists = ["themes", "subjects", "institutions", "antennes", "experts", "opco_by_zone"];
        let shuffles = lists.map(|list| {
            let items = world.directory[list].as_array().cloned().unwrap_or_default();
            Just(items).prop_shuffle().prop_map(move |items| (list, items))
        });
        (shuffles, Just(world))
    });
    check(300, &shuffled, |(lists, World { directory, requests })| {
        let mut other = directory.clone();
        for (list, items) in lists {
            other[list] = items.into();
        }
        let (router, other) = (Router::new(read(&directory)), Router::new(read(&other)));
        for request in &requests {
            prop_assert_eq!(answer(&other, request), answer(&router, request), "{:?}", request);
        }
        Ok(())
    });
}

#[test]
fn explanations_agree_with_the_matches() {
    check(500, &world(6), |World { directory, requests }| {
        let router = Router::new(read(&directory));
        for request in &requests {
            let Ok(need) = request.need() else { continue };
            let (matches, explanation) = match (router.match_experts(&need), router.explain(&need)) {
                (Ok(matches), Ok(explanation)) => (matches, explanation),
                (matches, explanation) => {
                    prop_assert_eq!(matches.err(), explanation.err());
                    continue;
                }
            };
            // Where several lead to one substitute, it is listed once.
            let listed: BTreeSet<&str> = matches.iter().map(|one| one.expert.id.as_str()).collect();
            let named = |one: &ExpertVerdict<'_>| one.replaced_by.unwrap_or(one.expert).id.clone();
            let told: BTreeSet<String> = explanation.matching().map(named).collect();
            prop_assert!(told.iter().map(String::as_str).eq(listed.iter().copied()), "{told:?} {request:?}");
            prop_assert_eq!(listed.len(), matches.len());
            for found in matches.iter() {
                let holder = found.instead_of.unwrap_or(found.expert);
                let verdict = explanation.matching().find(|one| one.expert.id == holder.id);
                let zone = verdict.and_then(|one| one.rules.iter().find_map(|rule| rule.zone));
                prop_assert_eq!(zone, Some(found.zone), "{:?}", request);
            }
            let funnel: Vec<usize> = explanation.funnel.iter().map(|step| step.left).collect();
            prop_assert!(funnel.is_sorted_by(|before, after| before >= after), "{:?}", funnel);
            prop_assert_eq!(funnel.last(), Some(&explanation.matching().count()));
            let stopped_once = explanation.experts.iter().filter(|one| one.stopped_by().count() == 1).count();
            prop_assert_eq!(explanation.nearest.len(), stopped_once, "{:?}", request);
        }
        Ok(())
    });
}
