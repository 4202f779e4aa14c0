//! What one need costs as the directory grows: first at the same number of results, then with
//! results that grow.
#![expect(clippy::expect_used, reason = "a bench stops at the first fault")]

use aiguillage::Router;
use aiguillage_benches::{Size, generate, is_large};
use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, BenchmarkId, Criterion};

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    let mut experts = criterion.benchmark_group("experts, same results");
    for factor in [1, 10, 100].into_iter().filter(|factor| *factor < 100 || is_large()) {
        one_need(&mut experts, Size::NATIONAL.times(factor));
    }
    experts.finish();
    let mut results = criterion.benchmark_group("experts, more results");
    for experts in [1_000, 10_000, 100_000, 1_000_000] {
        if experts < 1_000_000 || is_large() {
            one_need(&mut results, Size::NATIONAL.with_experts(experts));
        }
    }
    results.finish();
    criterion.final_summary();
}

fn one_need(group: &mut BenchmarkGroup<'_, WallTime>, size: Size) {
    let world = generate(size.with_needs(20_000));
    let router = Router::from_json(&world.directory_json).expect("a sound directory");
    let mut needs = world.needs.iter().cycle();
    group.bench_function(BenchmarkId::from_parameter(size.experts), |bencher| {
        bencher.iter(|| router.match_experts(needs.next().expect("a cycle")));
    });
}
