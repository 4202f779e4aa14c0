//! What was found for a need, before anybody looks at it.

use jiff::civil::Date;

use crate::engine::need_place::NeedPlace;
use crate::engine::order::found::Found;
use crate::engine::order::ordered::Substitutes;

/// What was found for a need, in numbers of the index.
#[derive(Clone)]
pub(super) struct Answer {
    /// The number of the subject.
    pub(super) subject: u32,
    pub(super) on: Date,
    pub(super) place: NeedPlace,
    /// Whether the need gives two headcounts that do not agree.
    pub(super) headcount_differs: bool,
    pub(super) found: Vec<Found>,
    pub(super) substitutes: Substitutes,
}
