//! Territories, and the counts, gaps and overlaps expected.

use aiguillage::geography::Zone;
use aiguillage::{CoverageQuery, Need, Router};
use serde_json::Value;

/// Runs every case of the file.
pub(crate) fn run(vectors: &Value) {
    let groups = vectors["coverage"].as_array().unwrap();
    assert!(groups.len() >= 7);
    for group in groups {
        let router = Router::from_json(&group["directory"].to_string()).unwrap();
        for case in group["cases"].as_array().unwrap() {
            one(&format!("{}: {}", group["name"], case["name"]), &router, case);
        }
    }
}

fn one(name: &str, router: &Router, case: &Value) {
    let text = |field: &str| case[field].as_str().map(str::to_owned);
    let zones: Vec<Zone> = texts(&case["zones"]).iter().map(|zone| zone.parse().unwrap()).collect();
    let query = CoverageQuery {
        subject: text("subject"),
        all_subjects: false,
        zones,
        institution: text("institution"),
        profile: case.get("profile").map(|profile| Need::from_json(&profile.to_string()).unwrap()),
        on: text("on").map(|on| on.parse().unwrap()),
    };
    let coverage = router.coverage(&query).unwrap();
    let subject = &coverage.subjects[0];
    for (commune, count) in case["counts"].as_object().unwrap() {
        assert_eq!(subject.experts_in(commune).map(u64::from), count.as_u64(), "{name}: {commune}");
    }
    let gaps: Vec<String> = subject.gaps.iter().map(|area| area.zone.to_string()).collect();
    assert_eq!(sorted(gaps), sorted(texts(&case["gaps"])), "{name}: gaps");
    let overlaps: Vec<String> =
        subject.overlaps.iter().map(|overlap| overlap.area.zone.to_string()).collect();
    assert_eq!(sorted(overlaps), sorted(texts(&case["overlaps"])), "{name}: overlaps");
    assert_eq!(Some(subject.gap_population), case["gap_population"].as_u64(), "{name}: population");
}

fn texts(list: &Value) -> Vec<String> {
    list.as_array().unwrap().iter().map(|item| item.as_str().unwrap().to_owned()).collect()
}

fn sorted(mut list: Vec<String>) -> Vec<String> {
    list.sort();
    list
}
