//! What a message costs: suggestions, screening and extraction, over the labelled messages of the
//! core's tests, and the compilation of the taxonomy that comes first.
#![expect(clippy::expect_used, reason = "a bench stops at the first fault")]

use aiguillage::intake::DEFAULT_LIMIT;
use aiguillage::{Directory, Router};
use criterion::{BatchSize, Criterion};

const TAXONOMY: &str = include_str!("../../core/data/taxonomy.json");
const MESSAGES: &str = include_str!("../../core/tests/messages/unseen.json");

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    let directory = Directory::from_json(TAXONOMY).expect("a sound directory");
    let router = Router::new(directory.clone());
    let set: serde_json::Value = serde_json::from_str(MESSAGES).expect("a set of messages");
    let messages: Vec<&str> =
        set["messages"].as_array().into_iter().flatten().filter_map(|one| one["text"].as_str()).collect();
    let mut group = criterion.benchmark_group("intake");
    // Every call takes the next message: the mean is that of the whole set.
    let mut turn = messages.iter().cycle();
    let mut next = || *turn.next().expect("messages");
    group.bench_function("suggest", |bencher| {
        bencher.iter_batched(
            &mut next,
            |text| router.suggest_subjects(text, DEFAULT_LIMIT),
            BatchSize::SmallInput,
        );
    });
    group.bench_function("screen", |bencher| {
        bencher.iter_batched(&mut next, |text| router.screen(text), BatchSize::SmallInput);
    });
    group.bench_function("extract", |bencher| {
        bencher.iter_batched(&mut next, |text| router.extract(text), BatchSize::SmallInput);
    });
    let long = "je narrive plus a peyer mes cotisation lurssaf me reclame 8000 euros ".repeat(300);
    group.bench_function("suggest, 20 kB with faults in every line", |bencher| {
        bencher.iter(|| router.suggest_subjects(&long, DEFAULT_LIMIT));
    });
    group.bench_function("compile the taxonomy", |bencher| {
        bencher.iter_batched(
            || Router::new(directory.clone()),
            |router| router.suggest_subjects("", DEFAULT_LIMIT),
            BatchSize::SmallInput,
        );
    });
    group.finish();
    criterion.final_summary();
}
