//! The room where those who match are put in order.
#![allow(
    clippy::indexing_slicing,
    reason = "members and experts are found by the numbers that the index gave"
)]

pub(crate) mod fair;
pub(crate) mod found;
pub(crate) mod ordered;
pub(crate) mod plan;
mod ranking;
mod sort;
