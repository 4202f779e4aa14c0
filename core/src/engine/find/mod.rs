//! The room where needs are answered: the index, its shards, and how a need finds the runs that
//! match.
#![allow(clippy::indexing_slicing, reason = "positions come from the lists themselves when these are built")]

pub(crate) mod absence_span;
pub(crate) mod holder;
pub(crate) mod index;
pub(crate) mod rules;
pub(crate) mod search;
pub(crate) mod shard;
pub(crate) mod substitutes;
pub(crate) mod test_verdicts;
mod zone_positions;

pub(crate) use zone_positions::ZonePositions;
