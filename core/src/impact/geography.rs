//! The geography that a report goes by.

use std::sync::Arc;

use crate::directory::Directory;
use crate::geography::Geography;

/// The directory's; without a directory the embedded one, where that is compiled in.
pub(super) fn geography_of(directory: Option<&Directory>) -> Option<Arc<Geography>> {
    #[cfg(feature = "cog")]
    let embedded = || Some(Geography::embedded());
    #[cfg(not(feature = "cog"))]
    let embedded = || None;
    directory.map(|directory| Arc::clone(directory.geography())).or_else(embedded)
}
