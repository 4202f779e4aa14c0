//! The index, and how the runs that match a need are found in it.

pub(crate) mod away;
pub(crate) mod held;
pub(crate) mod index;
pub(crate) mod postings;
pub(crate) mod rules;
