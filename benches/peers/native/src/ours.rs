//! Ours: from a need with string codes to the complete list of matches in order.

use std::hint::black_box;
use std::time::Instant;

use aiguillage::router::positions::Positions;
use aiguillage::{Match, MatchOptions, Router};
use serde_json::json;

use crate::world::World;
use crate::{Fallible, nanoseconds, one_by_one, ready, rounds};

/// The list in order, and the number of each expert read from it: what the other peers give.
pub(crate) fn numbers(world: &World) -> Fallible<()> {
    let router = router(world)?;
    let answer = |number: usize| {
        let matches = router.match_experts(black_box(&world.needs[number].need))?;
        Ok(black_box(matches.positions().map(|one| one.expert).collect()))
    };
    let experts = router.directory().experts();
    let name = "aiguillage from Rust: the list in order, and every expert's number read from it";
    one_by_one(name, world, answer, |found: Vec<u32>| {
        found.into_iter().map(|position| id(&experts[position as usize].id)).collect()
    })
}

/// The same, and each match put together: antenne, institution, zone and whose it is, note, absence,
/// what stays unverified. No other peer tells that.
pub(crate) fn matches(world: &World) -> Fallible<()> {
    let router = router(world)?;
    let answer = |number: usize| {
        let matches = router.match_experts(black_box(&world.needs[number].need))?;
        Ok(black_box(matches.iter().collect::<Vec<_>>()))
    };
    let name = "aiguillage from Rust: the list in order, and every match put together";
    one_by_one(name, world, answer, |found| found.iter().map(number).collect())
}

/// All needs at once, on every core.
pub(crate) fn batch(world: &World) -> Fallible<()> {
    let router = router(world)?;
    let needs: Vec<_> = world.needs.iter().map(|need| need.need.clone()).collect();
    for (result, need) in router.match_batch(&needs, &MatchOptions::default())?.iter().zip(&world.needs) {
        let matches = result.as_ref().map_err(Clone::clone)?;
        let mut found: Vec<i64> = matches.iter().map(|one| number(&one)).collect();
        found.sort_unstable();
        if found != need.expected {
            return Err("a wrong answer in the batch".into());
        }
    }
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let name = format!("aiguillage from Rust, {cores} threads: `match_batch`");
    ready(&json!({"name": name, "count": needs.len(), "batch": true}));
    rounds(|| {
        let mut elapsed = 0;
        for _ in 0..2 {
            let start = Instant::now();
            let results = router.match_batch(black_box(&needs), &MatchOptions::default())?;
            elapsed = nanoseconds(start);
            drop(black_box(results));
        }
        Ok(json!({"batch": elapsed}))
    })
}

fn router(world: &World) -> Fallible<Router> {
    Ok(Router::from_json(&std::fs::read_to_string(world.folder.join("directory.json"))?)?)
}

fn number(one: &Match<'_>) -> i64 {
    id(&one.expert.id)
}

fn id(expert: &str) -> i64 {
    expert.rsplit('-').next().and_then(|number| number.parse().ok()).unwrap_or(-1)
}
