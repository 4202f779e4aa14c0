//! Who was found, in order.

use rustc_hash::FxHashMap;

use super::found::Found;

/// Who was found, in order, and who of them stands in for somebody.
pub(crate) struct Ordered {
    pub(crate) found: Vec<Found>,
    pub(crate) substitutes: Substitutes,
}

/// The experts who take the places of others, by number; on most days there are none.
#[derive(Clone, Debug, Default)]
pub(crate) struct Substitutes(Option<Box<FxHashMap<usize, u32>>>);

impl Substitutes {
    /// From the position of the absent among the members of the shard, and the number of the substitute.
    pub(super) fn of(pairs: FxHashMap<usize, u32>) -> Substitutes {
        Substitutes((!pairs.is_empty()).then(|| Box::new(pairs)))
    }

    /// Who stands in for the member that was found, if anybody does.
    #[inline]
    pub(crate) fn of_found(&self, found: Found) -> Option<u32> {
        self.0.as_ref()?.get(&found.member()).copied()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_none()
    }
}
