//! The clever forms of the engine beside the plain ones that they replace. Where a clever form does not
//! win, it should go.
#![expect(clippy::expect_used, reason = "a bench stops at the first fault")]

use std::hint::black_box;

use aiguillage::{Need, Router};
use aiguillage_benches::{Size, generate};
use criterion::{BenchmarkId, Criterion, Throughput};
use serde_json::{Value, json};

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    sieve(&mut criterion);
    sort(&mut criterion);
    found(&mut criterion);
    criterion.final_summary();
}

/// The verdicts of checks looked up in the sieve, beside guards that are asked one by one.
///
/// The sieve holds 2,048 steps at most, and the first institution's activities come first: one that
/// lists as many activities leaves no room for any condition, and all guards that have criteria are
/// asked. Needs carry no activities, so that the long list costs nothing else.
fn sieve(criterion: &mut Criterion) {
    let world = generate(Size::NATIONAL.with_needs(20_000));
    let mut directory: Value = serde_json::from_str(&world.directory_json).expect("a document");
    let needs: Vec<Need> =
        world.needs.into_iter().map(|need| Need { activities: Vec::new(), ..need }).collect();
    let sifted = Router::from_json(&directory.to_string()).expect("a sound directory");
    let activities: Vec<String> = (0..2_048).map(|number| format!("ACTIVITE_{number}")).collect();
    let filler = json!({"id": "filler", "name": "Filler", "activities": activities});
    directory["institutions"].as_array_mut().expect("a list").insert(0, filler);
    let asked = Router::from_json(&directory.to_string()).expect("a sound directory");
    for need in needs.iter().take(1_000) {
        let ids = |router: &Router| -> Vec<String> {
            let matches = router.match_experts(need).expect("a sound need");
            matches.iter().map(|found| found.expert.id.clone()).collect()
        };
        assert_eq!(ids(&sifted), ids(&asked), "both forms answer alike");
    }
    let mut group = criterion.benchmark_group("sieve");
    for (name, router) in [("sifted", &sifted), ("plain: guards asked", &asked)] {
        let mut needs = needs.iter().cycle();
        group.bench_function(name, |bencher| {
            bencher.iter(|| router.match_experts(needs.next().expect("a cycle")).is_ok());
        });
    }
    group.finish();
}

/// Lists that are filled up to the length from which the standard library sorts by networks, beside
/// lists that are sorted as they are.
fn sort(criterion: &mut Criterion) {
    const NETWORK: usize = 21;
    let mut group = criterion.benchmark_group("sort");
    for length in [6, 8, 10, 12, 14, 16, 18, 20] {
        // Lists as the engine collects them: narrow levels before wide ones, in no order within a level.
        let mut lists = lists(length, |rng| rng.u64(..1 << 60));
        for list in &mut lists {
            for (number, found) in list.iter_mut().enumerate() {
                *found |= [1, 3, 4][3 * number / length] << 60;
            }
        }
        for (name, filled_up) in [("filled up", true), ("plain", false)] {
            let mut lists = lists.iter().cycle();
            let mut list: Vec<u64> = Vec::with_capacity(NETWORK);
            group.bench_function(BenchmarkId::new(name, length), |bencher| {
                bencher.iter(|| {
                    list.clear();
                    list.extend_from_slice(lists.next().expect("a cycle"));
                    if filled_up {
                        list.resize(NETWORK, u64::MAX);
                    }
                    black_box(&mut list).sort_unstable();
                    list.truncate(length);
                    list.len()
                });
            });
        }
    }
    group.finish();
}

/// A match as a record, compared field by field.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct FoundRecord {
    is_absent: bool,
    level: u8,
    score: u64,
    member: u32,
    unverified: u8,
}

impl FoundRecord {
    fn packed(self) -> u64 {
        u64::from(self.is_absent) << 63
            | u64::from(self.level) << 60
            | self.score << 33
            | u64::from(self.unverified) << 28
            | u64::from(self.member)
    }
}

/// Matches as one number each, beside records; both are sorted whole, with no list filled up.
fn found(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("found");
    for length in [10, 30, 100, 400] {
        let records = lists(length, |rng| FoundRecord {
            is_absent: rng.u8(..10) == 0,
            level: rng.u8(..7),
            score: rng.u64(..1 << 27),
            member: rng.u32(..1 << 28),
            unverified: rng.u8(..32),
        });
        let packed: Vec<Vec<u64>> =
            records.iter().map(|list| list.iter().map(|record| record.packed()).collect()).collect();
        group.throughput(Throughput::Elements(length as u64));
        sort_each(&mut group, BenchmarkId::new("packed", length), &packed);
        sort_each(&mut group, BenchmarkId::new("plain: records", length), &records);
    }
    group.finish();
}

fn sort_each<T: Copy + Ord>(
    group: &mut criterion::BenchmarkGroup<'_, criterion::measurement::WallTime>,
    id: BenchmarkId,
    lists: &[Vec<T>],
) {
    let mut lists = lists.iter().cycle();
    let mut list: Vec<T> = Vec::with_capacity(1_000);
    group.bench_function(id, |bencher| {
        bencher.iter(|| {
            list.clear();
            list.extend_from_slice(lists.next().expect("a cycle"));
            black_box(&mut list).sort_unstable();
        });
    });
}

/// So many lists that a processor cannot learn their orders.
fn lists<T>(length: usize, mut item: impl FnMut(&mut fastrand::Rng) -> T) -> Vec<Vec<T>> {
    let mut rng = fastrand::Rng::with_seed(56);
    (0..20_000).map(|_| (0..length).map(|_| item(&mut rng)).collect()).collect()
}
