//! How many experts reach each of 35,000 communes: one subject, and all of them.
#![expect(clippy::expect_used, reason = "a bench stops at the first fault")]

use aiguillage::{CoverageQuery, Need, Router};
use aiguillage_benches::{Size, generate};
use criterion::Criterion;

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    let world = generate(Size::NATIONAL.with_needs(1));
    let router = Router::from_json(&world.directory_json).expect("a sound directory");
    let everything = CoverageQuery::default();
    let one = CoverageQuery { subject: Some("sujet-7".to_owned()), ..CoverageQuery::default() };
    let profile = Need { subject: String::new(), commune: String::new(), ..world.needs[0].clone() };
    let profile = Need { answers: std::collections::BTreeMap::new(), ..profile };
    let of_a_company = CoverageQuery { profile: Some(profile), ..one.clone() };
    let mut group = criterion.benchmark_group("coverage");
    group.sample_size(10);
    for (name, query) in
        [("one subject", one), ("one subject, of a company", of_a_company), ("every subject", everything)]
    {
        group.bench_function(name, |bencher| {
            bencher.iter_with_large_drop(|| router.coverage(&query).expect("a query that can be answered"));
        });
    }
    group.finish();
    criterion.final_summary();
}
