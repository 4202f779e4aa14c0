//! What is said of a need that is worth a look: of a commune that a postal code and a town make likely, and of
//! two headcounts.

use crate::output::Output;

/// What is said where the exact headcount lies outside of the band.
pub(crate) const HEADCOUNT_DIFFERS: &str = "the exact headcount lies outside of the band that is given too: it counts, since bands are two years old";

/// Says that the place of the need is worth a look.
pub(crate) fn tell(code: &str, name: &str, output: &mut Output) {
    let told = format!("{name} ({code}) is likely, not certain, by the need's postal code and town");
    output.remark("commune", &told);
}
