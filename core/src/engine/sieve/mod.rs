//! What rejects a need, for all guards of a directory at once.
//!
//! Most of what guards ask depends on one fact of the need: its company's age, its headcount, its code of activity.
//! Between two of the numbers that criteria name nothing changes; so for each interval of each number, and for each
//! name and quality that criteria list, it is written down which checks reject there, and what those that accept
//! leave unverified. The few facts of a need then give the verdict of every check, and a run of experts is let
//! through or not by a few bytes: no list is looked through, there is no branch for a processor to guess wrong, and
//! nothing that is read is far away, since all subjects share the sieve. Alternatives, and criteria with a period,
//! are put together of such verdicts, by the shards that have them.
//!
//! What cannot be written down like this is left to the guard itself, see [`Shard::passes`]: the levels of which one
//! criterion has to accept, lists in both versions of the nomenclature of activities, periods of experts.
//!
//! The plain form is to ask every guard. The bench `engine_parts`, group `sieve`, compares the two over
//! a directory of the national size, as it is and with the room for checks taken up: sifted, a need
//! takes three quarters of the time, the order of its matches included.
//!
//! [`Shard::passes`]: crate::engine::find::shard::Shard::passes
#![allow(clippy::indexing_slicing, reason = "rows and lanes are laid out by the same numbers that read them")]

mod check_set;
mod combined;
mod directory_checks;
mod fill;
mod shard_checks;
mod table;
mod verdicts;

pub(crate) use check_set::{CheckNumber, CheckSet};
pub(crate) use combined::Combined;
pub(crate) use directory_checks::DirectoryChecks;
pub(crate) use shard_checks::{ShardCheckNumbers, ShardChecks};
pub(crate) use table::Sieve;
pub(crate) use verdicts::CheckVerdicts;
