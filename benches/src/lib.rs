//! Directories and needs to measure with: made up, deterministic, and shaped like those of the
//! national service, over the real communes of France.
//!
//! A directory is text, as a host would have it, so that reading can be measured too; needs are
//! values, as a host would hand them over.
//!
//! ```
//! use aiguillage::Router;
//! use aiguillage_benches::{Size, generate};
//!
//! let world = generate(Size { experts: 50, needs: 10, ..Size::SMALL });
//! let router = Router::from_json(&world.directory_json)?;
//! for need in &world.needs {
//!     router.match_experts(need)?;
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod criteria;
mod directory;
mod institutions;
mod needs;
mod programmes;
mod size;
mod territory;

pub use programmes::with_programmes;
pub use size::{Size, is_large, sizes};

use aiguillage::Need;

use institutions::Institutions;
use territory::Territory;

/// A directory and the needs of its companies.
#[derive(Clone, Debug, PartialEq)]
pub struct World {
    /// The directory, as one JSON document.
    pub directory_json: String,
    /// The needs, all of which name what the directory knows.
    pub needs: Vec<Need>,
}

/// Makes a world. The same size gives the same world.
pub fn generate(size: Size) -> World {
    let territory = Territory::new(size.region);
    // Each part has a stream of its own, so that more needs do not make another directory.
    let institutions = Institutions::draw(&mut fastrand::Rng::with_seed(size.seed), &size);
    let directory_json =
        directory::write(&mut fastrand::Rng::with_seed(size.seed ^ 0xD1), &size, &territory, &institutions);
    let needs =
        needs::draw(&mut fastrand::Rng::with_seed(size.seed ^ 0x4E), &size, &territory, &institutions);
    World { directory_json, needs }
}

/// Whether something happens that happens with this probability.
fn chance(rng: &mut fastrand::Rng, probability: f64) -> bool {
    rng.f64() < probability
}

/// One of some values, by weight.
fn weighted<'v, T>(rng: &mut fastrand::Rng, values: &'v [(u32, T)]) -> &'v T {
    let sum: u32 = values.iter().map(|(weight, _)| weight).sum();
    let mut left = rng.u32(..sum);
    for (weight, value) in values {
        match left.checked_sub(*weight) {
            Some(rest) => left = rest,
            None => return value,
        }
    }
    unreachable!("the draw is below the sum of the weights")
}

#[cfg(test)]
mod tests;
