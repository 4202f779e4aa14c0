//! Demand held to a plain count: each need explained by itself, each change applied and matched again by the
//! reference.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

use aiguillage::demand::{DemandBy, DemandChangeKind, DemandQuery, DemandRow};
use aiguillage::explain::{ExpertVerdict, Rule};
use aiguillage::{Directory, Need, Router};
use proptest::prelude::*;

use super::world::{World, read, world};
use crate::reference::Found;
use crate::{check, reference};

/// What a row counts, one need at a time.
#[derive(Debug, Default, PartialEq)]
struct Plain {
    asked: u64,
    matched: u64,
    stopped: BTreeMap<&'static str, u64>,
    outside: u64,
}

/// How many needs are asked at least in a world, over the rows of its three reports; twice as many is usual.
const ASKED_PER_WORLD: u64 = 40;

const ALL: [DemandBy; 3] = [DemandBy::Institution, DemandBy::Antenne, DemandBy::Expert];

/// The row of an expert.
fn row_of(by: DemandBy, verdict: &ExpertVerdict<'_>) -> String {
    match by {
        DemandBy::Institution => verdict.institution.id.clone(),
        DemandBy::Antenne => verdict.antenne.id.clone(),
        DemandBy::Expert => verdict.expert.id.clone(),
    }
}

/// Every need explained: what each row is asked, matches, and is stopped by.
fn plain(router: &Router, needs: &[Need], by: DemandBy) -> BTreeMap<String, Plain> {
    let mut rows: BTreeMap<String, Plain> = BTreeMap::new();
    for need in needs {
        let Ok(explanation) = router.explain(need) else { continue };
        let mut of_rows: BTreeMap<String, Vec<&ExpertVerdict<'_>>> = BTreeMap::new();
        for verdict in &explanation.experts {
            of_rows.entry(row_of(by, verdict)).or_default().push(verdict);
        }
        for (row, verdicts) in of_rows {
            let count = rows.entry(row).or_default();
            let covers = |verdict: &&&ExpertVerdict<'_>| {
                verdict.rules.iter().all(|rule| rule.rule != Rule::Territory || rule.holds)
            };
            let stops =
                verdicts.iter().filter(covers).map(|one| one.stopped_by().next().map(|rule| rule.rule));
            let stops: Vec<Option<Rule>> = stops.collect();
            if stops.is_empty() {
                count.outside += 1;
                continue;
            }
            count.asked += 1;
            match stops.iter().any(Option::is_none) {
                true => count.matched += 1,
                false => {
                    let furthest = stops.iter().flatten().max().unwrap();
                    *count.stopped.entry(furthest.as_str()).or_default() += 1;
                }
            }
        }
    }
    rows
}

fn counted(row: &DemandRow) -> Plain {
    let stopped = row.stopped.iter().map(|stop| (stop.rule.as_str(), stop.needs)).collect();
    Plain { asked: row.asked, matched: row.matched, stopped, outside: row.outside }
}

/// Whom each need reaches, as the reference finds it.
fn everybody(directory: &Directory, needs: &[Need]) -> Vec<Vec<Found>> {
    needs.iter().map(|need| reference::in_place(directory, need).unwrap_or_default()).collect()
}

/// The positions of the needs that reach a row.
fn matched(everybody: &[Vec<Found>], by: DemandBy, row: &str) -> BTreeSet<usize> {
    let in_row = |found: &Found| match by {
        DemandBy::Institution => found.institution == row,
        DemandBy::Antenne => found.antenne == row,
        DemandBy::Expert => found.expert == row,
    };
    let matches = everybody.iter().enumerate().filter(|(_, found)| found.iter().any(in_row));
    matches.map(|(position, _)| position).collect()
}

#[test]
fn every_figure_is_that_of_a_plain_count() {
    let asked = Cell::new(0_u64);
    let cases = check(100, &world(20), |World { directory, requests }| {
        let router = Router::new(read(&directory));
        let needs: Vec<Need> = requests.iter().filter_map(|request| request.need().ok()).collect();
        let everybody = everybody(router.directory(), &needs);
        for by in ALL {
            let query = DemandQuery { by, changes: 0, ..DemandQuery::default() };
            let report = router.demand(&needs, &[], &query).unwrap();
            let plain = plain(&router, &needs, by);
            let routed = needs.iter().filter(|need| router.explain(need).is_ok()).count();
            prop_assert_eq!(report.needs, routed as u64);
            prop_assert_eq!(report.faults.len(), needs.len() - routed);
            prop_assert!(report.rows.is_sorted_by(|one, next| one.id < next.id));
            for row in &report.rows {
                let (counted, none) = (counted(row), Plain::default());
                prop_assert_eq!(&counted, plain.get(&row.id).unwrap_or(&none), "{}", row.id);
                prop_assert_eq!(
                    row.asked,
                    row.matched + row.stopped.iter().map(|one| one.needs).sum::<u64>()
                );
                let found = matched(&everybody, by, &row.id);
                prop_assert_eq!(row.matched, found.len() as u64);
                asked.set(asked.get() + row.asked);
            }
            prop_assert!(plain.keys().all(|id| report.rows.iter().any(|row| row.id == *id)));
        }
        Ok(())
    });
    // Worlds in which nobody is asked anything would prove nothing.
    let asked = asked.get();
    let is_enough = cases < 40 || asked >= ASKED_PER_WORLD * u64::from(cases);
    assert!(is_enough, "only {asked} needs asked in {cases} worlds");
}

#[test]
fn each_change_adds_exactly_what_it_says() {
    let seen = Cell::new(BTreeMap::<&'static str, u32>::new());
    let cases = check(40, &world(20), |World { directory, requests }| {
        let router = Router::new(read(&directory));
        let needs: Vec<Need> = requests.iter().filter_map(|request| request.need().ok()).collect();
        let today = everybody(router.directory(), &needs);
        for by in ALL {
            let query = DemandQuery { by, changes: 60, of_kind: 2, ..DemandQuery::default() };
            let report = router.demand(&needs, &[], &query).unwrap();
            for row in &report.rows {
                let before = matched(&today, by, &row.id);
                prop_assert!(row.changes.is_sorted_by(|one, next| one.needs >= next.needs));
                for change in &row.changes {
                    let changed = router.with_changes(&change.document).map_err(|error| {
                        TestCaseError::fail(format!("{change:?}: {:?}", error.diagnostics()))
                    })?;
                    let after = matched(&everybody(changed.directory(), &needs), by, &row.id);
                    prop_assert!(after.is_superset(&before), "{change:?} takes needs away");
                    prop_assert_eq!((after.len() - before.len()) as u64, change.needs, "{:?}", change);
                    prop_assert!(change.needs > 0, "{change:?}");
                    let mut kinds = seen.take();
                    *kinds.entry(change.kind.as_str()).or_default() += 1;
                    seen.set(kinds);
                }
            }
        }
        Ok(())
    });
    let seen = seen.take();
    println!("{seen:?}");
    for kind in DemandChangeKind::ALL {
        assert!(cases < 40 || seen.contains_key(kind.as_str()), "no world has a change of the kind {kind}");
    }
}
