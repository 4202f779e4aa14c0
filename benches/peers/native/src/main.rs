//! The peers that are used from Rust, and ours: `peers-native PEER WORLD [SOCKET]`.
//!
//! Each checks every answer first, and says that it is ready. Then each line that comes in asks for
//! a round, which goes over all needs twice; the times of the second pass are the reply.

mod atree;
mod ours;
mod postgres;
mod sqlite;
mod world;

use std::error::Error;
use std::time::Instant;

use serde_json::{Value, json};

use world::World;

/// How many needs a peer is asked; ours gets them all, so that no cache knows them by heart.
const NEEDS: usize = 2_000;

type Fallible<T> = Result<T, Box<dyn Error>>;

fn main() -> Fallible<()> {
    let mut arguments = std::env::args().skip(1);
    let mut next = || arguments.next().ok_or("peers-native PEER WORLD [SOCKET]");
    let (peer, folder) = (next()?, next()?);
    let world = |needs| World::read(folder.as_ref(), needs);
    match peer.as_str() {
        "ours" => ours::numbers(&world(usize::MAX)?),
        "ours-matches" => ours::matches(&world(usize::MAX)?),
        "ours-batch" => ours::batch(&world(usize::MAX)?),
        "postgres" => postgres::serve(&world(NEEDS)?, &next()?),
        "sqlite" => sqlite::serve(&world(NEEDS)?),
        "a-tree" => atree::serve(&world(NEEDS)?),
        other => Err(format!("no peer is called `{other}`").into()),
    }
}

/// Checks all answers, then takes the time of `answer`, round by round. What it gives is dropped
/// after the clock has been read; `numbers` reads the experts' numbers out of it.
fn one_by_one<T>(
    name: &str,
    world: &World,
    mut answer: impl FnMut(usize) -> Fallible<T>,
    numbers: impl Fn(T) -> Vec<i64>,
) -> Fallible<()> {
    for (number, need) in world.needs.iter().enumerate() {
        let mut found = numbers(answer(number)?);
        found.sort_unstable();
        if found != need.expected {
            return Err(format!("{name}: wrong answer to need {number}").into());
        }
    }
    let overhead = overhead();
    ready(&json!({"name": name, "count": world.needs.len()}));
    rounds(|| {
        let mut times = Vec::new();
        for _ in 0..2 {
            times = Vec::with_capacity(world.needs.len());
            for number in 0..world.needs.len() {
                let start = Instant::now();
                let found = answer(number)?;
                times.push(nanoseconds(start).saturating_sub(overhead));
                drop(found);
            }
        }
        Ok(json!({"times": times}))
    })
}

fn ready(hello: &Value) {
    println!("{hello}");
}

/// Replies to each line that comes in.
fn rounds(mut round: impl FnMut() -> Fallible<Value>) -> Fallible<()> {
    for line in std::io::stdin().lines() {
        line?;
        println!("{}", round()?);
    }
    Ok(())
}

/// What reading the clock takes, the median: it is taken off each time.
fn overhead() -> u64 {
    let mut times: Vec<u64> = (0..100_000).map(|_| nanoseconds(Instant::now())).collect();
    times.sort_unstable();
    times[times.len() / 2]
}

fn nanoseconds(since: Instant) -> u64 {
    u64::try_from(since.elapsed().as_nanos()).unwrap_or(u64::MAX)
}
