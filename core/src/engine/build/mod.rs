//! The room where a directory is compiled: what all subjects share at once, the shard of each subject
//! for itself, and the index of a changed directory from the one before.
#![allow(clippy::indexing_slicing, reason = "numbers and positions come from the lists that they point into")]

mod capacities;
pub(crate) mod change;
pub(crate) mod compile;
mod criteria;
mod guards;
mod in_force;
mod interned;
mod postings;
mod renumber;
pub(crate) mod served_zones;
mod sets;
mod shard;
mod shard_compiler;
mod staff;
pub(crate) mod zones;
