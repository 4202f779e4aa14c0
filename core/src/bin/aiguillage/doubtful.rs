//! What is said of a commune that a postal code and a town make likely.

use crate::output::Output;

/// Says that the place of the need is worth a look.
pub(crate) fn tell(code: &str, name: &str, output: &mut Output) {
    let told = format!("{name} ({code}) is likely, not certain, by the need's postal code and town");
    output.remark("commune", &told);
}
