//! The native half of the npm package `aiguillage`: it hands requests to the boundary of the core and
//! gives back what that answers. What users import is in `lib/`.

mod calls;
mod directory;
mod errors;
mod geography;
mod router;
mod templates;
mod work;

use napi_derive::napi;

/// The version of the package.
#[napi]
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
