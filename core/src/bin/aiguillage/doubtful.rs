//! What is said of a need that is worth a look: of a commune that a postal code and a town make likely, and of
//! two headcounts.

use crate::output::Output;
use crate::said::say;

/// Says that the place of the need is worth a look.
pub(crate) fn tell(code: &str, name: &str, output: &mut Output) {
    let told = say!(CommuneIsLikely { name, code });
    output.remark("commune", &told);
}
