//! The companies of an answer, whichever register's it is.

use super::Register;
use super::choice::{Candidate, Choice};
use super::draft::Draft;

/// The companies of an answer, and how they are read.
pub(super) struct Answer<'v> {
    pub(super) register: Register,
    pub(super) candidates: Vec<Candidate<'v>>,
    pub(super) read: fn(&mut Draft<'_>, &Choice<'_>),
}
