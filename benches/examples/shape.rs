//! Prints the shape of the worlds: how many matches a need finds, how many experts have criteria.

use std::error::Error;
use std::time::Instant;

use aiguillage::{MatchOptions, Router};
use aiguillage_benches::{Size, generate, is_large};

fn main() -> Result<(), Box<dyn Error>> {
    let mut sizes = vec![
        Size::SMALL,
        Size::NATIONAL,
        Size { name: "national, 1k", ..Size::NATIONAL.with_experts(1_000) },
        Size { name: "national, 100k", ..Size::NATIONAL.with_experts(100_000) },
        Size { name: "x10", ..Size::NATIONAL.times(10) },
    ];
    sizes.extend(is_large().then_some(Size::LARGE));
    for size in sizes {
        let start = Instant::now();
        let world = generate(size.with_needs(20_000));
        let made = start.elapsed();
        let router = Router::from_json(&world.directory_json)?;
        let read = start.elapsed() - made;
        let results = router.match_batch(&world.needs, &MatchOptions::default())?;
        let mut counts = results.iter().map(|r| r.as_ref().map_or(0, |r| r.len())).collect::<Vec<_>>();
        counts.sort_unstable();
        let sum: usize = counts.iter().sum();
        println!(
            "{}: matches mean {:.1}, p50 {}, p99 {}, max {}, none {}; warnings {}; json {:.1} MB in {made:?}, router {read:?}",
            size.name,
            sum as f64 / counts.len() as f64,
            counts[counts.len() / 2],
            counts[counts.len() * 99 / 100],
            counts[counts.len() - 1],
            counts.iter().filter(|count| **count == 0).count(),
            router.directory().diagnostics().len(),
            world.directory_json.len() as f64 / 1e6,
        );
    }
    Ok(())
}
