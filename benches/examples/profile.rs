//! Matches the national needs over and over, for a profiler to watch:
//! `valgrind --tool=callgrind target/release/examples/profile 1 20000`, or `perf record`.

use std::error::Error;
use std::hint::black_box;

use aiguillage::{MatchOptions, Router};
use aiguillage_benches::{Size, generate};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1).map(|argument| argument.parse::<usize>());
    let passes = arguments.next().transpose()?.unwrap_or(100);
    let needs = arguments.next().transpose()?.unwrap_or(20_000);
    let limit = arguments.next().transpose()?;
    let world = generate(Size::NATIONAL.with_needs(needs));
    let router = Router::from_json(&world.directory_json)?;
    if passes == 0 {
        // Watched by `--toggle-collect='*with_changes*'` and `'*from_bytes_with*'`.
        let expert = router.directory().experts().first().ok_or("no expert")?;
        let change = serde_json::json!({"experts": [{"id": expert.id, "antenne": expert.antenne, "name": "Conseil",
            "competences": expert.competences, "capacity": 2}]});
        black_box(router.with_changes(&change.to_string())?);
        black_box(Router::from_bytes(&router.to_bytes()?)?);
    }
    let options = MatchOptions { limit, ..MatchOptions::default() };
    for _ in 0..passes {
        for need in &world.needs {
            black_box(router.match_experts_with(black_box(need), &options)?);
        }
    }
    Ok(())
}
