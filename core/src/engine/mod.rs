//! The engine: a directory compiled so that a need finds its experts in about a microsecond.

pub(crate) mod build;
pub(crate) mod conditions;
pub(crate) mod criteria;
pub(crate) mod facts;
pub(crate) mod find;
pub(crate) mod options;
pub(crate) mod order;
pub(crate) mod sieve;
