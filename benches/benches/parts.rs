//! What the parts of a match cost: finding what a need names by its strings, and the fair order.
#![expect(clippy::expect_used, reason = "a bench stops at the first fault")]

use aiguillage::{MatchOptions, Need, Router};
use aiguillage_benches::{Size, generate};
use criterion::{BenchmarkId, Criterion, Throughput};
use serde_json::json;

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    look_ups(&mut criterion);
    fair_order(&mut criterion);
    criterion.final_summary();
}

/// National needs of which nobody is wanted: the strings are looked up and the narrowest zone that
/// has a posting is read, and nothing is put in order.
fn look_ups(criterion: &mut Criterion) {
    let world = generate(Size::NATIONAL.with_needs(20_000));
    let router = Router::from_json(&world.directory_json).expect("a sound directory");
    let nobody = MatchOptions { limit: Some(0), ..MatchOptions::default() };
    let matcher = router.matcher(&nobody).expect("options that make sense");
    let mut needs = world.needs.iter().cycle();
    criterion.bench_function("look-ups", |bencher| {
        bencher.iter(|| matcher.match_experts(needs.next().expect("a cycle")).is_ok());
    });
}

/// Experts who all match, in one run of one posting: what grows with their number is the order.
fn fair_order(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("fair order");
    for (name, capacities) in [("equals", &[1.0][..]), ("two capacities", &[1.0, 0.5]), ("with load", &[1.0])]
    {
        for count in [1_u32, 10, 40, 400] {
            let experts: Vec<_> = (0..count as usize)
                .map(|number| {
                    json!({"id": format!("expert-{number}"), "antenne": "a", "name": "Conseil",
                           "capacity": capacities[number % capacities.len()], "competences": [{"subject": "s"}]})
                })
                .collect();
            let directory = json!({
                "themes": [{"id": "t", "label": "T"}],
                "subjects": [{"id": "s", "theme": "t", "label": "S"}],
                "institutions": [{"id": "i", "name": "I"}],
                "antennes": [{"id": "a", "institution": "i", "name": "A", "level": "national"}],
                "experts": experts,
            });
            let router = Router::from_json(&directory.to_string()).expect("a sound directory");
            let load = (name == "with load").then(std::collections::HashMap::new);
            let options = MatchOptions { load, ..MatchOptions::default() };
            let matcher = router.matcher(&options).expect("options that make sense");
            let needs: Vec<Need> = (0..1_000)
                .map(|number| Need {
                    id: Some(format!("besoin-{number}")),
                    on: Some(jiff::civil::date(2026, 11, 23)),
                    ..Need::new("s", "80021")
                })
                .collect();
            let mut needs = needs.iter().cycle();
            group.throughput(Throughput::Elements(u64::from(count)));
            group.bench_function(BenchmarkId::new(name, count), |bencher| {
                bencher.iter(|| matcher.match_experts(needs.next().expect("a cycle")));
            });
        }
    }
    group.finish();
}
