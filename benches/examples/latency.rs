//! Prints how long one need takes, from the need to the complete list in order, for each size.
//!
//! Each match is timed by itself, with two readings of the clock around it. What two readings with
//! nothing between them take is measured first, and the median of that is taken off every time.
//! The list is dropped after the second reading. The figures are the medians, over the passes, of
//! each pass's p50 and p99.
//! `cargo run --release -p aiguillage-benches --example latency [small|national|large] [NEEDS]`

use std::error::Error;
use std::hint::black_box;
use std::time::Instant;

use aiguillage::{Directory, MatchOptions, Need, Router};
use aiguillage_benches::{generate, sizes};

const PASSES: usize = 5;

fn main() -> Result<(), Box<dyn Error>> {
    let overhead = overhead();
    println!("{PASSES} passes; the clock takes {overhead} ns, taken off");
    println!("size; options; matches mean; p50 ns; p99 ns; mean ns");
    let mut arguments = std::env::args().skip(1);
    let wanted = arguments.next();
    let needs = arguments.next().map(|number| number.parse()).transpose()?;
    for size in sizes().into_iter().filter(|size| wanted.as_ref().is_none_or(|name| name == size.name)) {
        let size = size.with_needs(needs.unwrap_or(size.needs));
        let world = generate(size);
        let start = Instant::now();
        let directory = Directory::from_json(&world.directory_json)?;
        let read = start.elapsed();
        let start = Instant::now();
        let router = Router::new(directory);
        let compiled = start.elapsed();
        for (name, limit) in [("all", None), ("limit 3", Some(3)), ("limit 10", Some(10))] {
            let options = MatchOptions { limit, ..MatchOptions::default() };
            let line = time_each(&router, &world.needs, &options, overhead)?;
            println!("{}; {name}; {line}", size.name);
        }
        let rate = batch(&router, &world.needs)?;
        println!("{}; batch: {:.2} M needs/s on {} cores", size.name, rate / 1e6, cores());
        println!("{}; JSON {read:?}, compile the first time {compiled:?}", size.name);
        building(&router, size.name)?;
    }
    Ok(())
}

/// The medians of what comes before the first need, and of a change of one expert.
fn building(router: &Router, name: &str) -> Result<(), Box<dyn Error>> {
    let median = |run: &dyn Fn() -> Result<Router, Box<dyn Error>>| -> Result<_, Box<dyn Error>> {
        let mut times = Vec::new();
        for _ in 0..15 {
            let start = Instant::now();
            let made = run()?;
            times.push(start.elapsed());
            drop(made);
        }
        times.sort_unstable();
        Ok((times[times.len() / 2], times[0]))
    };
    let (compile, best) = median(&|| Ok(Router::new(router.directory().clone())))?;
    println!("{name}; compile: median {compile:?}, best {best:?}");
    let bytes = router.to_bytes()?;
    let (load, best) = median(&|| Ok(Router::from_bytes(&bytes)?))?;
    println!("{name}; load a snapshot of {:.2} MB: median {load:?}, best {best:?}", bytes.len() as f64 / 1e6);
    let experts = router.directory().experts();
    let mut expert = serde_json::to_value(experts.get(experts.len() / 2).ok_or("no expert")?)?;
    expert["capacity"] = 2.0.into();
    let change = serde_json::json!({"experts": [expert]}).to_string();
    let (change, best) = median(&|| Ok(router.with_changes(&change)?))?;
    println!("{name}; change an expert: median {change:?}, best {best:?}");
    Ok(())
}

fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, std::num::NonZero::get)
}

/// What two readings of the clock take, in nanoseconds.
fn overhead() -> u64 {
    let mut times: Vec<u64> = (0..100_000).map(|_| nanoseconds(Instant::now())).collect();
    percentile(&mut times, 50)
}

fn time_each(
    router: &Router,
    needs: &[Need],
    options: &MatchOptions,
    overhead: u64,
) -> Result<String, Box<dyn Error>> {
    let (mut p50, mut p99, mut means, mut found) = (Vec::new(), Vec::new(), Vec::new(), 0);
    let mut times = Vec::with_capacity(needs.len());
    for pass in 0..=PASSES {
        times.clear();
        found = 0;
        for need in needs {
            let start = Instant::now();
            let matches = black_box(router.match_experts_with(black_box(need), options));
            times.push(nanoseconds(start).saturating_sub(overhead));
            found += matches?.len();
        }
        // The first pass warms up.
        if pass > 0 {
            means.push(times.iter().sum::<u64>() / needs.len() as u64);
            p50.push(percentile(&mut times, 50));
            p99.push(percentile(&mut times, 99));
        }
    }
    let mean = found as f64 / needs.len() as f64;
    Ok(format!(
        "{mean:.1}; {}; {}; {}",
        percentile(&mut p50, 50),
        percentile(&mut p99, 50),
        percentile(&mut means, 50)
    ))
}

/// Needs a second on every core, the lists included; the best pass.
fn batch(router: &Router, needs: &[Need]) -> Result<f64, Box<dyn Error>> {
    let mut best = f64::MAX;
    for _ in 0..=PASSES {
        let start = Instant::now();
        let results = router.match_batch(needs, &MatchOptions::default())?;
        best = best.min(start.elapsed().as_secs_f64());
        black_box(results);
    }
    Ok(needs.len() as f64 / best)
}

fn nanoseconds(since: Instant) -> u64 {
    u64::try_from(since.elapsed().as_nanos()).unwrap_or(u64::MAX)
}

fn percentile(times: &mut [u64], percent: usize) -> u64 {
    times.sort_unstable();
    times.get(times.len() * percent / 100).copied().unwrap_or_default()
}
