//! One need, an explanation, and many needs at once, for each size of directory.
#![expect(clippy::expect_used, reason = "a bench stops at the first fault")]

use std::hint::black_box;
use std::time::Duration;

use aiguillage::{MatchOptions, Router};
use aiguillage_benches::{Size, World, generate, sizes};
use criterion::{Criterion, Throughput};

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    for size in sizes() {
        let world = generate(size.with_needs(20_000));
        let router = Router::from_json(&world.directory_json).expect("a sound directory");
        one_need(&mut criterion, &size, &router, &world);
        explain(&mut criterion, &size, &router, &world);
        batch(&mut criterion, &size, &router, &world);
    }
    criterion.final_summary();
}

/// From a need to the complete list in order, and to each match put together; each call has another
/// need.
fn one_need(criterion: &mut Criterion, size: &Size, router: &Router, world: &World) {
    let mut group = criterion.benchmark_group("match");
    for (name, limit) in [("all", None), ("limit 3", Some(3))] {
        let options = MatchOptions { limit, ..MatchOptions::default() };
        let mut needs = world.needs.iter().cycle();
        group.bench_function(format!("{name}/{}", size.name), |bencher| {
            bencher.iter(|| router.match_experts_with(needs.next().expect("a cycle"), &options));
        });
    }
    let mut needs = world.needs.iter().cycle();
    group.bench_function(format!("all, read/{}", size.name), |bencher| {
        bencher.iter(|| {
            let matches = router.match_experts(needs.next().expect("a cycle")).expect("a sound need");
            matches.iter().for_each(|one| drop(black_box(one)));
        });
    });
    group.finish();
}

fn explain(criterion: &mut Criterion, size: &Size, router: &Router, world: &World) {
    let mut needs = world.needs.iter().cycle();
    criterion.bench_function(&format!("explain/{}", size.name), |bencher| {
        bencher.iter(|| router.explain(needs.next().expect("a cycle")).map(black_box));
    });
}

/// On every core.
fn batch(criterion: &mut Criterion, size: &Size, router: &Router, world: &World) {
    let mut group = criterion.benchmark_group("batch");
    group.throughput(Throughput::Elements(world.needs.len() as u64));
    group.sample_size(20).measurement_time(Duration::from_secs(3));
    group.bench_function(size.name, |bencher| {
        bencher.iter(|| router.match_batch(&world.needs, &MatchOptions::default()));
    });
    group.finish();
}
