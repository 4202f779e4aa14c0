//! What comes before the first need: reading, compiling, and the geography.
#![expect(clippy::expect_used, reason = "a bench stops at the first fault")]

use std::hint::black_box;

use aiguillage::{Directory, Geography, Need, Router};
use aiguillage_benches::{Size, generate, sizes};
use criterion::{BatchSize, Criterion};

/// The compiled-in geography again, as a file to open.
const COG: &[u8] = include_bytes!("../../core/data/cog-2026.bin");

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    for size in sizes() {
        directory(&mut criterion, &size);
    }
    geography(&mut criterion);
    need(&mut criterion);
    criterion.final_summary();
}

fn directory(criterion: &mut Criterion, size: &Size) {
    let json = generate(size.with_needs(1)).directory_json;
    let directory = Directory::from_json(&json).expect("a sound directory");
    let folder = tempfile::tempdir().expect("a folder");
    directory.save_csv(folder.path()).expect("a folder that can be written");
    let mut group = criterion.benchmark_group("directory");
    group.sample_size(10);
    group.bench_function(format!("read JSON/{}", size.name), |bencher| {
        bencher.iter_with_large_drop(|| Directory::from_json(black_box(&json)));
    });
    group.bench_function(format!("read CSV/{}", size.name), |bencher| {
        bencher.iter_with_large_drop(|| Directory::open(folder.path()));
    });
    group.bench_function(format!("compile/{}", size.name), |bencher| {
        bencher.iter_batched(|| directory.clone(), Router::new, BatchSize::PerIteration);
    });
    let router = Router::new(directory);
    let change = change(&router);
    group.bench_function(format!("change an expert/{}", size.name), |bencher| {
        bencher.iter_with_large_drop(|| router.with_changes(black_box(&change)));
    });
    let bytes = router.to_bytes().expect("a router has bytes");
    group.bench_function(format!("write snapshot/{}", size.name), |bencher| {
        bencher.iter_with_large_drop(|| router.to_bytes().expect("a router has bytes"));
    });
    group.bench_function(format!("load snapshot/{}", size.name), |bencher| {
        bencher.iter_with_large_drop(|| Router::from_bytes(black_box(&bytes)));
    });
    group.finish();
}

/// One expert with another name, and another capacity.
fn change(router: &Router) -> String {
    let experts = router.directory().experts();
    let mut expert = serde_json::to_value(&experts[experts.len() / 2]).expect("a record is JSON");
    expert["name"] = "Nouveau conseil".into();
    expert["capacity"] = 2.0.into();
    serde_json::json!({"experts": [expert]}).to_string()
}

fn geography(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("geography");
    group.bench_function("open", |bencher| {
        bencher.iter_with_large_drop(|| Geography::from_bytes(black_box(COG)));
    });
    let geography = Geography::embedded();
    let needs = generate(Size::NATIONAL.with_needs(20_000)).needs;
    let mut codes = needs.iter().map(|need| need.commune.as_str()).cycle();
    group.bench_function("commune", |bencher| {
        bencher.iter(|| geography.commune(codes.next().expect("a cycle")).map(|commune| commune.name()));
    });
    group.bench_function("zones containing", |bencher| {
        bencher.iter(|| geography.zones_containing(codes.next().expect("a cycle")));
    });
    let postal: Vec<&str> = geography
        .communes_of(aiguillage::geography::Zone::FRANCE)
        .into_iter()
        .filter_map(|commune| commune.postal_codes().next())
        .step_by(7)
        .collect();
    let mut postal = postal.iter().cycle();
    group.bench_function("postal code", |bencher| {
        bencher.iter(|| geography.by_postal_code(postal.next().expect("a cycle")));
    });
    group.bench_function("former code", |bencher| {
        // Annecy-le-Vieux, part of Annecy since 2017.
        bencher.iter(|| geography.resolve(black_box("74011")));
    });
    group.finish();
}

/// A need as a host without types has it.
fn need(criterion: &mut Criterion) {
    let needs = generate(Size::NATIONAL.with_needs(1_000)).needs;
    let texts: Vec<String> = needs.iter().filter_map(|need| serde_json::to_string(need).ok()).collect();
    let mut texts = texts.iter().cycle();
    criterion.bench_function("need/read JSON", |bencher| {
        bencher.iter(|| Need::from_json(texts.next().expect("a cycle")));
    });
}
