//! Prints what a compiled directory takes: the index in memory, and the snapshot.
//!
//! Many directories are made first and then all of them compiled, so that what the allocator keeps
//! aside hardly counts; the difference of the resident memory (Linux) is divided by their number.

use std::error::Error;
use std::time::Instant;

use aiguillage::{Directory, Router};
use aiguillage_benches::{generate, is_large, sizes};

fn main() -> Result<(), Box<dyn Error>> {
    let copies = if is_large() { 2 } else { 16 };
    for size in sizes() {
        let directory = Directory::from_json(&generate(size.with_needs(1)).directory_json)?;
        let start = resident()?;
        let directories = vec![directory; copies];
        let before = resident()?;
        let routers: Vec<Router> = directories.into_iter().map(Router::new).collect();
        let after = resident()?;
        let megabytes = |bytes: u64| bytes as f64 / copies as f64 / 1e6;
        println!(
            "{}: directory {:.1} MB, index {:.1} MB",
            size.name,
            megabytes(before.saturating_sub(start)),
            megabytes(after.saturating_sub(before)),
        );
        if let Some(router) = routers.first() {
            let bytes = router.to_bytes()?;
            let mut times = Vec::new();
            for _ in 0..9 {
                let start = Instant::now();
                let loaded = Router::from_bytes(&bytes)?;
                times.push(start.elapsed());
                drop(loaded);
            }
            times.sort_unstable();
            let load = times.get(4).copied().unwrap_or_default();
            println!("{}: snapshot {:.2} MB, loaded in {load:?}", size.name, bytes.len() as f64 / 1e6);
        }
    }
    Ok(())
}

fn resident() -> Result<u64, Box<dyn Error>> {
    let statm = std::fs::read_to_string("/proc/self/statm")?;
    let pages: u64 = statm.split(' ').nth(1).ok_or("no resident size")?.parse()?;
    Ok(pages * 4096)
}
