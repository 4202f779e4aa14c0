//! Linear weights: what each feature of a message says for each of some answers, learned from examples.
//!
//! The subjects of the default taxonomy and the kinds of messages out of scope come with weights that
//! `make weights` learned; a directory's own examples are learned when its taxonomy is compiled.

mod features;
mod fit;
mod table;

pub(super) use features::Features;
pub(super) use fit::{Examples, fit};
#[cfg(feature = "training")]
pub(super) use table::EncodeError;
pub(super) use table::{Found, Table};
