//! What the fuzz targets share: the form of their inputs, and what must hold whatever comes in.

pub mod bundle;
pub mod check;
pub mod sealed;
pub mod world;

/// The values that the property tests draw from.
#[path = "../../core/tests/properties/pool.rs"]
#[allow(dead_code, reason = "the property tests use more of it")]
pub(crate) mod pool;

/// The plain matcher that the property tests hold the router to.
#[path = "../../core/tests/reference/mod.rs"]
#[allow(dead_code, reason = "the property tests use more of it")]
pub(crate) mod reference;
