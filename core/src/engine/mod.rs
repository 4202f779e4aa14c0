pub(crate) mod answer_group;
pub(crate) mod build;
pub(crate) mod compiled;
pub(crate) mod conditions;
pub(crate) mod criteria;
pub(crate) mod facts;
pub(crate) mod find;
#[cfg(feature = "csv")]
mod load;
pub(crate) mod offer;
pub(crate) mod options;
pub(crate) mod order;
pub(crate) mod sieve;
pub(crate) mod span;
