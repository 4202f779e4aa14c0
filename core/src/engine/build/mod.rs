//! From a directory to its index.

pub(crate) mod change;
pub(crate) mod compile;
mod guards;
mod sets;
mod shard;
pub(crate) mod territory;
