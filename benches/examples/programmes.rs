//! Prints what conditions of public programmes cost: one need in a world, and in the same world with such
//! criteria on a third of its owners, interleaved in one run.
//! `cargo run --release -p aiguillage-benches --example programmes [NEEDS]`

use std::error::Error;
use std::hint::black_box;
use std::time::Instant;

use aiguillage::{Need, Router};
use aiguillage_benches::{Size, generate, with_programmes};

const ROUNDS: usize = 9;

fn main() -> Result<(), Box<dyn Error>> {
    let needs = std::env::args().nth(1).map(|number| number.parse()).transpose()?.unwrap_or(20_000);
    for size in [Size::SMALL, Size::NATIONAL] {
        let world = generate(size.with_needs(needs));
        let programmes = with_programmes(&world);
        let (plain, with) =
            (Router::from_json(&world.directory_json)?, Router::from_json(&programmes.directory_json)?);
        // The same needs, which tell more, on both.
        let mut rounds: Vec<[(f64, f64); 2]> = Vec::new();
        for _ in 0..ROUNDS {
            rounds.push([each(&plain, &programmes.needs)?, each(&with, &programmes.needs)?]);
        }
        let best = |which: usize| rounds.iter().map(|round| round[which].0).fold(f64::INFINITY, f64::min);
        let matches = |which: usize| rounds.first().map_or(0.0, |round| round[which].1);
        println!(
            "{}: without {:.2} µs a need ({:.1} matches), with {:.2} µs ({:.1} matches): {:.2} times as long",
            size.name,
            best(0),
            matches(0),
            best(1),
            matches(1),
            best(1) / best(0),
        );
    }
    Ok(())
}

/// Microseconds a need, and matches a need.
fn each(router: &Router, needs: &[Need]) -> Result<(f64, f64), Box<dyn Error>> {
    let mut found = 0;
    let start = Instant::now();
    for need in needs {
        found += black_box(router.match_experts(black_box(need))?).len();
    }
    let micros = start.elapsed().as_secs_f64() * 1e6;
    let count = needs.len() as f64;
    Ok((micros / count, found as f64 / count))
}
